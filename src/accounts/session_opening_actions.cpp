#include "accounts/session_opening_actions.hpp"

#include <array>

#include "accounts/account_store.hpp"
#include "accounts/delegation_actions.hpp"
#include "accounts/noting_actions.hpp"
#include "accounts/password_store.hpp"
#include "accounts/session_store.hpp"
#include "base/digest.hpp"
#include "journal/journal_store.hpp"

namespace accounts {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::size_t browser_bytes_max = 300;
// A refusal that costs no hashing can be asked for often: one entry in so long is enough.
constexpr std::int64_t refusal_noted_again_ms = 60'000;

// Passwords that were set before their age was kept count from now on.
base::Result<bool> password_has_expired(Needs needs, db::Transaction& transaction,
                                        const Account& account) {
    if (account.source != SignInSource::local) return false;
    const auto now = needs.clock.now();
    const auto age = find_password_age(transaction, account.id);
    if (!age) save_password_age(transaction, account.id, {now, account.must_change_password});
    if (!age) return false;
    if (const auto good = check_not_lapsed(*age, now, needs.policy); !good) return good.error();
    return has_expired(*age, now, needs.policy);
}

// The right password alone forgives no failures where a code is still to come: guessing codes must
// lead to the lock.
base::Result<Account> account_after_password(Needs needs, db::Transaction& transaction,
                                             const Account& before) {
    auto after = after_right_password(before, needs.clock.now());
    if (!after) return after;
    const auto expired = password_has_expired(needs, transaction, before);
    if (!expired) return expired.error();
    if (*expired) after = with_expired_password(*after);
    if (standing_of(before, needs.policy).has_factor) after->failed_count = before.failed_count;
    return after;
}

}  // namespace

std::string random_token(base::Random& random) {
    std::array<std::uint8_t, 32> bytes{};
    random.fill(bytes);
    return base::to_hex(bytes);
}

void note_session(Needs needs, db::Transaction& transaction, const base::Actor& actor,
                  std::string_view act, std::string_view account_id, std::string_view remote) {
    Facts facts;
    if (!remote.empty()) facts.emplace_back("remote", remote);
    note_account(needs, transaction, actor, act, account_id, journal::payload_of({}, facts));
}

Session origin_of(const Credentials& request, std::string_view remote) {
    Session origin;
    origin.address = remote;
    origin.browser = request.browser.substr(0, browser_bytes_max);
    return origin;
}

void count_failure(Needs needs, const std::optional<Account>& account, std::string_view remote) {
    const auto written =
        needs.database.write([&](db::Transaction& transaction) -> base::Result<void> {
            std::string id;
            if (account) {
                id = account->id.text();
                lock_account(transaction, account->id);
                const auto before = load_account(transaction, account->id);
                if (!before) return before.error();
                save_account(transaction, after_failure(*before, needs.clock.now(), needs.policy));
            }
            note_session(needs, transaction, nobody(), "fail_sign_in", id, remote);
            return {};
        });
    static_cast<void>(written);  // An account that is gone by now has nothing to count.
}

base::Error refuse_sign_in(Needs needs, base::AccountId account, const base::Error& refusal,
                           std::string_view remote) {
    const auto who = nobody();
    const auto id = account.text(), nobodys_id = who.id.text();
    const base::Instant since{needs.clock.now().milliseconds - refusal_noted_again_ms};
    const journal::Doing doing{"refuse_sign_in", "account", id, nobodys_id};
    const auto is_noted = [&](db::Transaction& transaction) {
        return journal::is_noted_since(transaction, doing, since);
    };
    if (needs.database.read(is_noted)) return refusal;  // A flood of them writes nothing.
    const auto written =
        needs.database.write([&](db::Transaction& transaction) -> base::Result<void> {
            if (is_noted(transaction)) return {};
            Facts facts{{"refusal", refusal.code}};
            if (!remote.empty()) facts.emplace_back("remote", remote);
            note_account(needs, transaction, who, "refuse_sign_in", id,
                         journal::payload_of({}, facts));
            return {};
        });
    return written ? refusal : written.error();
}

base::Result<void> refuse_address(Needs needs, const SignedIn& who, const base::Error& refusal,
                                  std::string_view address) {
    const auto written =
        needs.database.write([&](db::Transaction& transaction) -> base::Result<void> {
            delete_session(transaction, who.session.token_digest);
            note_session(needs, transaction, actor_of(who.account), "refuse_address",
                         who.account.id.text(), address);
            return {};
        });
    if (!written) return written.error();
    return refusal;
}

OpenedSession insert_new_session(Needs needs, db::Transaction& transaction, const Account& account,
                                 const Session& origin) {
    OpenedSession opened{random_token(needs.random), {}};
    opened.who.account = account;
    fill_steads(transaction, opened.who.account, base::date_of(needs.clock.now()));
    opened.who.standing = standing_of(account, needs.policy);
    opened.who.session = open_session(account.id, opened.token, random_token(needs.random),
                                      needs.clock.now(), needs.sessions);
    opened.who.session.address = origin.address;
    opened.who.session.browser = origin.browser;
    opened.who.session.code_given = origin.code_given;
    insert_session(transaction, opened.who.session);
    return opened;
}

base::Result<OpenedSession> open_for(Needs needs, const Account& checked, const Session& origin) {
    const auto id = checked.id;
    std::optional<base::Error> unused;  // Written down, and refused afterwards.
    auto opened =
        needs.database.write([&](db::Transaction& transaction) -> base::Result<OpenedSession> {
            lock_account(transaction, id);
            const auto before = load_account(transaction, id);
            if (!before) return before.error();
            // The password was checked outside; it may have been changed, or the account locked,
            // since.
            if (before->password_hash != checked.password_hash || before->source != checked.source)
                return refuse(ErrorKind::unauthenticated, "name_or_password_wrong");
            const auto now = needs.clock.now();
            if (const auto free = check_not_locked(*before, now); !free) return free.error();
            if (const auto used = check_in_use(*before, now, needs.policy);
                !used && !before->disabled) {
                unused = used.error();
                save_account(transaction, put_out_of_use(*before));
                delete_sessions_of(transaction, id);
                note_account(needs, transaction, operator_actor(), "disable_account", id.text(),
                             journal::payload_of({}, Facts{{"refusal", unused->code}}));
                return OpenedSession{};
            }
            const auto after = account_after_password(needs, transaction, *before);
            if (!after) return after.error();
            save_account(transaction, *after);
            delete_dead_sessions(transaction, now, {now.milliseconds - needs.sessions.idle_ms_max});
            auto session = insert_new_session(needs, transaction, *after, origin);
            note_session(needs, transaction, actor_of(*after), "sign_in", id.text(),
                         origin.address);
            return session;
        });
    if (opened && unused) return *unused;
    return opened;
}

}  // namespace accounts
