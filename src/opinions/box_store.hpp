// Codes and ballots in the database. Decides nothing; see ballot.hpp for what is never kept.
#pragma once

#include "db/database.hpp"
#include "opinions/ballot.hpp"

namespace opinions {

void insert_code(db::Transaction& transaction, LifeMeetingId id, std::string_view digest);
/// Of which meeting an unused code is; nothing for one that is unknown or used.
[[nodiscard]] std::optional<LifeMeetingId> find_unused_code(db::Transaction& transaction,
                                                            std::string_view digest);
/// Marks a code as used; false when it was, or there is none.
[[nodiscard]] bool save_code_used(db::Transaction& transaction, std::string_view digest);
[[nodiscard]] BoxState load_box(db::Transaction& transaction, LifeMeetingId id);

/// In the order of their ids.
[[nodiscard]] std::vector<Ballot> list_ballots(db::Transaction& transaction, LifeMeetingId id);
void delete_ballots(db::Transaction& transaction, LifeMeetingId id);
/// Lays the ballots down in the order of their ids, in place of those that lay there.
void replace_ballots(db::Transaction& transaction, LifeMeetingId id, std::vector<Ballot> ballots);

}  // namespace opinions
