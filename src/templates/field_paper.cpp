#include "templates/field_paper.hpp"

#include <algorithm>

#include "documents/paper_words.hpp"
#include "documents/report_paper.hpp"
#include "templates/field_columns_paper.hpp"
#include "templates/row_fields_paper.hpp"

namespace templates {
namespace {

using office::FieldSort;
using office::FieldValue;
using office::Record;
using office::RecordType;

/// The programme with its figures.
struct RootLine {
    const FieldSource& source;
    documents::ReportFigures week, month;
};

office::Share share(std::size_t part, std::size_t whole) {
    return {static_cast<std::int64_t>(part), static_cast<std::int64_t>(whole)};
}

const Columns<RootLine>& of_programme() {
    using L = RootLine;
    static const Columns<L> columns{
        {"整改工作", FieldSort::text, "这项整改工作的名称", "区财政局党组巡察整改",
         [](const L& l) -> FieldValue { return l.source.programme.title; }},
        {"被巡察单位", FieldSort::text, "单位名称", "区财政局",
         [](const L& l) -> FieldValue { return l.source.programme.inspected_unit_name; }},
        {"巡察轮次", FieldSort::text, "轮次名称", "五届区委第二轮巡察",
         [](const L& l) -> FieldValue { return l.source.programme.inspection.round_name; }},
        {"巡察机构", FieldSort::text, "巡视巡察组的名称", "区委第二巡察组",
         [](const L& l) -> FieldValue { return l.source.programme.inspection.inspecting_body; }},
        {"反馈日期", FieldSort::day, "反馈的日期", "2024年4月12日",
         [](const L& l) { return maybe(l.source.programme.feedback_on); }},
        {"集中整改截止日期", FieldSort::day, "集中整改期结束的日期", "2024年7月12日",
         [](const L& l) { return maybe(l.source.programme.concentrated_end_on); }},
        {"密级", FieldSort::text, "公开、内部、秘密、机密", "内部",
         [](const L& l) -> FieldValue {
             return std::string(ledger::words_of(l.source.programme.classification));
         }},
        {"今天", FieldSort::day, "生成文书的日期", "2024年6月30日",
         [](const L& l) -> FieldValue { return l.source.list.today; }},
        {"整改办", FieldSort::text, "落款单位", "整改工作领导小组办公室",
         [](const L&) -> FieldValue { return std::string(documents::rectification_office); }},
        {"下载人", FieldSort::text, "生成文书的人", "张静",
         [](const L& l) -> FieldValue { return l.source.reader; }},
        {"领用", FieldSort::text, "密级、下载人、单位和时间，用作领用标记",
         "密级：内部　　导出：张静　区纪委监委　2024-06-30 09:00",
         [](const L& l) -> FieldValue { return l.source.copy_for; }}};
    return columns;
}

const Columns<RootLine>& of_figures() {
    using L = RootLine;
    static const Columns<L> columns{
        {"问题总数", FieldSort::number, "反馈问题数", "24",
         [](const L& l) { return number(l.week.problems); }},
        {"已销号数", FieldSort::number, "已经销号的问题数", "15",
         [](const L& l) { return number(l.week.struck_off); }},
        {"销号率", FieldSort::share, "已销号问题的占比", "62.5%",
         [](const L& l) -> FieldValue { return share(l.week.struck_off, l.week.problems); }},
        {"本周销号数", FieldSort::number, "本周新销号的问题数", "2",
         [](const L& l) { return number(l.week.struck_off_now); }},
        {"本月销号数", FieldSort::number, "本月新销号的问题数", "5",
         [](const L& l) { return number(l.month.struck_off_now); }},
        {"措施总数", FieldSort::number, "整改措施条数", "80",
         [](const L& l) { return number(l.week.measures); }},
        {"已完成数", FieldSort::number, "已经完成的措施条数", "50",
         [](const L& l) { return number(l.week.done); }},
        {"长期坚持数", FieldSort::number, "转入长期坚持的措施条数", "6",
         [](const L& l) { return number(l.week.long_term); }},
        {"完成率", FieldSort::share, "完成和长期坚持的措施的占比", "70.0%",
         [](const L& l) -> FieldValue {
             return share(l.week.done + l.week.long_term, l.week.measures);
         }},
        {"推进中数", FieldSort::number, "没有完成的措施条数", "24",
         [](const L& l) { return number(l.week.open); }},
        {"超期数", FieldSort::number, "超期的措施条数", "3",
         [](const L& l) { return number(l.week.overdue); }},
        {"七天内到期数", FieldSort::number, "今后七天内到期的措施条数", "4",
         [](const L& l) { return number(l.week.near); }},
        {"三十天内到期数", FieldSort::number, "今后三十天内到期的措施条数", "9",
         [](const L& l) { return number(l.month.near); }},
        {"退回数", FieldSort::number, "退回待重新整改的措施条数", "1",
         [](const L& l) { return number(l.week.sent_back); }}};
    return columns;
}

struct NoticeLine {
    const ledger::Notice& notice;
    std::size_t at;

