#include "db/sqlite_writer.hpp"

namespace db {
namespace {

// A group ends when it is this large or this old, so that its first act does not wait for ever.
constexpr int group_acts_max = 64;
constexpr std::chrono::milliseconds group_age_max{10};

}  // namespace

SqliteWriter::SqliteWriter(const SqliteOptions& options)
    : connection_(options, SqliteConnection::Kind::writer),
      path_(options.path),
      patience_(options.busy_ms_max) {}

void SqliteWriter::run(const Act& act) {
    take_turn();
    std::shared_ptr<Group> group;
    auto kept = Keep::no;
    std::exception_ptr failure;
    try {
        group = join_group();
        kept = run_in_savepoint(act);
    } catch (...) {
        failure = std::current_exception();
    }
    if (!group) {  // BEGIN failed
        const std::scoped_lock lock(mutex_);
        call_next();
        std::rethrow_exception(failure);
    }
    group->kept_something |= kept == Keep::yes;
    // A full disk makes SQLite roll back everything by itself, the others' acts too.
    if (!connection_.in_transaction()) group->failure = failure;
    if (!pass_group_on(*group)) end_group(*group);
    if (failure) std::rethrow_exception(failure);
    if (kept == Keep::yes) wait_for_end(*group);
}

void SqliteWriter::run_alone(std::string_view script) {
    for (take_turn(); group_; take_turn()) {
        const auto begun = group_;  // by those before, who wait for its end
        end_group(*begun);
    }
    std::exception_ptr failure;
    try {
        connection_.run_script(script);
    } catch (...) {
        failure = std::current_exception();
    }
    const std::scoped_lock lock(mutex_);
    call_next();
    if (failure) std::rethrow_exception(failure);
}

// A plain mutex lets whoever just finished in again first; with many writers some would wait for
// seconds.
void SqliteWriter::take_turn() {
    std::unique_lock lock(mutex_);
    if (!taken_) {
        taken_ = true;
        return;
    }
    Waiting self;
    waiting_.push_back(&self);
    if (self.called.wait_for(lock, patience_, [&] { return self.is_called; })) return;
    waiting_.remove(&self);
    throw DatabaseError("another writer held " + path_ + " for too long");
}

void SqliteWriter::call_next() {
    taken_ = !waiting_.empty();
    if (!taken_) return;
    auto& next = *waiting_.front();
    waiting_.pop_front();
    next.is_called = true;
    next.called.notify_one();
}

bool SqliteWriter::pass_group_on(const Group& group) {
    const std::scoped_lock lock(mutex_);
    const auto age = std::chrono::steady_clock::now() - group.begun;
    if (waiting_.empty() || group.acts >= group_acts_max || age > group_age_max ||
        !connection_.in_transaction())
        return false;
    call_next();
    return true;
}

std::shared_ptr<SqliteWriter::Group> SqliteWriter::join_group() {
    if (!group_) {
        connection_.run("BEGIN IMMEDIATE", {}, {});
        group_ = std::make_shared<Group>();
    }
    ++group_->acts;
    return group_;
}

SqliteWriter::Keep SqliteWriter::run_in_savepoint(const Act& act) {
    connection_.run("SAVEPOINT act", {}, {});
    const auto undo = [&] {
        if (!connection_.in_transaction()) return;
        connection_.run("ROLLBACK TO act", {}, {});
        connection_.run("RELEASE act", {}, {});
    };
    try {
        if (act(connection_) == Keep::yes) {
            connection_.run("RELEASE act", {}, {});
            return Keep::yes;
        }
    } catch (...) {
        undo();
        throw;
    }
    undo();
    return Keep::no;
}

// Commits, tells everybody how it went, and lets the next group begin.
void SqliteWriter::end_group(Group& group) {
    std::exception_ptr failure = group.failure;
    try {
        if (connection_.in_transaction())
            connection_.run(group.kept_something ? "COMMIT" : "ROLLBACK", {}, {});
    } catch (...) {
        failure = std::current_exception();
    }
    try {
        if (connection_.in_transaction()) connection_.run("ROLLBACK", {}, {});
    } catch (const std::exception&) {
        // Nothing was committed; the next BEGIN reports what is broken.
    }
    const std::scoped_lock lock(mutex_);
    group.failure = failure;
    group.ended = true;
    group.end.notify_all();
    group_.reset();
    call_next();
}

void SqliteWriter::wait_for_end(Group& group) {
    std::unique_lock lock(mutex_);
    group.end.wait(lock, [&] { return group.ended; });
    if (group.failure) std::rethrow_exception(group.failure);
}

}  // namespace db
