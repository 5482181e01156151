#include "statements/compared_store.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "narrative/edition_store.hpp"

namespace statements {
namespace {

constexpr std::string_view select_place =
    "SELECT number FROM compared_text WHERE kind = $1 AND source_id = $2 AND part = $3";
constexpr std::string_view select_next = "SELECT COALESCE(max(number), 0) + 1 FROM compared_text";
constexpr std::string_view insert_place =
    "INSERT INTO compared_text (number, kind, source_id, part) VALUES ($1, $2, $3, $4)";
constexpr std::string_view delete_hashes = "DELETE FROM compared_hash WHERE text_number = $1";
constexpr std::string_view select_of_source =
    "SELECT number, part FROM compared_text WHERE kind = $1 AND source_id = $2";
constexpr std::string_view delete_place = "DELETE FROM compared_text WHERE number = $1";
constexpr std::string_view select_by_number =
    "SELECT kind, source_id, part FROM compared_text WHERE number = $1";
constexpr std::string_view select_handed_in = R"sql(
SELECT w.text, w.revision
FROM statement_section s JOIN statement_wording w
     ON w.statement_id = s.statement_id AND w.position = s.position
        AND w.revision = s.handed_revision
WHERE s.statement_id = $1 AND s.position = $2)sql";
constexpr std::string_view select_new_editions = R"sql(
SELECT e.id FROM narrative_edition e
WHERE NOT EXISTS (SELECT 1 FROM compared_text c WHERE c.kind = 'edition' AND c.source_id = e.id)
ORDER BY e.issued_at LIMIT $1)sql";

/// Hashes asked for or put in at once: statements of constant text, filled up with the last one.
constexpr std::size_t asked_at_once = 500, put_at_once = 32;
std::string places(std::size_t count, std::string_view before, std::string_view behind) {
    std::string list;
    for (std::size_t i = 1; i <= count; ++i)
        list +=
            (i == 1 ? "" : ", ") + std::string(before) + std::to_string(i) + std::string(behind);
    return list;
}
std::string sharing_sql() {
    return "SELECT text_number, count(*) FROM compared_hash WHERE hash IN (" +
           places(asked_at_once, "$", "") + ") GROUP BY text_number";
}
std::string common_sql() {
    return "SELECT hash FROM compared_hash WHERE hash IN (" + places(put_at_once, "$", "") +
           ") GROUP BY hash HAVING count(*) >= " + std::to_string(texts_with_hash_max);
}
std::string insert_sql() {
    const auto number = ", $" + std::to_string(put_at_once + 1) + ")";
    return "INSERT INTO compared_hash (hash, text_number) VALUES " +
           places(put_at_once, "($", number) + " ON CONFLICT DO NOTHING";
}
/// The next so many hashes from `from` on.
template <std::size_t count, std::size_t more = 0>
std::array<db::Value, count + more> values_of(const std::vector<std::int64_t>& hashes,
                                              std::size_t from) {
    std::array<db::Value, count + more> values;
    for (std::size_t i = 0; i < count; ++i)
        values[i] = hashes[std::min(from + i, hashes.size() - 1)];
    return values;
}

/// Without those that stand in very many texts already.
std::vector<std::int64_t> telling(db::Transaction& transaction, std::vector<std::int64_t> hashes) {
    static const auto sql = common_sql();
    std::vector<std::int64_t> common;
    for (std::size_t from = 0; from < hashes.size(); from += put_at_once) {
        const auto values = values_of<put_at_once>(hashes, from);
        transaction.run(sql, std::span<const db::Value>(values),
                        [&](const db::Row& row) { common.push_back(row.integer(0)); });
    }
    std::erase_if(hashes, [&](std::int64_t hash) {
        return std::find(common.begin(), common.end(), hash) != common.end();
    });
    return hashes;
}

void insert_hashes(db::Transaction& transaction, std::int64_t number,
                   const std::vector<std::int64_t>& hashes) {
    static const auto sql = insert_sql();
    for (std::size_t from = 0; from < hashes.size(); from += put_at_once) {
        auto values = values_of<put_at_once, 1>(hashes, from);
        values.back() = number;
        transaction.run(sql, std::span<const db::Value>(values), [](const db::Row&) {});
    }
}

std::int64_t number_in(db::Transaction& transaction, std::string_view sql) {
    return transaction.first(sql, {}, [](const db::Row& row) { return row.integer(0); })
        .value_or(1);
}

std::string name_in_sql(const ComparedTable& table) {
    return std::string(table.table) + "." + std::string(table.text);
}
std::string select_new_of(const ComparedTable& table) {
    const std::string id(table.id);
    return "SELECT t." + id + ", t." + std::string(table.text) + " FROM " +
           std::string(table.table) +
           " t WHERE NOT EXISTS (SELECT 1 FROM compared_text c WHERE c.kind = '" +
           std::string(table.kind) + "' AND c.source_id = t." + id + ") ORDER BY t." + id +
           " LIMIT $1";
}
std::string select_text_of(const ComparedTable& table) {
    return "SELECT t." + std::string(table.text) + " FROM " + std::string(table.table) +
           " t WHERE t." + std::string(table.id) + " = $1";
}

