// The information dictionary of a PDF, found from its trailer; where that lies compressed, the
// dates of the XMP packet. Reads no other object.
#include <algorithm>

#include "base/utf8.hpp"
#include "evidence/provenance.hpp"
#include "office/package.hpp"

namespace evidence {
namespace {

constexpr std::size_t dictionary_bytes = 8u << 10, string_bytes = 1000;
constexpr std::string_view blanks = std::string_view(" \t\r\n\f\0", 6);

/// "12 0" behind /Info, as the object begins: "12 0 obj".
std::string_view reference_at(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    const auto end = text.substr(0, 32).find(" R");
    return end == std::string_view::npos ? std::string_view() : text.substr(0, end);
}

/// The last one written counts: a changed file ends in its newer parts.
std::string_view information_in(std::string_view bytes) {
    const auto named = bytes.rfind("/Info ");
    if (named == std::string_view::npos) return {};
    const auto reference = reference_at(bytes.substr(named + 6));
    if (reference.empty()) return {};
    const auto head = std::string(reference) + " obj";
    for (auto at = bytes.rfind(head); at != std::string_view::npos && at > 0;
         at = bytes.rfind(head, at - 1)) {
        // "112 0 obj" ends in "12 0 obj", too.
        if (blanks.find(bytes[at - 1]) == std::string_view::npos) continue;
        const auto object = bytes.substr(at, dictionary_bytes);
        return object.substr(0, object.find("endobj"));
    }
    return {};
}

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

std::string unescaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size() && text[i] != ')' && out.size() < string_bytes; ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            out += text[i];
            continue;
        }
        const char c = text[++i];
        if (c < '0' || c > '7') {
            out += c == 'n' || c == 'r' || c == 't' ? ' ' : c;
            continue;
        }
        int code = 0;
        std::size_t digits = 0;
        while (digits < 3 && i + digits < text.size() && text[i + digits] >= '0' &&
               text[i + digits] <= '7')
            code = code * 8 + (text[i + digits++] - '0');
        i += digits - 1;
        out += static_cast<char>(code);
    }
    return out;
}

std::string from_hexadecimal(std::string_view text) {
    std::string out;
    int high = -1;
    for (const char c : text) {
        if (c == '>' || out.size() == string_bytes) break;
        const int value = hex_value(c);
        if (value < 0) continue;
        if (high >= 0) out += static_cast<char>(high * 16 + value);
        high = high < 0 ? value : -1;
    }
    return out;
}

std::string string_behind(std::string_view dictionary, std::string_view key) {
    const auto at = dictionary.find(key);
    if (at == std::string_view::npos) return {};
    auto text = dictionary.substr(at + key.size());
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    if (text.starts_with('(')) return unescaped(text.substr(1));
    if (text.starts_with('<')) return from_hexadecimal(text.substr(1));
    return {};
}

/// UTF-16 behind its mark, UTF-8, else nothing: what a printer's code page meant is not guessed.
std::string words_of_string(std::string_view text) {
    if (!text.starts_with("\xfe\xff")) return office::words_of(text);
    std::string out;
    for (std::size_t i = 2; i + 1 < text.size(); i += 2) {
        auto unit = static_cast<char32_t>(static_cast<unsigned char>(text[i]) << 8 |
                                          static_cast<unsigned char>(text[i + 1]));
        if (unit >= 0xD800 && unit < 0xDC00 && i + 3 < text.size()) {
            const auto low = static_cast<char32_t>(static_cast<unsigned char>(text[i + 2]) << 8 |
                                                   static_cast<unsigned char>(text[i + 3]));
            if (low < 0xDC00 || low > 0xDFFF) return {};
            unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
            i += 2;
        } else if (unit >= 0xD800 && unit <= 0xDFFF) {
            return {};
        }
        base::append_char(out, unit);
    }
    return office::words_of(out);
}

std::optional<base::Date> xmp_day(std::string_view bytes, std::string_view element) {
    const auto at = bytes.rfind(element);
    if (at == std::string_view::npos) return std::nullopt;
    auto text = bytes.substr(at + element.size(), 40);
    text.remove_prefix(std::min(text.find_first_of("0123456789"), text.size()));
    return day_in(text.substr(0, text.find_first_of("<\"")));
}

}  // namespace

Provenance provenance_of_pdf(std::string_view bytes) {
    Provenance found;
    const auto information = information_in(bytes);
    found.made_on = day_in(string_behind(information, "/CreationDate"));
    found.modified_on = day_in(string_behind(information, "/ModDate"));
    // Strings of an encrypted file are no words.
    if (bytes.rfind("/Encrypt") == std::string_view::npos) {
        const auto author = words_of_string(string_behind(information, "/Author"));
        found.author = std::string(base::first_chars(author, author_chars_max));
    }
    if (!found.made_on) found.made_on = xmp_day(bytes, "xmp:CreateDate");
    if (!found.modified_on) found.modified_on = xmp_day(bytes, "xmp:ModifyDate");
    return found;
}

}  // namespace evidence
