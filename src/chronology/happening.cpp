#include "chronology/happening.hpp"

#include "base/names.hpp"
#include "base/text_length.hpp"

namespace chronology {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::array<std::string_view, kinds.size()> kind_names{
    "feedback",   "import",    "meeting_called", "meeting",        "decision",
    "notice",     "extension", "application",    "signature",      "returned",
    "struck_off", "task",      "progress",       "handover",       "plan",
    "check",      "interview", "life_meeting",   "accountability", "noted"};
constexpr std::array<std::string_view, kinds.size()> kind_words{
    "反馈",     "导入方案", "会议通知", "会议召开",   "议定事项", "督办",      "延期",
    "申请销号", "审核签字", "退回补充", "销号",       "任务",     "进展报告",  "责任交接",
    "方案印发", "督查",     "约谈",     "民主生活会", "追责问责", "系统外事项"};

std::string row_words(const Happening& one) {
    return (one.target_kind == "problem" ? "问题" : "措施") + std::to_string(one.number);
}

std::string notice_words(const Happening& one) {
    const auto& act = one.act;
    if (act == "issue") return "签发" + one.words;
    if (act == "sign") return "签收" + one.words;
    if (act == "answer") return "回复" + one.words;
    if (act == "send_back") return "退回对" + one.words + "的回复";
    return "办结" + one.words;
}

std::string extension_words(const Happening& one) {
    if (one.act == "asked") return "申请将" + row_words(one) + "延期至" + one.words;
    return (one.act == "agreed" ? "同意" : "不同意") + row_words(one) + "延期至" + one.words;
}

std::string task_words(const Happening& one) {
    const auto task = "任务" + std::to_string(one.number);
    if (one.act == "reported") return "报告" + task + "已完成";
    if (one.act == "confirmed") return "确认" + task + "完成";
    if (one.act == "dropped") return task + "不再办理";
    return "退回" + task + "的完成报告";
}

std::string handover_words(const Happening& one) {
    const auto book = one.words + "责任交接书";
    if (one.act == "giver") return "交出并签署" + book;
    if (one.act == "taker") return "接任并签署" + book;
    return "监交并签署" + book;
}

std::string life_meeting_words(const Happening& one) {
    const auto number = "（第" + std::to_string(one.number) + "件）";
    if (one.act.empty()) return "主持召开“" + one.words + "”";
    if (one.act == "answered") return "答复“" + one.words + "”的请示报告" + number;
    const auto about = "就“" + one.words + "”";
    if (one.act == "ask") return about + "向巡视巡察办请示" + number;
    if (one.act == "report") return about + "向巡视巡察办报告" + number;
    return about + "接受巡视巡察办" + (one.act == "guidance" ? "指导" : "检查") + number;
}

std::string check_words(const Happening& one) {
    const auto kind = one.act == "look_back"       ? "回头看"
                      : one.act == "reverse_check" ? "反向核查"
                                                   : "现场督查";
    return "办结" + std::string(kind) + "“" + one.words + "”";
}

}  // namespace

std::string_view name_of(Kind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}
std::optional<Kind> kind_of(std::string_view name) {
    return base::named<Kind>(kind_names, name);
}
std::string_view words_of(Kind kind) {
    return kind_words[static_cast<std::size_t>(kind)];
}

std::string sentence_of(const Happening& one) {
    switch (one.kind) {
        case Kind::feedback: return one.words + "反馈意见";
        case Kind::import: return "导入“" + one.words + "”";
        case Kind::meeting_called: return "通知召开“" + one.words + "”";
        case Kind::meeting:
            return "主持召开“" + one.words + "”，议定" + std::to_string(one.number) + "项";
        case Kind::decision: return "会议议定由" + one.act + "承办：" + one.words;
        case Kind::notice: return notice_words(one);
        case Kind::extension: return extension_words(one);
        case Kind::application: return "申请" + row_words(one) + "销号";
        case Kind::signature:
            return "在“" + one.words + "”环节" + (one.act == "agreed" ? "同意" : "退回") +
                   row_words(one) + "销号";
        case Kind::returned: return "退回" + row_words(one) + "的完成报告，要求补充";
        case Kind::struck_off: return row_words(one) + "销号，销号单第" + one.words + "号";
        case Kind::task: return task_words(one);
        case Kind::progress: return "报告" + row_words(one) + "进展，完成比例" + one.words + "%";
        case Kind::handover: return handover_words(one);
        case Kind::plan:
            return "印发整改方案第" + std::to_string(one.number) + "版（" + one.words + "）";
        case Kind::check: return check_words(one);
        case Kind::interview:
            return "约谈" + one.words + "（登记第" + std::to_string(one.number) + "号）";
        case Kind::life_meeting: return life_meeting_words(one);
        case Kind::accountability:
            return "被追责问责，由" + one.words + "决定（登记第" + std::to_string(one.number) +
                   "号）";
        case Kind::noted: break;
    }
    return one.words;
}

std::optional<base::Error> why_not_write(const base::Actor& actor, bool covered) {
    if (actor.may(base::Act::edit_ledger) && covered) return std::nullopt;
    return refuse(ErrorKind::forbidden, "only_the_office_keeps_the_chronicle");
}

base::Result<void> check(const Note& note, base::Date today) {
    std::vector<base::Error> faults;
    const auto hold_to = [&](std::string_view field, std::string_view text, std::size_t max) {
        if (auto fault = base::why_too_long(text, field, max)) faults.push_back(std::move(*fault));
    };
    if (note.day > today)
        faults.push_back(
            refuse(ErrorKind::invalid, "day_in_the_future", "day",
                   {{"value", base::to_text(note.day)}, {"accepted", base::to_text(today)}}));
    if (note.person.empty())
        faults.push_back(refuse(ErrorKind::invalid, "chronicle_person_missing", "person"));
    if (note.text.empty())
        faults.push_back(refuse(ErrorKind::invalid, "chronicle_text_missing", "text"));
    hold_to("person", note.person, name_chars_max);
    hold_to("text", note.text, text_chars_max);
    hold_to("evidence", note.evidence, evidence_chars_max);
    if (const auto fault = base::together(std::move(faults))) return *fault;
    return {};
}

base::Result<Entry> edit(const Entry& before, const Note& note, base::Date today) {
    if (before.removed) return refuse(ErrorKind::illegal_transition, "chronicle_entry_removed");
    if (const auto fine = check(note, today); !fine) return fine.error();
    auto after = before;
    after.note = note;
    ++after.version;
    return after;
}

base::Result<Entry> remove(const Entry& before, std::string_view reason) {
    if (before.removed) return refuse(ErrorKind::illegal_transition, "chronicle_entry_removed");
    if (const auto no = base::why_too_short(reason, "reason_too_short", "reason")) return *no;
    auto after = before;
    after.removed = true;
    ++after.version;
    return after;
}

}  // namespace chronology
