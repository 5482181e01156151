#include "accounts/password_hasher.hpp"

#include <sodium.h>
#include <sys/resource.h>

#include <array>
#include <future>
#include <stdexcept>

namespace accounts {
namespace {

base::Error too_many() {
    return refuse(base::ErrorKind::too_many_requests, "too_many_sign_ins", {}, {{"seconds", "2"}});
}

constexpr int giving_way = 10;

/// Hashes on a thread of its own that gives way to all others: on Linux a thread has its own nice
/// value, and may not go back from it. A flood of passwords then gets what the pages leave.
template <class Hash>
auto beside_the_pages(Hash hash) {
    return std::async(std::launch::async,
                      [&] {
                          ::setpriority(PRIO_PROCESS, 0, giving_way);
                          return hash();
                      })
        .get();
}

}  // namespace

PasswordHasher::PasswordHasher(const PasswordCost& cost)
    : cost_(cost), places_(cost.at_once_max, cost.waiting_max) {
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot be initialised");
}

std::string PasswordHasher::hashed(std::string_view password) const {
    std::array<char, crypto_pwhash_STRBYTES> text{};
    const auto done = beside_the_pages([&] {
        return crypto_pwhash_str(text.data(), password.data(), password.size(), cost_.passes,
                                 cost_.memory_bytes);
    });
    if (done != 0) throw std::runtime_error("no memory to hash a password");
    return text.data();
}

base::Result<std::string> PasswordHasher::hash(std::string_view password) {
    const base::Places::Place place(places_);
    if (!place.taken()) return too_many();
    return hashed(password);
}

base::Result<bool> PasswordHasher::matches(std::string_view hash, std::string_view password) {
    const base::Places::Place place(places_);
    if (!place.taken()) return too_many();
    if (hash.empty()) return static_cast<void>(hashed(password)), false;
    const std::string text(hash);
    return beside_the_pages([&] {
               return crypto_pwhash_str_verify(text.c_str(), password.data(), password.size());
           }) == 0;
}

}  // namespace accounts
