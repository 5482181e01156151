// Bytes of a text file into UTF-8: which encoding it is, and whether it is text at all.
#pragma once

#include <string>

#include "base/result.hpp"

namespace office {

/// UTF-8 (with or without mark), UTF-16 in both orders (by mark or by its zero bytes), else
/// GB18030; all strictly. Line ends become '\n'; control characters other than '\n' and '\t' are
/// dropped. Refuses document_not_text.
[[nodiscard]] base::Result<std::string> text_of(std::string bytes);

}  // namespace office
