#include "calendar/calendar_actions.hpp"

#include "calendar/calendar_store.hpp"
#include "journal/payload.hpp"

namespace calendar {
namespace {

// One line a day: what the journal keeps of a year.
std::string text_of(const CalendarYear& year) {
    std::string text;
    for (const auto& day : year.days)
        text += base::to_text(day.date) + (day.kind == DayKind::working ? " 上班 " : " 休息 ") +
                day.note + "\n";
    return text;
}

void note(Needs needs, db::Transaction& transaction, const base::Actor& actor,
          const CalendarYear& before, const CalendarYear& after) {
    const auto id = std::to_string(after.year);
    const journal::FieldChange change{"days", text_of(before), text_of(after)};
    const auto payload = journal::payload_of({&change, 1});
    needs.journal.append(transaction, actor, needs.clock.now(),
                         {.act = "import_calendar",
                          .subject_kind = "calendar",
                          .subject_id = id,
                          .payload = payload});
}

}  // namespace

CalendarYear show_year(Needs needs, int year) {
    return needs.database.read(
        [&](db::Transaction& transaction) { return load_year(transaction, year); });
}

base::Result<CalendarYear> replace_year(Needs needs, const CalendarYear& wanted,
                                        const base::Actor& actor) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<CalendarYear> {
        lock_year(transaction, wanted.year);
        const auto before = load_year(transaction, wanted.year);
        auto after = import_year(before, wanted, needs.clock.today());
        if (!after || *after == before) return after;
        save_year(transaction, *after, needs.clock.now());
        note(needs, transaction, actor, before, *after);
        return after;
    });
}

}  // namespace calendar
