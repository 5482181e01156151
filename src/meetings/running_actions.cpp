#include "meetings/running_actions.hpp"

#include <algorithm>

#include "accounts/unit_store.hpp"
#include "calendar/calendar_store.hpp"
#include "ledger/news_actions.hpp"
#include "ledger/task_store.hpp"
#include "meetings/agenda_store.hpp"

namespace meetings {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr int days_to_next = 7;  // where no series says when the next one is

std::optional<base::Date> day_after(db::Transaction& transaction, const Meeting& meeting) {
    if (!meeting.series) return std::nullopt;
    const auto series = find_series(transaction, *meeting.series);
    if (!series || series->terms.ended) return std::nullopt;
    const auto days =
        next_days(series->terms, meeting.terms.held_on, 1,
                  calendar::load_calendar(transaction, calendar::year_min, calendar::year_max));
    return days.empty() ? std::nullopt : std::optional(days.front().date);
}

Asking asking_of(db::Transaction& transaction, const Meeting& meeting, base::Date today) {
    const auto until = day_after(transaction, meeting)
                           .value_or(base::add_days(meeting.terms.held_on, days_to_next));
    return {meeting.programme, today, until};
}

MeetingView view_of(db::Transaction& transaction, const Meeting& meeting,
                    const base::Actor& actor) {
    MeetingView view{meeting, list_items(transaction, meeting.id, actor.scope), {}, {}, {}};
    if (!meeting.opened_at) refresh_rows(transaction, meeting.id, view.items);
    view.figures = list_figures(transaction, meeting.id);
    view.remarks = list_remarks(transaction, meeting.id);
    view.next_on = day_after(transaction, meeting);
    return view;
}

/// A row that somebody puts on the agenda although nothing presses. Refuses measure_not_found,
/// problem_not_found, also outside the scope.
base::Result<RowState> row_of(db::Transaction& transaction, const AgendaLine& line,
                              const base::Scope& scope) {
    if (line.subject == Subject::task) {
        const auto id = ledger::TaskId::parse(line.subject_id);
        const auto task = id ? ledger::find_task(transaction, *id, scope) : std::nullopt;
        if (!task) return refuse(ErrorKind::not_found, "task_unknown", "items");
        return meetings::row_of(*task);
    }
    if (line.subject == Subject::problem) {
        const auto id = ledger::ProblemId::parse(line.subject_id);
        if (!id) return refuse(ErrorKind::not_found, "problem_not_found", "items");
        const auto problem = ledger::load_problem(transaction, *id, scope);
        if (!problem) return problem.error();
        return RowState{problem->number,
                        problem->text,
                        problem->due_on,
                        std::string(name_of(problem->status)),
                        0,
                        ledger::unit_label(problem->responsibility)};
    }
    const auto id = ledger::MeasureId::parse(line.subject_id);
    if (!id) return refuse(ErrorKind::not_found, "measure_not_found", "items");
    const auto measure = ledger::load_measure(transaction, *id, scope);
    if (!measure) return measure.error();
    return RowState{measure->number,  measure->text,
                    measure->due_on,  std::string(name_of(measure->status)),
                    measure->percent, ledger::unit_label(measure->responsibility)};
}

base::Result<AgendaItem> new_item(db::Transaction& transaction, const AgendaLine& line,
                                  const std::vector<Proposal>& asking, const base::Scope& scope) {
    AgendaItem item;
    item.id = line.id;
    item.subject = line.subject;
    item.row.text = line.title;
    if (line.subject == Subject::none) return item;
    item.subject_id = line.subject_id;
    const auto asks = std::find_if(asking.begin(), asking.end(), [&](const Proposal& one) {
        return one.subject == line.subject && one.subject_id == line.subject_id;
    });
    if (asks != asking.end()) {
        item.reasons = asks->reasons;
        item.row = asks->row;
        return item;
    }
    auto row = row_of(transaction, line, scope);
    if (!row) return row.error();
    item.row = std::move(*row);
    return item;
}

/// Puts down what the lines say; `before` are the items that the actor sees.
base::Result<void> put_lines(ledger::Recorder& recorder, const Meeting& meeting,
                             const std::vector<AgendaLine>& lines,
                             const std::vector<AgendaItem>& before, const base::Actor& actor) {
    auto& transaction = recorder.transaction();
    const auto asking =
        list_asking(transaction, asking_of(transaction, meeting, recorder.today()), actor);
    for (const auto& item : before)
        if (std::none_of(lines.begin(), lines.end(),
                         [&](const AgendaLine& line) { return line.id == item.id; }))
            delete_item(transaction, item.id);
    std::int64_t position = 0;
    for (const auto& line : lines) {
        const auto there = std::find_if(before.begin(), before.end(),
                                        [&](const AgendaItem& one) { return one.id == line.id; });
        if (there != before.end()) {
            auto item = *there;
            if (item.subject == Subject::none) item.row.text = line.title;
            save_place(transaction, position++, item);
            continue;
        }
        const auto item = new_item(transaction, line, asking, actor.scope);
        if (!item) return item.error();
        insert_item(transaction, meeting.id, position++, *item);
    }
    return {};
}

/// Owners under the names they are registered by. Refuses person_unknown, unit_unknown.
base::Result<Minute> with_owners(db::Transaction& transaction, Minute minute) {
    for (auto& one : minute.decisions) {
        if (one.unit) {
            const auto unit = accounts::find_unit(transaction, *one.unit);
            if (!unit)
                return refuse(ErrorKind::invalid, "unit_unknown", "decisions",
                              {{"value", one.unit_name}});
            one.unit_name = unit->name;
        }
        if (one.person) {
            auto name = find_person_name(transaction, *one.person);
            if (!name)
                return refuse(ErrorKind::invalid, "person_unknown", "decisions",
                              {{"value", one.person_name}});
            one.person_name = std::move(*name);
        }
    }
    return minute;
}

/// What was decided becomes tasks of the units, under the guards of what it was decided about.
/// Refuses what check_holders() refuses.
base::Result<void> make_tasks(ledger::Recorder& recorder, const std::vector<AgendaItem>& items) {
    auto decider = recorder.actor();  // The meeting decides, whoever writes it down.
    decider.acts = decider.acts | base::Acts{base::Act::edit_ledger};
    std::vector<ledger::Task> tasks;
    for (const auto& item : items) {
        for (const auto& decision : item.decisions) {
            const ledger::TaskDraft draft{ledger::TaskId::make(recorder.now(), recorder.random()),
                                          decision.matter,
                                          *decision.unit,
                                          decision.person,
                                          decision.person_name,
                                          ledger::by(*decision.due_on)};
            auto task = ledger::new_task(draft, {ledger::OriginKind::decision, decision.id.text()},
                                         decider);
            if (!task) return task.error();
            if (auto held = ledger::check_holders(recorder.transaction(), holders_of(*task)); !held)
                return held.error();
            task->guards = item.guards;
            recorder.insert(*task, "add_task");
            save_task_of(recorder.transaction(), decision.id, task->id.text());
            tasks.push_back(std::move(*task));
        }
    }
    ledger::tell_of_new(recorder, tasks);
    return {};
}

/// What a meeting is after an act, as its page shows it.
base::Result<MeetingView> shown(const Needs& needs, const base::Actor& actor,
                                const base::Result<Meeting>& after) {
    if (!after) return after.error();
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<MeetingView> {
        return view_of(transaction, *after, actor);
    });
}

}  // namespace

