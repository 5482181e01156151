#include "notify/queue_store.hpp"

namespace notify {
namespace {

struct Statements {
    std::string take_due, save_sent, try_again, give_up;
};

// The name comes from the closed list of queues, never from outside.
Statements statements_of(Queue queue) {
    const std::string table(name_of(queue));
    return {
        .take_due = "UPDATE " + table + R"( SET next_at = $2, tries = tries + 1
            WHERE id = (SELECT id FROM )" +
                    table + R"( WHERE state = 'pending' AND next_at <= $1
                        ORDER BY next_at, id LIMIT 1)
              AND state = 'pending' AND next_at <= $1
            RETURNING id)",
        .save_sent =
            "UPDATE " + table + " SET state = 'sent', done_at = $2, error = '' WHERE id = $1",
        .try_again =
            "UPDATE " + table + " SET next_at = $2, error = $3 WHERE id = $1 AND state = 'pending'",
        .give_up = "UPDATE " + table +
                   " SET state = 'failed', done_at = $2, error = $3 "
                   "WHERE id = $1 AND state = 'pending'",
    };
}

const Statements& of(Queue queue) {
    static const auto mail = statements_of(Queue::mail);
    static const auto webhook_delivery = statements_of(Queue::webhook_delivery);
    return queue == Queue::mail ? mail : webhook_delivery;
}

}  // namespace

std::optional<std::string> take_due(db::Transaction& transaction, Queue queue, base::Instant now,
                                    base::Instant lease_until) {
    return transaction.first(of(queue).take_due, {now, lease_until},
                             [](const db::Row& row) { return row.string(0); });
}

void save_sent(db::Transaction& transaction, Queue queue, std::string_view id, base::Instant now) {
    transaction.execute(of(queue).save_sent, {id, now});
}

void save_not_sent(db::Transaction& transaction, Queue queue, std::string_view id,
                   std::string_view error, std::optional<base::Instant> next_at,
                   base::Instant now) {
    if (next_at)
        transaction.execute(of(queue).try_again, {id, *next_at, error});
    else
        transaction.execute(of(queue).give_up, {id, now, error});
}

}  // namespace notify
