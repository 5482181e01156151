#include "notify/live_store.hpp"

namespace notify {
namespace {

constexpr auto list_states_sql = R"(
    SELECT s.token_digest,
           (SELECT count(*) FROM message m WHERE m.account_id = s.account_id),
           (SELECT count(m.read_at) FROM message m WHERE m.account_id = s.account_id)
    FROM session s JOIN account a ON a.id = s.account_id
    WHERE s.expires_at > $1 AND s.last_seen_at > $2 AND a.disabled = 0)";

}  // namespace

std::vector<LiveState> list_live_states(db::Transaction& transaction, base::Instant now,
                                        base::Instant idle_since) {
    return transaction.all(list_states_sql, {now, idle_since}, [](const db::Row& row) {
        return LiveState{row.string(0), row.integer(1), row.integer(2)};
    });
}

}  // namespace notify
