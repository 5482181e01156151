#include "base/instant.hpp"

namespace base {
namespace {

constexpr std::int64_t shanghai_offset_ms = 8LL * 3600 * 1000;
constexpr std::int64_t day_ms = 24LL * 3600 * 1000;

std::chrono::year_month_day civil(Date date) {
    return std::chrono::year_month_day{date.days};
}

std::int64_t floor_div(std::int64_t a, std::int64_t b) {
    return a / b - (a % b < 0 ? 1 : 0);
}

struct Clock24 {
    Date date;
    int hour, minute, second, millisecond;
};

Clock24 split(std::int64_t ms) {
    const auto days = floor_div(ms, day_ms);
    const auto rest = ms - days * day_ms;
    return {Date{std::chrono::sys_days{std::chrono::days{days}}}, static_cast<int>(rest / 3600000),
            static_cast<int>(rest / 60000 % 60), static_cast<int>(rest / 1000 % 60),
            static_cast<int>(rest % 1000)};
}

// By hand: pages of rows are full of dates, and printf takes ten times as long.
void add_digits(std::string& text, int number, int digits) {
    const auto begin = text.size();
    text.append(static_cast<std::size_t>(digits), '0');
    for (auto at = text.size(); number > 0 && at > begin; number /= 10)
        text[--at] = static_cast<char>('0' + number % 10);
}

}  // namespace

int Date::year() const {
    return static_cast<int>(civil(*this).year());
}
unsigned Date::month() const {
    return static_cast<unsigned>(civil(*this).month());
}
unsigned Date::day() const {
    return static_cast<unsigned>(civil(*this).day());
}

std::optional<Date> make_date(int year, unsigned month, unsigned day) {
    const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{month},
                                          std::chrono::day{day}};
    if (!ymd.ok() || year < 1 || year > 9999) return std::nullopt;
    return Date{std::chrono::sys_days{ymd}};
}

std::optional<Date> last_day_of(int year, unsigned month) {
    const auto first = make_date(year, month, 1);
    if (!first) return std::nullopt;
    return Date{std::chrono::sys_days{std::chrono::year_month_day_last{
        std::chrono::year{year}, std::chrono::month_day_last{std::chrono::month{month}}}}};
}

std::optional<Date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto number = [&](std::size_t from, std::size_t count) {
        int value = 0;
        for (std::size_t i = from; i < from + count; ++i) {
            if (text[i] < '0' || text[i] > '9') return -1;
            value = value * 10 + (text[i] - '0');
        }
        return value;
    };
    const int year = number(0, 4), month = number(5, 2), day = number(8, 2);
    if (year < 0 || month < 0 || day < 0) return std::nullopt;
    return make_date(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

std::string to_text(Date date) {
    const auto day = civil(date);
    std::string text;
    add_digits(text, static_cast<int>(day.year()), 4);
    add_digits(text += '-', static_cast<int>(static_cast<unsigned>(day.month())), 2);
    add_digits(text += '-', static_cast<int>(static_cast<unsigned>(day.day())), 2);
    return text;
}

std::string to_text(Instant instant) {
    const auto at = split(instant.milliseconds);
    auto text = to_text(at.date);
    text.reserve(24);
    add_digits(text += 'T', at.hour, 2);
    add_digits(text += ':', at.minute, 2);
    add_digits(text += ':', at.second, 2);
    add_digits(text += '.', at.millisecond, 3);
    return text += 'Z';
}

std::string to_local_text(Instant instant) {
    const auto at = split(instant.milliseconds + shanghai_offset_ms);
    auto text = to_text(at.date);
    add_digits(text += ' ', at.hour, 2);
    add_digits(text += ':', at.minute, 2);
    return text;
}

Date date_of(Instant instant) {
    return split(instant.milliseconds + shanghai_offset_ms).date;
}

bool is_time_of_day(std::string_view text) {
    const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
    if (text.size() != 5 || text[2] != ':') return false;
    if (!digit(0) || !digit(1) || !digit(3) || !digit(4)) return false;
    return text.substr(0, 2) < "24" && text[3] < '6';
}

Instant start_of(Date date) {
    return Instant{date.days.time_since_epoch().count() * day_ms - shanghai_offset_ms};
}

Date add_months(Date date, int months) {
    const int index = date.year() * 12 + static_cast<int>(date.month()) - 1 + months;
    const int year = index / 12;
    const auto month = static_cast<unsigned>(index % 12 + 1);
    return make_date(year, month, date.day()).value_or(*last_day_of(year, month));
}

Date add_days(Date date, int days) {
    return Date{date.days + std::chrono::days{days}};
}

int days_between(Date a, Date b) {
    return static_cast<int>((b.days - a.days).count());
}

}  // namespace base
