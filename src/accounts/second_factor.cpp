#include "accounts/second_factor.hpp"

#include <liboath/oath.h>
#include <qrencode.h>

#include <cstdlib>
#include <memory>
#include <stdexcept>

#include "base/digest.hpp"
#include "base/percent.hpp"

namespace accounts {
namespace {

constexpr std::int64_t step_seconds = 30;
constexpr unsigned digits = 6;
constexpr std::string_view recovery_letters = "abcdefghijkmnopqrstuvwxyz2345678";
constexpr std::size_t recovery_letters_count = 16;

std::string code_of_step(std::string_view secret, std::int64_t step) {
    std::array<char, digits + 1> code{};
    if (oath_totp_generate(secret.data(), secret.size(), static_cast<time_t>(step * step_seconds),
                           step_seconds, 0, digits, code.data()) != OATH_OK)
        throw std::runtime_error("liboath makes no code");
    return code.data();
}

}  // namespace

std::optional<std::int64_t> step_of_code(std::string_view secret, std::string_view code,
                                         base::Instant now, std::int64_t last_step) {
    const auto present = now.milliseconds / 1000 / step_seconds;
    for (const std::int64_t step : {present, present - 1, present + 1})
        if (step > last_step && base::same_secret(code_of_step(secret, step), code)) return step;
    return std::nullopt;
}

std::string typed_secret(std::string_view secret) {
    char* text = nullptr;
    std::size_t length = 0;
    if (oath_base32_encode(secret.data(), secret.size(), &text, &length) != OATH_OK)
        throw std::runtime_error("liboath encodes nothing");
    const std::unique_ptr<char, decltype(&std::free)> owner(text, std::free);
    std::string typed(text, length);
    while (typed.ends_with('=')) typed.pop_back();
    return typed;
}

std::string factor_address(std::string_view secret, std::string_view account_name) {
    const std::string issuer = base::percent_encoded("整改台账");
    return "otpauth://totp/" + issuer + ":" + base::percent_encoded(account_name) +
           "?secret=" + typed_secret(secret) + "&issuer=" + issuer;
}

QrPicture qr_picture(std::string_view text) {
    const std::string copy(text);
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString(copy.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), QRcode_free);
    if (!code) throw std::runtime_error("no QR code for this text");
    QrPicture picture{code->width, {}};
    for (int y = 0; y < code->width; ++y)
        for (int x = 0; x < code->width; ++x)
            if ((code->data[y * code->width + x] & 1) != 0)
                picture.path += "M" + std::to_string(x) + " " + std::to_string(y) + "h1v1h-1z";
    return picture;
}

std::string recovery_code(const RecoverySeed& seed) {
    // Eighty bits, five at a time.
    std::string code;
    unsigned held = 0;
    int bits = 0;
    for (const auto byte : seed) {
        held = (held << 8) | byte;
        bits += 8;
        while (bits >= 5) {
            bits -= 5;
            if (code.size() % 5 == 4) code += '-';
            code += recovery_letters[(held >> bits) & 31];
        }
        held &= 0xff;
    }
    return code;
}

std::optional<std::string> digest_of_recovery_code(std::string_view typed) {
    std::string letters;
    for (char c : typed) {
        if (c == '-' || c == ' ') continue;
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
        if (recovery_letters.find(c) == recovery_letters.npos) return std::nullopt;
        letters += c;
    }
    if (letters.size() != recovery_letters_count) return std::nullopt;
    return base::digest(base::preferred_algorithm(), letters);
}

}  // namespace accounts
