#include "supervision/check.hpp"

#include <algorithm>

#include "base/names.hpp"
#include "base/text_length.hpp"

namespace supervision {
namespace {

using base::ErrorKind;
using base::refuse;
using base::why_too_short;
using Refusal = std::optional<base::Error>;

constexpr std::array<std::string_view, check_kinds.size()> kind_names{"site_check", "look_back",
                                                                      "reverse_check"};
constexpr std::array<std::string_view, check_states.size()> state_names{"planned", "under_way",
                                                                        "concluded", "cancelled"};
constexpr std::array<std::string_view, check_acts.size()> act_names{
    "edit", "announce", "begin", "draw", "fill_in", "decide", "conclude", "cancel"};

Refusal illegal(std::string_view code) {
    return refuse(ErrorKind::illegal_transition, code);
}

base::Error counted(std::string_view code, std::int64_t rows) {
    return refuse(ErrorKind::illegal_transition, code, "", {{"value", std::to_string(rows)}});
}

Check moved_on(const Check& before, CheckState state) {
    auto after = before;
    after.state = state;
    ++after.version;
    return after;
}

}  // namespace

std::string_view name_of(CheckKind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}
std::optional<CheckKind> check_kind_of(std::string_view name) {
    return base::named<CheckKind>(kind_names, name);
}
std::string_view name_of(CheckState state) {
    return state_names[static_cast<std::size_t>(state)];
}
std::optional<CheckState> check_state_of(std::string_view name) {
    return base::named<CheckState>(state_names, name);
}
std::string_view name_of(CheckAct act) {
    return act_names[static_cast<std::size_t>(act)];
}

std::vector<std::string> usual_items(CheckKind kind) {
    std::vector<std::string> items{"整改措施是否落实", "佐证材料是否真实", "整改成效是否属实",
                                   "群众和当事人是否知晓", "是否举一反三、建章立制"};
    if (kind != CheckKind::site_check) items.emplace_back("问题有无反弹回潮");
    return items;
}

bool is_on_team(const Check& check, const base::Actor& actor) {
    const auto& team = check.terms.team;
    return std::any_of(team.begin(), team.end(),
                       [&](const TeamMember& one) { return one.person == actor.person; });
}

bool sees_inside(const Check& check, const base::Actor& actor) {
    return actor.may(base::Act::review) || check.state == CheckState::concluded;
}

std::optional<base::Error> why_not(CheckAct act, const Check& check, const base::Actor& actor) {
    if (!actor.may(base::Act::review)) return refuse(ErrorKind::forbidden, "only_reviewers_check");
    if (check.state == CheckState::concluded) return illegal("check_is_concluded");
    if (check.state == CheckState::cancelled) return illegal("check_is_cancelled");
    const bool runs = check.state == CheckState::under_way;
    if (act == CheckAct::begin && runs) return illegal("check_is_under_way");
    const bool needs_running =
        act == CheckAct::fill_in || act == CheckAct::decide || act == CheckAct::conclude;
    if (needs_running && !runs) return illegal("check_is_not_under_way");
    if (act == CheckAct::fill_in && !is_on_team(check, actor))
        return refuse(ErrorKind::forbidden, "only_the_team_fills_in");
    return std::nullopt;
}

base::Result<void> check_terms(const CheckTerms& terms, const base::Actor& actor) {
    if (!actor.may(base::Act::review)) return refuse(ErrorKind::forbidden, "only_reviewers_check");
    std::vector<base::Error> faults;
    if (terms.subject.empty())
        faults.push_back(refuse(ErrorKind::invalid, "text_empty", "subject"));
    if (terms.ends_on < terms.begins_on)
        faults.push_back(refuse(ErrorKind::invalid, "check_ends_before_it_begins", "ends_on",
                                {{"value", base::to_text(terms.ends_on)},
                                 {"accepted", base::to_text(terms.begins_on)}}));
    if (std::count_if(terms.team.begin(), terms.team.end(),
                      [](const TeamMember& one) { return one.leads; }) != 1)
        faults.push_back(refuse(ErrorKind::invalid, "check_needs_one_leader", "team"));
    if (terms.units.empty())
        faults.push_back(refuse(ErrorKind::invalid, "check_visits_nobody", "units"));
    if (const auto fault = base::together(std::move(faults))) return *fault;
    return {};
}

base::Result<Check> edit(const Check& before, const CheckTerms& terms, const CheckFigures& figures,
                         const base::Actor& actor) {
    if (const auto no = why_not(CheckAct::edit, before, actor)) return *no;
    if (const auto fine = check_terms(terms, actor); !fine) return fine.error();
    if (figures.filled > 0 && terms.items != before.terms.items)
        return refuse(ErrorKind::invalid, "check_items_are_in_use", "items");
    if (terms == before.terms) return before;
    auto after = before;
    after.terms = terms;
    ++after.version;
    return after;
}

base::Result<Check> announce(const Check& before, const base::Actor& actor) {
    if (const auto no = why_not(CheckAct::announce, before, actor)) return *no;
    if (before.announced) return before;
    auto after = moved_on(before, before.state);
    after.announced = true;
    return after;
}

base::Result<Check> begin(const Check& before, const base::Actor& actor) {
    if (const auto no = why_not(CheckAct::begin, before, actor)) return *no;
    return moved_on(before, CheckState::under_way);
}

base::Result<Check> cancel(const Check& before, std::string_view reason,
                           const CheckFigures& figures, const base::Actor& actor) {
    if (const auto no = why_not(CheckAct::cancel, before, actor)) return *no;
    if (figures.filled > 0) return counted("check_has_results", figures.filled);
    if (const auto no = why_too_short(reason, "reason_too_short", "reason")) return *no;
    auto after = moved_on(before, CheckState::cancelled);
    after.reason = reason;
    return after;
}

base::Result<Check> conclude(const Check& before, std::string_view conclusion,
                             const CheckFigures& figures, const base::Actor& actor,
                             base::Instant now) {
    if (const auto no = why_not(CheckAct::conclude, before, actor)) return *no;
    if (figures.rows == 0) return *illegal("check_has_no_rows");
    if (figures.filled < figures.rows)
        return counted("rows_without_result", figures.rows - figures.filled);
    if (figures.undecided > 0) return counted("findings_without_consequence", figures.undecided);
    if (const auto no = why_too_short(conclusion, "conclusion_too_short", "conclusion")) return *no;
    auto after = moved_on(before, CheckState::concluded);
    after.conclusion = conclusion;
    after.concluded_by = actor.name;
    after.concluded_at = now;
    return after;
}

}  // namespace supervision
