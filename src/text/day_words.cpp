#include "text/day_words.hpp"

#include "text/numeral.hpp"
#include "text/punctuation.hpp"

namespace text {
namespace {

/// A number or a placeholder (20XX, X, ＿) and how many bytes it takes.
struct Amount {
    int value = 0;
    bool open = false;
    std::size_t bytes = 0;
};

Amount amount_at(std::string_view text) {
    Amount out;
    if (const auto number = leading_number(text)) {
        out.value = number->value;
        out.bytes = number->bytes;
    }
    if (const auto more = placeholder_bytes(text.substr(out.bytes)); more > 0) {
        out.open = true;
        out.bytes += more;
        if (const auto tail = leading_digits(text.substr(out.bytes))) out.bytes += tail->bytes;
    }
    return out;
}

class Scanner {
  public:
    explicit Scanner(std::string_view text) : text_(text) {}

    bool take(std::string_view word) {
        if (!text_.substr(at_).starts_with(word)) return false;
        at_ += word.size();
        return true;
    }
    bool sees(std::string_view word) const { return text_.substr(at_).starts_with(word); }
    void spaces() {
        while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    }
    Amount amount() {
        const auto found = amount_at(text_.substr(at_));
        at_ += found.bytes;
        return found;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

/// 底 末 上旬 …: which part of the month or of the year is meant.
void month_tail(Scanner& scan, DayWords& out) {
    if (scan.take("上旬"))
        out.part = DayWords::Part::first_ten;
    else if (scan.take("中旬"))
        out.part = DayWords::Part::second_ten;
    else if (scan.take("下旬"))
        out.part = DayWords::Part::last_ten;
    else if (scan.take("初") || scan.sees("中，") || scan.sees("中。"))
        out.part = DayWords::Part::vague;
    else {
        if (scan.take("底") || scan.take("末"))
            out.part = DayWords::Part::last_ten;
        else
            out.part = DayWords::Part::month;
    }
}

/// 6月30日, 6月底 behind the year or alone.
bool month_words(Scanner& scan, DayWords& out) {
    const auto start = scan.at_;
    const auto month = scan.amount();
    scan.spaces();
    if (month.bytes == 0 || !scan.take("月") ||
        (!month.open && (month.value < 1 || month.value > 12))) {
        scan.at_ = start;
        return false;
    }
    out.number = month.value;
    out.open = out.open || month.open;
    scan.take("份");
    scan.spaces();
    const auto behind = scan.at_;
    const auto day = scan.amount();
    scan.spaces();
    if (day.bytes > 0 && (scan.take("日") || scan.take("号"))) {
        out.part = DayWords::Part::day;
        out.day = day.value;
        out.open = out.open || day.open;
        return true;
    }
    scan.at_ = behind;
    month_tail(scan, out);
    return true;
}

/// 第三季度, 上半年
bool quarter_words(Scanner& scan, DayWords& out) {
    const auto start = scan.at_;
    if (scan.take("上半年") || scan.take("下半年")) {
        out.part = DayWords::Part::half;
        out.number = scan.text_.substr(start).starts_with("上") ? 1 : 2;
        if (!scan.take("末")) scan.take("底");
        return true;
    }
    scan.take("第");
    const auto quarter = scan.amount();
    if (quarter.bytes > 0 && !quarter.open && quarter.value >= 1 && quarter.value <= 4 &&
        scan.take("季度")) {
        out.part = DayWords::Part::quarter;
        out.number = quarter.value;
        if (!scan.take("末")) scan.take("底");
        return true;
    }
    scan.at_ = start;
    return false;
}

bool year_end(Scanner& scan, DayWords& out) {
    for (const std::string_view word : {"年底", "年末", "年终", "年内"})
        if (scan.take(word)) {
            out.part = DayWords::Part::year;
            scan.take("之");
            return true;
        }
    return false;
}

/// 年底 with no number before it: 三年内 is a duration.
bool lone_year_end(Scanner& scan, DayWords& out) {
    if (scan.at_ > 0 && amount_at(scan.text_.substr(before(scan.text_, scan.at_))).bytes > 0)
        return false;
    return year_end(scan, out);
}

/// 2024年…, 20XX年…, 今年…, 明年…: the year and what follows it.
bool year_words(Scanner& scan, DayWords& out) {
    const auto start = scan.at_;
    int ahead = 0;
    if (scan.take("明") || scan.take("次") || scan.take("来") || scan.take("翌"))
        ahead = 1;
    else if (!scan.take("今") && !scan.take("本") && !scan.take("当")) {
        const auto year = scan.amount();
        scan.spaces();
        if (year.bytes == 0 || !scan.sees("年")) return scan.at_ = start, false;
        if (!year.open && (year.value < 1900 || year.value > 2199)) {
            if (year.value < 10 || year.value > 99) return scan.at_ = start, false;
            if (!scan.sees("年底") && !is_digit(char_at(scan.text_, scan.at_ + 3)))
                return scan.at_ = start, false;  // 24年6月, but not 20年内
            out.year = 2000 + year.value;
        } else if (!year.open) {
            out.year = year.value;
        }
        out.open = year.open;
    }
    out.says_year = true;
    out.years_ahead = ahead;
    if (year_end(scan, out)) return true;
    if (!scan.take("年")) return scan.at_ = start, false;
    scan.take("度");
    scan.spaces();
    if (month_words(scan, out) || quarter_words(scan, out)) return true;
    if (scan.at_ - start < 7) return scan.at_ = start, false;  // 本年, X年: says no day
    if (!scan.take("底") && !scan.take("末")) scan.take("内");
    out.part = DayWords::Part::year;
    return true;
}

/// 2024-06-30, 2024.6.30, 2024/6
bool numeric_words(Scanner& scan, DayWords& out) {
    const auto start = scan.at_;
    const auto year = leading_digits(scan.text_.substr(start));
    if (!year || year->bytes != 4 || year->value < 1990 || year->value > 2100) return false;
    auto at = start + 4;
    int values[2] = {0, 0};
    int count = 0;
    const char dash = at < scan.text_.size() ? scan.text_[at] : '\0';
    if (dash != '-' && dash != '.' && dash != '/') return false;
    while (count < 2 && at < scan.text_.size() && scan.text_[at] == dash) {
        const auto number = leading_digits(scan.text_.substr(at + 1));
        if (!number || number->bytes > 2) break;
        values[count++] = number->value;
        at += 1 + number->bytes;
    }
    if (count == 0 || values[0] < 1 || values[0] > 12) return false;
    out.year = year->value;
    out.says_year = true;
    out.number = values[0];
    out.day = values[1];
    out.part = count == 2 ? DayWords::Part::day : DayWords::Part::month;
    scan.at_ = at;
    return true;
}

bool may_begin(char32_t c) {
    return is_digit(c) || c == U'X' || c == U'x' || c == U'×' || c == U'*' || c == U'＊' ||
           c == U'某' || c == U'_' || c == U'＿' || c == U'○' || c == U'〇' || c == U'年' ||
           c == U'今' || c == U'本' || c == U'明' || c == U'次' || c == U'当' || c == U'来' ||
           c == U'翌' || c == U'上' || c == U'下' || c == U'第' || c == U'一' || c == U'二' ||
           c == U'三' || c == U'四' || c == U'五' || c == U'六' || c == U'七' || c == U'八' ||
           c == U'九' || c == U'十' || c == U'Ｘ';
}

bool words_at(Scanner& scan, DayWords& out) {
    const auto start = scan.at_;
    for (const auto read : {numeric_words, year_words, lone_year_end, month_words, quarter_words}) {
        out = {};
        scan.at_ = start;
        if (read(scan, out)) return true;
    }
    scan.at_ = start;
    return false;
}

/// 6月10日至20日: the second day has the month of the first.
bool same_month_tail(Scanner& scan, const DayWords& last, DayWords& out) {
    if (last.part != DayWords::Part::day) return false;
    const auto start = scan.at_;
    while (scan.take("—") || scan.take("-") || scan.take("至") || scan.take("~") ||
           scan.take("到") || scan.take("－") || scan.take("–") || scan.take("～")) {
    }
    if (scan.at_ == start) return false;
    const auto day = scan.amount();
    if (day.bytes == 0 || !scan.take("日")) return scan.at_ = start, false;
    out = last;
    out.day = day.value;
    out.open = last.open || day.open;
    return true;
}

int last_month(const DayWords& words) {
    switch (words.part) {
        case DayWords::Part::quarter: return words.number * 3;
        case DayWords::Part::half: return words.number * 6;
        case DayWords::Part::year: return 12;
        default: return words.number;
    }
}

}  // namespace

std::vector<DayWords> day_words_in(std::string_view text) {
    std::vector<DayWords> found;
    Scanner scan(text);
    while (scan.at_ < text.size()) {
        DayWords words;
        const auto start = scan.at_;
        const auto follows = !found.empty() && found.back().end == start;
        if ((follows && same_month_tail(scan, found.back(), words)) ||
            (may_begin(char_at(text, start)) && words_at(scan, words))) {
            words.first = start;
            words.end = scan.at_;
            if (scan.sees("以前") || scan.sees("之前") || scan.sees("前")) words.before = true;
            found.push_back(words);
        } else {
            scan.at_ = start + bytes_of(text[start]);
        }
    }
    return found;
}

std::optional<base::Date> last_day_of(const DayWords& words, std::optional<int> year) {
    const auto whose = words.year ? words.year : year;
    if (!whose || words.open || words.part == DayWords::Part::vague) return std::nullopt;
    const int y = *whose + (words.year ? 0 : words.years_ahead);
    const auto month = static_cast<unsigned>(last_month(words));
    switch (words.part) {
        case DayWords::Part::day:
            return base::make_date(y, month, static_cast<unsigned>(words.day));
        case DayWords::Part::first_ten: return base::make_date(y, month, 10);
        case DayWords::Part::second_ten: return base::make_date(y, month, 20);
        case DayWords::Part::month:
        case DayWords::Part::quarter:
            if (words.before) return std::nullopt;
            [[fallthrough]];
        default: return base::last_day_of(y, month);
    }
}

}  // namespace text
