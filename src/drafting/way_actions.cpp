#include "drafting/way_actions.hpp"

#include <algorithm>

#include "accounts/account_store.hpp"
#include "accounts/unit_store.hpp"
#include "drafting/plan_news_actions.hpp"
#include "drafting/planned_store.hpp"
#include "meetings/meeting_store.hpp"
#include "notify/message_store.hpp"

namespace drafting {
namespace {

using base::ErrorKind;
using base::refuse;
using ledger::Recorder;
using After = base::Result<PlanVersion>;

/// The deliberation as the meeting has it, where one is named.
base::Result<Deliberation> of_meeting(Recorder& recorder, Deliberation held) {
    if (!held.meeting) return held;
    const auto meeting =
        meetings::find_meeting(recorder.transaction(), *held.meeting, recorder.actor());
    if (!meeting || meeting->programme != recorder.programme().id)
        return refuse(ErrorKind::invalid, "meeting_unknown", "meeting_id");
    if (meeting->state != meetings::MeetingState::closed)
        return refuse(ErrorKind::illegal_transition, "meeting_has_not_ended", "meeting_id");
    held.held_on = meeting->terms.held_on;
    held.held_by = meeting->terms.title;
    return held;
}

bool somebody_sees(Recorder& recorder, base::UnitId unit) {
    auto& transaction = recorder.transaction();
    const auto path = accounts::load_unit_path(transaction, recorder.programme().inspected_unit);
    if (!path) return false;
    const notify::Place place{*path, recorder.programme().id,
                              ledger::guards_of(recorder.programme().classification)};
    const auto ids = notify::list_accounts_of_unit(transaction, unit, recorder.today());
    return std::any_of(ids.begin(), ids.end(), [&](base::AccountId id) {
        const auto account = accounts::find_account(transaction, id);
        return account && notify::hears(*account, base::Act::read_names, place, recorder.actor());
    });
}

base::Result<Round> round_of(Recorder& recorder, const PlanVersion& plan,
                             const WantedReview& wanted) {
    Round round;
    round.number = plan.round;
    round.variant = wanted.variant;
    round.opened_at = recorder.now();
    round.opened_by = recorder.actor().id;
    round.opened_by_name = recorder.actor().name;
    round.due_on = wanted.due_on.value_or(base::add_days(recorder.today(), review_days));
    round.seats = wanted.seats;
    if (auto good = check(round, recorder.today()); !good) return good.error();
    for (const auto& one : round.seats) {
        const auto unit = accounts::find_unit(recorder.transaction(), one.unit);
        if (!unit) return refuse(ErrorKind::invalid, "unit_unknown", "seats");
        if (!somebody_sees(recorder, one.unit))
            return refuse(ErrorKind::invalid, "seat_has_nobody", "seats", {{"value", unit->name}});
    }
    return round;
}

After into_review(Recorder& recorder, const PlanVersion& plan, const WantedReview& wanted) {
    auto& transaction = recorder.transaction();
    const auto sections = list_sections(transaction, plan.id);
    auto after = submit(plan, placeholders_in(sections));
    if (!after) return after;
    const auto round = round_of(recorder, *after, wanted);
    if (!round) return round.error();
    insert_round(transaction, plan.id, *round);
    insert_edition(transaction, {plan.id, round->number},
                   compose(sections, load_live_parts(transaction, plan.programme,
                                                     {recorder.today(), base::unbounded()})));
    note(recorder, "submit_plan", plan,
         {{"round", std::to_string(round->number)},
          {"variant", std::string(name_of(round->variant))},
          {"review_due_on", base::to_text(round->due_on)}});
    tell_of_round(recorder, *after, *round);
    return after;
}

/// `round` after what was said from `seat`.
PlanVersion spoken(Recorder& recorder, const PlanVersion& plan, const Round& round,
                   ReviewSeat seat) {
    auto& transaction = recorder.transaction();
    for (const auto& one : round.seats) {
        if (one.seat != seat) continue;
        save_opinion(transaction, plan.id, round.number, one);
        note(recorder, "review_plan", plan,
             {{"seat", std::string(name_of(seat))},
              {"verdict", std::string(name_of(one.opinion->verdict))},
              {"grade", std::string(name_of(one.opinion->grade))},
              {"reason", one.opinion->reason}});
    }
    if (round.outcome == RoundOutcome::open) return plan;
    save_round(transaction, plan.id, round);
    note(recorder, round.outcome == RoundOutcome::agreed ? "approve_plan" : "return_plan", plan,
         {{"round", std::to_string(round.number)}});
    tell_of_outcome(recorder, plan, round);
    return after_review(plan, round.outcome);
}

/// A number is given once, whatever the document.
base::Result<void> check_number(Recorder& recorder, const PlanVersion& plan,
                                const std::string& number) {
    const auto other = find_plan_numbered(recorder.transaction(), number_key(number));
    if (!other || other->id == plan.id) return {};
    const bool in_sight =
        find_plan(recorder.transaction(), other->id, recorder.actor()).has_value();
    return refuse(ErrorKind::conflict, "document_number_is_used", "number",
                  {{"value", number},
                   {"document", in_sight ? "《" + other->title + "》"
                                         : std::string("不在您查看范围内的文件")}});
}

}  // namespace

base::Result<PlanView> deliberate_plan(const Needs& needs, const base::Actor& actor,
                                       const SeenPlan& seen, const Deliberation& held) {
    return on_way(needs, actor, seen, PlanAct::deliberate,
                  [&](Recorder& recorder, const PlanVersion& plan) -> After {
                      const auto known = of_meeting(recorder, held);
                      if (!known) return known.error();
                      auto after = deliberate(plan, *known,
                                              count_unanswered(recorder.transaction(), plan.id),
                                              recorder.today());
                      if (!after) return after;
                      note(recorder, "deliberate_plan", plan,
                           {{"deliberated_on", base::to_text(known->held_on)},
                            {"deliberated_by", known->held_by}});
                      tell_of_deliberation(recorder, *after);
                      return after;
                  });
}

base::Result<PlanView> commit_to_plan(const Needs& needs, const base::Actor& actor,
                                      const SeenPlan& seen, const Commitment& signature) {
    return on_way(needs, actor, seen, PlanAct::commit,
                  [&](Recorder& recorder, const PlanVersion& plan) {
                      // Whoever signs for themselves signs with their own name, today.
                      const bool own = !actor.may(base::Act::edit_ledger);
                      const auto signs = own ? Commitment{actor.name, recorder.today()} : signature;
                      auto after = commit(plan, signs, recorder.today());
                      if (after)
                          note(recorder, "commit_to_plan", plan,
                               {{"person", signs.name}, {"signed_on", base::to_text(signs.on)}});
                      return after;
                  });
}

base::Result<PlanView> submit_plan(const Needs& needs, const base::Actor& actor,
                                   const SeenPlan& seen, const WantedReview& wanted) {
    return on_way(needs, actor, seen, PlanAct::submit,
                  [&](Recorder& recorder, const PlanVersion& plan) {
                      return into_review(recorder, plan, wanted);
                  });
}

base::Result<PlanView> review_plan(const Needs& needs, const base::Actor& actor, PlanVersionId id,
                                   ReviewSeat seat, const Opinion& opinion) {
    return on_plan(needs, actor, id, [&](Recorder& recorder, const PlanVersion& plan) -> After {
        const auto round = last_round_of(recorder.transaction(), plan);
        if (auto no = why_not(PlanAct::review, plan, round, actor)) return *no;
        auto said = opinion;
        said.by = actor.id;
        said.by_name = actor.name;
        said.at = recorder.now();
        const auto after = give_opinion(round, seat, said, actor);
        if (!after) return after.error();
        return spoken(recorder, plan, *after, seat);
    });
}

base::Result<PlanView> take_back_plan(const Needs& needs, const base::Actor& actor,
                                      const SeenPlan& seen, std::string_view reason) {
    return on_way(needs, actor, seen, PlanAct::take_back,
                  [&](Recorder& recorder, const PlanVersion& plan) -> After {
                      auto after = take_back(plan, reason);
                      if (!after) return after;
                      if (plan.state != PlanState::deliberated) {
                          auto round = last_round_of(recorder.transaction(), plan);
                          round.outcome = RoundOutcome::taken_back;
                          round.ended_at = recorder.now();
                          round.reason = reason;
                          save_round(recorder.transaction(), plan.id, round);
                      }
                      note(recorder, "take_back_plan", plan, {{"reason", std::string(reason)}});
                      return after;
                  });
}

base::Result<PlanView> issue_plan(const Needs& needs, const base::Actor& actor,
                                  const SeenPlan& seen, const Issue& wanted) {
    return on_way(
        needs, actor, seen, PlanAct::issue,
        [&](Recorder& recorder, const PlanVersion& plan) -> After {
            auto after = issue(plan, wanted, recorder.today());
            if (!after) return after;
            if (auto good = check_number(recorder, plan, wanted.number); !good) return good.error();
            after->digest = digest_of(load_edition(recorder.transaction(), {plan.id, plan.round}));
            after->issued_by = actor.name;
            note(recorder, "issue_plan", plan,
                 {{"document_number", wanted.number},
                  {"issued_on", base::to_text(wanted.on)},
                  {"digest", after->digest}});
            tell_of_issue(recorder, *after);
            return after;
        });
}

}  // namespace drafting
