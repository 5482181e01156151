// What a text for the special democratic life meeting seems to get round: hints at sentences, each
// with why. They never decide anything and hold nobody up; the principal reads and decides
// (R116–R121, R134–R137). Pure.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace statements {

enum class HintKind {
    hope_instead_of_problem,      // 以提希望代替点问题
    advice_instead_of_criticism,  // 以工作建议代替批评意见
    praise,                       // 表功摆好、一团和气
    nothing_concrete,             // 不见人、不见事
    work_summary,                 // 写成工作总结
    team_instead_of_self,         // 以班子问题代替个人问题
    others_instead_of_self,       // 以下级、他人问题代替自身问题
    business_instead_of_thought,  // 以业务问题代替思想政治问题
    reasons_instead_of_problem,   // 以讲道理代替谈问题
    self_not_put_in,              // 没有把自己摆进去
    superior_instead_of_self,     // 以上级指出的问题代替自身查找的问题
    old_instead_of_new,           // 以未解决的老问题代替新问题
    aspect_missing,               // 要求摆进去的方面没有摆进去
    cause_missing,                // 要求剖析的方面没有剖析
    lesser_instead_of_greater,    // 避重就轻
    glossed_over,                 // 文过饰非
    excuse,                       // 以客观理由搪塞
    perfunctory,                  // 敷衍
    personal_attack,              // 人身攻击、辱骂；这三种是无原则纷争
    old_scores,                   // 翻旧账
    sweeping_verdict,             // 全盘否定人
};
inline constexpr std::array<HintKind, 21> hint_kinds{HintKind::hope_instead_of_problem,
                                                     HintKind::advice_instead_of_criticism,
                                                     HintKind::praise,
                                                     HintKind::nothing_concrete,
                                                     HintKind::work_summary,
                                                     HintKind::team_instead_of_self,
                                                     HintKind::others_instead_of_self,
                                                     HintKind::business_instead_of_thought,
                                                     HintKind::reasons_instead_of_problem,
                                                     HintKind::self_not_put_in,
                                                     HintKind::superior_instead_of_self,
                                                     HintKind::old_instead_of_new,
                                                     HintKind::aspect_missing,
                                                     HintKind::cause_missing,
                                                     HintKind::lesser_instead_of_greater,
                                                     HintKind::glossed_over,
                                                     HintKind::excuse,
                                                     HintKind::perfunctory,
                                                     HintKind::personal_attack,
                                                     HintKind::old_scores,
                                                     HintKind::sweeping_verdict};

[[nodiscard]] std::string_view name_of(HintKind kind);
[[nodiscard]] std::optional<HintKind> hint_kind_of(std::string_view name);

struct Hint {
    HintKind kind{};
    std::size_t from = 0, to = 0;  // the sentence, as bytes of the text; all of it: the whole text
    std::string_view because;      // the words in it that made us say so; empty: what is missing
    bool operator==(const Hint&) const = default;
};

/// The same for showing: which member of a message it points at, the sentence and the words that
/// made us say so, both empty where the whole text is meant.
struct PointedHint {
    std::string_view field;
    HintKind kind{};
    std::string sentence, because;
    bool operator==(const PointedHint&) const = default;
};
[[nodiscard]] PointedHint pointed(std::string_view field, std::string_view text, const Hint& hint);

/// Of one member's criticism of another, in the order of the text. A criticism that names a problem
/// may end in a wish; one that does nothing but wish or advise is hinted at. A quarrel is always.
[[nodiscard]] std::vector<Hint> hints_of_criticism(std::string_view criticism);

/// Of one problem that a statement names about the one who gives it; `of_team`: the statement is
/// the team's, which may say “we”. With evasions and quarrels.
[[nodiscard]] std::vector<Hint> hints_of_statement(std::string_view problem, bool of_team);

}  // namespace statements
