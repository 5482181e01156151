// A meeting from its agenda to its closed minutes. Each change is one transaction with its entry in
// the programme's chain.
#pragma once

#include "meetings/arranging_actions.hpp"

namespace meetings {

/// A meeting as its page shows it.
struct MeetingView {
    Meeting meeting;
    std::vector<AgendaItem> items;  // as they stand now, or as they stood when it was opened
    Figures figures;                // none before it is opened
    std::vector<Remark> remarks;
    std::optional<base::Date> next_on;  // of the series, after this one
};
/// Refuses meeting_unknown (also outside the actor's sight), as do all below.
[[nodiscard]] base::Result<MeetingView> view_meeting(const Needs& needs, const base::Actor& actor,
                                                     MeetingId id);
/// The rows that ask to be spoken of and do not stand on the agenda. Refuses: as
/// why_not(set_agenda).
[[nodiscard]] base::Result<std::vector<Proposal>> list_proposals(const Needs& needs,
                                                                 const base::Actor& actor,
                                                                 MeetingId id);
/// Puts the lines in this order; what is not among them leaves the agenda, but for what the actor
/// may not see. Refuses: somebody_else_changed_it, as check() of the agenda, row_does_not_ask (a
/// row that is neither proposed nor there).
[[nodiscard]] base::Result<MeetingView> set_agenda(const Needs& needs, const base::Actor& actor,
                                                   const SeenMeeting& seen,
                                                   const std::vector<AgendaLine>& lines);
/// Rows and figures are kept as they stand at this moment. Refuses as changed(), open().
[[nodiscard]] base::Result<MeetingView> open_meeting(const Needs& needs, const base::Actor& actor,
                                                     const SeenMeeting& seen);
/// Refuses: agenda_item_unknown, as write(), person_unknown, unit_unknown.
[[nodiscard]] base::Result<AgendaItem> write_minute(const Needs& needs, const base::Actor& actor,
                                                    MeetingId id, const Minute& minute);
/// Decisions become tasks, what was moved on goes to the next meeting that is planned. Refuses as
/// changed(), close().
[[nodiscard]] base::Result<MeetingView> close_meeting(const Needs& needs, const base::Actor& actor,
                                                      const SeenMeeting& seen);
/// Refuses as remark().
[[nodiscard]] base::Result<MeetingView> add_remark(const Needs& needs, const base::Actor& actor,
                                                   MeetingId id, std::string_view text);

}  // namespace meetings
