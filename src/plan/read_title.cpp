#include "plan/read_title.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "text/day_words.hpp"
#include "text/numeral.hpp"
#include "text/punctuation.hpp"
#include "text/word_set.hpp"

namespace plan {
namespace {

constexpr std::size_t title_lines_max = 40, declared_lines_max = 400, title_chars_max = 90;

const text::WordSet& title_ends() {
    static const text::WordSet set(
        "方案 报告 通报 清单 台账 台帐 通知 计划 意见 情况 汇编 一览表 分工表 公告 措施 汇总表 "
        "任务书 总结 表 材料 公示 说明 工作表 对照表 进度表 销号单 责任书 纪要 办法");
    return set;
}

std::string_view without_tail_brackets(std::string_view text) {
    for (;;) {
        text = text::trim_stops(text);
        const auto brackets = text::outer_brackets(text);
        if (brackets.empty() || brackets.back().end != text.size() || brackets.back().open == 0)
            return text;
        text = text.substr(0, brackets.back().open);
    }
}

bool ends_as_title(std::string_view text) {
    text = without_tail_brackets(text);
    for (std::size_t back = 6; back <= 12 && back <= text.size(); back += 3)
        if (title_ends().longest_prefix(text.substr(text.size() - back)) == back) return true;
    return text.ends_with("表");
}

/// X委发〔2024〕5号
bool is_file_number(std::string_view text) {
    return base::chars_in(text) <= 30 && text.ends_with("号") &&
           (text::contains(text, "〔") || text::contains(text, "[") || text::contains(text, "（"));
}

bool is_passed_over(const Line& line) {
    const auto text = line.whole;
    if (text.empty() || is_advertising(text) || is_file_number(text)) return true;
    if (text.starts_with("附件") || text.starts_with("附表") || text == "目录") return true;
    if (text.ends_with("文件") && base::chars_in(text) <= 24) return true;
    const auto c = text::char_at(text, 0);
    return text::opens_bracket(c) && base::chars_in(text) <= 20;
}

std::string_view row_title(const office::Block& row) {
    std::string_view only;
    for (const auto& cell : row.cells) {
        const auto text = text::trim(cell.text);
        if (text.empty()) continue;
        if (!only.empty()) return {};
        only = text;
    }
    return only;
}

bool has_prose(std::string_view text) {
    return text::contains(text, "。") || base::chars_in(text) > title_chars_max;
}

}  // namespace

Title title_of(const std::vector<Line>& lines, const std::string& title_property) {
    Title fallback;
    for (std::size_t i = 0; i < lines.size() && i < title_lines_max; ++i) {
        const auto& line = lines[i];
        const auto text = line.row != nullptr ? row_title(*line.row) : line.whole;
        if (line.row != nullptr && text.empty()) break;
        if (line.row == nullptr && is_passed_over(line)) continue;
        if (line.row == nullptr && (line.mark || has_prose(text))) {
            if (line.mark && line.mark.style != text::MarkStyle::han) continue;
            break;
        }
        if (ends_as_title(text)) {
            std::string all(text::trim(text));
            const bool joins = fallback.found && fallback.last + 1 == i &&
                               base::chars_in(fallback.text) <= 40 &&
                               (all.starts_with("关于") || fallback.text.ends_with("的") ||
                                fallback.text.ends_with("关于") || base::chars_in(all) <= 24);
            if (joins) return {fallback.text + all, fallback.first, i, true};
            return {std::move(all), i, i, true};
        }
        if (base::chars_in(text) <= 60 && text::last_char(text) != U'：' &&
            text::last_char(text) != U':') {
            const bool next =
                fallback.found && fallback.last + 1 == i && base::chars_in(fallback.text) <= 40;
            if (!next) fallback = {std::string(text), i, i, true};
        }
    }
    if (fallback.found) return fallback;
    return {title_property, 0, 0, false};
}

std::string kind_of(const Title& title, const std::vector<Line>& lines, const std::string& format) {
    const std::string_view text = title.text;
    const auto has = [&](std::string_view word) { return text::contains(text, word); };
    if (has("民主生活会") && (has("方案") || has("通知") || has("计划")))
        return "life_meeting_plan";
    if (has("主要负责人") || has("主要负责同志") || has("第一责任人") || has("书记组织落实") ||
        has("党组书记关于") || has("党委书记关于"))
        return "principal_report";
    for (const std::string_view other : {"对照检查", "发言提纲", "剖析材料", "检视剖析", "讲话",
                                         "表态发言", "主持词", "心得", "学习资料", "对照材料"})
        if (has(other)) return "other";
    std::size_t rows = 0, prose = 0;
    for (const auto& line : lines) {
        rows += line.row != nullptr;
        prose += line.row == nullptr && line.whole.size() > 150;
    }
    const bool list = has("清单") || has("台账") || has("台帐") || has("一览表") || has("汇总表") ||
                      has("销号") || has("分解表");
    if (format == "xlsx" || (rows > 0 && list) ||
        (rows >= 4 && prose <= 1 && !has("方案") && !has("通报") && !has("报告")))
        return "ledger_table";
    if (has("方案") || has("整改计划") || (has("整改措施") && !has("情况"))) return "plan";
    const bool report =
        has("通报") || has("报告") || has("情况") || has("公告") || has("总结") || has("公示");
    if (has("反馈") && !has("整改") && (has("意见") || has("情况") || has("通报")))
        return "feedback";
    if (report && has("整改")) return "progress_report";
    if (has("整改") && list) return "ledger_table";
    if (has("反馈意见") || has("巡察反馈") || has("巡视反馈"))
        return has("整改") ? "plan" : "feedback";
    if (has("整改")) return "plan";
    return "other";
}

namespace {

/// A count before one of the words, at `at`: 17个问题, 三大类, X项 (a placeholder gives nothing).
std::optional<int> count_before(std::string_view text, std::size_t at) {
    auto start = at;
    for (int back = 0; back < 8 && start > 0; ++back) {
        const auto previous = text::before(text, start);
        const auto number = text::leading_number(text.substr(previous, at - previous));
        const auto open = text::placeholder_bytes(text.substr(previous, at - previous));
        if ((!number || number->bytes != at - previous) && open != at - previous) break;
        if (open > 0) return std::nullopt;
        start = previous;
    }
    if (start == at) return std::nullopt;
    const auto number = text::leading_number(text.substr(start, at - start));
    return number && number->value > 0 ? std::optional(number->value) : std::nullopt;
}

/// Words in the order in which they are believed, asked for in few sentences.
struct CountedWords {
    explicit CountedWords(std::string_view all) : set(all), words(text::words_of(all)) {}
    text::WordSet set;
    std::vector<std::string_view> words;
};

/// 25个问题: the count before the words.
std::optional<int> count_of(std::string_view text, const CountedWords& counted) {
    if (!counted.set.any_in(text)) return std::nullopt;
    for (const auto word : counted.words)
        for (auto at = text::find(text, word); at != std::string_view::npos;
             at = text::find(text, word, at + 3))
            if (const auto count = count_before(text, at)) return count;
    return std::nullopt;
}

/// 制定整改措施86条, 反馈问题25个: the count behind the noun.
std::optional<int> count_behind(std::string_view text, const CountedWords& nouns) {
    if (!nouns.set.any_in(text)) return std::nullopt;
    for (const auto noun : nouns.words)
        for (auto at = text::find(text, noun); at != std::string_view::npos;
             at = text::find(text, noun, at + 3)) {
            const auto rest = text.substr(at + noun.size());
            const auto number = text::leading_number(rest);
            if (!number || number->value == 0) continue;
            const auto unit = text::char_at(rest, number->bytes);
            if (unit == U'个' || unit == U'项' || unit == U'条') return number->value;
        }
    return std::nullopt;
}

struct Totals {
    CountedWords before, behind;
};
const Totals& area_totals() {
    static const Totals totals{
        CountedWords("个方面 大方面 方面 个大类 大类 大项 个大项 类问题 个领域"),
        CountedWords("反馈方面")};
    return totals;
}
const Totals& problem_totals() {
    static const Totals totals{
        CountedWords("个问题 个具体问题 项问题 项具体问题 条问题 条具体问题 项整改任务 "
                     "项具体整改任务 个整改问题 项整改问题 个突出问题 个主要问题 个整改事项 "
                     "项整改事项 个反馈问题 项任务 条整改任务 个方面问题"),
        CountedWords("反馈问题 具体问题 整改问题 反馈的问题 整改任务")};
    return totals;
}
const Totals& measure_totals() {
    static const Totals totals{
        CountedWords("条整改措施 项整改措施 个整改措施 条措施 项措施 条具体措施 项具体措施 "
                     "项具体整改措施 条具体整改措施 项整改举措 条整改举措 条举措 项举措 "
                     "个具体措施 个措施"),
        CountedWords("整改措施 整改举措 具体措施")};
    return totals;
}

bool tells_totals(std::string_view text) {
    return text::has_any<
        "反馈 发现 梳理 指出 提出 细化 分解 形成 归纳 认领 共性 制定整改措施 制定措施">(text);
}

void say(std::optional<int>& slot, std::string_view sentence, const Totals& totals) {
    if (!slot) slot = count_of(sentence, totals.before);
    if (!slot) slot = count_behind(sentence, totals.behind);
}

}  // namespace

void read_declared(const std::vector<Line>& lines, PlanDocument& document) {
    for (std::size_t i = 0; i < lines.size() && i < declared_lines_max; ++i) {
        const auto& line = lines[i];
        if (line.row != nullptr || line.whole.size() > 6000) continue;
        if (document.declared_areas && document.declared_problems && document.declared_measures)
            return;
        if (!text::has_any<"问题 任务 措施">(line.whole) || !tells_totals(line.whole)) continue;
        for (const auto sentence : text::sentences(line.whole)) {
            if (!tells_totals(sentence)) continue;
            say(document.declared_areas, sentence, area_totals());
            say(document.declared_problems, sentence, problem_totals());
            say(document.declared_measures, sentence, measure_totals());
        }
    }
}

std::optional<DocumentYear> year_of(const std::vector<Line>& lines, const Title& title) {
    std::optional<int> year;
    unsigned month = 0;
    bool differs = false;
    const auto say = [&](std::optional<int> said) {
        if (!said) return;
        if (year && *year != *said) differs = true;
        year = said;
    };
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto& line = lines[i];
        const bool tells =
            line.whole.size() <= 60 || text::contains(line.whole.substr(0, 120), "阶段");
        if (line.row != nullptr || !tells) continue;
        const auto days = text::day_words_in(line.whole.substr(0, 400));
        const bool alone = days.size() == 1 && days[0].first == 0 &&
                           text::trim(line.whole.substr(days[0].end)).empty();
        if (alone && days[0].part != text::DayWords::Part::year) {
            say(days[0].year);
            if (days[0].year && days[0].number > 0) month = static_cast<unsigned>(days[0].number);
        }
        const bool phase =
            text::contains(line.whole, "阶段") && days.size() >= 2 && days[0].first < 120;
        if (phase && days[0].year) say(days[0].year);
        if (i <= title.last + 4 && is_file_number(line.whole)) {
            const auto open = line.whole.find("〔");
            const auto number = open == std::string_view::npos
                                    ? std::nullopt
                                    : text::leading_digits(line.whole.substr(open + 3));
            if (number && number->value > 1990 && number->value < 2100) say(number->value);
        }
    }
    if (!year || differs) return std::nullopt;
    return DocumentYear{*year, month};
}

}  // namespace plan
