#include "office/paper_json.hpp"

#include <array>

namespace office {
namespace {

// In the order of the enums.
constexpr std::array<std::string_view, 27> style_names{
    "issuer_mark", "number_line",  "title",           "subtitle",
    "addressee",   "body",         "level1",          "level2",
    "level3",      "level4",       "attachment_note", "signature",
    "date",        "annex_mark",   "annex_title",     "table_title",
    "table_note",  "cell",         "cell_heading",    "copies",
    "form_line",   "entry_group",  "entry",           "entry_detail",
    "entry_step",  "step_holders", "entry_holders"};
static_assert(style_names.size() == static_cast<std::size_t>(Style::entry_holders) + 1);
constexpr std::array<std::string_view, 5> face_names{"fangsong", "kaiti", "heiti", "xiaobiaosong",
                                                     "songti"};
constexpr std::array<std::string_view, 3> align_names{"left", "centre", "right"};
constexpr std::array<std::string_view, 4> head_names{"none", "document", "letter", "minutes"};

template <class Names, class Value>
std::string_view name_in(const Names& names, Value value) {
    return names[static_cast<std::size_t>(value)];
}

void write(base::JsonWriter& json, const Paragraph& one) {
    json.begin_object().field("style", name_in(style_names, one.style));
    if (one.left_chars) json.field("left_chars", *one.left_chars);
    if (one.right_chars) json.field("right_chars", *one.right_chars);
    json.key("runs").begin_array();
    for (const auto& run : one.runs) {
        json.begin_object().field("text", run.text);
        if (run.face) json.field("face", name_in(face_names, *run.face));
        if (run.bold) json.field("bold", true);
        json.end_object();
    }
    json.end_array().end_object();
}

void write(base::JsonWriter& json, const PaperTable& table) {
    json.begin_object().field("header_rows", static_cast<std::int64_t>(table.header_rows));
    json.field("points", table.points).key("widths").begin_array();
    for (const auto width : table.widths) json.value(width);
    json.end_array().key("rows").begin_array();
    for (const auto& row : table.rows) {
        json.begin_array();
        for (const auto& cell : row.cells) {
            json.begin_object().field("text", cell.text);
            if (cell.columns > 1) json.field("columns", std::int64_t{cell.columns});
            if (cell.rows > 1) json.field("rows", std::int64_t{cell.rows});
            json.field("align", name_in(align_names, cell.align));
            if (cell.heading) json.field("heading", true);
            json.end_object();
        }
        json.end_array();
    }
    json.end_array().end_object();
}

}  // namespace

void write(base::JsonWriter& json, const Paper& paper) {
    json.begin_object().field("name", paper.name);
    json.key("head").begin_object().field("kind", name_in(head_names, paper.head.kind));
    json.field("issuer", paper.head.issuer).field("number", paper.head.number);
    if (!paper.head.signer.empty()) json.field("signer", paper.head.signer);
    json.end_object();
    json.key("sections").begin_array();
    for (const auto& section : paper.sections) {
        json.begin_object().field("wide", section.orientation == Orientation::landscape);
        json.key("parts").begin_array();
        for (const auto& part : section.parts)
            std::visit([&](const auto& one) { write(json, one); }, part);
        json.end_array().end_object();
    }
    json.end_array().end_object();
}

}  // namespace office
