#include "app/config_reader.hpp"

#include <algorithm>
#include <charconv>

#include "base/utf8.hpp"

namespace app {

using base::ErrorKind;

std::int64_t ValueReader::integer(std::string_view name, std::int64_t min, std::int64_t max) {
    const auto& value = text(name);
    std::int64_t number = 0;
    const auto* end = value.data() + value.size();
    const auto [stopped, error] = std::from_chars(value.data(), end, number);
    if (error == std::errc() && stopped == end && number >= min && number <= max) return number;
    refuse(name, std::to_string(min) + " 至 " + std::to_string(max) + " 的整数");
    return min;
}

bool ValueReader::boolean(std::string_view name) {
    const auto& value = text(name);
    if (value != "true" && value != "false") refuse(name, "true 或 false");
    return value == "true";
}

void ValueReader::refuse(std::string_view name, std::string accepted) {
    if (first_.code.empty())
        first_ = base::refuse(ErrorKind::invalid, "setting_not_acceptable", {},
                              {{"name", std::string(name)},
                               {"value", text(name)},
                               {"accepted", std::move(accepted)}});
}

void ValueReader::need(std::string_view name, std::string_view other) {
    if (first_.code.empty() && !text(name).empty() && text(other).empty())
        first_ = base::refuse(ErrorKind::invalid, "setting_needs_another", {},
                              {{"name", std::string(name)}, {"other", std::string(other)}});
}

std::vector<std::string> split(std::string_view list) {
    std::vector<std::string> parts;
    while (!list.empty()) {
        const auto end = std::min(list.find(','), list.size());
        if (const auto part = base::trim(list.substr(0, end)); !part.empty())
            parts.emplace_back(part);
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return parts;
}

std::filesystem::path absolute_or_empty(const std::string& path) {
    return path.empty() ? std::filesystem::path() : std::filesystem::absolute(path);
}

}  // namespace app
