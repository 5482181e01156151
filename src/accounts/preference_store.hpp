// What an account likes: JSON texts by name. Decides nothing. Preferences are no matter of record:
// they stand in no journal.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/actor.hpp"
#include "db/database.hpp"

namespace accounts {

[[nodiscard]] std::optional<std::string> find_preference(db::Transaction& transaction,
                                                         base::AccountId account,
                                                         std::string_view name);
void save_preference(db::Transaction& transaction, base::AccountId account, std::string_view name,
                     std::string_view value);

}  // namespace accounts
