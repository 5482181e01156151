#include "accounts/session_actions.hpp"

#include <array>

#include "accounts/account_store.hpp"
#include "accounts/delegation_actions.hpp"
#include "accounts/noting_actions.hpp"
#include "accounts/password.hpp"
#include "accounts/password_store.hpp"
#include "accounts/session_opening_actions.hpp"
#include "accounts/session_store.hpp"
#include "base/digest.hpp"

namespace accounts {
namespace {

using base::ErrorKind;
using base::refuse;

base::Error sign_in_first() {
    return refuse(ErrorKind::unauthenticated, "sign_in_first");
}

std::optional<SignedIn> find_signed_in(Needs needs, db::Transaction& transaction,
                                       std::string_view digest) {
    const auto session = find_session(transaction, digest);
    if (!session) return std::nullopt;
    const auto account = find_account(transaction, session->account);
    if (!account) return std::nullopt;
    return SignedIn{*session, *account, standing_of(*account, needs.policy)};
}

std::optional<SignedIn> find_live(Needs needs, std::string_view token) {
    if (token.empty()) return std::nullopt;
    const auto digest = digest_of_token(token);
    auto who = needs.database.read(
        [&](db::Transaction& transaction) { return find_signed_in(needs, transaction, digest); });
    if (!who) return std::nullopt;
    const auto now = needs.clock.now();
    if (!is_live(*who, now, needs.sessions)) return std::nullopt;
    // Hardly anybody stands in for somebody: no transaction more for the others.
    if (who->account.delegations_received > 0)
        needs.database.read([&](db::Transaction& transaction) {
            fill_steads(transaction, who->account, base::date_of(now));
        });
    return who;
}

/// Asked of whoever knows the password. Where nobody bears the name it takes the time of our own.
base::Result<bool> password_matches(Needs needs, const std::optional<Account>& account,
                                    std::string_view password) {
    if (account && account->source == SignInSource::ldap)
        return needs.ldap.accepts(account->name, password);
    return needs.hasher.matches(account ? account->password_hash : std::string(), password);
}

std::optional<Account> find_by_name(Needs needs, std::string_view name) {
    return needs.database.read(
        [&](db::Transaction& transaction) { return find_account_by_name(transaction, name); });
}

// Each of the last hashes is tried: some tens of milliseconds each, so only after all else is
// right.
base::Result<void> check_not_used_before(Needs needs, const Account& account,
                                         std::string_view password) {
    const auto former = needs.database.read([&](db::Transaction& transaction) {
        return list_former_passwords(transaction, account.id, needs.policy.former_passwords);
    });
    for (const auto& hash : former) {
        const auto matches = needs.hasher.matches(hash, password);
        if (!matches) return matches.error();
        if (*matches)
            return refuse(ErrorKind::invalid, "password_was_used_before", "new",
                          {{"count", std::to_string(needs.policy.former_passwords)}});
    }
    return {};
}

// The hash of the new password, once everything that can be known outside a transaction is right.
base::Result<std::string> hash_of_change(Needs needs, const Account& account,
                                         const ChangePassword& wanted) {
    if (const auto free = check_not_locked(account, needs.clock.now()); !free) return free.error();
    if (wanted.new_password == wanted.old_password)
        return refuse(ErrorKind::invalid, "new_password_is_the_old_one", "new");
    if (const auto good = check_password(wanted.new_password, account.name, needs.policy); !good)
        return good.error();
    const auto matches = needs.hasher.matches(account.password_hash, wanted.old_password);
    if (!matches) return matches.error();
    if (!*matches) {
        count_failure(needs, account, {});
        return refuse(ErrorKind::invalid, "old_password_wrong", "old");
    }
    if (const auto fresh = check_not_used_before(needs, account, wanted.new_password); !fresh)
        return fresh.error();
    return needs.hasher.hash(wanted.new_password);
}

void keep_former_password(Needs needs, db::Transaction& transaction, const Account& before) {
    insert_former_password(transaction, before.id, before.password_hash);
    delete_older_passwords(transaction, before.id, needs.policy.former_passwords);
    save_password_age(transaction, before.id, {needs.clock.now(), false});
}

}  // namespace

base::Result<OpenedSession> sign_in(Needs needs, const SignIn& wanted, const Credentials& request,
                                    std::string_view remote) {
    if (const auto same_site = check_same_site(request, needs.sessions); !same_site)
        return same_site.error();
    const auto account = find_by_name(needs, wanted.account);
    if (account)
        if (const auto free = check_not_locked(*account, needs.clock.now()); !free)
            return refuse_sign_in(needs, account->id, free.error(), remote);
    const auto matches = password_matches(needs, account, wanted.password);
    if (!matches) return matches.error();
    if (!*matches) {
        count_failure(needs, account, remote);
        return refuse(ErrorKind::unauthenticated, "name_or_password_wrong");
    }
    if (const auto fits = check_address(needs.policy, account->role, remote); !fits)
        return refuse_address(needs, {{}, *account, {}}, fits.error(), remote).error();
    auto opened = open_for(needs, *account, origin_of(request, remote));
    if (opened) return opened;
    return refuse_sign_in(needs, account->id, opened.error(), remote);
}

base::Result<std::optional<base::Actor>> authenticate(Needs needs, const Credentials& request) {
    if (const auto same_site = check_same_site(request, needs.sessions); !same_site)
        return same_site.error();
    const auto who = find_live(needs, request.token);
    if (!who) return std::optional<base::Actor>();
    if (const auto fits = check_address(needs.policy, who->account.role, request.address); !fits)
        return refuse_address(needs, *who, fits.error(), request.address).error();
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
        const auto who = find_signed_in(needs, transaction, digest);
        if (!who) return {};
        delete_session(transaction, digest);
        note_session(needs, transaction, actor_of(who->account), "sign_out", who->account.id.text(),
                     {});
        return {};
    });
}

