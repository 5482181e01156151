// Notices in the database. One function a statement; decides nothing.
#pragma once

#include <vector>

#include "db/database.hpp"
#include "ledger/notice.hpp"
#include "ledger/programme_store.hpp"

namespace ledger {

void insert_notice(db::Transaction& transaction, const Notice& notice);
/// A row more, or the copy of its texts anew.
void save_item(db::Transaction& transaction, NoticeId id, const NoticeItem& item);
/// State, number, texts, and steps that are new, over the version before; items that are no longer
/// there go. Refuses: somebody_else_changed_it.
[[nodiscard]] base::Result<void> save_notice(db::Transaction& transaction, const Notice& notice,
                                             base::Instant now);
/// One more version because a row was added.
void touch_notice(db::Transaction& transaction, NoticeId id);

/// A notice within sight: its unit lies within the scope, neither the mark of its programme nor a
/// row of it is guarded from the actor,
/// and before it is issued only who keeps or reviews the ledger sees it.
[[nodiscard]] std::optional<Notice> find_notice(db::Transaction& transaction, NoticeId id,
                                                const base::Actor& actor);
/// The last running number of a kind within a programme; 0 before the first.
[[nodiscard]] std::int64_t last_number(db::Transaction& transaction, ProgrammeId programme,
                                       std::string_view kind);
/// The proposal of this rung to this unit that is not decided, whose rows have these guards, and
/// that has room for the rows of `like`.
[[nodiscard]] std::optional<NoticeId> find_proposal(db::Transaction& transaction,
                                                    const Notice& like, base::Guards guards);
/// The copy as a measure stands now; its anchor is its due day. Refuses: measure_not_found.
struct AddressedItem {
    NoticeItem item;
    ProgrammeId programme;
    Responsibility responsibility;  // its own, or the problem's
};
[[nodiscard]] base::Result<AddressedItem> load_item(db::Transaction& transaction, MeasureId measure,
                                                    const base::Scope& scope);

/// What is not closed or dismissed goes to another unit.
void save_addressee(db::Transaction& transaction, ProgrammeId programme, base::UnitId from,
                    base::UnitId into);
/// What guards its rows, all together.
[[nodiscard]] base::Guards guards_of_rows(db::Transaction& transaction, NoticeId id);

struct NoticeFilter {
    std::optional<ProgrammeId> programme;
    std::optional<base::UnitId> unit;
    std::optional<MeasureId> measure;
    std::vector<NoticeState> states;
    Page page;
};
/// A notice without its rows and steps.
struct NoticeBrief {
    Notice notice;
    std::int64_t rows = 0;
};
struct NoticePage {
    std::vector<NoticeBrief> rows;  // what was made or issued last comes first
    std::int64_t total = 0;
};
[[nodiscard]] NoticePage list_notices(db::Transaction& transaction, const NoticeFilter& filter,
                                      const base::Actor& actor);

/// How many a unit got.
struct NoticeCounts {
    base::UnitId unit;
    std::string unit_name;
    std::int64_t issued = 0, unsigned_for = 0, unanswered = 0, late = 0, closed = 0;
};
/// Of one programme, by how many were issued.
[[nodiscard]] std::vector<NoticeCounts> count_notices(db::Transaction& transaction,
                                                      ProgrammeId programme,
                                                      const base::Actor& actor, base::Date today);

}  // namespace ledger
