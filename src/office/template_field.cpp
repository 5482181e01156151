#include "office/template_field.hpp"

#include <algorithm>

#include "base/day_words.hpp"
#include "base/utf8.hpp"
#include "office/number_format.hpp"

namespace office {
namespace {

struct SortRow {
    FieldSort sort;
    std::string_view name;
    std::vector<std::string_view> formats;
};
const SortRow& row_of(FieldSort sort) {
    static const std::vector<SortRow> rows{
        {FieldSort::text, "text", {"分行"}},
        {FieldSort::several, "several", {"分行"}},
        {FieldSort::number, "number", {"小写", "中文数字", "大写数字"}},
        {FieldSort::share, "share", {"百分比", "整百分比"}},
        {FieldSort::day, "day", {"年月日", "年月", "数字", "中文年月日"}},
        {FieldSort::flag, "flag", {}}};
    return rows[static_cast<std::size_t>(sort)];
}

constexpr int chinese_max = 99'999;

std::string in_figures(std::int64_t number, std::string_view format) {
    const bool small = number >= 0 && number <= chinese_max;
    if (small && format == "中文数字")
        return printed_number(static_cast<int>(number), "chineseCounting");
    if (small && format == "大写数字")
        return printed_number(static_cast<int>(number), "chineseLegalSimplified");
    return std::to_string(number);
}

std::string percent(const Share& share, std::string_view format) {
    if (share.whole == 0) return "—";
    if (format == "整百分比")
        return std::to_string((share.part * 100 + share.whole / 2) / share.whole) + "%";
    const auto tenths = (share.part * 1000 + share.whole / 2) / share.whole;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "%";
}

std::string chinese_year(int year) {
    constexpr std::string_view digits[]{"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    std::string text;
    for (const char c : std::to_string(year)) text += digits[static_cast<std::size_t>(c - '0')];
    return text;
}

std::string day_in_words(base::Date day, std::string_view format) {
    const auto chinese = [](unsigned number) {
        return printed_number(static_cast<int>(number), "chineseCounting");
    };
    if (format == "数字") return base::to_text(day);
    if (format == "年月")
        return std::to_string(day.year()) + "年" + std::to_string(day.month()) + "月";
    if (format == "中文年月日")
        return chinese_year(day.year()) + "年" + chinese(day.month()) + "月" + chinese(day.day()) +
               "日";
    return base::in_words(day);
}

std::string joined(const Several& several, std::string_view between) {
    std::string text;
    for (const auto& entry : several.entries) {
        if (!text.empty()) text += between;
        text += entry;
    }
    return text;
}

struct Print {
    std::string_view format;
    std::string operator()(std::monostate) const { return ""; }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(const Several& several) const {
        return joined(several, format == "分行" ? "\n" : std::string_view(several.between));
    }
    std::string operator()(std::int64_t number) const { return in_figures(number, format); }
    std::string operator()(const Share& share) const { return percent(share, format); }
    std::string operator()(base::Date day) const { return day_in_words(day, format); }
    std::string operator()(bool yes) const { return yes ? "是" : ""; }
};

struct Holds {
    bool operator()(std::monostate) const { return false; }
    bool operator()(const std::string& text) const { return !text.empty(); }
    bool operator()(const Several& several) const { return !several.entries.empty(); }
    bool operator()(std::int64_t number) const { return number != 0; }
    bool operator()(const Share& share) const { return share.part != 0; }
    bool operator()(base::Date) const { return true; }
    bool operator()(bool yes) const { return yes; }
};

std::vector<char32_t> characters(std::string_view text) {
    std::vector<char32_t> all;
    for (std::size_t at = 0; at < text.size();) all.push_back(base::next_char(text, at));
    return all;
}

/// How many characters must be put in, taken out or changed.
std::size_t distance(const std::vector<char32_t>& a, const std::vector<char32_t>& b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t k = 0; k <= b.size(); ++k) row[k] = k;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto diagonal = row[0];
        row[0] = i;
        for (std::size_t k = 1; k <= b.size(); ++k) {
            const auto changed = diagonal + (a[i - 1] == b[k - 1] ? 0u : 1u);
            diagonal = row[k];
            row[k] = std::min({row[k] + 1, row[k - 1] + 1, changed});
        }
    }
    return row[b.size()];
}

}  // namespace

std::string_view name_of(FieldSort sort) {
    return row_of(sort).name;
}

std::string formats_of(FieldSort sort) {
    std::string words;
    for (const auto format : row_of(sort).formats)
        words += (words.empty() ? "" : "、") + std::string(format);
    return words;
}

bool takes_format(FieldSort sort, std::string_view format) {
    const auto& formats = row_of(sort).formats;
    return std::find(formats.begin(), formats.end(), format) != formats.end();
}

std::string printed(const FieldValue& value, std::string_view format) {
    return std::visit(Print{format}, value);
}

bool holds(const FieldValue& value) {
    return std::visit(Holds{}, value);
}

std::string nearest(std::string_view written, const std::vector<std::string>& names) {
    constexpr std::size_t shown = 3, compared_max = 40;
    const auto asked = characters(base::first_chars(written, compared_max));
    std::vector<std::pair<std::size_t, std::string_view>> order;
    for (const auto& name : names) {
        const auto known = characters(name);
        const auto away = distance(asked, known);
        const bool alike = away * 3 <= 2 * std::max(asked.size(), known.size()) &&
                           away < std::max(asked.size(), known.size());
        if (alike) order.emplace_back(away, name);
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::string words;
    for (std::size_t i = 0; i < order.size() && i < shown; ++i) {
        const auto best = order.front().first;
        if (order[i].first > best + (best > 1 ? 1 : 0)) break;
        words += (i == 0 ? "" : "、") + std::string(order[i].second);
    }
    return words;
}

}  // namespace office
