#include "db/any_begins_with.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "db/database.hpp"

namespace db {
namespace {

/// Sorted, and none begins with another: a path that begins with any of them begins with the last
/// one that is not after it.
class Parts {
  public:
    explicit Parts(std::string_view joined) {
        std::vector<std::string_view> all;
        while (!joined.empty()) {
            const auto end = std::min(joined.find('|'), joined.size());
            all.push_back(joined.substr(0, end));
            joined.remove_prefix(std::min(end + 1, joined.size()));
        }
        std::sort(all.begin(), all.end());
        for (const auto part : all)
            if (parts_.empty() || !part.starts_with(parts_.back())) parts_.emplace_back(part);
        if (!parts_.empty())
            shortest_ = std::min_element(parts_.begin(), parts_.end(), [](auto& a, auto& b) {
                            return a.size() < b.size();
                        })->size();
    }

    [[nodiscard]] bool begin_any(std::string_view paths) const {
        std::size_t from = 0;
        while (from < paths.size()) {
            const auto bar = std::min(paths.find('|', from), paths.size());
            if (bar - from >= shortest_ && begin(paths.substr(from, bar - from))) return true;
            from = bar + 1;
        }
        return false;
    }

  private:
    [[nodiscard]] bool begin(std::string_view path) const {
        const auto after = std::upper_bound(parts_.begin(), parts_.end(), path);
        return after != parts_.begin() && path.starts_with(*std::prev(after));
    }

    std::vector<std::string> parts_;
    std::size_t shortest_ = 0;
};

std::string_view text_of(sqlite3_value* value) {
    const auto* bytes = static_cast<const char*>(sqlite3_value_blob(value));
    if (bytes == nullptr) return {};
    return {bytes, static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

// The parts are the same for every row of a statement: SQLite keeps them from call to call.
void answer(sqlite3_context* context, int, sqlite3_value** values) {
    const auto paths = text_of(values[0]);
    if (const auto* kept = static_cast<const Parts*>(sqlite3_get_auxdata(context, 1))) {
        sqlite3_result_int(context, kept->begin_any(paths) ? 1 : 0);
        return;
    }
    auto parts = std::make_unique<Parts>(text_of(values[1]));
    sqlite3_result_int(context, parts->begin_any(paths) ? 1 : 0);
    sqlite3_set_auxdata(context, 1, parts.release(),
                        [](void* kept) { delete static_cast<Parts*>(kept); });
}

}  // namespace

void add_any_begins_with(sqlite3* handle) {
    constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    if (sqlite3_create_function_v2(handle, "any_begins_with", 2, flags, nullptr, answer, nullptr,
                                   nullptr, nullptr) != SQLITE_OK)
        throw DatabaseError("cannot add a function to SQLite");
}

}  // namespace db
