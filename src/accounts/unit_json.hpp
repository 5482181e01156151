// Messages about units and persons: names of fields and their sizes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "accounts/person.hpp"
#include "accounts/unit.hpp"

namespace accounts {

/// {"id","name","short_name","kind","parent_id"|null}; number, path and version are the server's.
[[nodiscard]] base::Result<Unit> read_new_unit(std::string_view body);
[[nodiscard]] std::string to_json(const Unit& unit);
/// {"rows"}
[[nodiscard]] std::string to_json(const std::vector<Unit>& units);
/// {"rows"}
[[nodiscard]] std::string to_json(const std::vector<Person>& persons);

}  // namespace accounts
