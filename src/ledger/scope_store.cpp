#include "ledger/scope_store.hpp"

namespace ledger {
namespace {

/// Paths are numbers between slashes: nothing in them is special to LIKE.
std::string held_below(std::string_view path) {
    return "%|" + std::string(path) + "%";
}

base::Guards withheld_from(const base::Scope& scope) {
    return base::unbounded().cleared ^ (scope.cleared & base::unbounded().cleared);
}

std::int64_t stored(base::Guards guards) {
    return static_cast<std::int64_t>(guards.bits());
}

void add_guards(db::Conditions& where, const base::Scope& scope) {
    const auto withheld = withheld_from(scope);
    if (!withheld.empty()) where.add("(r.guards & ", stored(withheld), ") = 0");
}

/// "(… OR …)" of what `condition_of` says about each part; none at all is never true.
template <class ConditionOf>
void add_any_part(db::Conditions& where, const base::Scope& scope, ConditionOf condition_of) {
    if (scope.every_row()) return;
    std::string any;
    for (const auto& part : scope.parts) any += (any.empty() ? "(" : " OR ") + condition_of(part);
    where.add_fixed(any.empty() ? "1 = 0" : any + ")");
}

/// The programmes with a row of either level held below `path`; both are places of values.
std::string programmes_holding(const std::string& path, const std::string& withheld) {
    std::string sql = "(";
    for (const auto* table : {"measure_unit", "problem_unit"}) {
        sql += sql.size() > 1 ? " UNION " : "";
        sql += "SELECT h.programme_id FROM unit hu JOIN " + std::string(table) +
               " h ON h.unit_id = hu.id WHERE hu.path LIKE " + path + " AND (h.guards & " +
               withheld + ") = 0";
    }
    return sql + ")";
}

}  // namespace

std::string held_at(const std::vector<std::string>& unit_paths) {
    std::string held = "|";
    for (const auto& path : unit_paths) held += path + "|";
    return held;
}

void add_rows_below(db::Conditions& where, std::string_view unit_path) {
    where.add("r.holder_paths LIKE ", where.keep(held_below(unit_path)));
}

void add_rows_in_scope(db::Conditions& where, const base::Scope& scope) {
    add_guards(where, scope);
    add_any_part(where, scope, [&](const base::ScopePart& part) {
        std::string condition;
        if (part.programme) condition = "r.programme_id = " + where.place_for(*part.programme);
        if (part.unit_path.empty()) return condition;
        return (condition.empty() ? "" : "(" + condition + " AND ") + "r.holder_paths LIKE " +
               where.place_for(where.keep(held_below(part.unit_path))) +
               (condition.empty() ? "" : ")");
    });
}

void add_programmes_in_scope(db::Conditions& where, const base::Scope& scope) {
    add_any_part(where, scope, [&](const base::ScopePart& part) {
        std::string condition;
        if (part.programme) condition = "g.id = " + where.place_for(*part.programme);
        if (part.unit_path.empty()) return condition;
        const auto path = where.place_for(where.keep(part.unit_path + "%"));
        const auto withheld = where.place_for(stored(withheld_from(scope)));
        return (condition.empty() ? "(" : "(" + condition + " AND (") + "u.path LIKE " + path +
               " OR g.id IN " + programmes_holding(path, withheld) +
               (condition.empty() ? ")" : "))");
    });
}

}  // namespace ledger
