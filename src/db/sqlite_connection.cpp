#include "db/sqlite_connection.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>

#include "db/any_begins_with.hpp"
#include "db/steady_map.hpp"

namespace db {
namespace {

constexpr std::size_t statements_kept_max = 512;

// SQLite would make the file readable to everybody; its -wal and -shm take over the mode of the
// file.
void make_private_file(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) throw DatabaseError("cannot open " + path + ": " + std::strerror(errno));
    ::close(file);
}

// "entry.kind, entry.at" becomes "entry_kind_at".
std::string joined_columns(std::string_view columns) {
    std::string name;
    while (!columns.empty()) {
        const auto comma = columns.find(", ");
        auto column = columns.substr(0, comma);
        const auto dot = column.find('.');
        if (name.empty()) name = column.substr(0, dot);
        if (dot != std::string_view::npos) name.append("_").append(column.substr(dot + 1));
        columns = comma == std::string_view::npos ? std::string_view() : columns.substr(comma + 2);
    }
    return name;
}

std::string_view behind(std::string_view text, std::string_view start) {
    const auto at = text.find(start);
    return at == std::string_view::npos ? text : text.substr(at + start.size());
}

// "UNIQUE constraint failed: t.a, t.b", or "... failed: index 'name'" for an index over
// expressions.
std::string unique_name(std::string_view message) {
    const auto columns = behind(message, "failed: ");
    if (!columns.starts_with("index '")) return joined_columns(columns) + "_key";
    const auto name = columns.substr(7);
    return std::string(name.substr(0, name.find('\'')));
}

std::string primary_key_name(std::string_view message) {
    const auto columns = behind(message, "failed: ");
    return std::string(columns.substr(0, columns.find('.'))) + "_pkey";
}

[[noreturn]] void fail_trigger(std::string_view message) {
    constexpr std::string_view append_only = "append_only ";
    using What = ConstraintError::What;
    if (!message.starts_with(append_only)) throw ConstraintError(What::check, std::string(message));
    throw ConstraintError(What::append_only,
                          std::string(message.substr(append_only.size())) + "_append_only");
}

// Returns when `code` is no violated constraint.
void fail_constraint(int code, std::string_view message) {
    using What = ConstraintError::What;
    switch (code) {
        case SQLITE_CONSTRAINT_PRIMARYKEY:
        case SQLITE_CONSTRAINT_ROWID:
            throw ConstraintError(What::unique, primary_key_name(message));
        case SQLITE_CONSTRAINT_UNIQUE: throw ConstraintError(What::unique, unique_name(message));
        case SQLITE_CONSTRAINT_FOREIGNKEY: throw ConstraintError(What::foreign_key, "");
        case SQLITE_CONSTRAINT_NOTNULL:
            throw ConstraintError(What::not_null,
                                  joined_columns(behind(message, "failed: ")) + "_not_null");
        case SQLITE_CONSTRAINT_CHECK:
            throw ConstraintError(What::check, std::string(behind(message, "failed: ")));
        case SQLITE_CONSTRAINT_TRIGGER: fail_trigger(message);
        default: return;
    }
}

class SqliteRow final : public Row {
  public:
    SqliteRow(sqlite3_stmt* statement, const base::Sealer* sealer)
        : Row(sealer), statement_(statement) {}

    bool is_null(int column) const override {
        return sqlite3_column_type(statement_, column) == SQLITE_NULL;
    }
    std::int64_t integer(int column) const override {
        refuse_null(column);
        return sqlite3_column_int64(statement_, column);
    }
    double real(int column) const override {
        refuse_null(column);
        return sqlite3_column_double(statement_, column);
    }
    std::string_view text(int column) const override {
        const auto* bytes = sqlite3_column_text(statement_, column);
        if (bytes == nullptr) refuse_null(column);
        return {reinterpret_cast<const char*>(bytes),
                static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
    }

  private:
    void refuse_null(int column) const {
        if (is_null(column))
            throw std::logic_error("column " + std::to_string(column) + " is NULL");
    }

    sqlite3_stmt* statement_;
};

int bind_value(sqlite3_stmt* statement, int index, const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value))
        return sqlite3_bind_int64(statement, index, *number);
    if (const auto* real = std::get_if<double>(&value))
        return sqlite3_bind_double(statement, index, *real);
    if (const auto* text = std::get_if<std::string_view>(&value)) {
        if (text->find('\0') != std::string_view::npos)
            throw std::logic_error("a text with NUL cannot be stored");
        return sqlite3_bind_text64(statement, index, text->data() == nullptr ? "" : text->data(),
                                   text->size(), SQLITE_STATIC, SQLITE_UTF8);
    }
    return sqlite3_bind_null(statement, index);
}

// Whatever happens while rows are delivered, the statement is ready for the next use.
class InUse {
  public:
    explicit InUse(SqliteStatement& statement) : statement_(statement) { statement_.in_use = true; }
    ~InUse() {
        sqlite3_reset(statement_.handle.get());
        statement_.in_use = false;
    }
    InUse(const InUse&) = delete;
    InUse& operator=(const InUse&) = delete;

  private:
    SqliteStatement& statement_;
};

}  // namespace