base::Result<OpenedSession> change_password(Needs needs, std::string_view token,
                                            const ChangePassword& wanted) {
    const auto who = find_live(needs, token);
    if (!who) return sign_in_first();
    if (const auto own = check_own_source(who->account); !own) return own.error();
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
        keep_former_password(needs, transaction, *before);
        delete_sessions_of(transaction, id);
        auto opened = insert_new_session(needs, transaction, after, who->session);
        note_session(needs, transaction, actor_of(after), "change_own_password", id.text(), {});
        return opened;
    });
}

base::Result<void> check_own_password(Needs needs, const Account& account,
                                      std::string_view password) {
    if (const auto free = check_not_locked(account, needs.clock.now()); !free) return free.error();
    const auto matches = password_matches(needs, account, password);
    if (!matches) return matches.error();
    if (*matches) return {};
    count_failure(needs, account, {});
    return refuse(ErrorKind::invalid, "password_wrong", "password");
}

base::Result<OwnSessions> list_own_sessions(Needs needs, std::string_view token) {
    const auto who = load_session(needs, token);
    if (!who) return who.error();
    const auto all = needs.database.read([&](db::Transaction& transaction) {
        return list_sessions_of(transaction, who->account.id);
    });
    OwnSessions own{{}, who->session.token_digest};
    for (const auto& session : all)
        if (is_live({session, who->account, {}}, needs.clock.now(), needs.sessions))
            own.rows.push_back(session);
    return own;
}

base::Result<void> close_own_session(Needs needs, std::string_view token, std::string_view digest) {
    const auto who = load_session(needs, token);
    if (!who) return who.error();
    if (digest == who->session.token_digest)
        return refuse(ErrorKind::illegal_transition, "leave_by_signing_out");
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<void> {
        const auto id = who->account.id;
        if (delete_session_of(transaction, id, digest) > 0)
            note_session(needs, transaction, actor_of(who->account), "close_session", id.text(),
                         {});
        return {};
    });
}

base::Result<void> close_other_sessions(Needs needs, std::string_view token) {
    const auto who = load_session(needs, token);
    if (!who) return who.error();
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<void> {
        const auto id = who->account.id;
        delete_other_sessions(transaction, id, who->session.token_digest);
        note_session(needs, transaction, actor_of(who->account), "close_other_sessions", id.text(),
                     {});
        return {};
    });
}

}  // namespace accounts
