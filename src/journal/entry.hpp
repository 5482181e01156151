// What a journal entry is, which bytes of it are hashed and how entries are chained. Pure: knows no
// database, no clock and no key's origin. A change here breaks every chain already written.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/actor.hpp"
#include "base/digest.hpp"
#include "base/instant.hpp"

namespace journal {

/// The chain for what belongs to no programme; it also carries the anchors of all other chains.
inline constexpr std::string_view installation_chain = "installation";
/// What stands as `previous` in the first entry of a chain.
inline constexpr std::string_view nothing_before =
    "0000000000000000000000000000000000000000000000000000000000000000";

/// The acts of the journal itself; their payloads are evidence and cannot be erased.
inline constexpr std::string_view anchor_act = "anchor_chains";
inline constexpr std::string_view erase_act = "erase_payload";

/// What an action hands in. Texts are borrowed until append() returns.
struct Draft {
    std::string_view chain = installation_chain;  // or the programme's id as text
    std::string_view act;                         // snake_case, what was done: "strike_off_problem"
    std::string_view subject_kind;                // "problem", "measure", "account" …
    std::string_view subject_id;                  // the subject's id as text
    std::string_view payload = "{}";  // JSON: what changed; may later be erased lawfully
};

/// One entry as it is stored; all hashes are 64 lower-case hexadecimal digits.
struct Entry {
    std::string chain;
    std::int64_t sequence = 0;  // from 1, without gaps
    base::Instant at;
    std::string actor_id;  // an account, or all zeros for the program itself
    std::string actor_name;
    std::string act;
    std::string subject_kind;
    std::string subject_id;
    std::string payload_digest;
    std::string previous;   // hash of the entry before, or nothing_before
    std::string algorithm;  // of both digests: "sm3" or "sha256"
    std::string hash;

    bool operator==(const Entry&) const = default;
};

/// The last entry of a chain, as its head row says.
struct Head {
    std::string chain;
    std::int64_t sequence = 0;
    std::string hash{nothing_before};

    bool operator==(const Head&) const = default;
};

/// Everything but the hash itself, each field with its length before it so that no two entries
/// share their bytes.
[[nodiscard]] std::string canonical_bytes(const Entry& entry);
/// The hash that `entry` must carry.
[[nodiscard]] std::string hash_of(base::Algorithm algorithm, const Entry& entry);
/// `salt` is random and stored beside the payload, so that an erased payload cannot be guessed from
/// the digest that remains.
[[nodiscard]] std::string payload_digest(base::Algorithm algorithm, std::string_view salt,
                                         std::string_view payload);
/// What the head's seal is computed over.
[[nodiscard]] std::string canonical_bytes(const Head& head);
/// The algorithm an entry names; nullopt when this program does not know it.
[[nodiscard]] std::optional<base::Algorithm> algorithm_named(std::string_view name);

}  // namespace journal
