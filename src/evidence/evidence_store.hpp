// Statements on evidence, its files and where it stands. Decides nothing, and deletes nothing.
#pragma once

#include <functional>
#include <vector>

#include "db/database.hpp"
#include "evidence/evidence.hpp"

namespace evidence {

/// The columns of a file, f, and the file in a row that has them from `column` on.
[[nodiscard]] std::string_view file_columns();
[[nodiscard]] StoredFile file_in(const db::Row& row, int column);

/// Where the digest is known, only that it was scanned is written.
void insert_file(db::Transaction& transaction, const StoredFile& file, base::Instant at);
[[nodiscard]] bool is_known_file(db::Transaction& transaction, std::string_view digest);
/// Calls `each` for every file, by digest.
void list_files(db::Transaction& transaction, const std::function<void(const StoredFile&)>& each);

void insert_evidence(db::Transaction& transaction, const Evidence& evidence);
[[nodiscard]] std::optional<Item> find_item(db::Transaction& transaction, EvidenceId id);
/// Oldest first.
[[nodiscard]] std::vector<Item> list_versions(db::Transaction& transaction, EvidenceId series);
/// All versions of all that stands at a row now: in the order in which it came there, oldest
/// version first.
[[nodiscard]] std::vector<Item> list_items_at(db::Transaction& transaction,
                                              std::string_view subject_id);
/// Of which kinds the newest versions are that stand at a row now.
[[nodiscard]] std::vector<EvidenceKind> list_kinds_at(db::Transaction& transaction,
                                                      std::string_view subject_id);
/// The newest version of all in a programme that was not removed, newest first.
[[nodiscard]] std::vector<Item> list_items_of(db::Transaction& transaction,
                                              base::ProgrammeId programme);
/// Of every version of a series.
void save_removal(db::Transaction& transaction, EvidenceId series, const Removal& removal);

void insert_link(db::Transaction& transaction, const Link& link);
/// Where a series stands now.
[[nodiscard]] std::vector<Link> list_links(db::Transaction& transaction, EvidenceId series);
/// All that stands at a row or stood there, in the order in which it came.
[[nodiscard]] std::vector<Link> list_links_at(db::Transaction& transaction,
                                              std::string_view subject_id);
void save_link_removal(db::Transaction& transaction, const Link& link, const Removal& removal);

}  // namespace evidence
