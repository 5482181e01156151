// How often codes that are none were tried from one address: kept in memory for some minutes,
// stored nowhere, so that nobody tries them all. A step for actions.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "base/instant.hpp"
#include "base/result.hpp"

namespace opinions {

inline constexpr int code_tries_max = 10;
inline constexpr std::int64_t code_tries_ms = 10 * 60'000, tried_addresses_max = 10'000;

/// Safe from any thread.
class CodeTries {
  public:
    /// Refuses: too_many_codes_tried (args seconds, until the first try is forgotten).
    [[nodiscard]] base::Result<void> check(std::string_view address, base::Instant now);
    void note_failure(std::string_view address, base::Instant now);

  private:
    struct Tried {
        base::Instant since;
        int times = 0;
    };
    void forget_old(base::Instant now);

    std::mutex mutex_;
    std::map<std::string, Tried, std::less<>> tried_;
};

}  // namespace opinions
