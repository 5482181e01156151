#include "templates/starter_paper.hpp"

#include "office/paper.hpp"
#include "office/sheet_refs.hpp"
#include "office/xml_spans.hpp"
#include "office/zip_bytes.hpp"

namespace templates {
namespace {

using office::CellAlign;
using office::Style;

struct StarterRow {
    Starter starter;
    std::string_view name, file_name;
    office::TemplateKind kind;
};
constexpr StarterRow rows[]{
    {Starter::ledger_docx, "ledger-docx", "整改台账样板.docx", office::TemplateKind::docx},
    {Starter::ledger_xlsx, "ledger-xlsx", "整改台账样板.xlsx", office::TemplateKind::xlsx},
    {Starter::notices_docx, "notices-docx", "督办文书清单样板.docx", office::TemplateKind::docx}};

struct StarterColumn {
    const char *heading, *mark;
    double width;
    bool centred;
};
constexpr StarterColumn ledger_columns[]{
    {"序号", "{{#问题}}{{问题.编号}}", 5, true},
    {"反馈问题", "{{问题.内容}}", 16, false},
    {"整改目标", "{{问题.整改目标}}", 10, false},
    {"整改措施", "{{#措施}}{{措施.内容}}", 22, false},
    {"责任单位", "{{措施.责任单位|分行}}", 10, true},
    {"完成时限", "{{措施.完成时限}}", 11, true},
    {"完成情况",
     "{{措施.完成情况}}{{?措施.超期}}（超期{{措施.超期天数}}天）{{/?措施.超期}}{{/措施}}", 10,
     true},
    {"销号情况", "{{问题.状态}}{{/问题}}", 8, true}};
constexpr std::string_view summary =
    "截至{{今天}}，反馈问题{{问题总数}}个，已销号{{已销号数}}个；整改措施{{措施总数}}条，完成率"
    "{{完成率}}{{?超期数}}，其中超期{{超期数}}条{{/?超期数}}。";

template <std::size_t count>
office::PaperTable table_of(const StarterColumn (&columns)[count]) {
    office::PaperTable table;
    table.points = 10.5;
    table.header_rows = 1;
    office::PaperRow head, row;
    for (const auto& one : columns) {
        table.widths.push_back(one.width);
        head.cells.push_back({one.heading, 1, 1, CellAlign::centre, true});
        row.cells.push_back({one.mark, 1, 1, one.centred ? CellAlign::centre : CellAlign::left});
    }
    table.rows = {head, row};
    return table;
}

template <std::size_t count>
std::string list_docx(std::string title, const StarterColumn (&columns)[count]) {
    office::Paper paper;
    paper.name = "样板";
    paper.sections = {
        {office::Orientation::landscape,
         {office::paragraph(Style::table_title, std::move(title)),
          office::paragraph(Style::table_note, std::string(summary)), table_of(columns)}}};
    return office::docx_of(paper);
}

constexpr StarterColumn notice_columns[]{
    {"序号", "{{#督办文书}}{{督办文书.序号}}", 5, true},
    {"文号", "{{督办文书.文号}}", 14, true},
    {"种类", "{{督办文书.种类}}", 10, true},
    {"单位", "{{督办文书.单位}}", 10, true},
    {"督办的措施", "{{#督办措施}}{{督办措施.内容}}", 24, false},
    {"时限", "{{督办措施.完成时限}}{{/督办措施}}", 11, true},
    {"签发日期", "{{督办文书.签发日期}}", 11, true},
    {"回复期限", "{{督办文书.回复期限}}", 11, true},
    {"状态", "{{督办文书.状态}}{{/督办文书}}", 8, true}};

// ---- The workbook: five parts, written by hand, for no library here sets what is wanted of it

constexpr std::string_view head = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
constexpr std::string_view main_ns =
    R"(xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main")";
constexpr std::string_view types_xml =
    R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
    R"(<Default Extension="rels" )"
    R"(ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
    R"(<Default Extension="xml" ContentType="application/xml"/>)"
    R"(<Override PartName="/xl/workbook.xml" )"
    R"(ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>)"
    R"(<Override PartName="/xl/worksheets/sheet1.xml" )"
    R"(ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>)"
    R"(<Override PartName="/xl/styles.xml" )"
    R"(ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>)"
    R"(</Types>)";
constexpr std::string_view
    links =
        R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)",
    link = R"(" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/)";
constexpr std::string_view styles_xml =
    R"(<fonts count="3"><font><sz val="10.5"/><name val="仿宋_GB2312"/></font>)"
    R"(<font><b/><sz val="10.5"/><name val="黑体"/></font>)"
    R"(<font><sz val="18"/><name val="方正小标宋简体"/></font></fonts>)"
    R"(<fills count="2"><fill><patternFill patternType="none"/></fill>)"
    R"(<fill><patternFill patternType="gray125"/></fill></fills>)"
    R"(<borders count="2"><border/><border><left style="thin"/><right style="thin"/>)"
    R"(<top style="thin"/><bottom style="thin"/></border></borders>)"
    R"(<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf xfId="0"/>)"
    R"(<xf fontId="2" applyFont="1" applyAlignment="1"><alignment horizontal="center" )"
    R"(vertical="center"/></xf>)"
    R"(<xf fontId="1" borderId="1" applyFont="1" applyBorder="1" applyAlignment="1">)"
    R"(<alignment horizontal="center" vertical="center" wrapText="1"/></xf>)"
    R"(<xf borderId="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" )"
    R"(wrapText="1"/></xf>)"
    R"(<xf borderId="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" )"
    R"(vertical="center" wrapText="1"/></xf>)"
    R"(</cellXfs></styleSheet>)";

