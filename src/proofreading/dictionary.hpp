// The dictionary of wordings: what is wrong, how it should read, why, and where it is right all the
// same. What the program brings along can be switched off or changed; a house adds its own. Pure.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/actor.hpp"
#include "base/result.hpp"
#include "proofreading/finding.hpp"

namespace proofreading {

enum class Group { character, formulation, title, outdated, own };
[[nodiscard]] std::string_view name_of(Group group);
[[nodiscard]] std::optional<Group> group_of(std::string_view name);

inline constexpr std::size_t wording_chars_max = 120, wording_reason_chars_max = 300,
                             exceptions_max = 20, entries_max = 5'000;

struct Wording {
    std::string wrong, right;  // right "": there is no one way to put it right
    std::string reason;
    std::vector<std::string> unless;  // longer words in which it is right
    Group group = Group::own;
    Severity severity = Severity::should;
    bool in_force = true;
    bool operator==(const Wording&) const = default;
};
struct Entry {
    std::string id;  // of what the program brings along: its name there; else a UUID
    Wording wording;
    std::int64_t version = 0;  // 0: as the program brings it along
    std::string by;
    std::optional<base::Instant> at;
    bool operator==(const Entry&) const = default;
};
using Dictionary = std::vector<Entry>;

/// What the program brings along, in the order of its table.
[[nodiscard]] const Dictionary& standard_dictionary();
[[nodiscard]] const Entry* find_standard(std::string_view id);

/// Those that were changed take the place of what they change; a house's own stand behind.
[[nodiscard]] Dictionary in_place(const Dictionary& changed);

/// Who keeps the dictionary. Refuses: only_the_office_keeps_the_dictionary.
[[nodiscard]] std::optional<base::Error> why_not_keep(const base::Actor& actor);
/// Refuses, all together: wording_missing, wording_is_right_already (right is the same as wrong),
/// wording_reason_missing, text_too_long, wording_exception_without_it (an exception that does not
/// hold the wrong words).
[[nodiscard]] base::Result<void> check(const Wording& wording);

/// What stands inside its own right wording, or inside an exception, is right; of overlapping
/// entries the one that begins first counts, then the longest.
void find_wordings(const Passages& passages, const Dictionary& dictionary, Found& found);

}  // namespace proofreading
