// SQLite as a Database: one writing connection behind its queue and a few reading ones. In WAL a
// reader never waits for the writer and sees what was committed when it began.
#include <atomic>
#include <condition_variable>
#include <mutex>

#include "db/database.hpp"
#include "db/in_transaction.hpp"
#include "db/sqlite_writer.hpp"

namespace db {
namespace {

class SqliteTransaction final : public Transaction {
  public:
    SqliteTransaction(SqliteConnection& connection, std::atomic<std::uint64_t>& statements)
        : Transaction(connection.sealer()), connection_(connection), statements_(statements) {}

    using Transaction::run;
    std::int64_t run(std::string_view sql, std::span<const Value> values,
                     const EachRow& each) override {
        statements_.fetch_add(1, std::memory_order_relaxed);
        return health_.guard([&] { return connection_.run(sql, values, each); });
    }
    void lock(std::string_view) override {}
    void run_script(std::string_view script) override {
        health_.guard([&] { connection_.run_script(script); });
    }
    Engine engine() const override { return Engine::sqlite; }
    void refuse_failed() const { health_.refuse_failed(); }

  private:
    SqliteConnection& connection_;
    std::atomic<std::uint64_t>& statements_;
    Health health_;
};

// A reading transaction; ends when it goes.
class Open {
  public:
    explicit Open(SqliteConnection& connection) : connection_(connection) {
        connection_.run("BEGIN", {}, {});
    }
    ~Open() {
        try {
            if (connection_.in_transaction()) connection_.run("ROLLBACK", {}, {});
        } catch (const std::exception&) {
            // The next BEGIN on this connection reports what is broken.
        }
    }
    Open(const Open&) = delete;
    Open& operator=(const Open&) = delete;

  private:
    SqliteConnection& connection_;
};

// Reading connections, opened when first needed and handed out one to a thread.
class Readers {
  public:
    explicit Readers(const SqliteOptions& options) : options_(options) {}

    std::unique_ptr<SqliteConnection> take() {
        std::unique_lock lock(mutex_);
        freed_.wait(lock, [&] { return !idle_.empty() || opened_ < options_.readers; });
        if (idle_.empty()) return open_one(lock);
        auto reader = std::move(idle_.back());
        idle_.pop_back();
        return reader;
    }
    void give_back(std::unique_ptr<SqliteConnection> reader) {
        {
            const std::scoped_lock lock(mutex_);
            idle_.push_back(std::move(reader));
        }
        freed_.notify_one();
    }

  private:
    std::unique_ptr<SqliteConnection> open_one(std::unique_lock<std::mutex>& lock) {
        ++opened_;
        lock.unlock();
        try {
            return std::make_unique<SqliteConnection>(options_, SqliteConnection::Kind::reader);
        } catch (...) {
            lock.lock();
            --opened_;
            freed_.notify_one();
            throw;
        }
    }

    const SqliteOptions& options_;
    std::mutex mutex_;
    std::condition_variable freed_;
    std::vector<std::unique_ptr<SqliteConnection>> idle_;
    int opened_ = 0;
};

class Lease {
  public:
    explicit Lease(Readers& readers) : readers_(readers), reader_(readers.take()) {}
    ~Lease() { readers_.give_back(std::move(reader_)); }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    SqliteConnection& operator*() { return *reader_; }

  private:
    Readers& readers_;
    std::unique_ptr<SqliteConnection> reader_;
};

class SqliteDatabase final : public Database {
  public:
    explicit SqliteDatabase(const SqliteOptions& options)
        : options_(options), writer_(options_), readers_(options_) {}

    Engine engine() const override { return Engine::sqlite; }
    std::uint64_t statements_run() const override { return statements_.load(); }
    const base::Sealer* sealer() const override { return options_.sealer; }
    void write_anew() override { writer_.run_alone("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)"); }

  private:
    void in_write(const std::function<End(Transaction&)>& act) override {
        const OneTransaction one(this);
        writer_.run([&](SqliteConnection& connection) {
            SqliteTransaction transaction(connection, statements_);
            if (act(transaction) == End::roll_back) return SqliteWriter::Keep::no;
            transaction.refuse_failed();
            return SqliteWriter::Keep::yes;
        });
    }
    void in_read(const std::function<void(Transaction&)>& act) override {
        const OneTransaction one(this);
        Lease reader(readers_);
        const Open open(*reader);
        SqliteTransaction transaction(*reader, statements_);
        act(transaction);
    }

    SqliteOptions options_;
    SqliteWriter writer_;
    Readers readers_;
    std::atomic<std::uint64_t> statements_{0};
};

}  // namespace

std::unique_ptr<Database> open_sqlite(const SqliteOptions& options) {
    // SQLite's own count of memory takes one lock for all threads at each allocation. Too late, and
    // so without effect, once the library is in use.
    [[maybe_unused]] static const int configured = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    return std::make_unique<SqliteDatabase>(options);
}

}  // namespace db