    [[nodiscard]] std::optional<base::Date> when(ledger::NoticeAct act) const {
        for (const auto& step : notice.steps)
            if (step.act == act) return base::date_of(step.at);
        return std::nullopt;
    }
};
struct ItemLine {
    const ledger::NoticeItem& item;
    std::size_t at;
};

std::string words_of(ledger::NoticeState state) {
    constexpr const char* words[]{"待签发", "待签收", "待回复", "待办结", "已办结", "不予签发"};
    return words[static_cast<std::size_t>(state)];
}

const Columns<NoticeLine>& notice_columns() {
    using L = NoticeLine;
    static const Columns<L> columns{
        {"序号", FieldSort::number, "次序，从 1 起", "1", [](const L& l) { return number(l.at); }},
        {"文号", FieldSort::text, "文书的文号", "巡整督〔2024〕3号",
         [](const L& l) -> FieldValue { return l.notice.mark; }},
        {"种类", FieldSort::text, "文书的种类", "督办通知单",
         [](const L& l) -> FieldValue { return l.notice.kind; }},
        {"单位", FieldSort::text, "发给哪个单位", "采购科",
         [](const L& l) -> FieldValue { return l.notice.unit_name; }},
        {"依据", FieldSort::text, "依据", "整改方案确定的时限",
         [](const L& l) -> FieldValue { return l.notice.texts.basis; }},
        {"要求", FieldSort::text, "要求", "五个工作日内书面反馈。",
         [](const L& l) -> FieldValue { return l.notice.texts.requirement; }},
        {"事项", FieldSort::text, "立行立改的事项", "",
         [](const L& l) -> FieldValue { return l.notice.texts.matter; }},
        {"签发日期", FieldSort::day, "签发的日期", "2024年6月20日",
         [](const L& l) { return maybe(l.when(ledger::NoticeAct::issue)); }},
        {"回复期限", FieldSort::day, "要求回复的日期", "2024年6月27日",
         [](const L& l) { return maybe(l.notice.texts.reply_by); }},
        {"签收日期", FieldSort::day, "签收的日期", "2024年6月21日",
         [](const L& l) { return maybe(l.when(ledger::NoticeAct::sign)); }},
        {"回复日期", FieldSort::day, "回复的日期", "2024年6月25日",
         [](const L& l) { return maybe(l.when(ledger::NoticeAct::answer)); }},
        {"状态", FieldSort::text, "待签收、待回复、已办结等", "待回复",
         [](const L& l) -> FieldValue { return words_of(l.notice.state); }}};
    return columns;
}

const Columns<ItemLine>& item_columns() {
    using L = ItemLine;
    static const Columns<L> columns{
        {"序号", FieldSort::number, "次序，从 1 起", "1", [](const L& l) { return number(l.at); }},
        {"编号", FieldSort::number, "措施在台账里的编号", "7",
         [](const L& l) -> FieldValue { return l.item.number; }},
        {"内容", FieldSort::text, "措施原文", "修订采购制度。",
         [](const L& l) -> FieldValue { return l.item.text; }},
        {"完成时限", FieldSort::day, "时限的日期", "2024年6月20日",
         [](const L& l) { return maybe(l.item.due_on); }},
        {"责任人", FieldSort::text, "领导和经办人", "周启明、李强",
         [](const L& l) -> FieldValue { return l.item.responsible; }}};
    return columns;
}

struct MeetingLine {
    const meetings::MeetingBrief& brief;
    std::size_t at;
};
const Columns<MeetingLine>& meeting_columns() {
    using L = MeetingLine;
    static const Columns<L> columns{
        {"序号", FieldSort::number, "次序，从 1 起", "1", [](const L& l) { return number(l.at); }},
        {"名称", FieldSort::text, "会议名称", "第三次碰头会",
         [](const L& l) -> FieldValue { return l.brief.meeting.terms.title; }},
        {"类型", FieldSort::text, "碰头会、推进会等", "碰头会",
         [](const L& l) -> FieldValue {
             return std::string(meetings::words_of(l.brief.meeting.terms.kind));
         }},
        {"日期", FieldSort::day, "召开的日期", "2024年6月18日",
         [](const L& l) -> FieldValue { return l.brief.meeting.terms.held_on; }},
        {"地点", FieldSort::text, "召开的地点", "三楼会议室",
         [](const L& l) -> FieldValue { return l.brief.meeting.terms.place; }},
        {"主持人", FieldSort::text, "姓名", "周启明",
         [](const L& l) -> FieldValue { return l.brief.host; }},
        {"议题数", FieldSort::number, "议题数", "6",
         [](const L& l) -> FieldValue { return l.brief.items; }},
        {"议定事项数", FieldSort::number, "议定事项数", "4",
         [](const L& l) -> FieldValue { return l.brief.decisions; }}};
    return columns;
}

std::vector<Record> notice_records(const FieldSource& source) {
    std::vector<Record> records;
    for (const auto& notice : source.notices) {
        auto record = values_of(notice_columns(), NoticeLine{notice, records.size() + 1});
        auto& items = record.lists.emplace_back();
        for (const auto& item : notice.items)
            items.push_back(values_of(item_columns(), ItemLine{item, items.size() + 1}));
        records.push_back(std::move(record));
    }
    return records;
}

std::vector<Record> meeting_records(const FieldSource& source) {
    std::vector<Record> records;
    for (const auto& brief : source.meetings)
        records.push_back(values_of(meeting_columns(), MeetingLine{brief, records.size() + 1}));
    return records;
}

RecordType made_table() {
    RecordType root;
    root.fields = types_of(of_programme());
    for (auto& figure : types_of(of_figures())) root.fields.push_back(std::move(figure));
    root.lists = row_list_types();
    const RecordType items{"督办措施", "这份督办文书列出的措施", types_of(item_columns()), {}};
    root.lists.push_back({"督办文书", "已经签发的督办文书", types_of(notice_columns()), {items}});
    root.lists.push_back({"会议", "已经召开和通知的会议", types_of(meeting_columns()), {}});
    return root;
}

}  // namespace

const RecordType& field_table() {
    static const auto table = made_table();
    return table;
}

Record record_of(const FieldSource& source) {
    const auto today = source.list.today;
    const RootLine line{source, documents::count(source.list, documents::week_of(today)),
                        documents::count(source.list, documents::month_of(today))};
    auto root = values_of(of_programme(), line);
    for (auto& value : values_of(of_figures(), line).values)
        root.values.push_back(std::move(value));
    root.lists = row_lists(source.list);
    root.lists.push_back(notice_records(source));
    root.lists.push_back(meeting_records(source));
    return root;
}

std::int64_t guarded_rows(const FieldSource& source) {
    const auto& rows = source.list.rows;
    return std::count_if(rows.problems.begin(), rows.problems.end(),
                         [](const auto& row) { return !row.problem.guards.empty(); }) +
           std::count_if(rows.measures.begin(), rows.measures.end(),
                         [](const auto& row) { return !row.measure.guards.empty(); });
}

}  // namespace templates
