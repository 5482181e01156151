#include "base/cipher.hpp"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <limits>
#include <stdexcept>

#include "base/digest.hpp"

namespace base {
namespace {

constexpr std::size_t key_bytes_min = 32, sm4_key_bytes = 16;

using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;
using MacContext = std::unique_ptr<EVP_MAC_CTX, decltype(&EVP_MAC_CTX_free)>;

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

// Fetched once: a fetch by name costs more than sealing a short text.
const EVP_CIPHER* sm4() {
    static const EVP_CIPHER* const fetched = EVP_CIPHER_fetch(nullptr, "SM4-CTR", nullptr);
    if (fetched == nullptr) throw std::runtime_error("OpenSSL has no SM4");
    return fetched;
}

std::string derived(std::string_view key, const std::string& purpose) {
    return *from_hex(keyed_digest(preferred_algorithm(), key, purpose));
}

/// A keyed digest with its key in place, to be copied for each use.
MacContext keyed(std::string_view key) {
    static EVP_MAC* const hmac = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
    MacContext context(EVP_MAC_CTX_new(hmac), EVP_MAC_CTX_free);
    std::string digest = preferred_algorithm() == Algorithm::sm3 ? "SM3" : "SHA256";
    const OSSL_PARAM params[]{
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest.data(), 0),
        OSSL_PARAM_construct_end()};
    if (!context || EVP_MAC_init(context.get(), bytes_of(key), key.size(), params) != 1)
        throw std::runtime_error("OpenSSL has no HMAC");
    return context;
}

class Sm4Cipher final : public Cipher {
  public:
    Sm4Cipher(std::string_view key, const std::string& purpose)
        : name_(derived(key, purpose + " name").substr(0, cipher_name_bytes)),
          cipher_key_(derived(key, purpose + " cipher").substr(0, sm4_key_bytes)),
          mac_(keyed(derived(key, purpose + " seal"))) {}

    std::string_view name() const override { return name_; }

    void crypt(const CounterBlock& start, std::span<char> bytes) const override {
        const CipherContext context(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
        bool good = context && EVP_EncryptInit_ex2(context.get(), sm4(), bytes_of(cipher_key_),
                                                   start.data(), nullptr) == 1;
        while (good && !bytes.empty()) {
            const auto piece = bytes.first(std::min<std::size_t>(bytes.size(), 1u << 30));
            auto* place = reinterpret_cast<unsigned char*>(piece.data());
            int written = 0;
            good = EVP_EncryptUpdate(context.get(), place, &written, place,
                                     static_cast<int>(piece.size())) == 1;
            bytes = bytes.subspan(piece.size());
        }
        if (!good) throw std::runtime_error("OpenSSL cannot encrypt with SM4");
    }

    std::string mac(std::initializer_list<std::string_view> parts) const override {
        const MacContext context(EVP_MAC_CTX_dup(mac_.get()), EVP_MAC_CTX_free);
        bool good = context != nullptr;
        for (const auto part : parts)
            good = good && EVP_MAC_update(context.get(), bytes_of(part), part.size()) == 1;
        std::string out(cipher_mac_bytes, '\0');
        std::size_t length = 0;
        good = good && EVP_MAC_final(context.get(), reinterpret_cast<unsigned char*>(out.data()),
                                     &length, out.size()) == 1;
        if (!good || length != out.size()) throw std::runtime_error("keyed digest failed");
        return out;
    }

  private:
    std::string name_, cipher_key_;
    MacContext mac_;
};

}  // namespace

std::shared_ptr<const Cipher> sm4_cipher(std::string_view key, std::string_view purpose) {
    if (key.size() < key_bytes_min)
        throw std::runtime_error("a key that seals has 32 bytes or more");
    return std::make_shared<Sm4Cipher>(key, std::string(purpose));
}

CounterBlock counted_on(CounterBlock start, std::uint64_t blocks) {
    for (auto byte = start.rbegin(); byte != start.rend() && blocks > 0; ++byte) {
        const auto sum = std::uint64_t{*byte} + (blocks & 0xff);
        *byte = static_cast<std::uint8_t>(sum);
        blocks = (blocks >> 8) + (sum >> 8);
    }
    return start;
}

}  // namespace base
