// What a head must look like before anything of the request is believed. Pure; knows no socket and
// no route. Refusals are statuses of the protocol, not of the product.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "http/http.hpp"

namespace http {

/// A status and a code; status 0 is "nothing to refuse".
struct Refusal {
    int status = 0;
    std::string_view code;
};

enum class Version { http_1_0, http_1_1 };

/// In this order: host_not_clear (400: absent on 1.1, twice, or not a host name),
/// transfer_encoding_not_known (501; anything but one "chunked"; 400 on 1.0),
/// expectation_not_known (417; anything but 100-continue).
[[nodiscard]] Refusal refuse_headers(const Request& request, Version version);

/// Behind a proxy that is trusted, the client is the last forwarded address that is no trusted
/// proxy, and the request is secure when the proxy says so. Otherwise those headers are ignored.
void believe_proxy(Request& request, const std::vector<std::string>& trusted_proxies);

}  // namespace http
