// SQLite as a Database: one writing connection behind a mutex, always BEGIN IMMEDIATE, and a few
// reading ones. In WAL a reader never waits for the writer and sees what was committed when it
// began.
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <list>
#include <mutex>

#include "db/database.hpp"
#include "db/in_transaction.hpp"
#include "db/sqlite_connection.hpp"

namespace db {
namespace {

class SqliteTransaction final : public Transaction {
  public:
    SqliteTransaction(SqliteConnection& connection, std::atomic<std::uint64_t>& statements)
        : connection_(connection), statements_(statements) {}

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

// Ends what is still open when it goes: by a refusal, an exception or a failed COMMIT. SQLite may
// have rolled back by itself already (disk full).
class Open {
  public:
    Open(SqliteConnection& connection, std::string_view begin) : connection_(connection) {
        connection_.run(begin, {}, {});
    }
    ~Open() {
        try {
            if (connection_.in_transaction()) connection_.run("ROLLBACK", {}, {});
        } catch (const std::exception&) {
            // Nothing was committed; the next BEGIN on this connection reports what is broken.
        }
    }
    Open(const Open&) = delete;
    Open& operator=(const Open&) = delete;
    void commit() { connection_.run("COMMIT", {}, {}); }

  private:
    SqliteConnection& connection_;
};

// Writers take their turn in the order in which they came. A plain mutex lets whoever just finished
// in again first; with many writers some would wait for seconds.
class Turns {
  public:
    /// False when the turn did not come in time.
    [[nodiscard]] bool take(std::chrono::milliseconds patience) {
        std::unique_lock lock(mutex_);
        if (!taken_) return taken_ = true;
        Waiting self;
        waiting_.push_back(&self);
        if (self.called.wait_for(lock, patience, [&] { return self.is_called; })) return true;
        waiting_.remove(&self);
        return false;
    }
    void give_back() {
        const std::scoped_lock lock(mutex_);
        taken_ = !waiting_.empty();
        if (!taken_) return;
        auto& next = *waiting_.front();
        waiting_.pop_front();
        next.is_called = true;
        next.called.notify_one();
    }

  private:
    struct Waiting {
        std::condition_variable called;
        bool is_called = false;
    };
    std::mutex mutex_;
    std::list<Waiting*> waiting_;
    bool taken_ = false;
};

class Turn {
  public:
    Turn(Turns& turns, const SqliteOptions& options) : turns_(turns) {
        if (!turns_.take(std::chrono::milliseconds(options.busy_ms_max)))
            throw DatabaseError("another writer held " + options.path + " for too long");
    }
    ~Turn() { turns_.give_back(); }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

  private:
    Turns& turns_;
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
        : options_(options),
          writer_(options_, SqliteConnection::Kind::writer),
          readers_(options_) {}

    Engine engine() const override { return Engine::sqlite; }
    std::uint64_t statements_run() const override { return statements_.load(); }

  private:
    void in_write(const std::function<End(Transaction&)>& act) override {
        const OneTransaction one(this);
        const Turn turn(turns_, options_);
        Open open(writer_, "BEGIN IMMEDIATE");
        SqliteTransaction transaction(writer_, statements_);
        if (act(transaction) == End::roll_back) return;
        transaction.refuse_failed();
        open.commit();
    }
    void in_read(const std::function<void(Transaction&)>& act) override {
        const OneTransaction one(this);
        Lease reader(readers_);
        const Open open(*reader, "BEGIN");
        SqliteTransaction transaction(*reader, statements_);
        act(transaction);
    }

    SqliteOptions options_;
    Turns turns_;
    SqliteConnection writer_;
    Readers readers_;
    std::atomic<std::uint64_t> statements_{0};
};

}  // namespace

std::unique_ptr<Database> open_sqlite(const SqliteOptions& options) {
    return std::make_unique<SqliteDatabase>(options);
}

}  // namespace db
