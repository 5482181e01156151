#include "proofreading/day.hpp"

#include "base/day_words.hpp"
#include "text/day_words.hpp"
#include "text/numeral.hpp"
#include "text/punctuation.hpp"
#include "text/word_set.hpp"

namespace proofreading {
namespace {

/// 2024年6月30日 or 6月30日 as written, whether there is such a day or not.
struct Written {
    std::size_t begin = 0, end = 0;
    std::optional<int> year;
    int month = 0, day = 0;
    std::string unpadded;  // "" where nothing is padded

    [[nodiscard]] std::optional<base::Date> date() const {
        if (!year) return std::nullopt;
        return base::make_date(*year, static_cast<unsigned>(month), static_cast<unsigned>(day));
    }
    /// In a year that has 29 February where none is said.
    [[nodiscard]] bool exists() const {
        return base::make_date(year.value_or(2024), static_cast<unsigned>(month),
                               static_cast<unsigned>(day))
            .has_value();
    }
};

/// One number and the word behind it; moves on, or stays where it is not so.
std::optional<int> take(std::string_view text, std::size_t& at, std::string_view word,
                        std::size_t digits_max) {
    const auto number = text::leading_digits(text.substr(std::min(at, text.size())));
    if (!number || number->bytes > digits_max) return std::nullopt;
    const auto end = at + number->bytes;
    if (!text.substr(end).starts_with(word)) return std::nullopt;
    at = end + word.size();
    return number->value;
}

std::optional<Written> written_at(std::string_view text, std::size_t begin) {
    Written one;
    one.begin = begin;
    auto at = begin;
    one.year = take(text, at, "年", 4);
    if (one.year && (*one.year < 1900 || *one.year > 2199)) return std::nullopt;
    const auto from_month = at;
    const auto month = take(text, at, "月", 2);
    if (!month) return std::nullopt;
    const bool month_padded = text[from_month] == '0';
    const auto from_day = at;
    const auto day = take(text, at, "日", 2);
    if (!day) return std::nullopt;
    one.month = *month;
    one.day = *day;
    one.end = at;
    if (month_padded || text[from_day] == '0')
        one.unpadded = std::string(text.substr(begin, from_month - begin)) +
                       std::to_string(*month) + "月" + std::to_string(*day) + "日";
    return one;
}

std::vector<Written> written_in(std::string_view text) {
    std::vector<Written> all;
    char32_t prior = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (!text::is_digit(prior) && text::is_digit(text::char_at(text, at)))
            if (const auto one = written_at(text, at)) {
                all.push_back(*one);
                at = one->end;
                prior = U'日';
                continue;
            }
        prior = text::take_char(text, at);
    }
    return all;
}

/// How far behind a day it is looked for whether it is told as past.
constexpr std::size_t clause_bytes_max = 240;

bool only_spaces_and_printing(std::string_view rest) {
    rest = text::trim(rest);
    return rest.empty() || rest == "印发";
}

class Reader {
  public:
    Reader(const Passage& passage, std::size_t number, Found& found)
        : text_(passage.text), number_(number), found_(found), days_(written_in(passage.text)) {}

    void read(std::optional<base::Date> own, std::optional<base::Date> feedback) {
        for (std::size_t i = 0; i < days_.size(); ++i) {
            const auto& one = days_[i];
            if (!one.exists()) {
                mark(one, Severity::must, "没有这一天。", "核对月份和日期。");
                continue;
            }
            if (!one.unpadded.empty())
                found_.add(Kind::layout, Severity::should, {number_, one.begin, one.end},
                           "公文中的月、日不编虚位。", "改为" + one.unpadded + "。", one.unpadded);
            if (i > 0) check_order(days_[i - 1], one);
            if (own) check_past(one, *own);
        }
        if (feedback) check_deadlines(*feedback);
    }

