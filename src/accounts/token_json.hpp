// Messages of personal tokens.
#pragma once

#include "accounts/token_actions.hpp"

namespace accounts {

/// {"id","name","acts":[],"days"}; "purpose" is "program" where it is absent.
[[nodiscard]] base::Result<NewToken> read_new_token(std::string_view body);
/// {"days_max","acts":[…],"rows":[…]}: what a token may be given at most, and those there are.
[[nodiscard]] std::string to_json(const std::vector<Token>& tokens, base::Acts offered,
                                  std::int64_t days_max, base::Instant now);
/// With "text", shown once.
[[nodiscard]] std::string to_json(const MadeToken& made, base::Instant now);

/// {"total", "rows": […]}: those of everybody, without anything by which they could be used.
[[nodiscard]] std::string to_json(const std::vector<IssuedToken>& tokens, base::Instant now);

}  // namespace accounts
