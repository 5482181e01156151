// Commands about the database as a whole.
#include "app/commands.hpp"
#include "app/installation.hpp"
#include "app/terminal.hpp"
#include "base/messages.hpp"
#include "evidence/keeping_actions.hpp"
#include "journal/verify.hpp"

namespace app {
namespace {

std::string name_of_chain(const journal::ChainReport& report) {
    return report.chain == journal::installation_chain ? "系统链" : "整改方案 " + report.chain;
}

std::string words_of(const journal::Fault& fault) {
    return base::sentence_of(base::refuse(base::ErrorKind::conflict, fault.what, {},
                                          {{"sequence", std::to_string(fault.sequence)}}));
}

bool verify_evidence(Installation& installation) {
    const auto check =
        evidence::check_files(installation.database(), installation.evidence_files());
    for (const auto& digest : check.missing) complain("佐证材料文件 " + digest + "：不在了。");
    for (const auto& digest : check.changed)
        complain("佐证材料文件 " + digest + "：内容与摘要不一致。");
    if (!check.sound()) {
        complain("校验未通过：佐证材料有文件缺失或被改动，请从备份中恢复。");
        return false;
    }
    if (check.files > 0)
        say("佐证材料：共 " + std::to_string(check.files) + " 个文件，与摘要一致。");
    return true;
}

}  // namespace

int migrate(const Config& config) {
    Installation installation(config, Opening::create);
    const auto applied = installation.migrate();
    if (!applied) return refused(applied.error());
    say(*applied == 0 ? "数据库已是最新结构，无需变更。"
                      : "已完成 " + std::to_string(*applied) + " 项数据库结构变更。");
    return done;
}

int verify(const Config& config) {
    Installation installation(config, Opening::existing);
    if (const auto openable = installation.check_sealing(); !openable)
        return refused(openable.error());
    const auto report = journal::verify(installation.database(), installation.journal().key());
    for (const auto& chain : report.chains) {
        auto line = name_of_chain(chain) + "：共 " + std::to_string(chain.entries) + " 条";
        if (!chain.erased.empty())
            line += "，其中依法删除内容 " + std::to_string(chain.erased.size()) + " 条";
        if (chain.fault) {
            complain(line + "。" + words_of(*chain.fault));
        } else {
            say(line + "，完整。");
        }
    }
    if (!report.sound()) {
        complain("校验未通过：留痕与其签封不一致，请保留现场并查明原因。");
        return refused_input;
    }
    if (!verify_evidence(installation)) return refused_input;
    say("校验通过：" + std::to_string(report.chains.size()) + " 条链、" +
        std::to_string(report.entries()) + " 条留痕全部完整。");
    return done;
}

}  // namespace app
