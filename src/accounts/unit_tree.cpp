#include "accounts/unit_tree.hpp"

#include "accounts/name.hpp"

namespace accounts {
namespace {

using base::ErrorKind;
using base::refuse;

base::Error still_has(std::string_view code, const Listed& listed) {
    return refuse(ErrorKind::illegal_transition, code, "",
                  {{"count", std::to_string(listed.count)}, {"value", listed.names}});
}

std::string path_under(const std::optional<Unit>& parent, std::int64_t number) {
    return (parent ? parent->path : "/") + std::to_string(number) + "/";
}

}  // namespace

base::Result<void> check_version(const Unit& stored, std::int64_t version) {
    if (stored.version == version) return {};
    return refuse(ErrorKind::conflict, "somebody_else_changed_it", "version",
                  {{"version", std::to_string(stored.version)}});
}

base::Result<Unit> rename(const Unit& before, const UnitNames& wanted) {
    if (const auto open = check_open(before, "id"); !open) return open.error();
    if (name_key(wanted.name).empty()) return refuse(ErrorKind::invalid, "unit_name_empty", "name");
    Unit after = before;
    after.name = wanted.name;
    after.short_name = wanted.short_name;
    after.kind = wanted.kind;
    return after;
}

base::Result<Unit> move(const Unit& before, const std::optional<Unit>& parent,
                        std::size_t levels_below) {
    if (const auto open = check_open(before, "id"); !open) return open.error();
    if (parent) {
        if (const auto open = check_open(*parent, "parent_id"); !open) return open.error();
        if (parent->path.starts_with(before.path))
            return refuse(ErrorKind::illegal_transition, "unit_below_itself", "parent_id",
                          {{"value", parent->name}});
        if (levels_of(parent->path) + 1 + levels_below > unit_levels_max)
            return refuse(ErrorKind::invalid, "units_too_deep", "parent_id",
                          {{"accepted", std::to_string(unit_levels_max)}});
    }
    Unit after = before;
    after.parent = parent ? std::optional(parent->id) : std::nullopt;
    after.path = path_under(parent, before.number);
    return after;
}

base::Result<Unit> merge(const Unit& before, const Unit& into, base::Instant now) {
    auto after = move(before, into, 0);
    if (!after) {
        auto error = after.error();
        if (error.field == "parent_id") error.field = "into";
        return error;
    }
    after->closed_at = now;
    after->merged_into = into.id;
    return after;
}

base::Result<Unit> close(const Unit& before, const StillHeld& held, base::Instant now) {
    if (!before.is_open()) return before;
    if (held.units.count > 0) return still_has("unit_has_open_units", held.units);
    if (held.posts.count > 0) return still_has("unit_has_posts_held", held.posts);
    if (held.accounts.count > 0) return still_has("unit_has_active_accounts", held.accounts);
    if (held.rows.count > 0) return still_has("unit_holds_open_rows", held.rows);
    if (held.withheld_rows > 0)
        return refuse(ErrorKind::illegal_transition, "unit_holds_other_open_rows");
    Unit after = before;
    after.closed_at = now;
    return after;
}

base::Result<Unit> reopen(const Unit& before, const std::optional<Unit>& parent) {
    if (before.is_open()) return before;
    if (parent)
        if (const auto open = check_open(*parent, "parent_id"); !open) return open.error();
    Unit after = before;
    after.closed_at.reset();
    after.merged_into.reset();
    return after;
}

}  // namespace accounts
