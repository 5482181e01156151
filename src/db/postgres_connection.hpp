// One connection to PostgreSQL: prepared statements kept by text, parameters and rows in text
// format, the server's complaints as our exceptions. Used by one thread at a time; knows no
// transactions.
#pragma once

#include <libpq-fe.h>

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "db/database.hpp"

namespace db {

/// The transaction was lost before COMMIT through nobody's fault (serialisation, deadlock,
/// connection gone, server now read-only): the same act may succeed in a new one.
class Interrupted : public DatabaseError {
  public:
    using DatabaseError::DatabaseError;
};

class PostgresConnection {
  public:
    /// Throws Interrupted when the server cannot be reached, DatabaseError for other reasons.
    explicit PostgresConnection(const PostgresOptions& options);

    /// One statement; see Transaction::run.
    std::int64_t run(std::string_view sql, std::span<const Value> values, const EachRow& each);
    /// Statements without parameters in one message.
    void run_script(const std::string& script);
    /// Throws Interrupted when the server surely rolled back and another try may help;
    /// DatabaseError when it is not known whether the transaction was committed.
    void commit();
    /// False once the server is gone or in a state in which nothing more can be run.
    [[nodiscard]] bool usable() const;
    [[nodiscard]] bool in_transaction() const;
    [[nodiscard]] const base::Sealer* sealer() const { return sealer_; }

  private:
    struct Finish {
        void operator()(PGconn* handle) const { PQfinish(handle); }
    };
    struct Clear {
        void operator()(PGresult* result) const { PQclear(result); }
    };
    using Result = std::unique_ptr<PGresult, Clear>;

    Result checked(PGresult* result, std::string_view tried);
    const std::string& prepared(std::string_view sql, std::span<const Value> values);

    const base::Sealer* sealer_;
    std::unique_ptr<PGconn, Finish> handle_;
    std::unordered_map<std::string, std::string>
        names_;                 // text and types -> name of the prepared one
    bool out_of_step_ = false;  // server became read-only or is shutting down
};

}  // namespace db
