#include "dossier/life_record_sheet.hpp"

#include "base/utf8.hpp"

namespace dossier {
namespace {

using sittings::name_in;

std::vector<std::string> row_of(const SatMeeting& one, const sittings::RecordEntry& entry) {
    const auto& said = entry.said;
    return {name_in(one.meeting, said.speaker),
            name_in(one.meeting, said.about),
            said.example,
            said.words,
            said.suggestion,
            said.reply,
            entry.by};
}

/// Who was there, who had leave, who was missing.
std::string names_of(const SatMeeting& one, sittings::PresenceState state) {
    std::string names;
    for (const auto& who : one.meeting.participants)
        if (sittings::presence_of(one.sitting, who.id).state == state)
            names += (names.empty() ? "" : "、") + who.name;
    return names;
}

}  // namespace

Record record_of(const SatMeeting& one) {
    using sittings::PresenceState;
    Record record;
    record.title = one.meeting.terms.title + "会议记录";
    record.facts = {{"日期", base::to_text(one.meeting.terms.held_on)},
                    {"地点", one.meeting.terms.place},
                    {"到会", names_of(one, PresenceState::present)},
                    {"请假", names_of(one, PresenceState::on_leave)},
                    {"缺席", names_of(one, PresenceState::absent)},
                    {"记录校验值", one.sitting.digest}};
    RecordTable table{
        "记录",
        {"发言人", "被批评人", "事例或者措施", "问题或者发言", "建议", "表态", "记录人"},
        {}};
    for (const auto& entry : one.entries) table.rows.push_back(row_of(one, entry));
    record.tables.push_back(std::move(table));
    RecordTable remarks{"补记", {"时间", "补记人", "内容"}, {}};
    for (const auto& each : one.remarks)
        remarks.rows.push_back({base::to_local_text(each.at), each.by, each.text});
    record.tables.push_back(std::move(remarks));
    return record;
}

Record report_of(const life_meetings::LifeMeeting& meeting, const sittings::LifeText& report) {
    Record record;
    record.title = "关于" + meeting.terms.title + "的情况报告";
    if (report.issued_on) record.facts = {{"定稿日期", base::to_text(*report.issued_on)}};
    RecordText text{"正文", {}};
    std::string_view rest = report.text;
    while (!rest.empty()) text.lines.emplace_back(base::cut(rest, '\n'));
    record.texts.push_back(std::move(text));
    return record;
}

}  // namespace dossier
