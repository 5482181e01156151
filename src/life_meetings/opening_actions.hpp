// A life meeting as somebody stands to it: the door that every action about its content goes
// through, here and in the modules to the right. Steps and shapes for actions; not an action
// itself.
#pragma once

#include "ledger/recorder_actions.hpp"
#include "life_meetings/life_meeting_store.hpp"

namespace life_meetings {

using ledger::Needs;
using ledger::Recorder;

struct Opened {
    LifeMeeting meeting;
    ledger::Programme programme;
    Standing standing;  // of whoever asks
};

/// Refuses life_meeting_unknown, also to everybody who is nothing to it.
[[nodiscard]] base::Result<Opened> open_meeting(db::Transaction& transaction,
                                                const base::Actor& actor, LifeMeetingId id);

/// What act(transaction, opened) -> base::Result<Shown> makes of it.
template <class Shown, class Act>
[[nodiscard]] base::Result<Shown> read_meeting(const Needs& needs, const base::Actor& actor,
                                               LifeMeetingId id, Act act) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<Shown> {
        const auto opened = open_meeting(transaction, actor, id);
        if (!opened) return opened.error();
        return act(transaction, *opened);
    });
}

/// The same in a transaction that writes, in the turn of the programme, with the recorder finished
/// afterwards: act(recorder, opened) -> base::Result<Shown>. The actor of the recorder sees every
/// row, for whoever takes part need not see the ledger: ask `opened.standing`, not its scope.
template <class Shown, class Act>
[[nodiscard]] base::Result<Shown> with_meeting(const Needs& needs, const base::Actor& actor,
                                               LifeMeetingId id, Act act) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<Shown> {
        const auto first = open_meeting(transaction, actor, id);
        if (!first) return first.error();
        auto whole = actor;
        whole.scope = base::unbounded();
        auto recorder = Recorder::open(transaction, needs, whole, first->meeting.programme);
        if (!recorder) return recorder.error();
        // Read again: others may have written until it was our turn.
        const auto opened = open_meeting(transaction, actor, id);
        if (!opened) return opened.error();
        base::Result<Shown> shown = act(*recorder, *opened);
        if (shown) recorder->finish();
        return shown;
    });
}

/// An entry of the programme's chain whose subject is the meeting. Names and counts only: what is
/// prepared for a meeting and said at it stands in no entry.
void note(Recorder& recorder, std::string_view act, const LifeMeeting& meeting,
          std::vector<std::pair<std::string, std::string>> more = {});

/// That somebody looked at what another prepared or said. `material`: which kind of it; `whose`:
/// names. Once an hour for a person, a meeting and a material, in a transaction of its own, before
/// the content goes out.
void note_content_read(const Needs& needs, const base::Actor& actor, const LifeMeeting& meeting,
                       std::string_view material, std::string_view whose = {});

}  // namespace life_meetings
