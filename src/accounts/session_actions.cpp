#include "accounts/session_actions.hpp"

#include <array>

#include "accounts/account_store.hpp"
#include "accounts/password.hpp"
#include "accounts/session_store.hpp"
#include "base/digest.hpp"
#include "journal/payload.hpp"

namespace accounts {
namespace {

using base::ErrorKind;
using base::refuse;

// 256 bits, as hexadecimal digits.
std::string random_token(base::Random& random) {
    std::array<std::uint8_t, 32> bytes{};
    random.fill(bytes);
    return base::to_hex(bytes);
}

base::Error sign_in_first() {
    return refuse(ErrorKind::unauthenticated, "sign_in_first");
}

std::optional<SignedIn> find_signed_in(db::Transaction& transaction, std::string_view digest) {
    const auto session = find_session(transaction, digest);
    if (!session) return std::nullopt;
    const auto account = find_account(transaction, session->account);
    return account ? std::optional(SignedIn{*session, *account}) : std::nullopt;
}

std::optional<SignedIn> find_live(Needs needs, std::string_view token) {
    if (token.empty()) return std::nullopt;
    const auto digest = digest_of_token(token);
    auto who = needs.database.read(
        [&](db::Transaction& transaction) { return find_signed_in(transaction, digest); });
    if (who && !is_live(*who, needs.clock.now(), needs.sessions)) who.reset();
    return who;
}

void note(Needs needs, db::Transaction& transaction, const base::Actor& actor, std::string_view act,
          std::string_view account_id, std::string_view remote) {
    std::vector<std::pair<std::string, std::string>> facts;
    if (!remote.empty()) facts.emplace_back("remote", remote);
    const auto payload = journal::payload_of({}, facts);
    needs.journal.append(
        transaction, actor, needs.clock.now(),
        {.act = act, .subject_kind = "account", .subject_id = account_id, .payload = payload});
}

// Committed although the person is refused afterwards: a failure must be counted. A name that
// nobody bears is not written down, because it may be a password typed into the wrong field.
void count_failure(Needs needs, const std::optional<Account>& account, std::string_view remote) {
    const auto written =
        needs.database.write([&](db::Transaction& transaction) -> base::Result<void> {
            std::string id;
            if (account) {
                id = account->id.text();
                lock_account(transaction, account->id);
                const auto before = load_account(transaction, account->id);
                if (!before) return before.error();
                save_account(transaction, after_wrong_password(*before, needs.clock.now()));
            }
            note(needs, transaction, nobody(), "fail_sign_in", id, remote);
            return {};
        });
    static_cast<void>(written);  // An account that is gone by now has nothing to count.
}

// The session row and the token that goes into the cookie.
OpenedSession insert_new_session(Needs needs, db::Transaction& transaction,
                                 const Account& account) {
    OpenedSession opened{random_token(needs.random), {}};
    opened.who.account = account;
    opened.who.session = open_session(account.id, opened.token, random_token(needs.random),
                                      needs.clock.now(), needs.sessions);
    insert_session(transaction, opened.who.session);
    return opened;
}

std::optional<Account> find_by_name(Needs needs, std::string_view name) {
    return needs.database.read([&](db::Transaction& transaction) {
        const auto id = find_account_named(transaction, name);
        return id ? find_account(transaction, *id) : std::nullopt;
    });
}

base::Result<OpenedSession> open_for(Needs needs, base::AccountId id, std::string_view checked_hash,
                                     std::string_view remote) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<OpenedSession> {
        lock_account(transaction, id);
        const auto before = load_account(transaction, id);
        if (!before) return before.error();
        // The password was checked outside; it may have been changed, or the account locked, since.
        if (before->password_hash != checked_hash)
            return refuse(ErrorKind::unauthenticated, "name_or_password_wrong");
        const auto now = needs.clock.now();
        if (const auto free = check_not_locked(*before, now); !free) return free.error();
        const auto after = after_right_password(*before, now);
        if (!after) return after.error();
        save_account(transaction, *after);
        delete_dead_sessions(transaction, now, {now.milliseconds - needs.sessions.idle_ms_max});
        auto opened = insert_new_session(needs, transaction, *after);
        note(needs, transaction, actor_of(*after), "sign_in", id.text(), remote);
        return opened;
    });
}

