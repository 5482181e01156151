// The one writing connection of a SQLite file and the queue before it. Acts run one after the
// other in the order of their coming; those that wait together are committed together, each in a
// savepoint of its own, by one COMMIT that waits for the disk once. Nobody goes on before it.
#pragma once

#include <chrono>
#include <condition_variable>
#include <exception>
#include <functional>
#include <list>
#include <memory>
#include <mutex>

#include "db/sqlite_connection.hpp"

namespace db {

/// Safe from any thread.
class SqliteWriter {
  public:
    enum class Keep { yes, no };
    using Act = std::function<Keep(SqliteConnection&)>;

    explicit SqliteWriter(const SqliteOptions& options);

    /// Runs `act` in BEGIN IMMEDIATE and a savepoint; rolled back on Keep::no and on an exception,
    /// which passes through. What was kept is on the disk when this returns. Throws StorageFull or
    /// DatabaseError when the common COMMIT fails: then nothing of the whole group was written.
    /// Throws DatabaseError when the turn does not come within busy_ms_max.
    void run(const Act& act);
    /// Runs statements outside of any transaction, alone. Throws what they throw, and as run().
    void run_alone(std::string_view script);

  private:
    /// Acts that will be committed together.
    struct Group {
        std::chrono::steady_clock::time_point begun = std::chrono::steady_clock::now();
        int acts = 0;
        bool kept_something = false;
        bool ended = false;
        std::exception_ptr failure;
        std::condition_variable end;
    };
    struct Waiting {
        std::condition_variable called;
        bool is_called = false;
    };

    void take_turn();
    void call_next();  // `mutex_` is held
    /// True when somebody waits who may join the group before it is committed; he has the turn now.
    [[nodiscard]] bool pass_group_on(const Group& group);
    [[nodiscard]] std::shared_ptr<Group> join_group();
    Keep run_in_savepoint(const Act& act);
    void end_group(Group& group);
    void wait_for_end(Group& group);

    SqliteConnection connection_;
    const std::string path_;
    const std::chrono::milliseconds patience_;
    std::shared_ptr<Group> group_;  // of whoever has the turn; nothing when no transaction is open
    std::mutex mutex_;              // guards what follows, and `ended` and `failure` of groups
    std::list<Waiting*> waiting_;
    bool taken_ = false;
};

}  // namespace db
