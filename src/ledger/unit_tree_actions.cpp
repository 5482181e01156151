#include "ledger/unit_tree_actions.hpp"

#include <array>
#include <set>

#include "accounts/appointing_actions.hpp"
#include "accounts/post_store.hpp"
#include "accounts/unit_tree_store.hpp"
#include "journal/payload.hpp"
#include "ledger/unit_tree_store.hpp"

namespace ledger {
namespace {

using accounts::Unit;
using base::ErrorKind;
using base::refuse;
using Facts = std::vector<std::pair<std::string, std::string>>;

constexpr std::size_t named_max = 5;  // of what keeps a unit open; the others are counted

accounts::Listed listed(const std::vector<std::string>& names) {
    accounts::Listed all;
    all.count = static_cast<std::int64_t>(names.size());
    for (std::size_t i = 0; i < names.size() && i < named_max; ++i)
        all.names += (i > 0 ? "、" : "") + names[i];
    if (names.size() > named_max) all.names += "等";
    return all;
}

std::string words_of(const OpenRow& row) {
    constexpr std::array<std::string_view, 3> words{"任务", "措施", "问题"};
    if (row.kind == OpenRow::Kind::other) return "《" + row.programme_title + "》" + row.label;
    return "《" + row.programme_title + "》" +
           std::string(words[static_cast<std::size_t>(row.kind)]) + std::to_string(row.number);
}

accounts::StillHeld still_held(const Needs& needs, db::Transaction& transaction, base::UnitId id,
                               const base::Scope& scope) {
    accounts::StillHeld held;
    std::vector<std::string> units, rows;
    for (const auto& child : accounts::list_children(transaction, id))
        if (child.is_open()) units.push_back(child.name);
    auto open = list_open_rows(transaction, id);
    for (const auto& table : needs.held)
        for (auto& row : list_open_held(transaction, table, id)) open.push_back(std::move(row));
    for (const auto& row : open) {
        if (scope.clears(row.guards))
            rows.push_back(words_of(row));
        else
            ++held.withheld_rows;
    }
    held.units = listed(units);
    std::vector<std::string> posts;
    for (const auto& post : accounts::list_posts_in(transaction, id))
        if (post.is_held()) posts.push_back(post.person_name + "（" + post.title + "）");
    held.posts = listed(posts);
    held.accounts = listed(accounts::list_active_accounts(transaction, id));
    held.rows = listed(rows);
    return held;
}

base::Result<UnitView> view(const Needs& needs, db::Transaction& transaction, base::UnitId id,
                            const base::Scope& scope) {
    auto unit = accounts::load_unit(transaction, id);
    if (!unit) return unit.error();
    const auto held = still_held(needs, transaction, id, scope);
    return UnitView{
        std::move(*unit),    held.units.count, accounts::count_persons(transaction, id),
        held.accounts.count, held.rows.count,  accounts::count_accounts_scoped_to(transaction, id)};
}

/// Held against other writers, so that nothing is given to the unit while its holdings are looked
/// at.
base::Result<Unit> load_for(db::Transaction& transaction, const base::Actor& actor,
                            base::UnitId id) {
    const auto seen = accounts::load_unit_within(transaction, id, actor.scope);
    if (!seen) return seen;
    return accounts::load_unit_to_hold(transaction, id);
}

base::Result<void> check_name_free(db::Transaction& transaction, const Unit& unit,
                                   std::optional<base::UnitId> under, std::string_view field) {
    const auto bearer = accounts::find_child_named(transaction, under, unit.name);
    if (!bearer || *bearer == unit.id) return {};
    return refuse(ErrorKind::conflict, "unit_name_taken", field, {{"value", unit.name}});
}

/// Saves the unit in its new place, the units below it and the copies in the ledger.
base::Result<void> save_place(db::Transaction& transaction, const Unit& before, const Unit& after) {
    if (const auto saved = accounts::save_unit(transaction, after); !saved) return saved;
    if (after.path == before.path) return {};
    accounts::save_paths_below(transaction, before.path, after.path);
    save_moved_paths(transaction, before.path, after.path);
    return {};
}

void note(const Needs& needs, db::Transaction& transaction, const base::Actor& actor,
          std::string_view act, const Unit& unit, const Facts& more) {
    Facts facts{{"name", unit.name}};
    facts.insert(facts.end(), more.begin(), more.end());
    const auto id = unit.id.text(), payload = journal::payload_of({}, facts);
    needs.journal.append(
        transaction, actor, needs.clock.now(),
        {.act = std::string(act), .subject_kind = "unit", .subject_id = id, .payload = payload});
}

base::Result<std::optional<Unit>> load_parent(db::Transaction& transaction,
                                              const base::Actor& actor,
                                              std::optional<base::UnitId> id) {
    if (id) {
        auto parent = load_for(transaction, actor, *id);
        if (!parent) return parent.error();
        return std::optional(std::move(*parent));
    }
    if (!actor.scope.every_row())
        return refuse(ErrorKind::forbidden, "a_root_needs_the_whole_tree", "parent_id");
    return std::optional<Unit>();
}

/// The child units of a unit that is merged, each with what is below it. Returns how many.
base::Result<std::int64_t> move_children(db::Transaction& transaction, const Unit& from,
                                         const Unit& into) {
    const auto children = accounts::list_children(transaction, from.id);
    for (const auto& child : children) {
        if (child.id == into.id) continue;
        Unit after = child;
        if (child.is_open()) {
            const auto below = accounts::count_levels_below(transaction, child.path);
            auto moved = accounts::move(child, into, below);
            if (!moved) return moved.error();
            after = std::move(*moved);
            if (auto free = check_name_free(transaction, child, into.id, "into"); !free)
                return free.error();
        } else {
            after.parent = into.id;
            after.path = into.path + std::to_string(child.number) + "/";
        }
        if (auto saved = save_place(transaction, child, after); !saved) return saved.error();
    }
    return static_cast<std::int64_t>(children.size());
}

std::set<ProgrammeId> programmes_of(const Needs& needs, db::Transaction& transaction,
                                    base::UnitId unit) {
    const auto own = list_programmes_of(transaction, unit);
    std::set<ProgrammeId> all(own.begin(), own.end());
    for (const auto& table : needs.held)
        for (const auto id : list_programmes_of(transaction, table, unit)) all.insert(id);
    return all;
}

/// What other capabilities keep in the programme: each thing with one version and one entry,
/// however often it names the unit.
std::int64_t hand_over_held(const Needs& needs, Recorder& recorder, const Succession& succession) {
    auto& transaction = recorder.transaction();
    std::set<std::string> noted;
    std::int64_t rows = 0;
    for (const auto& table : needs.held)
        for (const auto& id :
             list_held(transaction, table, succession.from, recorder.programme().id)) {
            if (save_held(transaction, table, id, succession.from, succession.into) == 0) continue;
            ++rows;
            if (!noted.insert(id).second) continue;
            touch_held(transaction, table, id);
            recorder.note("merge_unit", table.subject, id, {{"into", succession.into_name}});
        }
    return rows;
}

/// Every open row of every programme, as the office would write it down, and what else the unit
/// answers for. Returns how many rows.
base::Result<std::int64_t> hand_over_rows(const Needs& needs, db::Transaction& transaction,
                                          const base::Actor& actor, const Succession& succession) {
    base::Actor whole = actor;  // What is handed over does not depend on who may see it.
    whole.scope = base::unbounded();
    std::int64_t rows = 0;
    for (const auto programme : programmes_of(needs, transaction, succession.from)) {
        auto recorder = Recorder::open(transaction, needs, whole, programme);
        if (!recorder) return recorder.error();
        const auto handed = recorder->hand_over(succession);
        if (!handed) return handed.error();
        rows += *handed + hand_over_held(needs, *recorder, succession);
        recorder->finish();
    }
    return rows;
}

}  // namespace

base::Result<UnitView> view_unit(const Needs& needs, const base::Actor& actor, base::UnitId id) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<UnitView> {
        const auto unit = accounts::load_unit_within(transaction, id, actor.scope);
        if (!unit) return unit.error();
        return view(needs, transaction, id, actor.scope);
    });
}

