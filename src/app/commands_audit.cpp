// Checking what the program gave out signed, anywhere: no database, no key, no settings.
#include "app/commands.hpp"
#include "app/terminal.hpp"
#include "audit/evidence_json.hpp"
#include "base/messages.hpp"
#include "dossier/volume_json.hpp"

namespace app {

namespace {

std::string listed(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : "、") + word;
    return text;
}

}  // namespace

int verify_dossier(const std::filesystem::path& file) {
    const auto checked = dossier::check_volume(file);
    if (!checked) return refused(checked.error());
    const auto& manifest = checked->manifest;
    say(manifest.programme + "档案第" + std::to_string(manifest.volume) + "卷");
    say("封存时间：" + manifest.sealed_at + "，封存人：" + manifest.sealed_by);
    if (!manifest.missing.empty())
        say("封存时尚缺：" + listed(manifest.missing) + "。说明：" + manifest.reason);
    if (!manifest.left_out.empty()) say("本份不含限知内容：" + listed(manifest.left_out));
    say("封存时留痕链到第" + std::to_string(manifest.head.sequence) + "条，哈希值" +
        manifest.head.hash);
    say("公钥指纹：" + checked->fingerprint);
    for (const auto& fault : checked->faults)
        complain(base::sentence_of(
            base::refuse(base::ErrorKind::conflict, fault.what, {}, {{"name", fault.name}})));
    if (!checked->faults.empty()) {
        complain("校验未通过：共 " + std::to_string(checked->faults.size()) + " 处不符。");
        return refused_input;
    }
    say("校验通过：签名有效，" + std::to_string(manifest.pieces) + " 件、" +
        std::to_string(manifest.files.size()) + " 个文件齐全，未被改动。");
    say("请把上面的公钥指纹与审计管理员提供的指纹核对，一致的，档案确由其系统封存。");
    return done;
}

int verify_export(const std::filesystem::path& file) {
    const auto checked = audit::check_evidence(file);
    if (!checked) return refused(checked.error());
    const auto& manifest = checked->manifest;
    say("导出时间：" + manifest.made_at + "，导出人：" + manifest.made_by);
    say("筛选条件：" + (manifest.filter.empty() ? "无，全部条目" : manifest.filter));
    say("公钥指纹：" + checked->fingerprint);
    if (checked->fault) {
        const auto& fault = *checked->fault;
        complain("链 " + fault.chain + "：" +
                 base::sentence_of(base::refuse(base::ErrorKind::conflict, fault.what, {},
                                                {{"sequence", std::to_string(fault.sequence)}})));
        complain("校验未通过：文件中的条目与其哈希值不一致。");
        return refused_input;
    }
    say("校验通过：签名有效，" + std::to_string(checked->entries) + " 条条目未被改动，其中 " +
        std::to_string(checked->chained) + " 条与前一条相连。");
    say("请把上面的公钥指纹与审计管理员提供的指纹核对，一致的，文件确由其系统导出。");
    return done;
}

}  // namespace app
