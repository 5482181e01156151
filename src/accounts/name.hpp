// When two names are the same name: people write full-width letters, spaces inside and either case,
// and mean one unit, one person, one account. Pure.
#pragma once

#include <string>
#include <string_view>

namespace accounts {

/// The name as it is compared and stored in the _key columns: without white space and zero-width
/// characters, full-width forms narrowed, ASCII letters lower-cased. `name` must be valid UTF-8.
[[nodiscard]] std::string name_key(std::string_view name);
/// A pattern for LIKE … ESCAPE '\' over a _key column: what was typed, anywhere inside; "" fits
/// everything.
[[nodiscard]] std::string containing(std::string_view typed);

/// A person's name as it is shown to whoever has no need of it: 张某, 欧阳明 as 欧某某. Personal
/// information is shown as far as the work needs it and no further (domain 8.1).
[[nodiscard]] std::string masked(std::string_view name);

}  // namespace accounts