base::Result<UnitView> move_unit(const Needs& needs, const base::Actor& actor,
                                 const accounts::SeenUnit& seen,
                                 std::optional<base::UnitId> parent_id) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<UnitView> {
        accounts::lock_unit_names(transaction);
        const auto before = load_for(transaction, actor, seen.id);
        if (!before) return before.error();
        if (before->parent == parent_id && before->is_open())
            return view(needs, transaction, seen.id, actor.scope);
        if (auto fresh = accounts::check_version(*before, seen.version); !fresh)
            return fresh.error();
        const auto parent = load_parent(transaction, actor, parent_id);
        if (!parent) return parent.error();
        const auto below = accounts::count_levels_below(transaction, before->path);
        const auto after = accounts::move(*before, *parent, below);
        if (!after) return after.error();
        if (auto free = check_name_free(transaction, *after, after->parent, "parent_id"); !free)
            return free.error();
        if (auto saved = save_place(transaction, *before, *after); !saved) return saved.error();
        note(needs, transaction, actor, "move_unit", *after,
             {{"parent", *parent ? (*parent)->name : ""},
              {"old_path", before->path},
              {"path", after->path}});
        return view(needs, transaction, seen.id, actor.scope);
    });
}

base::Result<UnitView> merge_unit(const Needs& needs, const base::Actor& actor,
                                  const accounts::SeenUnit& seen, base::UnitId into_id) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<UnitView> {
        accounts::lock_unit_names(transaction);
        const auto before = load_for(transaction, actor, seen.id);
        if (!before) return before.error();
        if (before->merged_into == into_id) return view(needs, transaction, seen.id, actor.scope);
        if (auto fresh = accounts::check_version(*before, seen.version); !fresh)
            return fresh.error();
        const auto into = load_for(transaction, actor, into_id);
        if (!into) return refuse(into.error().kind, into.error().code, "into");
        const auto after = accounts::merge(*before, *into, needs.clock.now());
        if (!after) return after.error();
        const auto units = move_children(transaction, *before, *into);
        if (!units) return units.error();
        if (auto saved = save_place(transaction, *before, *after); !saved) return saved.error();
        const auto persons = accounts::move_persons(transaction, seen.id, into_id);
        const accounts::Appointing step{transaction, needs.clock, needs.random, needs.journal,
                                        actor};
        const auto posts = accounts::carry_posts_over(step, *before, *into);
        const auto rows = hand_over_rows(needs, transaction, actor, {seen.id, into_id, into->name});
        if (!rows) return rows.error();
        note(needs, transaction, actor, "merge_unit", *after,
             {{"into", into->name},
              {"path", after->path},
              {"units", std::to_string(*units)},
              {"persons", std::to_string(persons)},
              {"posts", std::to_string(posts)},
              {"rows", std::to_string(*rows)}});
        return view(needs, transaction, seen.id, actor.scope);
    });
}

base::Result<UnitView> close_unit(const Needs& needs, const base::Actor& actor,
                                  const accounts::SeenUnit& seen) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<UnitView> {
        accounts::lock_unit_names(transaction);
        const auto before = load_for(transaction, actor, seen.id);
        if (!before) return before.error();
        if (!before->is_open()) return view(needs, transaction, seen.id, actor.scope);
        if (auto fresh = accounts::check_version(*before, seen.version); !fresh)
            return fresh.error();
        // Saved first: whoever is about to give this unit something waits, or has written it down
        // already, so that it is counted below.
        auto after = *before;
        after.closed_at = needs.clock.now();
        if (auto saved = accounts::save_unit(transaction, after); !saved) return saved.error();
        const auto held = still_held(needs, transaction, seen.id, actor.scope);
        if (const auto closed = accounts::close(*before, held, needs.clock.now()); !closed)
            return closed.error();
        note(needs, transaction, actor, "close_unit", after, {{"path", after.path}});
        return view(needs, transaction, seen.id, actor.scope);
    });
}

}  // namespace ledger
