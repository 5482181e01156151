// Sessions in the database, by the digest of their token. One function a statement; decides
// nothing.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "accounts/session.hpp"
#include "db/database.hpp"

namespace accounts {

void insert_session(db::Transaction& transaction, const Session& session);
[[nodiscard]] std::optional<Session> find_session(db::Transaction& transaction,
                                                  std::string_view digest);
/// The latest first.
[[nodiscard]] std::vector<Session> list_sessions_of(db::Transaction& transaction,
                                                    base::AccountId account);
void save_code_given(db::Transaction& transaction, std::string_view digest);
void save_last_seen(db::Transaction& transaction, std::string_view digest, base::Instant now);
void delete_session(db::Transaction& transaction, std::string_view digest);
void delete_sessions_of(db::Transaction& transaction, base::AccountId account);
/// How many went.
[[nodiscard]] std::int64_t delete_session_of(db::Transaction& transaction, base::AccountId account,
                                             std::string_view digest);
void delete_other_sessions(db::Transaction& transaction, base::AccountId account,
                           std::string_view digest);
/// Those that nobody can use any more: expired before `now` or last seen before `idle_since`.
void delete_dead_sessions(db::Transaction& transaction, base::Instant now,
                          base::Instant idle_since);

}  // namespace accounts
