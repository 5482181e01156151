// Whole tables out and in, whatever their columns are. The only store that reads a table's shape
// from the engine. Decides nothing.
#pragma once

#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "db/database.hpp"
#include "exchange/record_set.hpp"

namespace exchange {

/// One column of one row: NULL, a whole number or a text. The schema has no other types.
using Field = std::variant<std::monostate, std::int64_t, std::string>;
using Record = std::vector<Field>;

struct Column {
    std::string name;
    bool is_number = false;
};

/// In the order of the table.
[[nodiscard]] std::vector<Column> list_columns(db::Transaction& transaction,
                                               std::string_view table);
/// Every table of the schema but those of the engine itself.
[[nodiscard]] std::vector<std::string> list_tables(db::Transaction& transaction);
/// Calls `each` for every row in the set's order.
void list_records(db::Transaction& transaction, const RecordSet& set,
                  const std::vector<Column>& columns,
                  const std::function<void(const Record&)>& each);
void insert_record(db::Transaction& transaction, std::string_view insert, const Record& record);
/// The statement insert_record() runs.
[[nodiscard]] std::string insert_statement(const RecordSet& set,
                                           const std::vector<Column>& columns);
[[nodiscard]] std::int64_t count_records(db::Transaction& transaction, const RecordSet& set);
/// Takes away what a migration seeded; refused by the engine where a table only grows.
void delete_records(db::Transaction& transaction, const RecordSet& set);
[[nodiscard]] std::int64_t last_migration(db::Transaction& transaction);

}  // namespace exchange
