// Where a webhook may go: only to hosts that the installation lists, because a request that the
// program makes comes from inside the house. What is not plain is refused, so that nobody reads an
// address in two ways. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace notify {

inline constexpr std::size_t url_bytes_max = 1'000;

struct WebhookAddress {
    std::string scheme, host;  // lower-case; brackets around IPv6
    int port = 0;
    [[nodiscard]] bool has_usual_port() const { return port == (scheme == "https" ? 443 : 80); }
    /// "host", or "host:8080" when the port is not the usual one.
    [[nodiscard]] std::string host_text() const;
    /// "https://host"
    [[nodiscard]] std::string origin() const { return scheme + "://" + host_text(); }
    bool operator==(const WebhookAddress&) const = default;
};

/// Nothing unless it is http or https, without user information, fragment, white space or anything
/// beyond ASCII, and at most `url_bytes_max` long.
[[nodiscard]] std::optional<WebhookAddress> webhook_address_in(std::string_view url);

/// One entry of the list as it is compared: "host" or "host:port"; nothing when it is neither.
[[nodiscard]] std::optional<std::string> listed_host(std::string_view text);
/// A host without a port is listed for the usual ports only: others are other programs.
[[nodiscard]] bool is_listed(const WebhookAddress& address, const std::vector<std::string>& hosts);

/// Refuses: webhook_url_not_acceptable, webhook_host_not_listed (args value, accepted).
[[nodiscard]] base::Result<WebhookAddress> check_url(std::string_view url,
                                                     const std::vector<std::string>& hosts);

}  // namespace notify
