#include "accounts/secret_box.hpp"

#include <openssl/evp.h>

#include <array>
#include <memory>
#include <span>
#include <stdexcept>

#include "base/digest.hpp"

namespace accounts {
namespace {

constexpr std::size_t block_bytes = 16, mark_chars = 64;

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::string hex_of(std::string_view bytes) {
    return base::to_hex({bytes_of(bytes), bytes.size()});
}

// Counter mode: the same both ways.
std::string crypted(std::string_view key, std::string_view nonce, std::string_view text) {
    const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context(
        EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    std::string out(text.size(), '\0');
    int written = 0;
    if (!context ||
        EVP_EncryptInit_ex(context.get(), EVP_sm4_ctr(), nullptr, bytes_of(key), bytes_of(nonce)) !=
            1 ||
        EVP_EncryptUpdate(context.get(), reinterpret_cast<unsigned char*>(out.data()), &written,
                          bytes_of(text), static_cast<int>(text.size())) != 1)
        throw std::runtime_error("OpenSSL cannot encrypt with SM4");
    return out;
}

std::string derived(std::string_view key, std::string_view purpose) {
    return *base::from_hex(base::keyed_digest(base::preferred_algorithm(), key, purpose));
}

/// Over what is sealed and whom it belongs to.
std::string mark(std::string_view seal_key, std::string_view nonce_and_text,
                 std::string_view owner) {
    return base::keyed_digest(base::preferred_algorithm(), seal_key,
                              std::string(nonce_and_text) + "\n" + std::string(owner));
}

}  // namespace

SecretBox::SecretBox(const std::vector<std::string>& keys) {
    if (keys.empty()) throw std::runtime_error("a key of secrets is needed");
    for (const auto& key : keys) {
        if (key.size() < 32) throw std::runtime_error("a key of secrets has 32 bytes or more");
        keys_.push_back({derived(key, "zhenggai secret box cipher").substr(0, block_bytes),
                         derived(key, "zhenggai secret box seal")});
    }
}

std::string SecretBox::seal(std::string_view secret, std::string_view owner,
                            base::Random& random) const {
    std::array<std::uint8_t, block_bytes> bytes{};
    random.fill(bytes);
    const std::string nonce(bytes.begin(), bytes.end());
    const auto& key = keys_.front();
    const auto text = hex_of(nonce + crypted(key.cipher, nonce, secret));
    return text + mark(key.seal, text, owner);
}

std::optional<std::string> SecretBox::open(std::string_view sealed, std::string_view owner) const {
    if (sealed.size() < 2 * block_bytes + mark_chars) return std::nullopt;
    const auto text = sealed.substr(0, sealed.size() - mark_chars);
    for (const auto& key : keys_) {
        if (!base::same_secret(mark(key.seal, text, owner), sealed.substr(text.size()))) continue;
        const auto bytes = base::from_hex(text);
        if (!bytes) return std::nullopt;
        const std::string_view whole(*bytes);
        return crypted(key.cipher, whole.substr(0, block_bytes), whole.substr(block_bytes));
    }
    return std::nullopt;
}

}  // namespace accounts
