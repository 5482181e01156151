// The refusals of the readers, each made in one place so that code and arguments always agree.
#pragma once

#include <string_view>

#include "base/error.hpp"

namespace office {

/// `part` names what is broken: a part of the archive, a program, "" for the whole file.
[[nodiscard]] base::Error damaged(std::string_view part);
/// Unpacks to far more than any document does.
[[nodiscard]] base::Error bomb(std::string_view part);
[[nodiscard]] base::Error encrypted();
[[nodiscard]] base::Error unknown_format();
/// More paragraphs, rows, columns or text than base::limits allows.
[[nodiscard]] base::Error too_many_blocks();
[[nodiscard]] base::Error not_text();
[[nodiscard]] base::Error needs_program(std::string_view program, std::string_view package);

}  // namespace office
