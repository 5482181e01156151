// The whole of databases as the product sees them: a Database gives transactions, a Transaction
// runs statements, a Row is read by position. Two implementations: sqlite.cpp and postgres.cpp.
// Knows no table's name.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "base/sealer.hpp"

namespace db {

enum class Engine { sqlite, postgres };

/// What a parameter may be. Texts are borrowed until run() returns.
using Value = std::variant<std::monostate, std::int64_t, double, std::string_view>;

/// One row of a result, by position from 0; valid inside the callback only. Texts are borrowed.
/// Reading a NULL as anything but is_null() or an optional is a bug and throws std::logic_error.
class Row {
  public:
    explicit Row(const base::Sealer* sealer) : sealer_(sealer) {}
    virtual ~Row() = default;
    Row(const Row&) = delete;
    Row& operator=(const Row&) = delete;
    [[nodiscard]] virtual bool is_null(int column) const = 0;
    [[nodiscard]] virtual std::int64_t integer(int column) const = 0;
    [[nodiscard]] virtual double real(int column) const = 0;
    [[nodiscard]] virtual std::string_view text(int column) const = 0;

    [[nodiscard]] std::string string(int column) const { return std::string(text(column)); }
    [[nodiscard]] bool boolean(int column) const { return integer(column) != 0; }
    [[nodiscard]] base::Instant instant(int column) const { return {integer(column)}; }
    /// Dates stand as "2024-06-30"; throws std::runtime_error when the column holds anything else.
    [[nodiscard]] base::Date date(int column) const;
    [[nodiscard]] std::optional<base::Date> optional_date(int column) const;
    [[nodiscard]] std::optional<base::Instant> optional_instant(int column) const;
    [[nodiscard]] std::optional<std::int64_t> optional_integer(int column) const;
    [[nodiscard]] std::string string_or_empty(int column) const;
    template <class Id>
    [[nodiscard]] Id id(int column) const {
        const auto found = Id::parse(text(column));
        if (!found) throw std::runtime_error("a stored id is not an id");
        return *found;
    }
    template <class Id>
    [[nodiscard]] std::optional<Id> optional_id(int column) const {
        return is_null(column) ? std::nullopt : std::optional<Id>(id<Id>(column));
    }

    /// A text that Transaction::sealed() may have sealed for this field of this row: its id, its
    /// name, or a function that makes the name. Costs nothing where it is not sealed. Throws
    /// base::SealBroken.
    template <class RowId>
    [[nodiscard]] std::string opened(int column, std::string_view field, const RowId& row) const {
        const auto stored = text(column);
        if (!base::is_sealed(stored)) return std::string(stored);
        return open({field, name_of(row)}, stored);
    }
    /// As it is stored where it cannot be opened, which is logged: for what must be shown broken.
    [[nodiscard]] std::string opened_or_stored(int column, std::string_view field,
                                               std::string_view row) const;

    /// A row of several keys is named by them with slashes between.
    template <class RowId>
    [[nodiscard]] static std::string name_of(const RowId& row) {
        if constexpr (std::is_convertible_v<RowId, std::string_view>)
            return std::string(row);
        else if constexpr (std::is_invocable_v<RowId>)
            return row();
        else
            return row.text();
    }

  private:
    [[nodiscard]] std::string open(const base::Place& place, std::string_view stored) const;

