#include "life_meetings/planning_actions.hpp"

#include "accounts/person_store.hpp"
#include "accounts/unit_store.hpp"
#include "calendar/calendar_store.hpp"

namespace life_meetings {
namespace {

using base::ErrorKind;
using base::refuse;

base::Result<std::string> name_of_person(db::Transaction& transaction, base::PersonId id,
                                         std::string_view field, const std::string& value) {
    auto name = accounts::find_person_name(transaction, id);
    if (!name) return refuse(ErrorKind::invalid, "person_unknown", field, {{"value", value}});
    return std::move(*name);
}

/// What somebody would be to a meeting of the programme in which they have no part.
Standing standing_in(db::Transaction& transaction, const ledger::Programme& programme,
                     const base::Actor& actor) {
    LifeMeeting none;
    none.programme = programme.id;
    none.mark = ledger::guards_of(programme.classification);
    const auto path = accounts::load_unit_path(transaction, programme.inspected_unit);
    if (!path) return {};
    none.unit_path = *path;
    return standing_of(none, actor);
}

bool is_the_same(const LifeMeeting& stored, const LifeMeeting& wanted) {
    return stored.programme == wanted.programme && plan_of(stored) == plan_of(wanted);
}

}  // namespace

LifeMeetingView show_meeting(db::Transaction& transaction, const Opened& opened) {
    const auto id = opened.meeting.id;
    return {opened.meeting, opened.standing, list_moved_days(transaction, id),
            list_reviews(transaction, id)};
}

base::Result<LifeMeetingView> show_again(db::Transaction& transaction, const base::Actor& actor,
                                         LifeMeetingId id) {
    const auto opened = open_meeting(transaction, actor, id);
    if (!opened) return opened.error();
    return show_meeting(transaction, *opened);
}

base::Result<void> why_not_plan(db::Transaction& transaction, const base::Actor& actor,
                                ProgrammeId id) {
    const auto programme = ledger::load_programme(transaction, id, actor.scope);
    if (!programme) return programme.error();
    if (standing_in(transaction, *programme, actor).keeper) return {};
    return refuse(ErrorKind::forbidden, "only_the_keeper_runs_life_meetings");
}

base::Result<Plan> sound(db::Transaction& transaction, Plan plan) {
    for (auto& one : plan.participants) {
        if (!one.person) continue;
        auto name = name_of_person(transaction, *one.person, "participants", one.name);
        if (!name) return name.error();
        one.name = std::move(*name);
    }
    if (plan.terms.contact_person) {
        auto name = name_of_person(transaction, *plan.terms.contact_person, "contact_leader",
                                   plan.terms.contact_leader);
        if (!name) return name.error();
        plan.terms.contact_leader = std::move(*name);
    }
    return plan;
}

void place(db::Transaction& transaction, LifeMeeting& meeting) {
    const auto year = meeting.terms.held_on.year();
    place_steps(meeting.steps, meeting.terms.held_on,
                calendar::load_calendar(transaction, year - 1, year + 1));
}

base::Result<LifeMeetingView> view_life_meeting(const Needs& needs, const base::Actor& actor,
                                                LifeMeetingId id) {
    return read_meeting<LifeMeetingView>(
        needs, actor, id,
        [](db::Transaction& transaction, const Opened& opened) -> base::Result<LifeMeetingView> {
            return show_meeting(transaction, opened);
        });
}

base::Result<LifeMeetingPage> list_life_meeting_page(const Needs& needs, const base::Actor& actor,
                                                     const LifeMeetingFilter& filter) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<LifeMeetingPage> {
        const auto programme = ledger::load_programme(transaction, filter.programme, actor.scope);
        if (!programme) return programme.error();
        const auto standing = standing_in(transaction, *programme, actor);
        auto page = list_life_meetings(transaction, filter,
                                       {standing.keeper || standing.superior, actor.person});
        page.may_plan = standing.keeper;
        return page;
    });
}

base::Result<LifeMeetingView> begin_life_meeting(const Needs& needs, const base::Actor& actor,
                                                 const NewLifeMeeting& wanted) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<LifeMeetingView> {
        auto recorder = Recorder::open(transaction, needs, actor, wanted.programme);
        if (!recorder) return recorder.error();
        if (auto may = why_not_plan(transaction, actor, wanted.programme); !may) return may.error();
        if (auto good = check(wanted.plan); !good) return good.error();
        const auto plan = sound(transaction, wanted.plan);
        if (!plan) return plan.error();
        auto one = planned(wanted.id, wanted.programme, *plan);
        if (const auto stored = find_life_meeting(transaction, wanted.id)) {
            if (!is_the_same(*stored, one))
                return refuse(ErrorKind::conflict, "same_id_other_content", "id");
            return show_again(transaction, actor, wanted.id);
        }
        one.begun_by = actor.name;
        one.begun_at = recorder->now();
        place(transaction, one);
        insert_life_meeting(transaction, one);
        note(*recorder, "begin_life_meeting", one);
        recorder->finish();
        return show_again(transaction, actor, wanted.id);
    });
}

base::Result<LifeMeetingView> edit_life_meeting(const Needs& needs, const base::Actor& actor,
                                                const SeenMeeting& seen, const Plan& wanted) {
    return change_meeting(
        needs, actor, seen,
        [&](Recorder& recorder, const Opened& opened) -> base::Result<LifeMeeting> {
            const auto plan = sound(recorder.transaction(), wanted);
            if (!plan) return plan.error();
            auto after = edit(opened.meeting, *plan, opened.standing);
            if (after && after->version != opened.meeting.version)
                note(recorder, "edit_life_meeting", *after);
            return after;
        });
}

}  // namespace life_meetings
