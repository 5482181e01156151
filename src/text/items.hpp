// Numbered items inside a running text: "①…②…", "一是…；二是…", "1.…2.…".
// Finds the outermost run that counts from one; what its items are is not known here.
#pragma once

#include <string_view>
#include <vector>

#include "text/mark.hpp"

namespace text {

struct Item {
    std::string_view number;  // as printed
    std::string_view text;    // up to the next item, trimmed
};

struct Items {
    MarkStyle style = MarkStyle::none;
    std::string_view lead;  // what stands before the first item, trimmed
    std::vector<Item> items;
};

/// The items of the style whose 1 stands first in the text, read on in rising order (a missing
/// number is jumped over, a mark of another style stays inside its item). No items: style none, all
/// is lead. `from` = the value the run must begin with.
[[nodiscard]] Items items_in(std::string_view text, int from = 1);

}  // namespace text