    const base::Sealer* sealer_;
};

/// The database itself said no. `constraint` carries PostgreSQL's default name on both engines:
/// "measure_pkey", "account_name_key", "measure_status_check", "measure_text_not_null",
/// "journal_entry_append_only"; a foreign key's name is known to PostgreSQL only ("" on SQLite).
/// The transaction cannot go on after it: return a refusal or let it pass.
class ConstraintError : public std::runtime_error {
  public:
    enum class What { unique, foreign_key, not_null, check, append_only };
    ConstraintError(What violated, std::string name)
        : std::runtime_error("constraint " + name),
          what_violated(violated),
          constraint(std::move(name)) {}
    What what_violated;
    std::string constraint;
};

/// The database cannot be reached, is full or is broken; the text says what was tried.
class DatabaseError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// No space left on the disk; nothing was written. Answered as 503 storage_full.
class StorageFull : public DatabaseError {
  public:
    using DatabaseError::DatabaseError;
};

// How the program's types become parameters. Ids and dates become text, so they need an owner:
// Parameters holds it.
class Parameter {
  public:
    Parameter(std::nullptr_t) {}
    Parameter(std::nullopt_t) {}
    template <class T>
    requires std::is_integral_v<T> Parameter(T number)
        : value_(static_cast<std::int64_t>(number)) {}
    Parameter(double number) : value_(number) {}
    Parameter(const char* text) : value_(std::string_view(text)) {}
    Parameter(std::string_view text) : value_(text) {}
    Parameter(const std::string& text) : value_(std::string_view(text)) {}
    Parameter(base::Instant instant) : value_(instant.milliseconds) {}
    Parameter(base::Date date) : owned_(base::to_text(date)), owns_(true) {}
    template <class Tag>
    Parameter(const base::Id<Tag>& id) : owned_(id.text()), owns_(true) {}
    template <class T>
    Parameter(const std::optional<T>& maybe) {
        if (maybe) *this = Parameter(*maybe);
    }
    [[nodiscard]] Value value() const { return owns_ ? Value(std::string_view(owned_)) : value_; }

  private:
    Value value_;
    std::string owned_;
    bool owns_ = false;
};

using EachRow = std::function<void(const Row&)>;

/// One transaction on one connection, used by one thread. Statements are SQL text in the portable
/// subset with $1, $2 … as parameters; the text is the key of the statement cache, so it should be
/// a constant.
class Transaction {
  public:
    explicit Transaction(const base::Sealer* sealer) : sealer_(sealer) {}
    virtual ~Transaction() = default;
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    /// Runs one statement and calls `each` for every row. Returns how many rows were changed
    /// (INSERT, UPDATE, DELETE) or delivered (SELECT, RETURNING). Throws ConstraintError,
    /// StorageFull, DatabaseError.
    virtual std::int64_t run(std::string_view sql, std::span<const Value> values,
                             const EachRow& each) = 0;

    /// Waits until no other writing transaction holds this name, and holds it to the end. Nothing
    /// to do on SQLite, which has one writer; an advisory lock on PostgreSQL.
    virtual void lock(std::string_view name) = 0;
    /// Runs a text of many statements without parameters, triggers included: for migrations only.
    virtual void run_script(std::string_view script) = 0;
    [[nodiscard]] virtual Engine engine() const = 0;

    /// INSERT, UPDATE, DELETE: how many rows were changed.
    std::int64_t execute(std::string_view sql, std::initializer_list<Parameter> parameters = {});
    /// Calls `each` for every row.
    void each(std::string_view sql, std::initializer_list<Parameter> parameters,
              const EachRow& each);
    std::int64_t run(std::string_view sql, std::span<const Parameter> parameters,
                     const EachRow& each);

    /// The first row through `map`, or nullopt.
    template <class Map>
    auto first(std::string_view sql, std::initializer_list<Parameter> parameters, Map map)
        -> std::optional<std::invoke_result_t<Map, const Row&>> {
        std::optional<std::invoke_result_t<Map, const Row&>> found;
        each(sql, parameters, [&](const Row& row) {
            if (!found) found.emplace(map(row));
        });
        return found;
    }
    /// Every row through `map`.
    template <class Map>
    auto all(std::string_view sql, std::initializer_list<Parameter> parameters, Map map)
        -> std::vector<std::invoke_result_t<Map, const Row&>> {
        std::vector<std::invoke_result_t<Map, const Row&>> found;
        each(sql, parameters, [&](const Row& row) { found.push_back(map(row)); });
        return found;
    }

