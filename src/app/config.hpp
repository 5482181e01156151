// The settings of the program: one table of names, and their values from flags, environment and
// file, in this order of precedence. The only place that looks at the environment. Opens nothing
// but the file of settings and the files that hold secrets.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "accounts/sign_in_policy.hpp"
#include "base/digest.hpp"
#include "base/log.hpp"
#include "base/result.hpp"
#include "evidence/blob_bucket.hpp"
#include "evidence/virus_scan.hpp"
#include "identity/ldap_server.hpp"
#include "identity/oidc.hpp"
#include "ledger/programme.hpp"
#include "notify/smtp.hpp"

namespace app {

enum class Secrecy { open, secret };

/// One row of the table. In the environment it is ZHENGGAI_NAME, as a flag --name with "-" for "_";
/// a secret may also stand in a file named by ZHENGGAI_NAME_FILE.
struct Setting {
    std::string_view name;
    std::string_view standard;  // what holds when nobody says anything
    std::string_view purpose;   // in Chinese, for the help
    Secrecy secrecy = Secrecy::open;
};
[[nodiscard]] std::span<const Setting> settings();

struct Config {
    std::filesystem::path data_dir;
    std::string listen_address;
    std::uint16_t listen_port = 0;
    std::string database;  // PostgreSQL connection; "" for SQLite in data_dir
    std::filesystem::path journal_key_file;
    std::filesystem::path signing_key_file;
    std::filesystem::path tls_certificate;
    std::filesystem::path tls_key;
    std::string public_origin;
    std::vector<std::string> trusted_proxies;
    std::size_t workers = 0;
    std::size_t connections_max = 0;
    std::int64_t session_idle_minutes = 0;
    std::int64_t session_hours = 0;
    std::filesystem::path secrets_key_file;
    accounts::SignInPolicy sign_in;
    int sign_ins_at_once = 1;
    identity::LdapSettings ldap;  // url "": nobody signs in by a directory
    identity::OidcSettings oidc;  // issuer "": nor by an identity provider
    base::LogLevel log_level = base::LogLevel::info;
    bool metrics_for_all = false;
    ledger::ClassifiedContent classified = ledger::ClassifiedContent::refused;
    notify::SmtpServer smtp;  // url "": no mail leaves
    std::int64_t mail_bundle_minutes = 0;
    std::int64_t bin_days = 0;
    std::string office_name;  // who signs letters and reports
    std::int64_t evidence_file_mb_max = 0;
    base::Algorithm evidence_digest = base::Algorithm::sha256;
    evidence::BucketSettings evidence_bucket;  // url "": the folder
    evidence::ClamdSettings clamd;
    bool seal_restricted = false;
    std::filesystem::path seal_key_file;     // "": nothing sealed can be opened
    std::vector<std::string> webhook_hosts;  // none: nothing is told by webhooks
    std::string webhook_ca_file;

    [[nodiscard]] std::filesystem::path sqlite_file() const { return data_dir / "zhenggai.db"; }
    [[nodiscard]] std::filesystem::path temporary_folder() const { return data_dir / "tmp"; }
    [[nodiscard]] std::filesystem::path files_folder() const { return data_dir / "files"; }
    [[nodiscard]] std::filesystem::path evidence_folder() const { return data_dir / "evidence"; }
    /// Pages come by TLS, from us or from a proxy in front.
    [[nodiscard]] bool secure() const {
        return !tls_certificate.empty() || public_origin.starts_with("https://");
    }
};

using Values = std::map<std::string, std::string, std::less<>>;

struct Sources {
    Values flags;                                                  // by the setting's name
    std::vector<std::pair<std::string, std::string>> environment;  // all of it
};

/// Refuses: setting_unknown and setting_unknown_but_near (args name, near) for a key of the file or
/// a ZHENGGAI_ variable that looks like a misspelt one; setting_not_acceptable (args name, value,
/// accepted); setting_needs_another (args name, other); config_file_not_readable (args path, what);
/// secret_file_not_readable (args name, path).
[[nodiscard]] base::Result<Config> load_config(const Sources& sources);

[[nodiscard]] std::vector<std::pair<std::string, std::string>> environment_of_process();

/// The keys of a TOML file, values as text, lists joined by commas. Refuses
/// config_file_not_readable.
[[nodiscard]] base::Result<Values> read_config_file(const std::filesystem::path& path);

/// The setting whose name is most like this one, or "" when none is.
[[nodiscard]] std::string_view nearest_setting(std::string_view name);

}  // namespace app
