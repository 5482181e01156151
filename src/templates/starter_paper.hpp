// Templates to begin with, made by the program: people download one, change its look in Word or
// Excel, and upload it as their own. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "office/template.hpp"

namespace templates {

enum class Starter { ledger_docx, ledger_xlsx, notices_docx };
inline constexpr Starter starters[]{Starter::ledger_docx, Starter::ledger_xlsx,
                                    Starter::notices_docx};
[[nodiscard]] std::string_view name_of(Starter starter);
[[nodiscard]] std::optional<Starter> starter_of(std::string_view name);
/// The name of its file, in Chinese.
[[nodiscard]] std::string_view file_name_of(Starter starter);
[[nodiscard]] office::TemplateKind kind_of(Starter starter);
[[nodiscard]] std::string bytes_of(Starter starter);

}  // namespace templates
