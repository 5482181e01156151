#include "audit/entry_store.hpp"

#include <charconv>

#include "accounts/name.hpp"
#include "db/conditions.hpp"
#include "journal/entry_row.hpp"

namespace audit {
namespace {

constexpr std::int64_t day_ms = 86'400'000;
constexpr std::int64_t named_max = 100;

constexpr std::string_view list_entries_sql = R"(
SELECT e.chain, e.sequence, e.happened_at, e.actor_id, e.actor_name, e.act, e.subject_kind,
    e.subject_id, e.payload_digest, e.previous, e.algorithm, e.hash, p.salt, p.payload,
    x.erased_by, aa.name, coalesce(sc.name, su.name, sg.title), sp.name,
    coalesce(sa.number, sr.number, sm.number), cg.title
FROM ()";
constexpr std::string_view join_names_sql = R"() e
LEFT JOIN journal_payload p ON p.chain = e.chain AND p.sequence = e.sequence
LEFT JOIN journal_erasure x ON x.chain = e.chain AND x.sequence = e.sequence
LEFT JOIN account aa ON aa.id = e.actor_id
LEFT JOIN account sc ON e.subject_kind = 'account' AND sc.id = e.subject_id
LEFT JOIN person sp ON sp.id = sc.person_id
LEFT JOIN unit su ON e.subject_kind = 'unit' AND su.id = e.subject_id
LEFT JOIN programme sg ON e.subject_kind = 'programme' AND sg.id = e.subject_id
LEFT JOIN area sa ON e.subject_kind = 'area' AND sa.id = e.subject_id
LEFT JOIN problem sr ON e.subject_kind = 'problem' AND sr.id = e.subject_id
LEFT JOIN measure sm ON e.subject_kind = 'measure' AND sm.id = e.subject_id
LEFT JOIN programme cg ON cg.id = e.chain)";

// The page is cut first, so that names are looked up for its rows only.
constexpr std::string_view cut_page_sql = R"(
SELECT e.chain, e.sequence, e.happened_at, e.actor_id, e.actor_name, e.act, e.subject_kind,
    e.subject_id, e.payload_digest, e.previous, e.algorithm, e.hash
FROM journal_entry e)";
constexpr std::string_view join_payload_sql = R"(
LEFT JOIN journal_payload p ON p.chain = e.chain AND p.sequence = e.sequence)";
constexpr std::string_view newest_first = R"(
ORDER BY e.happened_at DESC, e.chain DESC, e.sequence DESC)";

EntryRow row_of(const db::Row& row) {
    EntryRow found;
    found.entry = journal::entry_in(row);
    if (!row.is_null(12)) {
        auto payload = journal::payload_in(row, 12, found.entry);
        found.salt = std::move(payload.salt);
        found.payload = std::move(payload.text);
    }
    found.erased = !row.is_null(14);
    found.actor_account = row.string_or_empty(15);
    found.subject_name = row.string_or_empty(16);
    found.subject_person = row.string_or_empty(17);
    found.subject_number = row.optional_integer(18);
    found.programme_title = row.string_or_empty(19);
    return found;
}

std::string anywhere(std::string_view typed) {
    std::string pattern = "%";
    for (const char c : typed) {
        if (c == '%' || c == '_' || c == '\\') pattern += '\\';
        pattern += c;
    }
    return pattern + "%";
}

std::string places_for(db::Conditions& where, const std::vector<std::string>& values) {
    std::string places;
    for (const auto& value : values)
        places += (places.empty() ? "" : ", ") + where.place_for(where.keep(value));
    return places;
}

// The texts are borrowed from the filter.
void add_actor(db::Conditions& where, const EntryFilter& filter) {
    if (filter.query.actor.empty()) return;
    if (filter.actor_ids.empty()) return where.add("e.actor_name = ", filter.query.actor);
    where.add_one_of("e.actor_id", filter.actor_ids);
}

// Payloads that are not shown are not searched either: whether a word is in them would say it.
void add_text(db::Conditions& where, const EntryFilter& filter) {
    if (filter.query.text.empty()) return;
    const auto pattern = where.place_for(where.keep(anywhere(filter.query.text)));
    std::vector<std::string> open;
    for (const auto act : open_acts()) open.emplace_back(act);
    const auto like = " LIKE " + pattern + " ESCAPE '\\'";
    where.add_fixed("(e.actor_name" + like + " OR (p.payload" + like + " AND e.act IN (" +
                    places_for(where, open) + ")))");
}

