#include "regulations/regulation.hpp"

#include <algorithm>
#include <array>

#include "base/names.hpp"
#include "base/text_length.hpp"

namespace regulations {
namespace {

using base::Act;
using base::ErrorKind;
using base::refuse;
using Refusal = std::optional<base::Error>;
using State = RegulationState;
using Step = RegulationAct;

constexpr std::array<std::string_view, 3> change_names{"made", "revised", "abolished"};
constexpr std::array<std::string_view, 8> kind_names{"system", "measures",  "provisions", "rules",
                                                     "scheme", "procedure", "mechanism",  "other"};
constexpr std::array<std::string_view, 6> state_names{"drafting", "in_review", "issued",
                                                      "in_force", "repealed",  "given_up"};
constexpr std::array<std::string_view, 7> act_names{"edit",    "submit", "issue",  "take_effect",
                                                    "go_back", "repeal", "give_up"};

Refusal illegal(std::string_view code) {
    return refuse(ErrorKind::illegal_transition, code);
}

bool is_of_the_unit(const Regulation& regulation, const base::Actor& actor) {
    return actor.may(Act::report_progress) &&
           actor.scope.covers(regulation.unit_path, regulation.programme);
}

Refusal not_for_them(Step act, const Regulation& regulation, const base::Actor& actor) {
    if (actor.may(Act::edit_ledger)) return std::nullopt;
    const bool moves = act == Step::submit || act == Step::issue || act == Step::take_effect;
    if (!moves) return refuse(ErrorKind::forbidden, "only_the_office_edits");
    if (is_of_the_unit(regulation, actor)) return std::nullopt;
    return refuse(ErrorKind::forbidden, "only_the_unit_in_charge_moves_it");
}

Refusal not_now(Step act, State state) {
    const bool drafted = is_drafted(state);
    switch (act) {
        case Step::edit: return std::nullopt;
        case Step::submit:
            return state == State::drafting ? std::nullopt : illegal("regulation_is_past_drafting");
        case Step::issue:
            if (state == State::drafting) return illegal("regulation_is_not_reviewed");
            return drafted ? std::nullopt : illegal("regulation_is_issued");
        case Step::take_effect:
            if (drafted) return illegal("regulation_is_not_issued");
            return state == State::issued ? std::nullopt : illegal("regulation_is_in_force");
        case Step::go_back:
            return state == State::drafting ? illegal("regulation_is_at_its_beginning")
                                            : std::nullopt;
        case Step::repeal: return drafted ? illegal("regulation_is_not_issued") : std::nullopt;
        case Step::give_up: return drafted ? std::nullopt : illegal("regulation_is_issued");
    }
    return std::nullopt;
}

/// The latest day that still holds.
std::optional<base::Date> last_day(const Regulation& regulation) {
    return std::max({regulation.submitted_on, regulation.issued_on, regulation.effective_on});
}

Refusal day_fault(const Regulation& before, const RegulationStep& step, base::Date today) {
    const auto wrong = [&](std::string_view code, base::Date accepted) {
        return refuse(ErrorKind::invalid, code, "on",
                      {{"value", base::to_text(step.on)}, {"accepted", base::to_text(accepted)}});
    };
    if (step.on > today) return wrong("step_lies_in_the_future", today);
    const auto last = last_day(before);
    const bool forward = step.act != Step::go_back && step.act != Step::give_up;
    if (forward && last && step.on < *last) return wrong("step_before_the_last", *last);
    return std::nullopt;
}

Refusal step_fault(const Regulation& before, const RegulationStep& step, base::Date today) {
    std::vector<base::Error> faults;
    if (auto fault = day_fault(before, step, today)) faults.push_back(*fault);
    if (step.act == Step::issue && base::trim(step.document).empty())
        faults.push_back(refuse(ErrorKind::invalid, "document_number_missing", "document"));
    const bool needs_reason =
        step.act == Step::go_back || step.act == Step::repeal || step.act == Step::give_up;
    if (needs_reason)
        if (auto fault = base::why_too_short(base::trim(step.note), "reason_too_short", "note"))
            faults.push_back(std::move(*fault));
    return base::together(std::move(faults));
}

void undo_last(Regulation& after) {
    switch (after.state) {
        case State::in_review:
            after.state = State::drafting;
            after.submitted_on.reset();
            break;
        case State::issued:
            after.state = State::in_review;
            after.issued_on.reset();
            after.document.clear();
            break;
        default: after.state = State::issued; after.effective_on.reset();
    }
}

void move_on(Regulation& after, const RegulationStep& step) {
    switch (step.act) {
        case Step::submit:
            after.state = State::in_review;
            after.submitted_on = step.on;
            break;
        case Step::issue:
            after.state = State::issued;
            after.issued_on = step.on;
            after.document = step.document;
            break;
        case Step::take_effect:
            after.state = State::in_force;
            after.effective_on = step.on;
            break;
        case Step::repeal:
            after.state = State::repealed;
            after.repealed_on = step.on;
            break;
        case Step::give_up: after.state = State::given_up; break;
        case Step::go_back: undo_last(after); break;
        case Step::edit: break;
    }
}

}  // namespace

std::string_view name_of(RegulationChange change) {
    return change_names[static_cast<std::size_t>(change)];
}
std::optional<RegulationChange> regulation_change_of(std::string_view name) {
    return base::named<RegulationChange>(change_names, name);
}
std::string_view name_of(RegulationKind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}
std::optional<RegulationKind> regulation_kind_of(std::string_view name) {
    return base::named<RegulationKind>(kind_names, name);
}
std::string_view name_of(RegulationState state) {
    return state_names[static_cast<std::size_t>(state)];
}
std::optional<RegulationState> regulation_state_of(std::string_view name) {
    return base::named<RegulationState>(state_names, name);
}
bool is_done(RegulationState state) {
    return state == State::issued || state == State::in_force;
}
bool is_drafted(RegulationState state) {
    return state == State::drafting || state == State::in_review;
}
std::string_view name_of(RegulationAct act) {
    return act_names[static_cast<std::size_t>(act)];
}
std::optional<RegulationAct> regulation_step_of(std::string_view name) {
    const auto act = base::named<RegulationAct>(act_names, name);
    return act == RegulationAct::edit ? std::nullopt : act;
}

std::optional<base::Error> why_not_add(const base::Actor& actor) {
    if (actor.may(Act::edit_ledger)) return std::nullopt;
    return refuse(ErrorKind::forbidden, "only_the_office_edits");
}

std::optional<base::Error> why_not(RegulationAct act, const Regulation& regulation,
                                   const base::Actor& actor) {
    if (auto no = not_for_them(act, regulation, actor)) return no;
    if (regulation.state == State::given_up) return illegal("regulation_is_given_up");
    if (regulation.state == State::repealed) return illegal("regulation_is_repealed");
    return not_now(act, regulation.state);
}

base::Result<void> check(const RegulationTerms& terms) {
    if (terms.change != RegulationChange::made && base::trim(terms.replaces).empty())
        return refuse(ErrorKind::invalid, "revision_names_nothing", "replaces");
    return {};
}

base::Result<Regulation> edit(const Regulation& before, const RegulationTerms& terms,
                              const base::Actor& actor) {
    if (auto no = why_not(RegulationAct::edit, before, actor)) return *no;
    if (auto good = check(terms); !good) return good.error();
    Regulation after = before;
    after.terms = terms;
    if (after != before) ++after.version;
    return after;
}

base::Result<Regulation> take_step(const Regulation& before, const RegulationStep& step,
                                   const base::Actor& actor, base::Instant now) {
    if (auto no = why_not(step.act, before, actor)) return *no;
    if (auto fault = step_fault(before, step, base::date_of(now))) return *fault;
    Regulation after = before;
    move_on(after, step);
    after.steps.push_back(step);
    after.steps.back().by = actor.name;
    after.steps.back().at = now;
    ++after.version;
    return after;
}

}  // namespace regulations
