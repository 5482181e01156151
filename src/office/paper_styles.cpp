#include "office/paper_styles.hpp"

namespace office {
namespace {

constexpr int body_half_points = 32, title_half_points = 44, small_half_points = 28,
              cell_half_points = 24;

struct StyleRow {
    Style style;
    std::string_view id, name;
    Face face;
    int half_points;
    std::string_view align;  // "" : both edges
    int first_chars = 0, left_chars = 0, right_chars = 0;
    int before = 0, after = 0;  // in lines
    int outline = 0;            // 1–9: a heading
    bool red = false;
    bool on_grid = true;  // else as high as its own type
};

// In the order of the enum.
constexpr StyleRow style_rows[]{
    {Style::issuer_mark, "IssuerMark", "发文机关标志", Face::xiaobiaosong, 104, "center", 0, 0, 0,
     0, 0, 0, true, false},
    {Style::number_line, "NumberLine", "发文字号", Face::fangsong, body_half_points, "center", 0, 0,
     0, 2},
    {Style::title, "OfficialTitle", "公文标题", Face::xiaobiaosong, title_half_points, "center", 0,
     0, 0, 0, 1},
    {Style::subtitle, "OfficialSubtitle", "公文副标题", Face::kaiti, body_half_points, "center", 0,
     0, 0, 0, 1},
    {Style::addressee, "Addressee", "主送机关", Face::fangsong, body_half_points, ""},
    {Style::body, "OfficialBody", "公文正文", Face::fangsong, body_half_points, "", 2},
    {Style::level1, "Level1", "一级标题", Face::heiti, body_half_points, "", 2, 0, 0, 0, 0, 1},
    {Style::level2, "Level2", "二级标题", Face::kaiti, body_half_points, "", 2, 0, 0, 0, 0, 2},
    {Style::level3, "Level3", "三级标题", Face::fangsong, body_half_points, "", 2, 0, 0, 0, 0, 3},
    {Style::level4, "Level4", "四级标题", Face::fangsong, body_half_points, "", 2, 0, 0, 0, 0, 4},
    {Style::attachment_note, "AttachmentNote", "附件说明", Face::fangsong, body_half_points, "left",
     2, 0, 0, 1},
    {Style::signature, "SignatureLine", "发文机关署名", Face::fangsong, body_half_points, "right",
     0, 0, 2, 2},
    {Style::date, "DocumentDate", "成文日期", Face::fangsong, body_half_points, "right", 0, 0, 4},
    {Style::annex_mark, "AnnexMark", "附件标识", Face::heiti, body_half_points, ""},
    {Style::annex_title, "AnnexTitle", "附件标题", Face::xiaobiaosong, title_half_points, "center",
     0, 0, 0, 1, 1},
    {Style::table_title, "TableTitle", "表格标题", Face::xiaobiaosong, 36, "center", 0, 0, 0, 0, 0,
     0, false, false},
    {Style::table_note, "TableNote", "表格说明", Face::fangsong, cell_half_points, "", 0, 0, 0, 0,
     0, 0, false, false},
    {Style::cell, "TableCell", "表格内容", Face::fangsong, cell_half_points, "left", 0, 0, 0, 0, 0,
     0, false, false},
    {Style::cell_heading, "TableHeading", "表头", Face::heiti, cell_half_points, "center", 0, 0, 0,
     0, 0, 0, false, false},
    {Style::copies, "ImprintLine", "版记", Face::fangsong, small_half_points, "", 0, 1, 1},
    {Style::form_line, "FormLine", "表单行", Face::fangsong, body_half_points, ""},
    {Style::entry_group, "EntryGroup", "台账方面", Face::kaiti, body_half_points, "", 2, 0, 0, 0, 0,
     2},
    {Style::entry, "Entry", "台账问题", Face::fangsong, body_half_points, "", 2, 0, 0, 0, 0, 3},
    {Style::entry_detail, "EntryDetail", "台账具体表现", Face::fangsong, body_half_points, "", 2},
    {Style::entry_step, "EntryStep", "台账措施", Face::fangsong, body_half_points, "", 2},
    {Style::step_holders, "StepHolders", "台账措施责任", Face::fangsong, body_half_points, "", 2},
    {Style::entry_holders, "EntryHolders", "台账问题责任", Face::fangsong, body_half_points, "", 2},
};

constexpr bool in_order() {
    for (std::size_t i = 0; i < std::size(style_rows); ++i)
        if (style_rows[i].style != static_cast<Style>(i)) return false;
    return true;
}
static_assert(in_order());

constexpr FaceName face_names[]{{"仿宋_GB2312", "仿宋"},
                                {"楷体_GB2312", "楷体"},
                                {"黑体", "SimHei"},
                                {"方正小标宋简体", "方正小标宋_GBK"},
                                {"宋体", "SimSun"}};

/// 28 characters of 16 points are a little wider than the type area: each gives a quarter point.
void add_tracking(pugi::xml_node properties, int half_points) {
    if (half_points == body_half_points) add_value(properties, "w:spacing", -5);
}

void add_size(pugi::xml_node properties, int half_points) {
    add_value(properties, "w:sz", half_points);
    add_value(properties, "w:szCs", half_points);
}

void add_chars(pugi::xml_node indent, const char* chars, const char* width, int count,
               int half_points) {
    if (count == 0) return;
    set(indent, chars, count * 100);
    set(indent, width, count * half_points * 10);
}

void add_paragraph_properties(pugi::xml_node style, const StyleRow& row) {
    auto properties = style.append_child("w:pPr");
    if (row.outline > 0) properties.append_child("w:keepNext");
    // Type that is higher than a line would take two of the grid.
    if (!row.on_grid || row.half_points > body_half_points)
        add_value(properties, "w:snapToGrid", 0);
    auto spacing = properties.append_child("w:spacing");
    set(spacing, "w:before", row.before * line_pitch);
    set(spacing, "w:after", row.after * line_pitch);
    if (row.on_grid) {
        set(spacing, "w:line", line_pitch);
        set(spacing, "w:lineRule", "exact");
    }
    auto indent = properties.append_child("w:ind");
    add_chars(indent, "w:leftChars", "w:left", row.left_chars, row.half_points);
    add_chars(indent, "w:rightChars", "w:right", row.right_chars, row.half_points);
    add_chars(indent, "w:firstLineChars", "w:firstLine", row.first_chars, row.half_points);
    add_value(properties, "w:jc", row.align.empty() ? std::string_view("both") : row.align);
    if (row.outline > 0) add_value(properties, "w:outlineLvl", row.outline - 1);
}

void add_style(pugi::xml_node styles, const StyleRow& row) {
    auto style = styles.append_child("w:style");
    set(style, "w:type", "paragraph");
    if (row.style == Style::body) set(style, "w:default", "1");
    set(style, "w:styleId", row.id);
    add_value(style, "w:name", row.name);
    style.append_child("w:qFormat");
    add_paragraph_properties(style, row);
    auto properties = style.append_child("w:rPr");
    add_face(properties, row.face);
    if (row.red) add_value(properties, "w:color", red);
    add_tracking(properties, row.half_points);
    add_size(properties, row.half_points);
}

}  // namespace

void set(pugi::xml_node node, const char* attribute, std::string_view value) {
    node.append_attribute(attribute).set_value(std::string(value).c_str());
}
void set(pugi::xml_node node, const char* attribute, int value) {
    node.append_attribute(attribute).set_value(value);
}
pugi::xml_node add_value(pugi::xml_node parent, const char* name, std::string_view value) {
    auto child = parent.append_child(name);
    set(child, "w:val", value);
    return child;
}
pugi::xml_node add_value(pugi::xml_node parent, const char* name, int value) {
    auto child = parent.append_child(name);
    set(child, "w:val", value);
    return child;
}

pugi::xml_node add_root(pugi::xml_document& part, const char* name) {
    auto declaration = part.append_child(pugi::node_declaration);
    declaration.append_attribute("version").set_value("1.0");
    declaration.append_attribute("encoding").set_value("UTF-8");
    declaration.append_attribute("standalone").set_value("yes");
    auto root = part.append_child(name);
    set(root, "xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main");
    set(root, "xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
    return root;
}

const FaceName& name_of(Face face) {
    return face_names[static_cast<std::size_t>(face)];
}

std::string_view words_of(Style style) {
    return style_rows[static_cast<std::size_t>(style)].name;
}

std::string_view id_of(Style style) {
    return style_rows[static_cast<std::size_t>(style)].id;
}

void add_face(pugi::xml_node properties, Face face) {
    auto fonts = properties.append_child("w:rFonts");
    for (const auto* script : {"w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"})
        set(fonts, script, name_of(face).written);
    set(fonts, "w:hint", "eastAsia");
}

void write_styles(pugi::xml_document& part) {
    auto styles = add_root(part, "w:styles");
    auto defaults = styles.append_child("w:docDefaults");
    auto run = defaults.append_child("w:rPrDefault").append_child("w:rPr");
    add_face(run, Face::fangsong);
    add_size(run, body_half_points);
    auto language = run.append_child("w:lang");
    set(language, "w:val", "en-US");
    set(language, "w:eastAsia", "zh-CN");
    defaults.append_child("w:pPrDefault");
    for (const auto& row : style_rows) add_style(styles, row);
}

void write_fonts(pugi::xml_document& part) {
    auto fonts = add_root(part, "w:fonts");
    for (const auto& name : face_names) {
        auto font = fonts.append_child("w:font");
        set(font, "w:name", name.written);
        add_value(font, "w:altName", name.otherwise);
        add_value(font, "w:charset", "86");
    }
}

}  // namespace office
