// Messages of signing in: names of fields and their sizes.
#pragma once

#include <string>
#include <string_view>

#include "accounts/session_actions.hpp"

namespace accounts {

/// {"account","password"}
[[nodiscard]] base::Result<SignIn> read_sign_in(std::string_view body);
/// {"old","new"}
[[nodiscard]] base::Result<ChangePassword> read_change_password(std::string_view body);
/// {"account","person","unit","role","acts","csrf","must_change_password","next_step"}
[[nodiscard]] std::string to_json(const SignedIn& who);

}  // namespace accounts
