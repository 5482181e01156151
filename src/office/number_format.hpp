// How Word prints a counter: 3 as 三, ③, III, c … . Pure.
#pragma once

#include <string>
#include <string_view>

namespace office {

/// `format` is w:numFmt of ECMA-376; an unknown one prints decimal digits, "none" and "bullet"
/// nothing. A counter that the format cannot print (㉑ and beyond, 0 as a letter) prints decimal
/// digits.
[[nodiscard]] std::string printed_number(int number, std::string_view format);

}  // namespace office
