// Messages about delegations: names of fields and their sizes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "accounts/delegation_actions.hpp"

namespace accounts {

/// {"id","to","from_on","until_on","reason"}
[[nodiscard]] base::Result<NewDelegation> read_new_delegation(std::string_view body);
/// {"id","from":{"account_id","name","unit_name"},"to":{…},"from_on","until_on","reason","state",
/// "made_at","ended_at"|null,"ended_by_name"}
[[nodiscard]] std::string to_json(const Delegation& delegation, base::Date today);
/// {"rows"}
[[nodiscard]] std::string to_json(const std::vector<Delegation>& delegations, base::Date today);
/// {"rows":[{"account_id","name","unit_name"}]}
[[nodiscard]] std::string to_json(const std::vector<DelegationEnd>& delegates);

}  // namespace accounts
