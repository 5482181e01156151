#include "statements/outline.hpp"

#include <algorithm>

#include "base/names.hpp"

namespace statements {
namespace {

constexpr std::array<std::string_view, 2> kind_names{"team", "individual"};
constexpr std::array<std::string_view, 2> kind_words{"班子对照检查材料", "个人发言提纲"};
constexpr std::array<std::string_view, 5> aspect_names{"self", "duty", "thought", "work",
                                                       "problem"};
constexpr std::array<std::string_view, 10> declared_names{
    "last_year", "family",  "feedback", "inquiry",     "accountable",
    "belief",    "circles", "cadres",   "inscription", "ideology"};
constexpr std::array<std::string_view, 10> declared_words{
    "上次民主生活会整改措施落实情况",
    "个人和家庭重大事项说明",
    "巡视巡察反馈问题说明",
    "约谈函询情况说明",
    "问责情况检讨",
    "宗教信仰和封建迷信方面的说明",
    "圈子文化和好人主义方面的说明",
    "选人用人中跑风漏气、说情打招呼方面的说明",
    "题词、作序等方面的说明",
    "意识形态工作责任制落实情况"};
constexpr std::array<std::string_view, 10> declared_guides{
    "逐条写明上次提出的整改措施：做到了什么、没有做到什么、为什么。",
    "写明婚姻、出国（境）、配偶子女从业和房产等变化；没有变化也要写明。",
    "对反馈中涉及自己的问题逐一说明，不笼统带过。",
    "写明何时因何事被约谈或者函询、如何说明；没有的也要写明。",
    "受到问责的，写明事由、责任和教训；没有的也要写明。",
    "写明本人及家属有无信教、参加宗教或者迷信活动的情况。",
    "写明有无拉帮结派、以人划线、遇事不讲原则的情况。",
    "写明有无泄露选人用人信息、为他人说情打招呼的情况。",
    "写明有无违规题词、题字、作序的情况。",
    "写明落实意识形态工作责任制存在的问题。"};
constexpr std::array<std::string_view, 2> causes_names{"ability_and_integrity",
                                                       "organisation_and_discipline"};
constexpr std::array<std::string_view, 2> causes_words{"思想、政治、作风、能力、廉洁",
                                                       "思想、政治、组织、作风、纪律"};
constexpr std::array<std::string_view, 7> heading_names{
    "thought", "politics", "style", "ability", "integrity", "organisation", "discipline"};
constexpr std::array<std::string_view, 5> part_names{"declared", "problem", "cases", "causes",
                                                     "measures"};
constexpr std::string_view cases_heading = "典型案例剖析", causes_heading = "产生问题的原因",
                           measures_heading = "努力方向和整改措施",
                           other_problems = "查摆的突出问题";

template <std::size_t count, class Name>
std::string_view at(const std::array<std::string_view, count>& words, Name name) {
    return words[static_cast<std::size_t>(name)];
}

/// The team speaks for itself of three; the rest is each member's own.
bool is_of_team(Declared declared) {
    return declared == Declared::last_year || declared == Declared::feedback ||
           declared == Declared::ideology;
}

}  // namespace

std::string_view name_of(StatementKind kind) {
    return at(kind_names, kind);
}
std::optional<StatementKind> statement_kind_of(std::string_view name) {
    return base::named<StatementKind>(kind_names, name);
}
std::string_view words_of(StatementKind kind) {
    return at(kind_words, kind);
}
std::string_view name_of(Aspect aspect) {
    return at(aspect_names, aspect);
}
std::optional<Aspect> aspect_of(std::string_view name) {
    return base::named<Aspect>(aspect_names, name);
}
std::string_view name_of(Declared declared) {
    return at(declared_names, declared);
}
std::optional<Declared> declared_of(std::string_view name) {
    return base::named<Declared>(declared_names, name);
}
std::string_view words_of(Declared declared) {
    return at(declared_words, declared);
}
std::string_view name_of(Causes causes) {
    return at(causes_names, causes);
}
std::optional<Causes> causes_of(std::string_view name) {
    return base::named<Causes>(causes_names, name);
}
std::string_view words_of(Causes causes) {
    return at(causes_words, causes);
}
std::string_view name_of(CauseHeading heading) {
    return at(heading_names, heading);
}
std::array<CauseHeading, 5> headings_of(Causes causes) {
    using enum CauseHeading;
    if (causes == Causes::ability_and_integrity)
        return {thought, politics, style, ability, integrity};
    return {thought, politics, organisation, style, discipline};
}
std::string_view name_of(Part part) {
    return at(part_names, part);
}
std::optional<Part> part_of(std::string_view name) {
    return base::named<Part>(part_names, name);
}

std::optional<base::Error> why_not_ask(const Asked& wanted, const LifeMeeting& meeting,
                                       const life_meetings::Standing& standing) {
    using base::ErrorKind;
    if (!standing.keeper) return refuse(ErrorKind::forbidden, "only_the_keeper_says_what_is_asked");
    if (meeting.state == life_meetings::LifeState::closed ||
        meeting.state == life_meetings::LifeState::cancelled)
        return refuse(ErrorKind::illegal_transition, "life_meeting_is_over");
    if (!wanted.reviewer) return std::nullopt;
    for (const auto* one : life_meetings::team_of(meeting))
        if (one->id == *wanted.reviewer) return std::nullopt;
    return refuse(ErrorKind::invalid, "reviewer_is_not_of_the_team", "reviewer_id");
}

std::string guide_of(Part part, std::string_view heading, const Asked& asked) {
    switch (part) {
        case Part::declared:
            for (const auto one : all_declared)
                if (words_of(one) == heading) return std::string(at(declared_guides, one));
            return {};
        case Part::problem:
            return "写出具体问题：什么时间、什么事、谁的责任、思想上怎么想的；不写成绩。";
        case Part::cases: return "从反馈中选出典型案例，写明哪一次党组会作过剖析、剖析出什么。";
        case Part::causes: return "从" + std::string(words_of(asked.causes)) + "等方面深挖根源。";
        case Part::measures: return "写明努力方向，每条措施写清做什么、什么时候做到。";
    }
    return {};
}

std::vector<OutlinePart> outline_of(StatementKind kind, const Asked& asked,
                                    const std::vector<std::string>& focus) {
    std::vector<OutlinePart> parts;
    const auto add = [&](Part part, std::string_view heading) {
        parts.push_back({part, std::string(heading), guide_of(part, heading, asked)});
    };
    const bool team = kind == StatementKind::team;
    const auto declare = [&](bool last_year) {
        for (const auto one : asked.declared)
            if ((one == Declared::last_year) == last_year && (!team || is_of_team(one)))
                add(Part::declared, words_of(one));
    };
    declare(true);
    for (const auto& item : focus) add(Part::problem, item);
    if (focus.empty()) add(Part::problem, other_problems);
    if (team) add(Part::cases, cases_heading);
    declare(false);
    add(Part::causes, causes_heading);
    add(Part::measures, measures_heading);
    return parts;
}

}  // namespace statements
