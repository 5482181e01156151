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

/// A pending mail without a text; the messages waiting for the box are its own from now on. Returns
/// what they are about, the oldest first: claimed before they are read, so that one that comes
/// meanwhile waits for the next mail.
[[nodiscard]] std::vector<Event> open_mail(db::Transaction& transaction, MailId id,
                                           const MailBox& box, base::Instant now);
/// Subject and body.
void save_text(db::Transaction& transaction, const Mail& mail);
/// Of a mail that no message became part of.
void delete_mail(db::Transaction& transaction, MailId id);
[[nodiscard]] std::optional<Mail> find_mail(db::Transaction& transaction, std::string_view id);

}  // namespace notify
