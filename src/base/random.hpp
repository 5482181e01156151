// The one source of randomness; replaced in tests by a counted one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <random>
#include <span>

namespace base {

class Random {
  public:
    virtual ~Random() = default;
    /// Fills `bytes` with unpredictable bytes. Safe from any thread.
    virtual void fill(std::span<std::uint8_t> bytes) = 0;
};

/// From the operating system, through OpenSSL. Throws std::runtime_error when it has none.
class SystemRandom final : public Random {
  public:
    void fill(std::span<std::uint8_t> bytes) override;
};

/// The same bytes for the same seed: tests and sample data only.
class SeededRandom final : public Random {
  public:
    explicit SeededRandom(std::uint64_t seed) : engine_(seed) {}
    void fill(std::span<std::uint8_t> bytes) override;

  private:
    std::mutex mutex_;
    std::mt19937_64 engine_;
};

}  // namespace base
