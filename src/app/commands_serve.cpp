// The server as a command: installation, first administrator, timers, sockets.
#include <malloc.h>
#include <sys/resource.h>

#include <memory>
#include <vector>

#include "accounts/account_actions.hpp"
#include "accounts/accounts_routes.hpp"
#include "app/commands.hpp"
#include "app/terminal.hpp"
#include "app/timer.hpp"
#include "app/wiring.hpp"
#include "evidence/keeping_actions.hpp"
#include "http/client.hpp"
#include "http/server.hpp"
#include "ledger/bin_actions.hpp"
#include "ledger/reminder_actions.hpp"
#include "ledger/review_actions.hpp"
#include "notify/delivery_json.hpp"
#include "notify/live_actions.hpp"
#include "notify/mail_actions.hpp"
#include "notify/smtp.hpp"
#include "notify/webhook_actions.hpp"

namespace app {
namespace {

constexpr std::chrono::seconds anchor_pause{5}, sending_pause{5}, live_pause{3},
    reminding_pause{3600}, emptying_pause{3600};
constexpr std::chrono::milliseconds change_pause{100};
constexpr int webhook_threads = 3;

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

// A slip without its problem, or a problem struck off without a slip, is somebody's hand in the
// database: the work goes on, but whoever reads the log must learn of it (R60).
void check_register(Installation& installation) {
    for (const auto& fault : ledger::check_slips(installation.ledger_needs()))
        base::log(base::LogLevel::error, "slips_and_struck_off_problems_differ",
                  {{"programme", fault.programme_title},
                   {"struck_off", std::to_string(fault.struck_off)},
                   {"slips", std::to_string(fault.slips)},
                   {"last_number", std::to_string(fault.last_number)},
                   {"highest_number", std::to_string(fault.highest_number)}});
}

// Before the first upload can come: none is taken for forgotten while its row is being written.
void remove_orphans(Installation& installation) {
    try {
        const auto removed = evidence::remove_orphans(
            installation.database(), installation.evidence_files(), installation.clock().now());
        if (removed > 0)
            base::log(base::LogLevel::info, "evidence_orphans_removed",
                      {{"files", std::to_string(removed)}});
    } catch (const evidence::StoreUnreachable& error) {
        // Everything but the files can be worked on without it.
        complain(std::string("存放佐证材料的对象存储暂时不可用：") + error.what());
    }
}

// What is written from now on is sealed, or no more; what was there before waits for its command.
void begin_sealing(Installation& installation) {
    if (installation.sealer() == nullptr) return;
    sealing::note_sealing(installation.database(), installation.clock());
    const auto state = sealing::check_sealing(installation.database(), installation.sealer());
    const bool seals = installation.sealer()->seals();
    if (state && *state == sealing::State::partly)
        say(seals ? "加密存储：此前的内容可能尚未加密，请运行 zhenggai seal。"
                  : "加密存储已关闭：仍有内容是加密的，运行 zhenggai unseal 后才能撤去密钥文件。");
}

using Timers = std::vector<std::unique_ptr<Timer>>;

void start_anchoring(Timers& timers, Installation& installation) {
    timers.push_back(
        std::make_unique<Timer>(anchor_pause, "anchor_failed", [&](const std::stop_token&) {
            installation.journal().anchor_if_due(installation.database(), installation.clock());
        }));
}

// Looks whether open pages are to be told of something.
void start_telling_pages(Timers& timers, Installation& installation) {
    const auto idle_ms_max = installation.accounts_needs().sessions.idle_ms_max;
    timers.push_back(std::make_unique<Timer>(
        live_pause, "live_round_failed", [&installation, idle_ms_max](const std::stop_token&) {
            notify::tell_live_pages(installation.notify_needs(), installation.live(), idle_ms_max);
        }));
    timers.push_back(std::make_unique<Timer>(
        change_pause, "live_round_failed", [&installation, idle_ms_max](const std::stop_token&) {
            notify::tell_of_changes(installation.notify_needs(), installation.live(), idle_ms_max);
        }));
}

// Bundles messages into mails and sends them; there is none without a mail server.
void start_mailing(Timers& timers, Installation& installation) {
    const auto& server = installation.config().smtp;
    if (server.url.empty()) return;
    const auto send = [&server](const notify::Mail& mail) {
        return notify::send_by_smtp(server, mail);
    };
    timers.push_back(std::make_unique<Timer>(
        sending_pause, "mail_round_failed", [&installation, send](const std::stop_token& stop) {
            const auto needs = installation.notify_needs();
            notify::bundle_messages(needs);
            while (!stop.stop_requested() && notify::send_next_mail(needs, send)) {
            }
        }));
}

base::Result<void> send_webhook(const notify::Sending& sending, const std::string& ca_file) {
    const auto answer = http::fetch(notify::request_of(sending, ca_file));
    if (answer) return notify::check_answer(sending.shape, *answer);
    // Why, is for the log: it may tell more of the network than the owner should know.
    base::log(base::LogLevel::warning, "webhook_not_reachable",
              {{"webhook", sending.delivery.webhook.text()},
               {"what", answer.error().args.front().second}});
    return base::refuse(base::ErrorKind::unavailable, "webhook_server_silent");
}

// The same for webhooks, by several threads: a server that does not answer holds one of them for
// some seconds, and the others go on.
void start_telling_webhooks(Timers& timers, Installation& installation) {
    if (installation.config().webhook_hosts.empty()) return;
    const auto send = [&config = installation.config()](const notify::Sending& sending) {
        return send_webhook(sending, config.webhook_ca_file);
    };
    for (int i = 0; i < webhook_threads; ++i)
        timers.push_back(std::make_unique<Timer>(
            sending_pause, "webhook_round_failed",
            [&installation, send, first = i == 0](const std::stop_token& stop) {
                const auto needs = installation.notify_needs();
                if (first) notify::bundle_for_webhooks(needs);
                while (!stop.stop_requested() && notify::send_next_webhook(needs, send)) {
                }
            }));
}

// Tells people of days that come near and that are over, and proposes notices.
void start_reminding(Timers& timers, Installation& installation) {
    timers.push_back(std::make_unique<Timer>(reminding_pause, "reminder_round_failed",
                                             [&installation](const std::stop_token&) {
                                                 ledger::climb_ladders(installation.ledger_needs());
                                             }));
}

// Lets go what was taken out of a ledger and could be put back long enough.
void start_emptying_bins(Timers& timers, Installation& installation) {
    timers.push_back(std::make_unique<Timer>(emptying_pause, "bin_round_failed",
                                             [&installation](const std::stop_token&) {
                                                 ledger::empty_bins(installation.ledger_needs());
                                             }));
}

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
    begin_sealing(installation);
    remove_orphans(installation);
    check_register(installation);
    say_first_administrators(accounts::create_first_administrators(installation.accounts_needs()));
    http::Metrics metrics;
    http::Router router(all_routes(installation, metrics),
                        accounts::authenticator(installation.accounts_needs()), explain);
    http::Server server(options_of(config), std::move(router), metrics);
    Timers timers;
    start_anchoring(timers, installation);
    start_telling_pages(timers, installation);
    start_mailing(timers, installation);
    start_telling_webhooks(timers, installation);
    start_reminding(timers, installation);
    start_emptying_bins(timers, installation);
    say("整改台账已启动：" + address_of(config, server.port()));
    server.run();
    for (const auto& timer : timers) timer->stop();
    return done;
}

}  // namespace app