    /// With what this database seals; nullptr where nothing is sealed.
    [[nodiscard]] const base::Sealer* sealer() const { return sealer_; }
    /// A restricted text as it is to be stored in this field of this row: sealed where this
    /// database seals, else as it is. Row::opened() reads it.
    template <class RowId>
    [[nodiscard]] std::string sealed(std::string_view text, std::string_view field,
                                     const RowId& row) const {
        if (sealer_ == nullptr || !sealer_->seals() || text.empty()) return std::string(text);
        return sealer_->seal(text, {field, Row::name_of(row)});
    }

  private:
    const base::Sealer* sealer_;
};

/// Connections, transactions and retries. Safe from any thread.
class Database {
  public:
    virtual ~Database() = default;

    /// Runs `act(Transaction&) -> Result<T>` in one writing transaction: committed on a value,
    /// rolled back on a refusal or an exception. On PostgreSQL `act` is run again (5 times at most)
    /// when the server reports a serialisation failure, a deadlock or a lost connection before
    /// COMMIT was sent: it must have no effect outside the transaction.
    template <class Act>
    auto write(Act&& act) -> std::invoke_result_t<Act, Transaction&> {
        std::optional<std::invoke_result_t<Act, Transaction&>> result;
        in_write([&](Transaction& transaction) {
            result.emplace(act(transaction));
            return result->has_value() ? End::commit : End::roll_back;
        });
        return std::move(*result);
    }
    /// As write(), but always rolled back: what would happen.
    template <class Act>
    auto rehearse(Act&& act) -> std::invoke_result_t<Act, Transaction&> {
        std::optional<std::invoke_result_t<Act, Transaction&>> result;
        in_write([&](Transaction& transaction) {
            result.emplace(act(transaction));
            return End::roll_back;
        });
        return std::move(*result);
    }
    /// Runs `act(Transaction&)` on a consistent snapshot that cannot write; returns what it
    /// returns.
    template <class Act>
    auto read(Act&& act) -> std::invoke_result_t<Act, Transaction&> {
        if constexpr (std::is_void_v<std::invoke_result_t<Act, Transaction&>>) {
            in_read([&](Transaction& transaction) { act(transaction); });
        } else {
            std::optional<std::invoke_result_t<Act, Transaction&>> result;
            in_read([&](Transaction& transaction) { result.emplace(act(transaction)); });
            return std::move(*result);
        }
    }
    [[nodiscard]] virtual Engine engine() const = 0;
    /// Statements run since the start, by all threads: for tests that count statements per page.
    [[nodiscard]] virtual std::uint64_t statements_run() const = 0;
    /// With what it seals; nullptr where nothing is sealed.
    [[nodiscard]] virtual const base::Sealer* sealer() const = 0;
    /// Writes everything anew, so that nothing that was overwritten or deleted is left in the
    /// files of the database. Takes as long as copying it; writers wait.
    virtual void write_anew() = 0;

  protected:
    enum class End { commit, roll_back };
    virtual void in_write(const std::function<End(Transaction&)>& act) = 0;
    virtual void in_read(const std::function<void(Transaction&)>& act) = 0;
};

struct SqliteOptions {
    std::string path;  // the file; created with mode 0600 when absent
    int readers = 4;   // reading connections
    std::int64_t busy_ms_max = 10'000;
    const base::Sealer* sealer = nullptr;  // outlives the database; nullptr: nothing is sealed
};
struct PostgresOptions {
    std::string connection;  // libpq connection string or URI
    int connections = 8;
    std::int64_t statement_ms_max = 60'000;
    const base::Sealer* sealer = nullptr;  // as above
};

/// Opens without migrating. Throws DatabaseError with what was tried.
[[nodiscard]] std::unique_ptr<Database> open_sqlite(const SqliteOptions& options);
[[nodiscard]] std::unique_ptr<Database> open_postgres(const PostgresOptions& options);

}  // namespace db
