// Statements on agendas, minutes, decisions, and on the rows that ask to be spoken of. Decides
// nothing.
#pragma once

#include "db/database.hpp"
#include "ledger/task.hpp"
#include "meetings/agenda.hpp"

namespace meetings {

/// In order, with their decisions; without what the scope is not cleared for. Rows are the copies
/// that were made when the item was put down or the meeting was opened.
[[nodiscard]] std::vector<AgendaItem> list_items(db::Transaction& transaction, MeetingId meeting,
                                                 const base::Scope& scope);
/// Puts the rows as they stand now in place of the copies; nothing is saved.
void refresh_rows(db::Transaction& transaction, MeetingId meeting, std::vector<AgendaItem>& items);
void insert_item(db::Transaction& transaction, MeetingId meeting, std::int64_t position,
                 const AgendaItem& item);
/// The copy of the row and the place.
void save_place(db::Transaction& transaction, std::int64_t position, const AgendaItem& item);
void delete_item(db::Transaction& transaction, AgendaItemId item);
/// What was said of it, and its decisions. The stored version becomes that of `item`.
void save_minute(db::Transaction& transaction, MeetingId meeting, const AgendaItem& item);
void save_task_of(db::Transaction& transaction, DecisionId decision, std::string_view task);
/// How many items a meeting has, whoever may see them.
[[nodiscard]] std::int64_t count_items(db::Transaction& transaction, MeetingId meeting);

/// What was moved on by closed meetings, or by the one that is just closing, of the same series —
/// without one, by single meetings of the same kind in the programme — and stands on no later
/// agenda; each says what it comes from.
[[nodiscard]] std::vector<AgendaItem> list_moved_on(db::Transaction& transaction,
                                                    const Meeting& next,
                                                    std::optional<MeetingId> closing = {});
void save_carried(db::Transaction& transaction, AgendaItemId item, MeetingId into);
/// What was carried into a meeting that is not held waits for another one.
void save_uncarried(db::Transaction& transaction, MeetingId into);

/// The measures and problems of a programme that ask to be spoken of, and what meetings decided
/// that is not done, in a statement or two each.
struct Asking {
    ProgrammeId programme;
    base::Date today, until;  // `until`: the day of the meeting after this one
};
/// A task as an agenda speaks of it.
[[nodiscard]] RowState row_of(const ledger::Task& task);
[[nodiscard]] std::vector<Proposal> list_asking(db::Transaction& transaction, const Asking& asking,
                                                const base::Actor& actor);

/// As they stand now, without what only some are cleared for: everybody in the room may hear them.
[[nodiscard]] Figures count_figures(db::Transaction& transaction, ProgrammeId programme,
                                    base::Date today);
void save_figures(db::Transaction& transaction, MeetingId meeting, const Figures& figures);
[[nodiscard]] Figures list_figures(db::Transaction& transaction, MeetingId meeting);
void insert_remark(db::Transaction& transaction, MeetingId meeting, const Remark& remark);
[[nodiscard]] std::vector<Remark> list_remarks(db::Transaction& transaction, MeetingId meeting);

}  // namespace meetings
