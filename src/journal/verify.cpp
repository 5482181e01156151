#include "journal/verify.hpp"

#include <algorithm>
#include <limits>
#include <map>

#include "journal/anchor_json.hpp"
#include "journal/journal_store.hpp"

namespace journal {
namespace {

constexpr std::int64_t entries_per_page = 256;  // bounds the memory, payloads included

// Walks one chain from its first entry and stops at the first fault.
class ChainWalk {
  public:
    /// `walked` counts the entries of all chains.
    ChainWalk(db::Transaction& transaction, std::string chain, const Told& told,
              std::int64_t& walked)
        : transaction_(transaction), told_(told), walked_(walked) {
        report_.chain = std::move(chain);
    }

    // Calls `sound_entry` for every entry that holds.
    template <class Each>
    void walk(Each sound_entry) {
        auto after = std::numeric_limits<std::int64_t>::min();
        for (;;) {
            const auto page = list_entries(transaction_, report_.chain, after, entries_per_page);
            for (const auto& stored : page) {
                if (!holds(stored)) return;
                sound_entry(stored);
            }
            walked_ += static_cast<std::int64_t>(page.size());
            if (told_) told_(walked_);
            if (page.size() < entries_per_page) return check_erasures();
            after = page.back().entry.sequence;
        }
    }
    void check_head(const SealedHead* sealed, const Key& key) {
        if (report_.fault) return;
        if (sealed == nullptr) return fault(report_.entries, "head_missing");
        const auto& head = sealed->head;
        if (head.sequence > report_.entries) return fault(report_.entries + 1, "entry_missing");
        if (head.sequence != report_.entries || head.hash != last_hash_)
            return fault(report_.entries, "head_wrong");
        const auto algorithm = algorithm_named(sealed->algorithm);
        if (!algorithm) return fault(head.sequence, "algorithm_unknown");
        if (!base::same_secret(key.seal(*algorithm, head), sealed->seal))
            fault(head.sequence, "seal_wrong");
    }
    ChainReport take() {
        report_.head = last_hash_;
        return std::move(report_);
    }

  private:
    void fault(std::int64_t sequence, std::string what) {
        report_.fault = Fault{sequence, std::move(what)};
    }
    bool holds(const StoredEntry& stored) {
        const auto expected = report_.entries + 1;
        const auto& entry = stored.entry;
        if (entry.sequence > expected) return fault(expected, "entry_missing"), false;
        if (entry.sequence < expected) return fault(entry.sequence, "entry_unexpected"), false;
        const auto algorithm = algorithm_named(entry.algorithm);
        if (!algorithm) return fault(expected, "algorithm_unknown"), false;
        if (hash_of(*algorithm, entry) != entry.hash)
            return fault(expected, "entry_changed"), false;
        if (entry.previous != last_hash_) return fault(expected, "entry_not_chained"), false;
        if (!payload_holds(stored, *algorithm)) return false;
        confirm_erasure(entry);
        report_.entries = expected;
        last_hash_ = entry.hash;
        return true;
    }
    bool payload_holds(const StoredEntry& stored, base::Algorithm algorithm) {
        const auto sequence = stored.entry.sequence;
        if (stored.payload) {
            const auto found =
                payload_digest(algorithm, stored.payload->salt, stored.payload->text);
            if (found == stored.entry.payload_digest) return true;
            return fault(sequence, "payload_changed"), false;
        }
        if (!stored.erased_by) return fault(sequence, "payload_missing"), false;
        unconfirmed_[*stored.erased_by] = sequence;
        report_.erased.push_back(sequence);
        return true;
    }
    // An erasure counts only when a later entry of this chain says so.
    void confirm_erasure(const Entry& entry) {
        const auto found = unconfirmed_.find(entry.sequence);
        if (found == unconfirmed_.end() || entry.act != erase_act) return;
        if (entry.subject_id == std::to_string(found->second)) unconfirmed_.erase(found);
    }
    void check_erasures() {
        for (const auto& [erased_by, sequence] : unconfirmed_)
            if (!report_.fault || sequence < report_.fault->sequence)
                fault(sequence, "payload_missing");
    }

    db::Transaction& transaction_;
    const Told& told_;
    std::int64_t& walked_;
    ChainReport report_;
    std::string last_hash_{nothing_before};
    std::map<std::int64_t, std::int64_t>
        unconfirmed_;  // sequence of the erasing entry -> erased one
};

using Reports = std::map<std::string, ChainReport>;

void note_anchor_fault(Reports& faults, const Head& anchored, std::string what) {
    auto& report = faults[anchored.chain];
    report.chain = anchored.chain;
    if (!report.fault || anchored.sequence < report.fault->sequence)
        report.fault = Fault{anchored.sequence, std::move(what)};
}

// What an anchor says about other chains must still be so. False when the anchor says nothing
// readable.
bool check_anchor(db::Transaction& transaction, const StoredEntry& anchor, Reports& faults) {
    const auto heads = heads_from_json(anchor.payload ? anchor.payload->text : std::string());
    if (!heads) return false;
    for (const auto& head : *heads) {
        const auto hash = find_hash(transaction, head.chain, head.sequence);
        if (!hash) note_anchor_fault(faults, head, "anchored_entry_missing");
        if (hash && *hash != head.hash) note_anchor_fault(faults, head, "anchored_entry_changed");
    }
    return true;
}

// The earlier of both faults stands; a chain that vanished whole is known from its anchors only.
void merge(Reports& reports, Reports faults_from_anchors) {
    for (auto& [chain, found] : faults_from_anchors) {
        auto& report = reports.try_emplace(chain, ChainReport{.chain = chain}).first->second;
        if (!report.fault || found.fault->sequence < report.fault->sequence)
            report.fault = found.fault;
    }
}

Reports walk_all(db::Transaction& transaction, const Key& key, const Told& told) {
    std::map<std::string, const SealedHead*> chains;
    const auto heads = list_heads(transaction);
    for (const auto& chain : list_chains(transaction)) chains[chain] = nullptr;
    for (const auto& head : heads) chains[head.head.chain] = &head;
    Reports reports, faults_from_anchors;
    std::int64_t walked = 0;
    for (const auto& [chain, head] : chains) {
        ChainWalk walk(transaction, chain, told, walked);
        std::optional<Fault> unreadable;
        walk.walk([&](const StoredEntry& stored) {
            if (stored.entry.act != anchor_act || chain != installation_chain || unreadable) return;
            if (!check_anchor(transaction, stored, faults_from_anchors))
                unreadable = Fault{stored.entry.sequence, "anchor_unreadable"};
        });
        walk.check_head(head, key);
        auto& report = reports[chain] = walk.take();
        if (unreadable) report.fault = unreadable;
    }
    merge(reports, std::move(faults_from_anchors));
    return reports;
}

}  // namespace

bool Report::sound() const {
    return std::none_of(chains.begin(), chains.end(),
                        [](const auto& c) { return c.fault.has_value(); });
}

std::int64_t Report::entries() const {
    std::int64_t sum = 0;
    for (const auto& chain : chains) sum += chain.entries;
    return sum;
}

Report verify(db::Database& database, const Key& key, const Told& told) {
    auto reports = database.read(
        [&](db::Transaction& transaction) { return walk_all(transaction, key, told); });
    Report report;
    for (auto& [chain, found] : reports) report.chains.push_back(std::move(found));
    std::stable_partition(report.chains.begin(), report.chains.end(),
                          [](const auto& chain) { return chain.chain == installation_chain; });
    return report;
}

}  // namespace journal
