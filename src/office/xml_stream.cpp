#include "office/xml_stream.hpp"

#include <expat.h>

#include <cstring>
#include <memory>

#include "office/refusal.hpp"

namespace office {
namespace {

constexpr int depth_max = 400;
// Expat reads an unfinished tag anew with every block; a tag this long is an attack, not a
// document.
constexpr long long unfinished_bytes_max = 4 << 20;

struct Reading {
    XmlEvents& events;
    XML_Parser parser;
    int depth = 0;
    bool broken = false;

    void stop(bool is_broken) {
        broken = broken || is_broken;
        XML_StopParser(parser, XML_FALSE);
    }
};

void XMLCALL on_start(void* user, const XML_Char* name, const XML_Char** attributes) {
    auto& reading = *static_cast<Reading*>(user);
    if (++reading.depth > depth_max) return reading.stop(true);
    reading.events.start(name, XmlAttributes(attributes));
}

void XMLCALL on_end(void* user, const XML_Char*) {
    auto& reading = *static_cast<Reading*>(user);
    --reading.depth;
    reading.events.end();
    if (reading.events.refusal()) reading.stop(false);
}

void XMLCALL on_text(void* user, const XML_Char* text, int length) {
    static_cast<Reading*>(user)->events.text({text, static_cast<std::size_t>(length)});
}

void XMLCALL on_doctype(void* user, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    static_cast<Reading*>(user)->stop(true);
}

struct FreeParser {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

}  // namespace

std::optional<std::string_view> XmlAttributes::find(std::string_view name) const {
    for (const char** pair = pairs_; *pair != nullptr; pair += 2)
        if (name == pair[0]) return pair[1];
    return std::nullopt;
}

base::Result<> read_xml(Archive& archive, const std::string& part, XmlEvents& events) {
    const std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser> parser(
        XML_ParserCreate(nullptr));
    if (!parser) throw std::bad_alloc();
    Reading reading{events, parser.get()};
    XML_SetUserData(parser.get(), &reading);
    XML_SetElementHandler(parser.get(), on_start, on_end);
    XML_SetCharacterDataHandler(parser.get(), on_text);
    XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);
    long long fed = 0;
    const auto filled = [&](std::size_t bytes, bool last) {
        fed += static_cast<long long>(bytes);
        if (XML_ParseBuffer(parser.get(), static_cast<int>(bytes), last) != XML_STATUS_OK) {
            reading.broken = reading.broken || !events.refusal();
            return false;
        }
        reading.broken = fed - XML_GetCurrentByteIndex(parser.get()) > unfinished_bytes_max;
        return !reading.broken && !events.refusal();
    };
    const auto room = [&](std::size_t bytes) {
        return static_cast<char*>(XML_GetBuffer(parser.get(), static_cast<int>(bytes)));
    };
    const auto streamed = archive.stream(part, {room, filled});
    if (!streamed) return streamed.error();
    if (reading.broken) return damaged(part);
    if (events.refusal()) return *events.refusal();
    return {};
}

}  // namespace office
