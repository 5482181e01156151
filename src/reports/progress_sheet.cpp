#include "reports/progress_sheet.hpp"

#include <algorithm>

#include "base/form_words.hpp"
#include "base/messages.hpp"
#include "reports/ledger_sheet.hpp"
#include "reports/progress_cells.hpp"

namespace reports {
namespace {

using base::ErrorKind;
using base::refuse;
using office::SheetColumn;
using office::Use;

constexpr auto sheet_name = "整改进展填报", guide_name = "填报说明", identity_heading = "系统标识",
               number_heading = "序号", fault_heading = "存在问题";

struct Shown {
    std::string_view heading;
    int width_chars;
    office::Alignment alignment = office::Alignment::left;
};
constexpr std::array<Shown, 8> shown_columns{{
    {number_heading, 5, office::Alignment::centre},
    {"文号序", 6, office::Alignment::centre},
    {"问题", 18},
    {"整改措施", 26},
    {"责任单位", 10},
    {"应办结日期", 10, office::Alignment::centre},
    {"最近一次报告", 18},
    {"目前完成比例（%）", 8, office::Alignment::centre},
}};

bool is_text(std::size_t column) {
    return column == text_at || column == percent_reason_at || column == evidence_note_at;
}

std::string how_of(std::size_t column) {
    if (column == text_at) return base::form_words("report.text.hint");
    if (column == percent_at) return base::form_words("report.percent.hint");
    if (column == percent_reason_at) return base::form_words("report.percent_reason.hint");
    if (column == evidence_note_at) return base::form_words("report.evidence_note.hint");
    if (column == submit_at) return base::form_words("report.submit.hint");
    return base::form_words("report.quantity.hint");
}

SheetColumn entry_column(std::size_t at) {
    SheetColumn column;
    column.heading = heading_of(at);
    column.remark = how_of(at);
    column.use = Use::filled_in;
    column.width_chars = at == text_at ? 32 : is_text(at) ? 14 : 8;
    column.alignment = is_text(at) ? office::Alignment::left : office::Alignment::centre;
    if (at == submit_at) column.choices = {"是", "否"};
    if (at == percent_at)
        column.whole = {0, 100, how_of(at)};
    else if (at >= results_at && at < submit_at)
        column.whole = {0, ledger::quantity_max, how_of(at)};
    return column;
}

enum class WithFaults { no, yes };

std::vector<SheetColumn> columns_of(WithFaults with) {
    std::vector<SheetColumn> columns;
    for (const auto& shown : shown_columns) {
        SheetColumn column;
        column.heading = shown.heading;
        column.width_chars = shown.width_chars;
        column.alignment = shown.alignment;
        columns.push_back(std::move(column));
    }
    for (std::size_t at = 0; at < entry_columns; ++at) columns.push_back(entry_column(at));
    SheetColumn column;
    if (with == WithFaults::yes) {
        column.heading = fault_heading;
        column.width_chars = 40;
        columns.push_back(column);
    }
    column.heading = identity_heading;
    column.width_chars = 10;
    column.use = Use::hidden;
    columns.push_back(std::move(column));
    return columns;
}

office::Sheet guide() {
    office::Sheet guide;
    guide.name = guide_name;
    guide.title = "整改进展填报说明";
    const auto column = [](std::string heading, int width) {
        SheetColumn one;
        one.heading = std::move(heading);
        one.width_chars = width;
        return one;
    };
    guide.columns = {column("事项", 24), column("怎么填", 96)};
    const auto say = [&](std::string what, std::string how) {
        guide.rows.push_back({{std::move(what), std::move(how)}, {}});
    };
    say("填在哪里", std::string("在“") + sheet_name +
                        "”表的浅黄色单元格里填写，其余单元格已锁定。可以排序、筛选、删去不报的行，"
                        "也可以移动列的位置；表头不要改动，不要把一行的内容挪到另一行。");
    say("报哪些行", "这次有进展的才填；一行都没有填的，上传后不作改动。");
    for (std::size_t at = 0; at < entry_columns; ++at)
        say(heading_of(at),
            (at == text_at ? "必填。" : "选填。") + how_of(at) +
                (at == percent_at ? base::form_words("report.percent.left_out") : ""));
    say("怎么交回",
        "存成 .xlsx，在台账页面点“上传填报表”。系统先逐格核对，列出会改什么、哪里有误；"
        "确认之后才写入台账。");
    say("下载以后别人报了", "同一条措施已有新的报告的，核对时并排列出两份，由您决定是否仍然报送。");
    say("有误的行", "可以下载回来，“存在问题”一列写明怎么改；改好再上传。");
    return guide;
}

std::string holders_of(const ledger::MeasureRow& row) {
    std::string names;
    for (const auto& holder : row.responsibility)
        if (holder.role == ledger::HolderRole::responsible_unit ||
            holder.role == ledger::HolderRole::lead_unit)
            names += (names.empty() ? "" : "、") + holder.name;
    return names;
}

std::string last_report_of(const ledger::Measure& measure) {
    if (!measure.last_entry_at) return {};
    return base::to_text(base::date_of(*measure.last_entry_at)) + "　" + measure.last_entry;
}

office::SheetRow line_of(const ledger::MeasureRow& row) {
    const auto& measure = row.measure;
    office::SheetRow line;
    line.values = {measure.number, measure.printed_number, row.problem.text, measure.text,
                   holders_of(row)};
    line.values.push_back(measure.due_on ? office::SheetValue(*measure.due_on)
                                         : office::SheetValue());
    line.values.push_back(last_report_of(measure));
    line.values.push_back(static_cast<std::int64_t>(measure.percent));
    line.values.resize(line.values.size() + entry_columns);
    line.values.push_back(text_of(identity_of(measure)));
    return line;
}

office::Sheet sheet_with(const ProgressHead& head, WithFaults faults, std::size_t rows) {
    office::Sheet sheet;
    sheet.name = sheet_name;
    sheet.title = head.programme_title + "进展填报表";
    sheet.note = head.unit_name + (head.unit_name.empty() ? "" : "　　") + "措施" +
                 std::to_string(rows) + "条　　截至" + base::to_local_text(head.now) +
                 "　　请在浅黄色单元格填写，怎么填见“" + guide_name + "”";
    sheet.page_head = head.page_head;
    sheet.columns = columns_of(faults);
    sheet.locked = true;
    return sheet;
}

/// Where each thing stands in one sheet; -1: nowhere.
struct Columns {
    int identity = -1;
    std::array<int, shown_columns.size()> shown{};
    std::array<int, entry_columns> entry{};

