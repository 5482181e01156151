// Migrations: what is applied, what is refused, and that all of the product's own keep to the names
// on which the program relies.
#include "db/migrate.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <sstream>
#include <thread>
#include <utility>

#include "db/test_database.hpp"

namespace db {
namespace {

using base::Result;
using testing::OnBothEngines;
using testing::Schema;
using testing::TestDatabase;

constexpr base::Instant now{1'719'735'300'000};

class Migrations : public ::testing::TestWithParam<Engine> {
  protected:
    // "0001_first applied, …" as the database itself says.
    std::string applied() {
        std::string text;
        empty_->read([&](Transaction& transaction) {
            transaction.each("SELECT name, applied_at FROM schema_migration ORDER BY number", {},
                             [&](const Row& row) {
                                 EXPECT_EQ(row.instant(1), now);
                                 text += row.string(0) + " ";
                             });
        });
        return text;
    }
    bool table_exists(const std::string& table) {
        try {
            empty_->read([&](Transaction& transaction) {
                transaction.execute("SELECT count(*) FROM " + table);
            });
            return true;
        } catch (const DatabaseError&) {
            return false;
        }
    }

    TestDatabase empty_{GetParam(), Schema::empty};
    std::vector<Migration> two_{
        {1, "0001_first", "CREATE TABLE a (n BIGINT);", "x"},
        {2, "0002_second", "CREATE TABLE b (n BIGINT); INSERT INTO b VALUES (1);", "y"}};
};
ZHENGGAI_ON_BOTH_ENGINES(Migrations);

TEST_P(Migrations, AreAppliedOnceAndInOrder) {
    EXPECT_EQ(*migrate(*empty_, std::span(two_).first(1), now), 1);
    EXPECT_EQ(*migrate(*empty_, two_, now), 1);
    EXPECT_EQ(*migrate(*empty_, two_, {now.milliseconds + 1}), 0);
    EXPECT_EQ(applied(), "0001_first 0002_second ");
    EXPECT_TRUE(table_exists("b"));
}

TEST_P(Migrations, RefuseADatabaseThatIsNewer) {
    ASSERT_TRUE(migrate(*empty_, two_, now));
    const auto refused = migrate(*empty_, std::span(two_).first(1), now);
    EXPECT_EQ(refused.error().code, "database_is_newer");
    EXPECT_EQ(refused.error().args[0].second, "2");
}

TEST_P(Migrations, RefuseAnAppliedOneThatWasChanged) {
    ASSERT_TRUE(migrate(*empty_, std::span(two_).first(1), now));
    two_[0].checksum = "z";
    const auto refused = migrate(*empty_, two_, now);
    EXPECT_EQ(refused.error().code, "migration_was_changed");
    EXPECT_FALSE(table_exists("b"));
}

TEST_P(Migrations, LeaveNothingOfOneThatFails) {
    two_[1].script =
        "CREATE TABLE b (n BIGINT); INSERT INTO b VALUES (1); INSERT INTO nowhere VALUES (1);";
    EXPECT_THROW((void)migrate(*empty_, two_, now), DatabaseError);
    EXPECT_EQ(applied(), "0001_first ");
    EXPECT_FALSE(table_exists("b"));
    two_[1].script = "CREATE TABLE b (n BIGINT);";
    EXPECT_EQ(*migrate(*empty_, two_, now), 1);
}

TEST_P(Migrations, AreAppliedOnceWhenTwoProgramsStartTogether) {
    std::atomic<int> sum{0};
    std::vector<std::thread> programs;
    for (int i = 0; i < 4; ++i)
        programs.emplace_back([&] {
            const auto own = testing::open(GetParam(), empty_.address());
            sum += *migrate(*own, two_, now);
        });
    for (auto& program : programs) program.join();
    EXPECT_EQ(sum, 2);
}

TEST_P(Migrations, OfTheProgramAreAllThere) {
    const auto own = embedded_migrations(GetParam());
    ASSERT_FALSE(own.empty());
    for (std::size_t i = 0; i < own.size(); ++i) {
        EXPECT_EQ(own[i].number, static_cast<int>(i + 1)) << own[i].name;
        EXPECT_EQ(own[i].checksum.size(), 64u);
    }
    EXPECT_EQ(*migrate(*empty_, own, now), static_cast<int>(own.size()));
}

TEST(SqliteDialect, ExchangesWordsAndNothingElse) {
    EXPECT_EQ(
        sqlite_dialect("CREATE TABLE a (n BIGINT, r DOUBLE PRECISION, t TEXT DEFAULT 'BIGINT)');"),
        "CREATE TABLE a (n INTEGER, r REAL, t TEXT DEFAULT 'BIGINT)') STRICT;");
    EXPECT_EQ(
        sqlite_dialect(
            "CREATE TABLE IF NOT EXISTS a (n BIGINT, CHECK (n > (1)) -- BIGINT it's (\n);"),
        "CREATE TABLE IF NOT EXISTS a (n INTEGER, CHECK (n > (1)) -- BIGINT it's (\n) STRICT;");
    EXPECT_EQ(
        sqlite_dialect("CREATE TABLE a (n BIGINT) WITHOUT ROWID; CREATE TABLE b (n BIGINT);"),
        "CREATE TABLE a (n INTEGER) STRICT, WITHOUT ROWID; CREATE TABLE b (n INTEGER) STRICT;");
    EXPECT_EQ(sqlite_dialect("CREATE INDEX i ON a (n); /* BIGINT */ SELECT \"BIGINT\", MY_BIGINT;"),
              "CREATE INDEX i ON a (n); /* BIGINT */ SELECT \"BIGINT\", MY_BIGINT;");
    EXPECT_EQ(sqlite_dialect("it's never ended"), "it's never ended");
}

// SQLite does not say which constraint or index failed, only which columns; so the names must be
// the ones PostgreSQL would have chosen itself, and no longer than it allows.
TEST(Schema, NamesItsConstraintsAsTheProgramExpects) {
    const TestDatabase migrated(Engine::postgres);
    constexpr std::string_view wrong_unique_names = R"(
SELECT i.relname, CASE WHEN x.indisprimary THEN t.relname || '_pkey' ELSE t.relname || '_' ||
    (SELECT string_agg(a.attname, '_' ORDER BY k.ordinality)
     FROM unnest(x.indkey) WITH ORDINALITY k (attnum, ordinality)
     JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.attnum) || '_key' END
FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
JOIN pg_namespace n ON n.oid = t.relnamespace
WHERE n.nspname = 'public' AND x.indisunique AND x.indexprs IS NULL)";
    migrated->read([&](Transaction& transaction) {
        transaction.each(wrong_unique_names, {}, [](const Row& row) {
            EXPECT_EQ(row.string(0), row.string(1)) << "a unique index is named table_column_key";
        });
    });
    // PostgreSQL names an unnamed CHECK by itself; SQLite would report its expression instead. Read
    // in the scripts: a check that a later migration drops must have had its name too.
    constexpr std::size_t postgres_name_max = 63;
    int checks = 0;
    for (const auto& migration : embedded_migrations(Engine::sqlite)) {
        std::istringstream words(migration.script);
        for (std::string word, name, keyword; words >> word;
             keyword = std::exchange(name, std::move(word))) {
            if (!word.starts_with("CHECK")) continue;  // also CHECK(…
            ++checks;
            EXPECT_TRUE(keyword == "CONSTRAINT" && name.ends_with("_check") &&
                        name.size() <= postgres_name_max)
                << migration.name << ": CHECK without CONSTRAINT name_check, after " << name;
        }
    }
    EXPECT_GT(checks, 0);
}

// Both engines hold the same tables and columns; one program must not depend on which.
TEST(Schema, IsTheSameOnBothEngines) {
    using Columns = std::set<std::string>;
    const TestDatabase sqlite(Engine::sqlite), postgres(Engine::postgres);
    const auto columns = [](const TestDatabase& database, std::string_view sql) {
        Columns found;
        database->read([&](Transaction& transaction) {
            transaction.each(sql, {}, [&](const Row& row) {
                found.insert(row.string(0) + "." + row.string(1) + " " + row.string(2) +
                             (row.boolean(3) ? " not null" : ""));
            });
        });
        return found;
    };
    const auto ours = columns(sqlite, R"(
SELECT m.name, c.name, CASE c.type WHEN 'INTEGER' THEN 'bigint' WHEN 'REAL' THEN 'double precision'
    ELSE lower(c.type) END, c."notnull" <> 0 OR c.pk > 0
FROM sqlite_master m JOIN pragma_table_info(m.name) c
WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite\_%' ESCAPE '\')");
    const auto theirs = columns(postgres, R"(
SELECT c.table_name, c.column_name, c.data_type, c.is_nullable = 'NO'
FROM information_schema.columns c JOIN information_schema.tables t
    ON t.table_schema = c.table_schema AND t.table_name = c.table_name
    AND t.table_type = 'BASE TABLE'
WHERE c.table_schema = 'public')");
    std::vector<std::string> on_one_only;
    std::set_symmetric_difference(ours.begin(), ours.end(), theirs.begin(), theirs.end(),
                                  std::back_inserter(on_one_only));
    EXPECT_EQ(on_one_only, std::vector<std::string>());
    EXPECT_GT(ours.size(), 20u);
}

}  // namespace
}  // namespace db
