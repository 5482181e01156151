// Messages bundled into mails: whose, when, and what they say. A mail tells that something happened
// and where to look, never what a row says: mail leaves the building. Pure.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "notify/event.hpp"

namespace notify {

enum class Rhythm { never, half_hour, day };
[[nodiscard]] std::string_view name_of(Rhythm rhythm);
[[nodiscard]] std::optional<Rhythm> rhythm_of(std::string_view name);

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

/// Whether messages that wait since `oldest` are to be sent now: after so many minutes, or at eight
/// in the morning.
[[nodiscard]] bool is_bundle_due(Rhythm rhythm, base::Instant oldest, base::Instant now,
                                 std::int64_t bundle_minutes);

using MailId = base::Id<struct MailTag>;

struct Mail {
    MailId id;
    base::AccountId account;
    std::string address, subject, body;
    base::Instant made_at;
    std::int64_t tries = 0;  // this one included
    bool operator==(const Mail&) const = default;
};

/// Subject and body; `lines_max` lines at most, the rest is counted.
[[nodiscard]] Mail mail_about(const std::vector<Event>& events, const MailOffer& offer);

inline constexpr std::int64_t tries_max = 8;
/// How long after a failed try the next one is made: 2, 4, 8 … minutes.
[[nodiscard]] std::int64_t pause_ms_after(std::int64_t tries);

/// The mail as it travels (RFC 5322, 2045, 2047): UTF-8 in base64, lines ended by CR LF.
[[nodiscard]] std::string mime_of(const Mail& mail, std::string_view from);

}  // namespace notify