    explicit Columns(const office::Block& head) {
        identity = office::column_under(head, identity_heading);
        const auto under = [&](std::string_view heading) {
            return office::column_under(head, office::heading_key(heading));
        };
        for (std::size_t i = 0; i < shown.size(); ++i) shown[i] = under(shown_columns[i].heading);
        for (std::size_t i = 0; i < entry.size(); ++i) entry[i] = under(heading_of(i));
    }
    /// One heading alone is none: the guide explains each in a row of its own.
    [[nodiscard]] bool head() const {
        const auto others =
            std::count_if(shown.begin(), shown.end(), [](int at) { return at >= 0; });
        return entry[text_at] >= 0 && (identity >= 0 || others > 1);
    }
};

class SheetReader {
  public:
    void read(const std::vector<const office::Block*>& rows) {
        const auto& name = rows.front()->table_name;
        for (std::size_t i = 0; i < rows.size() && i < office::head_rows_max; ++i) {
            const Columns columns(*rows[i]);
            if (!columns.head()) continue;
            found_any_ = true;
            if (!has_all(columns, name)) return;
            for (auto row = i + 1; row < rows.size(); ++row) read_row(*rows[row], columns);
            return;
        }
        if (name != guide_name) say(sheets.notes, name, "sheet_left_out");
    }
    [[nodiscard]] bool found_any() const { return found_any_; }
    FilledSheets sheets;

