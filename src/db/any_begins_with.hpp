// The one function that statements use and SQLite lacks; on PostgreSQL a migration makes it. One
// call instead of a LIKE for each part: what a list asks of every row it looks at.
#pragma once

struct sqlite3;

namespace db {

/// Makes any_begins_with(paths, parts) known to the connection: whether one of the bar-separated
/// paths ("|/1/|/1/4/|") begins with one of the bar-separated parts ("/1/4/|/1/9/"). Parts are not
/// empty. Throws DatabaseError.
void add_any_begins_with(sqlite3* handle);

}  // namespace db
