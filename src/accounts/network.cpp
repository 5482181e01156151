#include "accounts/network.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <string>

namespace accounts {
namespace {

struct Address {
    std::array<std::uint8_t, 16> bytes{};
    bool v4 = false;
};

std::optional<Address> address_of(std::string_view text) {
    const std::string copy(text);
    Address address;
    if (::inet_pton(AF_INET6, copy.c_str(), address.bytes.data()) == 1) return address;
    std::array<std::uint8_t, 4> four{};
    if (::inet_pton(AF_INET, copy.c_str(), four.data()) != 1) return std::nullopt;
    address.v4 = true;
    address.bytes = {};
    address.bytes[10] = address.bytes[11] = 0xff;
    std::copy(four.begin(), four.end(), address.bytes.begin() + 12);
    return address;
}

bool same_beginning(const Network& network, const std::array<std::uint8_t, 16>& bytes) {
    for (int bit = 0; bit < network.bits; bit += 8) {
        const auto at = static_cast<std::size_t>(bit / 8);
        const int left = std::min(8, network.bits - bit);
        const auto mask = static_cast<std::uint8_t>(0xff << (8 - left));
        if (((network.first[at] ^ bytes[at]) & mask) != 0) return false;
    }
    return true;
}

}  // namespace

std::optional<Network> network_of(std::string_view text) {
    const auto slash = text.find('/');
    const auto address = address_of(text.substr(0, slash));
    if (!address) return std::nullopt;
    const int bits_max = address->v4 ? 32 : 128;
    int bits = bits_max;
    if (slash != text.npos) {
        const auto length = text.substr(slash + 1);
        const auto end = length.data() + length.size();
        const auto read = std::from_chars(length.data(), end, bits);
        if (read.ec != std::errc() || read.ptr != end || bits < 0 || bits > bits_max)
            return std::nullopt;
    }
    return Network{address->bytes, bits + (address->v4 ? 96 : 0)};
}

bool lies_in(std::string_view address, const std::vector<Network>& networks) {
    const auto one = address_of(address);
    return one && std::any_of(networks.begin(), networks.end(), [&](const Network& network) {
               return same_beginning(network, one->bytes);
           });
}

}  // namespace accounts
