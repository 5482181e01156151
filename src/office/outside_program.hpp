// Programs beside our own that read what we do not: started without a shell, in a process group and
// a directory of their own, with a time limit, and killed with all their children.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace office {

/// A new empty directory only we may enter, removed with the object.
class TemporaryFolder {
  public:
    /// Where the system keeps what is temporary, or in `parent`, which is made when it is not
    /// there. Throws std::runtime_error when the disk refuses.
    TemporaryFolder();
    explicit TemporaryFolder(const std::filesystem::path& parent);
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

/// Where the program is installed; looked for in the system's program directories only.
[[nodiscard]] std::optional<std::filesystem::path> find_program(std::string_view name);

struct OutsideProgram {
    std::filesystem::path program;
    std::vector<std::string> arguments;
    std::filesystem::path folder;       // its working, home and temporary directory
    std::filesystem::path output = {};  // receives standard output; "" drops it
    std::chrono::seconds time_limit{60};
};

/// True when the program ended by itself and without complaint in time. Blocks until then. Whether
/// it did what was asked is for the caller to see from its output. Safe from any thread. Throws
/// std::runtime_error when it cannot be started.
[[nodiscard]] bool run(const OutsideProgram& what);

}  // namespace office
