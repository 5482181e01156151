// The server as a command: installation, first administrator, timers, sockets.
#include <malloc.h>
#include <sys/resource.h>

#include <condition_variable>
#include <mutex>
#include <thread>

#include "accounts/account_actions.hpp"
#include "accounts/accounts_routes.hpp"
#include "app/commands.hpp"
#include "app/terminal.hpp"
#include "app/wiring.hpp"
#include "http/server.hpp"
#include "notify/live_actions.hpp"
#include "notify/mail_actions.hpp"
#include "notify/smtp.hpp"

namespace app {
namespace {

constexpr std::chrono::seconds anchor_pause{5}, mail_pause{5}, live_pause{3};

// Each connection is a file to the kernel; the usual soft limit of 1,024 is below what we accept.
void allow_many_connections() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    static_cast<void>(::setrlimit(RLIMIT_NOFILE, &limit));
}

// A page is some 50 KB of text: without this, glibc gives such memory back to the kernel after each
// page and takes it again for the next.
void keep_freed_memory() {
    ::mallopt(M_MMAP_THRESHOLD, 4 << 20);
    ::mallopt(M_TRIM_THRESHOLD, 64 << 20);
}

// Uploads of a run that was killed.
void empty_folder(const std::filesystem::path& folder) {
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored))
        std::filesystem::remove_all(entry.path(), ignored);
}

// Anchors the journal's chains every few seconds until destroyed. A failure is logged and tried
// again.
class AnchorTimer {
  public:
    explicit AnchorTimer(Installation& installation)
        : thread_([this, &installation](const std::stop_token& stop) { run(stop, installation); }) {
    }

  private:
    void run(const std::stop_token& stop, Installation& installation) {
        std::unique_lock lock(mutex_);
        while (!stop.stop_requested()) {
            try {
                installation.journal().anchor_if_due(installation.database(), installation.clock());
            } catch (const std::exception& exception) {
                base::log(base::LogLevel::error, "anchor_failed",
                          {{"what", std::string_view(exception.what())}});
            }
            wake_.wait_for(lock, stop, anchor_pause, [] { return false; });
        }
    }

    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::jthread thread_;
};

// Bundles messages into mails and sends them until destroyed; there is none without a mail server.
class MailTimer {
  public:
    MailTimer(Installation& installation, const notify::SmtpServer& server)
        : thread_([this, &installation, &server](const std::stop_token& stop) {
              run(stop, installation, server);
          }) {}

  private:
    void run(const std::stop_token& stop, Installation& installation,
             const notify::SmtpServer& server) {
        const auto send = [&server](const notify::Mail& mail) {
            return notify::send_by_smtp(server, mail);
        };
        std::unique_lock lock(mutex_);
        while (!stop.stop_requested()) {
            try {
                const auto needs = installation.notify_needs();
                notify::bundle_messages(needs);
                while (!stop.stop_requested() && notify::send_next_mail(needs, send)) {
                }
            } catch (const std::exception& exception) {
                base::log(base::LogLevel::error, "mail_round_failed",
                          {{"what", std::string_view(exception.what())}});
            }
            wake_.wait_for(lock, stop, mail_pause, [] { return false; });
        }
    }

    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::jthread thread_;
};

// Looks every few seconds whether open pages are to be told of something, until destroyed.
class LiveTimer {
  public:
    explicit LiveTimer(Installation& installation)
        : thread_([this, &installation](const std::stop_token& stop) { run(stop, installation); }) {
    }

  private:
    void run(const std::stop_token& stop, Installation& installation) {
        const auto idle_ms_max = installation.accounts_needs().sessions.idle_ms_max;
        std::unique_lock lock(mutex_);
        while (!stop.stop_requested()) {
            try {
                notify::tell_live_pages(installation.notify_needs(), installation.live(),
                                        idle_ms_max);
            } catch (const std::exception& exception) {
                base::log(base::LogLevel::error, "live_round_failed",
                          {{"what", std::string_view(exception.what())}});
            }
            wake_.wait_for(lock, stop, live_pause, [] { return false; });
        }
    }

    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::jthread thread_;
};

http::ServerOptions options_of(const Config& config) {
    http::ServerOptions options;
    options.address = config.listen_address;
    options.port = config.listen_port;
    options.tls_certificate = config.tls_certificate;
    options.tls_key = config.tls_key;
    options.temporary_folder = config.temporary_folder();
    options.trusted_proxies = config.trusted_proxies;
    options.workers = config.workers;
    options.connections_max = config.connections_max;
    options.stop_on_signals = true;
    return options;
}

std::string address_of(const Config& config, std::uint16_t port) {
    const bool v6 = config.listen_address.find(':') != std::string::npos;
    return std::string(config.tls_certificate.empty() ? "http://" : "https://") + (v6 ? "[" : "") +
           config.listen_address + (v6 ? "]:" : ":") + std::to_string(port);
}

void say_first_administrators(const std::vector<accounts::FirstAdministrator>& made) {
    if (made.empty()) return;
    say("首次启动，已开设系统、安全、审计三个管理员账号：");
    for (const auto& one : made)
        say("  " + padded(one.person_name, 14) + "账号：" + padded(one.account_name, 14) +
            "初始密码：" + one.password);
    say("初始密码只显示这一次，请分别交给三人，登录后须修改。");
}

}  // namespace

int serve(const Config& config) {
    base::set_log_level(config.log_level);
    allow_many_connections();
    keep_freed_memory();
    Installation installation(config, Opening::create);
    empty_folder(config.temporary_folder());
    const auto migrated = installation.migrate();
    if (!migrated) return refused(migrated.error());
    say_first_administrators(accounts::create_first_administrators(installation.accounts_needs()));
    http::Metrics metrics;
    http::Router router(all_routes(installation, metrics),
                        accounts::authenticator(installation.accounts_needs()), explain);
    http::Server server(options_of(config), std::move(router), metrics);
    const AnchorTimer anchors(installation);
    const LiveTimer live(installation);
    std::optional<MailTimer> mails;
    if (!config.smtp.url.empty()) mails.emplace(installation, config.smtp);
    say("整改台账已启动：" + address_of(config, server.port()));
    server.run();
    return done;
}

}  // namespace app
