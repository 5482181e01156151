// What is looked for in the ledger, and the conditions it makes: one question for the list, its
// counts and its groups. Texts come from closed tables; every value is a parameter. Words are
// looked for in the database, but in what is sealed by opening it.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/conditions.hpp"
#include "ledger/due.hpp"
#include "ledger/grouping.hpp"
#include "ledger/programme_store.hpp"
#include "ledger/search_words.hpp"
#include "ledger/waiting.hpp"

namespace ledger {

enum class SortKey { number, due_on, status, unit, updated_at };
enum class Order { ascending, descending };

[[nodiscard]] std::optional<SortKey> sort_key_of(std::string_view name);

/// What to show; everything absent is not filtered by.
struct LedgerFilter {
    std::optional<ProgrammeId> programme;
    std::optional<AreaId> area;
    std::vector<std::string> statuses;  // names of the level's status
    std::vector<DeadlineKind> kinds;
    std::string unit_path;  // rows held by this unit or one below it
    std::optional<base::Date> due_from, due_to;
    std::optional<Tier> tier;            // overdue, due_soon or on_time, seen from `today`
    std::string words;                   // must occur in the text of the row or of its problem
    std::optional<Waiting> waiting;      // rows that wait for this, asked of the level
    std::optional<GroupKey> group;       // rows of one group
    std::optional<std::int64_t> number;  // the row of this running number
    std::vector<base::UnitId> held_by;   // rows held by these very units, not by those below them
    bool few_held = false;               // they hold few: their rows are the way in, not the status
    Asker asked_by;                      // whose own are left out of what waits for review
    SortKey sort = SortKey::number;
    Order order = Order::ascending;
    Page page;
};

/// What differs between the two levels.
struct ListLevel {
    std::string_view table, text_field;
    std::string_view finished;  // condition under which a row is no longer near or overdue
    std::string_view words;     // rows whose text has the words #
    std::string_view texts;     // columns and joins that bring the texts in which words may occur
    std::string_view kind_column;
    std::string_view units, unit_row;       // the table of the units that hold it, its row in there
    std::array<std::string_view, 5> order;  // by SortKey, ascending; '>' stands for the direction
};
[[nodiscard]] const ListLevel& level_of(View view);

/// What is asked of one level. Conditions made from it borrow its texts.
struct Asked {
    /// Where texts that this person may read are sealed, the rows with the words are looked for
    /// now: as many are opened as are guarded and fit the rest of the filter.
    Asked(db::Transaction& transaction, const LedgerFilter& filter, const Viewpoint& viewpoint,
          View view);

    const LedgerFilter& filter;
    const Viewpoint& viewpoint;
    const View view;
    const ListLevel& level;
    std::string pattern;
    std::optional<std::vector<std::string>> ids;  // of all that fit, in the order of the page

    /// The ids of the page; requires `ids`.
    [[nodiscard]] std::vector<std::string> page_ids() const;
};

/// `asked` outlives the conditions. `r` is the measure or the problem.
void add_conditions(db::Conditions& where, const Asked& asked);
[[nodiscard]] std::string order_of(const Asked& asked);
/// Conditions, order and limit of the page; where the ids are known, those of the page and order.
[[nodiscard]] std::string add_page(db::Conditions& where, const Asked& asked);
/// What a row has in common with the others of its group: an expression over `r`.
[[nodiscard]] std::string_view group_column(GroupBy by);
/// Begins the condition under which a row counts as overdue; the day follows.
[[nodiscard]] std::string overdue_before(View view);

}  // namespace ledger
