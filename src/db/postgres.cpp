// PostgreSQL as a Database: a pool of synchronous connections (more than a few make it slower), and
// transactions run again when they were lost through nobody's fault.
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "db/database.hpp"
#include "db/in_transaction.hpp"
#include "db/postgres_connection.hpp"

namespace db {
namespace {

constexpr int tries_max = 5;
constexpr auto wait_for_connection_max = std::chrono::seconds(30);

class PostgresTransaction final : public Transaction {
  public:
    PostgresTransaction(PostgresConnection& connection, std::atomic<std::uint64_t>& statements)
        : Transaction(connection.sealer()), connection_(connection), statements_(statements) {}

    using Transaction::run;
    std::int64_t run(std::string_view sql, std::span<const Value> values,
                     const EachRow& each) override {
        statements_.fetch_add(1, std::memory_order_relaxed);
        return health_.guard([&] { return connection_.run(sql, values, each); });
    }
    void lock(std::string_view name) override {
        execute("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", {name});
    }
    void run_script(std::string_view script) override {
        health_.guard([&] { connection_.run_script(std::string(script)); });
    }
    Engine engine() const override { return Engine::postgres; }
    void refuse_failed() const { health_.refuse_failed(); }

  private:
    PostgresConnection& connection_;
    std::atomic<std::uint64_t>& statements_;
    Health health_;
};

class Pool {
  public:
    explicit Pool(const PostgresOptions& options) : options_(options) {}

    std::unique_ptr<PostgresConnection> take() {
        std::unique_lock lock(mutex_);
        if (!freed_.wait_for(lock, wait_for_connection_max,
                             [&] { return !idle_.empty() || opened_ < options_.connections; }))
            throw DatabaseError("no connection to PostgreSQL became free");
        if (idle_.empty()) return open_one(lock);
        auto connection = std::move(idle_.back());
        idle_.pop_back();
        return connection;
    }
    /// A connection that is of no more use is closed instead, and so are the idle ones, which most
    /// likely lead to the same lost server.
    void give_back(std::unique_ptr<PostgresConnection> connection) {
        const bool usable = connection->usable() && !connection->in_transaction();
        {
            const std::scoped_lock lock(mutex_);
            if (usable) {
                idle_.push_back(std::move(connection));
            } else {
                opened_ -= 1 + static_cast<int>(idle_.size());
                idle_.clear();
            }
        }
        freed_.notify_all();
    }

  private:
    std::unique_ptr<PostgresConnection> open_one(std::unique_lock<std::mutex>& lock) {
        ++opened_;
        lock.unlock();
        try {
            return std::make_unique<PostgresConnection>(options_);
        } catch (...) {
            lock.lock();
            --opened_;
            freed_.notify_one();
            throw;
        }
    }

    const PostgresOptions& options_;
    std::mutex mutex_;
    std::condition_variable freed_;
    std::vector<std::unique_ptr<PostgresConnection>> idle_;
    int opened_ = 0;
};

// A connection inside a transaction; rolls back when it goes, unless committed.
class Open {
  public:
    Open(Pool& pool, const std::string& begin) : pool_(pool), connection_(pool.take()) {
        try {
            connection_->run_script(begin);
        } catch (...) {
            pool_.give_back(std::move(connection_));
            throw;
        }
    }
    ~Open() {
        try {
            if (connection_->usable() && connection_->in_transaction())
                connection_->run_script("ROLLBACK");
        } catch (const std::exception&) {
            // Nothing was committed; give_back closes a connection that is still in a transaction.
        }
        pool_.give_back(std::move(connection_));
    }
    Open(const Open&) = delete;
    Open& operator=(const Open&) = delete;
    PostgresConnection& operator*() { return *connection_; }

  private:
    Pool& pool_;
    std::unique_ptr<PostgresConnection> connection_;
};

// 20, 80, 320, 1280 ms: long enough for a deadlock's other half, short enough for who waits.
void pause_before(int next_try) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20LL << (2 * (next_try - 2))));
}

class PostgresDatabase final : public Database {
  public:
    explicit PostgresDatabase(const PostgresOptions& options) : options_(options), pool_(options_) {
        pool_.give_back(pool_.take());  // says now what is wrong with the address
    }

    Engine engine() const override { return Engine::postgres; }
    std::uint64_t statements_run() const override { return statements_.load(); }
    const base::Sealer* sealer() const override { return options_.sealer; }
    void write_anew() override {
        auto connection = pool_.take();
        try {
            connection->run_script("SET statement_timeout = 0");
            connection->run_script("VACUUM FULL");
        } catch (...) {
            pool_.give_back(std::move(connection));
            throw;
        }
        connection->run_script("SET statement_timeout = " +
                               std::to_string(options_.statement_ms_max));
        pool_.give_back(std::move(connection));
    }

  private:
    void in_write(const std::function<End(Transaction&)>& act) override {
        const OneTransaction one(this);
        again_when_interrupted([&] {
            Open open(pool_, "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE");
            PostgresTransaction transaction(*open, statements_);
            if (act(transaction) == End::roll_back) return;
            transaction.refuse_failed();
            (*open).commit();
        });
    }
    // Only the beginning is tried again: `act` may have effects outside.
    void in_read(const std::function<void(Transaction&)>& act) override {
        const OneTransaction one(this);
        std::optional<Open> open;
        again_when_interrupted(
            [&] { open.emplace(pool_, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"); });
        PostgresTransaction transaction(**open, statements_);
        act(transaction);
    }
    template <class Act>
    void again_when_interrupted(Act act) {
        for (int tried = 1;; ++tried) {
            try {
                return act();
            } catch (const Interrupted&) {
                if (tried == tries_max) throw;
            }
            pause_before(tried + 1);
        }
    }

    PostgresOptions options_;
    Pool pool_;
    std::atomic<std::uint64_t> statements_{0};
};

}  // namespace

std::unique_ptr<Database> open_postgres(const PostgresOptions& options) {
    return std::make_unique<PostgresDatabase>(options);
}

}  // namespace db
