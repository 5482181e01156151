// The second factor: codes of an authenticator app that change every thirty seconds (RFC 6238), and
// recovery codes for the day the phone is lost. Pure; the secret arrives opened.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/instant.hpp"
#include "base/result.hpp"

namespace accounts {

inline constexpr std::size_t factor_secret_bytes = 20, recovery_codes_count = 10;
using RecoverySeed = std::array<std::uint8_t, 10>;

/// The step of thirty seconds whose code this is: the present one or a neighbour, for clocks that
/// differ, but never `last_step` or one before it, because a code counts once.
[[nodiscard]] std::optional<std::int64_t> step_of_code(std::string_view secret,
                                                       std::string_view code, base::Instant now,
                                                       std::int64_t last_step);
/// For typing into an app: base32 without padding.
[[nodiscard]] std::string typed_secret(std::string_view secret);
/// otpauth://totp/…, as apps read it from a picture.
[[nodiscard]] std::string factor_address(std::string_view secret, std::string_view account_name);

/// A QR code as the path of an SVG, one unit a module, `size` units wide, without its quiet zone.
struct QrPicture {
    int size = 0;
    std::string path;
};
/// Throws std::runtime_error when the text is too long for a QR code.
[[nodiscard]] QrPicture qr_picture(std::string_view text);

/// "abcd-efgh-jkmn-pqrs": `seed` must be unpredictable; the code carries its eighty bits.
[[nodiscard]] std::string recovery_code(const RecoverySeed& seed);
/// What is compared and stored; nothing when it does not look like one. White space, dashes and
/// case do not count.
[[nodiscard]] std::optional<std::string> digest_of_recovery_code(std::string_view typed);

}  // namespace accounts
