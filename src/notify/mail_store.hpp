// Mail boxes and mails in the database. One function a statement; decides nothing.
#pragma once

#include <vector>

#include "db/database.hpp"
#include "notify/mail.hpp"

namespace notify {

/// Version 0 when nothing was chosen yet.
[[nodiscard]] MailBox find_mail_box(db::Transaction& transaction, base::AccountId account);
void save_mail_box(db::Transaction& transaction, const MailBox& box);

/// A box with messages that no mail spoke of, neither read nor older than its choice.
struct WaitingBox {
    MailBox box;
    base::Instant oldest;
};
/// Of accounts that are not disabled and want mail.
[[nodiscard]] std::vector<WaitingBox> list_waiting_boxes(db::Transaction& transaction);
/// What waits for one box, the oldest first.
[[nodiscard]] std::vector<Event> list_events_for(db::Transaction& transaction, const MailBox& box);

/// Pending, to be sent at once; the events waiting for the box are its own from now on.
void insert_mail(db::Transaction& transaction, const Mail& mail, const MailBox& box);
[[nodiscard]] std::optional<Mail> find_mail(db::Transaction& transaction, std::string_view id);

}  // namespace notify
