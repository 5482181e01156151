#include "accounts/password.hpp"

#include "accounts/name.hpp"
#include "base/limits.hpp"
#include "base/utf8.hpp"

namespace accounts {
namespace {

using base::ErrorKind;
using base::refuse;

int classes_in(std::string_view password) {
    bool lower = false, upper = false, digit = false, other = false;
    for (const char c : password) {
        if (c >= 'a' && c <= 'z')
            lower = true;
        else if (c >= 'A' && c <= 'Z')
            upper = true;
        else if (c >= '0' && c <= '9')
            digit = true;
        else
            other = true;
    }
    return lower + upper + digit + other;
}

// Sixteen letters and eight digits: a byte picks one of them without any being likelier.
constexpr std::string_view upper_letters = "ABCDEFGHJKMNPRTX";
constexpr std::string_view lower_letters = "abcdefghjkmnprtx";
constexpr std::string_view digits = "23456789";

}  // namespace

base::Result<void> check_password(std::string_view password, std::string_view account_name,
                                  const SignInPolicy& policy) {
    const auto chars = base::chars_in(password);
    if (chars < policy.password_chars_min)
        return refuse(ErrorKind::invalid, "password_too_short", "new",
                      {{"accepted", std::to_string(policy.password_chars_min)}});
    if (chars > base::limits::password_chars_max)
        return refuse(ErrorKind::invalid, "password_too_long", "new",
                      {{"accepted", std::to_string(base::limits::password_chars_max)}});
    if (classes_in(password) < policy.password_classes_min)
        return refuse(ErrorKind::invalid, "password_too_plain", "new",
                      {{"accepted", std::to_string(policy.password_classes_min)}});
    if (name_key(password).find(name_key(account_name)) != std::string::npos)
        return refuse(ErrorKind::invalid, "password_contains_account_name", "new");
    return {};
}

std::string initial_password(const PasswordSeed& seed) {
    constexpr std::string_view pattern = "Aaa99-aaa99-aaa99a";
    std::string password;
    std::size_t next = 0;
    for (const char c : pattern) {
        if (c == 'A')
            password += upper_letters[seed[next++] % upper_letters.size()];
        else if (c == 'a')
            password += lower_letters[seed[next++] % lower_letters.size()];
        else if (c == '9')
            password += digits[seed[next++] % digits.size()];
        else
            password += c;
    }
    return password;
}

}  // namespace accounts
