// Restricted texts as they are stored: sealed for the place where they stand, so that they cannot
// be read without the key, changed unnoticed or moved to another row. Knows keys and forms; which
// texts are restricted is decided by whoever stores them.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/cipher.hpp"
#include "base/random.hpp"

namespace base {

/// Where a sealed thing belongs: "problem.text" and the row's id, or "evidence" and a digest.
struct Place {
    std::string_view field, row;
};

/// What is sealed cannot be opened. The text says what and why.
class SealBroken : public std::runtime_error {
  public:
    enum class Why {
        changed,  // it is not what was sealed for this place
        no_key,   // it was sealed under a key that is not here
    };
    SealBroken(Why reason, const Place& place);
    Why why;
    std::string field, row;
};

/// Whether a stored text is a sealed one. None that people type begins like it: texts from outside
/// have no control characters.
[[nodiscard]] bool is_sealed(std::string_view stored);

/// The first seals, all of them open.
using Ciphers = std::vector<std::shared_ptr<const Cipher>>;

/// Safe from any thread.
class Sealer {
  public:
    enum class Mode {
        sealing,  // what is restricted is sealed from now on
        opening,  // what was sealed is opened; nothing more is sealed
    };
    /// `load` gives the keys, at least one. It is asked again after a second at most, so that a
    /// program that runs takes up a new key; when it throws later on, the keys known so far stay.
    /// `random` must outlive the sealer.
    Sealer(Mode mode, std::function<Ciphers()> load, Random& random);

    [[nodiscard]] bool seals() const { return mode_ == Mode::sealing; }
    /// Of any text, a different one each time. "" stays "": that nothing is there is no secret.
    [[nodiscard]] std::string seal(std::string_view text, const Place& place) const;
    /// What seal() was given. A text that is not sealed is returned as it is. Throws SealBroken.
    [[nodiscard]] std::string open(std::string_view stored, const Place& place) const;
    /// Whether it was sealed under the newest key.
    [[nodiscard]] bool is_newest(std::string_view sealed) const;

    /// Of which new things are sealed.
    [[nodiscard]] std::shared_ptr<const Cipher> newest() const;
    /// Nothing when there is no such key.
    [[nodiscard]] std::shared_ptr<const Cipher> named(std::string_view name) const;
    [[nodiscard]] CounterBlock fresh_block() const;

  private:
    [[nodiscard]] Ciphers keys_not_older_than(std::chrono::milliseconds age) const;

    Mode mode_;
    std::function<Ciphers()> load_;
    Random& random_;
    mutable std::mutex mutex_;
    mutable Ciphers keys_;
    mutable std::chrono::steady_clock::time_point loaded_at_;
};

}  // namespace base
