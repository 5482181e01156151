#include "proofreading/figure.hpp"

#include <array>
#include <cmath>
#include <cstdio>

#include "proofreading/quantity.hpp"
#include "text/mark.hpp"
#include "text/punctuation.hpp"
#include "text/word_set.hpp"

namespace proofreading {
namespace {

using text::has_any;

std::string whole(double value) {
    return std::to_string(std::llround(value));
}
std::string rate(double value, int decimals) {
    std::array<char, 32> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%.*f%%", decimals, value);
    return buffer.data();
}

bool is_done(const Quantity& one) {
    constexpr std::string_view negative = "未";
    const auto said = [](std::string_view words) {
        return has_any<"完成 已整改 办结 销号 整改到位">(words) &&
               !has_any<"未 尚 拟 待 申请 计划 应 目标 力争 确保">(words);
    };
    return said(one.label) || (one.behind.size() <= 24 && said(one.behind)) ||
           (one.label.ends_with("已") && !text::contains(one.label, negative));
}
bool is_open(const Quantity& one) {
    return has_any<"正在 未完成 尚未 未整改 未销号 持续 长期 推进中">(one.label);
}
/// What is counted, where the clause says it: 问题, 措施, 任务, 事项.
std::string_view noun_of(const Quantity& one) {
    for (const std::string_view noun : {"问题", "措施", "任务", "事项", "线索", "制度"})
        if (text::contains(one.label, noun) || one.behind.starts_with(noun) ||
            one.behind.starts_with("具体" + std::string(noun)) ||
            one.behind.starts_with("整改" + std::string(noun)) ||
            one.behind.starts_with("反馈" + std::string(noun)))
            return noun;
    return {};
}

/// One sentence of a passage, held against itself.
class Sentence {
  public:
    Sentence(std::string_view text, Found::Range place, Found& found)
        : text_(text), place_(place), found_(found), all_(quantities_in(text)) {}

    [[nodiscard]] const std::vector<Quantity>& all() const { return all_; }
    void mark(const Quantity& one, std::string reason, std::string suggestion,
              Severity severity = Severity::must) {
        found_.add(Kind::figure, severity,
                   {place_.passage, place_.begin + one.begin, place_.begin + one.end},
                   std::move(reason), std::move(suggestion));
    }
    void check() {
        check_rates();
        check_parts();
    }

  private:
    /// 反馈问题25个，已完成19个，完成率76%: each rate is what its two numbers give.
    void check_rates() {
        const Quantity *total = nullptr, *done = nullptr;
        for (const auto& one : all_) {
            if (one.ordinal || (one.measure != U'%' && text::contains(one.label, "其中"))) continue;
            if (one.measure == U'%') {
                const bool of_done = text::contains(one.label, "率") || one.label == "占" ||
                                     one.label == "占比" || one.label == "占总数的";
                if (total != nullptr && done != nullptr && of_done) check_rate(*total, *done, one);
                done = nullptr;
            } else if (total != nullptr && one.measure == total->measure && is_done(one)) {
                done = &one;
                if (one.value > total->value)
                    mark(one, "完成" + whole(one.value) + "大于总数" + whole(total->value) + "。",
                         "核对总数和完成数。");
            } else if (!noun_of(one).empty() && !is_done(one) && !is_open(one)) {
                total = &one;
                done = nullptr;
            }
        }
    }
    void check_rate(const Quantity& total, const Quantity& done, const Quantity& said) {
        if (total.value <= 0 || done.value > total.value) return;
        const auto real = 100 * done.value / total.value;
        const auto half = 0.5 * std::pow(10, -said.decimals) + 1e-9;
        if (std::abs(real - said.value) <= half) return;
        const auto right = rate(real, said.decimals);
        mark(said,
             whole(done.value) + "÷" + whole(total.value) + "等于" + right + "，与文中的" +
                 rate(said.value, said.decimals) + "不符。",
             "改为" + right + "，或核对总数和完成数。");
    }

    /// 共25个，其中已完成19个，正在推进5个: parts that leave nothing out add up.
    void check_parts() {
        const auto among = text::find(text_, "其中");
        if (among == std::string_view::npos) return;
        const Quantity* total = nullptr;
        std::vector<const Quantity*> parts;
        for (const auto& one : all_) {
            if (one.begin < among)
                total = &one;
            else if (total != nullptr && one.measure == total->measure)
                parts.push_back(&one);
        }
        if (total == nullptr || total->measure == U'%' || parts.size() < 2) return;
        if (!leaves_nothing_out(parts)) return;
        double sum = 0;
        for (const auto* part : parts) sum += part->value;
        if (sum == total->value) return;
        mark(*total, "“其中”各项相加是" + whole(sum) + "，与总数" + whole(total->value) + "不符。",
             "核对总数和各项的数。");
    }
    [[nodiscard]] static bool leaves_nothing_out(const std::vector<const Quantity*>& parts) {
        bool by_state = true, by_aspect = true, open = false, done = false, struck = false;
        for (const auto* part : parts) {
            const bool of_done = is_done(*part);
            by_state = by_state && (of_done || is_open(*part));
            open = open || is_open(*part);
            struck = struck || text::contains(part->label, "销号");
            done = done || (of_done && !text::contains(part->label, "销号"));
            by_aspect = by_aspect && has_any<"方面 类">(part->label);
        }
        return by_aspect || (by_state && open && !(struck && done));
    }

