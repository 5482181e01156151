#include "office/html_tokens.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/utf8.hpp"

namespace office {
namespace {

// A quote that nobody closes must not swallow the document.
constexpr std::size_t quoted_bytes_max = 64u << 10;

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}
char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

bool same_name(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower(x) == lower(y); });
}

struct Entity {
    std::string_view name, text;
};
constexpr std::array<Entity, 32> entities{{
    {"amp", "&"},    {"apos", "'"},   {"bull", "•"},  {"copy", "©"},  {"deg", "°"},
    {"divide", "÷"}, {"emsp", " "},   {"ensp", " "},  {"gt", ">"},    {"hellip", "…"},
    {"laquo", "«"},  {"ldquo", "“"},  {"le", "≤"},    {"lsquo", "‘"}, {"lt", "<"},
    {"mdash", "—"},  {"middot", "·"}, {"minus", "−"}, {"nbsp", " "},  {"ndash", "–"},
    {"permil", "‰"}, {"plusmn", "±"}, {"quot", "\""}, {"raquo", "»"}, {"rdquo", "”"},
    {"reg", "®"},    {"rsquo", "’"},  {"sect", "§"},  {"shy", ""},    {"thinsp", " "},
    {"times", "×"},  {"zwnj", ""},
}};

static_assert(std::is_sorted(entities.begin(), entities.end(),
                             [](const Entity& a, const Entity& b) { return a.name < b.name; }));

// "19968" or "x4E00"; 0 for what is no character.
char32_t character_of(std::string_view digits) {
    const bool hexadecimal = !digits.empty() && lower(digits[0]) == 'x';
    if (hexadecimal) digits.remove_prefix(1);
    std::uint32_t code = 0;
    const auto end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, code, hexadecimal ? 16 : 10);
    const bool character = read.ec == std::errc() && read.ptr == end && code <= 0x10ffff &&
                           (code < 0xd800 || code > 0xdfff);
    return character ? code : 0;
}

}  // namespace

bool HtmlTokens::begins_markup(std::size_t at) const {
    if (at + 1 >= html_.size()) return false;
    const char c = html_[at + 1];
    if (c == '/') return at + 2 < html_.size() && is_letter(html_[at + 2]);
    return is_letter(c) || c == '!' || c == '?';
}

std::size_t HtmlTokens::end_of_tag(std::size_t from) const {
    for (std::size_t at = from; at < html_.size(); ++at) {
        const char c = html_[at];
        if (c == '>') return at;
        if ((c != '"' && c != '\'') || html_[at - 1] != '=') continue;
        const auto close = html_.substr(at + 1, quoted_bytes_max).find(c);
        if (close != std::string_view::npos) at += close + 1;
    }
    return html_.size();
}

// Behind "<!" or "<?": true when something was passed over.
bool HtmlTokens::pass_declaration() {
    const char c = html_[at_ + 1];
    if (c != '!' && c != '?') return false;
    const bool comment = html_.substr(at_, 4) == "<!--";
    const auto end = html_.find(comment ? "-->" : ">", at_ + (comment ? 4 : 2));
    at_ = end == std::string_view::npos ? html_.size() : end + (comment ? 3 : 1);
    return true;
}

void HtmlTokens::read_tag(HtmlToken& token) {
    const bool closing = html_[at_ + 1] == '/';
    std::size_t at = at_ + (closing ? 2 : 1);
    token.kind = closing ? HtmlToken::Kind::close : HtmlToken::Kind::open;
    token.name.clear();
    for (; at < html_.size() && !is_space(html_[at]) && html_[at] != '>' && html_[at] != '/'; ++at)
        if (token.name.size() < 32) token.name += lower(html_[at]);
    const auto end = end_of_tag(at);
    token.attributes = html_.substr(at, end - at);
    at_ = std::min(end + 1, html_.size());
}

void HtmlTokens::next(HtmlToken& token) {
    while (at_ < html_.size()) {
        if (html_[at_] != '<' || !begins_markup(at_)) {
            auto end = html_.find('<', at_ + 1);
            while (end != std::string_view::npos && !begins_markup(end))
                end = html_.find('<', end + 1);
            end = std::min(end, html_.size());
            token.kind = HtmlToken::Kind::text;
            token.text = html_.substr(at_, end - at_);
            at_ = end;
            return;
        }
        if (pass_declaration()) continue;
        read_tag(token);
        if (token.kind == HtmlToken::Kind::close) return;
        if (token.name != "script" && token.name != "style") return;
        (void)raw_text(token.name);
    }
    token.kind = HtmlToken::Kind::end_of_file;
}

std::string_view HtmlTokens::raw_text(std::string_view name) {
    const auto from = at_;
    for (auto end = html_.find("</", at_); end != std::string_view::npos;
         end = html_.find("</", end + 2)) {
        if (!same_name(html_.substr(end + 2, name.size()), name)) continue;
        at_ = std::min(html_.find('>', end), html_.size() - 1) + 1;
        return html_.substr(from, end - from);
    }
    at_ = html_.size();
    return html_.substr(from);
}

std::string_view html_attribute(std::string_view attributes, std::string_view name) {
    std::size_t at = 0;
    const auto skip = [&](auto&& unwanted) {
        while (at < attributes.size() && unwanted(attributes[at])) ++at;
    };
    while (at < attributes.size()) {
        skip([](char c) { return is_space(c) || c == '/' || c == '='; });
        const auto name_from = at;
        skip([](char c) { return !is_space(c) && c != '='; });
        const auto found = attributes.substr(name_from, at - name_from);
        skip(is_space);
        if (at >= attributes.size() || attributes[at] != '=') continue;
        ++at;
        skip(is_space);
        const char quote = at < attributes.size() ? attributes[at] : '\0';
        const bool quoted = quote == '"' || quote == '\'';
        const auto from = at + quoted;
        const auto end =
            quoted ? attributes.find(quote, from) : attributes.find_first_of(" \t\r\n", from);
        const auto value = attributes.substr(std::min(from, attributes.size()), end - from);
        if (same_name(found, name)) return value;
        at = end == std::string_view::npos ? attributes.size() : end + 1;
    }
    return "";
}

std::size_t append_entity(std::string& out, std::string_view text, std::size_t at) {
    const auto body = text.substr(at + 1, 10);
    const auto end = body.find_first_of("; <&\n");
    const auto name = body.substr(0, end);
    const bool closed = end != std::string_view::npos && body[end] == ';';
    const auto behind = at + 1 + name.size() + closed;
    if (name.size() > 1 && name[0] == '#') {
        const auto character = character_of(name.substr(1));
        if (character >= 0x20 || character == '\n' || character == '\t') {
            base::append_char(out, character == 0xa0 ? U' ' : character);
            return behind;
        }
    }
    const auto found =
        std::lower_bound(entities.begin(), entities.end(), name,
                         [](const Entity& a, std::string_view b) { return a.name < b; });
    if (found != entities.end() && found->name == name) {
        out += found->text;
        return behind;
    }
    out += '&';
    return at + 1;
}

}  // namespace office
