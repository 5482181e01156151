#include "documents/paper_words.hpp"

#include "ledger/problem.hpp"
#include "office/number_format.hpp"
#include "text/mark.hpp"

namespace documents {
namespace {

constexpr std::string_view stop = "。";

}  // namespace

std::string in_words(const std::optional<base::Date>& day) {
    return day ? base::in_words(*day) : std::string();
}

std::string chinese(std::size_t number) {
    return office::printed_number(static_cast<int>(number), "chineseCounting");
}

std::string without_stop(std::string_view sentence) {
    if (sentence.ends_with(stop)) sentence.remove_suffix(stop.size());
    return std::string(sentence);
}

std::string text_of(const ledger::Problem& problem) {
    return problem.predecessor ? without_stop(problem.text) + "（续）" : problem.text;
}

std::string names_in(const ledger::Responsibility& responsibility, ledger::HolderRole role) {
    std::string names;
    for (const auto& holder : responsibility)
        if (holder.role == role) names += (names.empty() ? "" : "、") + holder.name;
    return names;
}

std::string holders_in_lines(const ledger::Responsibility& responsibility) {
    std::string lines;
    for (const auto role : ledger::holder_roles) {
        const auto names = names_in(responsibility, role);
        if (names.empty()) continue;
        lines += (lines.empty() ? "" : "\n") + std::string(ledger::words_of(role)) + "：" + names;
    }
    return lines;
}

office::Paragraph labelled(std::string label, std::string content) {
    office::Paragraph one;
    one.runs = {{std::move(label) + "：", office::Face::heiti}, {std::move(content)}};
    return one;
}

office::Paragraph prose(const std::string& text) {
    constexpr std::size_t heading_bytes_max = 120;
    if (text::mark_at(text).style != text::MarkStyle::han_bracket)
        return office::paragraph(office::Style::body, text);
    const auto end = text.find(stop);
    if (end == std::string::npos && text.size() <= heading_bytes_max)
        return office::paragraph(office::Style::level2, text);
    if (end == std::string::npos || end > heading_bytes_max)
        return office::paragraph(office::Style::body, text);
    office::Paragraph one;
    const auto behind = end + stop.size();
    one.runs = {{text.substr(0, behind), office::Face::kaiti}};
    if (behind < text.size()) one.runs.push_back({text.substr(behind)});
    return one;
}

void add(std::vector<office::PaperPart>& parts, office::Paragraph one) {
    parts.emplace_back(std::move(one));
}
void add(std::vector<office::PaperPart>& parts, std::vector<office::Paragraph> all) {
    for (auto& one : all) parts.emplace_back(std::move(one));
}

std::string titled(const std::string& programme, std::string_view kind) {
    constexpr std::string_view doubled = "整改";
    const bool twice = programme.ends_with(doubled) && kind.starts_with(doubled);
    return programme + std::string(kind.substr(twice ? doubled.size() : 0));
}

office::PaperRow heading_row(const std::vector<std::string>& headings) {
    office::PaperRow row;
    for (const auto& heading : headings)
        row.cells.push_back({heading, 1, 1, office::CellAlign::centre, true});
    return row;
}

office::PaperCell centred(std::string text) {
    return {std::move(text), 1, 1, office::CellAlign::centre};
}

office::PaperTable form_of(const std::vector<FormRow>& rows, double height_mm) {
    constexpr std::size_t label_chars_max = 5;  // what the first column takes
    office::PaperTable table;
    table.widths = {3, 6, 3, 6};
    for (const auto& pairs : rows) {
        office::PaperRow row;
        row.height_mm = height_mm;
        for (const auto& [label, content] : pairs) {
            row.cells.push_back({office::in_title_lines(label, label_chars_max), 1, 1,
                                 office::CellAlign::centre, true});
            row.cells.push_back({content, pairs.size() == 1 ? 3 : 1, 1});
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

office::Paper form_paper(std::string title, const std::string& note, office::PaperTable table) {
    std::vector<office::PaperPart> parts;
    add(parts, office::paragraph(office::Style::title, title));
    add(parts, office::paragraph(office::Style::table_note, note));
    parts.emplace_back(std::move(table));
    office::Paper paper;
    paper.name = std::move(title);
    paper.sections = {{office::Orientation::portrait, std::move(parts)}};
    return paper;
}

std::string percent(std::size_t part, std::size_t whole) {
    if (whole == 0) return "—";
    const auto tenths = (part * 1000 + whole / 2) / whole;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "%";
}

}  // namespace documents
