#include "accounts/second_factor_actions.hpp"

#include <array>
#include <optional>

#include "accounts/account_store.hpp"
#include "accounts/noting_actions.hpp"
#include "accounts/second_factor_store.hpp"
#include "accounts/session_store.hpp"
#include "base/log.hpp"

namespace accounts {
namespace {

using base::ErrorKind;
using base::refuse;

void note(Needs needs, db::Transaction& transaction, const base::Actor& actor, std::string_view act,
          base::AccountId account, const Facts& facts = {}) {
    note_account(needs, transaction, actor, act, account.text(), journal::payload_of({}, facts));
}

// From where, as entries on signing in say it.
Facts place_of(const SignedIn& who) {
    return {{"remote", who.session.address}};
}

base::Error code_wrong() {
    return refuse(ErrorKind::invalid, "second_factor_code_wrong", "code");
}

// Counted although the person is refused afterwards, in the transaction that looked at the code.
void count_wrong_code(Needs needs, db::Transaction& transaction, const Account& account,
                      const SignedIn& who) {
    save_account(transaction, after_failure(account, needs.clock.now(), needs.policy));
    note(needs, transaction, nobody(), "fail_second_factor", account.id, place_of(who));
}

// A secret that does not open, because its key was lost, makes every code of the app wrong:
// recovery codes still count, and an administrator can take the factor off.
std::optional<std::string> opened_secret(Needs needs, const SecondFactor& factor) {
    auto secret = needs.secrets.open(factor.sealed_secret, factor.account.text());
    if (!secret)
        base::log(base::LogLevel::error, "second_factor_does_not_open",
                  {{"account", factor.account.text()}});
    return secret;
}

bool uses_up_app_code(Needs needs, db::Transaction& transaction, SecondFactor factor,
                      std::string_view code) {
    const auto secret = opened_secret(needs, factor);
    if (!secret) return false;
    const auto step = step_of_code(*secret, code, needs.clock.now(), factor.last_step);
    if (!step) return false;
    factor.last_step = *step;
    factor.confirmed = true;
    save_second_factor(transaction, factor);
    return true;
}

bool uses_up_recovery_code(db::Transaction& transaction, base::AccountId account,
                           std::string_view code) {
    const auto digest = digest_of_recovery_code(code);
    return digest && delete_recovery_code(transaction, account, *digest) == 1;
}

// The account under its lock, when it may try a code now.
base::Result<Account> load_for_code(Needs needs, db::Transaction& transaction, base::AccountId id) {
    lock_account(transaction, id);
    auto account = load_account(transaction, id);
    if (!account) return account;
    if (const auto free = check_not_locked(*account, needs.clock.now()); !free) return free.error();
    return account;
}

std::vector<std::string> insert_new_recovery_codes(Needs needs, db::Transaction& transaction,
                                                   base::AccountId account) {
    delete_recovery_codes(transaction, account);
    std::vector<std::string> codes;
    for (std::size_t i = 0; i < recovery_codes_count; ++i) {
        RecoverySeed seed{};
        needs.random.fill(seed);
        codes.push_back(recovery_code(seed));
        insert_recovery_code(transaction, account, digest_of_recovery_code(codes.back()).value());
    }
    return codes;
}

void forget_factor(db::Transaction& transaction, base::AccountId account) {
    delete_second_factor(transaction, account);
    delete_recovery_codes(transaction, account);
}

// A refusal would roll the counting back: it travels as a value past the end of the transaction.
template <class T>
struct Tried {
    std::optional<T> value;
    base::Error refusal;
};

template <class T>
base::Result<T> result_of(base::Result<Tried<T>> tried) {
    if (!tried) return tried.error();
    if (!tried->value) return std::move(tried->refusal);
    return std::move(*tried->value);
}

}  // namespace

base::Result<SignedIn> give_code(Needs needs, std::string_view token, std::string_view code) {
    const auto who = load_session(needs, token);
    if (!who) return who.error();
    return result_of<SignedIn>(
        needs.database.write([&](db::Transaction& transaction) -> base::Result<Tried<SignedIn>> {
            const auto account = load_for_code(needs, transaction, who->account.id);
            if (!account) return account.error();
            const auto factor = find_second_factor(transaction, account->id);
            if (!factor || !factor->confirmed) return Tried<SignedIn>{*who, {}};
            const bool by_app = uses_up_app_code(needs, transaction, *factor, code);
            if (!by_app && !uses_up_recovery_code(transaction, account->id, code)) {
                count_wrong_code(needs, transaction, *account, *who);
                return Tried<SignedIn>{{}, code_wrong()};
            }
            SignedIn after = *who;
            after.account = after_code(*account);
            save_account(transaction, after.account);
            after.session.code_given = true;
            save_code_given(transaction, after.session.token_digest);
            note(needs, transaction, actor_of(after.account),
                 by_app ? "give_second_factor" : "use_recovery_code", account->id, place_of(*who));
            return Tried<SignedIn>{std::move(after), {}};
        }));
}

base::Result<FactorState> load_factor_state(Needs needs, std::string_view token) {
    const auto who = load_session(needs, token);
    if (!who) return who.error();
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<FactorState> {
        return FactorState{who->standing.has_factor, may_have_second_factor(needs.policy),
                           must_have_second_factor(needs.policy, who->account.role),
                           count_recovery_codes(transaction, who->account.id)};
    });
}

