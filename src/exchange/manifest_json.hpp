// The manifest and the records of a backup as JSON: one object, and one array a line.
#pragma once

#include "base/result.hpp"
#include "exchange/record_store.hpp"

namespace exchange {

[[nodiscard]] std::string to_json(const Manifest& manifest);
/// Refuses what base::read_object refuses.
[[nodiscard]] base::Result<Manifest> read_manifest(std::string_view text);

/// With a line feed at the end.
[[nodiscard]] std::string to_line(const Record& record);
/// Refuses backup_line_broken.
[[nodiscard]] base::Result<Record> read_line(std::string_view line,
                                             const std::vector<Column>& columns);

}  // namespace exchange
