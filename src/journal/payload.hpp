// What changed, as the payload of an entry: the one place that turns field changes into its JSON.
#pragma once

#include <span>
#include <string>
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

}  // namespace journal
