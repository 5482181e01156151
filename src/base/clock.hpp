// The one source of now. Actions pass the moment on; rules are given it and never ask.
#pragma once

#include <atomic>

#include "base/instant.hpp"

namespace base {

class Clock {
  public:
    virtual ~Clock() = default;
    /// Safe from any thread.
    [[nodiscard]] virtual Instant now() const = 0;
    [[nodiscard]] Date today() const { return date_of(now()); }
};

class SystemClock final : public Clock {
  public:
    [[nodiscard]] Instant now() const override;
};

/// Stands still until a test moves it.
class FixedClock final : public Clock {
  public:
    explicit FixedClock(Instant at) : at_(at.milliseconds) {}
    [[nodiscard]] Instant now() const override { return Instant{at_.load()}; }
    void move_to(Instant at) { at_ = at.milliseconds; }

  private:
    std::atomic<std::int64_t> at_;
};

}  // namespace base
