#include "journal/journal.hpp"

#include <algorithm>

#include "journal/anchor_json.hpp"
#include "journal/journal_store.hpp"

namespace journal {
namespace {

constexpr std::size_t heads_per_anchor_max = 500;  // keeps one payload below 64 KiB

std::string make_salt(base::Random& random) {
    std::array<std::uint8_t, 16> bytes{};
    random.fill(bytes);
    return base::to_hex(bytes);
}

// Nobody signed in: the program itself.
base::Actor program() {
    base::Actor actor;
    actor.name = "zhenggai";
    return actor;
}

}  // namespace

Journal::Journal(Key key, base::Random& random, base::Algorithm algorithm,
                 std::vector<std::string_view> open_acts)
    : key_(std::move(key)),
      random_(random),
      algorithm_(algorithm),
      open_acts_(std::move(open_acts)) {}

std::int64_t Journal::append(db::Transaction& transaction, const base::Actor& actor,
                             base::Instant at, const Draft& draft) const {
    return append_all(transaction, actor, at, std::span(&draft, 1));
}

std::int64_t Journal::append_all(db::Transaction& transaction, const base::Actor& actor,
                                 base::Instant at, std::span<const Draft> drafts) const {
    if (drafts.empty()) return 0;
    auto head = load_head_for_update(transaction, drafts.front().chain);
    for (const auto& draft : drafts) {
        if (draft.chain != head.chain) throw std::logic_error("append_all is for one chain");
        const StoredPayload payload{make_salt(random_), std::string(draft.payload)};
        Entry entry;
        entry.chain = head.chain;
        entry.sequence = head.sequence + 1;
        entry.at = at;
        entry.actor_id = actor.id.text();
        entry.actor_name = actor.name;
        entry.act = draft.act;
        entry.subject_kind = draft.subject_kind;
        entry.subject_id = draft.subject_id;
        entry.payload_digest = payload_digest(algorithm_, payload.salt, payload.text);
        entry.previous = head.hash;
        entry.algorithm = base::name_of(algorithm_);
        entry.hash = hash_of(algorithm_, entry);
        insert_entry(transaction, entry);
        const bool open =
            std::find(open_acts_.begin(), open_acts_.end(), entry.act) != open_acts_.end();
        insert_payload(transaction, entry, payload, open ? Reading::open : Reading::restricted);
        head.sequence = entry.sequence;
        head.hash = entry.hash;
    }
    save_head(transaction,
              {head, std::string(base::name_of(algorithm_)), key_.seal(algorithm_, head)});
    return head.sequence;
}

base::Result<void> Journal::erase(db::Transaction& transaction, const base::Actor& actor,
                                  base::Instant at, const Erasure& erasure) const {
    using base::ErrorKind;
    const auto entry = find_entry(transaction, erasure.chain, erasure.sequence);
    if (!entry) return base::refuse(ErrorKind::not_found, "journal_entry_unknown");
    if (entry->act == anchor_act || entry->act == erase_act)
        return base::refuse(ErrorKind::forbidden, "payload_must_stay");
    const auto sequence = std::to_string(erasure.sequence);
    const auto payload = erasure_json(erasure.sequence, erasure.reason);
    const auto erased_by = append(transaction, actor, at,
                                  {.chain = erasure.chain,
                                   .act = erase_act,
                                   .subject_kind = "journal_entry",
                                   .subject_id = sequence,
                                   .payload = payload});
    // Behind the append, which made other erasures of this chain wait.
    if (is_erased(transaction, erasure.chain, erasure.sequence))
        return base::refuse(ErrorKind::conflict, "payload_already_erased");
    insert_erasure(transaction, erasure.chain, erasure.sequence, erased_by);
    delete_payload(transaction, erasure.chain, erasure.sequence);
    return {};
}

std::int64_t Journal::anchor(db::Database& database, const base::Clock& clock) const {
    const auto anchored =
        database.write([&](db::Transaction& transaction) -> base::Result<std::int64_t> {
            // Two copies of the program may want to anchor at the same moment.
            (void)load_head_for_update(transaction, installation_chain);
            const auto now = clock.now();
            const auto heads = list_unanchored_heads(transaction);
            std::span<const Head> rest(heads);
            while (!rest.empty()) {
                const auto part = rest.first(std::min(rest.size(), heads_per_anchor_max));
                const auto payload = anchor_json(part);
                append(transaction, program(), now,
                       {.act = anchor_act,
                        .subject_kind = "journal",
                        .subject_id = installation_chain,
                        .payload = payload});
                for (const auto& head : part) save_anchored(transaction, head, now);
                rest = rest.subspan(part.size());
            }
            return static_cast<std::int64_t>(heads.size());
        });
    return *anchored;
}

std::int64_t Journal::anchor_if_due(db::Database& database, const base::Clock& clock,
                                    const AnchorRule& rule) const {
    const auto waiting =
        database.read([](db::Transaction& transaction) { return load_unanchored(transaction); });
    const auto age_ms = clock.now().milliseconds - waiting.last_anchored_at.milliseconds;
    const bool due =
        waiting.entries >= rule.entries_max || (waiting.entries > 0 && age_ms >= rule.age_ms_max);
    return due ? anchor(database, clock) : 0;
}

}  // namespace journal
