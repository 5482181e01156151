// Messages bundled into mails: whose they are, where they go, and how they travel. Pure.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "notify/bundle.hpp"

namespace notify {

/// Every rhythm but at once: a mail for each message would be too many.
[[nodiscard]] std::optional<Rhythm> mail_rhythm_of(std::string_view name);

/// What the installation offers; the same for the whole run.
struct MailOffer {
    bool offered = false;  // there is a mail server
    std::int64_t bundle_minutes = 30;
    std::string origin;  // "https://zg.example.cn", or "" when nobody said where pages are
};

/// Its owner's choice.
struct MailBox {
    base::AccountId account;
    std::string address;
    Rhythm rhythm = Rhythm::never;
    base::Instant since;       // what happened before is not written about
    std::int64_t version = 0;  // 0: nothing was chosen yet
    bool operator==(const MailBox&) const = default;
};

/// Refuses: mail_address_not_acceptable (ASCII, one @ with something around it, no white space, no
/// brackets or quotes, at most 254).
[[nodiscard]] base::Result<void> check_address(std::string_view address);
/// The choice `wanted` over `before`. Refuses: somebody_else_changed_it, then as check_address()
/// for one that is given, mail_needs_an_address.
[[nodiscard]] base::Result<MailBox> choose(const MailBox& before, const MailBox& wanted,
                                           base::Instant now);

using MailId = base::Id<struct MailTag>;

struct Mail {
    MailId id;
    base::AccountId account;
    std::string address, subject, body;
    base::Instant made_at;
    std::int64_t tries = 0;  // this one included
    bool operator==(const Mail&) const = default;
};

/// Subject and body.
[[nodiscard]] Mail mail_about(const std::vector<Event>& events, const MailOffer& offer);

/// The mail as it travels (RFC 5322, 2045, 2047): UTF-8 in base64, lines ended by CR LF.
[[nodiscard]] std::string mime_of(const Mail& mail, std::string_view from);

}  // namespace notify
