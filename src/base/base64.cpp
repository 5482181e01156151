#include "base/base64.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace base {
namespace {

constexpr std::string_view letters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

constexpr auto values = [] {
    std::array<std::int8_t, 256> found{};
    found.fill(-1);
    for (std::size_t i = 0; i < letters.size(); ++i)
        found[static_cast<unsigned char>(letters[i])] = static_cast<std::int8_t>(i);
    return found;
}();

}  // namespace

std::string base64_of(std::string_view bytes) {
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        std::uint32_t block = 0;
        const auto taken = std::min<std::size_t>(3, bytes.size() - at);
        for (std::size_t i = 0; i < 3; ++i)
            block = block << 8 | (i < taken ? static_cast<unsigned char>(bytes[at + i]) : 0u);
        for (std::size_t i = 0; i < 4; ++i)
            out += i <= taken ? letters[block >> (18 - 6 * i) & 63u] : '=';
    }
    return out;
}

std::optional<std::string> bytes_of_base64(std::string_view text) {
    if (text.size() % 4 != 0) return std::nullopt;
    const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
    std::string out;
    out.reserve(text.size() / 4 * 3);
    for (std::size_t at = 0; at < text.size(); at += 4) {
        std::uint32_t block = 0;
        const std::size_t given = at + 4 == text.size() ? 4 - padding : 4;
        for (std::size_t i = 0; i < 4; ++i) {
            const auto value = i < given ? values[static_cast<unsigned char>(text[at + i])] : 0;
            if (value < 0) return std::nullopt;
            block = block << 6 | static_cast<std::uint32_t>(value);
        }
        for (std::size_t i = 0; i + 1 < given; ++i)
            out += static_cast<char>(block >> (16 - 8 * i) & 0xffu);
        // Of the last letter some bits are left over; others than 0 would be another text for it.
        if (given < 4 && (block & ((1u << (8 * (4 - given))) - 1)) != 0) return std::nullopt;
    }
    return out;
}

}  // namespace base
