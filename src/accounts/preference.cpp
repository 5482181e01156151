#include "accounts/preference.hpp"

#include <algorithm>

namespace accounts {

using base::ErrorKind;
using base::refuse;

base::Result<void> check_preference_name(std::string_view name) {
    const auto acceptable = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
    };
    if (!name.empty() && name.size() <= preference_name_chars_max &&
        std::all_of(name.begin(), name.end(), acceptable))
        return {};
    return refuse(ErrorKind::invalid, "preference_name_not_acceptable", "key");
}

base::Result<void> check_preference(std::string_view name, std::string_view value) {
    if (const auto good = check_preference_name(name); !good) return good;
    if (value.size() <= preference_bytes_max) return {};
    return refuse(ErrorKind::too_large, "preference_too_large", "value",
                  {{"accepted", std::to_string(preference_bytes_max)}});
}

}  // namespace accounts
