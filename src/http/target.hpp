// The request target as bytes from outside, turned into a path and a query that the program may
// trust: valid UTF-8 without control characters. Knows no route and touches no file system.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace http {

struct Target {
    std::string path;                                        // begins with "/", decoded
    std::vector<std::pair<std::string, std::string>> query;  // decoded, in order; "+" is a space
};

/// Accepts "/path?query" and "http://host/path?query". nullopt: a broken escape, a control
/// character, bytes that are not UTF-8, or a path that does not begin with "/".
[[nodiscard]] std::optional<Target> parse_target(std::string_view target);

/// A path as it is logged: an address may bear a token, so whatever is longer between two slashes
/// than any name of ours is cut to its beginning.
[[nodiscard]] std::string without_secrets(std::string_view path);

}  // namespace http
