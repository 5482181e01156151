// A map of the SQLite file that outlives commits. SQLite gives the whole map back whenever somebody
// committed, only to learn how large the file is now: with readers on several threads, asking for
// its pages again took more than half of the time of a page while others save. Linux only, as
// SQLite's own map is only used for reading.
#pragma once

struct sqlite3;

namespace db {

/// From now on the connection's map is given back only when the file has another size than the map.
/// The connection must read through a map (PRAGMA mmap_size) and not write.
void keep_map(sqlite3* handle);

}  // namespace db
