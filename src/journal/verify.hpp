// Recomputes every chain from its entries and names the first thing that does not fit. Changes
// nothing.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "journal/key.hpp"

namespace journal {

/// The first fault of a chain. `what` is a code: entry_missing, entry_unexpected, entry_changed,
/// entry_not_chained, payload_changed, payload_missing, head_missing, head_wrong, seal_wrong,
/// anchor_unreadable, anchored_entry_missing, anchored_entry_changed, algorithm_unknown.
struct Fault {
    std::int64_t sequence = 0;
    std::string what;

    bool operator==(const Fault&) const = default;
};

struct ChainReport {
    std::string chain;
    std::int64_t entries = 0;
    std::string head;                  // the hash of the last entry that holds
    std::vector<std::int64_t> erased;  // sequences whose payload was erased lawfully: not a fault
    std::optional<Fault> fault;
};

struct Report {
    std::vector<ChainReport> chains;  // by name, the installation's first

    [[nodiscard]] bool sound() const;
    [[nodiscard]] std::int64_t entries() const;
};

/// Told every few hundred entries how many were walked so far. May throw to end the walk.
using Told = std::function<void(std::int64_t entries)>;

/// Streams every chain on one snapshot, in bounded memory. Throws what db::Database throws.
[[nodiscard]] Report verify(db::Database& database, const Key& key, const Told& told = {});

}  // namespace journal
