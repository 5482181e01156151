// A directory that knows passwords (LDAP version 3, RFC 4511 and 4513), asked by a simple bind in
// the name of whoever signs in. Keeps no connection and no password.
#pragma once

#include <string>
#include <string_view>

#include "base/places.hpp"
#include "base/result.hpp"

namespace identity {

/// Either `user_dn` says where people stand, or `base` and `filter` find them after a bind as
/// `bind_dn` (anonymous when empty). "{name}" in `user_dn` and `filter` is the account's name,
/// escaped.
struct LdapSettings {
    enum class Tls { required, none };

    std::string url;  // ldap://… (TLS by STARTTLS) or ldaps://…; "": there is no directory
    Tls tls = Tls::required;
    std::string ca_file;  // "": those of the system
    std::string user_dn, base, filter, bind_dn, bind_password;
    int seconds_max = 5;
    int at_once_max = 3, waiting_max = 2;  // together fewer than there are workers
};

class LdapServer {
  public:
    explicit LdapServer(LdapSettings settings);

    /// Whether the directory accepts this password for this name. An empty password never reaches
    /// it: a bind without one succeeds as nobody. Blocks for `seconds_max` at each step at most.
    /// Refuses: ldap_not_set_up, too_many_sign_ins (args seconds), ldap_not_reachable.
    [[nodiscard]] base::Result<bool> accepts(std::string_view name, std::string_view password);

  private:
    LdapSettings settings_;
    base::Places places_;
};

/// As a value inside a distinguished name (RFC 4514) and inside a filter (RFC 4515).
[[nodiscard]] std::string escaped_for_dn(std::string_view value);
[[nodiscard]] std::string escaped_for_filter(std::string_view value);

}  // namespace identity
