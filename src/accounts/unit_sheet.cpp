#include "accounts/unit_sheet.hpp"

#include <algorithm>
#include <array>

#include "accounts/name.hpp"

namespace accounts {
namespace {

using base::ErrorKind;
using base::refuse;

/// A column as the template has it, and how else it may be headed.
struct Column {
    std::string_view heading;
    int width_chars;
    bool required;
    std::array<std::string_view, 3> also;
    std::string_view example, how;
};

constexpr std::array<Column, 4> unit_columns{{
    {"单位名称",
     30,
     true,
     {"单位全称", "名称", "机构名称"},
     "青石镇党委",
     "写全称。同一上级单位下不能重名；系统里已有的单位可以照写，不会重复新建。"},
    {"简称", 16, false, {"单位简称", "", ""}, "青石镇", "没有就不填。"},
    {"类别", 18, true, {"单位类别", "类型", ""}, "党委", "从下拉列表中选择。"},
    {"上级单位",
     34,
     false,
     {"上级", "主管单位", "隶属单位"},
     "云岭区/乡镇街道",
     "写上级单位的名称；有重名的，从上到下写出各级名称，用“/”隔开。最上级的单位不填。"
     "上级可以是系统里已有的，也可以写在本表里，先后不限。"},
}};
constexpr std::array<Column, 5> person_columns{{
    {"姓名", 16, true, {"人员姓名", "", ""}, "何芳", "同一单位已有的同名人员不会重复登记。"},
    {"单位",
     34,
     true,
     {"单位名称", "所在单位", "工作单位"},
     "青石镇党委",
     "写法与“上级单位”相同，可以写“单位”表里的新单位。"},
    {"职务", 26, false, {"职务职级", "岗位", ""}, "党委书记", "没有就不填。"},
    {"主要负责人",
     14,
     false,
     {"是否主要负责人", "第一责任人", ""},
     "是",
     "填“是”或“否”，不填就是“否”。一个单位只有一名在任的主要负责人。"},
    {"任职日期",
     16,
     false,
     {"任职时间", "起始日期", ""},
     "2024-03-01",
     "写到日，不能晚于导入当天；不清楚就不填。"},
}};
constexpr auto units_sheet = "单位", persons_sheet = "人员", guide_sheet = "填写说明",
               fault_heading = "问题说明";
constexpr std::size_t lines_to_fill = 300;

std::string heading_of(const Column& column) {
    return std::string(column.heading) + (column.required ? "*" : "");
}

template <std::size_t N>
std::vector<office::SheetColumn> sheet_columns(const std::array<Column, N>& columns) {
    std::vector<office::SheetColumn> made;
    for (const auto& column : columns) {
        office::SheetColumn one;
        one.heading = heading_of(column);
        one.width_chars = column.width_chars;
        one.remark = (column.required ? "必填。" : "选填。") + std::string(column.how) + "例如：" +
                     std::string(column.example);
        if (column.heading == "类别")
            for (const auto kind : unit_kinds()) one.choices.emplace_back(words_of(kind));
        if (column.heading == "主要负责人") one.choices = {"是", "否"};
        made.push_back(std::move(one));
    }
    return made;
}

template <std::size_t N>
void explain(office::Sheet& guide, std::string_view sheet, const std::array<Column, N>& columns) {
    for (const auto& column : columns)
        guide.rows.push_back({{std::string(sheet), std::string(column.heading),
                               std::string(column.required ? "必填" : "选填"),
                               std::string(column.how), std::string(column.example)},
                              {}});
}

office::Sheet guide() {
    office::Sheet guide;
    guide.name = guide_sheet;
    guide.title = "单位和人员导入填写说明";
    guide.note =
        "在“单位”“人员”两张表里填写，只填一张也可以；表头和表名不要改动。"
        "导入只新增，不改动、不删除系统里已有的单位和人员。";
    const auto column = [](std::string heading, int width) {
        office::SheetColumn one;
        one.heading = std::move(heading);
        one.width_chars = width;
        return one;
    };
    guide.columns = {column("工作表", 10), column("列", 12), column("是否必填", 10),
                     column("怎么填", 66), column("举例", 22)};
    explain(guide, units_sheet, unit_columns);
    explain(guide, persons_sheet, person_columns);
    return guide;
}

template <std::size_t N>
office::Sheet sheet_of(const char* name, const std::array<Column, N>& columns) {
    office::Sheet sheet;
    sheet.name = name;
    sheet.columns = sheet_columns(columns);
    return sheet;
}

template <std::size_t N>
using Places = std::array<int, N>;  // of each column in the sheet; -1: not there

template <std::size_t N>
Places<N> places_in(const office::Block& row, const std::array<Column, N>& columns) {
    Places<N> places;
    for (std::size_t i = 0; i < N; ++i)
        places[i] = office::column_under(row, columns[i].heading, columns[i].also);
    return places;
}

std::string text_at(const office::Block& row, int column) {
    const auto* cell = office::cell_at(row, column);
    return cell == nullptr ? std::string() : cell->text;
}

enum class SheetIs { unknown, units, persons };

struct Head {
    SheetIs is = SheetIs::unknown;
    Places<4> unit{};
    Places<5> person{};
};

/// What this row says as a head: a person has a 姓名, and no sheet of units has that. One heading
/// alone is none: the guide explains each in a row of its own.
Head head_in(const office::Block& row) {
    Head head;
    head.person = places_in(row, person_columns);
    head.unit = places_in(row, unit_columns);
    if (head.person[0] >= 0 && head.person[1] + head.person[2] > -2)
        head.is = SheetIs::persons;
    else if (head.unit[0] >= 0 && head.unit[1] + head.unit[2] + head.unit[3] > -3)
        head.is = SheetIs::units;
    return head;
}

class SheetReader {
  public:
    void read(const std::vector<const office::Block*>& rows);
    [[nodiscard]] bool found_any() const { return found_any_; }
    UnitSheets sheets;

