// Files that hold keys: 64 hexadecimal digits a line, for their owner only, written whole or not at
// all. Where there are several, the newest comes first; an older one is there only while a change
// of keys is under way. All functions throw std::runtime_error when the file cannot be read or
// written or holds no key.
#pragma once

#include <string>
#include <vector>

#include "base/random.hpp"

namespace journal {

/// The first key; makes one with mode 0600 when there is no such file.
[[nodiscard]] std::string load_or_create_key_bytes(const std::string& path, base::Random& random);
/// All of them, at least one, which is made as above.
[[nodiscard]] std::vector<std::string> load_or_create_keys(const std::string& path,
                                                           base::Random& random);
/// All of them, at least one.
[[nodiscard]] std::vector<std::string> load_keys(const std::string& path);
/// Puts another key in front of those that are there.
void add_key(const std::string& path, base::Random& random);
/// Leaves only the first.
void keep_newest_key(const std::string& path);

}  // namespace journal
