#include "accounts/custom_role_actions.hpp"

#include "journal/payload.hpp"

namespace accounts {
namespace {

using base::ErrorKind;
using base::refuse;

void note(Needs needs, db::Transaction& transaction, const base::Actor& actor, std::string_view act,
          const CustomRole& before, const CustomRole& after) {
    std::vector<journal::FieldChange> changes;
    const auto changed = [&](std::string_view field, const std::string& old_value,
                             const std::string& new_value) {
        if (old_value != new_value) changes.push_back({std::string(field), old_value, new_value});
    };
    changed("name", before.name, after.name);
    changed("acts", text_of(before.acts), text_of(after.acts));
    changed("closed", before.closed ? "1" : "0", after.closed ? "1" : "0");
    const std::pair<std::string, std::string> base{"base", std::string(name_of(after.base))};
    const auto id = after.id.text();
    const auto payload = journal::payload_of(changes, {&base, 1});
    needs.journal.append(
        transaction, actor, needs.clock.now(),
        {.act = act, .subject_kind = "custom_role", .subject_id = id, .payload = payload});
}

/// Writes, and says in words when another role has the name.
template <class Write>
base::Result<void> with_a_name_of_its_own(const CustomRole& role, Write write) {
    try {
        write();
        return {};
    } catch (const db::ConstraintError& error) {
        if (error.constraint != "custom_role_name_key_key") throw;
        return refuse(ErrorKind::conflict, "custom_role_name_taken", "name",
                      {{"value", role.name}});
    }
}

}  // namespace

base::Result<CustomRole> make_role(Needs needs, const CustomRole& wanted,
                                   const base::Actor& actor) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<CustomRole> {
        transaction.lock("custom roles");
        if (const auto stored = find_custom_role(transaction, wanted.id)) {
            if (*stored == wanted) return wanted;
            return refuse(ErrorKind::conflict, "same_id_other_content", "id");
        }
        if (auto good = check(wanted); !good) return good.error();
        if (list_custom_roles(transaction).size() >= custom_roles_max)
            return refuse(ErrorKind::conflict, "too_many_roles", "",
                          {{"max", std::to_string(custom_roles_max)}});
        const auto written =
            with_a_name_of_its_own(wanted, [&] { insert_custom_role(transaction, wanted); });
        if (!written) return written.error();
        note(needs, transaction, actor, "make_role", {}, wanted);
        return wanted;
    });
}

base::Result<CustomRole> change_role(Needs needs, CustomRoleId id, std::int64_t version,
                                     const CustomRoleChange& wanted, const base::Actor& actor) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<CustomRole> {
        transaction.lock("custom roles");
        const auto before = load_custom_role(transaction, id);
        if (!before) return before;
        if (before->version != version)
            return refuse(ErrorKind::conflict, "somebody_else_changed_it", "",
                          {{"version", std::to_string(before->version)}});
        const auto after = change(*before, wanted, count_holders(transaction, id));
        if (!after || *after == *before) return after;
        const auto written =
            with_a_name_of_its_own(*after, [&] { save_custom_role(transaction, *after); });
        if (!written) return written.error();
        note(needs, transaction, actor, "change_role", *before, *after);
        return after;
    });
}

std::vector<CustomRole> list_roles(Needs needs) {
    return needs.database.read(
        [](db::Transaction& transaction) { return list_custom_roles(transaction); });
}

}  // namespace accounts
