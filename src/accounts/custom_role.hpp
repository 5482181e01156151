// A role that an installation makes for itself: one of the fixed set under a name of its own, with
// fewer acts. Never more: what the fixed table keeps apart, nobody can put together again. Pure.
#pragma once

#include <optional>
#include <string>

#include "accounts/role.hpp"
#include "base/result.hpp"

namespace accounts {

inline constexpr std::size_t custom_role_name_chars_max = 30;
inline constexpr std::int64_t custom_roles_max = 200;

using CustomRoleId = base::Id<struct CustomRoleTag>;

struct CustomRole {
    CustomRoleId id;
    std::string name;
    Role base = Role::observer;
    base::Acts acts;
    bool closed = false;  // given to nobody any more
    std::int64_t version = 1;
    bool operator==(const CustomRole&) const = default;
};

/// What may change; the fixed role beneath never does.
struct CustomRoleChange {
    std::string name;
    base::Acts acts;
    bool closed = false;
};

/// Refuses: custom_role_name_is_a_role, administrators_have_no_custom_roles (their three stay as
/// they are), custom_role_is_wider, custom_role_reads_nothing.
[[nodiscard]] base::Result<void> check(const CustomRole& wanted);
/// Nothing new: as it is. Refuses: custom_role_is_held (args count: `holders` accounts) when it is
/// closed, then as check().
[[nodiscard]] base::Result<CustomRole> change(const CustomRole& before,
                                              const CustomRoleChange& wanted, std::int64_t holders);
/// Whether it may be given together with `role`. Refuses: custom_role_is_closed,
/// custom_role_is_of_another_role.
[[nodiscard]] base::Result<void> check_given(const CustomRole& custom, Role role);

/// "read_ledger, review"; unknown names in a text are no acts.
[[nodiscard]] std::string text_of(base::Acts acts);
[[nodiscard]] base::Acts acts_in(std::string_view text);

}  // namespace accounts
