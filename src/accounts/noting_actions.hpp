// What the actions of this module write into the journal about an account, inside their own
// transaction.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "accounts/needs.hpp"
#include "db/database.hpp"
#include "journal/payload.hpp"

namespace accounts {

using Facts = std::vector<std::pair<std::string, std::string>>;

/// `account_id` is "" when nobody bears the name that was typed; `payload` is made by
/// journal::payload_of.
void note_account(Needs needs, db::Transaction& transaction, const base::Actor& actor,
                  std::string_view act, std::string_view account_id, std::string_view payload);

}  // namespace accounts
