// What an OLE container (the files of Word 97–2003, Kingsoft WPS, and the shell around encrypted
// Office files) holds. Reads only its directory.
#pragma once

#include <string_view>

namespace office {

enum class OleContent { word, workbook, slides, encrypted, other };

inline constexpr std::string_view ole_magic = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// `bytes` is the whole file. A Word document that asks for a password counts as encrypted.
[[nodiscard]] OleContent content_of_ole(std::string_view bytes);

}  // namespace office
