#include "dossier/record_sheet.hpp"

#include <array>

#include "reports/ledger_sheet.hpp"

namespace dossier {
namespace {

// The look of a page, printed on A4.
constexpr std::string_view head_of_page =
    "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><style>"
    "body{max-width:46em;margin:2em auto;padding:0 1em;font-family:SimSun,serif;line-height:1.7}"
    "h1{font-size:1.5em;text-align:center}h2{font-size:1.1em}dl{display:grid;"
    "grid-template-columns:8em 1fr;gap:.2em 1em}dt{color:#555}dd{margin:0;white-space:pre-line}"
    "table{width:100%;border-collapse:collapse}th,td{border:1px solid #888;padding:.3em .5em;"
    "text-align:left;vertical-align:top;white-space:pre-line;overflow-wrap:anywhere}"
    "p{margin:0;text-indent:2em;overflow-wrap:anywhere}"
    "footer{margin-top:2em;color:#555;font-size:.9em}</style><title>";

void escape(std::string& out, std::string_view text) {
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else
            out += c;
    }
}

void element(std::string& out, std::string_view tag, std::string_view text) {
    out.append("<").append(tag).append(">");
    escape(out, text);
    out.append("</").append(tag).append(">");
}

void write(std::string& out, const RecordTable& table) {
    element(out, "h2", table.heading);
    out += "<table><thead><tr>";
    for (const auto& column : table.columns) element(out, "th", column);
    out += "</tr></thead><tbody>";
    for (const auto& row : table.rows) {
        out += "<tr>";
        for (const auto& cell : row) element(out, "td", cell);
        out += "</tr>\n";
    }
    out += "</tbody></table>\n";
}

std::string day_words(const std::optional<base::Date>& day) {
    return day ? base::to_text(*day) : "";
}

std::string_view words_of(meetings::Attendance attendance) {
    constexpr std::array<std::string_view, 6> words{"未回复",   "参加", "请假",
                                                    "由人代会", "到会", "缺席"};
    return words[static_cast<std::size_t>(attendance)];
}

RecordTable present_at(const meetings::Meeting& meeting) {
    RecordTable table{"参会人员", {"姓名或单位", "身份", "到会情况", "说明"}, {}};
    for (const auto& one : meeting.terms.participants) {
        std::string standing = one.standing == meetings::Standing::sits_in ? "列席" : "出席";
        if (one.duty == meetings::Duty::host) standing += "、主持";
        if (one.duty == meetings::Duty::recorder) standing += "、记录";
        table.rows.push_back({one.name, standing, std::string(words_of(one.attendance)),
                              one.proxy.empty() ? one.reason : one.proxy + "代会"});
    }
    return table;
}

RecordTable spoken_of(const std::vector<meetings::AgendaItem>& items) {
    RecordTable table{"议题", {"议题", "听取情况", "讨论意见"}, {}};
    for (const auto& item : items)
        table.rows.push_back(
            {item.row.text, item.moved_on ? "移至下次会议" : item.heard, item.discussion});
    return table;
}

RecordTable decided_at(const std::vector<meetings::AgendaItem>& items) {
    RecordTable table{"议定事项", {"事项", "承办单位", "承办人", "完成时限"}, {}};
    for (const auto& item : items)
        for (const auto& one : item.decisions)
            table.rows.push_back(
                {one.matter, one.unit_name, one.person_name, day_words(one.due_on)});
    return table;
}

std::string_view words_of(ledger::NoticeAct act) {
    constexpr std::array<std::string_view, 7> words{"修改", "签发",     "不予签发", "签收",
                                                    "回复", "退回回复", "办结"};
    return words[static_cast<std::size_t>(act)];
}

RecordTable signatures_of(const ledger::Review& review) {
    RecordTable table{"审核", {"环节", "审核人", "时间", "意见"}, {}};
    for (const auto& one : review)
        if (one.decided_at)
            table.rows.push_back({one.stage_name, one.decided_by_name,
                                  base::to_local_text(*one.decided_at), one.opinion});
    return table;
}

RecordTable proofs_of(const std::vector<ledger::SlipEvidence>& files) {
    RecordTable table{"佐证材料", {"所在", "名称", "字节数", "摘要"}, {}};
    for (const auto& one : files)
        table.rows.push_back(
            {(one.row_kind == "problem" ? "问题" : "措施") + std::to_string(one.row_number),
             one.name, std::to_string(one.bytes), one.algorithm + " " + one.digest});
    return table;
}

std::string_view words_of(ledger::HandoverPart part) {
    constexpr std::array<std::string_view, 3> words{"交接人", "接任人", "监交人"};
    return words[static_cast<std::size_t>(part)];
}

}  // namespace

