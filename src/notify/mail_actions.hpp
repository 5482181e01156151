// Choosing to be written to, and the two steps of writing: bundling messages into mails, and
// sending one mail at a time. Several copies of the program may do both at once.
#pragma once

#include <functional>

#include "notify/mail_store.hpp"
#include "notify/needs.hpp"

namespace notify {

[[nodiscard]] MailBox load_own_mail_box(const Needs& needs, const base::Actor& actor);
/// A journal entry says that the choice changed, without the address. Refuses: as choose().
[[nodiscard]] base::Result<MailBox> set_mail_box(const Needs& needs, const base::Actor& actor,
                                                 const MailBox& wanted);

/// Makes the mails that are due; returns how many.
std::int64_t bundle_messages(const Needs& needs);

/// Nothing when it was sent, else why not.
using SendMail = std::function<std::optional<std::string>(const Mail&)>;
/// Sends the mail that is longest due and keeps what came of it; false when none is due. `send`
/// runs outside of any transaction. A program that dies in it sends again ten minutes later.
bool send_next_mail(const Needs& needs, const SendMail& send);

}  // namespace notify
