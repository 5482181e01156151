#include "db/postgres_connection.hpp"

#include <charconv>
#include <cstring>
#include <vector>

namespace db {
namespace {

constexpr Oid bool_type = 16, int8_type = 20, float8_type = 701, inferred_type = 0;
constexpr std::size_t statements_kept_max = 512;

std::string field_of(const PGresult* result, int field) {
    const char* text = PQresultErrorField(result, field);
    return text == nullptr ? std::string() : std::string(text);
}

// "append_only journal_entry", raised by our triggers with this state.
constexpr std::string_view append_only_state = "ZG001";

[[noreturn]] void fail_append_only(const std::string& message) {
    const auto space = message.rfind(' ');
    throw ConstraintError(ConstraintError::What::append_only,
                          message.substr(space + 1) + "_append_only");
}

// Returns when the server did not complain about a constraint.
void fail_constraint(std::string_view state, const PGresult* result) {
    using What = ConstraintError::What;
    const auto name = field_of(result, PG_DIAG_CONSTRAINT_NAME);
    if (state == "23505") throw ConstraintError(What::unique, name);
    if (state == "23503") throw ConstraintError(What::foreign_key, name);
    if (state == "23514") throw ConstraintError(What::check, name);
    if (state == "23502")
        throw ConstraintError(What::not_null, field_of(result, PG_DIAG_TABLE_NAME) + "_" +
                                                  field_of(result, PG_DIAG_COLUMN_NAME) +
                                                  "_not_null");
    if (state == append_only_state) fail_append_only(field_of(result, PG_DIAG_MESSAGE_PRIMARY));
}

// Serialisation failure, deadlock: the connection is fine.
bool lost_a_race(std::string_view state) {
    return state == "40001" || state == "40P01";
}

// Read-only after a switch of servers, shutting down, starting up, connection errors: leave this
// server.
bool lost_the_server(std::string_view state) {
    return state == "25006" || state == "57P01" || state == "57P02" || state == "57P03" ||
           state.starts_with("08") || state.empty();
}

class PostgresRow final : public Row {
  public:
    PostgresRow(const PGresult* result, int row, const base::Sealer* sealer)
        : Row(sealer), result_(result), row_(row) {}

    bool is_null(int column) const override { return PQgetisnull(result_, row_, column) == 1; }
    std::int64_t integer(int column) const override {
        const auto found = text(column);
        if (PQftype(result_, column) == bool_type) return found == "t" ? 1 : 0;
        return number<std::int64_t>(found);
    }
    double real(int column) const override { return number<double>(text(column)); }
    std::string_view text(int column) const override {
        if (is_null(column))
            throw std::logic_error("column " + std::to_string(column) + " is NULL");
        return {PQgetvalue(result_, row_, column),
                static_cast<std::size_t>(PQgetlength(result_, row_, column))};
    }

  private:
    template <class Number>
    static Number number(std::string_view text) {
        Number value{};
        const auto end = text.data() + text.size();
        if (std::from_chars(text.data(), end, value).ptr != end)
            throw std::logic_error("not a number in this column: " + std::string(text));
        return value;
    }

