// What a filter of the list of the ledger becomes in a statement: conditions, order and page of one
// level, from closed tables of columns. Words are looked for in the database, but in what is sealed
// by opening it.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/conditions.hpp"
#include "ledger/ledger_list_store.hpp"

namespace ledger {

/// What differs between the two levels.
struct Level {
    std::string_view table, text_field;
    std::string_view finished;  // condition under which a row is no longer near or overdue
    std::string_view words;     // rows whose text has the words #
    std::string_view texts;     // columns and joins that bring the texts in which words may occur
    std::string_view kind_column;
    std::string_view held_by;                 // begins the condition on the units that hold the row
    std::array<std::string_view, 7> waiting;  // by Waiting; # is the account that asks
    std::array<std::string_view, 5> order;    // by SortKey, ascending; '>' stands for the direction
};
[[nodiscard]] const Level& level_of(View view);

/// What is asked of one level. Conditions made from it borrow its texts.
struct Asked {
    /// Where texts that this person may read are sealed, the rows with the words are looked for
    /// now: as many are opened as are guarded and fit the rest of the filter.
    Asked(db::Transaction& transaction, const LedgerFilter& filter, const Viewpoint& viewpoint,
          const Level& level);

    const LedgerFilter& filter;
    const Viewpoint& viewpoint;
    const Level& level;
    std::string pattern;
    std::optional<std::vector<std::string>> ids;  // of all that fit, in the order of the page

    /// The ids of the page; requires `ids`.
    [[nodiscard]] std::vector<std::string> page_ids() const;
};

/// Requires that there are no `ids`.
void add_conditions(db::Conditions& where, const Asked& asked);
[[nodiscard]] std::string order_of(const Asked& asked);
/// Conditions, order and limit of the page; where the ids are known, those of the page and order.
[[nodiscard]] std::string add_page(db::Conditions& where, const Asked& asked);

}  // namespace ledger
