#include "base/messages.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <string_view>

extern "C" {
extern const char zhenggai_messages_begin[];
extern const char zhenggai_messages_end[];
}

namespace base {
namespace {

const boost::json::object& catalogue() {
    static const auto parsed = boost::json::parse(std::string_view(
        zhenggai_messages_begin,
        static_cast<std::size_t>(zhenggai_messages_end - zhenggai_messages_begin)));
    return parsed.get_object();
}

std::string without_sentence(const Error& error) {
    return error.field.empty() ? error.code : error.code + "（" + error.field + "）";
}

}  // namespace

std::string sentence_of(const Error& error) {
    const auto* found = catalogue().if_contains(error.code);
    if (found == nullptr) return without_sentence(error);
    std::string_view pattern = found->get_string();
    std::string sentence;
    while (!pattern.empty()) {
        const auto open = std::min(pattern.find('{'), pattern.size());
        const auto close = pattern.find('}', open);
        sentence += pattern.substr(0, open);
        if (close == pattern.npos) return sentence.append(pattern.substr(open));
        const auto name = pattern.substr(open + 1, close - open - 1);
        const auto arg = std::find_if(error.args.begin(), error.args.end(),
                                      [&](const auto& pair) { return pair.first == name; });
        sentence += arg != error.args.end() ? std::string_view(arg->second)
                                            : pattern.substr(open, close + 1 - open);
        pattern.remove_prefix(close + 1);
    }
    return sentence;
}

}  // namespace base
