// Guards that both engines need: no transaction inside another on the same thread, and none that
// goes on after a failed statement, because PostgreSQL would silently roll it back.
#pragma once

#include <algorithm>
#include <stdexcept>
#include <vector>

namespace db {

/// Throws std::logic_error when this thread is inside a transaction of this database already: on
/// SQLite the inner one would wait for the outer one for ever, on PostgreSQL it would empty the
/// pool.
class OneTransaction {
  public:
    explicit OneTransaction(const void* database) {
        if (std::find(inside().begin(), inside().end(), database) != inside().end())
            throw std::logic_error("a transaction inside a transaction");
        inside().push_back(database);
    }
    ~OneTransaction() { inside().pop_back(); }
    OneTransaction(const OneTransaction&) = delete;
    OneTransaction& operator=(const OneTransaction&) = delete;

  private:
    static std::vector<const void*>& inside() {
        thread_local std::vector<const void*> databases;
        return databases;
    }
};

/// Whether a statement of this transaction failed.
class Health {
  public:
    /// Runs `act`; remembers when it throws. Throws std::logic_error when an earlier one did.
    template <class Act>
    auto guard(Act&& act) {
        refuse_failed();
        try {
            return act();
        } catch (...) {
            failed_ = true;
            throw;
        }
    }
    void refuse_failed() const {
        if (failed_) throw std::logic_error("a transaction went on after a failed statement");
    }

  private:
    bool failed_ = false;
};

}  // namespace db
