// Importing a plan and filling in the sample from the command line: the same actions that the pages
// use.
#include "app/commands.hpp"
#include "app/installation.hpp"
#include "app/sample.hpp"
#include "app/terminal.hpp"
#include "base/digest.hpp"
#include "base/messages.hpp"
#include "ledger/programme_actions.hpp"

namespace app {
namespace {

constexpr std::size_t lines_shown_max = 20;
constexpr std::int64_t programmes_looked_at_max = 200;

// By id, or by a title that only one programme bears.
base::Result<ledger::ProgrammeId> find_programme(const ledger::Needs& needs,
                                                 const base::Actor& actor,
                                                 const std::string& words) {
    if (const auto id = ledger::ProgrammeId::parse(words)) return *id;
    const ledger::Page page{1, programmes_looked_at_max};
    std::optional<ledger::ProgrammeId> found;
    for (const auto& view : ledger::view_programmes(needs, actor, words, page).rows) {
        if (view.programme.title != words) continue;
        if (found)
            return base::refuse(base::ErrorKind::conflict, "programme_title_ambiguous", {},
                                {{"value", words}});
        found = view.programme.id;
    }
    if (!found)
        return base::refuse(base::ErrorKind::not_found, "programme_title_unknown", {},
                            {{"value", words}});
    return *found;
}

std::string words_of(const plan::DraftCounts& counts) {
    return "板块 " + std::to_string(counts.areas) + "、问题 " + std::to_string(counts.problems) +
           "、表现 " + std::to_string(counts.manifestations) + "、措施 " +
           std::to_string(counts.measures);
}

void say_changes(std::string_view heading, const std::vector<plan::RowChange>& changes) {
    if (changes.empty()) return;
    say(std::string(heading) + std::to_string(changes.size()) + " 处：");
    for (std::size_t i = 0; i < std::min(changes.size(), lines_shown_max); ++i)
        say("  " + changes[i].kind + " " + changes[i].number + "：" + changes[i].old_value + " → " +
            changes[i].new_value);
}

void say_report(const plan::CheckReport& report) {
    for (std::size_t i = 0; i < std::min(report.warnings.size(), lines_shown_max); ++i)
        complain("提示（第 " + std::to_string(report.warnings[i].at) + " 段）：" +
                 report.warnings[i].message);
    say("新增：" + words_of(report.created) + "、单位 " + std::to_string(report.units_created));
    say_changes("改动 ", report.changed);
    say_changes("与人工处理结果不同、保持不动 ", report.kept_by_people);
    if (!report.gone.empty())
        say("台账中有而文件中没有、保持不动：" + std::to_string(report.gone.size()) + " 项");
    say("未变：" + std::to_string(report.untouched) + " 项");
    if (!report.unresolved_names.empty())
        say("未找到对应单位或人员的名称：" + std::to_string(report.unresolved_names.size()) +
            " 个（加 --create-units 可自动建立单位）");
}

// What becomes of an uploaded document: looked at only, or confirmed. The caller discards it when
// refused.
base::Result<void> settle(const plan::Needs& needs, const plan::ImportView& view,
                          const ImportOrder& order) {
    const auto actor = command_actor();
    const auto& import = view.row.import;
    const auto units = order.create_units ? plan::NewUnits::open : plan::NewUnits::leave_as_names;
    const auto report = plan::check_import(needs, actor, import.id, units);
    if (!report) return report.error();
    say_report(*report);
    if (!report->errors.empty()) return report->errors.front();
    if (order.rehearsal == Rehearsal::check_only)
        return plan::discard_import(needs, actor, import.id);
    const auto confirmed = plan::confirm_import(needs, actor, import.id, import.version, units);
    if (!confirmed) return confirmed.error();
    return {};
}

}  // namespace

int import_plan(const Config& config, const ImportOrder& order) {
    const auto installation = open_installation(config);
    if (!installation) return refused(installation.error());
    const auto needs = (*installation)->plan_needs();
    const auto actor = command_actor();
    const auto programme = find_programme(needs.ledger, actor, order.programme);
    if (!programme) return refused(programme.error());
    plan::Upload upload;
    upload.id = plan::ImportId::make(needs.ledger.clock.now(), needs.ledger.random);
    upload.programme = *programme;
    upload.file_name = order.document.filename().string();
    upload.file = order.document;
    const auto view = plan::upload_document(needs, actor, upload);
    if (!view) return refused(view.error());
    if (const auto settled = settle(needs, *view, order); !settled) {
        static_cast<void>(plan::discard_import(needs, actor, upload.id).has_value());
        return refused(settled.error());
    }
    say(order.rehearsal == Rehearsal::check_only ? "以上为检查结果，没有写入台账。"
                                                 : "已导入台账。");
    return done;
}

int export_ledger(const Config& config, const ExportOrder& order) {
    const auto installation = open_installation(config);
    if (!installation) return refused(installation.error());
    const auto needs = (*installation)->reports_needs();
    const auto actor = command_actor();
    const auto programme = find_programme(needs.ledger, actor, order.programme);
    if (!programme) return refused(programme.error());
    if (std::filesystem::exists(order.file))
        return refused(base::refuse(base::ErrorKind::conflict, "file_exists_already", {},
                                    {{"path", order.file.string()}}));
    const auto book = reports::export_ledger(needs, actor, *programme, {});
    if (!book) return refused(book.error());
    std::filesystem::copy_file(book->file, order.file);
    std::filesystem::remove(book->file);
    say("已导出到 " + order.file.string() + "。");
    return done;
}

int fill_sample(const Config& config, const std::string& password) {
    const auto installation = open_installation(config);
    if (!installation) return refused(installation.error());
    auto chosen = password;
    if (chosen.empty()) {
        std::array<std::uint8_t, 5> random{};
        (*installation)->random().fill(random);
        chosen = "Shili-" + base::to_hex(random);
    }
    const SampleNeeds needs{(*installation)->accounts_needs(), (*installation)->plan_needs(),
                            (*installation)->dossier_needs()};
    const auto sample = fill_with_sample(needs, chosen);
    if (!sample) return refused(sample.error());
    say("已填入虚构的云岭区（人物、单位和内容均为虚构）：");
    for (const auto& title : sample->programmes) say("  " + title);
    say("可用以下账号登录，密码均为 " + chosen);
    for (const auto& one : sample->accounts)
        say("  " + padded(one.account, 20) + padded(one.person, 10) + padded(one.role_words, 14) +
            one.unit);
    return done;
}

}  // namespace app