std::string html_of(const Record& record, std::string_view foot) {
    std::string out(head_of_page);
    escape(out, record.title);
    out += "</title></head><body>\n";
    element(out, "h1", record.title);
    out += "\n<dl>";
    for (const auto& [label, value] : record.facts) {
        if (value.empty()) continue;
        element(out, "dt", label);
        element(out, "dd", value);
    }
    out += "</dl>\n";
    for (const auto& text : record.texts) {
        element(out, "h2", text.heading);
        for (const auto& line : text.lines) element(out, "p", line);
        out += '\n';
    }
    for (const auto& table : record.tables)
        if (!table.rows.empty()) write(out, table);
    element(out, "footer", foot);
    return out + "\n</body></html>\n";
}

Record record_of(const HeldMeeting& held) {
    const auto& terms = held.meeting.terms;
    Record record;
    record.title = terms.title + "纪要";
    record.facts = {{"会议类型", std::string(meetings::words_of(terms.kind))},
                    {"时间", base::to_text(terms.held_on) + " " + terms.begins_at},
                    {"地点", terms.place},
                    {"整理人", held.meeting.closed_by}};
    RecordTable remarks{"补充说明", {"时间", "说明人", "内容"}, {}};
    for (const auto& one : held.remarks)
        remarks.rows.push_back({base::to_local_text(one.at), one.by, one.text});
    record.tables = {present_at(held.meeting), spoken_of(held.items), decided_at(held.items),
                     remarks};
    return record;
}

Record feedback_record(const inspections::Feedback& feedback) {
    Record record;
    record.title = "反馈意见";
    record.facts = {{"文号", feedback.paper.document},
                    {"成文日期", day_words(feedback.paper.document_on)},
                    {"登记人", feedback.registered_by},
                    {"正文", feedback.paper.text}};
    return record;
}

Record receipt_record(const inspections::Feedback& feedback) {
    Record record;
    record.title = "反馈意见签收单";
    record.facts = {{"文号", feedback.paper.document}};
    if (const auto& delivery = feedback.delivery)
        record.facts.insert(record.facts.end(),
                            {{"送达日期", base::to_text(delivery->delivered_on)},
                             {"向主要负责人反馈", day_words(delivery->principal_told_on)},
                             {"向领导班子反馈", day_words(delivery->team_told_on)}});
    if (const auto& receipt = feedback.receipt)
        record.facts.insert(record.facts.end(),
                            {{"签收人", receipt->by}, {"签收日期", base::to_text(receipt->on)}});
    RecordTable copies{"抄告", {"单位（人员）", "抄告日期", "签收人", "签收日期"}, {}};
    for (const auto& one : feedback.copies)
        copies.rows.push_back(
            {one.name, day_words(one.told_on), one.received_by, day_words(one.received_on)});
    record.tables = {copies};
    return record;
}

Record declaration_record(const inspections::Feedback& feedback) {
    const auto& declaration = feedback.declaration;
    Record record;
    record.title = "主要负责人表态发言";
    record.facts = {{"表态人", declaration.by},
                    {"日期", day_words(declaration.on)},
                    {"表态内容", declaration.text}};
    RecordTable promises{"承诺事项", {"序号", "内容"}, {}};
    for (std::size_t i = 0; i < declaration.promises.size(); ++i)
        promises.rows.push_back({std::to_string(i + 1), declaration.promises[i]});
    record.tables = {promises};
    return record;
}

