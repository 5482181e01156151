// The key that signs what leaves the installation (Ed25519), so that an outsider can check an
// export with nothing but the file and the fingerprint. It seals nothing inside: that is key.hpp.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/random.hpp"

namespace journal {

class SigningKey {
  public:
    /// From a seed of 32 bytes; throws std::runtime_error when it has another size.
    explicit SigningKey(std::string_view seed);

    /// 128 hexadecimal digits.
    [[nodiscard]] std::string sign(std::string_view bytes) const;
    /// 64 hexadecimal digits.
    [[nodiscard]] const std::string& public_key() const { return public_key_; }

  private:
    std::array<std::uint8_t, 64> secret_{};
    std::string public_key_;
};

/// False too when key or signature are no hexadecimal digits of their length.
[[nodiscard]] bool is_signed_by(std::string_view public_key, std::string_view bytes,
                                std::string_view signature);
/// What people compare: the first 32 digits of the SHA-256 of the key, in groups of four.
[[nodiscard]] std::string fingerprint_of(std::string_view public_key);

/// Kept as load_or_create_key() keeps the journal's.
[[nodiscard]] SigningKey load_or_create_signing_key(const std::string& path, base::Random& random);

}  // namespace journal
