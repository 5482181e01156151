// Identities: UUIDv7, made by whoever makes the record, so that sending it twice does it once.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/instant.hpp"
#include "base/random.hpp"

namespace base {

/// The sixteen bytes without a meaning; use Id<Tag>.
struct Uuid {
    std::array<std::uint8_t, 16> bytes{};
    auto operator<=>(const Uuid&) const = default;
};

/// Lower-case "018f2c1e-7b6a-7c3d-9e4f-0123456789ab" (36 characters).
[[nodiscard]] std::string to_text(const Uuid& uuid);
/// Accepts that form only, either case.
[[nodiscard]] std::optional<Uuid> parse_uuid(std::string_view text);
/// Version 7: 48 bits of time, the rest random; rises with time so that indexes stay compact.
[[nodiscard]] Uuid make_uuid(Instant now, Random& random);

/// `Id<struct MeasureTag>`: an identity that cannot be mistaken for another noun's.
template <class Tag>
struct Id {
    Uuid uuid;

    auto operator<=>(const Id&) const = default;
    [[nodiscard]] std::string text() const { return to_text(uuid); }
    [[nodiscard]] bool empty() const { return uuid == Uuid{}; }
    [[nodiscard]] static std::optional<Id> parse(std::string_view text) {
        const auto uuid = parse_uuid(text);
        return uuid ? std::optional<Id>(Id{*uuid}) : std::nullopt;
    }
    [[nodiscard]] static Id make(Instant now, Random& random) { return Id{make_uuid(now, random)}; }
};

}  // namespace base
