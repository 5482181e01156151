// Groups of rows on the wire.
#pragma once

#include "http/http.hpp"
#include "ledger/ledger_actions.hpp"

namespace ledger {

/// "by" of the address; unit where it is not said. Refuses unknown_name.
[[nodiscard]] base::Result<GroupBy> read_group_by(const http::Request& request);
/// {"by","view","rows":[{"key","name","total","overdue","cells":[…],"results":[…]}],"total",
/// "overdue"}. Names of leaders as this actor is told them; the key is as it stands in the rows
/// only for those who are told names.
[[nodiscard]] std::string to_json(const std::vector<Group>& groups, View view, GroupBy by,
                                  const base::Actor& actor);

}  // namespace ledger
