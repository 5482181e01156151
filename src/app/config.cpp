#include "app/config_reader.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <numeric>
#include <sstream>
#include <thread>

#include "base/utf8.hpp"
#include "notify/mail.hpp"
#include "notify/webhook_address.hpp"

namespace app {
namespace {

using base::ErrorKind;

constexpr std::string_view prefix = "ZHENGGAI_";

bool is_setting(std::string_view name) {
    return std::any_of(settings().begin(), settings().end(),
                       [&](const Setting& one) { return one.name == name; });
}

// Levenshtein: how many letters to insert, drop or change.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        auto diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const auto change = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({row[j] + 1, diagonal + 1, change});
        }
    }
    return row.back();
}

base::Error unknown(std::string_view name) {
    const auto near = nearest_setting(name);
    if (near.empty())
        return base::refuse(ErrorKind::invalid, "setting_unknown", {},
                            {{"name", std::string(name)}});
    return base::refuse(ErrorKind::invalid, "setting_unknown_but_near", {},
                        {{"name", std::string(name)}, {"near", std::string(near)}});
}

base::Result<std::string> secret_in(std::string_view name, const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    if (!file)
        return base::refuse(ErrorKind::invalid, "secret_file_not_readable", {},
                            {{"name", std::string(name)}, {"path", path}});
    return std::string(base::trim(content.str()));
}

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

// Only what looks like a misspelt setting is refused: other programs may use the prefix, too.
base::Result<Values> from_environment(
    const std::vector<std::pair<std::string, std::string>>& environment) {
    Values values;
    for (const auto& [variable, value] : environment) {
        if (!variable.starts_with(prefix) || value.empty()) continue;
        auto name = lower(std::string_view(variable).substr(prefix.size()));
        if (is_setting(name)) {
            values[name] = value;
            continue;
        }
        const bool names_file =
            name.ends_with("_file") && is_setting(name.substr(0, name.size() - 5));
        if (names_file) {
            name.resize(name.size() - 5);
            auto secret = secret_in(name, value);
            if (!secret) return secret.error();
            values[name] = std::move(*secret);
        } else if (!nearest_setting(name).empty()) {
            return unknown(name);
        }
    }
    return values;
}

void read_listen(ValueReader& reader, Config& config) {
    const std::string_view value = reader.text("listen");
    const auto colon = value.rfind(':');
    auto address = value.substr(0, std::min(colon, value.size()));
    if (address.starts_with('[') && address.ends_with(']'))
        address = address.substr(1, address.size() - 2);
    const auto port = colon == value.npos ? std::string_view() : value.substr(colon + 1);
    const auto [stopped, error] =
        std::from_chars(port.data(), port.data() + port.size(), config.listen_port);
    config.listen_address = std::string(address);
    if (error != std::errc() || stopped != port.data() + port.size() || address.empty())
        reader.refuse("listen", "地址:端口，如 127.0.0.1:8420 或 [::1]:8420");
}

base::LogLevel read_log_level(ValueReader& reader) {
    const auto& value = reader.text("log_level");
    if (value == "debug") return base::LogLevel::debug;
    if (value == "warning") return base::LogLevel::warning;
    if (value == "error") return base::LogLevel::error;
    if (value != "info") reader.refuse("log_level", "debug、info、warning、error");
    return base::LogLevel::info;
}

ledger::ClassifiedContent read_classified(ValueReader& reader) {
    const auto& value = reader.text("classified_content");
    if (value == "allow") return ledger::ClassifiedContent::allowed;
    if (value != "refuse") reader.refuse("classified_content", "refuse、allow");
    return ledger::ClassifiedContent::refused;
}

std::size_t workers_for(std::int64_t wanted) {
    if (wanted > 0) return static_cast<std::size_t>(wanted);
    return std::clamp<std::size_t>(std::thread::hardware_concurrency() * std::size_t{2}, 8, 64);
}

void read_mail(ValueReader& reader, Config& config) {
    auto& smtp = config.smtp;
    smtp.url = reader.text("smtp_url");
    if (!smtp.url.empty() && !smtp.url.starts_with("smtp://") && !smtp.url.starts_with("smtps://"))
        reader.refuse("smtp_url", "smtp://主机:端口 或 smtps://主机:端口");
    const auto& tls = reader.text("smtp_tls");
    if (tls != "required" && tls != "none") reader.refuse("smtp_tls", "required 或 none");
    smtp.tls = tls == "none" ? notify::SmtpServer::Tls::none : notify::SmtpServer::Tls::required;
    smtp.user = reader.text("smtp_user");
    smtp.password = reader.text("smtp_password");
    smtp.from = reader.text("mail_from");
    reader.need("smtp_url", "mail_from");
    if (!smtp.from.empty() && !notify::check_address(smtp.from))
        reader.refuse("mail_from", "一个邮箱地址，如 zg@example.cn");
    config.mail_bundle_minutes = reader.integer("mail_bundle_minutes", 0, 24 * 60);
}

