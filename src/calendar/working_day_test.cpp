// The rules of working days as tables, over the spring festival of 2024 with its two worked
// Sundays. No database: what ships is tested in calendar_test.cpp.
#include "calendar/working_day.hpp"

#include <gtest/gtest.h>

namespace calendar {
namespace {

base::Date day(const char* text) {
    return *base::parse_date(text);
}

// 2024 as the State Council published it, in part: the spring festival and its two worked Sundays.
Calendar with_2024() {
    Calendar calendar;
    calendar.add({2024,
                  true,
                  {{day("2024-02-04"), DayKind::working, ""},
                   {day("2024-02-12"), DayKind::off, ""},
                   {day("2024-02-13"), DayKind::off, ""},
                   {day("2024-02-14"), DayKind::off, ""},
                   {day("2024-02-15"), DayKind::off, ""},
                   {day("2024-02-16"), DayKind::off, ""},
                   {day("2024-02-18"), DayKind::working, ""}}});
    return calendar;
}

std::string text_of(const ReckonedDay& reckoned) {
    return base::to_text(reckoned.date) + (reckoned.certain ? "" : " uncertain");
}
std::string text_of(const ReckonedCount& count) {
    return std::to_string(count.days) + (count.certain ? "" : " uncertain");
}

TEST(WorkingDays, FollowTheNoticeAndOtherwiseTheWeek) {
    const struct {
        const char* date;
        bool working;
    } cases[]{{"2024-02-02", true}, {"2024-02-03", false}, {"2024-02-04", true},
              {"2024-02-09", true}, {"2024-02-12", false}, {"2024-02-17", false},
              {"2024-02-18", true}, {"2024-02-19", true},  {"2023-12-29", true},
              {"2023-12-30", false}};
    for (const auto& row : cases)
        EXPECT_EQ(with_2024().is_working_day(day(row.date)), row.working) << row.date;
}

TEST(WorkingDays, AreAddedFromTheDayAfter) {
    const struct {
        const char* from;
        int count;
        const char* expected;
    } cases[]{
        {"2024-02-02", 0, "2024-02-02"},           {"2024-02-02", 1, "2024-02-04"},
        {"2024-02-09", 1, "2024-02-18"},           {"2024-02-09", 2, "2024-02-19"},
        {"2024-02-10", 1, "2024-02-18"},           {"2024-07-01", 15, "2024-07-22"},
        {"2024-12-31", 1, "2025-01-01 uncertain"}, {"2023-12-29", 1, "2024-01-01 uncertain"},
    };
    for (const auto& row : cases)
        EXPECT_EQ(text_of(with_2024().add_working_days(day(row.from), row.count)), row.expected)
            << row.from;
}

TEST(WorkingDays, AreFoundFromADayOn) {
    EXPECT_EQ(text_of(with_2024().next_working_day(day("2024-02-09"))), "2024-02-09");
    EXPECT_EQ(text_of(with_2024().next_working_day(day("2024-02-10"))), "2024-02-18");
    EXPECT_EQ(text_of(with_2024().next_working_day(day("2030-06-01"))), "2030-06-03 uncertain");
}

TEST(WorkingDays, AreCountedBetweenTwoDays) {
    const struct {
        const char *from, *to, *expected;
    } cases[]{
        {"2024-02-09", "2024-02-09", "0"},           {"2024-02-09", "2024-02-18", "1"},
        {"2024-02-18", "2024-02-09", "-1"},          {"2024-02-02", "2024-02-09", "6"},
        {"2024-12-30", "2025-01-03", "4 uncertain"},
    };
    for (const auto& row : cases)
        EXPECT_EQ(text_of(with_2024().working_days_between(day(row.from), day(row.to))),
                  row.expected)
            << row.from;
}

TEST(WorkingDays, OfYearsNobodyImportedGoByTheWeekAndSaySo) {
    const Calendar nothing;
    EXPECT_FALSE(nothing.knows(2024));
    EXPECT_EQ(text_of(nothing.add_working_days(day("2024-02-09"), 1)), "2024-02-12 uncertain");
}

CalendarYear year_2026(std::vector<ExceptionalDay> days) {
    return {2026, true, std::move(days)};
}

template <class T>
std::string code_of(const base::Result<T>& result) {
    return result ? "accepted" : result.error().code + " " + result.error().field;
}

TEST(CalendarImport, SortsAndLeavesOutWhatIsNoException) {
    const auto imported =
        import_year({2026, false, {}},
                    year_2026({{day("2026-10-01"), DayKind::off, "国庆节"},
                               {day("2026-10-03"), DayKind::off, "国庆节"},  // a Saturday
                               {day("2026-02-14"), DayKind::working, "春节"}}),
                    day("2026-01-01"));
    ASSERT_TRUE(imported);
    EXPECT_EQ(*imported, year_2026({{day("2026-02-14"), DayKind::working, "春节"},
                                    {day("2026-10-01"), DayKind::off, "国庆节"}}));
}

TEST(CalendarImport, RefusesDaysOfAnotherYearAndDaysTwice) {
    const CalendarYear nothing{2026, false, {}};
    const auto today = day("2026-01-01");
    EXPECT_EQ(
        code_of(import_year(nothing, year_2026({{day("2025-10-01"), DayKind::off, ""}}), today)),
        "day_of_another_year days[0].date");
    EXPECT_EQ(code_of(import_year(nothing,
                                  year_2026({{day("2026-10-01"), DayKind::off, ""},
                                             {day("2026-10-01"), DayKind::working, ""}}),
                                  today)),
              "day_stands_twice days[1].date");
    EXPECT_EQ(code_of(import_year({1999, false, {}}, {1999, true, {}}, today)),
              "year_out_of_range year");
}

TEST(CalendarImport, NeverRewritesADayThatHasPassed) {
    const auto before = year_2026(
        {{day("2026-01-01"), DayKind::off, "元旦"}, {day("2026-10-01"), DayKind::off, "国庆节"}});
    const auto today = day("2026-06-01");
    const auto without_new_year = year_2026({{day("2026-10-01"), DayKind::off, "国庆节"}});
    EXPECT_EQ(code_of(import_year(before, without_new_year, today)),
              "past_days_stay_as_they_were days");
    EXPECT_EQ(code_of(import_year(before, without_new_year, day("2026-01-01"))), "accepted");
    const auto without_october = year_2026({{day("2026-01-01"), DayKind::off, "元旦节"}});
    EXPECT_EQ(code_of(import_year(before, without_october, today)), "accepted");
    EXPECT_EQ(code_of(import_year({2026, false, {}}, before, today)),
              "accepted");  // never known before
}

}  // namespace
}  // namespace calendar
