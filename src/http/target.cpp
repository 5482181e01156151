#include "http/target.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace http {
namespace {

std::optional<unsigned> hex_value(char c) {
    if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
    if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a') + 10;
    if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A') + 10;
    return std::nullopt;
}

enum class Plus { stays, is_space };

std::optional<std::string> decoded(std::string_view text, Plus plus) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plus == Plus::is_space) {
            out += ' ';
        } else if (text[i] != '%') {
            out += text[i];
        } else {
            const auto high = i + 2 < text.size() ? hex_value(text[i + 1]) : std::nullopt;
            const auto low = high ? hex_value(text[i + 2]) : std::nullopt;
            if (!low) return std::nullopt;
            out += static_cast<char>(*high * 16 + *low);
            i += 2;
        }
    }
    const bool clean = std::none_of(out.begin(), out.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
    });
    return clean && base::is_utf8(out) ? std::optional(std::move(out)) : std::nullopt;
}

std::string_view without_authority(std::string_view target) {
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!target.starts_with(scheme)) continue;
        const auto slash = target.find('/', scheme.size());
        return slash == target.npos ? "/" : target.substr(slash);
    }
    return target;
}

bool parse_query(std::string_view text, Target& target) {
    while (!text.empty()) {
        const auto end = std::min(text.find('&'), text.size());
        const auto pair = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (pair.empty()) continue;
        const auto equals = std::min(pair.find('='), pair.size());
        auto name = decoded(pair.substr(0, equals), Plus::is_space);
        auto value = decoded(pair.substr(std::min(equals + 1, pair.size())), Plus::is_space);
        if (!name || !value) return false;
        target.query.emplace_back(std::move(*name), std::move(*value));
    }
    return true;
}

}  // namespace

std::optional<Target> parse_target(std::string_view text) {
    text = without_authority(text);
    if (!text.starts_with('/')) return std::nullopt;
    const auto question = std::min(text.find('?'), text.size());
    auto path = decoded(text.substr(0, question), Plus::stays);
    if (!path) return std::nullopt;
    Target target{std::move(*path), {}};
    if (!parse_query(text.substr(std::min(question + 1, text.size())), target)) return std::nullopt;
    return target;
}

std::string without_secrets(std::string_view path) {
    constexpr std::size_t segment_bytes_max = 48, chars_shown = 3;
    std::string out;
    for (auto rest = path; !rest.empty();) {
        const auto end = std::min(rest.find('/'), rest.size());
        const auto segment = rest.substr(0, end);
        out += segment.size() > segment_bytes_max
                   ? std::string(base::first_chars(segment, chars_shown)) + "…"
                   : std::string(segment);
        if (end < rest.size()) out += '/';
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return out;
}

}  // namespace http
