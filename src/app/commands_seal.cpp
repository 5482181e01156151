// Encryption at rest from the command line: switching it on for what is there, switching it off,
// changing its key. Each can be broken off and run again.
#include <thread>

#include "accounts/account.hpp"
#include "app/commands.hpp"
#include "app/installation.hpp"
#include "app/terminal.hpp"
#include "journal/key_file.hpp"

namespace app {
namespace {

using ledger::SealingAim;

// A server that runs looks at its key file once a second.
constexpr std::chrono::seconds servers_notice{2};

base::Error needs_setting(const char* value) {
    return base::refuse(base::ErrorKind::invalid, "sealing_needs_setting", {}, {{"value", value}});
}

sealing::Outcome seal_all(Installation& installation, std::string_view act, SealingAim aim) {
    say("正在处理，可随时中断，重新运行即继续……");
    auto outcome = sealing::seal_everything(installation.sealing_needs(),
                                            accounts::operator_actor(), act, aim);
    if (!outcome.not_written_anew.empty())
        complain("数据库正在使用，未能整理，文件中可能残留此前的内容；请停止服务后再运行一次（" +
                 outcome.not_written_anew + "）。");
    return outcome;
}

std::string words_of(const sealing::Outcome& outcome) {
    return std::to_string(outcome.texts) + " 处文字、" + std::to_string(outcome.files) + " 个文件";
}

int broken(const sealing::Outcome& outcome) {
    for (const auto& one : outcome.broken) complain("无法解密，没有改动：" + one);
    complain("以上 " + std::to_string(outcome.broken.size()) +
             " 处内容已被改动或须用别的密钥，请从备份中恢复。");
    return refused_input;
}

/// Only where nothing is sealed: another key would open nothing of what is.
base::Result<void> make_key_where_none_is(const Config& config) {
    if (std::filesystem::exists(config.seal_key_file)) return {};
    auto without = config;
    without.seal_restricted = false;
    without.seal_key_file.clear();
    Installation installation(without, Opening::existing);
    if (const auto migrated = installation.migrate(); !migrated) return migrated.error();
    static_cast<void>(
        journal::load_or_create_keys(config.seal_key_file.string(), installation.random()));
    say("已建立密钥文件 " + config.seal_key_file.string() +
        "。请立即另存一份并妥善保管：丢失密钥，加密的内容就再也打不开。");
    return {};
}

}  // namespace

int seal(const Config& config) {
    if (!config.seal_restricted) return refused(needs_setting("on"));
    if (const auto made = make_key_where_none_is(config); !made) return refused(made.error());
    Installation installation(config, Opening::existing);
    if (const auto migrated = installation.migrate(); !migrated) return refused(migrated.error());
    const auto outcome = seal_all(installation, "seal_contents", SealingAim::as_wanted);
    say("已加密 " + words_of(outcome) + "。");
    if (!outcome.broken.empty()) return broken(outcome);
    say("受限内容和佐证材料已全部加密。此前的备份仍是明文，请妥善处置。");
    return done;
}

int unseal(const Config& config) {
    if (config.seal_restricted || config.seal_key_file.empty())
        return refused(needs_setting("off"));
    Installation installation(config, Opening::existing);
    if (const auto migrated = installation.migrate(); !migrated) return refused(migrated.error());
    const auto outcome = seal_all(installation, "unseal_contents", SealingAim::open);
    say("已还原 " + words_of(outcome) + "。");
    if (!outcome.broken.empty()) return broken(outcome);
    say("数据中已没有加密的内容，可以去掉 seal_key_file；此前的备份仍须用该密钥恢复。");
    return done;
}

int rotate_seal_key(const Config& config) {
    if (!config.seal_restricted) return refused(needs_setting("on"));
    const auto path = config.seal_key_file.string();
    {
        Installation existing(config, Opening::existing);  // Says what is missing, if anything.
        if (const auto migrated = existing.migrate(); !migrated) return refused(migrated.error());
        // With two keys an earlier change was broken off, and goes on.
        if (journal::load_keys(path).size() == 1) journal::add_key(path, existing.random());
    }
    std::this_thread::sleep_for(servers_notice);
    Installation installation(config, Opening::existing);
    const auto outcome = seal_all(installation, "rotate_seal_key", SealingAim::as_wanted);
    say("已用新密钥重新加密 " + words_of(outcome) + "。");
    if (!outcome.broken.empty()) return broken(outcome);
    journal::keep_newest_key(path);
    say("旧密钥已删除。请把新的 " + path +
        " 另存一份；此前的备份仍须用旧密钥恢复，旧密钥的副本请与它们一同保管。");
    return done;
}

}  // namespace app
