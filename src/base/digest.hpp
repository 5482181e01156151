// Digests and keyed digests through OpenSSL's provider: SM3 where it is there, SHA-256 otherwise.
// The algorithm's name travels with every digest that is stored.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace base {

enum class Algorithm { sm3, sha256 };

[[nodiscard]] std::string_view name_of(Algorithm algorithm);  // "sm3", "sha256"
/// SM3 when this machine's OpenSSL has it, else SHA-256.
[[nodiscard]] Algorithm preferred_algorithm();
/// 64 lower-case hexadecimal digits. Throws std::runtime_error when OpenSSL lacks the algorithm.
[[nodiscard]] std::string digest(Algorithm algorithm, std::string_view bytes);
[[nodiscard]] std::string keyed_digest(Algorithm algorithm, std::string_view key,
                                       std::string_view bytes);
/// Digest of a file, read in blocks. Throws std::runtime_error when it cannot be read.
[[nodiscard]] std::string digest_of_file(Algorithm algorithm, const std::string& path);
/// Equal in constant time.
[[nodiscard]] bool same_secret(std::string_view a, std::string_view b);
[[nodiscard]] std::string to_hex(std::span<const std::uint8_t> bytes);
/// Nothing unless it is an even number of lower-case hexadecimal digits.
[[nodiscard]] std::optional<std::string> from_hex(std::string_view hex);

/// Bytes in pieces, for streams. finish() may be called once.
class Digester {
  public:
    explicit Digester(Algorithm algorithm);
    ~Digester();
    Digester(const Digester&) = delete;
    Digester& operator=(const Digester&) = delete;
    void add(std::string_view bytes);
    [[nodiscard]] std::string finish();

  private:
    void* context_;
};

}  // namespace base
