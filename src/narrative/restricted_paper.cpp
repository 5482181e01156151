#include "narrative/restricted_paper.hpp"

#include <array>

#include "base/day_words.hpp"
#include "drafting/document.hpp"

namespace narrative {
namespace {

using base::Guard;
using base::Guards;
using inspections::Clue;
using Lines = std::vector<Line>;

constexpr std::array<std::string_view, supervision::forms.size()> form_words{
    "批评教育", "责令检查", "提醒谈话", "约谈",     "诫勉",
    "通报",     "纳入考核", "组织处理", "党纪处分", "政务处分"};
constexpr std::array<std::string_view, inspections::ways.size()> way_words{
    "尚未确定", "谈话函询", "初步核实", "立案审查", "暂存待查", "予以了结", "其他方式"};
constexpr std::array<std::string_view, inspections::clue_results.size()> result_words{
    "正在办理", "查否了结",     "批评教育或提醒谈话", "诫勉",
    "组织处理", "党纪政务处分", "移送司法机关",       "其他"};

template <class Enum, std::size_t count>
std::string words_of(const std::array<std::string_view, count>& words, Enum one) {
    return std::string(words[static_cast<std::size_t>(one)]);
}

Line row_of(LineKind kind, const std::vector<std::string>& cells, std::string_view row_kind,
            std::string row, Guards guards) {
    return {kind, drafting::text_of_cells(cells), std::string(row_kind), std::move(row), guards};
}

std::string day(const std::optional<base::Date>& one) {
    return one ? base::to_text(*one) : std::string();
}

bool came_by_petition(const Clue& clue) {
    return clue.handing.source.find("信访") != std::string::npos;
}

std::string receiver_of(const Clue& clue) {
    if (!clue.handing.receiver_name.empty()) return clue.handing.receiver_name;
    switch (clue.handing.receiver) {
        case inspections::Receiver::discipline: return "纪检监察机关";
        case inspections::Receiver::organisation: return "组织部门";
        case inspections::Receiver::other: break;
    }
    return "有关部门";
}

/// How many came to each result, in words.
std::string results_of(const std::vector<Clue>& clues) {
    std::string words;
    for (const auto result : inspections::clue_results) {
        std::size_t count = 0;
        for (const auto& one : clues)
            if (one.handling.result == result) ++count;
        if (count > 0)
            words += (words.empty() ? "" : "，") + words_of(result_words, result) +
                     std::to_string(count) + "件";
    }
    return words;
}

}  // namespace

std::vector<Line> clue_lines(const Source& source) {
    const Guards guards{Guard::clues};
    if (source.clues.empty()) return {{LineKind::body, "没有登记移交线索。", {}, {}, guards}};
    return {{LineKind::body,
             "移交线索" + std::to_string(source.clues.size()) + "件：" + results_of(source.clues) +
                 "。",
             {},
             {},
             guards}};
}

std::vector<Line> petition_lines(const Source& source) {
    const Guards guards{Guard::clues};
    Lines lines{row_of(LineKind::head,
                       {"序号", "编号", "来源", "移交日期", "承办", "办理方式", "结果", "办结日期"},
                       {}, {}, guards)};
    for (const auto& one : source.clues) {
        if (!came_by_petition(one)) continue;
        lines.push_back(
            row_of(LineKind::row,
                   {std::to_string(one.number), one.handing.mark, one.handing.source,
                    base::to_text(one.handing.handed_on), receiver_of(one),
                    words_of(way_words, one.handling.way),
                    words_of(result_words, one.handling.result), day(one.handling.concluded_on)},
                   "clue", one.id.text(), guards));
    }
    if (lines.size() == 1) return {{LineKind::note, "没有登记信访件。", {}, {}, guards}};
    return lines;
}

std::vector<Line> cadre_lines(const Source& source) {
    const Guards guards{Guard::accountability};
    Lines lines{row_of(
        LineKind::head,
        {"序号", "姓名或单位", "职务", "所在单位", "处理方式", "决定机关", "决定日期", "文号"}, {},
        {}, guards)};
    for (const auto& one : source.accountability)
        lines.push_back(
            row_of(LineKind::row,
                   {std::to_string(one.number), one.person.empty() ? one.unit_name : one.person,
                    one.post, one.unit_name, words_of(form_words, one.form), one.decided_by,
                    base::to_text(one.decided_on), one.document},
                   "accountability", one.id.text(), guards));
    if (lines.size() == 1) return {{LineKind::note, "没有登记处理干部情况。", {}, {}, guards}};
    return lines;
}

}  // namespace narrative
