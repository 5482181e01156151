// Texts of guarded rows as they stand in the database: sealed, where the database seals. One list
// says which columns are meant; the statements that bring them into the form they should have are
// made from it. Who may read them is decided by scope, not here.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "db/database.hpp"
#include "ledger/problem.hpp"
#include "ledger/waiting.hpp"

namespace ledger {

/// A text of a row as it is to be stored: sealed when the row is guarded.
template <class RowId>
[[nodiscard]] std::string stored(const db::Transaction& transaction, std::string_view text,
                                 std::string_view field, const RowId& row, base::Guards guards) {
    return guards.empty() ? std::string(text) : transaction.sealed(text, field, row);
}

/// A row of two keys, as its texts are bound to it where they are sealed.
[[nodiscard]] inline std::string name_of_keys(std::string_view whole, std::string_view part) {
    return std::string(whole) + "/" + std::string(part);
}
[[nodiscard]] inline std::string name_of_keys(std::string_view whole, std::int64_t part) {
    return name_of_keys(whole, std::to_string(part));
}

[[nodiscard]] inline std::string_view text_field_of(View view) {
    return view == View::measures ? "measure.text" : "problem.text";
}

/// The columns of one table that may be sealed. A column of a row is sealed for the place
/// "table.column" and its keys with slashes between.
struct SealedSet {
    struct Key {
        std::string_view name;
        bool is_number = false;
    };
    std::string_view table;
    std::vector<Key> keys;
    std::vector<std::string_view> columns;
    std::string wanted;      // of the row r: other than 0 when its texts are to be sealed
    std::string owner = {};  // the row of the ledger it speaks of; "" where that does not matter
};
/// Everything that says something of rows of the ledger, messages about them included.
[[nodiscard]] std::span<const SealedSet> sealed_sets();

enum class SealingAim {
    as_wanted,  // what is to be sealed under the newest key, the rest open
    open,       // nothing sealed
};
using SealedKeys = std::vector<std::variant<std::string, std::int64_t>>;
struct SealedBatch {
    std::int64_t rows = 0, changed = 0;
    std::vector<std::string> broken;  // "table.column keys": cannot be opened, left as they are
    SealedKeys last;                  // empty when there are no more rows
};
/// Brings the next `rows_max` rows behind `behind` (empty: from the first) into the form they
/// should have. Does nothing twice, so that it can be broken off and begun anew. Requires a sealer.
[[nodiscard]] SealedBatch seal_batch(db::Transaction& transaction, const SealedSet& set,
                                     const SealedKeys& behind, std::int64_t rows_max,
                                     SealingAim aim);

/// The same for everything about a problem and its measures, or about a programme's, after their
/// guards changed. Nothing where nothing is sealed. Throws base::SealBroken.
void seal_anew(db::Transaction& transaction, ProblemId problem);
void seal_anew(db::Transaction& transaction, ProgrammeId programme);

}  // namespace ledger
