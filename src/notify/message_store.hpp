// Events and messages in the database, and the accounts of units. One function a statement; decides
// nothing.
#pragma once

#include <vector>

#include "base/result.hpp"
#include "db/database.hpp"
#include "notify/event.hpp"

namespace notify {

void insert_event(db::Transaction& transaction, const Event& event);
/// What a bundle says of an event, from a row of its kind, its programme's title and the number and
/// kind of its subject.
[[nodiscard]] Event bundled_event(const db::Row& row);
void insert_message(db::Transaction& transaction, EventId event, base::AccountId account);

/// Accounts that are not disabled and whose person works in this very unit, and those that stand in
/// for one of them today.
[[nodiscard]] std::vector<base::AccountId> list_accounts_of_unit(db::Transaction& transaction,
                                                                 base::UnitId unit,
                                                                 base::Date today);
/// The account of a person, when it is not disabled.
[[nodiscard]] std::optional<base::AccountId> find_account_of_person(db::Transaction& transaction,
                                                                    base::PersonId person);

struct MessagePage {
    std::vector<Message> rows;  // the newest first
    std::int64_t total = 0, unread = 0;
};
[[nodiscard]] std::vector<Message> list_messages(db::Transaction& transaction,
                                                 base::AccountId account, std::int64_t offset,
                                                 std::int64_t rows_max);
/// Total and unread only.
[[nodiscard]] MessagePage count_messages(db::Transaction& transaction, base::AccountId account);
/// Refuses: message_unknown. Read already stays as it was.
[[nodiscard]] base::Result<void> save_read(db::Transaction& transaction, base::AccountId account,
                                           EventId event, base::Instant now);
/// Everything up to the event, in the order of the list; what came later stays unread.
void save_all_read(db::Transaction& transaction, base::AccountId account, base::Instant up_to,
                   base::Instant now);

}  // namespace notify
