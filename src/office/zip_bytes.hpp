// Archives made or changed in memory.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace office {

/// Name and content of each file, in this order; a name that stands twice gets a number. All of the
/// same moment, so that the same files give the same bytes. Throws std::runtime_error.
[[nodiscard]] std::string zip_bytes(const std::vector<std::pair<std::string, std::string>>& files);

/// The archive with one of its parts replaced, the others packed as they were. Throws
/// std::runtime_error.
[[nodiscard]] std::string with_part_replaced(const std::string& archive, const std::string& part,
                                             const std::string& bytes);

}  // namespace office
