// Gathered problems and their claims in the database. Decides nothing.
#pragma once

#include "db/database.hpp"
#include "opinions/gathered_problem.hpp"

namespace opinions {

[[nodiscard]] std::int64_t load_last_gathered_number(db::Transaction& transaction,
                                                     LifeMeetingId id);
/// With its opinions; without claims.
void insert_gathered(db::Transaction& transaction, const Gathered& one);
void delete_gathered(db::Transaction& transaction, GatheredId id);
void insert_claim(db::Transaction& transaction, GatheredId id, const Claim& claim);
/// Of those who have not taken it on.
void delete_claim(db::Transaction& transaction, GatheredId id, ParticipantId participant);
void save_claimed(db::Transaction& transaction, GatheredId id, ParticipantId participant,
                  base::Instant now);
[[nodiscard]] std::optional<Gathered> find_gathered(db::Transaction& transaction, GatheredId id);
/// By number.
[[nodiscard]] std::vector<Gathered> list_gathered(db::Transaction& transaction, LifeMeetingId id);

}  // namespace opinions
