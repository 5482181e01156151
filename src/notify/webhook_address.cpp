#include "notify/webhook_address.hpp"

#include <algorithm>
#include <charconv>

namespace notify {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::size_t host_bytes_max = 253;

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

bool is_of(std::string_view text, std::string_view others) {
    return std::all_of(text.begin(), text.end(), [&](char c) {
        return (c >= '0' && c <= '9') || others.find(c) != std::string_view::npos;
    });
}

bool is_host(std::string_view host) {
    if (host.size() > 2 && host.front() == '[' && host.back() == ']')
        return is_of(host.substr(1, host.size() - 2), "abcdef:.");
    return !host.empty() && host.size() <= host_bytes_max && host.front() != '.' &&
           host.front() != '-' && is_of(host, "abcdefghijklmnopqrstuvwxyz.-");
}

struct HostAndPort {
    std::string host;
    std::optional<int> port;
};

// "host", "host:8080", "[::1]:8080"; nothing when it is none of them.
std::optional<HostAndPort> host_and_port_in(std::string_view authority) {
    const auto bracket = authority.rfind(']');
    const auto colon =
        authority.find(':', bracket == std::string_view::npos ? std::size_t{0} : bracket);
    HostAndPort found{lower(authority.substr(0, colon)), std::nullopt};
    if (!is_host(found.host)) return std::nullopt;
    if (colon == std::string_view::npos) return found;
    const auto digits = authority.substr(colon + 1);
    int port = 0;
    const auto* end = digits.data() + digits.size();
    const auto [stopped, error] = std::from_chars(digits.data(), end, port);
    if (error != std::errc() || stopped != end || port < 1 || port > 65'535) return std::nullopt;
    found.port = port;
    return found;
}

bool is_plain(char c) {
    return c > ' ' && c < 127 && std::string_view("\"<>\\^`{|}#").find(c) == std::string_view::npos;
}

}  // namespace

std::string WebhookAddress::host_text() const {
    return has_usual_port() ? host : host + ":" + std::to_string(port);
}

std::optional<WebhookAddress> webhook_address_in(std::string_view url) {
    if (url.size() > url_bytes_max || !std::all_of(url.begin(), url.end(), is_plain))
        return std::nullopt;
    const auto mark = url.find("://");
    if (mark == std::string_view::npos) return std::nullopt;
    WebhookAddress address;
    address.scheme = lower(url.substr(0, mark));
    if (address.scheme != "http" && address.scheme != "https") return std::nullopt;
    const auto rest = url.substr(mark + 3);
    // User information would need an "@", which no host holds.
    const auto found = host_and_port_in(rest.substr(0, rest.find_first_of("/?")));
    if (!found) return std::nullopt;
    address.host = found->host;
    address.port = found->port.value_or(address.scheme == "https" ? 443 : 80);
    return address;
}

std::optional<std::string> listed_host(std::string_view text) {
    const auto found = host_and_port_in(text);
    if (!found) return std::nullopt;
    return found->port ? found->host + ":" + std::to_string(*found->port) : found->host;
}

bool is_listed(const WebhookAddress& address, const std::vector<std::string>& hosts) {
    return std::any_of(hosts.begin(), hosts.end(), [&](const std::string& listed) {
        return listed == address.host + ":" + std::to_string(address.port) ||
               (listed == address.host && address.has_usual_port());
    });
}

base::Result<WebhookAddress> check_url(std::string_view url,
                                       const std::vector<std::string>& hosts) {
    auto address = webhook_address_in(url);
    if (!address) return refuse(ErrorKind::invalid, "webhook_url_not_acceptable", "url");
    if (is_listed(*address, hosts)) return std::move(*address);
    std::string accepted;
    for (const auto& host : hosts) accepted += (accepted.empty() ? "" : "、") + host;
    return refuse(ErrorKind::invalid, "webhook_host_not_listed", "url",
                  {{"value", address->host_text()}, {"accepted", accepted}});
}

}  // namespace notify
