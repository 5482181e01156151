// What becomes of a handler's Response before it goes out: ETag and 304, gzip, security headers,
// the head as text. Pure but for file sizes; knows no socket.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/instant.hpp"
#include "http/http.hpp"

namespace http {

/// How the head must end, beside what the response says itself.
struct Framing {
    bool close = false;      // the connection ends after this answer
    bool http_1_0 = false;   // the client does not know chunks
    bool head_only = false;  // HEAD
    bool secure = false;     // came by TLS: adds Strict-Transport-Security
};

/// Weak ETag for JSON answers to GET, 304 when the client has it (also for handlers' own ETags),
/// gzip for JSON and text of at least 1 KiB. To be called on a worker thread: it hashes and
/// compresses.
void prepare(const Request& request, Response& response);

/// The status line and all headers, with the empty line behind. Throws std::runtime_error when a
/// FileBody cannot be found.
[[nodiscard]] std::string head_of(const Response& response, const Framing& framing,
                                  std::string_view request_id, base::Instant now);

/// Bytes that follow the head; nullopt when they are made while they are sent.
[[nodiscard]] std::optional<std::uint64_t> body_bytes(const Response& response);

/// A refusal of the protocol itself, before there is a route: 400, 408, 413, 414, 417, 431, 503.
[[nodiscard]] Response protocol_refusal(int status, std::string_view code);

}  // namespace http
