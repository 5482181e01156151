// Coming in, being recognised, leaving, choosing a password. Hashing happens before the
// transaction, never inside. Sign-ins and failures are journal entries in the installation's chain,
// without any password, token or mistyped name.
#pragma once

#include <optional>
#include <string>

#include "accounts/needs.hpp"

namespace accounts {

struct SignIn {
    std::string account, password;
};

struct ChangePassword {
    std::string old_password, new_password;
};

/// Refuses: request_from_another_site, account_locked, too_many_sign_ins, name_or_password_wrong
/// (whether the name exists or not, after the same time), account_is_disabled. Once an account is
/// locked, the answer shows that it exists.
[[nodiscard]] base::Result<OpenedSession> sign_in(Needs needs, const SignIn& wanted,
                                                  const Credentials& request,
                                                  std::string_view remote);

/// Who asks, or nobody; writes when the session was last seen, at most once a minute. Refuses:
/// request_from_another_site, csrf_token_wrong, change_initial_password_first.
[[nodiscard]] base::Result<std::optional<base::Actor>> authenticate(Needs needs,
                                                                    const Credentials& request);

/// Refuses: sign_in_first.
[[nodiscard]] base::Result<SignedIn> load_session(Needs needs, std::string_view token);

/// A session that is gone already is left as well.
[[nodiscard]] base::Result<void> sign_out(Needs needs, std::string_view token);

/// Closes every session of the account and opens a new one. A wrong old password counts like a
/// failed sign-in. Refuses: sign_in_first, account_locked, new_password_is_the_old_one, as
/// check_password(), too_many_sign_ins, old_password_wrong, somebody_else_changed_it.
[[nodiscard]] base::Result<OpenedSession> change_password(Needs needs, std::string_view token,
                                                          const ChangePassword& wanted);

}  // namespace accounts
