#include "ledger/scope_store.hpp"

namespace ledger {
namespace {

/// Paths are numbers between slashes: nothing in them is special to LIKE.
std::string held_below(std::string_view path) {
    return "%|" + std::string(path) + "%";
}

/// That what `column` says keeps nobody out who has this scope.
void add_unguarded(db::Conditions& where, const std::string& column, const base::Scope& scope) {
    // Nearly everybody is cleared for nothing, and of an equality the planner knows how many rows
    // it leaves.
    if (scope.cleared.empty())
        where.add_fixed(column + " = 0");
    else if (!scope.withheld().empty())
        where.add("(" + column + " & ", scope.withheld().bits(), ") = 0");
}

/// "((…) OR (…))": what `of_part` says of each, besides its programme; no part at all is never
/// true.
template <class OfPart>
void add_any_part(db::Conditions& where, const base::Scope& scope, std::string_view programme,
                  OfPart of_part) {
    if (scope.every_row()) return;
    std::string any;
    for (const auto& part : scope.parts) {
        any += any.empty() ? "((" : " OR (";
        if (part.programme)
            any += std::string(programme) + " = " + where.place_for(*part.programme);
        if (part.programme && !part.unit_path.empty()) any += " AND ";
        if (!part.unit_path.empty()) any += of_part(part.unit_path);
        any += ')';
    }
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
    add_unguarded(where, "r.guards", scope);
    add_any_part(where, scope, "r.programme_id", [&](std::string_view path) {
        return "r.holder_paths LIKE " + where.place_for(where.keep(held_below(path)));
    });
}

void add_programmes_in_scope(db::Conditions& where, const base::Scope& scope) {
    add_unguarded(where, "g.guards", scope);
    add_any_part(where, scope, "g.id", [&](const std::string& path) {
        const auto below = where.place_for(where.keep(path + "%"));
        const auto withheld = where.place_for(scope.withheld().bits());
        return "(u.path LIKE " + below + " OR g.id IN " + programmes_holding(below, withheld) + ")";
    });
}

}  // namespace ledger
