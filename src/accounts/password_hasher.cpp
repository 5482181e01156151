#include "accounts/password_hasher.hpp"

#include <sodium.h>

#include <array>
#include <stdexcept>

namespace accounts {
namespace {

base::Error too_many() {
    return refuse(base::ErrorKind::too_many_requests, "too_many_sign_ins", {}, {{"seconds", "2"}});
}

}  // namespace

// One place among those that may hash at the same time; waits for it when few others wait.
class PasswordHasher::Place {
  public:
    explicit Place(PasswordHasher& hasher) : hasher_(hasher) {
        std::unique_lock lock(hasher_.mutex_);
        if (hasher_.at_work_ >= hasher_.cost_.at_once_max) {
            if (hasher_.waiting_ >= hasher_.cost_.waiting_max) return;
            ++hasher_.waiting_;
            hasher_.free_.wait(lock, [&] { return hasher_.at_work_ < hasher_.cost_.at_once_max; });
            --hasher_.waiting_;
        }
        ++hasher_.at_work_;
        taken_ = true;
    }
    ~Place() {
        if (!taken_) return;
        {
            const std::lock_guard lock(hasher_.mutex_);
            --hasher_.at_work_;
        }
        hasher_.free_.notify_one();
    }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    [[nodiscard]] bool taken() const { return taken_; }

  private:
    PasswordHasher& hasher_;
    bool taken_ = false;
};

PasswordHasher::PasswordHasher(const PasswordCost& cost) : cost_(cost) {
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot be initialised");
}

std::string PasswordHasher::hashed(std::string_view password) const {
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (crypto_pwhash_str(text.data(), password.data(), password.size(), cost_.passes,
                          cost_.memory_bytes) != 0)
        throw std::runtime_error("no memory to hash a password");
    return text.data();
}

base::Result<std::string> PasswordHasher::hash(std::string_view password) {
    const Place place(*this);
    if (!place.taken()) return too_many();
    return hashed(password);
}

base::Result<bool> PasswordHasher::matches(std::string_view hash, std::string_view password) {
    const Place place(*this);
    if (!place.taken()) return too_many();
    if (hash.empty()) return static_cast<void>(hashed(password)), false;
    const std::string text(hash);
    return crypto_pwhash_str_verify(text.c_str(), password.data(), password.size()) == 0;
}

}  // namespace accounts
