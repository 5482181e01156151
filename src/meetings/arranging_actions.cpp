#include "meetings/arranging_actions.hpp"

#include <algorithm>

#include "accounts/account_store.hpp"
#include "accounts/unit_store.hpp"
#include "calendar/calendar_store.hpp"
#include "ledger/news_actions.hpp"
#include "meetings/agenda_store.hpp"
#include "notify/message_store.hpp"

namespace meetings {
namespace {

using base::Act;
using base::ErrorKind;
using base::refuse;
using notify::EventKind;

notify::EventKind kind_of(Telling telling) {
    switch (telling) {
        case Telling::called: return EventKind::meeting_called;
        case Telling::moved: return EventKind::meeting_moved;
        case Telling::cancelled: return EventKind::meeting_cancelled;
        case Telling::closed: return EventKind::meeting_closed;
    }
    return EventKind::meeting_called;
}

std::string when_and_where(const MeetingTerms& terms) {
    const auto when = base::to_text(terms.held_on) + " " + terms.begins_at;
    return terms.place.empty() ? when : when + "　" + terms.place;
}

/// The accounts behind a line: the person's, or those of the unit that report or lead.
void add_accounts(ledger::Recorder& recorder, const Participant& one,
                  std::vector<base::AccountId>& accounts) {
    auto& transaction = recorder.transaction();
    if (one.person) {
        if (const auto account = notify::find_account_of_person(transaction, *one.person))
            accounts.push_back(*account);
        return;
    }
    if (!one.unit) return;
    for (const auto id : notify::list_accounts_of_unit(transaction, *one.unit, recorder.today())) {
        const auto account = accounts::find_account(transaction, id);
        const auto acts = account ? accounts::actor_of(*account).acts : base::Acts{};
        if (acts.has_any({Act::report_progress, Act::claim_problem})) accounts.push_back(id);
    }
}

/// Names as they are registered. Refuses person_unknown, unit_unknown.
base::Result<MeetingTerms> with_names(db::Transaction& transaction, MeetingTerms terms) {
    for (auto& one : terms.participants) {
        if (one.person) {
            auto name = find_person_name(transaction, *one.person);
            if (!name)
                return refuse(ErrorKind::invalid, "person_unknown", "participants",
                              {{"value", one.name}});
            one.name = std::move(*name);
        } else if (one.unit) {
            const auto unit = accounts::find_unit(transaction, *one.unit);
            if (!unit)
                return refuse(ErrorKind::invalid, "unit_unknown", "participants",
                              {{"value", one.name}});
            one.name = unit->name;
        }
    }
    return terms;
}

std::vector<Participant> new_to(const Meeting& before, const Meeting& after) {
    std::vector<Participant> fresh;
    for (const auto& one : after.terms.participants)
        if (std::none_of(before.terms.participants.begin(), before.terms.participants.end(),
                         [&](const Participant& old) { return same_invited(old, one); }))
            fresh.push_back(one);
    return fresh;
}

calendar::Calendar whole_calendar(db::Transaction& transaction) {
    return calendar::load_calendar(transaction, calendar::year_min, calendar::year_max);
}

/// The day that the next one must lie behind: that of the last one, or yesterday.
base::Date day_before_next(db::Transaction& transaction, const Series& series,
                           const base::Actor& actor, base::Date today) {
    const auto yesterday = base::add_days(today, -1);
    const auto last = find_last_of(transaction, series.id, actor);
    return last ? std::max(last->terms.held_on, yesterday) : yesterday;
}

void note_series(ledger::Recorder& recorder, std::string_view act, const Series& series) {
    recorder.note(act, "meeting_series", series.id.text(), {{"title", series.terms.title}});
}

}  // namespace

void tell_participants(ledger::Recorder& recorder, const Meeting& meeting,
                       const std::vector<Participant>& whom, Telling telling) {
    std::vector<base::AccountId> accounts;
    for (const auto& one : whom) add_accounts(recorder, one, accounts);
    notify::Event event;
    event.kind = kind_of(telling);
    event.subject_kind = "meeting";
    event.subject_id = meeting.id.text();
    event.subject_text = meeting.terms.title;
    event.note = telling == Telling::cancelled ? meeting.reason : when_and_where(meeting.terms);
    ledger::tell_accounts(recorder, event, accounts);
}

void note(ledger::Recorder& recorder, std::string_view act, const Meeting& meeting,
          std::vector<std::pair<std::string, std::string>> more) {
    more.insert(more.begin(), {{"title", meeting.terms.title},
                               {"held_on", base::to_text(meeting.terms.held_on)}});
    recorder.note(act, "meeting", meeting.id.text(), more);
}

void carry_over(ledger::Recorder& recorder, const Meeting& next, std::optional<MeetingId> closing) {
    auto& transaction = recorder.transaction();
    auto position = count_items(transaction, next.id);
    for (const auto& item : list_moved_on(transaction, next, closing)) {
        AgendaItem carried;
        carried.id = AgendaItemId::make(recorder.now(), recorder.random());
        carried.subject = item.subject;
        carried.subject_id = item.subject_id;
        carried.reasons = item.reasons | Reasons{Reason::moved_on};
        carried.row = item.row;
        carried.carried_from = item.carried_from;
        insert_item(transaction, next.id, position++, carried);
        save_carried(transaction, item.id, next.id);
    }
}

base::Result<std::vector<SeriesView>> list_series_of(const Needs& needs, const base::Actor& actor,
                                                     ProgrammeId programme) {
    using Views = base::Result<std::vector<SeriesView>>;
    return needs.database.read([&](db::Transaction& transaction) -> Views {
        const auto found = ledger::load_programme(transaction, programme, actor.scope);
        if (!found) return found.error();
        const auto calendar = whole_calendar(transaction);
        std::vector<SeriesView> views;
        for (auto& series : list_series(transaction, programme)) {
            const auto after = day_before_next(transaction, series, actor, needs.clock.today());
            auto next = series.terms.ended
                            ? std::vector<calendar::ReckonedDay>{}
                            : next_days(series.terms, after, next_days_shown, calendar);
            views.push_back({std::move(series), std::move(next)});
        }
        return views;
    });
}

base::Result<Series> open_series(const Needs& needs, const base::Actor& actor,
                                 const Series& wanted) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<Series> {
        auto recorder = ledger::Recorder::open(transaction, needs, actor, wanted.programme);
        if (!recorder) return recorder.error();
        if (auto good = check(wanted.terms, actor); !good) return good.error();
        if (auto stored = find_series(transaction, wanted.id)) {
            if (stored->programme == wanted.programme && stored->terms == wanted.terms)
                return std::move(*stored);
            return refuse(ErrorKind::conflict, "same_id_other_content", "id");
        }
        insert_series(transaction, wanted);
        note_series(*recorder, "open_meeting_series", wanted);
        recorder->finish();
        return wanted;
    });
}

