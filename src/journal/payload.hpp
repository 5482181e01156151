// What changed, as the payload of an entry: the one place that turns field changes into its JSON
// and back.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace journal {

struct FieldChange {
    std::string field, old_value, new_value;
    bool operator==(const FieldChange&) const = default;
};

/// {"changes":[{"field","old","new"}, …]}, and before it one member for each fact.
[[nodiscard]] std::string payload_of(
    std::span<const FieldChange> changes,
    std::span<const std::pair<std::string, std::string>> facts = {});

struct Payload {
    std::vector<std::pair<std::string, std::string>> facts;
    std::vector<FieldChange> changes;
    bool operator==(const Payload&) const = default;
};

/// What payload_of() wrote. Of payloads in another form, members that are text or numbers as facts,
/// and of an array how long it is; nothing of what is no JSON.
[[nodiscard]] Payload read_payload(std::string_view text);

}  // namespace journal
