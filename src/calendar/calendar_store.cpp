#include "calendar/calendar_store.hpp"

namespace calendar {
namespace {

constexpr auto list_days_sql = R"(
    SELECT calendar_year.year, calendar_day.date, calendar_day.working, calendar_day.note
    FROM calendar_year LEFT JOIN calendar_day ON calendar_day.year = calendar_year.year
    WHERE calendar_year.year BETWEEN $1 AND $2
    ORDER BY calendar_year.year, calendar_day.date)";

constexpr auto save_year_sql = R"(
    INSERT INTO calendar_year (year, changed_at) VALUES ($1, $2)
    ON CONFLICT (year) DO UPDATE SET changed_at = excluded.changed_at)";

constexpr auto delete_days_sql = "DELETE FROM calendar_day WHERE year = $1";

constexpr auto insert_day_sql =
    "INSERT INTO calendar_day (date, year, working, note) VALUES ($1, $2, $3, $4)";

std::vector<CalendarYear> list_years(db::Transaction& transaction, int first, int last) {
    std::vector<CalendarYear> years;
    transaction.each(list_days_sql, {first, last}, [&](const db::Row& row) {
        const auto year = static_cast<int>(row.integer(0));
        if (years.empty() || years.back().year != year) years.push_back({year, true, {}});
        if (row.is_null(1)) return;  // A known year without any exception.
        years.back().days.push_back(
            {row.date(1), row.boolean(2) ? DayKind::working : DayKind::off, row.string(3)});
    });
    return years;
}

}  // namespace

CalendarYear load_year(db::Transaction& transaction, int year) {
    auto years = list_years(transaction, year, year);
    return years.empty() ? CalendarYear{year, false, {}} : std::move(years.front());
}

Calendar load_calendar(db::Transaction& transaction, int first, int last) {
    Calendar calendar;
    for (const auto& year : list_years(transaction, first, last)) calendar.add(year);
    return calendar;
}

void lock_year(db::Transaction& transaction, int year) {
    transaction.lock("calendar " + std::to_string(year));
}

void save_year(db::Transaction& transaction, const CalendarYear& year, base::Instant now) {
    transaction.execute(save_year_sql, {year.year, now});
    transaction.execute(delete_days_sql, {year.year});
    for (const auto& day : year.days)
        transaction.execute(insert_day_sql,
                            {day.date, year.year, day.kind == DayKind::working, day.note});
}

}  // namespace calendar
