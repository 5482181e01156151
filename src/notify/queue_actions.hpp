// One step of any queue: take what is longest due, try to send it, keep what came of it. Several
// threads and several copies of the program may do it at once.
#pragma once

#include <string>

#include "base/log.hpp"
#include "notify/needs.hpp"
#include "notify/queue.hpp"
#include "notify/queue_store.hpp"

namespace notify {

/// False when nothing is due. `find(transaction, id)` gives what is to be sent, with its `id`, or
/// nothing when it is gone; `send(thing) -> Outcome` runs outside of any transaction. A program
/// that dies in it sends again when its lease has ended.
template <class Find, class Send>
bool send_next(const Needs& needs, Queue queue, Find find, Send send) {
    using Found = std::invoke_result_t<Find, db::Transaction&, std::string_view>;
    const auto taken = needs.database.write([&](db::Transaction& transaction) {
        transaction.lock(name_of(queue));
        const auto now = needs.clock.now();
        const auto id = take_due(transaction, queue, now, {now.milliseconds + lease_ms});
        return base::Result<Found>(id ? find(transaction, *id) : Found());
    });
    if (!taken || !*taken) return false;
    const auto& thing = **taken;
    const auto id = thing.id.text();
    const Outcome outcome = send(thing);
    const auto now = needs.clock.now();
    if (outcome.error)
        base::log(base::LogLevel::warning, std::string(name_of(queue)) + "_not_sent",
                  {{name_of(queue), id}, {"tries", thing.tries}, {"what", *outcome.error}});
    const auto kept = needs.database.write([&](db::Transaction& transaction) -> base::Result<void> {
        std::optional<base::Instant> next;
        if (outcome.pause_ms) next = base::Instant{now.milliseconds + *outcome.pause_ms};
        if (outcome.error)
            save_not_sent(transaction, queue, id, *outcome.error, next, now);
        else
            save_sent(transaction, queue, id, now);
        return {};
    });
    return kept.has_value();
}

}  // namespace notify
