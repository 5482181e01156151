#include "office/xml_spans.hpp"

#include <expat.h>

#include <charconv>
#include <memory>

#include "base/utf8.hpp"
#include "office/refusal.hpp"

namespace office {

struct SpanReading {
    static constexpr std::size_t depth_max = 400;

    XmlSpans& spans;
    XML_Parser parser;
    std::vector<std::uint32_t> open = {};
    bool broken = false;

    void stop() {
        broken = true;
        XML_StopParser(parser, XML_FALSE);
    }
    [[nodiscard]] std::size_t at() const {
        return static_cast<std::size_t>(XML_GetCurrentByteIndex(parser));
    }
    [[nodiscard]] std::size_t length() const {
        return static_cast<std::size_t>(XML_GetCurrentByteCount(parser));
    }
    void start() {
        if (open.size() == depth_max) return stop();
        const auto index = spans.size();
        XmlSpan span;
        span.whole = {at(), at() + length()};
        span.inner = {span.whole.end, span.whole.end};
        const auto end = spans.xml_.find_first_of(" \t\r\n/>", span.whole.begin + 1);
        auto name = spans.xml_.substr(span.whole.begin + 1, end - span.whole.begin - 1);
        const auto colon = name.find(':');
        if (colon != std::string_view::npos) {
            span.prefix = name.substr(0, colon + 1);
            name.remove_prefix(colon + 1);
        }
        span.name = name;
        span.parent = open.empty() ? index : open.back();
        span.last = index + 1;
        open.push_back(index);
        spans.all_.push_back(span);
    }
    void end() {
        auto& span = spans.all_[open.back()];
        open.pop_back();
        span.last = spans.size();
        if (length() == 0) return;  // <a/>
        span.inner.end = at();
        span.whole.end = at() + length();
    }
};

namespace {

void XMLCALL on_start(void* user, const XML_Char*, const XML_Char**) {
    static_cast<SpanReading*>(user)->start();
}
void XMLCALL on_end(void* user, const XML_Char*) {
    static_cast<SpanReading*>(user)->end();
}
void XMLCALL on_doctype(void* user, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    static_cast<SpanReading*>(user)->stop();
}

struct FreeParser {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

bool is_allowed(char32_t c) {
    if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
    const bool half_of_a_pair = c >= 0xD800 && c <= 0xDFFF;
    return !half_of_a_pair && c != 0xFFFE && c != 0xFFFF && c <= 0x10FFFF;
}

/// "amp", "#x4e00"; "" for what is none of them.
std::string entity(std::string_view name) {
    constexpr std::pair<std::string_view, char> named[]{
        {"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};
    for (const auto& [word, c] : named)
        if (name == word) return std::string(1, c);
    if (!name.starts_with('#')) return "";
    const bool hex = name.size() > 1 && name[1] == 'x';
    const auto digits = name.substr(hex ? 2 : 1);
    std::uint32_t code = 0;
    const auto [end, fault] =
        std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
    if (fault != std::errc() || end != digits.data() + digits.size() || code > 0x10FFFF) return "";
    std::string text;
    base::append_char(text, code);
    return text;
}

}  // namespace

base::Result<XmlSpans> XmlSpans::read(std::string_view xml, std::string_view part) {
    if (!base::is_utf8(xml)) return damaged(part);
    const std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser> parser(
        XML_ParserCreate("UTF-8"));
    if (!parser) throw std::bad_alloc();
    XmlSpans spans;
    spans.xml_ = xml;
    SpanReading reading{spans, parser.get()};
    XML_SetUserData(parser.get(), &reading);
    XML_SetElementHandler(parser.get(), on_start, on_end);
    XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);
    const auto parsed = XML_Parse(parser.get(), xml.data(), static_cast<int>(xml.size()), XML_TRUE);
    if (parsed != XML_STATUS_OK || reading.broken) return damaged(part);
    return spans;
}

std::optional<std::uint32_t> XmlSpans::child(std::uint32_t of, std::string_view name) const {
    std::optional<std::uint32_t> found;
    children(of, [&](std::uint32_t index) {
        if (!found && all_[index].name == name) found = index;
    });
    return found;
}

std::optional<ByteRange> XmlSpans::attribute(std::uint32_t of, std::string_view name) const {
    const auto& span = all_[of];
    auto at = xml_.find_first_of(" \t\r\n/>", span.whole.begin);
    while (at < span.inner.begin) {
        at = xml_.find_first_not_of(" \t\r\n/", at);
        const auto equals = xml_.find('=', at);
        if (at >= span.inner.begin || equals >= span.inner.begin) break;
        auto key = base::trim(xml_.substr(at, equals - at));
        if (const auto colon = key.find(':'); colon != std::string_view::npos)
            key.remove_prefix(colon + 1);
        const auto quote = xml_.find_first_of("\"'", equals);
        const auto end = xml_.find(xml_[quote], quote + 1);
        if (key == name) return ByteRange{quote + 1, end};
        at = end + 1;
    }
    return std::nullopt;
}

std::string_view XmlSpans::value(std::uint32_t of, std::string_view name) const {
    const auto found = attribute(of, name);
    return found ? text(*found) : std::string_view();
}

void append_escaped(std::string& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto c = base::next_char(text, at);
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else if (is_allowed(c))
            base::append_char(out, c);  // what is no character does not come back as it was
    }
}

std::string unescaped(std::string_view xml) {
    std::string text;
    while (!xml.empty()) {
        const auto at = std::min(xml.find('&'), xml.size());
        text += xml.substr(0, at);
        xml.remove_prefix(at);
        if (xml.empty()) break;
        const auto end = xml.find(';');
        const auto meant = end == std::string_view::npos ? "" : entity(xml.substr(1, end - 1));
        text += meant.empty() ? "&" : meant;
        xml.remove_prefix(meant.empty() ? 1 : end + 1);
    }
    return text;
}

}  // namespace office