base::Result<Series> change_series(const Needs& needs, const base::Actor& actor,
                                   const Series& wanted) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<Series> {
        const auto unknown = refuse(ErrorKind::not_found, "series_unknown");
        const auto found = find_series(transaction, wanted.id);
        if (!found) return unknown;
        auto recorder = ledger::Recorder::open(transaction, needs, actor, found->programme);
        if (!recorder) return unknown;
        if (auto fresh = ledger::check_version(found->version, wanted.version); !fresh)
            return fresh.error();
        if (auto good = check(wanted.terms, actor); !good) return good.error();
        Series after = *found;
        after.terms = wanted.terms;
        if (after == *found) return after;
        ++after.version;
        if (auto saved = save_series(transaction, after); !saved) return saved.error();
        note_series(*recorder, "change_meeting_series", after);
        recorder->finish();
        return after;
    });
}

base::Result<MeetingTerms> propose_next(const Needs& needs, const base::Actor& actor, SeriesId id) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<MeetingTerms> {
        const auto series = find_series(transaction, id);
        if (!series || !ledger::load_programme(transaction, series->programme, actor.scope))
            return refuse(ErrorKind::not_found, "series_unknown");
        const auto after = day_before_next(transaction, *series, actor, needs.clock.today());
        const auto days = next_days(series->terms, after, 1, whole_calendar(transaction));
        if (series->terms.ended || days.empty())
            return refuse(ErrorKind::illegal_transition, "series_is_over");
        MeetingTerms terms;
        terms.begins_at = "09:00";
        if (const auto last = find_last_of(transaction, id, actor)) terms = last->terms;
        terms.kind = series->terms.kind;
        terms.title = series->terms.title;
        terms.held_on = days.front().date;
        for (auto& one : terms.participants)
            one = {one.name, one.person, one.unit, one.standing, one.duty};
        return terms;
    });
}

base::Result<Meeting> plan_meeting(const Needs& needs, const base::Actor& actor,
                                   const NewMeeting& wanted) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<Meeting> {
        auto recorder = ledger::Recorder::open(transaction, needs, actor, wanted.programme);
        if (!recorder) return recorder.error();
        if (!actor.may(Act::edit_ledger))
            return refuse(ErrorKind::forbidden, "only_the_office_arranges_meetings");
        if (auto good = check(wanted.terms); !good) return good.error();
        auto terms = with_names(transaction, wanted.terms);
        if (!terms) return terms.error();
        if (wanted.series) {
            const auto series = find_series(transaction, *wanted.series);
            if (!series || series->programme != wanted.programme)
                return refuse(ErrorKind::invalid, "series_unknown", "series_id");
        }
        if (auto stored = find_meeting(transaction, wanted.id, actor)) {
            if (stored->terms == *terms) return std::move(*stored);
            return refuse(ErrorKind::conflict, "same_id_other_content", "id");
        }
        Meeting meeting;
        meeting.id = wanted.id;
        meeting.programme = wanted.programme;
        meeting.programme_title = recorder->programme().title;
        meeting.series = wanted.series;
        meeting.terms = std::move(*terms);
        meeting.changed_at = recorder->now();
        insert_meeting(transaction, meeting);
        carry_over(*recorder, meeting);
        note(*recorder, "plan_meeting", meeting);
        recorder->finish();
        return meeting;
    });
}

