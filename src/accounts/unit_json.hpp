// Messages about units and persons: names of fields and their sizes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "accounts/person.hpp"
#include "accounts/unit_tree.hpp"

namespace base {
class JsonWriter;
}

namespace accounts {

/// {"id","name","short_name","kind","parent_id"|null}; number, path and version are the server's.
[[nodiscard]] base::Result<Unit> read_new_unit(std::string_view body);
/// {"version","name","short_name","kind"}
struct UnitRenaming {
    std::int64_t version = 0;
    UnitNames names;
};
[[nodiscard]] base::Result<UnitRenaming> read_unit_renaming(std::string_view body);
/// One unit as a value inside another message.
void write_unit(base::JsonWriter& json, const Unit& unit);
[[nodiscard]] std::string to_json(const Unit& unit);
/// {"rows"}
[[nodiscard]] std::string to_json(const std::vector<Unit>& units);
/// {"rows"}
[[nodiscard]] std::string to_json(const std::vector<Person>& persons);

}  // namespace accounts
