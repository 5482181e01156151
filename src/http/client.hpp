// One request to another server, by libcurl: only http and https, no redirect, certificates
// checked, and everything bounded. Blocks; for worker threads and commands.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace http {

struct Outgoing {
    std::string url;
    std::vector<std::pair<std::string, std::string>> headers;
    std::optional<std::string> body;  // sent by POST; without one it is a GET
    std::string ca_file;              // "": the certificates of the system
    int seconds_max = 10;
    std::size_t bytes_max = 1'048'576;  // of the answer
};
struct Incoming {
    int status = 0;
    std::string body;
};

/// Whatever the other server answers. Refuses: server_not_reachable (args what, for the log: never
/// shown to people), also when the answer is too long.
[[nodiscard]] base::Result<Incoming> fetch(const Outgoing& request);

}  // namespace http
