// Units and persons from a workbook, on the command line: the same actions that the page uses.
#include "app/commands.hpp"
#include "app/installation.hpp"
#include "app/terminal.hpp"
#include "base/messages.hpp"

namespace app {
namespace {

void say_faults(std::string_view heading, const std::vector<accounts::SheetFault>& faults) {
    for (const auto& fault : faults)
        complain(std::string(heading) + "（" + fault.at.sheet +
                 (fault.at.row > 0 ? "第 " + std::to_string(fault.at.row) + " 行" : "") + "，" +
                 fault.column + "）：" + base::sentence_of(fault.error));
}

std::string words_of(const accounts::UnitImportReport& report) {
    return "单位 " + std::to_string(report.units) + " 个、人员 " + std::to_string(report.persons) +
           " 人";
}

}  // namespace

int import_units(const Config& config, const UnitOrder& order) {
    const auto installation = open_installation(config);
    if (!installation) return refused(installation.error());
    const auto needs = (*installation)->unit_import_needs();
    const auto actor = command_actor();
    const auto checked = accounts::check_unit_workbook(needs, order.workbook, actor);
    if (!checked) return refused(checked.error());
    say_faults("问题", checked->faults);
    say_faults("提示", checked->notes);
    if (order.rehearsal == Rehearsal::check_only) {
        say("可以导入：" + words_of(*checked) + "。以上为检查结果，没有写入。");
        return done;
    }
    const auto bad = order.skip_bad ? accounts::BadRows::leave_out : accounts::BadRows::refuse;
    const auto report = accounts::import_unit_workbook(needs, order.workbook, bad, actor);
    if (!report) return refused(report.error());
    say("已导入：" + words_of(*report) + "。");
    if (report->bad_rows > 0)
        say("没有导入：" + std::to_string(report->bad_rows) + " 行，原因见上。");
    return done;
}

int write_unit_template(const Config& config, const std::filesystem::path& file) {
    const auto installation = open_installation(config);
    if (!installation) return refused(installation.error());
    if (std::filesystem::exists(file))
        return refused(base::refuse(base::ErrorKind::conflict, "file_exists_already", {},
                                    {{"path", file.string()}}));
    const auto made = accounts::write_unit_template((*installation)->unit_import_needs());
    std::filesystem::copy_file(made, file);
    std::filesystem::remove(made);
    say("已写出模板：" + file.string());
    return done;
}

}  // namespace app
