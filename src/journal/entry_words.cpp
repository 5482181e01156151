#include "journal/entry_words.hpp"

#include <algorithm>
#include <boost/json.hpp>

extern "C" {
extern const char zhenggai_journal_words_begin[];
extern const char zhenggai_journal_words_end[];
}

namespace journal {
namespace {

const boost::json::object& catalogue() {
    static const auto parsed = boost::json::parse(std::string_view(
        zhenggai_journal_words_begin,
        static_cast<std::size_t>(zhenggai_journal_words_end - zhenggai_journal_words_begin)));
    return parsed.get_object();
}

const boost::json::object& section_of(Word what) {
    const auto* name = what == Word::act ? "acts" : what == Word::kind ? "kinds" : "fields";
    return catalogue().at(name).get_object();
}

std::string text_or(const boost::json::object& names, std::string_view code) {
    const auto* found = names.if_contains(code);
    return found == nullptr ? std::string(code) : std::string(found->get_string());
}

}  // namespace

std::string words_of(Word what, std::string_view code) {
    return text_or(section_of(what), code);
}

bool has_words(Word what, std::string_view code) {
    return section_of(what).if_contains(code) != nullptr;
}

std::vector<std::string> codes_of(Word what) {
    std::vector<std::string> codes;
    for (const auto& [code, words] : section_of(what)) codes.emplace_back(code);
    return codes;
}

std::string words_of_value(std::string_view field, std::string_view value) {
    const auto of = field == "asked_role" ? std::string_view("role") : field;
    const auto* names = catalogue().at("values").get_object().if_contains(of);
    if (names == nullptr) return std::string(value);
    std::string words;
    while (!value.empty()) {
        const auto end = std::min(value.find(", "), value.size());
        if (!words.empty()) words += "、";
        words += text_or(names->get_object(), value.substr(0, end));
        value.remove_prefix(std::min(end + 2, value.size()));
    }
    return words;
}

}  // namespace journal
