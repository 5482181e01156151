// The secret that seals chain heads. Whoever owns the database file but not this key cannot rewrite
// history unnoticed, so the file may live outside the data folder.
#pragma once

#include <string>
#include <string_view>

#include "base/digest.hpp"
#include "base/random.hpp"
#include "journal/entry.hpp"

namespace journal {

class Key {
  public:
    /// 32 bytes or more; throws std::runtime_error when shorter.
    explicit Key(std::string bytes);

    /// The seal of a head: HMAC over its canonical bytes.
    [[nodiscard]] std::string seal(base::Algorithm algorithm, const Head& head) const;

  private:
    std::string bytes_;
};

/// Reads the key (64 hexadecimal digits and a line feed); makes a new one with mode 0600 when there
/// is no such file. Throws std::runtime_error when the file cannot be read or written or holds no
/// key.
[[nodiscard]] Key load_or_create_key(const std::string& path, base::Random& random);

}  // namespace journal
