// Rows that stand on a rung of their programme's ladder, and what was told of them. One function a
// statement; decides nothing.
//
// A row stands on a rung by an anchor: the due day, the moment of the last report (stalled) or
// since which its review lies (in_review), or nothing (sent back). When the anchor changes the
// ladder begins anew.
#pragma once

#include <string>
#include <vector>

#include "db/database.hpp"
#include "ledger/ladder.hpp"
#include "ledger/notice.hpp"
#include "ledger/task.hpp"

namespace ledger {

/// Which rows a round asks for: the day the rung counts from lies after `after` and not after
/// `until`. Of sent_back: sent back `rung.amount` times, the last time not before `since`.
struct Standing {
    ProgrammeId programme;
    const Rung& rung;
    std::optional<base::Date> after;
    base::Date until;
};

/// A row that a unit holds, once for each unit that does: a measure, for in_review also a problem;
/// or a task, which has one unit and nobody but the person it names.
struct UntoldRow {
    enum class Kind { measure, problem, task };
    Kind kind = Kind::measure;
    std::string row;  // id
    std::string anchor;
    base::Guards guards;
    base::UnitId unit;
    Responsibility responsibility;  // the problem's where it has none
};
/// Of which this rung was not told yet, by row: measures not finished, not handed in, of problems
/// that are neither; for in_review measures that are handed in, and problems that are applied
/// for.
[[nodiscard]] std::vector<UntoldRow> list_untold(db::Transaction& transaction,
                                                 const Standing& standing);
/// The same of tasks that are in the hands of their units; nothing for rungs that count something
/// else than days to or since the due day.
[[nodiscard]] std::vector<UntoldRow> list_untold_tasks(db::Transaction& transaction,
                                                       const Standing& standing);
/// Told already: nothing.
void save_told(db::Transaction& transaction, const UntoldRow& row, const Rung& rung,
               base::Instant now);

/// A measure about which this rung has proposed nothing yet, and about which nothing else is on its
/// way: no proposal, no answer to read, no reply still in time, no notice that helped.
struct QuietRow {
    NoticeItem item;
    base::Guards guards;
    Responsibility responsibility;
    std::optional<base::Date> day;                   // the rung counts from
    std::optional<base::Instant> last_dismissed_at;  // the latest about it, of this anchor
};
[[nodiscard]] std::vector<QuietRow> list_quiet(db::Transaction& transaction,
                                               const Standing& standing, base::Date today);

/// Programmes that have measures which are not done, or reviews that are not.
[[nodiscard]] std::vector<ProgrammeId> list_programmes_at_work(db::Transaction& transaction);

}  // namespace ledger
