// Coming in, being recognised, leaving, choosing a password. Hashing happens before the
// transaction, never inside. Sign-ins and failures are journal entries in the installation's chain,
// without any password, token or mistyped name.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "accounts/needs.hpp"

namespace accounts {

struct SignIn {
    std::string account, password;
};

struct ChangePassword {
    std::string old_password, new_password;
};

/// Refuses: request_from_another_site, account_locked, too_many_sign_ins, name_or_password_wrong
/// (whether the name exists or not, after the same time), account_is_disabled,
/// administrators_come_from_elsewhere, initial_password_lapsed. Once an account is
/// locked, the answer shows that it exists. Where a directory knows the password: ldap_not_set_up,
/// ldap_not_reachable.
[[nodiscard]] base::Result<OpenedSession> sign_in(Needs needs, const SignIn& wanted,
                                                  const Credentials& request,
                                                  std::string_view remote);

/// Who asks, or nobody; writes when the session was last seen, at most once a minute. Refuses:
/// request_from_another_site, as check_request(), administrators_come_from_elsewhere (which also
/// closes the session).
[[nodiscard]] base::Result<std::optional<base::Actor>> authenticate(Needs needs,
                                                                    const Credentials& request);

/// Refuses: sign_in_first.
[[nodiscard]] base::Result<SignedIn> load_session(Needs needs, std::string_view token);

/// A session that is gone already is left as well.
[[nodiscard]] base::Result<void> sign_out(Needs needs, std::string_view token);

/// Closes every session of the account and opens a new one. A wrong old password counts like a
/// failed sign-in. Refuses: sign_in_first, password_is_kept_elsewhere, account_locked,
/// new_password_is_the_old_one, as check_password(), password_was_used_before (args count),
/// too_many_sign_ins, old_password_wrong, somebody_else_changed_it.
[[nodiscard]] base::Result<OpenedSession> change_password(Needs needs, std::string_view token,
                                                          const ChangePassword& wanted);

/// The person once more, before something that only he may do. A wrong password counts like a
/// failed sign-in. Refuses: account_locked, too_many_sign_ins, password_wrong.
[[nodiscard]] base::Result<void> check_own_password(Needs needs, const Account& account,
                                                    std::string_view password);

/// The live sessions of the account that `token` speaks for.
struct OwnSessions {
    std::vector<Session> rows;  // the latest first
    std::string present;        // digest of the one that asks
};
/// Refuses: sign_in_first.
[[nodiscard]] base::Result<OwnSessions> list_own_sessions(Needs needs, std::string_view token);
/// One that is gone already is closed as well. Refuses: sign_in_first, leave_by_signing_out (the
/// one that asks).
[[nodiscard]] base::Result<void> close_own_session(Needs needs, std::string_view token,
                                                   std::string_view digest);
/// Refuses: sign_in_first.
[[nodiscard]] base::Result<void> close_other_sessions(Needs needs, std::string_view token);

}  // namespace accounts
