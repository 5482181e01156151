// The structured log: one JSON object a line on standard error. The only global of the program.
// Never write a text, a name or a secret of the ledger into it: ids and counts only.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace base {

enum class LogLevel { debug, info, warning, error };

using LogField = std::pair<std::string_view, std::variant<std::int64_t, double, std::string_view>>;

/// `event` is a snake_case name: log(LogLevel::info, "request", {{"status", std::int64_t{200}}});
/// Safe from any thread; lines are never torn.
void log(LogLevel level, std::string_view event, std::initializer_list<LogField> fields = {});
/// Lines below `level` are dropped. Starts at info.
void set_log_level(LogLevel level);

}  // namespace base
