// Secrets that must be read again, encrypted before they go into the database with what stands
// behind base::Cipher. The key lives in a file outside the database.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/cipher.hpp"
#include "base/random.hpp"

namespace accounts {

class SecretBox {
  public:
    /// 32 bytes or more; throws std::runtime_error when shorter.
    explicit SecretBox(const std::string& key) : SecretBox(std::vector{key}) {}
    /// The first seals; all of them open, so that a change of keys may be under way.
    explicit SecretBox(const std::vector<std::string>& keys);

    /// Hexadecimal text, another one each time. `owner` is sealed in: moved to another row it does
    /// not open. Throws std::runtime_error when OpenSSL has no SM4.
    [[nodiscard]] std::string seal(std::string_view secret, std::string_view owner,
                                   base::Random& random) const;
    /// Nothing when it was sealed with none of the keys, for another owner, or changed since.
    [[nodiscard]] std::optional<std::string> open(std::string_view sealed,
                                                  std::string_view owner) const;

  private:
    std::vector<std::shared_ptr<const base::Cipher>> ciphers_;
};

}  // namespace accounts