class SheetText {
  public:
    void begin_row(const char* attributes = "") {
        column_ = 0;
        text_ += "<row r=\"" + std::to_string(++row_) + "\"" + attributes + ">";
    }
    void cell(int style, std::string_view words) {
        begin_cell(style);
        if (words.empty()) {
            text_ += "/>";
            return;
        }
        text_ += " t=\"inlineStr\"><is><t>";
        office::append_escaped(text_, words);
        text_ += "</t></is></c>";
    }
    void formula(int style, std::string_view words) {
        begin_cell(style);
        text_ += "><f>" + std::string(words) + "</f></c>";
    }
    void end_row() { text_ += "</row>"; }
    [[nodiscard]] const std::string& text() const { return text_; }

  private:
    void begin_cell(int style) {
        text_ += "<c r=\"" + office::column_letters(++column_) + std::to_string(row_) + "\" s=\"" +
                 std::to_string(style) + "\"";
    }
    std::string text_;
    int row_ = 0, column_ = 0;
};

std::string sheet_xml() {
    constexpr int plain = 0, title = 1, heading = 2, left = 3, centre = 4;
    std::string columns;
    int number = 0;
    for (const auto& one : ledger_columns) {
        const auto at = std::to_string(++number);
        columns += "<col min=\"" + at + "\" max=\"" + at + "\" width=\"" +
                   std::to_string(static_cast<int>(one.width * 1.6)) + "\" customWidth=\"1\"/>";
    }
    SheetText sheet;
    sheet.begin_row(" ht=\"36\" customHeight=\"1\"");
    sheet.cell(title, "{{整改工作}}台账");
    sheet.end_row();
    sheet.begin_row();
    sheet.cell(plain, summary);
    sheet.end_row();
    sheet.begin_row(" ht=\"24\" customHeight=\"1\"");
    for (const auto& one : ledger_columns) sheet.cell(heading, one.heading);
    sheet.end_row();
    sheet.begin_row();
    for (const auto& one : ledger_columns) sheet.cell(one.centred ? centre : left, one.mark);
    sheet.end_row();
    sheet.begin_row(" ht=\"24\" customHeight=\"1\"");
    sheet.cell(centre, "合计");
    sheet.cell(centre, "");
    sheet.cell(centre, "措施条数");
    sheet.formula(centre, "COUNTA(D4:D4)");
    for (int i = 0; i < 4; ++i) sheet.cell(centre, "");
    sheet.end_row();
    std::string xml(head);
    xml += "<worksheet " + std::string(main_ns) +
           "><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><cols>" + columns +
           "</cols><sheetData>" + sheet.text() + "</sheetData>";
    xml +=
        R"(<mergeCells count="2"><mergeCell ref="A1:H1"/><mergeCell ref="A2:H2"/></mergeCells>)"
        R"(<pageMargins left="0.5" right="0.5" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>)"
        R"(<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>)"
        R"(<headerFooter><oddFooter>&amp;C第&amp;P页，共&amp;N页</oddFooter></headerFooter>)";
    return xml + "</worksheet>";
}

std::string ledger_xlsx() {
    const std::string top(head);
    std::string book = top + "<workbook " + std::string(main_ns);
    book +=
        R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">)"
        R"(<sheets><sheet name="整改台账" sheetId="1" r:id="rId1"/></sheets><definedNames>)"
        R"(<definedName name="_xlnm.Print_Area" localSheetId="0">整改台账!$A$1:$H$5</definedName>)"
        R"(<definedName name="_xlnm.Print_Titles" localSheetId="0">整改台账!$3:$3</definedName>)"
        R"(</definedNames></workbook>)";
    const auto related = [&](std::string_view id, std::string_view type, std::string_view target) {
        return "<Relationship Id=\"" + std::string(id) + std::string(link) + std::string(type) +
               "\" Target=\"" + std::string(target) + "\"/>";
    };
    const std::string begin = top + std::string(links), end = "</Relationships>";
    return office::zip_bytes(
        {{"[Content_Types].xml", top + std::string(types_xml)},
         {"_rels/.rels", begin + related("rId1", "officeDocument", "xl/workbook.xml") + end},
         {"xl/workbook.xml", book},
         {"xl/_rels/workbook.xml.rels", begin +
                                            related("rId1", "worksheet", "worksheets/sheet1.xml") +
                                            related("rId2", "styles", "styles.xml") + end},
         {"xl/worksheets/sheet1.xml", sheet_xml()},
         {"xl/styles.xml",
          top + "<styleSheet " + std::string(main_ns) + ">" + std::string(styles_xml)}});
}

const StarterRow& row_of(Starter starter) {
    return rows[static_cast<std::size_t>(starter)];
}

}  // namespace

std::string_view name_of(Starter starter) {
    return row_of(starter).name;
}
std::optional<Starter> starter_of(std::string_view name) {
    for (const auto& row : rows)
        if (row.name == name) return row.starter;
    return std::nullopt;
}
std::string_view file_name_of(Starter starter) {
    return row_of(starter).file_name;
}
office::TemplateKind kind_of(Starter starter) {
    return row_of(starter).kind;
}
std::string bytes_of(Starter starter) {
    switch (starter) {
        case Starter::ledger_docx: return list_docx("{{整改工作}}台账", ledger_columns);
        case Starter::ledger_xlsx: return ledger_xlsx();
        case Starter::notices_docx: return list_docx("{{整改工作}}督办文书清单", notice_columns);
    }
    return "";
}

}  // namespace templates
