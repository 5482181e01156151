// Blocks of addresses ("10.1.0.0/16", "2001:db8::/32", "::1") and whether an address lies in one.
// Pure: resolves no name.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace accounts {

/// An IPv4 block is kept as the IPv6 block that maps it, so that ::ffff:10.1.2.3 lies
/// in 10.0.0.0/8.
struct Network {
    std::array<std::uint8_t, 16> first{};
    int bits = 128;
    bool operator==(const Network&) const = default;
};

/// Nothing when it is no address or its length does not fit. Bits behind the length are ignored.
[[nodiscard]] std::optional<Network> network_of(std::string_view text);
/// False for what is no address.
[[nodiscard]] bool lies_in(std::string_view address, const std::vector<Network>& networks);

}  // namespace accounts
