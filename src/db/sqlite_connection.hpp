// One connection to a SQLite file: its settings, its prepared statements, and SQLite's complaints
// as our exceptions. Used by one thread at a time; knows no transactions.
#pragma once

#include <sqlite3.h>

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "db/database.hpp"

namespace db {

/// A prepared statement and, for each of SQLite's parameters in order, the number n of its $n.
struct SqliteStatement {
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    std::unique_ptr<sqlite3_stmt, Finalize> handle;
    std::vector<int> numbers;
    int highest_number = 0;
    bool in_use = false;
};

class SqliteConnection {
  public:
    enum class Kind { writer, reader };

    /// Throws DatabaseError.
    SqliteConnection(const SqliteOptions& options, Kind kind);

    /// One statement; see Transaction::run.
    std::int64_t run(std::string_view sql, std::span<const Value> values, const EachRow& each);
    /// Statements without parameters, one after the other.
    void run_script(std::string_view script);
    [[nodiscard]] bool in_transaction() const { return sqlite3_get_autocommit(handle_.get()) == 0; }
    [[nodiscard]] const base::Sealer* sealer() const { return sealer_; }

  private:
    struct Close {
        void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
    };
    struct HashText {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };
    using Statements = std::unordered_map<std::string, SqliteStatement, HashText, std::equal_to<>>;

    void configure(const SqliteOptions& options, Kind kind);
    [[nodiscard]] SqliteStatement prepare(std::string_view sql, bool kept);
    SqliteStatement& kept_statement(std::string_view sql);
    std::int64_t step_through(sqlite3_stmt* statement, const EachRow& each);
    [[noreturn]] void fail(std::string_view tried) const;

    const base::Sealer* sealer_;
    std::unique_ptr<sqlite3, Close> handle_;
    Statements statements_;  // destroyed before the handle
};

}  // namespace db
