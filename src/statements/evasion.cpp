#include "statements/evasion.hpp"

#include "base/utf8.hpp"
#include "statements/found_word.hpp"

namespace statements {
namespace {

// Failings that are half a praise, or none of a leader's.
constexpr text::WordList lesser{
    "追求完美 过于认真 太认真 爱较真 太较真 过于较真 性子急 性子直 脾气直 说话直 心直口快 不善言辞 "
    "不善言谈 嘴笨 普通话不标准 普通话说不好 陪家人 陪伴家人 照顾家庭 忽视了身体 锻炼身体 劳逸结合 "
    "不会劳逸 工作狂 加班太多 心太软 心肠软 酒量 字写得 文笔不够好 些小毛病 只是小毛病 都是小毛病 "
    "只是小问题 都是小问题 些小问题 小瑕疵 略有瑕疵 有些瑕疵 细枝末节 无伤大雅 无关大局 不拘小节"};
// What makes a failing a merit, or nobody's.
constexpr text::WordList glossing{
    "瑕不掩瑜 总体是好的 总体上是好的 总的是好的 总体还是好的 总体上还是好的 主流是好的 "
    "大体上是好的 基本上是好的 还算可以 还算不错 还算称职 问心无愧 没有功劳也有苦劳 出发点是好的 "
    "出发点是为了 初衷是好的 初衷是为了 本意是好的 本意是为了 也是为了工作 好心办 人无完人 "
    "金无足赤 在所难免 难免会 难免有 情有可原 是可以理解的 无心之失 不是故意 并非故意 并非有意 "
    "没有造成影响 没有造成什么后果 没有造成大的 不影响大局"};
constexpr text::WordList excuses{
    "任务太重 任务繁重 任务重 工作太忙 工作繁忙 工作忙 事务繁忙 事务太多 事情太多 时间紧 时间不够 "
    "时间有限 时间仓促 人少事多 人手少 人手不足 人手紧 力量不足 编制少 编制不足 编制限制 经费紧张 "
    "经费不足 资金紧张 条件有限 条件限制 条件所限 受制于 客观条件 客观原因 客观因素 客观上 "
    "历史原因 "
    "历史因素 体制原因 前任留下 前任遗留 是前任 前任没有 上一任 上任领导 上级没有明确 上级没有要求 "
    "上级要求太多 没有明确规定 政策不明 大环境 大气候 疫情影响 受疫情 我年龄大 年龄大了 年纪大了 "
    "刚到任 刚接手 到任时间短 任职时间短 分管时间短 不是我分管 不归我管 身不由己 迫不得已"};
// Whoever says this of an excuse owns up to it.
constexpr text::WordList owned_up{
    "借口 为由 托词 托辞 推脱 推托 推诿 归咎 归结 归因 归于 强调 搪塞 挡箭牌 不是理由 "
    "不能成为理由 不成理由 找理由 找原因 找客观 总认为 总觉得 总以为 总说 总拿 老说 自我安慰 "
    "自我原谅 原谅自己 开脱 侥幸 主观上 根子 根本上 说到底 归根到底 归根结底 实质上 实际上是 "
    "其实是 并不是"};
constexpr text::WordList perfunctory{
    "不同程度存在 不同程度地存在 或多或少 某些方面 有些方面 一些方面 一定程度 存在一定差距 "
    "有一定差距 有一些差距 同其他同志一样 和其他同志一样 和大家一样 跟大家一样 大家都有 共性问题 "
    "不再重复 不再赘述 不一一列举 同班子材料 见班子材料 与上次相同 与去年相同 没什么好说 "
    "没有什么好说 没什么可说 暂时没有发现 暂未发现 没有发现明显 没有大的问题 没有突出问题 "
    "没有明显问题 没有什么大问题 不存在这方面 没有这方面"};
constexpr text::WordList nothing{"无 没有 暂无 略 同上 不存在 没有问题 无此问题 见上 见前"};

}  // namespace

std::vector<FoundEvasion> evasions_in(std::string_view sentence) {
    std::vector<FoundEvasion> found;
    const auto add = [&](Evasion what, std::string_view because) {
        if (!because.empty()) found.push_back({what, because});
    };
    const bool owns_up = text::has_any<owned_up>(sentence);
    if (!owns_up) {
        add(Evasion::lesser, found_in<lesser>(sentence));
        add(Evasion::glossed_over, found_in<glossing>(sentence));
        add(Evasion::excuse, found_in<excuses>(sentence));
    }
    add(Evasion::perfunctory, found_in<perfunctory>(sentence));
    return found;
}

bool says_none(std::string_view text) {
    auto rest = base::trim(text);
    for (const std::string_view end : {"。", "．", ".", "！"})
        if (rest.ends_with(end)) rest.remove_suffix(end.size());
    return text::words<nothing>().holds(rest);
}

}  // namespace statements
