#include "accounts/token.hpp"

#include <algorithm>

#include "base/digest.hpp"
#include "base/names.hpp"

namespace accounts {
namespace {

using base::Act;
using base::ErrorKind;
using base::refuse;

constexpr base::Acts for_programs{Act::read_ledger,     Act::edit_ledger,   Act::import_plan,
                                  Act::report_progress, Act::claim_problem, Act::review,
                                  Act::export_ledger,   Act::read_names};
constexpr std::int64_t minute_ms = 60'000;
constexpr std::size_t token_digits = 64;
constexpr std::array<std::string_view, 2> purpose_names{"program", "calendar"};

}  // namespace

std::string_view name_of(TokenPurpose purpose) {
    return purpose_names[static_cast<std::size_t>(purpose)];
}
std::optional<TokenPurpose> token_purpose_of(std::string_view name) {
    return base::named<TokenPurpose>(purpose_names, name);
}

base::Acts acts_for_tokens(base::Acts owner) {
    return owner & for_programs;
}

base::Result<void> check(const NewToken& wanted, const base::Actor& owner, std::int64_t days_max) {
    if (days_max == 0) return refuse(ErrorKind::forbidden, "tokens_are_not_allowed_here");
    if (wanted.days > days_max)
        return refuse(ErrorKind::invalid, "token_lives_too_long", "days",
                      {{"value", std::to_string(wanted.days)}, {"max", std::to_string(days_max)}});
    if (!acts_for_tokens(owner.acts).has_all(wanted.acts))
        return refuse(ErrorKind::forbidden, "token_acts_are_not_yours", "acts");
    if (wanted.acts.empty()) return refuse(ErrorKind::invalid, "token_does_nothing", "acts");
    if (wanted.purpose == TokenPurpose::calendar && wanted.acts != base::Acts{Act::read_ledger})
        return refuse(ErrorKind::invalid, "a_calendar_only_reads", "acts");
    return {};
}

std::optional<std::string> digest_of_bearer(std::string_view authorization) {
    constexpr std::string_view scheme = "Bearer ";
    if (!authorization.starts_with(scheme)) return std::nullopt;
    return digest_of_personal_token(authorization.substr(scheme.size()));
}

std::optional<std::string> digest_of_personal_token(std::string_view token) {
    if (!token.starts_with(token_prefix)) return std::nullopt;
    const auto digits = token.substr(token_prefix.size());
    if (digits.size() != token_digits || !base::from_hex(digits)) return std::nullopt;
    return base::digest(base::Algorithm::sha256, token);
}

bool is_live(const Token& token, base::Instant now) {
    return !token.revoked_at && now < token.expires_at;
}

bool is_used_again(const Token& token, base::Instant now) {
    return !token.last_used_at || now.milliseconds - token.last_used_at->milliseconds >= minute_ms;
}

base::Actor actor_of(const Token& token, const Account& owner) {
    auto actor = actor_of(owner);
    actor.acts = acts_for_tokens(actor.acts & token.acts);
    actor.seat.reset();  // A person signs, never a program.
    return actor;
}

}  // namespace accounts