base::Result<MeetingView> view_meeting(const Needs& needs, const base::Actor& actor, MeetingId id) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<MeetingView> {
        const auto found = find_meeting(transaction, id, actor);
        if (!found) return refuse(ErrorKind::not_found, "meeting_unknown");
        return view_of(transaction, *found, actor);
    });
}

base::Result<std::vector<Proposal>> list_proposals(const Needs& needs, const base::Actor& actor,
                                                   MeetingId id) {
    using Proposals = base::Result<std::vector<Proposal>>;
    return needs.database.read([&](db::Transaction& transaction) -> Proposals {
        const auto found = find_meeting(transaction, id, actor);
        if (!found) return refuse(ErrorKind::not_found, "meeting_unknown");
        if (auto no = why_not(MeetingAct::set_agenda, *found, actor)) return *no;
        auto all =
            list_asking(transaction, asking_of(transaction, *found, needs.clock.today()), actor);
        const auto items = list_items(transaction, id, actor.scope);
        std::erase_if(all, [&](const Proposal& one) {
            return std::any_of(items.begin(), items.end(), [&](const AgendaItem& item) {
                return item.subject_id == one.subject_id;
            });
        });
        return in_order(std::move(all));
    });
}

base::Result<MeetingView> set_agenda(const Needs& needs, const base::Actor& actor,
                                     const SeenMeeting& seen,
                                     const std::vector<AgendaLine>& lines) {
    const auto after =
        changed(needs, actor, seen,
                [&](ledger::Recorder& recorder, const Meeting& before) -> base::Result<Meeting> {
                    auto& transaction = recorder.transaction();
                    const auto items = list_items(transaction, before.id, actor.scope);
                    if (auto good = check(before, items, lines, actor); !good) return good.error();
                    if (auto put = put_lines(recorder, before, lines, items, actor); !put)
                        return put.error();
                    note(recorder, "set_agenda", before, {{"items", std::to_string(lines.size())}});
                    Meeting next = before;
                    ++next.version;
                    return next;
                });
    return shown(needs, actor, after);
}

