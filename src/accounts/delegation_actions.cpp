#include "accounts/delegation_actions.hpp"

#include "accounts/account_store.hpp"
#include "accounts/delegation_store.hpp"
#include "accounts/name.hpp"
#include "journal/payload.hpp"

namespace accounts {
namespace {

using base::ErrorKind;
using base::refuse;

void note(Needs needs, db::Transaction& transaction, const base::Actor& actor, std::string_view act,
          const Delegation& delegation) {
    const std::pair<std::string, std::string> facts[]{
        {"person", delegation.from.name},
        {"to", delegation.to.name},
        {"from_on", base::to_text(delegation.from_on)},
        {"until_on", base::to_text(delegation.until_on)},
        {"reason", delegation.reason}};
    const auto id = delegation.id.text();
    const auto payload = journal::payload_of({}, facts);
    needs.journal.append(transaction, actor, needs.clock.now(),
                         {.act = std::string(act),
                          .subject_kind = "delegation",
                          .subject_id = id,
                          .payload = payload});
}

bool says_the_same(const Delegation& stored, const NewDelegation& wanted,
                   const base::Actor& actor) {
    return stored.from.account == actor.id && stored.to.account == wanted.to &&
           stored.from_on == wanted.from_on && stored.until_on == wanted.until_on &&
           stored.reason == wanted.reason;
}

}  // namespace

base::Result<Delegation> delegate(Needs needs, const NewDelegation& wanted,
                                  const base::Actor& actor) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<Delegation> {
        lock_account(transaction, actor.id);
        if (auto stored = find_delegation(transaction, wanted.id)) {
            if (says_the_same(*stored, wanted, actor)) return std::move(*stored);
            return refuse(ErrorKind::conflict, "same_id_other_content", "id");
        }
        const auto absent = load_account(transaction, actor.id);
        if (!absent) return absent.error();
        const auto to = find_account(transaction, wanted.to);
        if (!to) return refuse(ErrorKind::not_found, "account_unknown", "to");
        Delegation one;
        one.id = wanted.id;
        one.from.account = actor.id;
        one.to.account = wanted.to;
        one.from_on = wanted.from_on;
        one.until_on = wanted.until_on;
        one.reason = wanted.reason;
        one.made_at = needs.clock.now();
        auto others = list_delegations_of(transaction, actor.id);
        std::erase_if(others,
                      [&](const Delegation& other) { return other.from.account != actor.id; });
        const auto fits = check_delegation(one, *absent, *to, others, needs.clock.today());
        if (!fits) return fits.error();
        insert_delegation(transaction, one);
        auto given = *find_delegation(transaction, one.id);
        note(needs, transaction, actor, "delegate", given);
        return given;
    });
}

base::Result<Delegation> end_delegation(Needs needs, DelegationId id, const base::Actor& actor) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<Delegation> {
        transaction.lock("delegation " + id.text());
        const auto before = find_delegation(transaction, id);
        if (!before) return refuse(ErrorKind::not_found, "delegation_unknown");
        const auto after = end_early(*before, actor, needs.clock.now());
        if (!after || *after == *before) return after;
        save_end(transaction, *after);
        note(needs, transaction, actor, "end_delegation", *after);
        return after;
    });
}

std::vector<Delegation> list_own_delegations(Needs needs, const base::Actor& actor) {
    return needs.database.read(
        [&](db::Transaction& transaction) { return list_delegations_of(transaction, actor.id); });
}

std::vector<Delegation> list_all_delegations(Needs needs) {
    return needs.database.read([&](db::Transaction& transaction) {
        return list_delegations_from(transaction, needs.clock.today());
    });
}

std::vector<DelegationEnd> search_delegates(Needs needs, std::string_view q,
                                            const base::Actor& actor) {
    return needs.database.read([&](db::Transaction& transaction) {
        std::vector<DelegationEnd> found;
        const auto absent = find_account(transaction, actor.id);
        if (!absent) return found;
        const auto typed = name_key(q);
        for (const auto& account : list_accounts_in_use(transaction)) {
            if (found.size() == delegates_shown_max) break;
            const auto unit = account.unit ? account.unit->name : std::string();
            if (!may_stand_in(account, *absent)) continue;
            if (name_key(account.person_name).find(typed) == std::string::npos &&
                name_key(unit).find(typed) == std::string::npos)
                continue;
            found.push_back({account.id, account.person_name, unit});
        }
        return found;
    });
}

void fill_steads(db::Transaction& transaction, Account& account, base::Date today) {
    if (account.delegations_received == 0) return;
    for (const auto& given : list_received(transaction, account.id, today)) {
        const auto absent = find_account(transaction, given.from.account);
        if (!absent || absent->disabled || !may_stand_in(account, *absent)) continue;
        account.steads.push_back({given.from.account, given.from.name, absent->unit, given.until_on,
                                  scope_of(*absent).parts});
    }
}

}  // namespace accounts
