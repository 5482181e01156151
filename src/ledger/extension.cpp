#include "ledger/extension.hpp"

#include <algorithm>
#include <array>

#include "base/limits.hpp"
#include "base/names.hpp"
#include "base/utf8.hpp"

namespace ledger {
namespace {

using base::Act;
using base::ErrorKind;
using base::refuse;

constexpr std::array<std::string_view, 4> state_names{"pending", "approved", "refused",
                                                      "withdrawn"};
constexpr std::array<std::string_view, 2> level_names{"office", "supervision"};
constexpr std::array<std::string_view, 3> act_names{"agree", "refuse", "withdraw"};

std::optional<base::Error> reason_fault(std::string_view reason, std::string_view field) {
    if (base::chars_in(reason) >= base::limits::reason_chars_min) return std::nullopt;
    return refuse(ErrorKind::invalid, "reason_too_short", field,
                  {{"accepted", std::to_string(base::limits::reason_chars_min)}});
}

std::optional<base::Error> form_fault(const Extension& wanted, base::Date today) {
    std::vector<base::Error> faults;
    const auto earliest = std::max(wanted.old_due_on, today);
    if (wanted.wanted_on <= earliest)
        faults.push_back(refuse(ErrorKind::invalid, "extension_is_not_later", "wanted_on",
                                {{"value", base::to_text(wanted.wanted_on)},
                                 {"accepted", base::to_text(base::add_days(earliest, 1))}}));
    if (auto fault = reason_fault(wanted.reason, "reason")) faults.push_back(*fault);
    if (wanted.leader.name.empty() || !wanted.leader.on)
        faults.push_back(refuse(ErrorKind::invalid, "unit_leader_has_not_signed",
                                wanted.leader.name.empty() ? "leader_name" : "leader_on"));
    else if (*wanted.leader.on > today)
        faults.push_back(refuse(ErrorKind::invalid, "signed_in_the_future", "leader_on"));
    return base::together(std::move(faults));
}

/// The supervising side reviews and does not keep the ledger itself.
std::optional<base::Error> why_not_decide(const Extension& extension, const base::Actor& actor) {
    if (!actor.may(Act::review)) return refuse(ErrorKind::forbidden, "only_reviewers_review");
    const bool spoke = std::any_of(extension.opinions.begin(), extension.opinions.end(),
                                   [&](const auto& one) { return one.by_account == actor.id; });
    if (extension.asked_by == actor.id || spoke)
        return refuse(ErrorKind::forbidden, "nobody_reviews_their_own");
    const bool of_office = actor.may(Act::edit_ledger);
    const auto level = next_level(extension);
    if (level == ExtensionLevel::office && !of_office)
        return refuse(ErrorKind::illegal_transition, "the_office_decides_first");
    if (level == ExtensionLevel::supervision && of_office)
        return refuse(ErrorKind::forbidden, "the_supervising_side_decides");
    return std::nullopt;
}

}  // namespace

std::string_view name_of(ExtensionState state) {
    return state_names[static_cast<std::size_t>(state)];
}
std::optional<ExtensionState> extension_state_of(std::string_view name) {
    return base::named<ExtensionState>(state_names, name);
}
std::string_view name_of(ExtensionLevel level) {
    return level_names[static_cast<std::size_t>(level)];
}
std::optional<ExtensionLevel> extension_level_of(std::string_view name) {
    return base::named<ExtensionLevel>(level_names, name);
}
std::string_view name_of(ExtensionAct act) {
    return act_names[static_cast<std::size_t>(act)];
}

std::optional<ExtensionLevel> next_level(const Extension& extension) {
    if (extension.state != ExtensionState::pending) return std::nullopt;
    return extension.opinions.empty() ? ExtensionLevel::office : ExtensionLevel::supervision;
}

std::optional<base::Error> why_not_extend(const Measure& measure, ProblemGate gate,
                                          const base::Actor& actor) {
    if (auto no = why_not(MeasureAct::report, measure, gate, actor)) return no;
    if (!measure.due_on) return refuse(ErrorKind::illegal_transition, "nothing_to_extend");
    return std::nullopt;
}

std::optional<base::Error> why_not_extend(const Problem& problem, const base::Actor& actor) {
    if (problem.status == ProblemStatus::struck_off)
        return refuse(ErrorKind::illegal_transition, "problem_is_closed_to_changes");
    if (problem.status == ProblemStatus::unclaimed)
        return refuse(ErrorKind::illegal_transition, "claim_the_problem_first");
    if (!actor.may(Act::report_progress))
        return refuse(ErrorKind::forbidden, "only_responsible_units_report");
    if (problem.status == ProblemStatus::awaiting_review)
        return refuse(ErrorKind::illegal_transition, "problem_is_awaiting_review");
    if (!problem.due_on) return refuse(ErrorKind::illegal_transition, "nothing_to_extend");
    return std::nullopt;
}

base::Result<Extension> ask_for(const Extension& wanted, const ExtensionContext& context) {
    if (context.pending) return refuse(ErrorKind::conflict, "extension_is_pending");
    if (auto fault = form_fault(wanted, context.today)) return *fault;
    Extension asked = wanted;
    asked.nth = context.granted + 1;
    asked.supervised = asked.nth > 1 || (context.concentrated_end_on &&
                                         asked.wanted_on > *context.concentrated_end_on);
    return asked;
}

std::optional<base::Error> why_not(ExtensionAct act, const Extension& extension,
                                   const base::Actor& actor) {
    if (extension.state != ExtensionState::pending)
        return refuse(ErrorKind::illegal_transition, "extension_is_decided");
    if (act != ExtensionAct::withdraw) return why_not_decide(extension, actor);
    if (extension.asked_by != actor.id)
        return refuse(ErrorKind::forbidden, "only_who_asked_withdraws");
    return std::nullopt;
}

base::Result<Extension> decide(const Extension& before, bool agreed, std::string_view note,
                               const base::Actor& actor, base::Instant now) {
    const auto act = agreed ? ExtensionAct::agree : ExtensionAct::refuse;
    if (const auto error = why_not(act, before, actor)) return *error;
    if (!agreed)
        if (const auto fault = reason_fault(note, "note")) return *fault;
    Extension after = before;
    after.opinions.push_back(
        {*next_level(before), agreed, now, actor.id, actor.name, std::string(note)});
    const auto levels = before.supervised ? 2u : 1u;
    if (!agreed)
        after.state = ExtensionState::refused;
    else if (after.opinions.size() == levels)
        after.state = ExtensionState::approved;
    ++after.version;
    return after;
}

base::Result<Extension> withdraw(const Extension& before, const base::Actor& actor) {
    if (before.state == ExtensionState::withdrawn && before.asked_by == actor.id) return before;
    if (const auto error = why_not(ExtensionAct::withdraw, before, actor)) return *error;
    Extension after = before;
    after.state = ExtensionState::withdrawn;
    ++after.version;
    return after;
}

}  // namespace ledger