    const PGresult* result_;
    int row_;
};

Oid type_of(const Value& value) {
    if (std::holds_alternative<std::int64_t>(value)) return int8_type;
    if (std::holds_alternative<double>(value)) return float8_type;
    return inferred_type;
}

// libpq wants each parameter ended by NUL.
std::string text_of(const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    if (const auto* real = std::get_if<double>(&value)) {
        std::array<char, 32> digits{};
        return {digits.data(), std::to_chars(digits.begin(), digits.end(), *real).ptr};
    }
    const auto* text = std::get_if<std::string_view>(&value);
    if (text == nullptr) return {};
    if (text->find('\0') != std::string_view::npos)
        throw std::logic_error("a text with NUL cannot be stored");
    return std::string(*text);
}

std::int64_t changed_rows(PGresult* result) {
    const std::string_view count = PQcmdTuples(result);
    std::int64_t rows = 0;
    std::from_chars(count.data(), count.data() + count.size(), rows);
    return rows;
}

}  // namespace

PostgresConnection::PostgresConnection(const PostgresOptions& options) : sealer_(options.sealer) {
    const std::array<const char*, 5> keys{"connect_timeout", "application_name", "dbname",
                                          "client_encoding", nullptr};
    const std::array<const char*, 5> values{"10", "zhenggai", options.connection.c_str(), "UTF8",
                                            nullptr};
    handle_.reset(PQconnectdbParams(keys.data(), values.data(), 1));
    if (PQstatus(handle_.get()) != CONNECTION_OK)
        throw Interrupted(std::string("cannot connect to PostgreSQL: ") +
                          PQerrorMessage(handle_.get()));
    PQsetNoticeProcessor(
        handle_.get(), [](void*, const char*) {}, nullptr);
    run_script("SET statement_timeout = " + std::to_string(options.statement_ms_max) +
               "; SET idle_in_transaction_session_timeout = 120000; SET TimeZone = 'UTC';"
               "SET standard_conforming_strings = on");
}

bool PostgresConnection::usable() const {
    return !out_of_step_ && PQstatus(handle_.get()) == CONNECTION_OK;
}

bool PostgresConnection::in_transaction() const {
    return PQtransactionStatus(handle_.get()) != PQTRANS_IDLE;
}

PostgresConnection::Result PostgresConnection::checked(PGresult* raw, std::string_view tried) {
    Result result(raw);
    const auto status = PQresultStatus(raw);
    if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK || status == PGRES_EMPTY_QUERY)
        return result;
    const auto state = field_of(raw, PG_DIAG_SQLSTATE);
    fail_constraint(state, raw);
    const auto text = std::string(PQerrorMessage(handle_.get())) +
                      " while running: " + std::string(tried.substr(0, 200));
    if (state == "53100") throw StorageFull(text);
    if (lost_a_race(state)) throw Interrupted(text);
    if (lost_the_server(state)) {
        out_of_step_ = true;
        throw Interrupted(text);
    }
    throw DatabaseError(state + " " + text);
}

const std::string& PostgresConnection::prepared(std::string_view sql,
                                                std::span<const Value> values) {
    // The types are part of the key: the same text may come with a NULL, whose type the server
    // infers.
    std::string key(sql);
    key += '\0';
    for (const auto& value : values) key += static_cast<char>('0' + value.index() % 3);
    if (const auto found = names_.find(key); found != names_.end()) return found->second;
    if (names_.size() >= statements_kept_max) {
        run_script("DEALLOCATE ALL");
        names_.clear();
    }
    std::vector<Oid> types;
    for (const auto& value : values) types.push_back(type_of(value));
    auto name = "s" + std::to_string(names_.size());
    checked(PQprepare(handle_.get(), name.c_str(), std::string(sql).c_str(),
                      static_cast<int>(types.size()), types.data()),
            sql);
    return names_.emplace(std::move(key), std::move(name)).first->second;
}

std::int64_t PostgresConnection::run(std::string_view sql, std::span<const Value> values,
                                     const EachRow& each) {
    const auto& name = prepared(sql, values);
    std::vector<std::string> texts;
    std::vector<const char*> parameters;
    texts.reserve(values.size());
    for (const auto& value : values) {
        texts.push_back(text_of(value));
        const bool null = std::holds_alternative<std::monostate>(value);
        parameters.push_back(null ? nullptr : texts.back().c_str());
    }
    const auto result =
        checked(PQexecPrepared(handle_.get(), name.c_str(), static_cast<int>(values.size()),
                               parameters.data(), nullptr, nullptr, 0),
                sql);
    if (PQresultStatus(result.get()) != PGRES_TUPLES_OK) return changed_rows(result.get());
    const int rows = PQntuples(result.get());
    for (int row = 0; each && row < rows; ++row) each(PostgresRow(result.get(), row, sealer_));
    return rows;
}

void PostgresConnection::run_script(const std::string& script) {
    checked(PQexec(handle_.get(), script.c_str()), script);
}

void PostgresConnection::commit() {
    try {
        const auto result = checked(PQexec(handle_.get(), "COMMIT"), "COMMIT");
        if (std::string_view(PQcmdStatus(result.get())) != "COMMIT")
            throw DatabaseError("the server rolled back at COMMIT");
    } catch (const Interrupted& interrupted) {
        if (usable()) throw;
        throw DatabaseError(std::string("it is not known whether this was committed: ") +
                            interrupted.what());
    }
}

}  // namespace db
