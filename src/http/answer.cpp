#include "http/answer.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

#include "http/gzip.hpp"

namespace http {
namespace {

constexpr std::size_t gzip_bytes_min = 1024;

// Pages load nothing from elsewhere, run no inline script, and are not framed. data: and blob:
// images are icons inside style sheets and previews of files.
constexpr std::string_view content_policy =
    "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; "
    "frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
// Every answer carries these.
constexpr std::string_view security_headers =
    "X-Content-Type-Options: nosniff\r\n"
    "X-Frame-Options: DENY\r\n"
    "Referrer-Policy: same-origin\r\n"
    "Permissions-Policy: camera=(), microphone=(), geolocation=(), payment=(), usb=()\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n";

std::string_view reason_of(int status) {
    switch (status) {
        case 200: return "OK";
        case 201: return "Created";
        case 202: return "Accepted";
        case 204: return "No Content";
        case 304: return "Not Modified";
        case 400: return "Bad Request";
        case 401: return "Unauthorized";
        case 403: return "Forbidden";
        case 404: return "Not Found";
        case 405: return "Method Not Allowed";
        case 408: return "Request Timeout";
        case 409: return "Conflict";
        case 413: return "Content Too Large";
        case 414: return "URI Too Long";
        case 415: return "Unsupported Media Type";
        case 417: return "Expectation Failed";
        case 422: return "Unprocessable Content";
        case 429: return "Too Many Requests";
        case 431: return "Request Header Fields Too Large";
        case 500: return "Internal Server Error";
        case 501: return "Not Implemented";
        case 503: return "Service Unavailable";
        default: return "Status";
    }
}

bool same_name(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [&](char x, char y) { return lower(x) == lower(y); });
}

std::string_view header_of(const Response& response, std::string_view name) {
    for (const auto& [key, value] : response.headers)
        if (same_name(key, name)) return value;
    return {};
}

bool is_text(std::string_view content_type) {
    return content_type.starts_with("application/json") || content_type.starts_with("text/") ||
           content_type.starts_with("application/javascript") ||
           content_type.starts_with("image/svg");
}

// Weak: the same content may go out with or without gzip.
std::string weak_tag(std::string_view body) {
    std::array<char, 24> text{};
    const auto length = std::snprintf(text.data(), text.size(), "W/\"%016zx\"",
                                      std::hash<std::string_view>()(body));
    return {text.data(), static_cast<std::size_t>(length)};
}

bool has_tag(std::string_view if_none_match, std::string_view tag) {
    if (tag.starts_with("W/")) tag.remove_prefix(2);
    return if_none_match == "*" || if_none_match.find(tag) != if_none_match.npos;
}

// "Sun, 06 Nov 1994 08:49:37 GMT"
std::string http_date(base::Instant now) {
    using namespace std::chrono;
    constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const sys_time<milliseconds> at{milliseconds(now.milliseconds)};
    const auto day = floor<std::chrono::days>(at);
    const year_month_day date{day};
    const hh_mm_ss time{floor<seconds>(at - day)};
    std::array<char, 40> text{};
    const auto length = std::snprintf(
        text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d GMT",
        days[weekday(day).c_encoding()], static_cast<unsigned>(date.day()),
        months[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
        static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
        static_cast<int>(time.seconds().count()));
    return {text.data(), static_cast<std::size_t>(length)};
}

void add_header(std::string& head, std::string_view name, std::string_view value) {
    head += name;
    head += ": ";
    const auto from = head.size();
    head += value;
    // A value built from what a user typed must never begin a header of its own.
    std::replace_if(
        head.begin() + static_cast<std::ptrdiff_t>(from), head.end(),
        [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, ' ');
    head += "\r\n";
}

bool has_no_body(int status) {
    return status == 204 || status == 304;
}

void add_framing(std::string& head, const Response& response, const Framing& framing) {
    const auto bytes = body_bytes(response);
    if (bytes && !has_no_body(response.status))
        add_header(head, "Content-Length", std::to_string(*bytes));
    if (!bytes && !framing.http_1_0) add_header(head, "Transfer-Encoding", "chunked");
    if (framing.close) {
        add_header(head, "Connection", "close");
    } else if (framing.http_1_0) {
        add_header(head, "Connection", "keep-alive");
    }
}

}  // namespace

void prepare(const Request& request, Response& response) {
    const bool asks = request.method == Method::get || request.method == Method::head;
    auto* body = std::get_if<std::string>(&response.body);
    const auto content_type = std::string(header_of(response, "Content-Type"));
    if (asks && response.status == 200 && body != nullptr &&
        content_type.starts_with("application/json") && header_of(response, "ETag").empty())
        response.with("ETag", weak_tag(*body));
    const auto tag = header_of(response, "ETag");
    if (asks && response.status == 200 && !tag.empty() &&
        has_tag(request.header("if-none-match"), tag)) {
        response.status = 304;
        response.body = std::string();
        return;
    }
    if (body == nullptr || body->size() < gzip_bytes_min || !is_text(content_type)) return;
    response.with("Vary", "Accept-Encoding");
    if (!accepts(request.header("accept-encoding"), "gzip")) return;
    *body = gzip(*body);
    response.with("Content-Encoding", "gzip");
}

std::optional<std::uint64_t> body_bytes(const Response& response) {
    struct Bytes {
        std::optional<std::uint64_t> operator()(const std::string& text) const {
            return text.size();
        }
        std::optional<std::uint64_t> operator()(const StaticBody& body) const {
            return body.bytes.size();
        }
        std::optional<std::uint64_t> operator()(const FileBody& file) const {
            return std::filesystem::file_size(file.path);
        }
        std::optional<std::uint64_t> operator()(const StreamBody&) const { return std::nullopt; }
        std::optional<std::uint64_t> operator()(const SizedBody& body) const { return body.bytes; }
        std::optional<std::uint64_t> operator()(const LiveBody&) const { return std::nullopt; }
    };
    return std::visit(Bytes(), response.body);
}

std::string head_of(const Response& response, const Framing& framing, std::string_view request_id,
                    base::Instant now) {
    std::string head;
    head.reserve(1024);
    head += "HTTP/1.1 ";
    head += std::to_string(response.status);
    head += ' ';
    head += reason_of(response.status);
    head += "\r\n";
    add_header(head, "Date", http_date(now));
    for (const auto& [name, value] : response.headers) add_header(head, name, value);
    if (header_of(response, "Cache-Control").empty()) add_header(head, "Cache-Control", "no-store");
    add_header(head, "X-Request-Id", request_id);
    // Files that people brought in come with a stricter policy of their own.
    if (header_of(response, "Content-Security-Policy").empty())
        add_header(head, "Content-Security-Policy", content_policy);
    head += security_headers;
    if (framing.secure) add_header(head, "Strict-Transport-Security", "max-age=31536000");
    add_framing(head, response, framing);
    head += "\r\n";
    return head;
}

Response protocol_refusal(int status, std::string_view code) {
    auto response = error_response(refuse(base::ErrorKind::invalid, code));
    response.status = status;
    if (status == 503) response.with("Retry-After", "1");
    return response;
}

}  // namespace http