    std::string_view text_;
    Found::Range place_;
    Found& found_;
    std::vector<Quantity> all_;
};

/// What the whole programme has: each family of totals with the number the ledger shows.
enum class Family { problems, struck_off, measures, measures_done };
constexpr std::array<std::string_view, 4> family_words{"反馈问题", "已销号问题", "整改措施",
                                                       "已完成措施"};
std::optional<Family> family_of(const Quantity& one) {
    if (one.ordinal || (one.measure != U'个' && one.measure != U'项' && one.measure != U'条'))
        return std::nullopt;
    if (has_any<"方面反馈 其中 各类 方面问题 上轮 上一轮 回头看 梳理 该 类问题">(one.label))
        return std::nullopt;
    const bool feedback = text::contains(one.label, "反馈") || one.behind.starts_with("反馈问题");
    const bool problems = one.label.ends_with("问题") || one.label.ends_with("问题共") ||
                          one.behind == "问题" || one.behind == "方面问题" ||
                          one.behind == "具体问题" || one.behind == "反馈问题";
    const bool of_measures = one.label.ends_with("措施") || one.label.ends_with("措施共") ||
                             one.behind == "措施" || one.behind == "整改措施";
    if (of_measures && has_any<"完成">(one.label) && is_done(one)) return Family::measures_done;
    if (of_measures && !is_done(one) && !is_open(one)) return Family::measures;
    if (text::contains(one.label, "销号") && is_done(one) && (problems || one.behind.empty()))
        return Family::struck_off;
    if (feedback && problems && !is_done(one) && !is_open(one)) return Family::problems;
    return std::nullopt;
}

class Totals {
  public:
    explicit Totals(const Facts* facts) : facts_(facts) {}

    void meet(Sentence& sentence) {
        for (const auto& one : sentence.all()) {
            const auto family = family_of(one);
            if (!family) continue;
            const auto words = std::string(family_words[static_cast<std::size_t>(*family)]);
            if (facts_ != nullptr && facts_->counts) {
                const auto real = count_of(*family);
                const bool settled = *family == Family::problems || *family == Family::measures;
                if (real != std::llround(one.value))
                    sentence.mark(one,
                                  "台账中" + words + "现为" + std::to_string(real) + "，文中为" +
                                      whole(one.value) + "。",
                                  "核对后改为一致。", settled ? Severity::must : Severity::should);
                continue;
            }
            auto& first = first_[static_cast<std::size_t>(*family)];
            if (!first)
                first = one.value;
            else if (*first != one.value)
                sentence.mark(
                    one, words + "前文为" + whole(*first) + "，这里为" + whole(one.value) + "。",
                    "核对后改为一致。", Severity::should);
        }
    }

  private:
    [[nodiscard]] std::int64_t count_of(Family family) const {
        const auto& counts = *facts_->counts;
        switch (family) {
            case Family::problems: return counts.problems;
            case Family::struck_off: return counts.struck_off;
            case Family::measures: return counts.measures;
            case Family::measures_done: return counts.measures_done;
        }
        return 0;
    }

    const Facts* facts_;
    std::array<std::optional<double>, 4> first_;
};

/// "以下三个方面：" at the end of a passage.
std::optional<Quantity> declared_at_end(std::string_view text) {
    const auto trimmed = text::trim(text);
    const auto last = text::last_char(trimmed);
    if (last != U'：' && last != U':') return std::nullopt;
    auto all = quantities_in(text);
    if (all.empty()) return std::nullopt;
    const auto one = all.back();
    const auto tail = text.substr(one.end);
    if (one.ordinal || one.value < 2 || one.value > 50 || tail.size() > 45) return std::nullopt;
    if (one.measure == U'%' || one.measure == U'名' || one.measure == U'人' ||
        one.measure == U'次' || one.measure == U'份')
        return std::nullopt;
    if (has_any<"月 工作日 小时 星期 季度 人 单位 部门 乡镇 村">(one.behind)) return std::nullopt;
    if (text::contains(one.label, "其中") || text::contains(tail, "，")) return std::nullopt;
    return one;
}

/// How many items of the style that begins in the passage behind `lead` follow it.
std::optional<int> items_behind(const Passages& passages, std::size_t lead) {
    const auto first = lead + 1;
    if (first >= passages.size() || passages[first].in_table()) return std::nullopt;
    const auto mark = text::mark_at(text::trim(passages[first].text));
    if (!mark || mark.value != 1 || mark.style == text::MarkStyle::bare) return std::nullopt;
    const auto outer = text::mark_at(text::trim(passages[lead].text)).style;
    int last = 1;
    for (auto i = first + 1; i < passages.size(); ++i) {
        const auto next = text::mark_at(text::trim(passages[i].text));
        if (!next) continue;
        if (next.style < mark.style || next.style == outer) break;
        if (next.style != mark.style) continue;
        if (next.value <= last) break;
        last = next.value;
    }
    return last;
}

void check_declared(const Passages& passages, std::size_t i, Found& found) {
    const auto said = declared_at_end(passages[i].text);
    if (!said) return;
    const auto items = items_behind(passages, i);
    if (!items || *items == static_cast<int>(said->value)) return;
    found.add(Kind::figure, Severity::must, {i, said->begin, said->end},
              "这里说" + std::to_string(static_cast<int>(said->value)) + "，下面列了" +
                  std::to_string(*items) + "。",
              "核对数目，或补上、删去所列的项。");
}

}  // namespace

void find_figures(const Passages& passages, const Facts* facts, Found& found) {
    Totals totals(facts);
    for (std::size_t i = 0; i < passages.size(); ++i) {
        const std::string_view text = passages[i].text;
        for (std::size_t begin = 0; begin < text.size();) {
            auto end = text::find(text, "。", begin);
            if (end == std::string_view::npos) end = text.size();
            Sentence sentence(text.substr(begin, end - begin), {i, begin, end}, found);
            if (!sentence.all().empty()) {
                sentence.check();
                totals.meet(sentence);
            }
            begin = end + 3;
        }
        if (!passages[i].in_table()) check_declared(passages, i, found);
    }
}

}  // namespace proofreading
