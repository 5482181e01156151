// The tables of what the program brings along of the dictionary. Pure.
#pragma once

#include <span>
#include <string_view>

#include "proofreading/dictionary.hpp"

namespace proofreading {

struct StandardRow {
    std::string_view id;  // never given again, so that what a house changed stays with its row
    Group group;
    Severity severity;
    std::string_view wrong, right, reason;
    std::string_view unless;  // parted by spaces
};
/// 部份, 帐目: characters.
[[nodiscard]] std::span<const StandardRow> standard_characters();
/// Set formulations, names of rules, what is out of date.
[[nodiscard]] std::span<const StandardRow> standard_formulations();

}  // namespace proofreading