base::Result<Meeting> edit_meeting(const Needs& needs, const base::Actor& actor,
                                   const SeenMeeting& seen, const MeetingTerms& wanted) {
    return changed(
        needs, actor, seen,
        [&](ledger::Recorder& recorder, const Meeting& before) -> base::Result<Meeting> {
            const auto terms = with_names(recorder.transaction(), wanted);
            if (!terms) return terms.error();
            const auto after = edit(before, *terms, actor);
            if (!after || *after == before) return after;
            note(recorder, "edit_meeting", *after);
            if (before.state != MeetingState::called) return after;
            if (moved(before, *after))
                tell_participants(recorder, *after, after->terms.participants, Telling::moved);
            else
                tell_participants(recorder, *after, new_to(before, *after), Telling::called);
            return after;
        });
}

base::Result<Meeting> call_meeting(const Needs& needs, const base::Actor& actor,
                                   const SeenMeeting& seen) {
    return changed(needs, actor, seen, [&](ledger::Recorder& recorder, const Meeting& before) {
        const auto after = call(before, actor, recorder.now());
        if (!after) return after;
        note(recorder, "call_meeting", *after);
        tell_participants(recorder, *after, after->terms.participants, Telling::called);
        return after;
    });
}

base::Result<Meeting> cancel_meeting(const Needs& needs, const base::Actor& actor,
                                     const SeenMeeting& seen, std::string_view reason) {
    return changed(needs, actor, seen, [&](ledger::Recorder& recorder, const Meeting& before) {
        const auto after = cancel(before, reason, actor);
        if (!after) return after;
        save_uncarried(recorder.transaction(), after->id);
        note(recorder, "cancel_meeting", *after, {{"reason", std::string(reason)}});
        if (before.state == MeetingState::called)
            tell_participants(recorder, *after, after->terms.participants, Telling::cancelled);
        return after;
    });
}

base::Result<Meeting> note_attendance_of(const Needs& needs, const base::Actor& actor, MeetingId id,
                                         const AttendanceNote& said) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<Meeting> {
        const auto unknown = refuse(ErrorKind::not_found, "meeting_unknown");
        const auto found = find_meeting(transaction, id, actor);
        if (!found) return unknown;
        auto whole = actor;
        whole.scope = base::unbounded();
        auto recorder = ledger::Recorder::open(transaction, needs, whole, found->programme);
        if (!recorder) return recorder.error();
        const auto before = find_meeting(transaction, id, actor);
        if (!before) return unknown;
        auto after = note_attendance(*before, said, actor);
        if (!after || *after == *before) return after;
        const auto& line = after->terms.participants[said.line];
        save_attendance(transaction, id, said.line, line);
        note(*recorder, "note_attendance", *after,
             {{"participant", line.name}, {"attendance", std::string(name_of(line.attendance))}});
        recorder->finish();
        return after;
    });
}

base::Result<MeetingPage> list_meeting_page(const Needs& needs, const base::Actor& actor,
                                            const MeetingFilter& filter) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<MeetingPage> {
        const auto found = ledger::load_programme(transaction, filter.programme, actor.scope);
        if (!found) return found.error();
        return list_meetings(transaction, filter, actor, needs.clock.today());
    });
}

std::vector<Meeting> list_meetings_to_come(const Needs& needs, const base::Actor& actor) {
    const auto today = needs.clock.today();
    return needs.database.read([&](db::Transaction& transaction) {
        return list_own_meetings(transaction, actor, {today, base::add_days(today, own_days)},
                                 Cancelled::without);
    });
}

std::string own_calendar(const Needs& needs, const base::Actor& actor,
                         std::vector<CalendarEvent> more) {
    const auto today = needs.clock.today();
    const Days days{base::add_days(today, -feed_days_back), base::add_days(today, feed_days_ahead)};
    const auto meetings = needs.database.read([&](db::Transaction& transaction) {
        return list_own_meetings(transaction, actor, days, Cancelled::with);
    });
    for (const auto& one : meetings) more.push_back(event_of(one));
    return calendar_of(more, "整改会议");
}

}  // namespace meetings
