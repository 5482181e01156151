// Making roles and changing them; what changes holds at once for everybody who has the role.
#pragma once

#include "accounts/custom_role_store.hpp"
#include "accounts/needs.hpp"

namespace accounts {

/// Sent again with the same content: as it is. Refuses: same_id_other_content, too_many_roles,
/// custom_role_name_taken, as check().
[[nodiscard]] base::Result<CustomRole> make_role(Needs needs, const CustomRole& wanted,
                                                 const base::Actor& actor);
/// Refuses: custom_role_unknown, somebody_else_changed_it, custom_role_name_taken, as change().
[[nodiscard]] base::Result<CustomRole> change_role(Needs needs, CustomRoleId id,
                                                   std::int64_t version,
                                                   const CustomRoleChange& wanted,
                                                   const base::Actor& actor);
[[nodiscard]] std::vector<CustomRole> list_roles(Needs needs);

}  // namespace accounts
