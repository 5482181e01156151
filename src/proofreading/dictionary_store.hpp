// Entries of the dictionary that a house changed or added. One function a statement.
#pragma once

#include "db/database.hpp"
#include "proofreading/dictionary.hpp"

namespace proofreading {

/// The last version of each.
[[nodiscard]] Dictionary list_changed(db::Transaction& transaction);
[[nodiscard]] std::optional<Entry> find_changed(db::Transaction& transaction, std::string_view id);
/// Newest first.
[[nodiscard]] Dictionary list_versions(db::Transaction& transaction, std::string_view id);
/// Refuses: somebody_else_changed_it (that version is there already).
[[nodiscard]] base::Result<void> insert_version(db::Transaction& transaction, const Entry& entry);

}  // namespace proofreading
