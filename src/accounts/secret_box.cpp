#include "accounts/secret_box.hpp"

#include <algorithm>
#include <span>
#include <stdexcept>

#include "base/digest.hpp"

namespace accounts {
namespace {

constexpr std::size_t block_bytes = base::cipher_block_bytes, mark_chars = 64;

std::string hex_of(std::string_view bytes) {
    return base::to_hex({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
}

/// Over what is sealed and whom it belongs to.
std::string mark(const base::Cipher& cipher, std::string_view nonce_and_text,
                 std::string_view owner) {
    return hex_of(cipher.mac({nonce_and_text, "\n", owner}));
}

}  // namespace

SecretBox::SecretBox(const std::vector<std::string>& keys) {
    if (keys.empty()) throw std::runtime_error("a key of secrets is needed");
    for (const auto& key : keys) ciphers_.push_back(base::sm4_cipher(key, "zhenggai secret box"));
}

std::string SecretBox::seal(std::string_view secret, std::string_view owner,
                            base::Random& random) const {
    base::CounterBlock nonce{};
    random.fill(nonce);
    std::string bytes(nonce.begin(), nonce.end());
    bytes += secret;
    const auto& cipher = *ciphers_.front();
    cipher.crypt(nonce, std::span(bytes).subspan(block_bytes));
    const auto text = hex_of(bytes);
    return text + mark(cipher, text, owner);
}

std::optional<std::string> SecretBox::open(std::string_view sealed, std::string_view owner) const {
    if (sealed.size() < 2 * block_bytes + mark_chars) return std::nullopt;
    const auto text = sealed.substr(0, sealed.size() - mark_chars);
    for (const auto& cipher : ciphers_) {
        if (!base::same_secret(mark(*cipher, text, owner), sealed.substr(text.size()))) continue;
        const auto bytes = base::from_hex(text);
        if (!bytes) return std::nullopt;
        base::CounterBlock nonce{};
        std::copy_n(bytes->begin(), block_bytes, nonce.begin());
        std::string secret = bytes->substr(block_bytes);
        cipher->crypt(nonce, secret);
        return secret;
    }
    return std::nullopt;
}

}  // namespace accounts
