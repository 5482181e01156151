// The promises of database.hpp, kept by both engines alike.
#include <gtest/gtest.h>

#include <thread>

#include "base/random.hpp"
#include "db/test_database.hpp"

namespace db {
namespace {

using base::refuse;
using base::Result;
using testing::OnBothEngines;
using testing::TestDatabase;
using What = ConstraintError::What;

constexpr std::string_view shelf_script = R"(
CREATE TABLE shelf (
    id BIGINT NOT NULL,
    name TEXT NOT NULL,
    CONSTRAINT shelf_pkey PRIMARY KEY (id),
    CONSTRAINT shelf_name_key UNIQUE (name)
);
CREATE TABLE book (
    id TEXT NOT NULL,
    shelf_id BIGINT NOT NULL,
    place BIGINT NOT NULL,
    title TEXT,
    weight DOUBLE PRECISION,
    CONSTRAINT book_pkey PRIMARY KEY (id),
    CONSTRAINT book_shelf_id_fkey FOREIGN KEY (shelf_id) REFERENCES shelf (id),
    CONSTRAINT book_place_check CHECK (place > 0)
);
CREATE UNIQUE INDEX book_shelf_id_place_key ON book (shelf_id, place);
INSERT INTO shelf (id, name) VALUES (1, '甲');
)";

// "SQLite's dialect" is migrate's business; here the two words that differ are all that is needed.
std::string for_engine(Engine engine, std::string_view script) {
    std::string text(script);
    if (engine == Engine::sqlite)
        for (std::size_t at = 0; (at = text.find("DOUBLE PRECISION")) != std::string::npos;)
            text.replace(at, 16, "REAL");
    return text;
}

class Databases : public OnBothEngines {
  protected:
    Databases() { test_database().run_raw(for_engine(GetParam(), shelf_script)); }

