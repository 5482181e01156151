#include "statements/hint.hpp"

#include <algorithm>

#include "base/names.hpp"
#include "base/utf8.hpp"
#include "statements/evasion.hpp"
#include "statements/found_word.hpp"
#include "statements/quarrel.hpp"
#include "text/numeral.hpp"
#include "text/punctuation.hpp"

namespace statements {
namespace {

constexpr std::array<std::string_view, hint_kinds.size()> hint_names{"hope_instead_of_problem",
                                                                     "advice_instead_of_criticism",
                                                                     "praise",
                                                                     "nothing_concrete",
                                                                     "work_summary",
                                                                     "team_instead_of_self",
                                                                     "others_instead_of_self",
                                                                     "business_instead_of_thought",
                                                                     "reasons_instead_of_problem",
                                                                     "self_not_put_in",
                                                                     "superior_instead_of_self",
                                                                     "old_instead_of_new",
                                                                     "aspect_missing",
                                                                     "cause_missing",
                                                                     "lesser_instead_of_greater",
                                                                     "glossed_over",
                                                                     "excuse",
                                                                     "perfunctory",
                                                                     "personal_attack",
                                                                     "old_scores",
                                                                     "sweeping_verdict"};

// What is said to be wrong. Words that only say “more of it” (有待, 还需, 进一步) are wishes.
constexpr text::WordList faults{
    "不够 不足 不到位 不深 不细 不实 不严 不紧 不力 不强 不多 不经常 不主动 不及时 不敢 不愿 不会 "
    "不善 不想 不高 不好 不大 不全 不清 不透 不准 不硬 不坚决 不彻底 不扎实 不认真 不规范 不完善 "
    "不用心 不上心 不愿意 不耐烦 不讲 不管 不问 不听 不看 不学 不懂 不了了之 缺乏 缺少 欠缺 缺位 "
    "没有 没能 没把 没去 未能 未按 未对 未及时 从未 很少 较少 偏少 太少 只重 只顾 只看 只讲 只听 "
    "重业务 轻党建 轻视 看轻 轻描淡写 避重就轻 偏软 偏松 偏慢 过松 过软 滞后 拖延 拖沓 拖了 推诿 "
    "推给 回避 躲 敷衍 应付 走过场 "
    "流于形式 形式主义 官僚主义 好人主义 老好人 怕得罪 怕担 怕出 畏难 松懈 放松 放任 失察 失管 "
    "急躁 急于 简单粗暴 发火 批评人 训斥 生硬 武断 独断 一言堂 抹不开 碍于 打折扣 搞变通 照抄 照搬 "
    "念稿 漏报 瞒报 迟报 超期 超标 违规 违反 擅自 脱离 漂浮 浮在 蜻蜓点水 浅尝辄止 一知半解 "
    "听之任之 睁一只眼 淡薄 淡化 弱化 软弱 涣散 退坡 滑坡 欠账 遗留 搁置 被动 随意 打电话代替 "
    "以会议 甩手 挂名 忽视 忽略 疏于 疏忽 迟到 早退 缺席 请假 走神 打断 红了脸 有差距 有偏差 "
    "有短板 有漏洞 问题突出 一阵风 两张皮"};
constexpr text::WordList hopes{
    "希望 望你 盼 期待 但愿 今后 以后 下一步 下步 将来 进一步 更加 再接再厉 继续发扬 继续保持 "
    "百尺竿头 更上一层 再上 有待 还需 仍需 尚需 还可以 再下功夫 再主动 再大胆 需要加强 需要提高 "
    "可以再 能够再 再多一些 多一些 "
    "更多 更好 争取 力争 努力"};
constexpr text::WordList advice{
    "建议 提议 应当 应该 应加强 应多 要加强 要多 要注意 要进一步 多深入 多到 多下 多与 多听 多学 "
    "多关心 多抓 加大 加快 加强 强化 完善 健全 统筹 可以考虑 不妨"};
constexpr text::WordList praises{
    "工作出色 成绩突出 成效显著 成绩显著 表现优秀 表现突出 值得学习 值得我学习 是我学习 学习的榜样 "
    "任劳任怨 兢兢业业 勤勤恳恳 以身作则 率先垂范 群众公认 能力强 水平高 作风扎实 有目共睹 "
    "总体不错 总的来说很好 没有什么问题 没什么意见 没有意见 太拼 太累 注意身体 注意休息 保重身体 "
    "太追求完美 要求太高 对自己要求过高 过于操劳"};
constexpr text::WordList achievements{
    "取得了 取得明显 成效显著 圆满完成 顺利完成 超额完成 荣获 被评为 得到肯定 受到表彰 走在前列 "
    "位居前列 同比增长 有效推动 扎实推进 全面完成 较好完成 先后开展 认真落实了"};
constexpr text::WordList team_words{
    "我们班子 班子存在 班子成员普遍 班子在 我们党组 党组在 单位存在 我局存在 我们单位"};
constexpr text::WordList self_words{"我 本人 自己 自身 个人"};
constexpr text::WordList other_words{
    "有的同志 有些同志 部分同志 个别同志 一些同志 有的干部 部分干部 个别干部 一些干部 下属单位 "
    "基层单位 科室同志 分管部门 村干部 上级部门"};
constexpr text::WordList thought_words{
    "思想 政治 理论 学习 党性 宗旨 作风 纪律 规矩 担当 责任 意识 斗争 信念 民主集中 意识形态 廉洁 "
    "廉政 群众 形式主义 官僚主义 好人主义 党建 权力 特权"};
constexpr text::WordList reasons{
    "是因为 主要是由于 众所周知 必须认识到 我们知道 重要意义 事关 关系到 是党的优良传统 "
    "是重要法宝"};
constexpr text::WordList old_problems{
    "老问题 遗留问题 历史遗留 上次民主生活会 去年民主生活会 上年度民主生活会 以前查摆 过去查摆 "
    "长期以来没有解决 多年没有解决"};
// What a matter, a day or a place is told by.
constexpr text::WordList matters{
    "例如 比如 譬如 在一次 那次 一次 当天 当时 会上 现场 项目 文件 报告 合同 资金 去年 今年 上半年 "
    "下半年 年初 年底 季度 上个月 本月 村 镇 乡 科 股 站 学校 局里 小区 企业 同志反映 两次 三次 "
    "多次 被举报 群众举报 被通报 被退回 被查 信访件 条例 公众号 规定"};

struct Sentence {
    std::string_view words;
    std::size_t from, to;
};

std::vector<Sentence> sentences_in(std::string_view text) {
    std::vector<Sentence> found;
    for (const auto words : text::sentences(text)) {
        const auto from = static_cast<std::size_t>(words.data() - text.data());
        found.push_back({words, from, from + words.size()});
    }
    return found;
}

/// 3次, 五个月, 半年: but not 第一, 一些, 一定.
bool counts_something(std::string_view text) {
    static const text::WordSet units(
        "次 个 家 人 天 年 月 项 件 起 户 万元 亿元 公里 小时 分钟 条 份 处");
    for (std::size_t at = 0; at < text.size(); at += text::bytes_of(text[at])) {
        if (text.substr(at).starts_with("半") && units.begins(text.substr(at + 3))) return true;
        const auto number = text::leading_number(text.substr(at));
        if (number && number->value > 1 && units.begins(text.substr(at + number->bytes)))
            return true;
    }
    return false;
}

bool is_concrete(std::string_view text) {
    return counts_something(text) || text::words<matters>().any_in(text);
}

Hint hint(HintKind kind, const Sentence& sentence, std::string_view because) {
    return {kind, sentence.from, sentence.to, because};
}
Hint of_all(HintKind kind, std::string_view text) {
    return {kind, 0, text.size(), {}};
}

/// Evasion::lesser is HintKind::lesser_instead_of_greater, and so on in their order.
void add_evasions(std::vector<Hint>& hints, const Sentence& one) {
    constexpr std::array kinds{HintKind::lesser_instead_of_greater, HintKind::glossed_over,
                               HintKind::excuse, HintKind::perfunctory};
    for (const auto& [what, because] : evasions_in(one.words)) {
        // A failing of temper with its matter is a failing.
        if (what == Evasion::lesser && is_concrete(one.words)) continue;
        hints.push_back(hint(kinds[static_cast<std::size_t>(what)], one, because));
    }
}
void add_quarrels(std::vector<Hint>& hints, const Sentence& one) {
    constexpr std::array kinds{HintKind::personal_attack, HintKind::old_scores,
                               HintKind::sweeping_verdict};
    for (const auto& [what, because] : quarrels_in(one.words))
        hints.push_back(hint(kinds[static_cast<std::size_t>(what)], one, because));
}
bool is_wish(const Hint& one) {
    return one.kind == HintKind::hope_instead_of_problem ||
           one.kind == HintKind::advice_instead_of_criticism;
}

}  // namespace

std::string_view name_of(HintKind kind) {
    return hint_names[static_cast<std::size_t>(kind)];
}
std::optional<HintKind> hint_kind_of(std::string_view name) {
    return base::named<HintKind>(hint_names, name);
}

PointedHint pointed(std::string_view field, std::string_view text, const Hint& hint) {
    const bool whole = hint.because.empty() && hint.from == 0 && hint.to == text.size();
    return {field, hint.kind,
            std::string(whole ? std::string_view() : text.substr(hint.from, hint.to - hint.from)),
            std::string(hint.because)};
}

std::vector<Hint> hints_of_criticism(std::string_view criticism) {
    std::vector<Hint> hints;
    bool names_a_fault = false, tells_a_matter = false;
    for (const auto& one : sentences_in(criticism)) {
        const bool fault = text::words<faults>().any_in(one.words);
        names_a_fault = names_a_fault || fault;
        tells_a_matter = tells_a_matter || is_concrete(one.words);
        if (const auto praise = found_in<praises>(one.words); !praise.empty())
            hints.push_back(hint(HintKind::praise, one, praise));
        add_quarrels(hints, one);
        if (fault) continue;
        if (const auto hope = found_in<hopes>(one.words); !hope.empty())
            hints.push_back(hint(HintKind::hope_instead_of_problem, one, hope));
        else if (const auto advised = found_in<advice>(one.words); !advised.empty())
            hints.push_back(hint(HintKind::advice_instead_of_criticism, one, advised));
    }
    // Who names the problem may wish for its end.
    if (names_a_fault) std::erase_if(hints, is_wish);
    if (!base::trim(criticism).empty() && !tells_a_matter)
        hints.push_back(of_all(HintKind::nothing_concrete, criticism));
    return hints;
}

std::vector<Hint> hints_of_statement(std::string_view problem, bool of_team) {
    std::vector<Hint> hints;
    bool tells_a_matter = false, says_self = of_team, of_thought = false, names_a_fault = false;
    std::optional<Hint> old;
    bool names_new = false;
    for (const auto& one : sentences_in(problem)) {
        const bool fault = text::words<faults>().any_in(one.words);
        names_a_fault = names_a_fault || fault;
        tells_a_matter = tells_a_matter || is_concrete(one.words);
        of_thought = of_thought || text::words<thought_words>().any_in(one.words);
        const bool self = text::words<self_words>().any_in(one.words);
        const auto team = found_in<team_words>(one.words);
        says_self = says_self || (self && team.empty());
        if (const auto before = found_in<old_problems>(one.words); before.empty())
            names_new = names_new || fault;
        else if (!old)
            old = hint(HintKind::old_instead_of_new, one, before);
        if (const auto done = found_in<achievements>(one.words); !done.empty() && !fault)
            hints.push_back(hint(HintKind::work_summary, one, done));
        if (!of_team && !team.empty())
            hints.push_back(hint(HintKind::team_instead_of_self, one, team));
        if (const auto other = found_in<other_words>(one.words); !other.empty() && !self)
            hints.push_back(hint(HintKind::others_instead_of_self, one, other));
        if (const auto reason = found_in<reasons>(one.words); !reason.empty() && !fault)
            hints.push_back(hint(HintKind::reasons_instead_of_problem, one, reason));
        add_evasions(hints, one);
        add_quarrels(hints, one);
    }
    if (base::trim(problem).empty()) return hints;
    if (old && !names_new) hints.push_back(*old);
    if (says_none(problem)) hints.push_back(of_all(HintKind::perfunctory, problem));
    if (!tells_a_matter) hints.push_back(of_all(HintKind::nothing_concrete, problem));
    if (!says_self) hints.push_back(of_all(HintKind::self_not_put_in, problem));
    if (names_a_fault && !of_thought)
        hints.push_back(of_all(HintKind::business_instead_of_thought, problem));
    return hints;
}

}  // namespace statements
