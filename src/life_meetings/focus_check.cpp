#include "life_meetings/focus_check.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "text/similarity.hpp"

namespace life_meetings {
namespace {

using Subjects = std::uint32_t;
constexpr Subjects duties = 1, politics = 2, ideology = 4, team = 8, cadres = 16, branches = 32,
                   party_life = 64, responsibility = 128, style = 256, integrity = 512,
                   rectification = 1024;

struct Term {
    std::string_view words;
    Subjects subjects;
};
// The longer of two that overlap stands first. What documents use as a roof over several
// subjects counts for each of them: a plan that examines 党的建设 does not leave out its branches.
constexpr Term terms[]{
    {"全面从严治党", responsibility | style | integrity | party_life | cadres},
    {"管党治党", responsibility | style | integrity | party_life},
    {"从严治党", responsibility | style | integrity | party_life},
    {"党的领导", duties | politics | ideology | team},
    {"全面领导", duties | politics | ideology | team},
    {"领导核心", duties | team},
    {"核心作用", duties | team},
    {"党的建设", politics | ideology | team | cadres | branches | party_life | style},
    {"组织路线", team | cadres | branches | party_life},
    {"基层党组织", branches | party_life},
    {"基层组织", branches | party_life},
    {"组织建设", team | cadres | branches | party_life},
    {"党建", branches | party_life | responsibility},
    {"政治建设", politics | party_life},
    {"政治纪律", politics},
    {"政治规矩", politics},
    {"政治意识", politics | duties},
    {"政治能力", politics | duties},
    {"政治方向", politics | duties},
    {"纪律建设", politics | responsibility | style | integrity},
    {"纪律规矩", politics | responsibility | style | integrity},
    {"路线方针政策", duties | politics},
    {"决策部署", duties | politics},
    {"重大部署", duties},
    {"上级精神", duties | politics},
    {"学习贯彻", duties | ideology | politics},
    {"创新理论", duties | ideology | politics},
    {"理论学习", ideology | duties},
    {"意识形态", ideology},
    {"思想建设", ideology | politics},
    {"宗教", ideology},
    {"职能", duties},
    {"职责", duties},
    {"履职", duties},
    {"担当", duties | style},
    {"事业", duties},
    {"发展", duties},
    {"改革", duties},
    {"政策", duties},
    {"脱贫", duties},
    {"乡村振兴", duties},
    {"营商环境", duties},
    {"群众身边", style | integrity | responsibility},
    {"领导班子", team},
    {"班子建设", team},
    {"民主集中制", team | party_life},
    {"三重一大", team | integrity},
    {"议事", team},
    {"选人用人", cadres},
    {"干部选用", cadres},
    {"选拔任用", cadres},
    {"干部", cadres},
    {"人才", cadres},
    {"软弱涣散", branches | party_life},
    {"党支部", branches},
    {"支部", branches},
    {"组织生活", party_life | branches},
    {"党内政治生活", party_life | politics},
    {"民主生活会", party_life},
    {"主体责任", responsibility},
    {"监督责任", responsibility},
    {"两个责任", responsibility},
    {"执纪", responsibility | integrity},
    {"廉", integrity | responsibility},
    {"腐败", integrity},
    {"资金", integrity},
    {"财务", integrity},
    {"采购", integrity},
    {"工程", integrity},
    {"项目", integrity | duties},
    {"资产", integrity},
    {"招投标", integrity},
    {"作风", style},
    {"四风", style},
    {"不正之风", style | integrity},
    {"中央八项规定", style | integrity},
    {"八项规定", style | integrity},
    {"形式主义", style},
    {"官僚主义", style},
    {"整改", rectification},
    {"巡视", rectification},
    {"巡察", rectification},
    {"审计", rectification},
    {"监督发现", rectification},
};
constexpr std::array<std::string_view, 7> of_the_feedback{"巡视", "巡察", "反馈",    "整改",
                                                          "督察", "审计", "监督发现"};
constexpr std::size_t shingle = 3;
constexpr double likeness_min = 0.4;

struct Read {
    std::vector<const Term*> said;
    Subjects subjects = 0;
};
Read read(std::string_view text) {
    std::string left(text);
    Read found;
    for (const auto& term : terms) {
        const auto at = left.find(term.words);
        if (at == std::string::npos) continue;
        // What a longer term has read is not read again by a shorter one.
        left.replace(at, term.words.size(), "\n");
        found.said.push_back(&term);
        found.subjects |= term.subjects;
    }
    return found;
}

/// A heading that names no subject is read by its problems.
Read read(const FedBackArea& area) {
    auto found = read(area.heading);
    if (found.subjects != 0) return found;
    for (const auto& problem : area.problems) {
        const auto more = read(problem);
        found.said.insert(found.said.end(), more.said.begin(), more.said.end());
        found.subjects |= more.subjects;
    }
    return found;
}

std::string_view words_of(const Read& found, Subjects shared) {
    for (const auto* term : found.said)
        if ((term->subjects & shared) != 0) return term->words;
    return {};
}

/// What nearly every heading begins and ends with says nothing.
std::string_view bare(std::string_view heading) {
    if (constexpr std::string_view on = "关于"; heading.starts_with(on))
        heading.remove_prefix(on.size());
    for (const std::string_view end : {"方面存在的问题", "方面的问题", "的问题", "方面", "问题"})
        if (heading.size() > end.size() && heading.ends_with(end))
            return heading.substr(0, heading.size() - end.size());
    return heading;
}

bool is_alike(std::string_view one, std::string_view other) {
    const auto first = text::shingle_set(text::compared(bare(one)), shingle),
               second = text::shingle_set(text::compared(bare(other)), shingle);
    return text::likeness(first, second).containment >= likeness_min;
}

std::optional<TakenUp> taken_up(const std::string& line, const Read& said, const FedBackArea& area,
                                const Read& meant) {
    if (const auto shared = said.subjects & meant.subjects; shared != 0)
        return TakenUp{line, std::string(words_of(said, shared)),
                       std::string(words_of(meant, shared))};
    if (is_alike(line, area.heading)) return TakenUp{line, line, area.heading};
    for (const auto& problem : area.problems)
        if (is_alike(line, problem)) return TakenUp{line, line, problem};
    return std::nullopt;
}

Subjects subjects_of_problems(const std::vector<FedBackArea>& areas) {
    Subjects all = 0;
    for (const auto& area : areas)
        for (const auto& problem : area.problems) all |= read(problem).subjects;
    return all;
}

}  // namespace

FocusCheck check_focus(std::string_view theme, const std::vector<std::string>& focus,
                       const std::vector<FedBackArea>& areas) {
    FocusCheck check;
    check.theme_keeps = std::any_of(
        of_the_feedback.begin(), of_the_feedback.end(),
        [&](std::string_view word) { return theme.find(word) != std::string_view::npos; });
    std::vector<Read> said;
    for (const auto& line : focus) said.push_back(read(line));
    std::vector<bool> takes_up(focus.size());
    for (const auto& area : areas) {
        if (area.heading.empty()) continue;
        CheckedArea checked{area.heading, {}};
        const auto meant = read(area);
        for (std::size_t i = 0; i < focus.size(); ++i) {
            auto found = taken_up(focus[i], said[i], area, meant);
            if (!found) continue;
            takes_up[i] = true;
            checked.lines.push_back(std::move(*found));
        }
        check.areas.push_back(std::move(checked));
    }
    if (check.areas.empty()) return check;
    // To be adrift takes more than to be needed by no heading: a problem may stand under another
    // one, and rectification itself is what the meeting is for, whatever the areas are.
    const auto asked_for = subjects_of_problems(areas) | rectification;
    for (std::size_t i = 0; i < focus.size(); ++i)
        if (!takes_up[i] && (said[i].subjects & asked_for) == 0) check.adrift.push_back(focus[i]);
    return check;
}

}  // namespace life_meetings
