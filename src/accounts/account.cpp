#include "accounts/account.hpp"

#include <algorithm>
#include <array>

#include "accounts/name.hpp"
#include "base/names.hpp"
#include "base/utf8.hpp"

namespace accounts {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::array<std::string_view, 3> source_names{"local", "ldap", "oidc"};

bool acceptable_in_name(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '_' || c == '-' || c == '@';
}

bool is_account_name(std::string_view name) {
    const auto key = name_key(name);
    const auto chars = base::chars_in(key);
    return chars == base::chars_in(name) && chars >= account_name_chars_min &&
           chars <= account_name_chars_max &&
           std::all_of(key.begin(), key.end(), acceptable_in_name);
}

std::int64_t lock_minutes(std::int64_t failed_count, const SignInPolicy& policy) {
    auto minutes = policy.lock_minutes;
    const auto longest = std::max(minutes, lock_minutes_max);
    for (auto more = failed_count - policy.failures_max; more > 0 && minutes < longest; --more)
        minutes *= 2;
    return std::min(minutes, longest);
}

constexpr std::int64_t minute_ms = 60'000;

}  // namespace

std::string_view name_of(SignInSource source) {
    return source_names[static_cast<std::size_t>(source)];
}

std::optional<SignInSource> sign_in_source_of(std::string_view name) {
    return base::named<SignInSource>(source_names, name);
}

base::Result<void> check_new(const NewAccount& wanted) {
    if (!is_account_name(wanted.name))
        return refuse(ErrorKind::invalid, "account_name_not_acceptable", "name",
                      {{"value", wanted.name}});
    if (name_key(wanted.person_name).empty())
        return refuse(ErrorKind::invalid, "person_name_empty", "person_name");
    if (is_bound_to_unit(wanted.role) && !wanted.unit)
        return refuse(ErrorKind::invalid, "this_role_needs_a_unit", "unit_id");
    return {};
}

bool says_the_same(const Account& stored, const NewAccount& wanted) {
    const auto unit = stored.unit ? std::optional(stored.unit->id) : std::nullopt;
    return stored.id == wanted.id && stored.name == wanted.name &&
           stored.person_name == wanted.person_name && unit == wanted.unit &&
           stored.source == wanted.source &&
           (stored.role == wanted.role || stored.role == Role::unassigned);
}

base::Result<void> check_not_locked(const Account& account, base::Instant now) {
    if (!account.locked_until || *account.locked_until <= now) return {};
    const auto left = account.locked_until->milliseconds - now.milliseconds;
    return refuse(ErrorKind::too_many_requests, "account_locked", "account",
                  {{"minutes", std::to_string((left + minute_ms - 1) / minute_ms)}});
}

Account after_failure(const Account& before, base::Instant now, const SignInPolicy& policy) {
    Account after = before;
    ++after.failed_count;
    if (after.failed_count >= policy.failures_max)
        after.locked_until =
            base::Instant{now.milliseconds + lock_minutes(after.failed_count, policy) * minute_ms};
    return after;
}

Account after_code(const Account& before) {
    Account after = before;
    after.failed_count = 0;
    after.locked_until.reset();
    return after;
}

Account with_expired_password(const Account& before) {
    Account after = before;
    after.must_change_password = true;
    return after;
}

base::Result<Account> after_right_password(const Account& before, base::Instant now) {
    if (before.disabled) return refuse(ErrorKind::forbidden, "account_is_disabled");
    Account after = before;
    after.failed_count = 0;
    after.locked_until.reset();
    after.last_sign_in_at = now;
    return after;
}

Account with_initial_password(const Account& before, std::string hash) {
    Account after = with_own_password(before, std::move(hash));
    after.must_change_password = true;
    return after;
}

Account with_own_password(const Account& before, std::string hash) {
    Account after = before;
    after.password_hash = std::move(hash);
    after.must_change_password = false;
    after.failed_count = 0;
    after.locked_until.reset();
    ++after.version;
    return after;
}

Account with_password_elsewhere(const Account& before, SignInSource source) {
    Account after = with_own_password(before, {});
    after.source = source;
    return after;
}

base::Result<void> check_own_source(const Account& account) {
    if (account.source == SignInSource::local) return {};
    return refuse(ErrorKind::illegal_transition, "password_is_kept_elsewhere");
}

base::Result<void> check_version(const Account& stored, std::int64_t version) {
    if (stored.version == version) return {};
    return refuse(ErrorKind::conflict, "somebody_else_changed_it", "version",
                  {{"version", std::to_string(stored.version)}});
}

base::Result<Account> disable(const Account& before, const base::Actor& actor,
                              std::int64_t other_administrators) {
    if (before.disabled) return before;
    if (before.id == actor.id)
        return refuse(ErrorKind::forbidden, "nobody_disables_their_own_account");
    if (is_administrator(before.role) && other_administrators == 0)
        return refuse(ErrorKind::illegal_transition, "one_administrator_must_remain");
    return put_out_of_use(before);
}

base::Result<void> check_in_use(const Account& account, base::Instant now,
                                const SignInPolicy& policy) {
    constexpr std::int64_t day_ms = 24 * 60 * 60'000;
    if (policy.unused_days == 0 || !account.last_sign_in_at) return {};
    const auto since =
        std::max(*account.last_sign_in_at, account.enabled_at.value_or(*account.last_sign_in_at));
    if (now.milliseconds - since.milliseconds <= policy.unused_days * day_ms) return {};
    return refuse(ErrorKind::forbidden, "account_unused_too_long", {},
                  {{"days", std::to_string(policy.unused_days)}});
}

Account put_out_of_use(const Account& before) {
    Account after = before;
    after.disabled = true;
    ++after.version;
    return after;
}

Account enable(const Account& before, base::Instant now) {
    if (!before.disabled) return before;
    Account after = before;
    after.disabled = false;
    after.enabled_at = now;
    ++after.version;
    return after;
}

// What was given goes beside the own unit, and instead of what a role that sees everything or
// nothing sees.
base::Scope scope_of(const Account& account) {
    auto scope = scope_of(account.role, account.unit ? account.unit->path : std::string_view{});
    if (!account.parts.empty()) {
        if (!is_bound_to_unit(account.role)) scope.parts.clear();
        scope.parts.insert(scope.parts.end(), account.parts.begin(), account.parts.end());
    }
    for (const auto& stead : account.steads)
        scope.parts.insert(scope.parts.end(), stead.parts.begin(), stead.parts.end());
    scope.cleared = account.cleared;
    return scope;
}

base::Acts acts_of(const Account& account) {
    const auto acts = acts_of(account.role);
    return account.custom ? acts & account.custom->acts : acts;
}

base::Actor actor_of(const Account& account) {
    base::Actor actor{.id = account.id,
                      .person = account.person,
                      .name = account.person_name,
                      .unit = account.unit ? account.unit->id : base::UnitId{},
                      .units_stood_in_for = {},
                      .acts = account.must_change_password ? base::Acts{} : acts_of(account),
                      .scope = scope_of(account)};
    if (actor.may(base::Act::sign)) actor.seat = seat_of(account.role);
    for (const auto& stead : account.steads)
        if (stead.unit) actor.units_stood_in_for.push_back(stead.unit->id);
    return actor;
}

base::Actor operator_actor() {
    return {.name = "系统",
            .acts = acts_of(Role::system_admin) | acts_of(Role::security_admin),
            .scope = base::Scope::everything()};
}

base::Actor nobody() {
    return {.name = "未登录"};
}

}  // namespace accounts
