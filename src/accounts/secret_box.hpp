// Secrets that must be read again, encrypted before they go into the database: SM4 in counter mode,
// sealed with the keyed digest of this machine. The key lives in a file outside the database. The
// one interface behind which a certified module can stand.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/random.hpp"

namespace accounts {

class SecretBox {
  public:
    /// 32 bytes or more; throws std::runtime_error when shorter.
    explicit SecretBox(std::string key);

    /// Hexadecimal text, another one each time. `owner` is sealed in: moved to another row it does
    /// not open. Throws std::runtime_error when OpenSSL has no SM4.
    [[nodiscard]] std::string seal(std::string_view secret, std::string_view owner,
                                   base::Random& random) const;
    /// Nothing when it was sealed with another key, for another owner, or changed since.
    [[nodiscard]] std::optional<std::string> open(std::string_view sealed,
                                                  std::string_view owner) const;

  private:
    [[nodiscard]] std::string mark(std::string_view nonce_and_text, std::string_view owner) const;

    std::string cipher_key_, seal_key_;  // derived, so that neither is used for two things
};

}  // namespace accounts