void read_webhooks(ValueReader& reader, Config& config) {
    for (const auto& one : split(reader.text("webhook_hosts"))) {
        auto host = notify::listed_host(one);
        if (!host)
            reader.refuse("webhook_hosts",
                          "用逗号隔开的主机名，可带端口，如 qyapi.weixin.qq.com,10.1.0.7:8080");
        config.webhook_hosts.push_back(std::move(host).value_or(std::string()));
    }
    config.webhook_ca_file = absolute_or_empty(reader.text("webhook_ca_file")).string();
}

void read_ldap(ValueReader& reader, Config& config) {
    auto& ldap = config.ldap;
    ldap.url = reader.text("ldap_url");
    if (!ldap.url.empty() && !ldap.url.starts_with("ldap://") && !ldap.url.starts_with("ldaps://"))
        reader.refuse("ldap_url", "ldap://主机:端口 或 ldaps://主机:端口");
    const auto& tls = reader.text("ldap_tls");
    if (tls != "required" && tls != "none") reader.refuse("ldap_tls", "required 或 none");
    ldap.tls =
        tls == "none" ? identity::LdapSettings::Tls::none : identity::LdapSettings::Tls::required;
    ldap.ca_file = absolute_or_empty(reader.text("ldap_ca_file")).string();
    ldap.user_dn = reader.text("ldap_user_dn");
    ldap.base = reader.text("ldap_base");
    ldap.filter = reader.text("ldap_filter");
    ldap.bind_dn = reader.text("ldap_bind_dn");
    ldap.bind_password = reader.text("ldap_bind_password");
    if (!ldap.user_dn.empty() && ldap.user_dn.find("{name}") == std::string::npos)
        reader.refuse("ldap_user_dn", "含有 {name} 的 DN");
    if (ldap.filter.find("{name}") == std::string::npos)
        reader.refuse("ldap_filter", "含有 {name} 的过滤条件，如 (uid={name})");
    if (!ldap.url.empty() && ldap.user_dn.empty()) reader.need("ldap_url", "ldap_base");
}

void read_oidc(ValueReader& reader, Config& config) {
    auto& oidc = config.oidc;
    oidc.issuer = reader.text("oidc_issuer");
    if (!oidc.issuer.empty() && !oidc.issuer.starts_with("https://") &&
        !oidc.issuer.starts_with("http://"))
        reader.refuse("oidc_issuer", "https:// 开头的网址");
    oidc.client_id = reader.text("oidc_client_id");
    oidc.client_secret = reader.text("oidc_client_secret");
    oidc.name_claim = reader.text("oidc_name_claim");
    oidc.ca_file = absolute_or_empty(reader.text("oidc_ca_file")).string();
    reader.need("oidc_issuer", "oidc_client_id");
    reader.need("oidc_issuer", "oidc_client_secret");
    reader.need("oidc_issuer", "public_origin");
}

