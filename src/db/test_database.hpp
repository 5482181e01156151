// Test support of every module: a fresh, migrated database of either engine for each test. A
// PostgreSQL that cannot be started makes the test fail; it is never skipped.
//   class Accounts : public db::testing::OnBothEngines {};
//   ZHENGGAI_ON_BOTH_ENGINES(Accounts);
//   TEST_P(Accounts, RefuseASecondOneOfTheSameName) { database().write(...); }
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "db/database.hpp"

namespace db::testing {

enum class Schema { migrated, empty };

/// Cloned from a migrated template, and dropped when it goes. One test program may hold many.
class TestDatabase {
  public:
    explicit TestDatabase(Engine engine, Schema schema = Schema::migrated);
    ~TestDatabase();
    TestDatabase(const TestDatabase&) = delete;
    TestDatabase& operator=(const TestDatabase&) = delete;

    [[nodiscard]] Database& operator*() const { return *database_; }
    [[nodiscard]] Database* operator->() const { return database_.get(); }
    [[nodiscard]] Engine engine() const { return engine_; }
    /// The file's path, or libpq's connection string: for a second program or a raw connection.
    [[nodiscard]] const std::string& address() const { return address_; }
    /// Closes and opens again, as a program does that was started anew.
    void reopen();
    /// As reopen(), from then on with what seals texts; it outlives this.
    void reopen_with(const base::Sealer& sealer);
    /// Runs statements past the product's own connection, on SQLite with triggers in force.
    void run_raw(const std::string& script) const;

  private:
    Engine engine_;
    std::string name_;  // folder or name of the database
    std::string address_;
    const base::Sealer* sealer_ = nullptr;
    std::unique_ptr<Database> database_;
};

/// Opens what address() names; PostgreSQL with few connections.
[[nodiscard]] std::unique_ptr<Database> open(Engine engine, const std::string& address,
                                             const base::Sealer* sealer = nullptr);
[[nodiscard]] std::string name_of(Engine engine);
[[nodiscard]] std::string engine_of_test(const ::testing::TestParamInfo<Engine>& test);

/// Fixture: database() is fresh in every test.
class OnBothEngines : public ::testing::TestWithParam<Engine> {
  protected:
    [[nodiscard]] Database& database() const { return *test_database_; }
    [[nodiscard]] TestDatabase& test_database() { return test_database_; }

  private:
    TestDatabase test_database_{GetParam()};
};

}  // namespace db::testing

#define ZHENGGAI_ON_BOTH_ENGINES(Fixture)                                                     \
    INSTANTIATE_TEST_SUITE_P(Engines, Fixture,                                                \
                             ::testing::Values(::db::Engine::sqlite, ::db::Engine::postgres), \
                             ::db::testing::engine_of_test)
