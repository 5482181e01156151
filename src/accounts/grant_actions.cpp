#include "accounts/grant_actions.hpp"

#include "accounts/custom_role_store.hpp"
#include "accounts/noting_actions.hpp"
#include "accounts/unit_store.hpp"

namespace accounts {
namespace {

using base::ErrorKind;
using base::refuse;

std::string text_of(const std::vector<GrantedPart>& parts) {
    std::string text;
    for (const auto& part : parts) {
        text += (text.empty() ? "" : "; ") + (part.unit ? part.unit->text() : std::string("*"));
        text += " @ " + (part.programme ? part.programme->text() : std::string("*"));
    }
    return text;
}

std::string name_of(db::Transaction& transaction, std::optional<CustomRoleId> custom) {
    const auto found = custom ? find_custom_role(transaction, *custom) : std::nullopt;
    return found ? found->name : "";
}

void note(Needs needs, db::Transaction& transaction, const base::Actor& actor, std::string_view act,
          const PermissionChange& change, const Grant& before) {
    const std::vector<journal::FieldChange> changes{
        {"role", std::string(name_of(before.role)), std::string(name_of(change.wanted.role))},
        {"custom_role", name_of(transaction, before.custom),
         name_of(transaction, change.wanted.custom)},
        {"scope", text_of(before.parts), text_of(change.wanted.parts)},
        {"guards", accounts::text_of(before.guards), accounts::text_of(change.wanted.guards)}};
    const auto id = change.account.text();
    const Facts facts{{"change", change.id.text()},
                      {"account", change.account_name},
                      {"reason", change.reason},
                      {"note", change.note}};
    note_account(needs, transaction, actor, act, change.account.text(),
                 journal::payload_of(changes, facts));
}

base::Result<void> check(db::Transaction& transaction, const Account& account, const Grant& before,
                         const Grant& wanted, const base::Actor& actor) {
    for (const auto& part : wanted.parts)
        if (part.unit)
            if (const auto unit = load_unit(transaction, *part.unit); !unit) return unit.error();
    if (wanted.custom) {
        const auto custom = load_custom_role(transaction, *wanted.custom);
        if (!custom) return custom.error();
        if (auto given = check_given(*custom, wanted.role); !given) return given;
    }
    return check_grant(account, before, wanted, actor,
                       count_others(transaction, account.role, account.id));
}

/// The database knows the programmes, which stand to the right of this module.
base::Result<void> save_checked(db::Transaction& transaction, const Account& account,
                                const Grant& grant) {
    try {
        save_grant(transaction, account, grant);
        return {};
    } catch (const db::ConstraintError& error) {
        // SQLite names no foreign key; the units were looked for before.
        if (error.what_violated != db::ConstraintError::What::foreign_key) throw;
        return refuse(ErrorKind::not_found, "programme_not_found", "parts");
    }
}

}  // namespace

base::Result<PermissionChange> ask_for_change(Needs needs, const WantedChange& wanted,
                                              const base::Actor& actor) {
    return needs.database.write(
        [&](db::Transaction& transaction) -> base::Result<PermissionChange> {
            if (const auto stored = find_change(transaction, wanted.id)) {
                if (stored->account == wanted.account && stored->wanted == wanted.grant)
                    return *stored;
                return refuse(ErrorKind::conflict, "same_id_other_content", "id");
            }
            transaction.lock("administrators");
            lock_account(transaction, wanted.account);
            const auto account = load_account(transaction, wanted.account);
            if (!account) return account.error();
            if (const auto fresh = check_version(*account, wanted.version); !fresh)
                return fresh.error();
            const auto before = grant_of(transaction, *account);
            if (const auto good = check(transaction, *account, before, wanted.grant, actor); !good)
                return good.error();
            auto change = asked_for(wanted.id, *account, wanted.grant, wanted.reason, actor,
                                    needs.clock.now());
            const bool at_once = takes_effect_at_once(before, wanted.grant, actor);
            if (at_once) {
                if (const auto saved = save_checked(transaction, *account, wanted.grant); !saved)
                    return saved.error();
                change.state = ChangeState::applied;
                change.decided_by_name = actor.name;
                change.decided_at = change.asked_at;
            }
            insert_change(transaction, change);
            note(needs, transaction, actor, at_once ? "give_permission" : "ask_for_permission",
                 change, before);
            return change;
        });
}

base::Result<PermissionChange> decide_change(Needs needs, PermissionChangeId id, Verdict verdict,
                                             const std::string& why, const base::Actor& actor) {
    return needs.database.write(
        [&](db::Transaction& transaction) -> base::Result<PermissionChange> {
            transaction.lock("administrators");
            const auto change = load_change(transaction, id);
            if (!change) return change.error();
            lock_account(transaction, change->account);
            const auto after = decide(*change, verdict, why, actor, needs.clock.now());
            if (!after) return after;
            const auto account = load_account(transaction, change->account);
            if (!account) return account.error();
            const auto before = grant_of(transaction, *account);
            if (after->state == ChangeState::applied) {
                if (const auto good = check(transaction, *account, before, after->wanted, actor);
                    !good)
                    return good.error();
                if (const auto saved = save_checked(transaction, *account, after->wanted); !saved)
                    return saved.error();
            }
            save_decision(transaction, *after);
            note(needs, transaction, actor,
                 after->state == ChangeState::applied ? "confirm_permission" : "refuse_permission",
                 *after, before);
            return after;
        });
}

ChangePage list_change_page(Needs needs, ChangeState state, std::int64_t page,
                            std::int64_t page_size) {
    return needs.database.read([&](db::Transaction& transaction) {
        return list_changes(transaction, state, (page - 1) * page_size, page_size);
    });
}

GrantPage list_grant_page(Needs needs, std::int64_t page, std::int64_t page_size) {
    return needs.database.read([&](db::Transaction& transaction) {
        const auto accounts = list_accounts(transaction, (page - 1) * page_size, page_size);
        GrantPage found{{}, accounts.total};
        for (const auto& account : accounts.rows)
            found.rows.push_back({account, grant_of(transaction, account)});
        return found;
    });
}

}  // namespace accounts
