// Evidence on the wire, as far as it does not speak of rows.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/json_writer.hpp"
#include "evidence/evidence.hpp"
#include "evidence/preview.hpp"

namespace evidence {

/// How the one who reads is told a person's name.
using NameOf = std::function<std::string(std::string_view)>;

/// The members of a version without braces.
void write_members(base::JsonWriter& json, const Item& item, const NameOf& told);
[[nodiscard]] std::string to_json(const Preview& preview);

}  // namespace evidence
