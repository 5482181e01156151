// Reading the journal as auditors ask it, with the names of what its entries speak of: in one
// statement, newest first. Composes text from closed conditions; every value is a parameter.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "audit/entry.hpp"
#include "db/database.hpp"

namespace audit {

/// A query with its names looked up. Nothing in an engaged list fits nothing.
struct EntryFilter {
    EntryQuery query;
    std::vector<std::string> actor_ids;  // none: entries that bear the name as it was typed
    std::optional<std::vector<std::string>> subject_ids;
};

[[nodiscard]] std::vector<EntryRow> list_entries(db::Transaction& transaction,
                                                 const EntryFilter& filter);
/// Of units and programmes among these ids.
[[nodiscard]] Names list_names(db::Transaction& transaction, const std::vector<std::string>& ids);
/// How many there are, but not more than `rows_max`.
[[nodiscard]] std::int64_t count_entries(db::Transaction& transaction, const EntryFilter& filter,
                                         std::int64_t rows_max);

/// Accounts of this name or of persons whose name holds it.
[[nodiscard]] std::vector<std::string> list_accounts_named(db::Transaction& transaction,
                                                           std::string_view words);
[[nodiscard]] std::vector<std::string> list_units_named(db::Transaction& transaction,
                                                        std::string_view words);
/// Areas, problems or measures of this number: of one programme, or with "" of all.
[[nodiscard]] std::vector<std::string> list_rows_numbered(db::Transaction& transaction,
                                                          std::string_view kind,
                                                          std::string_view programme,
                                                          std::int64_t number);
/// The last moment at which the heads of all chains were written into the installation's.
[[nodiscard]] std::optional<base::Instant> find_last_anchor(db::Transaction& transaction);

}  // namespace audit