db::Conditions conditions_of(const EntryFilter& filter) {
    const auto& query = filter.query;
    db::Conditions where;
    add_actor(where, filter);
    where.add_one_of("e.act", query.acts);
    if (!query.kind.empty()) where.add("e.subject_kind = ", query.kind);
    if (filter.subject_ids && filter.subject_ids->empty()) where.add_fixed("1 = 0");
    if (filter.subject_ids) where.add_one_of("e.subject_id", *filter.subject_ids);
    if (!query.chain.empty()) where.add("e.chain = ", query.chain);
    if (query.from) where.add("e.happened_at >= ", base::start_of(*query.from));
    if (query.to) where.add("e.happened_at < ", base::start_of(*query.to).milliseconds + day_ms);
    if (query.brief) where.add("e.act <> ", journal::anchor_act);
    if (query.brief && !filter.subject_ids)
        where.add_fixed("e.act NOT IN ('bulk_edit', 'undo_bulk_edit')");
    add_text(where, filter);
    if (query.behind) {
        const auto at = where.place_for(query.behind->at);
        const auto chain = where.place_for(query.behind->chain);
        where.add_fixed("e.happened_at <= " + at);  // Where no index knows all three.
        where.add("(e.happened_at, e.chain, e.sequence) < (" + at + ", " + chain + ", ",
                  query.behind->sequence, ")");
    }
    return where;
}

}  // namespace

std::vector<EntryRow> list_entries(db::Transaction& transaction, const EntryFilter& filter) {
    auto where = conditions_of(filter);
    std::string sql(list_entries_sql);
    sql += cut_page_sql;
    if (!filter.query.text.empty()) sql += join_payload_sql;
    sql += where.text();
    sql += newest_first;
    sql += "\nLIMIT " + where.place_for(filter.query.rows_max);
    sql += join_names_sql;
    sql += newest_first;
    return db::all(transaction, sql, where, row_of);
}

Names list_names(db::Transaction& transaction, const std::vector<std::string>& ids) {
    Names names;
    if (ids.empty()) return names;
    db::Conditions where;
    const auto places = places_for(where, ids);
    const auto sql = "SELECT id, name FROM unit WHERE id IN (" + places +
                     ")\nUNION ALL SELECT id, title FROM programme WHERE id IN (" + places + ")";
    for (auto& [id, name] : db::all(transaction, sql, where, [](const db::Row& row) {
             return std::pair(row.string(0), row.string(1));
         }))
        names[id] = std::move(name);
    return names;
}

constexpr std::string_view count_entries_sql = R"(
SELECT count(*) FROM (SELECT 1 AS one FROM journal_entry e)";
std::int64_t count_entries(db::Transaction& transaction, const EntryFilter& filter,
                           std::int64_t rows_max) {
    auto where = conditions_of(filter);
    std::string sql(count_entries_sql);
    if (!filter.query.text.empty()) sql += join_payload_sql;
    sql += where.text() + "\nLIMIT " + where.place_for(rows_max) + ") AS found";
    return db::first(transaction, sql, where, [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

constexpr std::string_view list_accounts_named_sql = R"(
SELECT a.id FROM account a JOIN person p ON p.id = a.person_id
WHERE a.name_key = $1 OR p.name_key LIKE $2 ESCAPE '\' ORDER BY a.id LIMIT $3)";
std::vector<std::string> list_accounts_named(db::Transaction& transaction, std::string_view words) {
    const auto key = accounts::name_key(words);
    return transaction.all(list_accounts_named_sql, {key, accounts::containing(words), named_max},
                           [](const db::Row& row) { return row.string(0); });
}

constexpr std::string_view list_units_named_sql = R"(
SELECT id FROM unit WHERE name_key LIKE $1 ESCAPE '\' OR short_key LIKE $1 ESCAPE '\'
ORDER BY id LIMIT $2)";
std::vector<std::string> list_units_named(db::Transaction& transaction, std::string_view words) {
    return transaction.all(list_units_named_sql, {accounts::containing(words), named_max},
                           [](const db::Row& row) { return row.string(0); });
}

constexpr std::string_view list_rows_numbered_sql = R"(
SELECT id FROM problem WHERE $1 = 'problem' AND number = $2 AND (programme_id = $3 OR $3 = '')
UNION ALL
SELECT id FROM measure WHERE $1 = 'measure' AND number = $2 AND (programme_id = $3 OR $3 = '')
UNION ALL
SELECT id FROM area WHERE $1 = 'area' AND number = $2 AND (programme_id = $3 OR $3 = '')
LIMIT 100)";
std::vector<std::string> list_rows_numbered(db::Transaction& transaction, std::string_view kind,
                                            std::string_view programme, std::int64_t number) {
    return transaction.all(list_rows_numbered_sql, {kind, number, programme},
                           [](const db::Row& row) { return row.string(0); });
}

constexpr std::string_view find_last_anchor_sql = R"(
SELECT happened_at FROM journal_entry WHERE act = 'anchor_chains'
ORDER BY happened_at DESC LIMIT 1)";
std::optional<base::Instant> find_last_anchor(db::Transaction& transaction) {
    return transaction.first(find_last_anchor_sql, {},
                             [](const db::Row& row) { return row.instant(0); });
}

}  // namespace audit