std::optional<narrative::EditionContent> find_edition(db::Transaction& transaction,
                                                      std::string_view source) {
    const auto id = narrative::EditionId::parse(source);
    if (!id) return std::nullopt;
    const auto edition = narrative::find_edition(transaction, *id, base::unbounded());
    if (!edition) return std::nullopt;
    return narrative::load_edition(transaction, *edition);
}
std::string text_of(const narrative::EditionContent& content) {
    std::string text;
    for (const auto& part : content.document)
        for (const auto& line : part.lines) text += line.text + "\n";
    return text;
}

std::string load_handed_in(db::Transaction& transaction, const ComparedText& where) {
    const auto position = std::int64_t{std::stoll(where.part)};
    return transaction
        .first(select_handed_in, {where.source, position},
               [&](const db::Row& row) {
                   const auto revision = row.integer(1);
                   return row.opened(0, "statement_wording.text", [&] {
                       return where.source + "/" + where.part + "/" + std::to_string(revision);
                   });
               })
        .value_or("");
}

std::optional<std::int64_t> find_number(db::Transaction& transaction, const ComparedText& where) {
    return transaction.first(select_place, {where.kind, where.source, where.part},
                             [](const db::Row& row) { return row.integer(0); });
}

}  // namespace

bool is_compared(db::Transaction& transaction, const ComparedText& where) {
    return find_number(transaction, where).has_value();
}

void forget_compared(db::Transaction& transaction, const ComparedText& where,
                     std::string_view part_begins) {
    std::vector<std::int64_t> numbers;
    transaction.each(select_of_source, {where.kind, where.source}, [&](const db::Row& row) {
        if (row.text(1).starts_with(part_begins)) numbers.push_back(row.integer(0));
    });
    for (const auto number : numbers) {
        transaction.execute(delete_hashes, {number});
        transaction.execute(delete_place, {number});
    }
}

void save_compared(db::Transaction& transaction, const ComparedText& where, std::string_view text) {
    auto number = find_number(transaction, where);
    if (number) {
        transaction.execute(delete_hashes, {*number});
    } else {
        transaction.lock("compared_text");
        number = number_in(transaction, select_next);
        transaction.execute(insert_place, {*number, where.kind, where.source, where.part});
    }
    insert_hashes(transaction, *number, telling(transaction, kept_of(hashes_of(text))));
}

void index_new(db::Transaction& transaction, const ComparedTable& table, std::int64_t count_max) {
    std::vector<std::pair<std::string, std::string>> rows;
    transaction.each(select_new_of(table), {count_max}, [&](const db::Row& row) {
        const auto id = row.string(0);
        rows.emplace_back(id, row.opened(1, name_in_sql(table), id));
    });
    for (const auto& [id, text] : rows)
        save_compared(transaction, {0, std::string(table.kind), id, ""}, text);
}

void index_new_editions(db::Transaction& transaction, std::int64_t count_max) {
    const auto ids = transaction.all(select_new_editions, {count_max},
                                     [](const db::Row& row) { return row.string(0); });
    for (const auto& id : ids)
        if (const auto content = find_edition(transaction, id))
            save_compared(transaction, {0, std::string(edition_text), id, ""}, text_of(*content));
}

std::vector<SharedHashes> list_sharing(db::Transaction& transaction,
                                       const std::vector<std::int64_t>& hashes) {
    static const auto sql = sharing_sql();
    std::map<std::int64_t, std::int64_t> shared;
    for (std::size_t from = 0; from < hashes.size(); from += asked_at_once) {
        const auto values = values_of<asked_at_once>(hashes, from);
        transaction.run(sql, std::span<const db::Value>(values),
                        [&](const db::Row& row) { shared[row.integer(0)] += row.integer(1); });
    }
    std::vector<SharedHashes> found;
    for (const auto& [number, count] : shared)
        if (count >= shared_min) found.push_back({number, count});
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return a.shared != b.shared ? a.shared > b.shared : a.number < b.number;
    });
    if (found.size() > looked_at_max) found.resize(looked_at_max);
    return found;
}

std::optional<ComparedText> find_compared(db::Transaction& transaction, std::int64_t number) {
    return transaction.first(select_by_number, {number}, [&](const db::Row& row) {
        return ComparedText{number, row.string(0), row.string(1), row.string(2)};
    });
}

std::string load_text(db::Transaction& transaction, const ComparedText& where,
                      std::span<const ComparedTable> tables) {
    if (where.kind == statement_text) return load_handed_in(transaction, where);
    if (where.kind == edition_text) {
        const auto content = find_edition(transaction, where.source);
        return content ? text_of(*content) : std::string();
    }
    for (const auto& table : tables) {
        if (table.kind != where.kind) continue;
        return transaction
            .first(
                select_text_of(table), {where.source},
                [&](const db::Row& row) { return row.opened(0, name_in_sql(table), where.source); })
            .value_or("");
    }
    return {};
}

std::string find_edition_title(db::Transaction& transaction, const ComparedText& where,
                               const base::Scope& scope) {
    const auto id = narrative::EditionId::parse(where.source);
    const auto found = id ? narrative::find_edition(transaction, *id, scope) : std::nullopt;
    return found ? found->title : std::string();
}

}  // namespace statements
