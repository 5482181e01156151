#include "journal/journal_store.hpp"

#include <algorithm>

#include "journal/journal.hpp"

namespace journal {
constexpr std::string_view load_head_sql =
    "SELECT sequence, hash FROM journal_head WHERE chain = $1";
Head load_head(db::Transaction& transaction, std::string_view chain) {
    Head head;
    head.chain = chain;
    transaction.each(load_head_sql, {chain}, [&](const db::Row& row) {
        head.sequence = row.integer(0);
        head.hash = row.string(1);
    });
    return head;
}

Head load_head_for_update(db::Transaction& transaction, std::string_view chain) {
    if (transaction.engine() == db::Engine::postgres)
        transaction.lock("journal:" + std::string(chain));
    return load_head(transaction, chain);
}

constexpr std::string_view save_head_sql = R"(
INSERT INTO journal_head (chain, sequence, hash, algorithm, seal) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (chain) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash,
    algorithm = excluded.algorithm, seal = excluded.seal)";
void save_head(db::Transaction& transaction, const SealedHead& head) {
    transaction.execute(save_head_sql, {head.head.chain, head.head.sequence, head.head.hash,
                                        head.algorithm, head.seal});
}

constexpr std::string_view list_heads_sql =
    "SELECT chain, sequence, hash, algorithm, seal FROM journal_head ORDER BY chain";
std::vector<SealedHead> list_heads(db::Transaction& transaction) {
    return transaction.all(list_heads_sql, {}, [](const db::Row& row) {
        return SealedHead{
            {row.string(0), row.integer(1), row.string(2)}, row.string(3), row.string(4)};
    });
}

// One step down the index for each chain, instead of a walk over all entries.
constexpr std::string_view list_chains_sql = R"(
WITH RECURSIVE chains (chain) AS (
    SELECT min(chain) FROM journal_entry
    UNION ALL
    SELECT (SELECT min(e.chain) FROM journal_entry e WHERE e.chain > c.chain) FROM chains c
    WHERE c.chain IS NOT NULL)
SELECT chain FROM chains WHERE chain IS NOT NULL)";
std::vector<std::string> list_chains(db::Transaction& transaction) {
    auto chains =
        transaction.all(list_chains_sql, {}, [](const db::Row& row) { return row.string(0); });
    std::sort(chains.begin(), chains.end());
    return chains;
}

constexpr std::string_view insert_entry_sql = R"(
INSERT INTO journal_entry (chain, sequence, happened_at, actor_id, actor_name, act, subject_kind,
    subject_id, payload_digest, previous, algorithm, hash)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12))";
void insert_entry(db::Transaction& transaction, const Entry& entry) {
    transaction.execute(insert_entry_sql,
                        {entry.chain, entry.sequence, entry.at, entry.actor_id, entry.actor_name,
                         entry.act, entry.subject_kind, entry.subject_id, entry.payload_digest,
                         entry.previous, entry.algorithm, entry.hash});
}

constexpr std::string_view insert_payload_sql =
    "INSERT INTO journal_payload (chain, sequence, salt, payload) VALUES ($1, $2, $3, $4)";
void insert_payload(db::Transaction& transaction, const Entry& entry, const StoredPayload& payload,
                    Reading reading) {
    if (reading == Reading::restricted) {
        const auto name = payload_name(entry);
        const auto salt = transaction.sealed(payload.salt, salt_field, name);
        const auto text = transaction.sealed(payload.text, payload_field, name);
        return insert_payload(transaction, entry, {salt, text}, Reading::open);
    }
    transaction.execute(insert_payload_sql,
                        {entry.chain, entry.sequence, payload.salt, payload.text});
}

constexpr std::string_view find_entry_sql = R"(
SELECT chain, sequence, happened_at, actor_id, actor_name, act, subject_kind, subject_id,
    payload_digest, previous, algorithm, hash
FROM journal_entry WHERE chain = $1 AND sequence = $2)";
std::optional<Entry> find_entry(db::Transaction& transaction, std::string_view chain,
                                std::int64_t sequence) {
    return transaction.first(find_entry_sql, {chain, sequence}, entry_in);
}

constexpr std::string_view find_hash_sql =
    "SELECT hash FROM journal_entry WHERE chain = $1 AND sequence = $2";
std::optional<std::string> find_hash(db::Transaction& transaction, std::string_view chain,
                                     std::int64_t sequence) {
    return transaction.first(find_hash_sql, {chain, sequence},
                             [](const db::Row& row) { return row.string(0); });
}

constexpr std::string_view list_entries_sql = R"(
SELECT e.chain, e.sequence, e.happened_at, e.actor_id, e.actor_name, e.act, e.subject_kind,
    e.subject_id, e.payload_digest, e.previous, e.algorithm, e.hash, p.salt, p.payload, x.erased_by
