// Messages of second factors and of the list of one's sessions: names of fields and their sizes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "accounts/second_factor_actions.hpp"

namespace accounts {

/// {"code"}
[[nodiscard]] base::Result<std::string> read_code(std::string_view body);
/// {"password"}
[[nodiscard]] base::Result<std::string> read_own_password(std::string_view body);
/// {"set_up","offered","required","recovery_codes_left"}
[[nodiscard]] std::string to_json(const FactorState& state);
/// {"secret","address","picture":{"size","path"}}
[[nodiscard]] std::string to_json(const OfferedFactor& offered);
/// {"recovery_codes":[…]}
[[nodiscard]] std::string recovery_codes_json(const std::vector<std::string>& codes);
/// {"rows":[{"id","signed_in_at","last_seen_at","address","browser","present"}]}
[[nodiscard]] std::string to_json(const OwnSessions& sessions);

}  // namespace accounts