base::Result<MeetingView> open_meeting(const Needs& needs, const base::Actor& actor,
                                       const SeenMeeting& seen) {
    const auto after =
        changed(needs, actor, seen,
                [&](ledger::Recorder& recorder, const Meeting& before) -> base::Result<Meeting> {
                    auto& transaction = recorder.transaction();
                    auto items = list_items(transaction, before.id, base::unbounded());
                    const auto opened = open(before, items.size(), actor, recorder.now());
                    if (!opened) return opened;
                    refresh_rows(transaction, before.id, items);
                    std::int64_t position = 0;
                    for (const auto& item : items) save_place(transaction, position++, item);
                    save_figures(transaction, before.id,
                                 count_figures(transaction, before.programme, recorder.today()));
                    note(recorder, "open_meeting", *opened);
                    return opened;
                });
    return shown(needs, actor, after);
}

base::Result<AgendaItem> write_minute(const Needs& needs, const base::Actor& actor, MeetingId id,
                                      const Minute& wanted) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<AgendaItem> {
        const auto found = find_meeting(transaction, id, actor);
        if (!found) return refuse(ErrorKind::not_found, "meeting_unknown");
        auto whole = actor;
        whole.scope = base::unbounded();
        auto recorder = ledger::Recorder::open(transaction, needs, whole, found->programme);
        if (!recorder) return recorder.error();
        const auto meeting = find_meeting(transaction, id, actor);
        if (!meeting) return refuse(ErrorKind::not_found, "meeting_unknown");
        const auto items = list_items(transaction, id, actor.scope);
        const auto before = std::find_if(items.begin(), items.end(), [&](const AgendaItem& one) {
            return one.id == wanted.item;
        });
        if (before == items.end()) return refuse(ErrorKind::not_found, "agenda_item_unknown");
        const auto minute = with_owners(transaction, wanted);
        if (!minute) return minute.error();
        auto after = write(*meeting, *before, *minute, actor);
        if (!after || *after == *before) return after;
        save_minute(transaction, id, *after);
        note(*recorder, "write_minutes", *meeting,
             {{"item", after->row.text}, {"decisions", std::to_string(after->decisions.size())}});
        recorder->finish();
        return after;
    });
}

base::Result<MeetingView> close_meeting(const Needs& needs, const base::Actor& actor,
                                        const SeenMeeting& seen) {
    const auto after = changed(
        needs, actor, seen,
        [&](ledger::Recorder& recorder, const Meeting& before) -> base::Result<Meeting> {
            auto& transaction = recorder.transaction();
            const auto items = list_items(transaction, before.id, base::unbounded());
            const auto closed = close(before, items, actor, recorder.now());
            if (!closed) return closed;
            if (auto made = make_tasks(recorder, items); !made) return made.error();
            if (const auto next = find_next_like(transaction, *closed))
                carry_over(recorder, *next, closed->id);
            note(recorder, "close_meeting", *closed);
            tell_participants(recorder, *closed, closed->terms.participants, Telling::closed);
            return closed;
        });
    return shown(needs, actor, after);
}

base::Result<MeetingView> add_remark(const Needs& needs, const base::Actor& actor, MeetingId id,
                                     std::string_view text) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<MeetingView> {
        const auto found = find_meeting(transaction, id, actor);
        if (!found) return refuse(ErrorKind::not_found, "meeting_unknown");
        auto whole = actor;
        whole.scope = base::unbounded();
        auto recorder = ledger::Recorder::open(transaction, needs, whole, found->programme);
        if (!recorder) return recorder.error();
        const auto added = remark(*found, text, actor, recorder->now());
        if (!added) return added.error();
        insert_remark(transaction, id, *added);
        note(*recorder, "add_meeting_remark", *found, {{"text", std::string(text)}});
        recorder->finish();
        return view_of(transaction, *found, actor);
    });
}

}  // namespace meetings
