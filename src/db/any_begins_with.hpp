// The one function that statements use and SQLite lacks; on PostgreSQL a migration makes it. One
// call instead of a LIKE for each part: what a list asks of every row it looks at.
#pragma once

#include <string_view>

struct sqlite3;

namespace db {

/// Whether one of the bar-separated paths ("|/1/|/1/4/|") begins with one of the bar-separated
/// parts ("/1/4/|/1/9/"). Parts are not empty.
[[nodiscard]] bool any_begins_with(std::string_view paths, std::string_view parts);
/// Makes it known to the connection. Throws DatabaseError.
void add_any_begins_with(sqlite3* handle);

}  // namespace db
