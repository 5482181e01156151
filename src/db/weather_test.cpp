// Bad weather: disk full, the program killed, the server gone, deadlocks. Nothing that was
// acknowledged may be lost, nothing half done may stay.
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <latch>
#include <thread>

#include "db/test_database.hpp"

namespace db {
namespace {

using base::Result;
using testing::OnBothEngines;
using testing::Schema;
using testing::TestDatabase;

constexpr std::string_view insert_row = "INSERT INTO row_of_test (n, text) VALUES ($1, $2)";
constexpr const char* table_script =
    "CREATE TABLE row_of_test (n BIGINT NOT NULL PRIMARY KEY, text TEXT NOT NULL)";

Result<void> put(Database& database, std::int64_t n, std::string_view text = "整改") {
    return database.write([&](Transaction& transaction) -> Result<void> {
        transaction.execute(insert_row, {n, text});
        return {};
    });
}

std::int64_t rows(Database& database) {
    return *database.read([](Transaction& transaction) {
        return transaction.first("SELECT count(*) FROM row_of_test", {},
                                 [](const Row& row) { return row.integer(0); });
    });
}

class Weather : public OnBothEngines {
  protected:
    Weather() { test_database().run_raw(table_script); }
};
ZHENGGAI_ON_BOTH_ENGINES(Weather);

// The child writes each number it was told is committed into the pipe, until it is killed.
[[noreturn]] void commit_for_ever(Engine engine, const std::string& address, int pipe) {
    const auto own = testing::open(engine, address);
    for (std::int64_t n = 0;; ++n) {
        if (!put(*own, n) || ::write(pipe, &n, sizeof n) != sizeof n) ::_exit(1);
    }
}

TEST_P(Weather, KillingTheProgramLosesNothingAcknowledged) {
    for (int round = 0; round < 3; ++round) {
        test_database().run_raw("DELETE FROM row_of_test");
        int ends[2];
        ASSERT_EQ(::pipe(ends), 0);
        const auto child = ::fork();
        ASSERT_GE(child, 0);
        if (child == 0) commit_for_ever(GetParam(), test_database().address(), ends[1]);
        ::close(ends[1]);
        std::int64_t acknowledged = -1, n = 0;
        while (acknowledged < 40 + 13 * round && ::read(ends[0], &n, sizeof n) == sizeof n)
            acknowledged = n;
        ::kill(child, SIGKILL);
        while (::read(ends[0], &n, sizeof n) == sizeof n) acknowledged = n;
        ::close(ends[0]);
        int status = 0;
        ::waitpid(child, &status, 0);
        ASSERT_TRUE(WIFSIGNALED(status));
        ASSERT_GE(acknowledged, 40);
        test_database().reopen();
        const auto found = rows(database());
        EXPECT_GE(found, acknowledged + 1);
        EXPECT_LE(found, acknowledged + 2);  // one may have been committed but not said
    }
}

TEST(DiskFull, IsSaidAndLosesNothing) {
    TestDatabase full(Engine::sqlite, Schema::empty);
    full.run_raw(table_script);
    ASSERT_TRUE(put(*full, 1));
    // SQLite keeps the limit for one connection only, so it is set inside the writing one.
    (void)full->write([](Transaction& transaction) -> Result<void> {
        transaction.run_script("PRAGMA max_page_count = 20");
        return {};
    });
    const std::string text(20'000, 'x');
    std::int64_t written = 1;
    EXPECT_THROW(
        for (std::int64_t n = 2; n < 100; ++n) {
            (void)put(*full, n, text);
            ++written;
        },
        StorageFull);
    EXPECT_GT(written, 1);
    EXPECT_LT(written, 10);
    EXPECT_EQ(rows(*full), written);
    EXPECT_THROW((void)put(*full, 200, text), StorageFull);  // still usable, still full
    (void)full->write([](Transaction& transaction) -> Result<void> {
        transaction.run_script("PRAGMA max_page_count = 10000");
        return {};
    });
    EXPECT_TRUE(put(*full, 201, text));
    full.reopen();
    EXPECT_EQ(rows(*full), written + 1);
}

/// KiB of the file at `path` that this process has before it through maps.
std::int64_t mapped_kib(const std::string& path) {
    std::ifstream maps("/proc/self/smaps");
    std::int64_t kib = 0;
    bool inside = false;
    for (std::string line; std::getline(maps, line);) {
        if (line.find(" r--s ") != std::string::npos || line.find("-p ") != std::string::npos)
            inside = line.ends_with(path);
        if (inside && line.starts_with("Rss:")) kib += std::stoll(line.substr(4));
    }
    return kib;
}

TEST(TheMapOfTheFile, OutlivesCommitsAndFollowsTheFile) {
    const TestDatabase file(Engine::sqlite, Schema::empty);
    file.run_raw(table_script);
    const std::string text(100'000, 'x');
    for (std::int64_t n = 0; n < 200; ++n) ASSERT_TRUE(put(*file, n, text));
    file->write_anew();  // From now on the rows are in the file, none beside it.
    const auto read_all = [&] {
        return *file->read([](Transaction& transaction) {
            return transaction.first("SELECT sum(length(text)) FROM row_of_test", {},
                                     [](const Row& row) { return row.integer(0); });
        });
    };
    EXPECT_EQ(read_all(), 200 * 100'000);
    ASSERT_GT(mapped_kib(file.address()), 15'000);
    ASSERT_TRUE(put(*file, 200));
    EXPECT_EQ(file->read([](Transaction& transaction) {
        return transaction.first("SELECT text FROM row_of_test WHERE n = 200", {},
                                 [](const Row& row) { return row.string(0); });
    }),
              "整改");
    EXPECT_GT(mapped_kib(file.address()), 15'000);  // asked for nothing twice

    file.run_raw("DELETE FROM row_of_test WHERE n >= 10");
    file->write_anew();  // The file shrinks, and with it the map.
    EXPECT_EQ(read_all(), 10 * 100'000);
    EXPECT_LT(mapped_kib(file.address()), 5'000);
    for (std::int64_t n = 10; n < 100; ++n) ASSERT_TRUE(put(*file, n, text));
    file->write_anew();
    EXPECT_EQ(read_all(), 100 * 100'000);
    EXPECT_GT(mapped_kib(file.address()), 7'000);
}

TEST(Files, AreForTheirOwnerOnly) {
    const TestDatabase file(Engine::sqlite);
    (void)file->write([](Transaction& transaction) -> Result<void> {
        transaction.run_script(table_script);
        return {};
    });
    const TestDatabase fresh(Engine::sqlite, Schema::empty);
    fresh->read([](Transaction&) {});
    struct stat status {};
    ASSERT_EQ(::stat(fresh.address().c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777u, 0600u);
    ASSERT_EQ(::stat((fresh.address() + "-wal").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777u, 0600u);
}

TEST(Opening, SaysWhatWasTried) {
    try {
        (void)open_sqlite({.path = "/nonexistent/folder/zhenggai.db"});
        FAIL();
    } catch (const DatabaseError& error) {
        EXPECT_NE(std::string(error.what()).find("/nonexistent/folder/zhenggai.db"),
                  std::string::npos);
    }
    try {
        (void)open_postgres({.connection = "host=/nonexistent dbname=none"});
        FAIL();
    } catch (const DatabaseError& error) {
        EXPECT_NE(std::string(error.what()).find("/nonexistent"), std::string::npos);
    }
}

TEST(Opening, RefusesAFileThatIsNoDatabase) {
    const TestDatabase file(Engine::sqlite, Schema::empty);
    const auto path = file.address() + ".txt";
    FILE* junk = std::fopen(path.c_str(), "w");
    for (int i = 0; i < 1'000; ++i) std::fputs("this is no database\n", junk);
    std::fclose(junk);
    EXPECT_THROW((void)open_sqlite({.path = path}), DatabaseError);
    std::filesystem::remove(path);
}

TEST(ASecondProgram, WaitsForTheFirst) {
    // `zhenggai import` beside a running server: another process writes to the same file.
    const TestDatabase file(Engine::sqlite, Schema::empty);
    file.run_raw(table_script);
    const auto other = testing::open(Engine::sqlite, file.address());
    std::latch inside(1);
    std::thread first([&] {
        (void)file->write([&](Transaction& transaction) -> Result<void> {
            transaction.execute(insert_row, {1, "first"});
            inside.count_down();
            std::this_thread::sleep_for(std::chrono::milliseconds(200));
            return {};
        });
    });
    inside.wait();
    EXPECT_TRUE(put(*other, 2));
    first.join();
    EXPECT_EQ(rows(*other), 2);
}

TEST(Writers, TakeTheirTurnInTheOrderInWhichTheyCame) {
    const TestDatabase file(Engine::sqlite, Schema::empty);
    file.run_raw(table_script);
    std::vector<std::thread> threads;
    (void)file->write([&](Transaction&) -> Result<void> {
        for (std::int64_t n = 0; n < 8; ++n) {
            threads.emplace_back([&, n] { (void)put(*file, n); });
            std::this_thread::sleep_for(
                std::chrono::milliseconds(20));  // until it stands in the queue
        }
        return {};
    });
    for (auto& thread : threads) thread.join();
    file->read([](Transaction& transaction) {
        const auto order = transaction.all("SELECT n FROM row_of_test ORDER BY rowid", {},
                                           [](const Row& row) { return row.integer(0); });
        EXPECT_EQ(order, (std::vector<std::int64_t>{0, 1, 2, 3, 4, 5, 6, 7}));
    });
}

// Calls act(n) on a thread of its own for each n, all waiting for the same writer to finish.
void write_behind_one(Database& database, int count, const std::function<void(int)>& act) {
    std::vector<std::thread> threads;
    (void)database.write([&](Transaction&) -> Result<void> {
        for (int n = 0; n < count; ++n) threads.emplace_back([&act, n] { act(n); });
        std::this_thread::sleep_for(std::chrono::milliseconds(100));  // until they stand in line
        return {};
    });
    for (auto& thread : threads) thread.join();
}

TEST(WritersCommittedTogether, KeepOrLoseEachTheirOwnOnly) {
    const TestDatabase file(Engine::sqlite, Schema::empty);
    file.run_raw(table_script);
    ASSERT_TRUE(put(*file, 100));
    write_behind_one(*file, 24, [&](int n) {
        const auto write = [&](std::int64_t row, bool refused) {
            return file->write([&](Transaction& transaction) -> Result<void> {
                transaction.execute(insert_row, {row, "x"});
                if (refused) return base::refuse(base::ErrorKind::invalid, "no");
                return {};
            });
        };
        if (n % 4 == 0) EXPECT_FALSE(write(n, true));
        if (n % 4 == 1) EXPECT_THROW((void)write(100, false), ConstraintError);
        if (n % 4 >= 2) EXPECT_TRUE(write(n, false));
    });
    EXPECT_EQ(rows(*file), 1 + 12);
    const auto other = testing::open(Engine::sqlite, file.address());
    EXPECT_EQ(rows(*other), 1 + 12);
}

TEST(WritersCommittedTogether, AreAllToldOfAFullDisk) {
    const TestDatabase full(Engine::sqlite, Schema::empty);
    full.run_raw(table_script);
    (void)full->write([](Transaction& transaction) -> Result<void> {
        transaction.run_script("PRAGMA max_page_count = 40");
        return {};
    });
    const std::string text(20'000, 'x');
    std::atomic<int> told_written{0}, told_full{0};
    write_behind_one(*full, 24, [&](int n) {
        try {
            if (put(*full, n, text)) ++told_written;
        } catch (const StorageFull&) {
            ++told_full;
        }
    });
    EXPECT_EQ(told_written + told_full, 24);
    EXPECT_GT(told_full, 0);
    const auto other = testing::open(Engine::sqlite, full.address());
    EXPECT_EQ(rows(*other), told_written);
}

TEST(ALongWriter, IsNotWaitedForForEver) {
    TestDatabase file(Engine::sqlite, Schema::empty);
    file.run_raw(table_script);
    const auto impatient = open_sqlite({.path = file.address(), .busy_ms_max = 50});
    (void)impatient->write([&](Transaction&) -> Result<void> {
        std::thread([&] { EXPECT_THROW((void)put(*impatient, 1), DatabaseError); }).join();
        return {};
    });
    EXPECT_TRUE(put(*impatient, 2));
}

TEST(PostgresServer, IsReachedAgainAfterItClosedEveryConnection) {
    TestDatabase database(Engine::postgres, Schema::empty);
    database.run_raw(table_script);
    const std::string end_all =
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()";
    ASSERT_TRUE(put(*database, 1));
    database.run_raw(end_all);
    EXPECT_EQ(rows(*database), 1);  // a reader finds its connection dead
    database.run_raw(end_all);
    EXPECT_TRUE(put(*database, 2));  // so does a writer
    int tries = 0;
    EXPECT_TRUE(database->write([&](Transaction& transaction) -> Result<void> {
        transaction.execute(insert_row, {3, "x"});
        if (++tries == 1) database.run_raw(end_all);  // lost in the middle, before COMMIT
        transaction.execute("UPDATE row_of_test SET text = 'y' WHERE n = 3");
        return {};
    }));
    EXPECT_EQ(tries, 2);
    EXPECT_EQ(rows(*database), 3);
}

TEST(PostgresServer, RunsTheLoserOfADeadlockAgain) {
    TestDatabase database(Engine::postgres, Schema::empty);
    database.run_raw(table_script);
    (void)put(*database, 1);
    (void)put(*database, 2);
    std::latch both_hold_one(2);
    std::atomic<int> tries{0};
    const auto update_in_order = [&](int first, int second) {
        bool waited = false;
        (void)database->write([&](Transaction& transaction) -> Result<void> {
            ++tries;
            constexpr std::string_view sql =
                "UPDATE row_of_test SET text = text || 'x' WHERE n = $1";
            transaction.execute(sql, {first});
            if (!std::exchange(waited, true)) both_hold_one.arrive_and_wait();
            transaction.execute(sql, {second});
            return {};
        });
    };
    std::thread one([&] { update_in_order(1, 2); }), two([&] { update_in_order(2, 1); });
    one.join();
    two.join();
    EXPECT_EQ(tries, 3);
    database->read([](Transaction& transaction) {
        transaction.each("SELECT text FROM row_of_test", {},
                         [](const Row& row) { EXPECT_EQ(row.text(0), "整改xx"); });
    });
}

TEST(PostgresServer, IsLeftWhenItBecomesReadOnly) {
    TestDatabase database(Engine::postgres, Schema::empty);
    database.run_raw(table_script);
    int tries = 0;
    EXPECT_TRUE(database->write([&](Transaction& transaction) -> Result<void> {
        // As a server that was demoted: the transaction turns out to be read-only.
        if (++tries == 1) transaction.execute("SET TRANSACTION READ ONLY");
        transaction.execute(insert_row, {1, "x"});
        return {};
    }));
    EXPECT_EQ(tries, 2);
    EXPECT_EQ(rows(*database), 1);
}

TEST(PostgresServer, StopsAStatementThatTakesTooLong) {
    TestDatabase database(Engine::postgres, Schema::empty);
    const auto hasty =
        open_postgres({.connection = database.address(), .connections = 1, .statement_ms_max = 50});
    EXPECT_THROW(
        hasty->read([](Transaction& transaction) { transaction.execute("SELECT pg_sleep(5)"); }),
        DatabaseError);
    EXPECT_EQ(hasty->read([](Transaction& transaction) { return transaction.execute("SELECT 1"); }),
              1);
}

TEST(PostgresServer, IsSharedByMoreThreadsThanConnections) {
    TestDatabase database(Engine::postgres, Schema::empty);
    const auto small = open_postgres({.connection = database.address(), .connections = 2});
    std::atomic<int> inside{0}, most{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 12; ++i)
        threads.emplace_back([&] {
            small->read([&](Transaction& transaction) {
                most = std::max(most.load(), ++inside);
                transaction.execute("SELECT pg_sleep(0.01)");
                --inside;
            });
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(most, 2);
}

}  // namespace
}  // namespace db
