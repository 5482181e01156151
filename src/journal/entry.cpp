#include "journal/entry.hpp"

namespace journal {
namespace {

// "5:hello\n": no field can pretend to be the next one.
void add_field(std::string& bytes, std::string_view field) {
    bytes += std::to_string(field.size());
    bytes += ':';
    bytes += field;
    bytes += '\n';
}

}  // namespace

std::string canonical_bytes(const Entry& entry) {
    std::string bytes = "zhenggai journal entry 1\n";
    bytes.reserve(512);
    add_field(bytes, entry.chain);
    add_field(bytes, std::to_string(entry.sequence));
    add_field(bytes, std::to_string(entry.at.milliseconds));
    add_field(bytes, entry.actor_id);
    add_field(bytes, entry.actor_name);
    add_field(bytes, entry.act);
    add_field(bytes, entry.subject_kind);
    add_field(bytes, entry.subject_id);
    add_field(bytes, entry.payload_digest);
    add_field(bytes, entry.previous);
    add_field(bytes, entry.algorithm);
    return bytes;
}

std::string hash_of(base::Algorithm algorithm, const Entry& entry) {
    return base::digest(algorithm, canonical_bytes(entry));
}

std::string payload_digest(base::Algorithm algorithm, std::string_view salt,
                           std::string_view payload) {
    std::string bytes;
    bytes.reserve(salt.size() + payload.size() + 24);
    add_field(bytes, salt);
    add_field(bytes, payload);
    return base::digest(algorithm, bytes);
}

std::string canonical_bytes(const Head& head) {
    std::string bytes = "zhenggai journal head 1\n";
    add_field(bytes, head.chain);
    add_field(bytes, std::to_string(head.sequence));
    add_field(bytes, head.hash);
    return bytes;
}

std::optional<base::Algorithm> algorithm_named(std::string_view name) {
    for (const auto algorithm : {base::Algorithm::sm3, base::Algorithm::sha256})
        if (base::name_of(algorithm) == name) return algorithm;
    return std::nullopt;
}

}  // namespace journal