    std::int64_t books() {
        return *database().read([](Transaction& transaction) {
            return transaction.first("SELECT count(*) FROM book", {},
                                     [](const Row& row) { return row.integer(0); });
        });
    }
    Result<void> put(std::string_view id, std::int64_t place) {
        return database().write([&](Transaction& transaction) -> Result<void> {
            transaction.execute("INSERT INTO book (id, shelf_id, place) VALUES ($1, 1, $2)",
                                {id, place});
            return {};
        });
    }
    // "unique book_pkey": what the database said no to.
    std::string refusal_of(std::string_view sql, std::initializer_list<Parameter> parameters = {}) {
        try {
            (void)database().write([&](Transaction& transaction) -> Result<void> {
                transaction.execute(sql, parameters);
                return {};
            });
        } catch (const ConstraintError& error) {
            const std::array names{"unique", "foreign_key", "not_null", "check", "append_only"};
            return std::string(names[static_cast<std::size_t>(error.what_violated)]) + " " +
                   error.constraint;
        }
        return "accepted";
    }
};
ZHENGGAI_ON_BOTH_ENGINES(Databases);

TEST_P(Databases, KeepEveryTypeAsItWas) {
    const std::string text = "整改\n'“𠮷”' \\ $1 % \xc3\xa9";
    (void)database().write([&](Transaction& transaction) -> Result<void> {
        transaction.execute(
            "INSERT INTO book (id, shelf_id, place, title, weight) VALUES ($1, $2, $3, $4, $5)",
            {"a", 1, std::numeric_limits<std::int64_t>::max(), text, 0.1});
        transaction.execute(
            "INSERT INTO book (id, shelf_id, place, title, weight) VALUES ($1, $2, $3, $4, $5)",
            {"b", 1, 7, nullptr, std::optional<double>()});
        return {};
    });
    int rows = 0;
    database().read([&](Transaction& transaction) {
        transaction.each(
            "SELECT place, title, weight, id = 'a' FROM book ORDER BY id", {}, [&](const Row& row) {
                if (++rows == 1) {
                    EXPECT_EQ(row.integer(0), std::numeric_limits<std::int64_t>::max());
                    EXPECT_EQ(row.text(1), text);
                    EXPECT_EQ(row.real(2), 0.1);
                    EXPECT_TRUE(row.boolean(3));
                } else {
                    EXPECT_TRUE(row.is_null(1));
                    EXPECT_EQ(row.string_or_empty(1), "");
                    EXPECT_THROW((void)row.text(1), std::logic_error);
                    EXPECT_THROW((void)row.real(2), std::logic_error);
                    EXPECT_FALSE(row.boolean(3));
                }
            });
    });
    EXPECT_EQ(rows, 2);
}

TEST_P(Databases, KnowWhetherAPathBeginsWithAPart) {
    const struct {
        const char *paths, *parts;
        bool expected;
    } cases[]{
        {"|/1/|/1/4/7/|", "/1/4/", true},
        {"|/1/|/1/4/7/|", "/1/9/|/1/4/", true},
        {"|/1/|/1/4/7/|", "/1/9/|/2/", false},
        {"|/1/41/|", "/1/4/", false},
        {"|/11/4/|", "/1/4/", false},
        {"|/1/40/|", "/1/4/|/1/", true},  // One part begins with the other.
        {"|/1/5/|", "/1/4/|/1/4/9/|/1/5/", true},
        {"|/2/1/|/1/3/|", "/1/4/|/1/|/3/", true},
        {"|/2/1/|", "/1/4/|/1/|/3/", false},
        {"|", "/1/", false},
        {"", "/1/", false},
    };
    for (const auto& one : cases) {
        const auto found = database().read([&](Transaction& transaction) {
            return *transaction.first("SELECT CASE WHEN any_begins_with($1, $2) THEN 1 ELSE 0 END",
                                      {one.paths, one.parts},
                                      [](const Row& row) { return row.boolean(0); });
        });
        EXPECT_EQ(found, one.expected) << one.paths << " and " << one.parts;
    }
}

TEST_P(Databases, TellAnEmptyTextFromNone) {
    (void)put("a", 1);
    (void)database().write([](Transaction& transaction) -> Result<void> {
        transaction.execute("UPDATE book SET title = $1", {std::string_view()});
        return {};
    });
    database().read([](Transaction& transaction) {
        transaction.each("SELECT title FROM book", {},
                         [](const Row& row) { EXPECT_EQ(row.text(0), ""); });
    });
}

TEST_P(Databases, BindDatesIdsAndInstants) {
    base::SeededRandom random(1);
    using BookId = base::Id<struct BookTag>;
    const auto id = BookId::make({1}, random);
    const auto day = *base::parse_date("2024-06-30");
    (void)database().write([&](Transaction& transaction) -> Result<void> {
        transaction.execute("INSERT INTO book (id, shelf_id, place, title) VALUES ($1, 1, $2, $3)",
                            {id, base::Instant{1'719'735'300'007}, std::optional(day)});
        return {};
    });
    const auto same = database().read([&](Transaction& transaction) {
        return transaction.first("SELECT id, place, title FROM book WHERE id = $1", {id},
                                 [&](const Row& row) {
                                     return row.id<BookId>(0) == id &&
                                            row.instant(1).milliseconds == 1'719'735'300'007 &&
                                            row.optional_date(2) == day;
                                 });
    });
    EXPECT_EQ(same, true);
}

TEST_P(Databases, TakeParametersByNumberInAnyOrderAndMoreThanOnce) {
    (void)put("a", 1);
    (void)put("b", 2);
    const auto found = [&](std::optional<std::int64_t> place, std::string_view id) {
        return database().read([&](Transaction& transaction) {
            return transaction.all(
                "SELECT id FROM book WHERE (place = $2 OR $2 IS NULL) AND id <> $1 ORDER BY id",
                {id, place}, [](const Row& row) { return row.string(0); });
        });
    };
    EXPECT_EQ(found(std::nullopt, "x"), (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(found(2, "x"), (std::vector<std::string>{"b"}));
    EXPECT_EQ(found(2, "b"), (std::vector<std::string>{}));
    EXPECT_EQ(found(std::nullopt, "b"), (std::vector<std::string>{"a"}));
}

TEST_P(Databases, CountWhatWasChangedOrDelivered) {
    (void)put("a", 1);
    (void)put("b", 2);
    (void)database().write([](Transaction& transaction) -> Result<void> {
        EXPECT_EQ(transaction.execute("UPDATE book SET title = 't' WHERE place = 9"), 0);
        EXPECT_EQ(transaction.execute("UPDATE book SET title = 't'"), 2);
        EXPECT_EQ(transaction.execute("SELECT id FROM book"), 2);
        EXPECT_EQ(
            transaction.execute("UPDATE book SET title = 'u' WHERE id = $1 RETURNING id", {"a"}),
            1);
        EXPECT_EQ(transaction.execute("DELETE FROM book"), 2);
        return {};
    });
}

TEST_P(Databases, CallABrokenConstraintByOneName) {
    ASSERT_TRUE(put("a", 1));
    EXPECT_EQ(refusal_of("INSERT INTO book (id, shelf_id, place) VALUES ('a', 1, 2)"),
              "unique book_pkey");
    EXPECT_EQ(refusal_of("INSERT INTO book (id, shelf_id, place) VALUES ('b', 1, 1)"),
              "unique book_shelf_id_place_key");
    EXPECT_EQ(refusal_of("INSERT INTO shelf (id, name) VALUES (2, $1)", {"甲"}),
              "unique shelf_name_key");
    EXPECT_EQ(refusal_of("INSERT INTO shelf (id, name) VALUES (1, $1)", {"乙"}),
              "unique shelf_pkey");
    EXPECT_EQ(refusal_of("INSERT INTO book (id, shelf_id, place) VALUES ('b', 1, 0)"),
              "check book_place_check");
    EXPECT_EQ(refusal_of("INSERT INTO book (id, shelf_id, place) VALUES ('b', 1, NULL)"),
              "not_null book_place_not_null");
    EXPECT_EQ(refusal_of("INSERT INTO book (id, shelf_id, place) VALUES ('b', 5, 2)"),
              GetParam() == Engine::sqlite ? "foreign_key " : "foreign_key book_shelf_id_fkey");
    EXPECT_EQ(refusal_of("INSERT INTO book (id, shelf_id, place) VALUES ('b', 1, 2)"), "accepted");
}

TEST_P(Databases, RollBackOnARefusal) {
    const auto refused = database().write([](Transaction& transaction) -> Result<int> {
        transaction.execute("INSERT INTO book (id, shelf_id, place) VALUES ('a', 1, 1)");
        return refuse(base::ErrorKind::conflict, "no");
    });
    EXPECT_EQ(refused.error().code, "no");
    EXPECT_EQ(books(), 0);
}

TEST_P(Databases, RollBackOnAnException) {
    EXPECT_THROW((void)database().write([](Transaction& transaction) -> Result<int> {
        transaction.execute("INSERT INTO book (id, shelf_id, place) VALUES ('a', 1, 1)");
        throw std::runtime_error("out of luck");
    }),
                 std::runtime_error);
    EXPECT_EQ(books(), 0);
    EXPECT_TRUE(put("a", 1));
}

TEST_P(Databases, RehearseWithoutAnEffect) {
    const auto seen = database().rehearse([](Transaction& transaction) -> Result<std::int64_t> {
        transaction.execute("INSERT INTO book (id, shelf_id, place) VALUES ('a', 1, 1)");
        return *transaction.first("SELECT count(*) FROM book", {},
                                  [](const Row& row) { return row.integer(0); });
    });
    EXPECT_EQ(*seen, 1);
    EXPECT_EQ(books(), 0);
}

TEST_P(Databases, RefuseToGoOnAfterAFailedStatement) {
    const auto carry_on = [](Transaction& transaction) -> Result<void> {
        try {
            transaction.execute("INSERT INTO book (id, shelf_id, place) VALUES ('b', 1, 0)");
        } catch (const ConstraintError&) {  // and now commits as if nothing had happened
        }
        return {};
    };
    EXPECT_THROW((void)database().write(carry_on), std::logic_error);
}

TEST_P(Databases, CannotWriteWhileReading) {
    EXPECT_THROW(database().read([](Transaction& transaction) {
        transaction.execute("INSERT INTO book (id, shelf_id, place) VALUES ('a', 1, 1)");
    }),
                 DatabaseError);
    EXPECT_EQ(books(), 0);
}

TEST_P(Databases, ReadOneSnapshotToTheEnd) {
    const auto count = [](Transaction& transaction) {
        return *transaction.first("SELECT count(*) FROM book", {},
                                  [](const Row& row) { return row.integer(0); });
    };
    database().read([&](Transaction& transaction) {
        EXPECT_EQ(count(transaction), 0);
        std::thread([&] { (void)put("a", 1); }).join();
        EXPECT_EQ(count(transaction), 0);
    });
    EXPECT_EQ(books(), 1);
}

TEST_P(Databases, RunTheSameStatementInsideItsOwnRows) {
    (void)put("a", 1);
    (void)put("b", 2);
    int seen = 0;
    database().read([&](Transaction& transaction) {
        constexpr std::string_view sql = "SELECT id FROM book ORDER BY id";
        transaction.each(sql, {}, [&](const Row& outer) {
            const auto id = outer.string(0);
            transaction.each(sql, {}, [&](const Row&) { ++seen; });
            EXPECT_EQ(outer.string(0), id);
        });
    });
    EXPECT_EQ(seen, 4);
}

TEST_P(Databases, RefuseATransactionInsideATransaction) {
    EXPECT_THROW(database().read([&](Transaction&) { (void)books(); }), std::logic_error);
    EXPECT_EQ(books(), 0);  // and a second database at the same time is fine
    const TestDatabase other(GetParam(), testing::Schema::empty);
    database().read([&](Transaction&) { other->read([](Transaction&) {}); });
}

TEST_P(Databases, RefuseProgrammingMistakes) {
    database().read([](Transaction& transaction) {
        EXPECT_ANY_THROW(transaction.execute("SELECT id FROM book WHERE id = $1"));
    });
    database().read([](Transaction& transaction) {
        EXPECT_ANY_THROW(transaction.execute("SELECT 1 WHERE 1 = $1", {1, "x"}));
    });
    database().read([](Transaction& transaction) {
        EXPECT_ANY_THROW(transaction.execute("SELECT 1; SELECT 2"));
    });
    database().read([](Transaction& transaction) {
        EXPECT_THROW(
            transaction.execute("SELECT id FROM book WHERE id = $1", {std::string_view("a\0b", 3)}),
            std::logic_error);
    });
    database().read([](Transaction& transaction) {
        EXPECT_ANY_THROW(transaction.execute("SELECT nothing_of_that_name FROM book"));
    });
    EXPECT_TRUE(put("a", 1));
}

TEST_P(Databases, CountStatements) {
    const auto before = database().statements_run();
    (void)books();
    (void)put("a", 1);
    EXPECT_EQ(database().statements_run() - before, 2u);
}

TEST_P(Databases, ManyWritersNeverSeeALockError) {
    constexpr int writers = 500, threads = 16;
    std::atomic<int> next{0}, failed{0};
    std::vector<std::thread> pool;
    for (int i = 0; i < threads; ++i)
        pool.emplace_back([&] {
            for (int n; (n = next++) < writers;) try {
                    if (!put(std::to_string(n), n + 1)) ++failed;
                } catch (const std::exception&) {
                    ++failed;
                }
        });
    for (auto& thread : pool) thread.join();
    EXPECT_EQ(failed, 0);
    EXPECT_EQ(books(), writers);
}

TEST_P(Databases, ALockOrdersWriters) {
    // Read, think, write: without the lock both would read 0.
    const auto add_one = [&] {
        (void)database().write([](Transaction& transaction) -> Result<void> {
            transaction.lock("shelf 1");
            const auto place = transaction.first("SELECT coalesce(max(place), 0) FROM book", {},
                                                 [](const Row& row) { return row.integer(0); });
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
            transaction.execute("INSERT INTO book (id, shelf_id, place) VALUES ($1, 1, $2)",
                                {std::to_string(*place), *place + 1});
            return {};
        });
    };
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i) threads.emplace_back(add_one);
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(books(), 8);
}

}  // namespace
}  // namespace db
