// An archive made or changed in memory, or made file by file on the disk.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace office {

/// Name and content of each file, in this order; a name that stands twice gets a number. All of the
/// same moment, so that the same files give the same bytes. Throws std::runtime_error.
[[nodiscard]] std::string zip_bytes(const std::vector<std::pair<std::string, std::string>>& files);

/// A file of an archive that is made when its turn comes, so that one at a time is in memory.
struct ZipPart {
    std::string name;
    std::function<std::string()> make;
};
/// The same on the disk: nothing stands at `path`, or what stood there before, until it is
/// complete. Throws std::system_error, and what making throws.
void write_zip(const std::filesystem::path& path, const std::vector<ZipPart>& parts);

/// The archive with one of its parts replaced, the others packed as they were. Throws
/// std::runtime_error.
[[nodiscard]] std::string with_part_replaced(const std::string& archive, const std::string& part,
                                             const std::string& bytes);

}  // namespace office
