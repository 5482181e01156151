// TOML: the only file that includes toml++, which is slow to compile.
#include <toml++/toml.h>

#include "app/config.hpp"

namespace app {
namespace {

std::optional<std::string> text_of(const toml::node& node) {
    if (const auto* text = node.as_string()) return text->get();
    if (const auto* number = node.as_integer()) return std::to_string(number->get());
    if (const auto* truth = node.as_boolean()) return truth->get() ? "true" : "false";
    const auto* list = node.as_array();
    if (list == nullptr) return std::nullopt;
    std::string joined;
    for (const auto& element : *list) {
        const auto one = text_of(element);
        if (!one) return std::nullopt;
        joined += (joined.empty() ? "" : ",") + *one;
    }
    return joined;
}

base::Error not_readable(const std::filesystem::path& path, const std::string& what) {
    return base::refuse(base::ErrorKind::invalid, "config_file_not_readable", {},
                        {{"path", path.string()}, {"what", what}});
}

}  // namespace

base::Result<Values> read_config_file(const std::filesystem::path& path) {
    Values values;
    try {
        for (const auto& [key, node] : toml::parse_file(path.string())) {
            auto text = text_of(node);
            if (!text) return not_readable(path, std::string(key.str()));
            values.emplace(key.str(), std::move(*text));
        }
    } catch (const toml::parse_error& error) {
        const auto line = error.source().begin.line;
        const auto place = line > 0 ? "第 " + std::to_string(line) + " 行：" : std::string();
        return not_readable(path, place + std::string(error.description()));
    }
    return values;
}

}  // namespace app