SqliteConnection::SqliteConnection(const SqliteOptions& options, Kind kind)
    : sealer_(options.sealer) {
    if (kind == Kind::writer) make_private_file(options.path);
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(options.path.c_str(), &opened,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    handle_.reset(opened);
    if (code != SQLITE_OK)
        throw DatabaseError("cannot open " + options.path + ": " + sqlite3_errstr(code));
    configure(options, kind);
}

void SqliteConnection::configure(const SqliteOptions& options, Kind kind) {
    // The time-out comes first: already the change to WAL may meet another program's lock.
    sqlite3_busy_timeout(handle_.get(), static_cast<int>(options.busy_ms_max));
    sqlite3_extended_result_codes(handle_.get(), 1);
    sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    add_any_begins_with(handle_.get());
    // recursive_triggers: otherwise INSERT OR REPLACE deletes rows past an append-only trigger.
    // wal_autocheckpoint: at 4,000 pages an eighth more durable saves a second than at 1,000 or
    // 16,000.
    run_script(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
        "PRAGMA recursive_triggers = ON; PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY;"
        "PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = 67108864;");
    // What is sealed later must not stay readable in the space that it gave up.
    if (options.sealer != nullptr) run_script("PRAGMA secure_delete = ON;");
    // Reading through a map of the file takes a third less time where the file is larger than the
    // cache. The writer keeps to the cache: an I/O error must reach it as an error, not as a
    // signal.
    if (kind == Kind::writer) return;
    run_script("PRAGMA query_only = ON; PRAGMA mmap_size = 1073741824;");
    keep_map(handle_.get());
}

void SqliteConnection::fail(std::string_view tried) const {
    const int code = sqlite3_extended_errcode(handle_.get());
    const std::string message = sqlite3_errmsg(handle_.get());
    if ((code & 0xff) == SQLITE_CONSTRAINT) fail_constraint(code, message);
    const auto text = message + " while running: " + std::string(tried.substr(0, 200));
    const int reason = sqlite3_system_errno(handle_.get());
    const bool no_space = (code & 0xff) == SQLITE_IOERR && (reason == ENOSPC || reason == EDQUOT);
    if ((code & 0xff) == SQLITE_FULL || no_space) throw StorageFull(text);
    throw DatabaseError(text);
}

SqliteStatement SqliteConnection::prepare(std::string_view sql, bool kept) {
    sqlite3_stmt* prepared = nullptr;
    const char* tail = nullptr;
    const auto flags = kept ? SQLITE_PREPARE_PERSISTENT : 0u;
    if (sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()), flags,
                           &prepared, &tail) != SQLITE_OK)
        fail(sql);
    SqliteStatement statement;
    statement.handle.reset(prepared);
    const std::string_view rest(tail, static_cast<std::size_t>(sql.data() + sql.size() - tail));
    if (prepared == nullptr || rest.find_first_not_of(" \t\r\n;") != std::string_view::npos)
        throw std::logic_error("not exactly one statement: " + std::string(sql.substr(0, 200)));
    for (int i = 1; i <= sqlite3_bind_parameter_count(prepared); ++i) {
        const char* name = sqlite3_bind_parameter_name(prepared, i);
        int number = 0;
        if (name != nullptr && *name == '$')
            std::from_chars(name + 1, name + std::strlen(name), number);
        if (number < 1) throw std::logic_error("parameters are written $1, $2 ...");
        statement.numbers.push_back(number);
        statement.highest_number = std::max(statement.highest_number, number);
    }
    return statement;
}

SqliteStatement& SqliteConnection::kept_statement(std::string_view sql) {
    if (const auto found = statements_.find(sql); found != statements_.end()) return found->second;
    if (statements_.size() >= statements_kept_max)
        std::erase_if(statements_, [](const auto& kept) { return !kept.second.in_use; });
    return statements_.emplace(std::string(sql), prepare(sql, true)).first->second;
}

std::int64_t SqliteConnection::step_through(sqlite3_stmt* statement, const EachRow& each) {
    std::int64_t delivered = 0;
    int code = sqlite3_step(statement);
    for (const SqliteRow row(statement, sealer_); code == SQLITE_ROW;
         code = sqlite3_step(statement)) {
        ++delivered;
        if (each) each(row);
    }
    if (code != SQLITE_DONE) fail(sqlite3_sql(statement));
    if (sqlite3_column_count(statement) > 0) return delivered;
    return sqlite3_stmt_readonly(statement) != 0 ? 0 : sqlite3_changes64(handle_.get());
}

std::int64_t SqliteConnection::run(std::string_view sql, std::span<const Value> values,
                                   const EachRow& each) {
    auto* statement = &kept_statement(sql);
    SqliteStatement nested;  // the same text runs while its own rows are being delivered
    if (statement->in_use) {
        nested = prepare(sql, false);
        statement = &nested;
    }
    if (static_cast<std::size_t>(statement->highest_number) != values.size())
        throw std::logic_error("wrong number of parameters for: " +
                               std::string(sql.substr(0, 200)));
    const InUse in_use(*statement);
    for (std::size_t i = 0; i < statement->numbers.size(); ++i) {
        const auto& value = values[static_cast<std::size_t>(statement->numbers[i] - 1)];
        if (bind_value(statement->handle.get(), static_cast<int>(i + 1), value) != SQLITE_OK)
            fail(sql);
    }
    return step_through(statement->handle.get(), each);
}

void SqliteConnection::run_script(std::string_view script) {
    while (script.find_first_not_of(" \t\r\n;") != std::string_view::npos) {
        sqlite3_stmt* prepared = nullptr;
        const char* tail = nullptr;
        if (sqlite3_prepare_v2(handle_.get(), script.data(), static_cast<int>(script.size()),
                               &prepared, &tail) != SQLITE_OK)
            fail(script);
        const std::unique_ptr<sqlite3_stmt, SqliteStatement::Finalize> statement(prepared);
        if (prepared != nullptr) step_through(prepared, EachRow());
        script.remove_prefix(static_cast<std::size_t>(tail - script.data()));
    }
}

}  // namespace db
