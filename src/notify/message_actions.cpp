#include "notify/message_actions.hpp"

namespace notify {

MessagePage list_message_page(const Needs& needs, const base::Actor& actor, std::int64_t page,
                              std::int64_t page_size) {
    return needs.database.read([&](db::Transaction& transaction) {
        auto found = count_messages(transaction, actor.id);
        found.rows = list_messages(transaction, actor.id, (page - 1) * page_size, page_size);
        return found;
    });
}

MessagePage count_own_messages(const Needs& needs, const base::Actor& actor) {
    return needs.database.read(
        [&](db::Transaction& transaction) { return count_messages(transaction, actor.id); });
}

base::Result<void> read_message(const Needs& needs, const base::Actor& actor, EventId event) {
    return needs.database.write([&](db::Transaction& transaction) {
        return save_read(transaction, actor.id, event, needs.clock.now());
    });
}

base::Result<void> read_all_messages(const Needs& needs, const base::Actor& actor,
                                     base::Instant up_to) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<void> {
        save_all_read(transaction, actor.id, up_to, needs.clock.now());
        return {};
    });
}

}  // namespace notify