// The hash of the new password, once everything that can be known outside a transaction is right.
base::Result<std::string> hash_of_change(Needs needs, const Account& account,
                                         const ChangePassword& wanted) {
    if (const auto free = check_not_locked(account, needs.clock.now()); !free) return free.error();
    if (wanted.new_password == wanted.old_password)
        return refuse(ErrorKind::invalid, "new_password_is_the_old_one", "new");
    if (const auto good = check_password(wanted.new_password, account.name); !good)
        return good.error();
    const auto matches = needs.hasher.matches(account.password_hash, wanted.old_password);
    if (!matches) return matches.error();
    if (!*matches) {
        count_failure(needs, account, {});
        return refuse(ErrorKind::invalid, "old_password_wrong", "old");
    }
    return needs.hasher.hash(wanted.new_password);
}

}  // namespace

base::Result<OpenedSession> sign_in(Needs needs, const SignIn& wanted, const Credentials& request,
                                    std::string_view remote) {
    if (const auto same_site = check_same_site(request, needs.sessions); !same_site)
        return same_site.error();
    const auto account = find_by_name(needs, wanted.account);
    if (account)
        if (const auto free = check_not_locked(*account, needs.clock.now()); !free)
            return free.error();
    const auto matches =
        needs.hasher.matches(account ? account->password_hash : std::string(), wanted.password);
    if (!matches) return matches.error();
    if (!*matches) {
        count_failure(needs, account, remote);
        return refuse(ErrorKind::unauthenticated, "name_or_password_wrong");
    }
    return open_for(needs, account->id, account->password_hash, remote);
}

base::Result<std::optional<base::Actor>> authenticate(Needs needs, const Credentials& request) {
    if (const auto same_site = check_same_site(request, needs.sessions); !same_site)
        return same_site.error();
    const auto who = find_live(needs, request.token);
    if (!who) return std::optional<base::Actor>();
    if (const auto allowed = check_request(request, *who); !allowed) return allowed.error();
    const auto now = needs.clock.now();
    if (is_seen_again(who->session, now, needs.sessions)) {
        const auto saved =
            needs.database.write([&](db::Transaction& transaction) -> base::Result<void> {
                save_last_seen(transaction, who->session.token_digest, now);
                return {};
            });
        if (!saved) return saved.error();
    }
    return std::optional(actor_of(who->account));
}

base::Result<SignedIn> load_session(Needs needs, std::string_view token) {
    auto who = find_live(needs, token);
    if (!who) return sign_in_first();
    return std::move(*who);
}

base::Result<void> sign_out(Needs needs, std::string_view token) {
    const auto digest = digest_of_token(token);
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<void> {
        const auto who = find_signed_in(transaction, digest);
        if (!who) return {};
        delete_session(transaction, digest);
        note(needs, transaction, actor_of(who->account), "sign_out", who->account.id.text(), {});
        return {};
    });
}

base::Result<OpenedSession> change_password(Needs needs, std::string_view token,
                                            const ChangePassword& wanted) {
    const auto who = find_live(needs, token);
    if (!who) return sign_in_first();
    const auto hash = hash_of_change(needs, who->account, wanted);
    if (!hash) return hash.error();
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<OpenedSession> {
        const auto id = who->account.id;
        lock_account(transaction, id);
        const auto before = load_account(transaction, id);
        if (!before) return before.error();
        if (const auto fresh = check_version(*before, who->account.version); !fresh)
            return fresh.error();
        const auto after = with_own_password(*before, *hash);
        save_account(transaction, after);
        delete_sessions_of(transaction, id);
        auto opened = insert_new_session(needs, transaction, after);
        note(needs, transaction, actor_of(after), "change_own_password", id.text(), {});
        return opened;
    });
}

}  // namespace accounts
