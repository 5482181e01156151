// Messages about the dictionary: names of fields and their sizes.
#pragma once

#include <string>
#include <string_view>

#include "ledger/row_json.hpp"
#include "proofreading/dictionary_actions.hpp"

namespace proofreading {

/// {"id","wrong","right","reason","unless":["…"],"severity","in_force"}
[[nodiscard]] base::Result<Entry> read_new_entry(std::string_view body);
/// {"version","wrong","right","reason","unless","severity","in_force"}; the id stands in the path.
[[nodiscard]] base::Result<Entry> read_entry_change(std::string_view body);

/// {"id","group","wrong","right","reason","unless","severity","in_force","version","by","at"}
[[nodiscard]] std::string to_json(const Entry& entry, const ledger::Reader& reader);
/// {"rows":[…],"may":["keep"]}
[[nodiscard]] std::string to_json(const DictionaryView& view, const ledger::Reader& reader);
/// {"rows":[…]}
[[nodiscard]] std::string to_json(const Dictionary& versions, const ledger::Reader& reader);

}  // namespace proofreading
