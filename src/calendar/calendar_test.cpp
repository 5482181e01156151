// Messages, store, actions and endpoints of the calendar, and the years that ship with it, on both
// engines.
#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "base/test_contract.hpp"
#include "calendar/calendar_json.hpp"
#include "calendar/calendar_routes.hpp"
#include "calendar/calendar_store.hpp"
#include "db/test_database.hpp"

namespace calendar {
namespace {

using base::Act;

base::Date day(const char* text) {
    return *base::parse_date(text);
}

TEST(CalendarMessages, AreTheContract) {
    const base::testing::Contract contract{"calendar"};
    const auto year = read_year(contract.golden("year"));
    ASSERT_TRUE(year);
    EXPECT_EQ(*year, (CalendarYear{2024,
                                   true,
                                   {{day("2024-02-04"), DayKind::working, "春节调休上班"},
                                    {day("2024-02-12"), DayKind::off, "春节"}}}));
    contract.expect(to_json(*year), "year");
}

TEST(CalendarMessages, RefuseWhatIsNotWellFormed) {
    const auto faults = [](std::string_view body) {
        const auto year = read_year(body);
        if (year) return std::string("accepted");
        auto text = year.error().field + ":" + year.error().code;
        for (const auto& other : year.error().also) text += " " + other.field + ":" + other.code;
        return text;
    };
    EXPECT_EQ(faults(R"({"year":2024,"days":[]})"), "accepted");
    EXPECT_EQ(faults(R"({"year":1,"days":[{"date":"2024-02-30","working":true}]})"),
              "year:number_out_of_range days[0].date:expected_date");
    EXPECT_EQ(faults(R"({"year":2024,"days":[{"date":"2024-02-20"}]})"), "days[0].working:missing");
}

class Calendars : public db::testing::OnBothEngines {
  protected:
    http::Response send(http::Method method, const std::string& path, const std::string& body,
                        std::optional<base::Actor> actor) {
        const http::Router router(routes(needs), [&](const http::Request&) {
            return base::Result<std::optional<base::Actor>>(actor);
        });
        http::Request request;
        request.method = method;
        request.path = path;
        request.body = body;
        return router.dispatch(request);
    }
    static std::string text(const http::Response& response) {
        return std::get<std::string>(response.body);
    }
    Calendar shipped() {
        return database().read(
            [](db::Transaction& transaction) { return load_calendar(transaction, 2024, 2027); });
    }

    base::FixedClock clock{base::start_of(day("2026-06-01"))};
    base::SeededRandom random{3};
    journal::Journal journal{journal::Key(std::string(32, 'k')), random};
    Needs needs{database(), clock, journal};
    const base::Actor administrator{.name = "周敏", .acts = {Act::manage_calendar}};
    const base::Actor reader{.name = "王强", .acts = {Act::read_ledger}};
};
ZHENGGAI_ON_BOTH_ENGINES(Calendars);

// Totals of working days as the notices give them.
TEST_P(Calendars, ShipWithTheNoticesOf2024To2026) {
    const auto calendar = shipped();
    const struct {
        int year, working_days;
        const char *worked, *off;
    } cases[]{{2024, 251, "2024-10-12", "2024-05-03"},
              {2025, 248, "2025-02-08", "2025-10-08"},
              {2026, 248, "2026-02-28", "2026-02-23"}};
    for (const auto& row : cases) {
        EXPECT_TRUE(calendar.knows(row.year));
        const auto count = calendar.working_days_between(*base::make_date(row.year - 1, 12, 31),
                                                         *base::make_date(row.year, 12, 31));
        EXPECT_EQ(count, (ReckonedCount{row.working_days, true}));
        EXPECT_TRUE(calendar.is_working_day(day(row.worked)));
        EXPECT_FALSE(calendar.is_working_day(day(row.off)));
    }
    EXPECT_FALSE(calendar.knows(2027));
}

TEST_P(Calendars, ReplaceAYearAndRememberTheOldOne) {
    const CalendarYear wanted{2027, true, {{day("2027-01-01"), DayKind::off, "元旦"}}};
    EXPECT_FALSE(show_year(needs, 2027).known);
    EXPECT_EQ(*replace_year(needs, wanted, administrator), wanted);
    EXPECT_EQ(*replace_year(needs, wanted, administrator), wanted);  // said twice
    EXPECT_EQ(show_year(needs, 2027), wanted);
    EXPECT_TRUE(replace_year(needs, {2027, true, {}}, administrator));
    EXPECT_EQ(show_year(needs, 2027), (CalendarYear{2027, true, {}}));
    const auto records = database().read([](db::Transaction& transaction) {
        return journal::list_records(transaction, "calendar", "2027");
    });
    ASSERT_EQ(records.size(), 2u);
    EXPECT_NE(records[1].payload->find("2027-01-01 休息 元旦"), std::string::npos);
}

TEST_P(Calendars, RefuseToRewriteThePast) {
    auto year = show_year(needs, 2026);
    year.days.erase(year.days.begin());
    EXPECT_EQ(replace_year(needs, year, administrator).error().code, "past_days_stay_as_they_were");
    EXPECT_EQ(show_year(needs, 2026).days.size(), year.days.size() + 1);
}

TEST_P(Calendars, AreReadByAnybodySignedInAndChangedByThoseWhoMay) {
    using http::Method;
    const std::string body =
        R"({"year":2027,"days":[{"date":"2027-01-01","working":false,"note":"元旦"}]})";
    const struct {
        Method method;
        std::string path, body;
        int nobody, reader, administrator;
    } cases[]{
        {Method::get, "/api/v1/calendar/2026", "", 401, 200, 200},
        {Method::get, "/api/v1/calendar/2031", "", 401, 200, 200},
        {Method::get, "/api/v1/calendar/next", "", 401, 404, 404},
        {Method::get, "/api/v1/calendar/1999", "", 401, 404, 404},
        {Method::put, "/api/v1/calendar/2027", body, 401, 403, 200},
        {Method::put, "/api/v1/calendar/2028", body, 401, 403, 422},
        {Method::put, "/api/v1/calendar/2027", "{}", 401, 403, 422},
    };
    for (const auto& row : cases) {
        EXPECT_EQ(send(row.method, row.path, row.body, std::nullopt).status, row.nobody)
            << row.path;
        EXPECT_EQ(send(row.method, row.path, row.body, reader).status, row.reader) << row.path;
        EXPECT_EQ(send(row.method, row.path, row.body, administrator).status, row.administrator)
            << row.path;
    }
    EXPECT_EQ(
        text(send(Method::get, "/api/v1/calendar/2027", "", reader)),
        R"({"year":2027,"days":[{"date":"2027-01-01","working":false,"note":"元旦"}],"known":true})");
    EXPECT_EQ(text(send(Method::get, "/api/v1/calendar/2031", "", reader)),
              R"({"year":2031,"days":[],"known":false})");
}

}  // namespace
}  // namespace calendar
