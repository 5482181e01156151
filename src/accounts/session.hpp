// A signed-in browser: how long it lives, what a request must show to speak for it. Pure; the token
// itself is in the cookie only, the database has its digest.
#pragma once

#include <string>
#include <string_view>

#include "accounts/account.hpp"

namespace accounts {

/// From the configuration; the same for the whole run.
struct SessionLimits {
    std::int64_t idle_ms_max = 30 * 60'000;
    std::int64_t lifetime_ms_max = 12 * 60 * 60'000;
    std::int64_t seen_ms_grain = 60'000;  // last_seen_at is written at most this often
    bool secure_cookie = false;           // true under TLS
    std::string public_origin;  // "https://zg.example" behind a proxy that changes Host; else ""
};

struct Session {
    std::string token_digest;
    base::AccountId account;
    std::string csrf;
    base::Instant created_at, last_seen_at, expires_at;
    std::string address, browser;  // where it was opened, as the browser calls itself
    bool code_given = false;       // the second step of signing in is done
    bool operator==(const Session&) const = default;
};

/// What is still to be done before an account may work.
struct Standing {
    bool has_factor = false;     // a second factor is in force
    bool factor_wanted = false;  // the settings demand one
    bool operator==(const Standing&) const = default;
};

[[nodiscard]] Standing standing_of(const Account& account, const SignInPolicy& policy);

/// The next step of signing in, in this order.
enum class NextStep { none, code, password, second_factor };
[[nodiscard]] std::string_view name_of(NextStep step);  // "" for none

/// A live session with the account it speaks for.
struct SignedIn {
    Session session;
    Account account;
    Standing standing;
    bool operator==(const SignedIn&) const = default;
};

/// A new session and the token for the cookie, which nobody sees again.
struct OpenedSession {
    std::string token;
    SignedIn who;
};

/// What of a request decides who is asking. Texts are borrowed.
struct Credentials {
    enum class Purpose {
        ordinary,
        own_session,    // look at it, leave, give the code
        own_password,   // choose another
        second_factor,  // set one up
    };
    Purpose purpose = Purpose::ordinary;
    bool changes_something = false;  // POST, PUT, PATCH, DELETE
    std::string_view token;
    std::string_view csrf;
    std::string_view origin, host, fetch_site;  // "" when the header is absent
    std::string_view address, browser;          // "" is checked against no list of addresses
};

/// The digest under which a token is stored.
[[nodiscard]] std::string digest_of_token(std::string_view token);
[[nodiscard]] Session open_session(base::AccountId account, std::string_view token,
                                   std::string csrf, base::Instant now,
                                   const SessionLimits& limits);
/// Neither idle too long nor too old, of an account that is not disabled.
[[nodiscard]] bool is_live(const SignedIn& who, base::Instant now, const SessionLimits& limits);
/// True when last_seen_at is old enough to be written again.
[[nodiscard]] bool is_seen_again(const Session& session, base::Instant now,
                                 const SessionLimits& limits);

/// The second line behind the CSRF token: a change must come from our own pages (or from no
/// browser). Refuses: request_from_another_site.
[[nodiscard]] base::Result<void> check_same_site(const Credentials& request,
                                                 const SessionLimits& limits);
[[nodiscard]] NextStep next_step(const SignedIn& who);
/// What a live session lets through. Refuses: csrf_token_wrong, give_the_code_first,
/// change_initial_password_first, set_up_a_second_factor_first.
[[nodiscard]] base::Result<void> check_request(const Credentials& request, const SignedIn& who);

}  // namespace accounts