  private:
    void mark(const Written& one, Severity severity, std::string reason, std::string suggestion) {
        found_.add(Kind::date, severity, {number_, one.begin, one.end}, std::move(reason),
                   std::move(suggestion));
    }
    /// 2024年6月30日至2024年6月1日
    void check_order(const Written& first, const Written& second) {
        const auto between = text_.substr(first.end, second.begin - first.end);
        if (between != "至" && between != "—" && between != "－" && between != "-" &&
            between != "到" && between != "——")
            return;
        auto until = second;
        if (!until.year) until.year = first.year;
        const auto from = first.date(), to = until.date();
        if (from && to && *to < *from)
            mark(second, Severity::must, "截止的日期早于起始的日期。", "核对起止日期。");
    }
    /// Told as past, but behind the day of the document.
    void check_past(const Written& one, base::Date own) {
        const auto date = one.date();
        if (!date || *date <= own) return;
        const auto before = text_.substr(0, one.begin);
        auto rest = text_.substr(one.end);
        std::size_t clause = 0;
        while (clause < rest.size() && clause < clause_bytes_max &&
               !text::ends_sentence(text::char_at(rest, clause)) &&
               text::char_at(rest, clause) != U'，')
            clause += text::bytes_of(rest[clause]);
        rest = rest.substr(0, clause);
        const bool told = before.ends_with("截至") || before.ends_with("截止") ||
                          before.ends_with("已于") ||
                          text::has_any<"已经 召开了 印发了 完成了 开展了">(rest);
        if (told)
            mark(one, Severity::must,
                 "这一天在落款日期" + base::in_words(own) + "之后，却当作已经过去的事写。",
                 "核对这里的日期和落款日期。");
    }
    /// 2024年1月10日前, before the feedback was given.
    void check_deadlines(base::Date feedback) {
        for (const auto& words : text::day_words_in(text_)) {
            if (!words.before || !words.year) continue;
            const auto last = text::last_day_of(words, words.year);
            if (!last || *last >= feedback) continue;
            found_.add(Kind::date, Severity::should, {number_, words.first, words.end},
                       "时限早于反馈的日期" + base::in_words(feedback) + "。",
                       "核对时限，可能是沿用了以前的文稿。");
        }
    }

    std::string_view text_;
    std::size_t number_;
    Found& found_;
    std::vector<Written> days_;
};

/// 2020年整改方案 over a text about a feedback of 2024.
void check_title(const Passage& passage, std::size_t number, base::Date feedback, Found& found) {
    constexpr std::size_t title_bytes_max = 180;
    const std::string_view text = passage.text;
    if (text.size() > title_bytes_max || text::contains(text, "。")) return;
    for (auto at = text::find(text, "年"); at != std::string_view::npos;
         at = text::find(text, "年", at + 3)) {
        const auto from = at >= 4 ? at - 4 : at;
        const auto year = text::leading_digits(text.substr(from));
        if (!year || year->bytes != 4 || year->value < 1980 || year->value >= feedback.year())
            continue;
        found.add(Kind::leftover, Severity::hint, {number, from, at + 3},
                  "年份早于反馈的" + std::to_string(feedback.year()) + "年。",
                  "核对是否从以前的文稿沿用而来。");
    }
}

}  // namespace

std::optional<base::Date> own_day(const Passages& passages) {
    for (auto i = passages.size(); i-- > 0;) {
        if (passages[i].in_table()) continue;
        const auto line = text::trim(passages[i].text);
        const auto days = written_in(line);
        if (days.size() == 1 && days[0].begin == 0 &&
            only_spaces_and_printing(line.substr(days[0].end)))
            if (const auto date = days[0].date()) return date;
    }
    return std::nullopt;
}

void find_days(const Passages& passages, const Facts* facts, Found& found) {
    const auto own = own_day(passages);
    const auto feedback = facts != nullptr ? facts->feedback_on : std::nullopt;
    constexpr std::size_t title_passages = 3;
    for (std::size_t i = 0; i < passages.size(); ++i) {
        Reader(passages[i], i, found).read(own, feedback);
        if (feedback && i < title_passages) check_title(passages[i], i, *feedback, found);
    }
}

}  // namespace proofreading
