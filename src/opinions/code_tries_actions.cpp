#include "opinions/code_tries_actions.hpp"

namespace opinions {

void CodeTries::forget_old(base::Instant now) {
    std::erase_if(tried_, [&](const auto& one) {
        return now.milliseconds - one.second.since.milliseconds >= code_tries_ms;
    });
}

base::Result<void> CodeTries::check(std::string_view address, base::Instant now) {
    const std::lock_guard lock(mutex_);
    forget_old(now);
    const auto found = tried_.find(address);
    if (found == tried_.end() || found->second.times < code_tries_max) return {};
    const auto left = found->second.since.milliseconds + code_tries_ms - now.milliseconds;
    return base::refuse(base::ErrorKind::too_many_requests, "too_many_codes_tried", {},
                        {{"seconds", std::to_string((left + 999) / 1'000)}});
}

void CodeTries::note_failure(std::string_view address, base::Instant now) {
    const std::lock_guard lock(mutex_);
    forget_old(now);
    // From so many addresses at once nobody types codes: all are forgotten.
    if (tried_.size() >= static_cast<std::size_t>(tried_addresses_max)) tried_.clear();
    auto& one = tried_[std::string(address)];
    if (one.times++ == 0) one.since = now;
}

}  // namespace opinions
