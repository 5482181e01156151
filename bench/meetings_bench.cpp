// How long an agenda takes to be proposed from a ledger, and a calendar of many meetings to be
// read.
#include "base/clock.hpp"
#include "base/random.hpp"
#include "benchmarks.hpp"
#include "district.hpp"
#include "meetings/running_actions.hpp"

namespace bench {

void propose_agenda(Setting& setting) {
    const auto database = new_sqlite(setting, "agenda");
    const auto district =
        make_district(*database, {.units = 100, .programmes = 1, .problems = 500, .measures = 4});
    base::SeededRandom random(1);
    const base::SystemClock clock;
    const journal::Journal journal(journal::Key(std::string(32, 'k')), random);
    const ledger::Needs needs{*database, clock, random, journal};
    base::Actor office;
    office.name = "整改办";
    office.acts = {base::Act::read_ledger, base::Act::edit_ledger};
    office.scope = base::Scope::everything();
    meetings::NewMeeting wanted;
    wanted.id = meetings::MeetingId::make(clock.now(), random);
    wanted.programme = district.programmes.front();
    wanted.terms.title = "碰头会";
    wanted.terms.held_on = clock.today();
    wanted.terms.begins_at = "09:00";
    const auto planned = meetings::plan_meeting(needs, office, wanted);
    if (!planned) throw std::runtime_error(planned.error().code);
    std::vector<double> ms;
    std::size_t rows = 0;
    for (int turn = 0; turn < 50; ++turn) {
        const Stopwatch watch;
        const auto found = meetings::list_proposals(needs, office, wanted.id);
        ms.push_back(watch.seconds() * 1e3);
        if (!found) throw std::runtime_error(found.error().code);
        rows = found->size();
    }
    setting.report("propose_agenda_2k_ms", percentile(ms, 0.95), "ms",
                   "an agenda proposed from a programme of 2,000 measures, SQLite: the " +
                       std::to_string(rows) +
                       " rows that press most, with their reasons; 95th of 50");
}

void calendar_feed(Setting& setting) {
    constexpr int many = 500;
    const auto database = new_sqlite(setting, "calendar");
    const auto district = make_district(*database, {.units = 20, .programmes = 1, .problems = 10});
    base::SeededRandom random(1);
    const base::SystemClock clock;
    const journal::Journal journal(journal::Key(std::string(32, 'k')), random);
    const ledger::Needs needs{*database, clock, random, journal};
    base::Actor office;
    office.name = "整改办";
    office.acts = {base::Act::read_ledger, base::Act::edit_ledger};
    office.scope = base::Scope::everything();
    office.unit = district.units.back();
    for (int i = 0; i < many; ++i) {
        meetings::NewMeeting wanted;
        wanted.id = meetings::MeetingId::make(clock.now(), random);
        wanted.programme = district.programmes.front();
        wanted.terms.title = "第" + std::to_string(i + 1) + "次碰头会";
        wanted.terms.held_on = base::add_days(clock.today(), i % 60);
        wanted.terms.begins_at = "09:00";
        wanted.terms.participants = {{.name = "x", .unit = office.unit},
                                     {.name = "主持人", .duty = meetings::Duty::host}};
        const auto planned = meetings::plan_meeting(needs, office, wanted);
        if (!planned) throw std::runtime_error(planned.error().code);
        const auto called = meetings::call_meeting(needs, office, {planned->id, planned->version});
        if (!called) throw std::runtime_error(called.error().code);
    }
    std::vector<double> ms;
    std::size_t events = 0;
    for (int turn = 0; turn < 50; ++turn) {
        const Stopwatch watch;
        const auto calendar = meetings::own_calendar(needs, office);
        ms.push_back(watch.seconds() * 1e3);
        events = 0;
        for (auto at = calendar.find("BEGIN:VEVENT"); at != calendar.npos;
             at = calendar.find("BEGIN:VEVENT", at + 1))
            ++events;
    }
    if (events != many) throw std::runtime_error("not every meeting is in the calendar");
    setting.report("calendar_feed_500_ms", percentile(ms, 0.95), "ms",
                   "the calendar of somebody called to 500 meetings, SQLite: found and written as "
                   "iCalendar; 95th of 50");
}

}  // namespace bench
