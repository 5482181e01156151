#include "base/digest.hpp"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <fstream>
#include <stdexcept>

namespace base {
namespace {

// Fetched once: a fetch by name costs more than the digest of a short entry.
const EVP_MD* fetched(Algorithm algorithm) {
    static const EVP_MD* const sm3 = EVP_MD_fetch(nullptr, "SM3", nullptr);
    static const EVP_MD* const sha256 = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return algorithm == Algorithm::sm3 ? sm3 : sha256;
}

const EVP_MD* needed(Algorithm algorithm) {
    const auto* md = fetched(algorithm);
    if (md == nullptr)
        throw std::runtime_error("OpenSSL has no " + std::string(name_of(algorithm)));
    return md;
}

int digit_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

}  // namespace

std::string_view name_of(Algorithm algorithm) {
    return algorithm == Algorithm::sm3 ? "sm3" : "sha256";
}

Algorithm preferred_algorithm() {
    return fetched(Algorithm::sm3) != nullptr ? Algorithm::sm3 : Algorithm::sha256;
}

std::string to_hex(std::span<const std::uint8_t> bytes) {
    constexpr char digits[] = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const auto byte : bytes) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

std::optional<std::string> from_hex(std::string_view hex) {
    if (hex.size() % 2 != 0) return std::nullopt;
    std::string bytes;
    for (std::size_t i = 0; i < hex.size(); i += 2) {
        const int high = digit_value(hex[i]), low = digit_value(hex[i + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        bytes += static_cast<char>(high * 16 + low);
    }
    return bytes;
}

std::string digest(Algorithm algorithm, std::string_view bytes) {
    std::array<std::uint8_t, EVP_MAX_MD_SIZE> out{};
    unsigned length = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), out.data(), &length, needed(algorithm), nullptr) !=
        1)
        throw std::runtime_error("digest failed");
    return to_hex(std::span(out).first(length));
}

std::string keyed_digest(Algorithm algorithm, std::string_view key, std::string_view bytes) {
    std::array<std::uint8_t, EVP_MAX_MD_SIZE> out{};
    unsigned length = 0;
    if (HMAC(needed(algorithm), key.data(), static_cast<int>(key.size()),
             reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), out.data(),
             &length) == nullptr)
        throw std::runtime_error("keyed digest failed");
    return to_hex(std::span(out).first(length));
}

std::string digest_of_file(Algorithm algorithm, const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path);
    Digester digester(algorithm);
    std::array<char, 65536> block{};
    while (file.read(block.data(), block.size()) || file.gcount() > 0)
        digester.add({block.data(), static_cast<std::size_t>(file.gcount())});
    if (file.bad()) throw std::runtime_error("cannot read " + path);
    return digester.finish();
}

bool same_secret(std::string_view a, std::string_view b) {
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

Digester::Digester(Algorithm algorithm) : context_(EVP_MD_CTX_new()) {
    if (EVP_DigestInit_ex(static_cast<EVP_MD_CTX*>(context_), needed(algorithm), nullptr) != 1)
        throw std::runtime_error("digest failed");
}

Digester::~Digester() {
    EVP_MD_CTX_free(static_cast<EVP_MD_CTX*>(context_));
}

void Digester::add(std::string_view bytes) {
    if (EVP_DigestUpdate(static_cast<EVP_MD_CTX*>(context_), bytes.data(), bytes.size()) != 1)
        throw std::runtime_error("digest failed");
}

std::string Digester::finish() {
    std::array<std::uint8_t, EVP_MAX_MD_SIZE> out{};
    unsigned length = 0;
    if (EVP_DigestFinal_ex(static_cast<EVP_MD_CTX*>(context_), out.data(), &length) != 1)
        throw std::runtime_error("digest failed");
    return to_hex(std::span(out).first(length));
}

}  // namespace base
