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
            base::Instant{now.milliseconds + limits.lifetime_ms_max}};
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

base::Result<void> check_request(const Credentials& request, const SignedIn& who) {
    if (request.changes_something && !base::same_secret(request.csrf, who.session.csrf))
        return refuse(ErrorKind::forbidden, "csrf_token_wrong");
    if (who.account.must_change_password && request.purpose != Credentials::Purpose::own_session)
        return refuse(ErrorKind::forbidden, "change_initial_password_first");
    return {};
}

}  // namespace accounts
