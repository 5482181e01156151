#include "notify/live_store.hpp"

#include <bit>

#include "db/conditions.hpp"

namespace notify {
namespace {

constexpr auto list_states_sql = R"(
    SELECT s.token_digest,
           (SELECT count(*) FROM message m WHERE m.account_id = s.account_id),
           (SELECT count(m.read_at) FROM message m WHERE m.account_id = s.account_id),
           (SELECT CAST(COALESCE(sum(c.count), 0) AS BIGINT) FROM live_change c)
    FROM session s JOIN account a ON a.id = s.account_id)";

constexpr auto count_change_sql = R"(
    INSERT INTO live_change (topic, count) VALUES ($1, 1)
    ON CONFLICT (topic) DO UPDATE SET count = live_change.count + 1)";

constexpr auto changes_sql = "SELECT CAST(COALESCE(sum(c.count), 0) AS BIGINT) FROM live_change c";

}  // namespace

void count_change(db::Transaction& transaction, std::string_view topic) {
    transaction.execute(count_change_sql, {topic});
}

std::int64_t load_changes(db::Transaction& transaction) {
    return transaction.first(changes_sql, {}, [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

std::vector<LiveState> list_live_states(db::Transaction& transaction, const LiveQuestion& asked) {
    if (asked.sessions.empty()) return {};
    // A power of two of them, so that the statement is prepared once and not for every number.
    auto sessions = asked.sessions;
    sessions.resize(std::bit_ceil(sessions.size()), sessions.back());
    db::Conditions where;
    where.add_one_of("s.token_digest", sessions);
    where.add("s.expires_at > ", asked.now);
    where.add("s.last_seen_at > ", asked.idle_since);
    where.add_fixed("a.disabled = 0");
    return db::all(transaction, list_states_sql + where.text(), where, [](const db::Row& row) {
        return LiveState{row.string(0), row.integer(1), row.integer(2), row.integer(3)};
    });
}

}  // namespace notify
