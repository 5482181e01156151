#include "base/id.hpp"

namespace base {
namespace {

constexpr char digits[] = "0123456789abcdef";

constexpr std::uint8_t no_digit = 0xff;

// What each byte says as a hexadecimal digit: every row of every page has some ids to read.
constexpr auto nibbles = [] {
    std::array<std::uint8_t, 256> table{};
    table.fill(no_digit);
    for (std::uint8_t i = 0; i < 16; ++i) {
        const auto digit = static_cast<unsigned char>(digits[i]);
        table[digit] = i;
        if (i >= 10) table[digit - 'a' + 'A'] = i;
    }
    return table;
}();

bool dash_before(std::size_t byte) {
    return byte == 4 || byte == 6 || byte == 8 || byte == 10;
}

}  // namespace

std::string to_text(const Uuid& uuid) {
    std::string text(36, '-');
    std::size_t at = 0;
    for (std::size_t i = 0; i < 16; ++i) {
        if (dash_before(i)) ++at;
        text[at++] = digits[uuid.bytes[i] >> 4];
        text[at++] = digits[uuid.bytes[i] & 15];
    }
    return text;
}

std::optional<Uuid> parse_uuid(std::string_view text) {
    if (text.size() != 36) return std::nullopt;
    Uuid uuid;
    std::size_t at = 0;
    unsigned wrong = 0;
    for (std::size_t i = 0; i < 16; ++i) {
        if (dash_before(i)) wrong |= text[at++] != '-' ? 0x80u : 0u;
        const unsigned high = nibbles[static_cast<unsigned char>(text[at])];
        const unsigned low = nibbles[static_cast<unsigned char>(text[at + 1])];
        wrong |= (high | low) & 0x80u;
        uuid.bytes[i] = static_cast<std::uint8_t>(high << 4 | low);
        at += 2;
    }
    return wrong == 0 ? std::optional(uuid) : std::nullopt;
}

Uuid make_uuid(Instant now, Random& random) {
    Uuid uuid;
    random.fill(uuid.bytes);
    auto ms = static_cast<std::uint64_t>(now.milliseconds);
    for (std::size_t i = 6; i-- > 0; ms >>= 8) uuid.bytes[i] = static_cast<std::uint8_t>(ms & 0xff);
    uuid.bytes[6] = static_cast<std::uint8_t>((uuid.bytes[6] & 0x0f) | 0x70);
    uuid.bytes[8] = static_cast<std::uint8_t>((uuid.bytes[8] & 0x3f) | 0x80);
    return uuid;
}

}  // namespace base
