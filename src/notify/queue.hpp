// What is on its way out of the building, whatever it is: in a table of its own kind, taken for a
// while by whoever sends it, and tried again when it failed. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace notify {

enum class Queue { mail, webhook_delivery };
/// The name of its table, and of the lock under which something is put in or taken out.
[[nodiscard]] constexpr std::string_view name_of(Queue queue) {
    return queue == Queue::mail ? "mail" : "webhook_delivery";
}

inline constexpr std::int64_t tries_max = 8;
/// For how long whoever takes something may send it; then somebody else takes it, because the one
/// who had it is dead.
inline constexpr std::int64_t lease_ms = 600'000;
/// How long after a failed try the next one is made: 15 seconds, then four times as long each time,
/// up to four hours and a quarter.
[[nodiscard]] std::int64_t pause_ms_after(std::int64_t tries);

/// What came of one try.
struct Outcome {
    std::optional<std::string> error;      // nothing: it was sent
    std::optional<std::int64_t> pause_ms;  // until the next one; nothing: given up
    bool operator==(const Outcome&) const = default;
};
/// Of the try that is number `tries`, of so many that are made.
[[nodiscard]] Outcome outcome_of(std::optional<std::string> error, std::int64_t tries,
                                 std::int64_t tries_made_at_most = tries_max);

}  // namespace notify
