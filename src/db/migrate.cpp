#include "db/migrate.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include "base/digest.hpp"
#include "db/embedded_migrations.hpp"

namespace db {
namespace {

constexpr std::string_view create_schema_migration = R"(
CREATE TABLE IF NOT EXISTS schema_migration (
    number BIGINT NOT NULL,
    name TEXT NOT NULL,
    checksum TEXT NOT NULL,
    applied_at BIGINT NOT NULL,
    CONSTRAINT schema_migration_pkey PRIMARY KEY (number)
);
)";

void make_schema_migration(Transaction& transaction) {
    const bool sqlite = transaction.engine() == Engine::sqlite;
    transaction.lock("schema_migration");
    transaction.run_script(sqlite ? sqlite_dialect(create_schema_migration)
                                  : std::string(create_schema_migration));
}

// Only says what is wrong with what stands there already.
base::Result<void> check_applied(const std::map<int, Migration>& applied,
                                 std::span<const Migration> known) {
    for (const auto& [number, stored] : applied) {
        const auto ours = std::find_if(known.begin(), known.end(),
                                       [&, n = number](const auto& m) { return m.number == n; });
        if (ours == known.end())
            return base::refuse(base::ErrorKind::unavailable, "database_is_newer", {},
                                {{"number", std::to_string(number)}, {"name", stored.name}});
        if (ours->checksum != stored.checksum)
            return base::refuse(base::ErrorKind::unavailable, "migration_was_changed", {},
                                {{"name", stored.name}});
    }
    return {};
}

constexpr std::string_view list_applied_sql =
    "SELECT number, name, checksum FROM schema_migration ORDER BY number";
std::map<int, Migration> list_applied(Transaction& transaction) {
    std::map<int, Migration> applied;
    transaction.each(list_applied_sql, {}, [&](const Row& row) {
        const int number = static_cast<int>(row.integer(0));
        applied[number] = {number, row.string(1), {}, row.string(2)};
    });
    return applied;
}

constexpr std::string_view insert_applied_sql =
    "INSERT INTO schema_migration (number, name, checksum, applied_at) VALUES ($1, $2, $3, $4)";
// Looks again behind the lock: another copy of the program may be starting at the same moment.
base::Result<int> apply(Transaction& transaction, const Migration& migration, base::Instant now) {
    transaction.lock("schema_migration");
    if (list_applied(transaction).contains(migration.number)) return 0;
    transaction.run_script(migration.script);
    transaction.execute(insert_applied_sql,
                        {migration.number, migration.name, migration.checksum, now});
    return 1;
}

// "0001_journal.sqlite.sql" -> "0001_journal"; nothing when it is for the other engine.
std::string_view name_for(Engine engine, std::string_view file) {
    const auto dot = file.find('.');
    const auto suffix = file.substr(dot);
    const std::string_view own = engine == Engine::sqlite ? ".sqlite.sql" : ".postgres.sql";
    return suffix == ".sql" || suffix == own ? file.substr(0, dot) : std::string_view();
}

}  // namespace

std::vector<Migration> embedded_migrations(Engine engine) {
    std::vector<Migration> migrations;
    for (const auto& file : migration_files()) {
        const auto name = name_for(engine, file.name);
        if (name.empty()) continue;
        Migration migration;
        std::from_chars(name.data(), name.data() + name.size(), migration.number);
        migration.name = name;
        migration.script =
            engine == Engine::sqlite ? sqlite_dialect(file.text) : std::string(file.text);
        migration.checksum = base::digest(base::Algorithm::sha256, file.text);
        migrations.push_back(std::move(migration));
    }
    std::sort(migrations.begin(), migrations.end(),
              [](const auto& a, const auto& b) { return a.number < b.number; });
    return migrations;
}

base::Result<int> migrate(Database& database, std::span<const Migration> migrations,
                          base::Instant now) {
    const auto checked = database.write([&](Transaction& transaction) -> base::Result<void> {
        make_schema_migration(transaction);
        return check_applied(list_applied(transaction), migrations);
    });
    if (!checked) return checked.error();
    int applied = 0;
    for (const auto& migration : migrations) {
        const auto done = database.write(
            [&](Transaction& transaction) { return apply(transaction, migration, now); });
        applied += *done;
    }
    return applied;
}

}  // namespace db
