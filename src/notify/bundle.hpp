// What waits for somebody, told outside in one piece: when that is due and what it says. It tells
// that something happened and where to look, never what a row says: it leaves the building. Shared
// by mails and webhooks. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "notify/event.hpp"

namespace notify {

enum class Rhythm { never, at_once, half_hour, day };
[[nodiscard]] std::string_view name_of(Rhythm rhythm);
[[nodiscard]] std::optional<Rhythm> rhythm_of(std::string_view name);

/// Whether messages that wait since `oldest` are to be sent now: at once, after so many minutes, or
/// at eight in the morning.
[[nodiscard]] bool is_bundle_due(Rhythm rhythm, base::Instant oldest, base::Instant now,
                                 std::int64_t bundle_minutes);

inline constexpr std::size_t bundle_lines_max = 50;

struct Bundle {
    std::int64_t count = 0;  // of what happened
    std::string title;
    std::vector<std::string> lines;  // the first of them, at most `bundle_lines_max`, one line each
    bool operator==(const Bundle&) const = default;
};
[[nodiscard]] Bundle bundle_of(const std::vector<Event>& events);

/// "……其余 3 件请在系统中查看。", or "" when all `count` were said.
[[nodiscard]] std::string rest_of(std::int64_t count, std::size_t said);
/// Where the messages are read, or "" when nobody said where the pages are.
[[nodiscard]] std::string messages_address(std::string_view origin);
/// How to get there, in one sentence.
[[nodiscard]] std::string where_to_look(std::string_view origin);

}  // namespace notify
