// Changing the key under which secrets are encrypted: a new one in front, everything sealed again,
// the old ones out. Broken off at any point it can be run again.
#include "accounts/resealing_actions.hpp"
#include "app/commands.hpp"
#include "app/installation.hpp"
#include "app/terminal.hpp"
#include "journal/key_file.hpp"
#include "notify/resealing_actions.hpp"

namespace app {

int rotate_secrets_key(const Config& config) {
    {
        Installation existing(config, Opening::existing);  // Says what is missing, if anything.
        if (const auto migrated = existing.migrate(); !migrated) return refused(migrated.error());
    }
    base::SystemRandom random;
    const auto path = config.secrets_key_file.string();
    journal::add_key(path, random);
    Installation installation(config, Opening::existing);
    const auto resealed =
        accounts::reseal_secrets(installation.accounts_needs(), accounts::operator_actor());
    const auto webhooks =
        notify::reseal_webhooks(installation.notify_needs(), accounts::operator_actor());
    say("密钥已更换，" + std::to_string(resealed.sealed + webhooks.sealed) +
        " 项秘密已用新密钥重新加密。");
    if (resealed.lost > 0)
        complain("另有 " + std::to_string(resealed.lost) +
                 " 项用现有的任何密钥都打不开，没有改动；旧密钥仍保留在 " + path +
                 " 中。其账号可用恢复码登录，或由系统管理员解除二次验证后重新设置。");
    if (webhooks.lost > 0)
        complain("另有 " + std::to_string(webhooks.lost) +
                 " 个消息推送用现有的任何密钥都打不开，没有改动；旧密钥仍保留在 " + path +
                 " 中。请推送的所有人重新填写推送地址和签名密钥。");
    if (resealed.lost + webhooks.lost > 0) return refused_input;
    journal::keep_newest_key(path);
    say("旧密钥已删除。请把新的 " + path + " 另存一份；正在运行的服务须重新启动。");
    return done;
}

}  // namespace app
