#include "app/config.hpp"

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

namespace app {
namespace {

using base::ErrorKind;

constexpr std::array<Setting, 47> table{{
    {"data_dir", "zhenggai-data", "数据文件夹：数据库、密钥、附件都在其中"},
    {"listen", "127.0.0.1:8420", "监听的地址和端口；供他人访问时改为 0.0.0.0:8420 并启用 TLS"},
    {"database", "", "PostgreSQL 连接串 postgresql://…；留空即用数据文件夹中的 SQLite",
     Secrecy::secret},
    {"journal_key_file", "", "留痕签封密钥文件；留空即数据文件夹中的 journal.key，宜放到别处"},
    {"signing_key_file", "", "导出操作留痕所用的签名密钥文件；留空即数据文件夹中的 signing.key"},
    {"tls_certificate", "", "TLS 证书链文件（PEM）"},
    {"tls_key", "", "TLS 私钥文件（PEM）"},
    {"public_origin", "", "经反向代理访问时的网址，如 https://zg.example.cn"},
    {"trusted_proxies", "", "可信反向代理的 IP 地址，多个用逗号隔开"},
    {"workers", "0", "处理请求的线程数；0 即按处理器数量决定"},
    {"connections_max", "1024", "同时保持的连接数上限"},
    {"session_idle_minutes", "30", "多少分钟不操作须重新登录"},
    {"session_hours", "12", "登录后最多多少小时须重新登录"},
    {"secrets_key_file", "",
     "加密二次验证密钥的密钥文件；留空即数据文件夹中的 secrets.key，宜放到别处"},
    {"password_chars_min", "8", "密码最少多少个字符"},
    {"password_classes_min", "3", "密码须含大写、小写、数字、其他字符中的几类"},
    {"password_history", "5", "不能使用最近几次用过的密码；0 即不限"},
    {"password_days", "90", "密码用多少天须更换；0 即不限"},
    {"initial_password_days", "7", "初始密码多少天不用即失效；0 即不限"},
    {"lock_failures", "5", "连续输错几次锁定账号"},
    {"lock_minutes", "5", "首次锁定多少分钟；再错逐次加倍，最多一小时"},
    {"second_factor", "optional",
     "二次验证：off 不用、optional 自愿、administrators 管理员必须、everybody 人人必须"},
    {"administrator_addresses", "", "管理员只能从哪些地址登录（CIDR，多个用逗号隔开）；留空即不限"},
    {"sign_ins_at_once", "1", "同时核对几个密码；多出的排队，再多的请稍后再试"},
    {"ldap_url", "", "统一目录 ldap://主机:端口 或 ldaps://主机:端口；留空即不用统一目录登录"},
    {"ldap_tls", "required", "ldap:// 连接是否须用 STARTTLS 加密：required 或 none"},
    {"ldap_ca_file", "", "签发统一目录证书的 CA 证书文件（PEM）；留空即用系统的"},
    {"ldap_user_dn", "",
     "人员条目的 DN，{name} 代表账号，如 uid={name},ou=people,dc=example,dc=cn"},
    {"ldap_base", "", "不写 ldap_user_dn 时，从哪里查找人员条目，如 ou=people,dc=example,dc=cn"},
    {"ldap_filter", "(uid={name})", "查找人员条目的过滤条件，{name} 代表账号"},
    {"ldap_bind_dn", "", "查找时以谁的身份；留空即匿名"},
    {"ldap_bind_password", "", "查找时的密码", Secrecy::secret},
    {"oidc_issuer", "",
     "统一身份认证平台（OpenID Connect）的网址，与其发布的 issuer 完全一致；留空即不用"},
    {"oidc_client_id", "", "在统一身份认证平台登记的应用标识"},
    {"oidc_client_secret", "", "应用密钥", Secrecy::secret},
    {"oidc_name_claim", "preferred_username", "用哪一项声明作为本系统的账号"},
    {"oidc_ca_file", "", "签发统一身份认证平台证书的 CA 证书文件（PEM）；留空即用系统的"},
    {"log_level", "info", "日志级别：debug、info、warning、error"},
    {"metrics_for_all", "false", "运行指标 /metrics 是否允许本机以外访问"},
    {"smtp_url", "", "邮件服务器 smtp://主机:端口 或 smtps://主机:端口；留空即不发任何邮件"},
    {"smtp_tls", "required", "smtp:// 连接是否须用 STARTTLS 加密：required 或 none"},
    {"smtp_user", "", "邮件服务器的用户名；留空即不登录"},
    {"smtp_password", "", "邮件服务器的密码", Secrecy::secret},
    {"mail_from", "", "发件人地址，如 zg@example.cn"},
    {"mail_bundle_minutes", "30", "选择“定时汇总”的人，消息积多少分钟合为一封邮件"},
    {"classified_content", "refuse",
     "是否允许录入标注秘密、机密的内容：refuse 不允许（非涉密系统）、allow "
     "允许（经分级保护测评的涉密系统）"},
    {"config", "", "配置文件（TOML）；留空即数据文件夹中的 zhenggai.toml（若有）"},
}};

constexpr std::string_view prefix = "ZHENGGAI_";

bool is_setting(std::string_view name) {
    return std::any_of(table.begin(), table.end(),
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

// Reads typed values out of the merged ones and remembers the first that cannot be.
class ValueReader {
  public:
    explicit ValueReader(const Values& values) : values_(values) {}

    const std::string& text(std::string_view name) const { return values_.find(name)->second; }

    std::int64_t integer(std::string_view name, std::int64_t min, std::int64_t max) {
        const auto& value = text(name);
        std::int64_t number = 0;
        const auto* end = value.data() + value.size();
        const auto [stopped, error] = std::from_chars(value.data(), end, number);
        if (error == std::errc() && stopped == end && number >= min && number <= max) return number;
        refuse(name, std::to_string(min) + " 至 " + std::to_string(max) + " 的整数");
        return min;
    }

    bool boolean(std::string_view name) {
        const auto& value = text(name);
        if (value != "true" && value != "false") refuse(name, "true 或 false");
        return value == "true";
    }

    void refuse(std::string_view name, std::string accepted) {
        if (first_.code.empty())
            first_ = base::refuse(ErrorKind::invalid, "setting_not_acceptable", {},
                                  {{"name", std::string(name)},
                                   {"value", text(name)},
                                   {"accepted", std::move(accepted)}});
    }
    void need(std::string_view name, std::string_view other) {
        if (first_.code.empty() && !text(name).empty() && text(other).empty())
            first_ = base::refuse(ErrorKind::invalid, "setting_needs_another", {},
                                  {{"name", std::string(name)}, {"other", std::string(other)}});
    }
    [[nodiscard]] const base::Error& first() const { return first_; }

  private:
    const Values& values_;
    base::Error first_;
};

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

std::vector<std::string> split(std::string_view list) {
    std::vector<std::string> parts;
    while (!list.empty()) {
        const auto end = std::min(list.find(','), list.size());
        if (const auto part = base::trim(list.substr(0, end)); !part.empty())
            parts.emplace_back(part);
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return parts;
}

std::filesystem::path absolute_or_empty(const std::string& path) {
    return path.empty() ? std::filesystem::path() : std::filesystem::absolute(path);
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

void read_ldap(ValueReader& reader, Config& config) {
    auto& ldap = config.ldap;
    ldap.url = reader.text("ldap_url");
    if (!ldap.url.empty() && !ldap.url.starts_with("ldap://") && !ldap.url.starts_with("ldaps://"))
        reader.refuse("ldap_url", "ldap://主机:端口 或 ldaps://主机:端口");
    const auto& tls = reader.text("ldap_tls");
    if (tls != "required" && tls != "none") reader.refuse("ldap_tls", "required 或 none");
    ldap.tls =
        tls == "none" ? accounts::LdapSettings::Tls::none : accounts::LdapSettings::Tls::required;
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
    if (!reader.first().code.empty()) return reader.first();
    return config;
}

}  // namespace

std::span<const Setting> settings() {
    return table;
}

std::string_view nearest_setting(std::string_view name) {
    const auto far = [&](const Setting& one) { return distance(name, one.name); };
    const auto nearest =
        std::min_element(table.begin(), table.end(),
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
        data_dir == values.end() ? table[0].standard : std::string_view(data_dir->second));
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
    for (const auto& one : table) values.emplace(one.name, one.standard);
    return config_of(values);
}

}  // namespace app