  private:
    template <std::size_t N>
    void check_columns(const office::Block& head, const std::array<Column, N>& columns,
                       const Places<N>& places);
    void read_row(const office::Block& row, const Head& head);

    bool found_any_ = false;
};

template <std::size_t N>
void SheetReader::check_columns(const office::Block& head, const std::array<Column, N>& columns,
                                const Places<N>& places) {
    for (std::size_t i = 0; i < N; ++i) {
        if (!columns[i].required || places[i] >= 0) continue;
        const std::string heading(columns[i].heading);
        const SheetPlace whole{head.table_name, 0};
        sheets.faults.push_back({whole, heading, "",
                                 refuse(ErrorKind::invalid, "sheet_column_missing", "",
                                        {{"sheet", head.table_name}, {"value", heading}})});
    }
}

void SheetReader::read_row(const office::Block& row, const Head& head) {
    const SheetPlace at{row.table_name, row.sheet_row};
    const auto cell = [&](int column) { return text_at(row, column); };
    if (head.is == SheetIs::units) {
        UnitCells cells{at, cell(head.unit[0]), cell(head.unit[1]), cell(head.unit[2]),
                        cell(head.unit[3])};
        if (!(cells.name + cells.short_name + cells.kind + cells.parent).empty())
            sheets.units.push_back(std::move(cells));
    } else {
        PersonCells cells{at,
                          cell(head.person[0]),
                          cell(head.person[1]),
                          cell(head.person[2]),
                          cell(head.person[3]),
                          cell(head.person[4])};
        if (!(cells.name + cells.unit + cells.post + cells.from).empty())
            sheets.persons.push_back(std::move(cells));
    }
}

void SheetReader::read(const std::vector<const office::Block*>& rows) {
    for (std::size_t i = 0; i < rows.size() && i < office::head_rows_max; ++i) {
        const auto head = head_in(*rows[i]);
        if (head.is == SheetIs::unknown) continue;
        found_any_ = true;
        const auto known = sheets.faults.size();
        if (head.is == SheetIs::units)
            check_columns(*rows[i], unit_columns, head.unit);
        else
            check_columns(*rows[i], person_columns, head.person);
        if (sheets.faults.size() > known) return;  // every row would say the same
        for (auto row = i + 1; row < rows.size(); ++row) read_row(*rows[row], head);
        return;
    }
}

}  // namespace

office::Workbook unit_template(base::Instant now) {
    auto units = sheet_of(units_sheet, unit_columns);
    auto persons = sheet_of(persons_sheet, person_columns);
    units.rows_to_fill = persons.rows_to_fill = lines_to_fill;
    return {{guide(), std::move(units), std::move(persons)}, now};
}

base::Result<UnitSheets> read_unit_sheets(const office::Document& document) {
    if (document.format != "xlsx") return refuse(ErrorKind::unsupported, "workbook_must_be_xlsx");
    SheetReader reader;
    for (const auto& rows : office::sheets_of(document)) reader.read(rows);
    if (!reader.found_any()) return refuse(ErrorKind::invalid, "unit_workbook_without_header");
    const auto count = reader.sheets.units.size() + reader.sheets.persons.size();
    if (count > import_rows_max)
        return refuse(
            ErrorKind::too_large, "too_many_rows_to_import", "",
            {{"count", std::to_string(count)}, {"accepted", std::to_string(import_rows_max)}});
    return std::move(reader.sheets);
}

office::Workbook returned_rows(const UnitSheets& sheets, const UnitImport& import,
                               base::Instant now) {
    const auto faults = office::faults_by_row(import.faults);
    office::SheetColumn said;
    said.heading = fault_heading;
    said.width_chars = 60;
    auto units = sheet_of(units_sheet, unit_columns);
    auto persons = sheet_of(persons_sheet, person_columns);
    units.columns.push_back(said);
    persons.columns.push_back(said);
    for (const auto row : import.bad_units) {
        const auto& cells = sheets.units[row];
        units.rows.push_back(
            {{cells.name, cells.short_name, cells.kind, cells.parent, faults.at(cells.at)}, {}});
    }
    for (const auto row : import.bad_persons) {
        const auto& cells = sheets.persons[row];
        persons.rows.push_back(
            {{cells.name, cells.unit, cells.post, cells.head, cells.from, faults.at(cells.at)},
             {}});
    }
    return {{guide(), std::move(units), std::move(persons)}, now};
}

}  // namespace accounts