void read_sign_in(ValueReader& reader, Config& config) {
    auto& policy = config.sign_in;
    policy.password_chars_min =
        static_cast<std::size_t>(reader.integer("password_chars_min", 8, 64));
    policy.password_classes_min = static_cast<int>(reader.integer("password_classes_min", 1, 4));
    policy.former_passwords = reader.integer("password_history", 0, 24);
    policy.password_days = reader.integer("password_days", 0, 3'650);
    policy.initial_password_days = reader.integer("initial_password_days", 0, 365);
    policy.failures_max = reader.integer("lock_failures", 3, 100);
    policy.lock_minutes = reader.integer("lock_minutes", 1, 24 * 60);
    policy.unused_days = reader.integer("unused_days", 0, 3'650);
    policy.token_days = reader.integer("token_days", 0, 3'650);
    const auto factor = accounts::second_factor_for(reader.text("second_factor"));
    if (!factor) reader.refuse("second_factor", "off、optional、administrators、everybody");
    policy.second_factor = factor.value_or(accounts::SecondFactorFor::who_wants);
    for (const auto& one : split(reader.text("administrator_addresses"))) {
        const auto network = accounts::network_of(one);
        if (!network)
            reader.refuse("administrator_addresses", "用逗号隔开的地址段，如 10.1.0.0/16,::1");
        policy.administrator_addresses.push_back(network.value_or(accounts::Network{}));
    }
    config.sign_ins_at_once = static_cast<int>(reader.integer("sign_ins_at_once", 1, 64));
    config.secrets_key_file = absolute_or_empty(reader.text("secrets_key_file"));
    if (config.secrets_key_file.empty()) config.secrets_key_file = config.data_dir / "secrets.key";
}

base::Result<Config> config_of(const Values& values) {
    ValueReader reader(values);
    Config config;
    config.data_dir = absolute_or_empty(reader.text("data_dir"));
    read_listen(reader, config);
    config.database = reader.text("database");
    if (!config.database.empty() && !config.database.starts_with("postgresql://") &&
        !config.database.starts_with("postgres://") &&
        config.database.find('=') == std::string::npos)
        reader.refuse("database", "postgresql://用户@主机/库名");
    config.journal_key_file = absolute_or_empty(reader.text("journal_key_file"));
    if (config.journal_key_file.empty()) config.journal_key_file = config.data_dir / "journal.key";
    config.signing_key_file = absolute_or_empty(reader.text("signing_key_file"));
    if (config.signing_key_file.empty()) config.signing_key_file = config.data_dir / "signing.key";
    config.tls_certificate = absolute_or_empty(reader.text("tls_certificate"));
    config.tls_key = absolute_or_empty(reader.text("tls_key"));
    reader.need("tls_certificate", "tls_key");
    reader.need("tls_key", "tls_certificate");
    config.public_origin = reader.text("public_origin");
    if (!config.public_origin.empty() && config.public_origin.find("://") == std::string::npos)
        reader.refuse("public_origin", "https://主机名");
    config.trusted_proxies = split(reader.text("trusted_proxies"));
    config.workers = workers_for(reader.integer("workers", 0, 256));
    config.connections_max =
        static_cast<std::size_t>(reader.integer("connections_max", 1, 100'000));
    config.session_idle_minutes = reader.integer("session_idle_minutes", 1, 24 * 60);
    config.session_hours = reader.integer("session_hours", 1, 30 * 24);
    config.log_level = read_log_level(reader);
    config.metrics_for_all = reader.boolean("metrics_for_all");
    config.classified = read_classified(reader);
    read_sign_in(reader, config);
    read_ldap(reader, config);
    read_oidc(reader, config);
    read_mail(reader, config);
    read_webhooks(reader, config);
    read_keeping(reader, config);
    if (!reader.first().code.empty()) return reader.first();
    return config;
}

}  // namespace

std::string_view nearest_setting(std::string_view name) {
    const auto far = [&](const Setting& one) { return distance(name, one.name); };
    const auto nearest =
        std::min_element(settings().begin(), settings().end(),
                         [&](const Setting& a, const Setting& b) { return far(a) < far(b); });
    return far(*nearest) <= 1 + nearest->name.size() / 5 ? nearest->name : std::string_view();
}

std::vector<std::pair<std::string, std::string>> environment_of_process() {
    std::vector<std::pair<std::string, std::string>> all;
    for (char** one = environ; one != nullptr && *one != nullptr; ++one) {
        const std::string_view text(*one);
        const auto equals = std::min(text.find('='), text.size());
        all.emplace_back(text.substr(0, equals), text.substr(std::min(equals + 1, text.size())));
    }
    return all;
}

base::Result<Config> load_config(const Sources& sources) {
    auto environment = from_environment(sources.environment);
    if (!environment) return environment.error();
    Values values = sources.flags;
    values.merge(*environment);  // keeps what is there already
    const auto data_dir = values.find("data_dir");
    const std::filesystem::path folder(
        data_dir == values.end() ? settings()[0].standard : std::string_view(data_dir->second));
    const auto usual = folder / "zhenggai.toml";
    std::filesystem::path file(values["config"]);
    std::error_code ignored;
    if (file.empty() && std::filesystem::exists(usual, ignored)) file = usual;
    if (!file.empty()) {
        auto from_file = read_config_file(file);
        if (!from_file) return from_file.error();
        for (const auto& [name, value] : *from_file)
            if (!is_setting(name) || name == "config") return unknown(name);
        values.merge(*from_file);
    }
    for (const auto& one : settings()) values.emplace(one.name, one.standard);
    return config_of(values);
}

}  // namespace app
