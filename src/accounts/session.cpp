#include "accounts/session.hpp"

#include "base/digest.hpp"

namespace accounts {
namespace {

using base::ErrorKind;
using base::refuse;

std::string_view host_of(std::string_view origin) {
    const auto scheme = origin.find("://");
    return scheme == std::string_view::npos ? origin : origin.substr(scheme + 3);
}

}  // namespace

std::string digest_of_token(std::string_view token) {
    return base::digest(base::preferred_algorithm(), token);
}

Session open_session(base::AccountId account, std::string_view token, std::string csrf,
                     base::Instant now, const SessionLimits& limits) {
    return {digest_of_token(token),
            account,
            std::move(csrf),
            now,
            now,
            base::Instant{now.milliseconds + limits.lifetime_ms_max},
            {},
            {},
            false};
}

bool is_live(const SignedIn& who, base::Instant now, const SessionLimits& limits) {
    const auto idle_ms = now.milliseconds - who.session.last_seen_at.milliseconds;
    return !who.account.disabled && now < who.session.expires_at && idle_ms < limits.idle_ms_max;
}

bool is_seen_again(const Session& session, base::Instant now, const SessionLimits& limits) {
    return now.milliseconds - session.last_seen_at.milliseconds >= limits.seen_ms_grain;
}

base::Result<void> check_same_site(const Credentials& request, const SessionLimits& limits) {
    if (!request.changes_something) return {};
    const bool site_fits = request.fetch_site.empty() || request.fetch_site == "same-origin" ||
                           request.fetch_site == "none";
    const bool origin_fits =
        request.origin.empty() || host_of(request.origin) == request.host ||
        (!limits.public_origin.empty() && request.origin == limits.public_origin);
    if (site_fits && origin_fits) return {};
    return refuse(ErrorKind::forbidden, "request_from_another_site");
}

Standing standing_of(const Account& account, const SignInPolicy& policy) {
    // Whom the identity provider recognises it asks for a second factor itself.
    const bool answered_for = account.source == SignInSource::oidc;
    return {account.has_factor && may_have_second_factor(policy),
            !answered_for && must_have_second_factor(policy, account.role)};
}

std::string_view name_of(NextStep step) {
    switch (step) {
        case NextStep::none: return "";
        case NextStep::code: return "code";
        case NextStep::password: return "password";
        case NextStep::second_factor: return "second_factor";
    }
    return "";
}

NextStep next_step(const SignedIn& who) {
    if (who.standing.has_factor && !who.session.code_given) return NextStep::code;
    if (who.account.must_change_password) return NextStep::password;
    if (who.standing.factor_wanted && !who.standing.has_factor) return NextStep::second_factor;
    return NextStep::none;
}

base::Result<void> check_request(const Credentials& request, const SignedIn& who) {
    if (request.changes_something && !base::same_secret(request.csrf, who.session.csrf))
        return refuse(ErrorKind::forbidden, "csrf_token_wrong");
    using Purpose = Credentials::Purpose;
    if (request.purpose == Purpose::own_session) return {};
    const auto step = next_step(who);
    if (step == NextStep::code) return refuse(ErrorKind::forbidden, "give_the_code_first");
    if (step == NextStep::password && request.purpose != Purpose::own_password)
        return refuse(ErrorKind::forbidden, "change_initial_password_first");
    if (step == NextStep::second_factor && request.purpose == Purpose::ordinary)
        return refuse(ErrorKind::forbidden, "set_up_a_second_factor_first");
    return {};
}

}  // namespace accounts
