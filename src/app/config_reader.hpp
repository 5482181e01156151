// Typed values of settings, and the groups of them that stand in a file of their own. Steps of
// load_config(); opens nothing.
#pragma once

#include "app/config.hpp"

namespace app {

/// Reads typed values out of the merged ones and remembers the first that cannot be.
class ValueReader {
  public:
    explicit ValueReader(const Values& values) : values_(values) {}

    [[nodiscard]] const std::string& text(std::string_view name) const {
        return values_.find(name)->second;
    }
    std::int64_t integer(std::string_view name, std::int64_t min, std::int64_t max);
    bool boolean(std::string_view name);
    /// `accepted`: in Chinese, what would be.
    void refuse(std::string_view name, std::string accepted);
    /// When this one says something, the other must too.
    void need(std::string_view name, std::string_view other);
    [[nodiscard]] const base::Error& first() const { return first_; }

  private:
    const Values& values_;
    base::Error first_;
};

/// The parts between commas, trimmed, without empty ones.
[[nodiscard]] std::vector<std::string> split(std::string_view list);
[[nodiscard]] std::filesystem::path absolute_or_empty(const std::string& path);

/// Where evidence lies, who looks at it, and whether what is restricted is sealed. Requires the
/// data folder.
void read_keeping(ValueReader& reader, Config& config);

}  // namespace app
