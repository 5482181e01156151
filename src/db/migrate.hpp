// Brings a database to the schema this program knows: numbered, forward only, each in one
// transaction, recorded with a checksum. The texts come from migrations/ and are embedded when the
// program is built.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.hpp"
#include "base/result.hpp"
#include "db/database.hpp"

namespace db {

struct Migration {
    int number = 0;
    std::string name;      // "0004_ledger"
    std::string script;    // as this engine takes it
    std::string checksum;  // of the text as it stands in migrations/
};

/// All migrations for the engine, by number.
[[nodiscard]] std::vector<Migration> embedded_migrations(Engine engine);

/// Applies what is missing; returns how many were applied. Refuses, without changing anything:
/// database_is_newer (it holds a number this program does not know; args number),
/// migration_was_changed (an applied one has another checksum now; args name). Throws DatabaseError
/// when a script fails; that one is rolled back, those before it stay.
[[nodiscard]] base::Result<int> migrate(Database& database, std::span<const Migration> migrations,
                                        base::Instant now);

/// The portable text as SQLite takes it: BIGINT becomes INTEGER, DOUBLE PRECISION becomes REAL, and
/// every table is STRICT. Strings and comments are left alone.
[[nodiscard]] std::string sqlite_dialect(std::string_view script);

}  // namespace db
