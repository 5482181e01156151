// What the fields of forms are called, for workbooks that are filled in instead of a page: the one
// catalogue contract/forms.zh-CN.json, as it was when the program was built. Pages read the same
// file themselves. Knows the catalogue's form and none of its words.
#pragma once

#include <string>
#include <string_view>

namespace base {

/// The words under this code, "report.text"; the code itself where there are none. Safe from any
/// thread.
[[nodiscard]] std::string form_words(std::string_view code);

}  // namespace base