  private:
    static void say(std::vector<office::SheetFault>& list, const std::string& sheet,
                    std::string_view code, const std::string& heading = {}) {
        auto error = refuse(ErrorKind::invalid, code, "", {{"sheet", sheet}, {"value", heading}});
        const office::SheetPlace whole{sheet, 0};
        list.push_back({whole, heading, "", std::move(error)});
    }
    /// Without identities nothing can be read; a column that is gone says nothing.
    bool has_all(const Columns& columns, const std::string& sheet) {
        for (std::size_t i = 0; i < entry_columns; ++i)
            if (columns.entry[i] < 0)
                say(sheets.notes, sheet, "sheet_column_left_out", heading_of(i));
        if (columns.identity >= 0 && columns.shown[0] >= 0) return true;
        say(sheets.faults, sheet, "sheet_column_missing",
            columns.identity < 0 ? identity_heading : number_heading);
        return false;
    }
    void read_row(const office::Block& block, const Columns& columns) {
        FilledRow row;
        row.at = {block.table_name, block.sheet_row};
        const auto text_at_column = [&](int column) {
            const auto* cell = office::cell_at(block, column);
            return cell == nullptr ? std::string() : cell->text;
        };
        row.identity = text_at_column(columns.identity);
        for (const int column : columns.shown) row.shown.push_back(text_at_column(column));
        row.number = row.shown.front();
        for (std::size_t i = 0; i < entry_columns; ++i) {
            const auto* cell = office::cell_at(block, columns.entry[i]);
            if (cell != nullptr)
                row.cells[i] = {cell->text, cell->formula, cell->continued || cell->columns > 1};
        }
        // Lines below the rows, such as 填表人, are none.
        if (!row.identity.empty() || !row.blank()) sheets.rows.push_back(std::move(row));
    }

    bool found_any_ = false;
};

/// As a number where it is one, so that Excel does not mark the cell.
office::SheetValue value_of(const FilledRow& row, std::size_t column) {
    const auto& text = row.cells[column].text;
    if (text.empty()) return {};
    if (!is_text(column) && column != submit_at)
        if (const auto number = whole_number(text, "", ledger::quantity_max)) return *number;
    return text;
}

}  // namespace

office::Workbook progress_workbook(const ProgressHead& head,
                                   const std::vector<ledger::MeasureRow>& rows) {
    auto sheet = sheet_with(head, WithFaults::no, rows.size());
    for (const auto& row : rows) sheet.rows.push_back(line_of(row));
    return {{std::move(sheet), guide()}, head.now};
}

base::Result<FilledSheets> read_progress_sheets(const office::Document& document) {
    SheetReader reader;
    for (const auto& rows : office::sheets_of(document)) reader.read(rows);
    if (!reader.found_any()) return refuse(ErrorKind::invalid, "progress_sheet_missing");
    const auto count = reader.sheets.rows.size();
    if (count > progress_rows_max)
        return refuse(
            ErrorKind::too_large, "too_many_rows_to_import", "",
            {{"count", std::to_string(count)}, {"accepted", std::to_string(progress_rows_max)}});
    return std::move(reader.sheets);
}

office::Workbook returned_progress(const ProgressHead& head, const std::vector<FilledRow>& filled,
                                   const std::vector<CheckedRow>& checked) {
    std::vector<office::SheetRow> rows;
    for (std::size_t i = 0; i < filled.size(); ++i) {
        if (checked[i].verdict != Verdict::faulty) continue;
        office::SheetRow line;
        for (const auto& shown : filled[i].shown) line.values.emplace_back(shown);
        for (std::size_t at = 0; at < entry_columns; ++at)
            line.values.push_back(value_of(filled[i], at));
        line.values.emplace_back(office::faults_by_row(checked[i].faults)[checked[i].at]);
        line.values.emplace_back(filled[i].identity);
        rows.push_back(std::move(line));
    }
    auto sheet = sheet_with(head, WithFaults::yes, rows.size());
    sheet.rows = std::move(rows);
    return {{std::move(sheet), guide()}, head.now};
}

}  // namespace reports
