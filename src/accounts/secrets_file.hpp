// The keys of secrets as they stand in their file: one a line in hexadecimal, the newest first. An
// older one is there only while a change of keys is under way.
#pragma once

#include <string>
#include <vector>

#include "base/random.hpp"

namespace accounts {

/// At least one; the first start makes it, with mode 0600. Throws std::runtime_error when the file
/// cannot be read or written or a line of it is no key.
[[nodiscard]] std::vector<std::string> load_or_create_secret_keys(const std::string& path,
                                                                  base::Random& random);
/// Puts another key in front of those that are there. Whole or not at all; throws as above.
void add_secret_key(const std::string& path, base::Random& random);
/// Leaves only the first key. Throws as above.
void keep_newest_secret_key(const std::string& path);

}  // namespace accounts
