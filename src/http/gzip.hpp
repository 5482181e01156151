// gzip of whole bodies in memory, for JSON and text. Streams and files are sent as they are.
#pragma once

#include <string>
#include <string_view>

namespace http {

/// A gzip member. Level 1: on pages of ledger rows it is as fast as the rows can be read from the
/// database, and higher levels save little more. Throws std::runtime_error when zlib fails.
[[nodiscard]] std::string gzip(std::string_view bytes);

/// Does an Accept-Encoding value take this coding? Honours q=0.
[[nodiscard]] bool accepts(std::string_view accept_encoding, std::string_view coding);

}  // namespace http
