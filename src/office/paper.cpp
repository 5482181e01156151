#include "office/paper.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/utf8.hpp"
#include "office/cell_text.hpp"
#include "office/line_breaks.hpp"

namespace office {
namespace {

constexpr double chars_before_attachment = 3;  // 附件：
constexpr double name_right_chars = 2, day_further_in_chars = 2, stamped_day_right_chars = 4;

/// Whether a word runs over the place between two characters: the words of two that titles of this
/// field are made of, and the joints of longer ones (反馈意见, 巡察组, 办公室). No segmenter for
/// Chinese is packaged on our platform.
bool is_within_word(char32_t first, char32_t second) {
    static constexpr std::u32string_view pairs =
        U"馈意察组视组察办公室导小"
        U"意见情况巡察巡视整改集中进展工作方案反馈报告落实问题责任监督专题民主生活领导小组办公委员"
        U"通知台账清单督办通报公开会议纪要规则制度管理关于印发计划安排开展进行组织主要负责推进检查"
        U"督查考核评估建设财政党组党委党员干部单位部门学习教育专项治理年度措施任务移交线索销号"
        U"责人谈人任人交人约谈签字";
    for (std::size_t at = 0; at + 1 < pairs.size(); at += 2)
        if (pairs[at] == first && pairs[at + 1] == second) return true;
    return false;
}

/// What it costs to end a line of a title between two characters: little behind a word that leads
/// on, much before one that belongs to what stands in front of it, or within a word.
double cost_of_break(char32_t before, char32_t after) {
    static constexpr std::u32string_view lead_on = U"的于对和与及暨》”）",
                                         belong = U"的了和与及等暨们化性";
    if (!may_break(before, after)) return 1e6;
    if (is_within_word(before, after)) return 60;
    double cost = 4;
    if (lead_on.find(before) != std::u32string_view::npos) cost = 0;
    if (belong.find(after) != std::u32string_view::npos) cost += 30;
    return cost;
}

/// The cheapest places to end `count` lines; positions behind the last character of each.
class TitleBreaks {
  public:
    TitleBreaks(std::u32string_view title, std::size_t count) : title_(title), count_(count) {
        widths_.push_back(0);
        for (const char32_t c : title) widths_.push_back(widths_.back() + (is_wide(c) ? 1 : 0.5));
    }

    [[nodiscard]] std::vector<std::size_t> find(double width_max) const {
        const auto size = title_.size();
        constexpr double never = std::numeric_limits<double>::max();
        std::vector<std::vector<double>> costs(count_ + 1, std::vector<double>(size + 1, never));
        std::vector<std::vector<std::size_t>> from(count_ + 1, std::vector<std::size_t>(size + 1));
        costs[0][0] = 0;
        for (std::size_t line = 1; line <= count_; ++line)
            for (std::size_t end = line; end <= size; ++end)
                for (std::size_t begin = line - 1; begin < end; ++begin) {
                    if (costs[line - 1][begin] == never) continue;
                    const auto cost = costs[line - 1][begin] + cost_of_line(begin, end, width_max);
                    if (cost >= costs[line][end]) continue;
                    costs[line][end] = cost;
                    from[line][end] = begin;
                }
        std::vector<std::size_t> ends(count_);
        for (auto line = count_, end = size; line > 0; end = from[line--][end])
            ends[line - 1] = end;
        return ends;
    }

  private:
    [[nodiscard]] double cost_of_line(std::size_t begin, std::size_t end, double width_max) const {
        const auto width = widths_[end] - widths_[begin];
        const auto mean = widths_.back() / static_cast<double>(count_);
        const auto uneven = (width - mean) * (width - mean);
        const auto too_wide = width > width_max ? 1e7 : 0.0;
        const auto ends = end < title_.size() ? cost_of_break(title_[end - 1], title_[end]) : 0.0;
        return uneven + too_wide + ends;
    }

    std::u32string_view title_;
    std::size_t count_;
    std::vector<double> widths_;
};

}  // namespace

Paragraph paragraph(Style style, std::string text) {
    Paragraph one;
    one.style = style;
    one.runs.push_back({std::move(text)});
    return one;
}

double width_in_chars(std::string_view text) {
    return width_of(text) / 2.0;
}

std::string in_title_lines(std::string_view title, std::size_t chars_max) {
    const auto characters = decoded(title);
    const auto width_max = static_cast<double>(chars_max);
    const auto width = width_in_chars(title);
    if (width <= width_max) return std::string(title);
    const auto count = static_cast<std::size_t>(std::ceil(width / (width_max - 1)));
    const auto ends = TitleBreaks(characters, count).find(width_max);
    std::string lines;
    std::size_t at = 0;
    for (const auto end : ends) {
        if (!lines.empty()) lines += '\n';
        for (; at < end; ++at) base::append_char(lines, characters[at]);
    }
    return lines;
}

std::vector<Paragraph> attachment_list(const std::vector<std::string>& names) {
    std::vector<Paragraph> lines;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto number = names.size() > 1 ? std::to_string(i + 1) + "." : std::string();
        auto line = paragraph(Style::attachment_note, (i == 0 ? "附件：" : "") + number + names[i]);
        if (i > 0) {
            line.left_chars = chars_before_attachment;
            line.lines_before = 0;
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<Paragraph> signed_by(std::string name, std::string day, Seal seal) {
    const auto name_chars = width_in_chars(name), day_chars = width_in_chars(day);
    double name_right = name_right_chars;
    double day_right = name_right + name_chars - day_further_in_chars - day_chars;
    if (seal == Seal::stamped) {
        day_right = stamped_day_right_chars;
        name_right = std::max(0.0, day_right + (day_chars - name_chars) / 2);
    } else if (day_right < name_right_chars) {
        // The longer day keeps its distance from the edge, and the name moves in.
        day_right = name_right_chars;
        name_right =
            std::max(name_right, day_right + day_chars + day_further_in_chars - name_chars);
    }
    auto signature = paragraph(Style::signature, std::move(name));
    signature.right_chars = name_right;
    auto dated = paragraph(Style::date, std::move(day));
    dated.right_chars = day_right;
    return {std::move(signature), std::move(dated)};
}

}  // namespace office
