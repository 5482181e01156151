// Checking what the journal's page gave out, anywhere: no database, no key, no settings.
#include "app/commands.hpp"
#include "app/terminal.hpp"
#include "audit/evidence_json.hpp"
#include "base/messages.hpp"

namespace app {

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
