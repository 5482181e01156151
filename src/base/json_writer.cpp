#include "base/json_writer.hpp"

#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>

namespace base {
namespace {

// Which bytes need no escape.
constexpr auto plain_bytes = [] {
    std::array<bool, 256> plain{};
    for (std::size_t byte = 0; byte < plain.size(); ++byte)
        plain[byte] = byte >= 0x20 && byte != '"' && byte != '\\' && byte != 0x7f;
    return plain;
}();

bool plain(char c) {
    return plain_bytes[static_cast<unsigned char>(c)];
}

constexpr std::uint64_t in_each_byte(unsigned char byte) {
    return 0x0101010101010101u * byte;
}

// Nonzero when one of the eight bytes is zero.
constexpr std::uint64_t zero_among(std::uint64_t bytes) {
    return (bytes - in_each_byte(0x01)) & ~bytes & in_each_byte(0x80);
}

// Eight bytes in one go: every byte of every page passes here, and hardly one needs an escape.
bool plain_eight(const char* text) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text, sizeof bytes);
    const auto control = (bytes - in_each_byte(0x20)) & ~bytes & in_each_byte(0x80);
    return (control | zero_among(bytes ^ in_each_byte('"')) |
            zero_among(bytes ^ in_each_byte('\\')) | zero_among(bytes ^ in_each_byte(0x7f))) == 0;
}

void append_escaped(std::string& out, char c) {
    switch (c) {
        case '"': out += "\\\""; return;
        case '\\': out += "\\\\"; return;
        case '\n': out += "\\n"; return;
        case '\r': out += "\\r"; return;
        case '\t': out += "\\t"; return;
        default: break;
    }
    constexpr char digits[] = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    out += "\\u00";
    out += digits[byte >> 4];
    out += digits[byte & 15];
}

void append_quoted(std::string& out, std::string_view text) {
    out += '"';
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        while (at + 8 <= text.size() && plain_eight(text.data() + at)) at += 8;
        if (at == text.size()) break;
        if (plain(text[at])) continue;
        out.append(text, from, at - from);
        append_escaped(out, text[at]);
        from = at + 1;
    }
    out.append(text, from);
    out += '"';
}

}  // namespace

void JsonWriter::separate() {
    if (comma_) out_ += ',';
    comma_ = true;
}

JsonWriter& JsonWriter::open(char bracket) {
    separate();
    out_ += bracket;
    comma_ = false;
    return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
    out_ += bracket;
    comma_ = true;
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    separate();
    out_ += '"';
    out_ += name;
    out_ += "\":";
    comma_ = false;
    return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
    separate();
    append_quoted(out_, text);
    return *this;
}

JsonWriter& JsonWriter::value(std::int64_t number) {
    separate();
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    out_.append(digits, end);
    return *this;
}

JsonWriter& JsonWriter::value(double number) {
    separate();
    char digits[40];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    out_.append(digits, end);
    return *this;
}

JsonWriter& JsonWriter::value(bool truth) {
    return raw(truth ? "true" : "false");
}
JsonWriter& JsonWriter::null() {
    return raw("null");
}

JsonWriter& JsonWriter::raw(std::string_view json) {
    separate();
    out_ += json;
    return *this;
}

}  // namespace base
