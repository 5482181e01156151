// A mail box on the wire: {"offered","bundle_minutes","address","rhythm","version"}; what comes in
// are the last three.
#pragma once

#include <string>
#include <string_view>

#include "notify/mail.hpp"

namespace notify {

[[nodiscard]] std::string to_json(const MailBox& box, const MailOffer& offer);
[[nodiscard]] base::Result<MailBox> read_mail_box(std::string_view body);

}  // namespace notify
