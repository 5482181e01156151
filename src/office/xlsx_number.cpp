#include "office/xlsx_number.hpp"

#include <charconv>
#include <cmath>
#include <map>

#include "base/instant.hpp"
#include "office/package.hpp"

namespace office {
namespace {

struct BuiltIn {
    int first, last;
    NumberFormat format;
};

// The numbered formats of ECMA-376 18.8.30 with the meanings they have in a Chinese Excel.
constexpr NumberFormat full_date{true, true, true, false, -1},
    year_month{true, true, false, false, -1}, month_day{false, true, true, false, -1},
    time_only{false, false, false, true, -1}, date_and_time{true, true, true, true, -1};
constexpr BuiltIn built_in[] = {
    {9, 9, {false, false, false, false, 0}},
    {10, 10, {false, false, false, false, 2}},
    {14, 15, full_date},
    {16, 16, month_day},
    {17, 17, year_month},
    {18, 21, time_only},
    {22, 22, date_and_time},
    {27, 27, year_month},
    {28, 29, month_day},
    {30, 31, full_date},
    {32, 35, time_only},
    {36, 36, year_month},
    {45, 47, time_only},
    {50, 50, year_month},
    {51, 51, month_day},
    {52, 52, year_month},
    {53, 54, month_day},
    {55, 56, time_only},
    {57, 57, year_month},
    {58, 58, month_day},
};

// The first section without quoted words, [colours], escaped and padded characters, in lower case.
std::string letters_of(std::string_view code) {
    std::string letters;
    for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        const char c = code[i];
        if (c == '"' || c == '[') {
            const auto end = code.find(c == '"' ? '"' : ']', i + 1);
            if (c == '[' && end == i + 2) letters += static_cast<char>(code[i + 1] | 0x20);  // [h]
            i = end == std::string_view::npos ? code.size() : end;
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else {
            letters += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
        }
    }
    return letters;
}

// An m stands for minutes right after hours or right before seconds.
bool is_minutes(std::string_view letters, std::size_t first, std::size_t behind) {
    const auto before = letters.substr(0, first).find_last_of("hsymd");
    const auto after = letters.find_first_of("hsymd", behind);
    return (before != std::string_view::npos && letters[before] == 'h') ||
           (after != std::string_view::npos && letters[after] == 's');
}

std::string date_words(const NumberFormat& format, base::Date date) {
    std::string text;
    if (format.year) text += std::to_string(date.year()) + "年";
    if (format.month) text += std::to_string(date.month()) + "月";
    if (format.day) text += std::to_string(date.day()) + "日";
    return text;
}

std::string two_digits(int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string printed_date(double serial, const NumberFormat& format, bool since_1904) {
    const double whole = std::floor(serial);
    auto minutes = static_cast<int>(std::lround((serial - whole) * 1440));
    auto days = static_cast<int>(whole);
    if (minutes == 1440) {
        minutes = 0;
        ++days;
    }
    // The 1900 system has a 29 February 1900 that never was: before it every day counts one more.
    const auto epoch = since_1904 ? *base::make_date(1904, 1, 1) : *base::make_date(1899, 12, 30);
    const auto date = base::add_days(epoch, !since_1904 && days < 60 ? days + 1 : days);
    auto text = date_words(format, date);
    if (!format.time) return text;
    if (!text.empty()) text += ' ';
    return text + two_digits(minutes / 60) + ":" + two_digits(minutes % 60);
}

std::string plain(double number, int decimals) {
    char digits[64];
    const auto format = decimals < 0 ? std::chars_format::general : std::chars_format::fixed;
    const auto end =
        std::to_chars(digits, digits + sizeof digits, number, format, decimals < 0 ? 15 : decimals);
    return end.ec == std::errc() ? std::string(digits, end.ptr) : std::string();
}

}  // namespace

NumberFormat read_number_format(std::string_view code) {
    NumberFormat format;
    const auto letters = letters_of(code);
    if (letters.find("general") != std::string::npos) return format;
    if (const auto percent = letters.find('%'); percent != std::string::npos) {
        const auto point = letters.find('.');
        const auto decimals =
            point < percent ? letters.find_first_not_of("0#", point + 1) - point - 1 : 0;
        format.percent_decimals = static_cast<int>(std::min<std::size_t>(decimals, 10));
        return format;
    }
    if (letters.find_first_of("0#?") != std::string::npos &&
        letters.find_first_of("ymd") == std::string::npos)
        return format;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const char c = letters[i];
        const auto behind = std::min(letters.find_first_not_of(c, i), letters.size());
        if (c == 'y' || c == 'e') format.year = true;
        if (c == 'd') format.day = true;
        if (c == 'h' || c == 's') format.time = true;
        if (c == 'm') (is_minutes(letters, i, behind) ? format.time : format.month) = true;
        i = behind - 1;
    }
    return format;
}

std::string printed_cell_number(std::string_view value, const NumberFormat& format,
                                bool since_1904) {
    double number = 0;
    const auto end = value.data() + value.size();
    const auto read = std::from_chars(value.data(), end, number);
    if (read.ec != std::errc() || read.ptr != end || !std::isfinite(number))
        return std::string(value);
    const bool is_date = format.year || format.month || format.day || format.time;
    if (is_date && number >= 0 && number < 2'958'466)
        return printed_date(number, format, since_1904);
    if (format.percent_decimals >= 0 && std::abs(number) < 1e15)
        return plain(number * 100, format.percent_decimals) + "%";
    // Whole numbers of any length are kept as written: they may be codes.
    if (value.find_first_of(".eE") == std::string_view::npos) return std::string(value);
    const auto text = plain(number, -1);
    return text.empty() ? std::string(value) : text;
}

std::string printed_iso_date(std::string_view value) {
    const auto date = base::parse_date(value.substr(0, 10));
    if (!date || (value.size() > 10 && value[10] != 'T')) return std::string(value);
    auto text = date_words(full_date, *date);
    if (value.size() >= 16 && value.substr(11, 5) != "00:00")
        text.append(" ").append(value.substr(11, 5));
    return text;
}

base::Result<CellFormats> CellFormats::load(Archive& archive, const std::string& part) {
    CellFormats formats;
    if (part.empty()) return formats;
    const auto tree = load_tree(archive, part);
    if (!tree) return tree.error();
    std::map<int, NumberFormat> by_id;
    for (const auto& each : built_in)
        for (int id = each.first; id <= each.last; ++id) by_id[id] = each.format;
    for (const auto& node : children_of(child_of(tree->document_element(), "numFmts"), "numFmt"))
        by_id[number_in(value_of(node, "numFmtId"), -1)] =
            read_number_format(value_of(node, "formatCode"));
    for (const auto& node : children_of(child_of(tree->document_element(), "cellXfs"), "xf"))
        formats.by_style_.push_back(by_id[number_in(value_of(node, "numFmtId"), 0)]);
    return formats;
}

const NumberFormat& CellFormats::find(int style) const {
    static const NumberFormat plain_format{};
    const auto at = static_cast<std::size_t>(style);
    return style >= 0 && at < by_style_.size() ? by_style_[at] : plain_format;
}

}  // namespace office
