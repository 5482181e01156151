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
        taken_ = hasher_.free_.try_acquire();
        if (taken_) return;
        if (hasher_.waiting_.fetch_add(1) < hasher_.cost_.waiting_max) {
            hasher_.free_.acquire();
            taken_ = true;
        }
        hasher_.waiting_.fetch_sub(1);
    }
    ~Place() {
        if (taken_) hasher_.free_.release();
    }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    [[nodiscard]] bool taken() const { return taken_; }

  private:
    PasswordHasher& hasher_;
    bool taken_ = false;
};

PasswordHasher::PasswordHasher(const PasswordCost& cost) : cost_(cost), free_(cost.at_once_max) {
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