Record record_of(const ledger::Notice& notice) {
    Record record;
    record.title = notice.kind;
    record.facts = {{"文号", notice.mark},
                    {"主送", notice.unit_name},
                    {"依据", notice.texts.basis},
                    {"要求", notice.texts.requirement},
                    {"回复时限", day_words(notice.texts.reply_by)},
                    {"联系人", notice.texts.contact}};
    RecordTable rows{"涉及措施", {"措施", "内容", "完成时限", "状态", "责任人"}, {}};
    for (const auto& one : notice.items)
        rows.rows.push_back({std::to_string(one.number), one.text, one.deadline_text,
                             std::string(reports::words_of(one.status)), one.responsible});
    RecordTable steps{"办理过程", {"时间", "办理", "办理人", "内容"}, {}};
    for (const auto& one : notice.steps)
        steps.rows.push_back(
            {base::to_local_text(one.at), std::string(words_of(one.act)), one.by, one.text});
    record.tables = {rows, steps};
    return record;
}

Record record_of(const StruckOff& one) {
    Record record;
    record.title = "问题销号单";
    record.facts = {{"编号", "第 " + std::to_string(one.slip.slip_number) + " 号"},
                    {"整改工作", one.programme_title},
                    {"问题", std::to_string(one.problem.number) + "　" + one.problem.text},
                    {"申请人", one.slip.applied_by},
                    {"销号意见", one.slip.opinion},
                    {"销号人", one.slip.by},
                    {"销号时间", base::to_local_text(one.slip.at)}};
    if (one.slip.imported) record.facts.emplace_back("说明", "随已有台账导入，未经本系统审核");
    if (const auto& filed = one.application) {
        const auto& stated = filed->stated;
        const bool pursued = stated.pursuit == ledger::Pursuit::pursued;
        record.facts.emplace_back("整改情况", stated.summary);
        record.facts.emplace_back("举一反三", stated.similar_check);
        record.facts.emplace_back(pursued ? "责任追究" : "不需追责的理由", stated.pursuit_note);
        record.facts.emplace_back(
            "牵头领导", stated.lead_leader.name + "　" + day_words(stated.lead_leader.on));
        record.facts.emplace_back("主要负责人",
                                  stated.principal.name + "　" + day_words(stated.principal.on));
    }
    record.tables = {signatures_of(one.review), proofs_of(one.evidence)};
    return record;
}

Record record_of(const HandedOver& one) {
    const auto& handover = one.handover;
    Record record;
    record.title = "整改责任交接书";
    record.facts = {
        {"单位", handover.unit_name},        {"职务", handover.post_title},
        {"交接人", handover.giver.name},     {"接任人", handover.taker ? handover.taker->name : ""},
        {"监交单位", handover.witness_unit}, {"风险提示", handover.risk_note},
        {"清单摘要", handover.list_digest}};
    RecordTable rows{"本项整改工作的交接事项", {"事项", "内容", "期限", "处理"}, {}};
    for (const auto& item : one.items)
        rows.rows.push_back({std::string(words_of(item.kind)) + std::to_string(item.row_number),
                             item.text, day_words(item.due_on), item.kept ? "留任原人" : "移交"});
    RecordTable signatures{"签字", {"身份", "签字人", "签字日期", "说明"}, {}};
    for (const auto& sign : handover.signatures)
        signatures.rows.push_back({std::string(words_of(sign.part)), sign.by_name,
                                   base::to_text(sign.signed_on),
                                   sign.on_paper ? "纸质签字：" + sign.note : ""});
    record.tables = {rows, signatures};
    return record;
}

Record record_of(const supervision::Accountability& one) {
    std::string triggers;
    for (const auto trigger : one.triggers)
        triggers += (triggers.empty() ? "" : "、") + std::string(words_of(trigger));
    Record record;
    record.title = "追责问责登记";
    record.facts = {
        {"编号", "第 " + std::to_string(one.number) + " 号"},
        {"单位", one.unit_name},
        {"被问责人", one.person},
        {"职务", one.post},
        {"问责情形", triggers},
        {"问责方式", std::string(words_of(one.form))},
        {"一案双查", one.double_inquiry ? "是" : ""},
        {"事由", one.facts},
        {"所涉问题",
         one.problem ? std::to_string(one.problem_number) + "　" + one.problem_text : ""},
        {"决定", one.decided_by + "　" + base::to_text(one.decided_on) + "　" + one.document},
        {"登记", one.recorded_by_name + "　" + base::to_local_text(one.recorded_at)}};
    return record;
}

}  // namespace dossier
