#include "sittings/sitting_actions.hpp"

#include <set>

#include "notify/live_store.hpp"

namespace sittings {
namespace {

using base::ErrorKind;
using base::refuse;
using ledger::Recorder;
using life_meetings::LifeAct;
using Facts = std::vector<std::pair<std::string, std::string>>;

SittingView show(db::Transaction& transaction, const Opened& opened, base::Instant now) {
    SittingView view{
        opened.meeting, opened.standing, load_sitting(transaction, opened.meeting.id), {}, now, 0};
    view.quorum = quorum_of(view.meeting, view.sitting);
    view.writings = count_writings(transaction, view.meeting.id);
    return view;
}

/// What `act(recorder, opened, before)` makes of a sitting is saved as the next version, and pages
/// are told.
template <class Act>
base::Result<SittingView> changed(const Needs& needs, const base::Actor& actor, LifeMeetingId id,
                                  Act act) {
    return life_meetings::with_meeting<SittingView>(
        needs, actor, id,
        [&](Recorder& recorder, const Opened& opened) -> base::Result<SittingView> {
            auto& transaction = recorder.transaction();
            const auto before = load_sitting(transaction, id);
            base::Result<Sitting> after = act(recorder, opened, before);
            if (!after) return after.error();
            after->version = before.version + 1;
            if (auto saved = save_sitting(transaction, id, *after); !saved) return saved.error();
            notify::count_change(transaction, sittings_changed);
            const auto now = life_meetings::open_meeting(transaction, actor, id);
            if (!now) return now.error();
            return show(transaction, *now, recorder.now());
        });
}

/// The same of one that stands as the actor saw it.
template <class Act>
base::Result<SittingView> stepped(const Needs& needs, const base::Actor& actor,
                                  const SeenSitting& seen, Act act) {
    return changed(needs, actor, seen.id,
                   [&](Recorder& recorder, const Opened& opened,
                       const Sitting& before) -> base::Result<Sitting> {
                       auto fresh = ledger::check_version(before.version, seen.version);
                       if (!fresh) return fresh.error();
                       return act(recorder, opened, before);
                   });
}

/// With the time that each took so far. Refuses: turn_is_running, turn_stands_twice.
base::Result<std::vector<Turn>> with_time(std::vector<Turn> turns, const Sitting& before) {
    std::set<TurnId> ids;
    for (auto& one : turns) {
        if (!ids.insert(one.id).second)
            return refuse(ErrorKind::invalid, "turn_stands_twice", "turns");
        for (const auto& old : before.turns)
            if (old.id == one.id) one.spent_ms = old.spent_ms;
    }
    if (before.turn && !ids.contains(*before.turn))
        return refuse(ErrorKind::invalid, "turn_is_running", "turns");
    return turns;
}

void save_time(db::Transaction& transaction, const Sitting& before, const Sitting& after) {
    for (const auto& one : after.turns)
        if (one.id == before.turn) save_spent(transaction, one);
}

base::Result<void> save_moved(Recorder& recorder, const Opened& opened, LifeAct act) {
    auto after = life_meetings::moved(opened.meeting, act, opened.standing);
    if (!after) return after.error();
    if (act == LifeAct::close)
        for (auto& step : after->steps)
            if (step.kind == life_meetings::StepKind::sitting && !step.done_on) {
                step.done_on = recorder.today();
                step.done_by = recorder.actor().name;
            }
    return life_meetings::save_life_meeting(recorder.transaction(), *after);
}

}  // namespace

base::Result<SittingView> view_sitting(const Needs& needs, const base::Actor& actor,
                                       LifeMeetingId id) {
    return life_meetings::read_meeting<SittingView>(
        needs, actor, id,
        [&](db::Transaction& transaction, const Opened& opened) -> base::Result<SittingView> {
            return show(transaction, opened, needs.clock.now());
        });
}

base::Result<SittingState> view_sitting_state(const Needs& needs, const base::Actor& actor,
                                              LifeMeetingId id) {
    return life_meetings::read_meeting<SittingState>(
        needs, actor, id,
        [&](db::Transaction& transaction, const Opened& opened) -> base::Result<SittingState> {
            const auto sitting = load_sitting(transaction, id);
            return SittingState{
                opened.meeting.state, sitting.version,    count_writings(transaction, id),
                sitting.turn,         sitting.turn_since, needs.clock.now()};
        });
}

base::Result<SittingView> arrange_turns(const Needs& needs, const base::Actor& actor,
                                        const SeenSitting& seen, const std::vector<Turn>& wanted) {
    return stepped(needs, actor, seen,
                   [&](Recorder& recorder, const Opened& opened,
                       const Sitting& before) -> base::Result<Sitting> {
                       if (auto no = why_not(SittingAct::arrange, opened.meeting, opened.standing))
                           return *no;
                       auto turns = wanted;
                       if (turns.empty()) {
                           turns = usual_turns(opened.meeting);
                           for (auto& one : turns)
                               one.id = TurnId::make(recorder.now(), recorder.random());
                       }
                       if (auto good = check_turns(turns, opened.meeting); !good)
                           return good.error();
                       auto timed = with_time(std::move(turns), before);
                       if (!timed) return timed.error();
                       save_turns(recorder.transaction(), seen.id, *timed);
                       life_meetings::note(recorder, "arrange_sitting", opened.meeting,
                                           {{"count", std::to_string(timed->size())}});
                       return before;
                   });
}

base::Result<SittingView> say_presence(const Needs& needs, const base::Actor& actor,
                                       LifeMeetingId id, const PresenceChange& change) {
    return changed(needs, actor, id,
                   [&](Recorder& recorder, const Opened& opened,
                       const Sitting& before) -> base::Result<Sitting> {
                       const auto noted = note_presence(before, opened.meeting, change,
                                                        opened.standing, actor, recorder.now());
                       if (!noted) return noted.error();
                       save_presence(recorder.transaction(), id, *noted);
                       life_meetings::note(recorder, "note_presence", opened.meeting,
                                           {{"name", name_in(opened.meeting, change.participant)},
                                            {"presence", std::string(name_of(noted->state))}});
                       return before;
                   });
}

base::Result<SittingView> open_sitting(const Needs& needs, const base::Actor& actor,
                                       const SeenSitting& seen) {
    return stepped(needs, actor, seen,
                   [&](Recorder& recorder, const Opened& opened,
                       const Sitting& before) -> base::Result<Sitting> {
                       if (auto no = why_not(SittingAct::open, opened.meeting, opened.standing))
                           return *no;
                       auto after = open(before, opened.meeting, actor, recorder.now());
                       if (!after) return after;
                       auto saved = save_moved(recorder, opened, LifeAct::run);
                       if (!saved) return saved.error();
                       const auto quorum = quorum_of(opened.meeting, before);
                       life_meetings::note(recorder, "open_sitting", opened.meeting,
                                           {{"present_count", std::to_string(quorum.present)},
                                            {"team_count", std::to_string(quorum.team)}});
                       return after;
                   });
}

base::Result<SittingView> move_turn(const Needs& needs, const base::Actor& actor,
                                    const SeenSitting& seen, TurnId to) {
    return stepped(needs, actor, seen,
                   [&](Recorder& recorder, const Opened& opened,
                       const Sitting& before) -> base::Result<Sitting> {
                       if (auto no = why_not(SittingAct::move, opened.meeting, opened.standing))
                           return *no;
                       auto after = move(before, to, recorder.now());
                       if (!after) return after;
                       save_time(recorder.transaction(), before, *after);
                       life_meetings::note(recorder, "move_turn", opened.meeting);
                       return after;
                   });
}

base::Result<SittingView> close_sitting(const Needs& needs, const base::Actor& actor,
                                        const SeenSitting& seen) {
    return stepped(needs, actor, seen,
                   [&](Recorder& recorder, const Opened& opened,
                       const Sitting& before) -> base::Result<Sitting> {
                       if (auto no = why_not(SittingAct::close, opened.meeting, opened.standing))
                           return *no;
                       auto& transaction = recorder.transaction();
                       const auto entries = list_entries(transaction, seen.id);
                       auto after = close(before, digest_of(entries), actor, recorder.now());
                       save_time(transaction, before, after);
                       auto saved = save_moved(recorder, opened, LifeAct::close);
                       if (!saved) return saved.error();
                       life_meetings::note(
                           recorder, "close_sitting", opened.meeting,
                           {{"count", std::to_string(entries.size())}, {"digest", after.digest}});
                       return after;
                   });
}

}  // namespace sittings
