#include "drafting/plan_news_actions.hpp"

#include <set>

#include "drafting/planned_store.hpp"
#include "drafting/sub_plan_store.hpp"
#include "ledger/news_actions.hpp"

namespace drafting {
namespace {

using base::Act;
using ledger::Recorder;
using notify::EventKind;

notify::Event event_of(const PlanVersion& plan, EventKind kind, std::string_view note = {}) {
    notify::Event event;
    event.kind = kind;
    event.subject_kind = "plan_version";
    event.subject_id = plan.id.text();
    event.subject_number = plan.number;
    event.subject_text = plan.title;
    event.note = note;
    return event;
}

notify::Event event_of_unit(Recorder& recorder, EventKind kind, std::string_view note = {}) {
    notify::Event event;
    event.kind = kind;
    event.subject_kind = "sub_plan";
    event.subject_id = recorder.programme().id.text();
    event.note = note;
    return event;
}

base::Guards mark_of(Recorder& recorder) {
    return ledger::guards_of(recorder.programme().classification);
}

bool sees(Recorder& recorder, const base::Actor& actor) {
    return bool(
        ledger::load_programme(recorder.transaction(), recorder.programme().id, actor.scope));
}

/// Those who work in the programme beside the office.
std::vector<base::AccountId> list_working(Recorder& recorder) {
    return list_accounts_that(recorder, [&](const base::Actor& actor) {
        return actor.may(Act::read_names) && !actor.may(Act::edit_ledger) && sees(recorder, actor);
    });
}

void ask_for_sub_plans(Recorder& recorder) {
    auto& transaction = recorder.transaction();
    const auto programme = recorder.programme().id;
    const auto live =
        load_live_parts(transaction, programme, {recorder.today(), base::unbounded()});
    std::set<base::UnitId> told;
    for (const auto& unit : owing_units(live.areas)) {
        const auto there = find_sub_plan(transaction, programme, unit.unit);
        if (there && there->state != SubPlanState::returned) continue;
        told.insert(ledger::unit_told_for(recorder, unit.unit));
    }
    for (const auto unit : told)
        ledger::tell_unit(recorder, unit, event_of_unit(recorder, EventKind::sub_plan_wanted),
                          mark_of(recorder));
}

}  // namespace

void tell_of_consultation(Recorder& recorder, const PlanVersion& plan) {
    const auto until = plan.consult_until ? base::to_text(*plan.consult_until) : std::string();
    ledger::tell_accounts(recorder, event_of(plan, EventKind::plan_for_comment, until),
                          list_working(recorder));
}

void tell_of_deliberation(Recorder& recorder, const PlanVersion& plan) {
    const auto principal = [&](const base::Actor& actor) {
        return actor.seat == base::Seat::principal && !why_not(PlanAct::commit, plan, {}, actor);
    };
    ledger::tell_accounts(
        recorder, event_of(plan, EventKind::plan_to_commit),
        list_accounts_that(recorder, recorder.programme().inspected_unit, principal));
}

void tell_of_round(Recorder& recorder, const PlanVersion& plan, const Round& round) {
    std::vector<base::AccountId> accounts;
    for (const auto& seat : round.seats)
        for (const auto id : list_accounts_that(recorder, seat.unit, [&](const base::Actor& actor) {
                 return !why_not_review(round, actor) && sees(recorder, actor);
             }))
            accounts.push_back(id);
    ledger::tell_accounts(
        recorder, event_of(plan, EventKind::plan_to_review, base::to_text(round.due_on)), accounts);
}

void tell_of_outcome(Recorder& recorder, const PlanVersion& plan, const Round& round) {
    const bool agreed = round.outcome == RoundOutcome::agreed;
    std::string reasons;
    for (const auto& seat : round.seats)
        if (seat.opinion && seat.opinion->verdict == Verdict::returned)
            reasons += (reasons.empty() ? "" : "；") + std::string(words_of(seat.seat)) + "：" +
                       seat.opinion->reason;
    ledger::tell_office(
        recorder,
        event_of(plan, agreed ? EventKind::plan_approved : EventKind::plan_returned, reasons),
        mark_of(recorder));
}

void tell_of_issue(Recorder& recorder, const PlanVersion& plan) {
    const auto number = plan.issue ? plan.issue->number : std::string();
    ledger::tell_accounts(recorder, event_of(plan, EventKind::plan_issued, number),
                          list_working(recorder));
    ask_for_sub_plans(recorder);
}

void tell_of_return(Recorder& recorder, const SubPlan& plan) {
    ledger::tell_unit(recorder, plan.unit,
                      event_of_unit(recorder, EventKind::sub_plan_returned, plan.reason),
                      mark_of(recorder));
}

}  // namespace drafting
