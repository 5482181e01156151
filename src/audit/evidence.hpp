// A signed export of the journal: what its manifest says, and whether the entries in it are what
// the installation wrote. Pure, so that an outsider can check it without database and key.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "journal/entry.hpp"

namespace audit {

inline constexpr std::string_view entries_part = "entries.jsonl", table_part = "entries.csv",
                                  manifest_part = "manifest.json", signature_part = "manifest.sig",
                                  words_part = "说明.txt";
inline constexpr std::int64_t evidence_format = 1;
/// What one export may hold; more is asked for in parts.
inline constexpr std::int64_t evidence_entries_max = 300'000;

struct EvidencePart {
    std::string name, digest;  // SHA-256
};

struct Manifest {
    std::int64_t format = evidence_format;
    std::string program, made_at, made_by, filter;  // filter: in words, "" for everything
    std::int64_t entries = 0;
    std::vector<EvidencePart> parts;
    std::vector<journal::Head> heads;  // of all chains when the entries were read
    std::string public_key;
};

/// An entry with its payload, where the auditor may see it.
struct EvidenceLine {
    journal::Entry entry;
    std::optional<std::string> payload, salt;
};

/// The first fault: entry_changed, payload_changed, entry_not_chained, entry_unexpected (twice, or
/// behind the head), head_wrong, algorithm_unknown.
struct EvidenceFault {
    std::string chain;
    std::int64_t sequence = 0;
    std::string what;
    bool operator==(const EvidenceFault&) const = default;
};

/// Takes the lines in any order, then says what is wrong.
class EvidenceWalk {
  public:
    explicit EvidenceWalk(const std::vector<journal::Head>& heads);
    void add(const EvidenceLine& line);
    /// Call once, after the last line.
    [[nodiscard]] std::optional<EvidenceFault> finish();
    [[nodiscard]] std::int64_t entries() const;
    /// How many entries stand next to the one before them in this export, and are chained to it.
    [[nodiscard]] std::int64_t chained() const { return chained_; }

  private:
    struct Link {
        std::string hash, previous;
    };
    void fault(const journal::Entry& entry, std::string what);

    std::map<std::string, journal::Head> heads_;
    std::map<std::pair<std::string, std::int64_t>, Link> links_;
    std::int64_t chained_ = 0;
    std::optional<EvidenceFault> fault_;
};

}  // namespace audit
