// Backup and restore from the command line.
#include "accounts/account.hpp"
#include "app/commands.hpp"
#include "app/installation.hpp"
#include "app/terminal.hpp"
#include "journal/export_note.hpp"

namespace app {
namespace {

std::string summary_of(const exchange::Manifest& manifest) {
    std::int64_t rows = 0;
    std::int64_t bytes = 0;
    for (const auto& part : manifest.parts) {
        rows += part.rows;
        bytes += part.bytes;
    }
    return std::to_string(manifest.parts.size()) + " 个部分、" + std::to_string(rows) +
           " 行数据、" + std::to_string(bytes / 1024) + " KiB";
}

// Before the snapshot, so that the backup knows of itself and equals what it was made from.
void note_backup(Installation& installation, const std::filesystem::path& file) {
    journal::ExportNote note;
    note.form = "zip";
    note.target = file.filename().string();
    const auto noted =
        installation.database().write([&](db::Transaction& transaction) -> base::Result<void> {
            journal::note_export(installation.journal(), transaction, accounts::operator_actor(),
                                 installation.clock().now(), "back_up", note);
            return {};
        });
    static_cast<void>(noted);  // Refuses nothing; a broken database throws.
}

exchange::Told shown_on(ProgressBar& bar) {
    return [&bar](std::string_view, std::size_t finished, std::size_t total) {
        bar.show(finished, total);
    };
}

}  // namespace

int back_up(const Config& config, const BackupOrder& order) {
    for (const auto& file : {order.file, order.key_copy})
        if (std::filesystem::exists(file))
            return refused(base::refuse(base::ErrorKind::conflict, "file_exists_already", {},
                                        {{"path", file.string()}}));
    Installation installation(config, Opening::existing);
    note_backup(installation, order.file);
    exchange::Manifest manifest;
    {
        ProgressBar bar("正在备份");
        manifest = exchange::back_up(installation.exchange_needs(),
                                     {.target = std::filesystem::absolute(order.file),
                                      .configuration = config.data_dir / "zhenggai.toml",
                                      .told = shown_on(bar)});
    }
    if (!config.evidence_bucket.url.empty())
        say("佐证材料在对象存储 " + config.evidence_bucket.url + " 中，不在备份内，请另行备份。");
    say("已备份到 " + order.file.string() + "：" + summary_of(manifest) + "。");
    if (order.key_copy.empty()) {
        say("备份中不含签封密钥 " + config.journal_key_file.string() + "，请另行妥善保管。");
    } else {
        std::filesystem::copy_file(config.journal_key_file, order.key_copy);
        std::filesystem::permissions(order.key_copy, std::filesystem::perms::owner_read |
                                                         std::filesystem::perms::owner_write);
        say("签封密钥已另存为 " + order.key_copy.string() + "，请与备份分开保管。");
    }
    say("备份中也不含 " + config.secrets_key_file.string() + "（加密二次验证等秘密）和 " +
        config.signing_key_file.string() + "（留痕导出签名），请一并保管。");
    return done;
}

int restore(const Config& config, const std::filesystem::path& file) {
    const auto installation = open_installation(config);
    if (!installation) return refused(installation.error());
    ProgressBar bar("正在恢复");
    const auto manifest = exchange::restore((*installation)->exchange_needs(),
                                            std::filesystem::absolute(file), shown_on(bar));
    if (!manifest) return refused(manifest.error());
    say("已恢复 " + manifest->made_at + " 的备份：" + summary_of(*manifest) + "。");
    say("请把当时的签封密钥放到 " + config.journal_key_file.string() +
        "，然后运行 zhenggai verify 校验。");
    return done;
}

}  // namespace app
