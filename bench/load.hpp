// Many connections that ask without pause, driven by one thread, so that the machine's other core
// is the server's. Speaks just enough HTTP/1.1: keep-alive and Content-Length.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

struct Answer {
    int status = 0;
    std::string head, body;
};

struct Load {
    std::uint16_t port = 0;
    int connections = 1;
    double seconds = 10;
    int answers_max = 0;                              // of each connection; 0: until time is up
    std::function<std::string(int connection)> next;  // the bytes of the next request
    std::function<void(int connection, const Answer&)> answered;  // may be empty
};

struct LoadResult {
    std::vector<double> ms;   // of each answer with a status below 300
    std::int64_t failed = 0;  // other answers and broken connections
    double seconds = 0;

    [[nodiscard]] double per_second() const { return static_cast<double>(ms.size()) / seconds; }
};

/// Throws std::runtime_error when the server cannot be reached.
[[nodiscard]] LoadResult run(const Load& load);
/// One request on a connection of its own.
[[nodiscard]] Answer ask(std::uint16_t port, const std::string& request);

/// The bytes of a request: "GET", "/api/v1/ledger", headers each ending in CRLF, body.
[[nodiscard]] std::string request(std::string_view method, std::string_view target,
                                  std::string_view headers, std::string_view body = {});

}  // namespace bench