FROM journal_entry e
LEFT JOIN journal_payload p ON p.chain = e.chain AND p.sequence = e.sequence
LEFT JOIN journal_erasure x ON x.chain = e.chain AND x.sequence = e.sequence
WHERE e.chain = $1 AND e.sequence > $2 ORDER BY e.sequence LIMIT $3)";
std::vector<StoredEntry> list_entries(db::Transaction& transaction, std::string_view chain,
                                      std::int64_t after, std::int64_t entries_max) {
    return transaction.all(list_entries_sql, {chain, after, entries_max}, [](const db::Row& row) {
        StoredEntry stored{entry_in(row), std::nullopt, row.optional_integer(14)};
        if (!row.is_null(12)) stored.payload = payload_in(row, 12, stored.entry);
        return stored;
    });
}

constexpr std::string_view list_records_sql = R"(
SELECT e.chain, e.sequence, e.happened_at, e.actor_id, e.actor_name, e.act, e.subject_kind,
    e.subject_id, e.payload_digest, e.previous, e.algorithm, e.hash, p.payload
FROM journal_entry e
LEFT JOIN journal_payload p ON p.chain = e.chain AND p.sequence = e.sequence
WHERE e.subject_id = $1 AND e.subject_kind = $2 ORDER BY e.chain DESC, e.sequence DESC LIMIT $3)";
std::vector<Record> list_records(db::Transaction& transaction, std::string_view subject_kind,
                                 std::string_view subject_id, std::int64_t entries_max) {
    auto records = transaction.all(
        list_records_sql, {subject_id, subject_kind, entries_max}, [](const db::Row& row) {
            Record record{entry_in(row), std::nullopt};
            if (!row.is_null(12))
                record.payload =
                    row.opened(12, payload_field, [&] { return payload_name(record.entry); });
            return record;
        });
    std::reverse(records.begin(), records.end());
    return records;
}

// By subject, of which there are few entries; the moment decides last.
constexpr std::string_view is_noted_since_sql = R"(
SELECT 1 FROM journal_entry
WHERE subject_id = $1 AND subject_kind = $2 AND act = $3 AND actor_id = $4 AND happened_at >= $5
LIMIT 1)";
bool is_noted_since(db::Transaction& transaction, const Doing& doing, base::Instant since) {
    return transaction
        .first(is_noted_since_sql,
               {doing.subject_id, doing.subject_kind, doing.act, doing.actor_id, since},
               [](const db::Row&) { return true; })
        .has_value();
}

constexpr std::string_view insert_erasure_sql =
    "INSERT INTO journal_erasure (chain, sequence, erased_by) VALUES ($1, $2, $3)";
void insert_erasure(db::Transaction& transaction, std::string_view chain, std::int64_t sequence,
                    std::int64_t erased_by) {
    transaction.execute(insert_erasure_sql, {chain, sequence, erased_by});
}

constexpr std::string_view is_erased_sql =
    "SELECT 1 FROM journal_erasure WHERE chain = $1 AND sequence = $2";
bool is_erased(db::Transaction& transaction, std::string_view chain, std::int64_t sequence) {
    return transaction.execute(is_erased_sql, {chain, sequence}) > 0;
}

constexpr std::string_view delete_payload_sql =
    "DELETE FROM journal_payload WHERE chain = $1 AND sequence = $2";
void delete_payload(db::Transaction& transaction, std::string_view chain, std::int64_t sequence) {
    transaction.execute(delete_payload_sql, {chain, sequence});
}

constexpr std::string_view load_unanchored_sql = R"(
SELECT coalesce(sum(h.sequence - coalesce(a.sequence, 0)), 0),
    (SELECT coalesce(max(anchored_at), 0) FROM journal_anchored)
FROM journal_head h LEFT JOIN journal_anchored a ON a.chain = h.chain WHERE h.chain <> $1)";
Unanchored load_unanchored(db::Transaction& transaction) {
    Unanchored found;
    transaction.each(load_unanchored_sql, {installation_chain}, [&](const db::Row& row) {
        found = {row.integer(0), row.instant(1)};
    });
    return found;
}

constexpr std::string_view list_unanchored_heads_sql = R"(
SELECT h.chain, h.sequence, h.hash
FROM journal_head h LEFT JOIN journal_anchored a ON a.chain = h.chain
WHERE h.chain <> $1 AND h.sequence > coalesce(a.sequence, 0) ORDER BY h.chain)";
std::vector<Head> list_unanchored_heads(db::Transaction& transaction) {
    return transaction.all(list_unanchored_heads_sql, {installation_chain}, [](const db::Row& row) {
        return Head{row.string(0), row.integer(1), row.string(2)};
    });
}

constexpr std::string_view save_anchored_sql = R"(
INSERT INTO journal_anchored (chain, sequence, anchored_at) VALUES ($1, $2, $3)
ON CONFLICT (chain) DO UPDATE SET sequence = excluded.sequence,
anchored_at = excluded.anchored_at)";
void save_anchored(db::Transaction& transaction, const Head& head, base::Instant at) {
    transaction.execute(save_anchored_sql, {head.chain, head.sequence, at});
}

}  // namespace journal
