#include "exchange/record_store.hpp"

#include <algorithm>

namespace exchange {
namespace {

std::string names_of(const std::vector<Column>& columns) {
    std::string names;
    for (const auto& column : columns) names += (names.empty() ? "" : ", ") + column.name;
    return names;
}

Field field_in(const db::Row& row, int index, bool is_number) {
    if (row.is_null(index)) return {};
    if (is_number) return row.integer(index);
    return row.string(index);
}

db::Parameter parameter_of(const Field& field) {
    if (const auto* number = std::get_if<std::int64_t>(&field)) return *number;
    if (const auto* text = std::get_if<std::string>(&field)) return *text;
    return nullptr;
}

}  // namespace

constexpr std::string_view sqlite_columns = R"sql(
SELECT name, CASE WHEN type = 'INTEGER' THEN 1 ELSE 0 END FROM pragma_table_info($1)
    ORDER BY cid)sql";
constexpr std::string_view postgres_columns = R"sql(
SELECT column_name, CASE WHEN data_type = 'bigint' THEN 1 ELSE 0 END FROM information_schema.columns
WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position)sql";

std::vector<Column> list_columns(db::Transaction& transaction, std::string_view table) {
    const auto sql = transaction.engine() == db::Engine::sqlite ? sqlite_columns : postgres_columns;
    return transaction.all(sql, {table}, [](const db::Row& row) {
        return Column{row.string(0), row.boolean(1)};
    });
}

constexpr std::string_view sqlite_tables = R"sql(
SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name)sql";
constexpr std::string_view postgres_tables = R"sql(
SELECT table_name FROM information_schema.tables
WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY table_name)sql";

std::vector<std::string> list_tables(db::Transaction& transaction) {
    const auto sql = transaction.engine() == db::Engine::sqlite ? sqlite_tables : postgres_tables;
    return transaction.all(sql, {}, [](const db::Row& row) { return row.string(0); });
}

void list_records(db::Transaction& transaction, const RecordSet& set,
                  const std::vector<Column>& columns,
                  const std::function<void(const Record&)>& each) {
    const auto sql = "SELECT " + names_of(columns) + " FROM " + std::string(set.table) +
                     " ORDER BY " + std::string(set.order);
    Record record(columns.size());
    transaction.each(sql, {}, [&](const db::Row& row) {
        for (std::size_t i = 0; i < columns.size(); ++i)
            record[i] = field_in(row, static_cast<int>(i), columns[i].is_number);
        each(record);
    });
}

std::string insert_statement(const RecordSet& set, const std::vector<Column>& columns) {
    std::string places;
    for (std::size_t i = 1; i <= columns.size(); ++i)
        places += (i == 1 ? "$" : ", $") + std::to_string(i);
    return "INSERT INTO " + std::string(set.table) + " (" + names_of(columns) + ") VALUES (" +
           places + ")";
}

void insert_record(db::Transaction& transaction, std::string_view insert, const Record& record) {
    std::vector<db::Parameter> parameters;
    parameters.reserve(record.size());
    std::transform(record.begin(), record.end(), std::back_inserter(parameters), parameter_of);
    transaction.run(insert, std::span<const db::Parameter>(parameters), [](const db::Row&) {});
}

std::int64_t count_records(db::Transaction& transaction, const RecordSet& set) {
    return transaction
        .first("SELECT count(*) FROM " + std::string(set.table), {},
               [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

void delete_records(db::Transaction& transaction, const RecordSet& set) {
    transaction.execute("DELETE FROM " + std::string(set.table));
}

constexpr std::string_view select_last_migration = "SELECT max(number) FROM schema_migration";

std::int64_t last_migration(db::Transaction& transaction) {
    return transaction
        .first(select_last_migration, {}, [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

}  // namespace exchange
