#include "db/any_begins_with.hpp"

#include <sqlite3.h>

#include <algorithm>

#include "db/database.hpp"

namespace db {
namespace {

bool begins_with_one(std::string_view path, std::string_view parts) {
    while (!parts.empty()) {
        const auto end = std::min(parts.find('|'), parts.size());
        if (path.starts_with(parts.substr(0, end))) return true;
        parts.remove_prefix(std::min(end + 1, parts.size()));
    }
    return false;
}

std::string_view text_of(sqlite3_value* value) {
    const auto* bytes = sqlite3_value_text(value);
    if (bytes == nullptr) return {};
    return {reinterpret_cast<const char*>(bytes),
            static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

void answer(sqlite3_context* context, int, sqlite3_value** values) {
    sqlite3_result_int(context, any_begins_with(text_of(values[0]), text_of(values[1])) ? 1 : 0);
}

}  // namespace

bool any_begins_with(std::string_view paths, std::string_view parts) {
    for (auto bar = paths.find('|'); bar != paths.npos; bar = paths.find('|', bar + 1))
        if (begins_with_one(paths.substr(bar + 1), parts)) return true;
    return false;
}

void add_any_begins_with(sqlite3* handle) {
    constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    if (sqlite3_create_function_v2(handle, "any_begins_with", 2, flags, nullptr, answer, nullptr,
                                   nullptr, nullptr) != SQLITE_OK)
        throw DatabaseError("cannot add a function to SQLite");
}

}  // namespace db
