// What is looked for in the ledger, and the conditions it makes: one question for the list, its
// counts and its groups. Texts come from closed tables; every value is a parameter.
#pragma once

#include <optional>
#include <string>
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
    Asker asked_by;                      // whose own are left out of what waits for review
    SortKey sort = SortKey::number;
    Order order = Order::ascending;
    Page page;
};

/// What is asked for, with the pattern of its words, which the conditions borrow.
struct Asked {
    const LedgerFilter& filter;
    const Viewpoint& viewpoint;
    std::string pattern = search_pattern(filter.words);
};

/// `asked` outlives the conditions. `r` is the measure or the problem.
void add_conditions(db::Conditions& where, const Asked& asked, View view);
[[nodiscard]] db::Conditions conditions_of(const Asked& asked, View view);
/// What a row has in common with the others of its group: an expression over `r`.
[[nodiscard]] std::string_view group_column(GroupBy by);
/// Begins the condition under which a row counts as overdue; the day follows.
[[nodiscard]] std::string overdue_before(View view);

}  // namespace ledger
