// What every way of signing in has in common: failures counted, addresses checked, a session opened
// for an account whose owner was recognised. Steps for actions; not actions themselves.
#pragma once

#include "accounts/needs.hpp"
#include "db/database.hpp"

namespace accounts {

/// 256 bits, as hexadecimal digits.
[[nodiscard]] std::string random_token(base::Random& random);
/// An entry about an account; `remote` is "" where the address says nothing.
void note_session(Needs needs, db::Transaction& transaction, const base::Actor& actor,
                  std::string_view act, std::string_view account_id, std::string_view remote);
/// Where a session comes from.
[[nodiscard]] Session origin_of(const Credentials& request, std::string_view remote);

/// Committed although the person is refused afterwards: a failure must be counted. A name that
/// nobody bears is not written down, because it may be a password typed into the wrong field.
void count_failure(Needs needs, const std::optional<Account>& account, std::string_view remote);
/// An entry about somebody who was not let in although the password was right, or before it was
/// looked at: one a minute for an account, because such a refusal costs no hashing. Gives
/// `refusal`, unless the database says another.
[[nodiscard]] base::Error refuse_sign_in(Needs needs, base::AccountId account,
                                         const base::Error& refusal, std::string_view remote);
/// An address that administrators do not come from: written down, and the session closed, so that
/// it is one entry a session. Always a refusal: `refusal`, unless the database says another.
[[nodiscard]] base::Result<void> refuse_address(Needs needs, const SignedIn& who,
                                                const base::Error& refusal,
                                                std::string_view address);
/// The session row and the token that goes into the cookie.
[[nodiscard]] OpenedSession insert_new_session(Needs needs, db::Transaction& transaction,
                                               const Account& account, const Session& origin);
/// A session for `checked`, whose owner was recognised outside the transaction; it may have been
/// changed or locked since. Refuses: name_or_password_wrong, account_locked,
/// account_unused_too_long (and puts it out of use), account_is_disabled,
/// initial_password_lapsed.
[[nodiscard]] base::Result<OpenedSession> open_for(Needs needs, const Account& checked,
                                                   const Session& origin);

}  // namespace accounts
