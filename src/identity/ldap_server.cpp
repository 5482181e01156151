#include "identity/ldap_server.hpp"

#include <ldap.h>
#include <sys/time.h>

#include <memory>
#include <optional>
#include <vector>

#include "base/log.hpp"

namespace identity {
namespace {

using base::ErrorKind;

struct Unbind {
    void operator()(LDAP* connection) const { ldap_unbind_ext_s(connection, nullptr, nullptr); }
};
using Connection = std::unique_ptr<LDAP, Unbind>;

/// Something between us and the directory; what it is stands in the log, never in the answer.
base::Error not_reachable(std::string_view step, int code) {
    base::log(base::LogLevel::error, "ldap_failed",
              {{"step", step}, {"why", std::string_view(ldap_err2string(code))}});
    return base::refuse(ErrorKind::unavailable, "ldap_not_reachable");
}

void append_hex(std::string& out, char c) {
    constexpr char digits[] = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    out += '\\';
    out += digits[byte >> 4];
    out += digits[byte & 15];
}

std::string with_name(std::string_view pattern, const std::string& name) {
    constexpr std::string_view place = "{name}";
    std::string out;
    while (true) {
        const auto at = pattern.find(place);
        out += pattern.substr(0, at);
        if (at == std::string_view::npos) return out;
        out += name;
        pattern.remove_prefix(at + place.size());
    }
}

int set_up_tls(LDAP* connection, const LdapSettings& settings) {
    if (!settings.ca_file.empty()) {
        const auto set =
            ldap_set_option(connection, LDAP_OPT_X_TLS_CACERTFILE, settings.ca_file.c_str());
        if (set != LDAP_SUCCESS) return set;
    }
    const int demand = LDAP_OPT_X_TLS_HARD, as_client = 0;
    ldap_set_option(connection, LDAP_OPT_X_TLS_REQUIRE_CERT, &demand);
    ldap_set_option(connection, LDAP_OPT_X_TLS_NEWCTX, &as_client);
    const bool from_the_first_byte = settings.url.starts_with("ldaps://");
    if (settings.tls == LdapSettings::Tls::none || from_the_first_byte) return LDAP_SUCCESS;
    return ldap_start_tls_s(connection, nullptr, nullptr);
}

base::Result<Connection> connected(const LdapSettings& settings) {
    LDAP* opened = nullptr;
    if (const auto code = ldap_initialize(&opened, settings.url.c_str()); code != LDAP_SUCCESS)
        return not_reachable("open", code);
    Connection connection(opened);
    const int version = LDAP_VERSION3;
    const timeval patience{settings.seconds_max, 0};
    ldap_set_option(opened, LDAP_OPT_PROTOCOL_VERSION, &version);
    ldap_set_option(opened, LDAP_OPT_REFERRALS, LDAP_OPT_OFF);
    ldap_set_option(opened, LDAP_OPT_NETWORK_TIMEOUT, &patience);
    ldap_set_option(opened, LDAP_OPT_TIMEOUT, &patience);
    if (const auto code = set_up_tls(opened, settings); code != LDAP_SUCCESS)
        return not_reachable("tls", code);
    return connection;
}

int bind_as(LDAP* connection, const std::string& dn, std::string_view password) {
    std::string own(password);
    berval secret{own.size(), own.data()};
    return ldap_sasl_bind_s(connection, dn.c_str(), LDAP_SASL_SIMPLE, &secret, nullptr, nullptr,
                            nullptr);
}

/// Where the one entry stands that the filter finds; nothing when there is none or more than one.
base::Result<std::optional<std::string>> find_dn(LDAP* connection, const LdapSettings& settings,
                                                 std::string_view name) {
    const auto bound = bind_as(connection, settings.bind_dn, settings.bind_password);
    if (bound != LDAP_SUCCESS) return not_reachable("bind for searching", bound);
    const auto filter = with_name(settings.filter, escaped_for_filter(name));
    std::string no_attributes = LDAP_NO_ATTRS;
    char* attributes[]{no_attributes.data(), nullptr};
    timeval patience{settings.seconds_max, 0};
    LDAPMessage* answer = nullptr;
    const auto code =
        ldap_search_ext_s(connection, settings.base.c_str(), LDAP_SCOPE_SUBTREE, filter.c_str(),
                          attributes, 0, nullptr, nullptr, &patience, 2, &answer);
    const std::unique_ptr<LDAPMessage, decltype(&ldap_msgfree)> freed(answer, ldap_msgfree);
    if (code == LDAP_NO_SUCH_OBJECT || code == LDAP_SIZELIMIT_EXCEEDED)
        return std::optional<std::string>();
    if (code != LDAP_SUCCESS) return not_reachable("search", code);
    if (ldap_count_entries(connection, answer) != 1) return std::optional<std::string>();
    char* dn = ldap_get_dn(connection, ldap_first_entry(connection, answer));
    if (dn == nullptr) return not_reachable("read", LDAP_DECODING_ERROR);
    std::optional<std::string> found(dn);
    ldap_memfree(dn);
    return found;
}

base::Result<std::optional<std::string>> dn_of(LDAP* connection, const LdapSettings& settings,
                                               std::string_view name) {
    if (settings.user_dn.empty()) return find_dn(connection, settings, name);
    return std::optional(with_name(settings.user_dn, escaped_for_dn(name)));
}

}  // namespace

LdapServer::LdapServer(LdapSettings settings)
    : settings_(std::move(settings)), places_(settings_.at_once_max, settings_.waiting_max) {}

base::Result<bool> LdapServer::accepts(std::string_view name, std::string_view password) {
    if (settings_.url.empty()) return base::refuse(ErrorKind::unavailable, "ldap_not_set_up");
    if (password.empty()) return false;
    const base::Places::Place place(places_);
    if (!place.taken())
        return base::refuse(ErrorKind::too_many_requests, "too_many_sign_ins", {},
                            {{"seconds", "2"}});
    const auto connection = connected(settings_);
    if (!connection) return connection.error();
    const auto dn = dn_of(connection->get(), settings_, name);
    if (!dn) return dn.error();
    if (!*dn) return false;
    const auto code = bind_as(connection->get(), **dn, password);
    if (code == LDAP_SUCCESS) return true;
    // What a directory answers to a wrong name or password (RFC 4511 A.2), or to one it has closed.
    for (const int no : {LDAP_INVALID_CREDENTIALS, LDAP_NO_SUCH_OBJECT, LDAP_INAPPROPRIATE_AUTH,
                         LDAP_INVALID_DN_SYNTAX, LDAP_UNWILLING_TO_PERFORM})
        if (code == no) return false;
    return not_reachable("bind", code);
}

std::string escaped_for_dn(std::string_view value) {
    constexpr std::string_view special = ",+\"\\<>;=#";
    std::string out;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const char c = value[i];
        const bool at_an_end = i == 0 || i + 1 == value.size();
        if (special.find(c) != std::string_view::npos || c == '\0' || (c == ' ' && at_an_end))
            append_hex(out, c);
        else
            out += c;
    }
    return out;
}

std::string escaped_for_filter(std::string_view value) {
    constexpr std::string_view special = "*()\\";
    std::string out;
    for (const char c : value) {
        if (special.find(c) != std::string_view::npos || c == '\0')
            append_hex(out, c);
        else
            out += c;
    }
    return out;
}

}  // namespace identity
