#include "accounts/unit_actions.hpp"

#include "accounts/directory.hpp"
#include "journal/payload.hpp"

namespace accounts {
namespace {

using base::ErrorKind;
using base::refuse;

base::Result<Unit> insert_new(db::Transaction& transaction, const Unit& wanted) {
    std::optional<Unit> parent;
    if (wanted.parent) {
        auto loaded = load_unit(transaction, *wanted.parent);
        if (!loaded) return loaded.error();
        parent = std::move(*loaded);
    }
    // Taken first: other writers wait for it, so that no sibling of this name appears in between.
    const auto number = take_unit_number(transaction);
    if (find_child_named(transaction, wanted.parent, wanted.name))
        return refuse(ErrorKind::conflict, "unit_name_taken", "name", {{"value", wanted.name}});
    auto unit = place(wanted, parent, number);
    if (unit) insert_unit(transaction, *unit);
    return unit;
}

void note(Needs needs, db::Transaction& transaction, const base::Actor& actor, const Unit& unit) {
    const auto id = unit.id.text();
    const auto payload = journal::payload_of({}, std::vector<std::pair<std::string, std::string>>{
                                                     {"name", unit.name}, {"path", unit.path}});
    needs.journal.append(
        transaction, actor, needs.clock.now(),
        {.act = "open_unit", .subject_kind = "unit", .subject_id = id, .payload = payload});
}

}  // namespace

base::Result<Unit> open_unit(Needs needs, const Unit& wanted, const base::Actor& actor) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<Unit> {
        if (const auto stored = find_unit(transaction, wanted.id)) {
            if (says_the_same(*stored, wanted)) return *stored;
            return refuse(ErrorKind::conflict, "same_id_other_content", "id");
        }
        auto unit = insert_new(transaction, wanted);
        if (unit) note(needs, transaction, actor, *unit);
        return unit;
    });
}

std::vector<Unit> search_units(Needs needs, const std::string& q, const base::Actor& actor) {
    return needs.database.read([&](db::Transaction& transaction) {
        return list_units(transaction, {.q = q, .scope = actor.scope, .rows_max = units_shown_max});
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
