#include "statements/quarrel.hpp"

#include "statements/found_word.hpp"

namespace statements {
namespace {

// Words that stand inside harmless ones are written with their neighbours: 没能耐心, 破坏我局,
// 废物利用, 针对我分管的, 工程旧账, 对这种人.
constexpr text::WordList attacks{
    "混蛋 王八 白痴 笨蛋 蠢货 蠢材 蠢得 愚蠢 草包 饭桶 窝囊废 是废物 个废物 真是废物 人渣 败类 "
    "骗子一个 大骗子 是个骗子 卑鄙 无耻 不要脸 厚脸皮 脸皮厚 你虚伪 太虚伪 真虚伪 很虚伪 为人虚伪 "
    "阴险 狡诈 伪君子 小人之心 小人行径 真小人 马屁精 拍马屁 溜须拍马 走狗 狗腿子 白眼狼 吃里扒外 "
    "不是东西 算什么东西 你是什么东西 没良心 嘴脸 什么德行 那副德行 这副德行 什么德性 那副德性 "
    "心术不正 心眼小 小心眼 小肚鸡肠 心胸狭窄 心胸狭隘 阴阳怪气 狗眼 你滚 给我滚 你闭嘴 给我闭嘴 "
    "软弱无能 昏庸 无能之辈 你无能 太无能 真无能 没本事 真可笑 太可笑 恶心 臭名 神经病"};
// Somebody's abuse may be what is criticised.
constexpr text::WordList told_of{"骂 训斥 斥责 呵斥 挖苦 讽刺 说他 说她 说群众 说下属 说同志"};
constexpr text::WordList scores{
    "翻旧账 算旧账 这些旧账 旧账还没算 翻老账 算老账 算总账 秋后算账 这笔账我 这笔账迟早 账我记着 "
    "早就看不惯 早看不惯 看不惯你 早就看你 看你不顺眼 你过去对我 整过我 想整我 要整我 背后整我 "
    "曾经整我 告过我 告我的状 告我状 背后捅 给我穿小鞋 穿我小鞋 跟我过不去 和我过不去 与我过不去 "
    "处处针对我 专门针对我 就是针对我 总针对我 老针对我 报复我 跟我作对 和我作对 你还欠我 欠我的 "
    "对不起我 我一直记着 我都记着 我忘不了 有什么资格说 你有什么资格 你没有资格 你没资格 轮不到你 "
    "你先管好 "
    "先管好你 先看看你 你也好不到 好不到哪 彼此彼此 半斤八两 你自己不也 你比我还 你比我更 "
    "别有用心 有些人心里清楚 某些人心里清楚 有人背后 我是被冤枉 冤枉我 抢我的 抢了我的 坏我的 "
    "坏了我的 坏我名声 挡我的 挡了我的"};
constexpr text::WordList verdicts{
    "一无是处 一贯如此 向来如此 历来如此 从来就是这 本性难移 江山易改 你的本性 品行败坏 品质败坏 "
    "品质有问题 品质恶劣 品行有问题 你的人品 人品有 人品差 人品不 人品太 人品问题 道德败坏 "
    "道德有问题 无可救药 不可救药 没救了 你骨子里 天生就 就是这种人 就是这样的人 是这么个人 "
    "你这种人 "
    "你这个人就 你这个人从 你这个人一 你这人就 你这人从 什么都做不好 什么事都做不好 什么都干不好 "
    "什么事都干不好 什么都不会 什么都不行 样样不行 干啥啥不行 没有一件像样 不配当 不配做 不配坐 "
    "不配在 不够格当 没有人服你 没人服你 谁都不服你 谁不知道你 谁都知道你 彻头彻尾 从头到脚 "
    "永远改不了 改不了的 算什么党员 算什么干部 算什么领导 哪像个 哪里像个"};

}  // namespace

std::vector<FoundQuarrel> quarrels_in(std::string_view sentence) {
    std::vector<FoundQuarrel> found;
    const auto add = [&](Quarrel what, std::string_view because) {
        if (!because.empty()) found.push_back({what, because});
    };
    if (!text::has_any<told_of>(sentence))
        add(Quarrel::personal_attack, found_in<attacks>(sentence));
    add(Quarrel::old_scores, found_in<scores>(sentence));
    add(Quarrel::sweeping_verdict, found_in<verdicts>(sentence));
    return found;
}

}  // namespace statements
