#include "db/steady_map.hpp"

#include <sqlite3.h>

namespace db {
namespace {

/// Of the system's files, but for one; set before any connection has it.
struct Methods {
    const sqlite3_io_methods* system;
    sqlite3_io_methods steady;
};
const Methods& methods_beside(const sqlite3_io_methods* system);

/// Whether a byte of the file lies in the map; a file that has none yet gets it here.
bool is_mapped(sqlite3_file* file, const sqlite3_io_methods& system, sqlite3_int64 offset) {
    void* byte = nullptr;
    if (system.xFetch(file, offset, 1, &byte) != SQLITE_OK || byte == nullptr) return false;
    system.xUnfetch(file, offset, byte);
    return true;
}

/// Both are whole pages, none smaller than this; SQLite hands out nothing of a map's last 256
/// bytes.
constexpr sqlite3_int64 page_bytes_min = 512;

/// The map ends where the file does: its last page lies in it, and none behind it.
bool fits_its_file(sqlite3_file* file, const sqlite3_io_methods& system) {
    sqlite3_int64 size = 0;
    return system.xFileSize(file, &size) == SQLITE_OK && size >= page_bytes_min &&
           is_mapped(file, system, size - page_bytes_min) && !is_mapped(file, system, size);
}

/// Without a page it is the hint of a new snapshot: “give back the map”.
int unfetch(sqlite3_file* file, sqlite3_int64 offset, void* page) {
    const auto& system = *methods_beside(nullptr).system;
    if (page == nullptr && fits_its_file(file, system)) return SQLITE_OK;
    return system.xUnfetch(file, offset, page);
}

const Methods& methods_beside(const sqlite3_io_methods* system) {
    static const Methods methods = [&] {
        Methods made{system, *system};
        made.steady.xUnfetch = unfetch;
        return made;
    }();
    return methods;
}

}  // namespace

void keep_map(sqlite3* handle) {
    sqlite3_file* file = nullptr;
    if (sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK) return;
    if (file->pMethods == nullptr || file->pMethods->iVersion < 3) return;
    const auto& methods = methods_beside(file->pMethods);
    // A file of another kind (without locks, of another VFS) keeps its own.
    if (file->pMethods == methods.system) file->pMethods = &methods.steady;
}

}  // namespace db
