// What happened: every change appends an entry in its own transaction, chained by hash; one chain
// for each programme and one for the installation. Entries are never changed; payloads may be
// erased, which is itself an entry. Knows the actor and no module's noun.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/actor.hpp"
#include "base/clock.hpp"
#include "base/random.hpp"
#include "base/result.hpp"
#include "db/database.hpp"
#include "journal/entry.hpp"
#include "journal/key.hpp"

namespace journal {

/// A stored entry with its payload; no payload when it was erased.
struct Record {
    Entry entry;
    std::optional<std::string> payload;
};

/// Which payload is to be erased, and by what right.
struct Erasure {
    std::string_view chain;
    std::int64_t sequence = 0;
    std::string_view reason;
};

struct AnchorRule {
    std::int64_t entries_max = 1'000;  // so many entries may stand unanchored
    std::int64_t age_ms_max = 60'000;  // and none longer than this
};

/// Appends to chains. One for the whole program, handed to every module in its Needs as
/// `const journal::Journal&`. Safe from any thread.
class Journal {
  public:
    /// `random` must outlive the journal. Where texts are sealed, the payloads of all acts are but
    /// those of `open_acts`, whose texts outlive the journal too.
    Journal(Key key, base::Random& random, base::Algorithm algorithm = base::preferred_algorithm(),
            std::vector<std::string_view> open_acts = {});

    /// Adds one entry to the end of its chain; returns its sequence number. On PostgreSQL this
    /// waits for other writers of the same chain (never of another): append late in the
    /// transaction, in one chain only where possible, the installation's last. Throws what
    /// db::Transaction throws.
    ///   journal.append(transaction, actor, now, {.chain = programme_id.text(), .act =
    ///   "strike_off_problem",
    ///       .subject_kind = "problem", .subject_id = id.text(), .payload = json});
    std::int64_t append(db::Transaction& transaction, const base::Actor& actor, base::Instant at,
                        const Draft& draft) const;
    /// As append(), for many entries of one chain: the head is read and written once.
    std::int64_t append_all(db::Transaction& transaction, const base::Actor& actor,
                            base::Instant at, std::span<const Draft> drafts) const;

    /// Takes the payload of one entry away for good and appends an "erase_payload" entry with the
    /// reason. Refuses: journal_entry_unknown, payload_must_stay (anchors and erasures),
    /// payload_already_erased.
    [[nodiscard]] base::Result<void> erase(db::Transaction& transaction, const base::Actor& actor,
                                           base::Instant at, const Erasure& erasure) const;

    /// Writes the heads of all chains that changed since the last anchor into the installation's
    /// chain. Returns how many heads were anchored.
    std::int64_t anchor(db::Database& database, const base::Clock& clock) const;
    /// As anchor(), but only when the rule says so; cheap otherwise. To be called every few
    /// seconds.
    std::int64_t anchor_if_due(db::Database& database, const base::Clock& clock,
                               const AnchorRule& rule = {}) const;

    [[nodiscard]] const Key& key() const { return key_; }
    [[nodiscard]] const std::vector<std::string_view>& open_acts() const { return open_acts_; }

  private:
    Key key_;
    base::Random& random_;
    base::Algorithm algorithm_;
    std::vector<std::string_view> open_acts_;
};

/// The last `entries_max` entries about one subject, oldest of them first.
[[nodiscard]] std::vector<Record> list_records(db::Transaction& transaction,
                                               std::string_view subject_kind,
                                               std::string_view subject_id,
                                               std::int64_t entries_max = 500);

}  // namespace journal
