#include "notify/queue.hpp"

#include <algorithm>

namespace notify {

std::int64_t pause_ms_after(std::int64_t tries) {
    return 15'000 * (std::int64_t{1} << 2 * (std::clamp<std::int64_t>(tries, 1, 6) - 1));
}

Outcome outcome_of(std::optional<std::string> error, std::int64_t tries,
                   std::int64_t tries_made_at_most) {
    Outcome outcome{std::move(error), {}};
    if (outcome.error && tries < tries_made_at_most) outcome.pause_ms = pause_ms_after(tries);
    return outcome;
}

}  // namespace notify
