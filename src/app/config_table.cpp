// The one table of settings: their names, what holds when nobody says anything, and what they are
// for.
#include <array>

#include "app/config.hpp"

namespace app {
namespace {

constexpr std::array<Setting, 64> table{{
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
    {"unused_days", "90", "多少天无人登录的账号停止使用，由管理员重新启用；0 即不限"},
    {"token_days", "365", "个人访问令牌最长多少天有效；0 即不许使用令牌"},
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
    {"webhook_hosts", "",
     "允许消息推送（Webhook）到哪些主机，如 "
     "qyapi.weixin.qq.com,oapi.dingtalk.com，不写端口即只许标准端口；留空即不推送"},
    {"webhook_ca_file", "", "签发接收推送的服务器证书的 CA 证书文件（PEM）；留空即用系统的"},
    {"bin_days", "90", "移除的问题、措施在回收站中保留多少天，期间可以恢复"},
    {"office_name", "整改工作领导小组办公室", "督办文书、通知、报告以谁的名义发出（落款）"},
    {"evidence_file_mb_max", "200", "佐证材料每个文件最大多少 MB"},
    {"evidence_digest", "sha256", "佐证材料按哪种摘要存放：sha256 或 sm3；改变后只影响以后的文件"},
    {"evidence_s3_url", "",
     "佐证材料存放的对象存储桶（S3 协议）的网址，如 "
     "https://store.example.cn:9000/evidence；留空即存放"
     "在数据文件夹"},
    {"evidence_s3_region", "us-east-1", "对象存储的区域"},
    {"evidence_s3_access_key", "", "对象存储的访问标识（Access Key）"},
    {"evidence_s3_secret_key", "", "对象存储的访问密钥（Secret Key）", Secrecy::secret},
    {"evidence_s3_ca_file", "", "签发对象存储证书的 CA 证书文件（PEM）；留空即用系统的"},
    {"clamd", "",
     "病毒查杀服务 clamd（ClamAV）的地址：主机:端口 或套接字路径；佐证材料先查杀再保存，留空不查"},
    {"clamd_unreachable", "refuse",
     "查杀服务连不上时：refuse 拒收佐证材料，accept 收下并标明未经查杀"},
    {"seal_restricted", "off",
     "加密存储：on 受限内容和全部佐证材料加密后再存放（SM4），off 不加密；先看部署说明，再运行 "
     "zhenggai seal"},
    {"seal_key_file", "", "加密存储所用的密钥文件，须放在数据文件夹以外；丢失即无法恢复内容"},
    {"classified_content", "refuse",
     "是否允许录入标注秘密、机密的内容：refuse 不允许（非涉密系统）、allow "
     "允许（经分级保护测评的涉密系统）"},
    {"config", "", "配置文件（TOML）；留空即数据文件夹中的 zhenggai.toml（若有）"},
}};

}  // namespace

std::span<const Setting> settings() {
    return table;
}

}  // namespace app
