#include "accounts/unit_actions.hpp"

#include "accounts/directory.hpp"
#include "accounts/unit_tree_store.hpp"
#include "journal/payload.hpp"

namespace accounts {
namespace {

using base::ErrorKind;
using base::refuse;

base::Result<Unit> insert_new(db::Transaction& transaction, const Unit& wanted,
                              const base::Actor& actor) {
    std::optional<Unit> parent;
    if (wanted.parent) {
        auto loaded = load_unit_within(transaction, *wanted.parent, actor.scope);
        if (!loaded) return loaded.error();
        parent = std::move(*loaded);
    } else if (!actor.scope.every_row()) {
        return refuse(ErrorKind::forbidden, "a_root_needs_the_whole_tree", "parent_id");
    }
    // Taken first: other writers wait for it, so that no sibling of this name appears in between.
    const auto number = take_unit_number(transaction);
    if (find_child_named(transaction, wanted.parent, wanted.name))
        return refuse(ErrorKind::conflict, "unit_name_taken", "name", {{"value", wanted.name}});
    auto unit = place(wanted, parent, number);
    if (unit) insert_unit(transaction, *unit);
    return unit;
}

using Facts = std::vector<std::pair<std::string, std::string>>;

void note(Needs needs, db::Transaction& transaction, const base::Actor& actor, std::string_view act,
          const Unit& unit, const std::vector<journal::FieldChange>& changes = {}) {
    const auto id = unit.id.text();
    const auto payload =
        journal::payload_of(changes, Facts{{"name", unit.name}, {"path", unit.path}});
    needs.journal.append(
        transaction, actor, needs.clock.now(),
        {.act = std::string(act), .subject_kind = "unit", .subject_id = id, .payload = payload});
}

std::vector<journal::FieldChange> changes_between(const Unit& before, const Unit& after) {
    std::vector<journal::FieldChange> changes;
    const auto add = [&](std::string_view field, std::string_view old, std::string_view now) {
        if (old != now) changes.push_back({std::string(field), std::string(old), std::string(now)});
    };
    add("name", before.name, after.name);
    add("short_name", before.short_name, after.short_name);
    add("kind", name_of(before.kind), name_of(after.kind));
    return changes;
}

/// Loaded, allowed and as fresh as whoever asks believes.
base::Result<Unit> load_seen(db::Transaction& transaction, const SeenUnit& seen,
                             const base::Actor& actor) {
    auto unit = load_unit_within(transaction, seen.id, actor.scope);
    if (!unit) return unit;
    if (const auto fresh = check_version(*unit, seen.version); !fresh) return fresh.error();
    return unit;
}

base::Result<void> check_name_free(db::Transaction& transaction, const Unit& unit) {
    const auto bearer = find_child_named(transaction, unit.parent, unit.name);
    if (!bearer || *bearer == unit.id) return {};
    return refuse(ErrorKind::conflict, "unit_name_taken", "name", {{"value", unit.name}});
}

}  // namespace

base::Result<Unit> open_unit(Needs needs, const Unit& wanted, const base::Actor& actor) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<Unit> {
        if (const auto stored = find_unit(transaction, wanted.id)) {
            if (says_the_same(*stored, wanted)) return *stored;
            return refuse(ErrorKind::conflict, "same_id_other_content", "id");
        }
        auto unit = insert_new(transaction, wanted, actor);
        if (unit) note(needs, transaction, actor, "open_unit", *unit);
        return unit;
    });
}

base::Result<Unit> rename_unit(Needs needs, const SeenUnit& seen, const UnitNames& wanted,
                               const base::Actor& actor) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<Unit> {
        lock_unit_names(transaction);
        const auto before = load_seen(transaction, seen, actor);
        if (!before) return before;
        const auto after = rename(*before, wanted);
        if (!after || *after == *before) return after;
        if (const auto free = check_name_free(transaction, *after); !free) return free.error();
        if (const auto saved = save_unit(transaction, *after); !saved) return saved.error();
        note(needs, transaction, actor, "rename_unit", *after, changes_between(*before, *after));
        return load_unit(transaction, seen.id);
    });
}

base::Result<Unit> reopen_unit(Needs needs, const SeenUnit& seen, const base::Actor& actor) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<Unit> {
        lock_unit_names(transaction);
        const auto before = load_seen(transaction, seen, actor);
        if (!before) return before;
        std::optional<Unit> parent;
        if (before->parent) {
            auto loaded = load_unit(transaction, *before->parent);
            if (!loaded) return loaded;
            parent = std::move(*loaded);
        }
        const auto after = reopen(*before, parent);
        if (!after || *after == *before) return after;
        if (const auto free = check_name_free(transaction, *after); !free) return free.error();
        if (const auto saved = save_unit(transaction, *after); !saved) return saved.error();
        note(needs, transaction, actor, "reopen_unit", *after);
        return load_unit(transaction, seen.id);
    });
}

std::vector<Unit> search_units(Needs needs, const std::string& q, const base::Actor& actor,
                               WhichUnits which) {
    return needs.database.read([&](db::Transaction& transaction) {
        return list_units(
            transaction,
            {.q = q, .scope = actor.scope, .rows_max = units_shown_max, .which = which});
    });
}

std::vector<Person> search_persons(Needs needs, const std::string& q, const base::Actor& actor) {
    return needs.database.read([&](db::Transaction& transaction) {
        return list_persons(transaction,
                            {.q = q, .scope = actor.scope, .rows_max = persons_shown_max});
    });
}

base::Result<base::UnitId> find_unit_by_name(Needs needs, std::string_view name) {
    const UnitDirectory units(needs.database.read([&](db::Transaction& transaction) {
        return list_units(transaction, {.q = std::string(name)});
    }));
    if (const auto id = units.find(name)) return *id;
    const auto* code = units.is_ambiguous(name) ? "unit_name_ambiguous" : "unit_name_unknown";
    return refuse(ErrorKind::not_found, code, "unit", {{"value", std::string(name)}});
}

}  // namespace accounts