base::Result<OfferedFactor> offer_factor(Needs needs, std::string_view token,
                                         std::string_view password) {
    const auto who = load_session(needs, token);
    if (!who) return who.error();
    if (!may_have_second_factor(needs.policy))
        return refuse(ErrorKind::forbidden, "second_factor_is_off");
    if (who->standing.has_factor)
        return refuse(ErrorKind::illegal_transition, "second_factor_is_set_up");
    if (const auto own = check_own_password(needs, who->account, password); !own)
        return own.error();
    std::array<std::uint8_t, factor_secret_bytes> bytes{};
    needs.random.fill(bytes);
    const std::string secret(bytes.begin(), bytes.end());
    const auto id = who->account.id;
    const auto sealed = needs.secrets.seal(secret, id.text(), needs.random);
    const auto address = factor_address(secret, who->account.name);
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<OfferedFactor> {
        lock_account(transaction, id);
        if (const auto stored = find_second_factor(transaction, id); stored && stored->confirmed)
            return refuse(ErrorKind::illegal_transition, "second_factor_is_set_up");
        save_second_factor(transaction, {id, sealed, false, 0});
        return OfferedFactor{typed_secret(secret), address, qr_picture(address)};
    });
}

base::Result<std::vector<std::string>> confirm_factor(Needs needs, std::string_view token,
                                                      std::string_view code) {
    using Codes = std::vector<std::string>;
    const auto who = load_session(needs, token);
    if (!who) return who.error();
    return result_of<Codes>(
        needs.database.write([&](db::Transaction& transaction) -> base::Result<Tried<Codes>> {
            const auto account = load_for_code(needs, transaction, who->account.id);
            if (!account) return account.error();
            const auto factor = find_second_factor(transaction, account->id);
            if (!factor || factor->confirmed)
                return refuse(ErrorKind::illegal_transition, "offer_a_second_factor_first");
            if (!uses_up_app_code(needs, transaction, *factor, code)) {
                count_wrong_code(needs, transaction, *account, *who);
                return Tried<Codes>{{}, code_wrong()};
            }
            save_code_given(transaction, who->session.token_digest);
            delete_other_sessions(transaction, account->id, who->session.token_digest);
            note(needs, transaction, actor_of(*account), "set_up_second_factor", account->id);
            return Tried<Codes>{insert_new_recovery_codes(needs, transaction, account->id), {}};
        }));
}

base::Result<void> remove_own_factor(Needs needs, std::string_view token,
                                     std::string_view password) {
    const auto who = load_session(needs, token);
    if (!who) return who.error();
    if (must_have_second_factor(needs.policy, who->account.role))
        return refuse(ErrorKind::forbidden, "second_factor_is_required");
    if (const auto own = check_own_password(needs, who->account, password); !own)
        return own.error();
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<void> {
        lock_account(transaction, who->account.id);
        forget_factor(transaction, who->account.id);
        note(needs, transaction, actor_of(who->account), "remove_second_factor", who->account.id);
        return {};
    });
}

base::Result<void> remove_factor_of(Needs needs, base::AccountId id, const base::Actor& actor) {
    if (id == actor.id) return refuse(ErrorKind::forbidden, "nobody_takes_off_their_own_factor");
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<void> {
        lock_account(transaction, id);
        if (const auto account = load_account(transaction, id); !account) return account.error();
        forget_factor(transaction, id);
        delete_sessions_of(transaction, id);
        note(needs, transaction, actor, "remove_second_factor", id);
        return {};
    });
}

}  // namespace accounts
