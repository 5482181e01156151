#include "http/head_rules.hpp"

#include <algorithm>

namespace http {
namespace {

bool is_host(std::string_view host) {
    return !host.empty() && host.size() <= 255 && std::all_of(host.begin(), host.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view(".-_:[]").find(c) != std::string_view::npos;
    });
}

std::ptrdiff_t count(const Request& request, std::string_view name) {
    return std::count_if(request.headers.begin(), request.headers.end(),
                         [&](const auto& header) { return header.first == name; });
}

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

bool contains(const std::vector<std::string>& list, std::string_view text) {
    return std::find(list.begin(), list.end(), text) != list.end();
}

}  // namespace

Refusal refuse_headers(const Request& request, Version version) {
    const auto hosts = count(request, "host");
    if (hosts > 1 || (hosts == 0 && version == Version::http_1_1) ||
        (hosts == 1 && !is_host(request.header("host"))))
        return {400, "host_not_clear"};
    if (const auto codings = count(request, "transfer-encoding"); codings > 0) {
        if (version == Version::http_1_0) return {400, "transfer_encoding_not_known"};
        if (codings > 1 || lower(request.header("transfer-encoding")) != "chunked")
            return {501, "transfer_encoding_not_known"};
    }
    const auto expectation = request.header("expect");
    if (!expectation.empty() && lower(expectation) != "100-continue")
        return {417, "expectation_not_known"};
    return {};
}

void believe_proxy(Request& request, const std::vector<std::string>& trusted_proxies) {
    if (!contains(trusted_proxies, request.remote)) return;
    request.secure = request.secure || lower(request.header("x-forwarded-proto")) == "https";
    auto chain = request.header("x-forwarded-for");
    while (!chain.empty()) {
        const auto comma = chain.rfind(',');
        const auto last = trimmed(comma == chain.npos ? chain : chain.substr(comma + 1));
        if (!last.empty()) request.remote = std::string(last);
        if (comma == chain.npos || !contains(trusted_proxies, last)) return;
        chain = chain.substr(0, comma);
    }
}

}  // namespace http
