#include "ledger/scope_store.hpp"

#include <algorithm>
#include <map>

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

/// "((…) OR (…))", a branch for the parts of each programme and one for those of all: what
/// `of_paths` says of their units; no part at all is never true.
template <class OfPaths>
void add_any_part(db::Conditions& where, const base::Scope& scope, std::string_view programme,
                  OfPaths of_paths) {
    if (scope.every_row()) return;
    std::map<std::optional<base::ProgrammeId>, std::vector<std::string>> paths;
    for (const auto& part : scope.parts) paths[part.programme].push_back(part.unit_path);
    std::string any;
    for (const auto& [only, units] : paths) {
        any += any.empty() ? "((" : " OR (";
        // A part without a unit covers the whole programme.
        const bool whole = std::any_of(units.begin(), units.end(),
                                       [](const std::string& path) { return path.empty(); });
        if (only) any += std::string(programme) + " = " + where.place_for(*only);
        if (only && !whole) any += " AND ";
        if (!whole) any += of_paths(units);
        any += ')';
    }
    where.add_fixed(any.empty() ? "1 = 0" : any + ")");
}

std::string joined(const std::vector<std::string>& texts, std::string_view between) {
    std::string all;
    for (const auto& text : texts) all += (all.empty() ? "" : std::string(between)) + text;
    return all;
}

/// The programmes with a row of either level, or a task, held below `path`; both are places of
/// values.
std::string programmes_holding(const std::string& path, const std::string& withheld) {
    std::string sql = "(";
    for (const auto* table : {"measure_unit", "problem_unit", "task"}) {
        sql += sql.size() > 1 ? " UNION " : "";
        sql += "SELECT h.programme_id FROM unit hu JOIN " + std::string(table) +
               " h ON h.unit_id = hu.id WHERE hu.path LIKE " + path + " AND (h.guards & " +
               withheld + ") = 0";
    }
    return sql + ")";
}

/// The ids of what names a row held below `path`; both are places of values.
std::string naming_rows_below(const RowLinks& links, const std::string& path,
                              const std::string& withheld) {
    const std::string level(links.level);
    return "SELECT l." + std::string(links.key) + " FROM " + std::string(links.table) + " l JOIN " +
           level + "_unit h ON h." + level + "_id = l." + level +
           "_id JOIN unit hu ON hu.id = h.unit_id WHERE hu.path LIKE " + path +
           " AND (h.guards & " + withheld + ") = 0";
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
    add_any_part(where, scope, "r.programme_id", [&](const std::vector<std::string>& units) {
        const auto parts = where.place_for(where.keep(joined(units, "|")));
        return "any_begins_with(r.holder_paths, " + parts + ")";
    });
}

void add_programmes_in_scope(db::Conditions& where, const base::Scope& scope) {
    add_unguarded(where, "g.guards", scope);
    add_any_part(where, scope, "g.id", [&](const std::vector<std::string>& units) {
        std::vector<std::string> ways;
        for (const auto& path : units) {
            const auto below = where.place_for(where.keep(path + "%"));
            const auto withheld = where.place_for(scope.withheld().bits());
            ways.push_back("u.path LIKE " + below + " OR g.id IN " +
                           programmes_holding(below, withheld));
        }
        return "(" + joined(ways, " OR ") + ")";
    });
}

void add_tasks_in_scope(db::Conditions& where, const base::Scope& scope) {
    add_unguarded(where, "r.guards", scope);
    add_any_part(where, scope, "r.programme_id", [&](const std::vector<std::string>& units) {
        std::vector<std::string> ways;
        for (const auto& path : units) {
            const auto below = where.place_for(where.keep(path + "%"));
            ways.push_back("u.path LIKE " + below + " OR iu.path LIKE " + below);
        }
        return "(" + joined(ways, " OR ") + ")";
    });
}

void add_about_rows_in_scope(db::Conditions& where, const base::Scope& scope,
                             std::initializer_list<RowLinks> links) {
    add_unguarded(where, "g.guards", scope);
    add_any_part(where, scope, "r.programme_id", [&](const std::vector<std::string>& units) {
        std::vector<std::string> ways;
        for (const auto& path : units) {
            const auto below = where.place_for(where.keep(path + "%"));
            ways.push_back("u.path LIKE " + below + " OR iu.path LIKE " + below);
            for (const auto& one : links) {
                const auto withheld = where.place_for(scope.withheld().bits());
                ways.push_back("r.id IN (" + naming_rows_below(one, below, withheld) + ")");
            }
        }
        return "(" + joined(ways, " OR ") + ")";
    });
}

void add_addressed_in_scope(db::Conditions& where, const base::Scope& scope) {
    add_any_part(where, scope, "n.programme_id", [&](const std::vector<std::string>& units) {
        std::vector<std::string> ways;
        for (const auto& path : units)
            ways.push_back("u.path LIKE " + where.place_for(where.keep(path + "%")));
        return "(" + joined(ways, " OR ") + ")";
    });
}

}  // namespace ledger
