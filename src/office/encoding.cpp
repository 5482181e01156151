#include "office/encoding.hpp"

#include <iconv.h>

#include <algorithm>
#include <stdexcept>
#include <string_view>

#include "base/utf8.hpp"
#include "office/refusal.hpp"

namespace office {
namespace {

constexpr std::size_t sample_bytes = 64u << 10;

struct Conversion {
    explicit Conversion(const char* from) : handle(iconv_open("UTF-8", from)) {
        if (handle == reinterpret_cast<iconv_t>(-1))
            throw std::runtime_error(std::string("iconv does not know ") + from);
    }
    ~Conversion() { iconv_close(handle); }
    Conversion(const Conversion&) = delete;
    Conversion& operator=(const Conversion&) = delete;
    iconv_t handle;
};

base::Result<std::string> convert(std::string_view bytes, const char* from) {
    const Conversion conversion(from);
    std::string text(bytes.size() + bytes.size() / 2 + 16, '\0');
    char* in = const_cast<char*>(bytes.data());  // iconv does not write to it
    std::size_t in_left = bytes.size(), filled = 0;
    while (in_left > 0) {
        char* out = text.data() + filled;
        std::size_t out_left = text.size() - filled;
        const auto converted = iconv(conversion.handle, &in, &in_left, &out, &out_left);
        filled = text.size() - out_left;
        if (converted != static_cast<std::size_t>(-1)) break;
        if (errno != E2BIG) return not_text();
        text.resize(text.size() + in_left * 2 + 16);
    }
    text.resize(filled);
    return text;
}

bool usual(unsigned unit) {
    return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x20 && unit <= 0x7e) || unit == '\n' ||
           unit == '\r' || unit == '\t' || (unit >= 0x3000 && unit <= 0x301f) || unit >= 0xff00;
}

// Without a mark: line ends and digits give zero bytes, and in the wrong order most characters fall
// out of the ranges of Chinese text.
const char* utf16_order(std::string_view bytes) {
    if (bytes.starts_with("\xff\xfe")) return "UTF-16LE";
    if (bytes.starts_with("\xfe\xff")) return "UTF-16BE";
    const auto sample = bytes.substr(0, sample_bytes);
    if (bytes.size() % 2 != 0 || sample.find('\0') == std::string_view::npos) return nullptr;
    std::size_t little = 0, big = 0, zeros = 0, high = 0;
    for (std::size_t i = 0; i + 1 < sample.size(); i += 2) {
        const unsigned first = static_cast<unsigned char>(sample[i]);
        const unsigned second = static_cast<unsigned char>(sample[i + 1]);
        little += usual(second << 8 | first);
        big += usual(first << 8 | second);
        zeros += (first == 0) + (second == 0);
        high += (first >= 0x80) + (second >= 0x80);
    }
    // ASCII with a stray zero byte would pass for Chinese: pairs of letters fall among the
    // ideographs.
    if (zeros * 10 < sample.size() * 3 && high * 10 < sample.size()) return nullptr;
    if (std::max(little, big) * 20 < sample.size() / 2 * 17) return nullptr;
    return little >= big ? "UTF-16LE" : "UTF-16BE";
}

bool needs_tidying(char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t';
}

// Most texts need nothing: looked at in blocks without a branch, which the compiler makes fast.
std::string::iterator first_to_tidy(std::string& text) {
    constexpr std::size_t block = 4096;
    auto at = text.begin();
    for (; static_cast<std::size_t>(text.end() - at) > block; at += block) {
        unsigned char any = 0;
        for (const char c : std::string_view(&*at, block))
            any |= static_cast<unsigned char>(needs_tidying(c));
        if (any != 0) break;
    }
    return std::find_if(at, text.end(), needs_tidying);
}

void tidy(std::string& text) {
    auto to = first_to_tidy(text);
    for (auto from = to; from != text.end(); ++from) {
        const char c = *from;
        if (c == '\r' && from + 1 != text.end() && from[1] == '\n') continue;
        if (c == '\r' || c == '\f' || c == '\v') {
            *to++ = '\n';
        } else if (!needs_tidying(c)) {
            *to++ = c;
        }
    }
    text.erase(to, text.end());
}

base::Result<std::string> decode(std::string bytes) {
    constexpr std::string_view mark = "\xef\xbb\xbf";
    if (const auto* order = utf16_order(bytes)) {
        const bool marked = bytes[0] == '\xff' || bytes[0] == '\xfe';
        return convert(std::string_view(bytes).substr(marked ? 2 : 0), order);
    }
    if (bytes.find('\0') != std::string::npos) return not_text();
    if (bytes.starts_with(mark)) bytes.erase(0, mark.size());
    if (base::is_utf8(bytes)) return bytes;
    return convert(bytes, "GB18030");
}

}  // namespace

base::Result<std::string> text_of(std::string bytes) {
    auto text = decode(std::move(bytes));
    if (!text) return text;
    if (text->find('\0') != std::string::npos) return not_text();
    tidy(*text);
    return text;
}

}  // namespace office
