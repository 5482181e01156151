#include "audit/evidence.hpp"

namespace audit {

EvidenceWalk::EvidenceWalk(const std::vector<journal::Head>& heads) {
    for (const auto& head : heads) heads_[head.chain] = head;
}

void EvidenceWalk::fault(const journal::Entry& entry, std::string what) {
    if (!fault_) fault_ = EvidenceFault{entry.chain, entry.sequence, std::move(what)};
}

void EvidenceWalk::add(const EvidenceLine& line) {
    const auto& entry = line.entry;
    const auto algorithm = journal::algorithm_named(entry.algorithm);
    if (!algorithm) return fault(entry, "algorithm_unknown");
    if (journal::hash_of(*algorithm, entry) != entry.hash) return fault(entry, "entry_changed");
    if (line.payload && journal::payload_digest(*algorithm, line.salt.value_or(""),
                                                *line.payload) != entry.payload_digest)
        return fault(entry, "payload_changed");
    const auto head = heads_.find(entry.chain);
    if (head == heads_.end() || head->second.sequence < entry.sequence)
        return fault(entry, "entry_unexpected");
    if (head->second.sequence == entry.sequence && head->second.hash != entry.hash)
        return fault(entry, "head_wrong");
    const auto [place, added] =
        links_.try_emplace({entry.chain, entry.sequence}, Link{entry.hash, entry.previous});
    if (!added) fault(entry, "entry_unexpected");
}

std::optional<EvidenceFault> EvidenceWalk::finish() {
    const std::pair<const std::pair<std::string, std::int64_t>, Link>* before = nullptr;
    for (const auto& link : links_) {
        const auto& [key, hashes] = link;
        const bool next = before != nullptr && before->first.first == key.first &&
                          before->first.second + 1 == key.second;
        if (next && before->second.hash != hashes.previous && !fault_)
            fault_ = EvidenceFault{key.first, key.second, "entry_not_chained"};
        chained_ += next ? 1 : 0;
        before = &link;
    }
    return fault_;
}

std::int64_t EvidenceWalk::entries() const {
    return static_cast<std::int64_t>(links_.size());
}

}  // namespace audit
