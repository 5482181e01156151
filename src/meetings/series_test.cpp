// On which days the meetings of a series fall.
#include "meetings/series.hpp"

#include <gtest/gtest.h>

namespace meetings {
namespace {

base::Date day(std::string_view text) {
    return *base::parse_date(text);
}

/// "2024-07-05 2024-07-12 "
std::string next(const SeriesTerms& terms, std::string_view after, std::size_t count,
                 const calendar::Calendar& calendar = {}) {
    std::string text;
    for (const auto& one : next_days(terms, day(after), count, calendar))
        text += base::to_text(one.date) + " ";
    return text;
}

SeriesTerms every(Every often, std::int64_t on) {
    SeriesTerms terms;
    terms.every = often;
    terms.day = on;
    return terms;
}

TEST(Series, falls_on_its_day_of_the_week) {
    EXPECT_EQ(next(every(Every::week, 5), "2024-06-28", 3), "2024-07-05 2024-07-12 2024-07-19 ");
    EXPECT_EQ(next(every(Every::week, 1), "2024-06-30", 1), "2024-07-01 ");
}

TEST(Series, moves_to_a_working_day) {
    calendar::Calendar calendar;
    calendar.add({2024,
                  true,
                  {{day("2024-10-04"), calendar::DayKind::off, "国庆节"},
                   {day("2024-10-07"), calendar::DayKind::off, "国庆节"}}});
    EXPECT_EQ(next(every(Every::week, 5), "2024-09-27", 2, calendar), "2024-10-08 2024-10-11 ");
    EXPECT_EQ(next(every(Every::week, 5), "2024-10-08", 1, calendar), "2024-10-11 ");
    EXPECT_EQ(next(every(Every::month, 6), "2024-06-30", 1, calendar), "2024-07-08 ")
        << "a Saturday";
}

TEST(Series, of_a_month_knows_short_ones) {
    EXPECT_EQ(next(every(Every::month, 31), "2024-01-31", 2), "2024-02-29 2024-04-01 ");
    EXPECT_EQ(next(every(Every::half_month, 1), "2024-07-01", 3),
              "2024-07-16 2024-08-01 2024-08-16 ");
}

TEST(Series, of_given_days_ends_with_them) {
    SeriesTerms terms;
    terms.every = Every::dates;
    terms.dates = {day("2024-07-05"), day("2026-01-09")};
    EXPECT_EQ(next(terms, "2024-06-30", 3), "2024-07-05 2026-01-09 ");
    EXPECT_EQ(next(terms, "2026-01-09", 3), "");
}

TEST(Series, is_arranged_by_the_office_with_days_that_exist) {
    base::Actor office;
    office.acts = {base::Act::edit_ledger};
    const auto code = [&](const SeriesTerms& terms, const base::Actor& who) {
        const auto checked = check(terms, who);
        return checked ? std::string("accepted") : checked.error().code;
    };
    EXPECT_EQ(code(every(Every::week, 5), {}), "only_the_office_arranges_meetings");
    EXPECT_EQ(code(every(Every::week, 8), office), "series_day_out_of_range");
    EXPECT_EQ(code(every(Every::half_month, 16), office), "series_day_out_of_range");
    EXPECT_EQ(code(every(Every::month, 31), office), "accepted");
    EXPECT_EQ(code(every(Every::dates, 0), office), "series_has_no_dates");
}

}  // namespace
}  // namespace meetings
