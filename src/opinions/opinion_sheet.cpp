#include "opinions/opinion_sheet.hpp"

#include <array>

namespace opinions {
namespace {

using base::ErrorKind;
using base::refuse;

struct Column {
    std::string_view heading;
    int width_chars;
    bool required;
    std::array<std::string_view, 3> also;
    std::string_view example, how;
};
constexpr std::array<Column, 5> columns{{
    {sheet_heading,
     8,
     false,
     {"编号", "序号", "表格编号"},
     "1",
     "同一张表上的几条意见写同一个表号，表示是一个人（一个单位）提的；不填表号的，每行算一张表。"},
    {channel_heading, 16, true, {"渠道", "方式", "征求渠道"}, "征求意见表", "从下拉列表中选择。"},
    {voice_heading, 18, true, {"对象", "对象类别", "提出对象"}, "干部群众", "从下拉列表中选择。"},
    {about_heading,
     18,
     false,
     {"意见对象", "班子或成员", "被提意见人"},
     "领导班子",
     "从下拉列表中选择领导班子或某一名成员；一条意见同时说到两方面的，分成两行，原话都照抄。"
     "没有意见的表，这一列和“意见原文”都留空。"},
    {text_heading,
     70,
     false,
     {"意见", "意见内容", "意见建议"},
     "调查研究不够深入，到基层少。",
     "照抄原话，不改写、不归纳、不删减。"},
}};
constexpr auto opinions_sheet = "征求意见", guide_sheet = "填写说明", fault_heading = "问题说明";
constexpr std::size_t lines_to_fill = 300;

std::string heading_of(const Column& column) {
    return std::string(column.heading) + (column.required ? "*" : "");
}

std::vector<std::string> choices_of(std::string_view heading, const LifeMeeting& meeting,
                                    const Collection& collection) {
    std::vector<std::string> choices;
    if (heading == channel_heading)
        for (const auto& [channel, handed_out] : collection.terms.channels)
            if (channel != Channel::code) choices.emplace_back(words_of(channel));
    if (heading == voice_heading)
        for (const auto voice : collection.terms.voices) choices.emplace_back(words_of(voice));
    if (heading == about_heading)
        for (const auto& [words, about] : abouts_of(meeting)) choices.push_back(words);
    return choices;
}

office::SheetColumn plain_column(std::string heading, int width) {
    office::SheetColumn one;
    one.heading = std::move(heading);
    one.width_chars = width;
    return one;
}

office::Sheet guide_of(const LifeMeeting& meeting) {
    office::Sheet guide;
    guide.name = guide_sheet;
    guide.title = meeting.terms.title + "征求意见录入填写说明";
    guide.note = "在“征求意见”表里每行写一条意见；表头不要改动。意见照抄原话。";
    guide.columns = {plain_column("列", 12), plain_column("是否必填", 10),
                     plain_column("怎么填", 76), plain_column("举例", 30)};
    for (const auto& column : columns)
        guide.rows.push_back(
            {{std::string(column.heading), std::string(column.required ? "必填" : "选填"),
              std::string(column.how), std::string(column.example)},
             {}});
    return guide;
}

using Places = std::array<int, columns.size()>;  // of each column in the sheet; -1: not there

Places places_in(const office::Block& row) {
    Places places{};
    for (std::size_t i = 0; i < columns.size(); ++i)
        places[i] = office::column_under(row, columns[i].heading, columns[i].also);
    return places;
}

/// The words and at least one more: the guide explains each heading in a row of its own.
bool is_head(const Places& places) {
    return places[4] >= 0 && (places[1] >= 0 || places[2] >= 0);
}

std::string text_at(const office::Block& row, int column) {
    const auto* cell = office::cell_at(row, column);
    return cell == nullptr ? std::string() : cell->text;
}

/// The template's own columns but the number must be there.
bool check_columns(const office::Block& head, const Places& places, FilledOpinions& filled) {
    bool whole = true;
    for (std::size_t i = 1; i < columns.size(); ++i) {
        if (places[i] >= 0) continue;
        const std::string heading(columns[i].heading);
        auto& missing = filled.faults.emplace_back();
        missing.at.sheet = head.table_name;
        missing.column = heading;
        missing.error = refuse(ErrorKind::invalid, "sheet_column_missing", "",
                               {{"sheet", head.table_name}, {"value", heading}});
        whole = false;
    }
    return whole;
}

bool read_rows(const std::vector<const office::Block*>& rows, FilledOpinions& filled) {
    for (std::size_t i = 0; i < rows.size() && i < office::head_rows_max; ++i) {
        const auto places = places_in(*rows[i]);
        if (!is_head(places)) continue;
        if (!check_columns(*rows[i], places, filled)) return true;
        for (auto at = i + 1; at < rows.size(); ++at) {
            const auto& row = *rows[at];
            OpinionCells cells{{row.table_name, row.sheet_row}, text_at(row, places[0]),
                               text_at(row, places[1]),         text_at(row, places[2]),
                               text_at(row, places[3]),         text_at(row, places[4])};
            if (!(cells.channel + cells.voice + cells.about + cells.text).empty())
                filled.rows.push_back(std::move(cells));
        }
        return true;
    }
    return false;
}

}  // namespace

office::Workbook opinion_template(const LifeMeeting& meeting, const Collection& collection,
                                  base::Instant now) {
    office::Sheet sheet;
    sheet.name = opinions_sheet;
    sheet.rows_to_fill = lines_to_fill;
    for (const auto& column : columns) {
        auto one = plain_column(heading_of(column), column.width_chars);
        one.remark = (column.required ? "必填。" : "选填。") + std::string(column.how) + "例如：" +
                     std::string(column.example);
        one.choices = choices_of(column.heading, meeting, collection);
        sheet.columns.push_back(std::move(one));
    }
    return {{std::move(sheet), guide_of(meeting)}, now};
}

base::Result<FilledOpinions> read_opinion_sheets(const office::Document& document) {
    FilledOpinions filled;
    bool found = false;
    for (const auto& rows : office::sheets_of(document)) found = read_rows(rows, filled) || found;
    if (!found) return refuse(ErrorKind::invalid, "opinion_workbook_without_head");
    if (filled.rows.size() > opinion_rows_max)
        return refuse(ErrorKind::too_large, "too_many_rows_to_import", "",
                      {{"count", std::to_string(filled.rows.size())},
                       {"accepted", std::to_string(opinion_rows_max)}});
    return filled;
}

office::Workbook returned_opinions(const FilledOpinions& filled, const OpinionImport& import,
                                   office::Workbook empty) {
    const auto faults = office::faults_by_row(import.faults);
    auto& sheet = empty.sheets.front();
    sheet.rows_to_fill = 0;
    sheet.columns.push_back(plain_column(fault_heading, 60));
    for (const auto row : import.bad_rows) {
        const auto& cells = filled.rows[row];
        const auto said = faults.find(cells.at);
        sheet.rows.push_back(
            {{cells.sheet, cells.channel, cells.voice, cells.about, cells.text,
              said == faults.end() ? std::string("同一张表上的另一行有问题。") : said->second},
             {}});
    }
    return empty;
}

}  // namespace opinions
