#include "journal/signing_key.hpp"

#include <sodium.h>

#include <stdexcept>

#include "base/digest.hpp"
#include "journal/key_file.hpp"

namespace journal {
namespace {

const unsigned char* bytes_in(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

void start_library() {
    static const int started = sodium_init();
    if (started < 0) throw std::runtime_error("libsodium cannot start");
}

}  // namespace

SigningKey::SigningKey(std::string_view seed) {
    static_assert(crypto_sign_SECRETKEYBYTES == std::tuple_size_v<decltype(secret_)>);
    start_library();
    if (seed.size() != crypto_sign_SEEDBYTES)
        throw std::runtime_error("a signing key is made from 32 bytes");
    std::array<std::uint8_t, crypto_sign_PUBLICKEYBYTES> open{};
    crypto_sign_seed_keypair(open.data(), secret_.data(), bytes_in(seed));
    public_key_ = base::to_hex(open);
}

std::string SigningKey::sign(std::string_view bytes) const {
    std::array<std::uint8_t, crypto_sign_BYTES> signature{};
    crypto_sign_detached(signature.data(), nullptr, bytes_in(bytes), bytes.size(), secret_.data());
    return base::to_hex(signature);
}

bool is_signed_by(std::string_view public_key, std::string_view bytes, std::string_view signature) {
    start_library();
    const auto key = base::from_hex(public_key), mark = base::from_hex(signature);
    if (!key || key->size() != crypto_sign_PUBLICKEYBYTES) return false;
    if (!mark || mark->size() != crypto_sign_BYTES) return false;
    return crypto_sign_verify_detached(bytes_in(*mark), bytes_in(bytes), bytes.size(),
                                       bytes_in(*key)) == 0;
}

std::string fingerprint_of(std::string_view public_key) {
    constexpr std::size_t digits = 32, group = 4;
    const auto whole = base::digest(base::Algorithm::sha256, public_key);
    std::string text;
    for (std::size_t at = 0; at < digits; at += group)
        text += (at == 0 ? "" : " ") + whole.substr(at, group);
    return text;
}

SigningKey load_or_create_signing_key(const std::string& path, base::Random& random) {
    return SigningKey(load_or_create_key_bytes(path, random));
}

}  // namespace journal
