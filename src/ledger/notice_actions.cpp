#include "ledger/notice_actions.hpp"

#include "calendar/calendar_store.hpp"
#include "ledger/ladder_store.hpp"
#include "ledger/news_actions.hpp"
#include "ledger/notice_step_actions.hpp"

namespace ledger {
namespace {

using base::Act;
using base::ErrorKind;
using base::refuse;
using notify::EventKind;

notify::Event event_of(const Notice& notice, EventKind kind, std::string_view note = {}) {
    notify::Event event;
    event.kind = kind;
    event.subject_kind = "notice";
    event.subject_id = notice.id.text();
    event.subject_number = static_cast<std::int64_t>(notice.items.size());
    event.subject_text = notice.kind + "　" + notice.mark;
    event.note = note;
    return event;
}

/// Whom its rows and the mark of its programme keep out.
base::Guards guards_of(Recorder& recorder, NoticeId id) {
    return guards_of_rows(recorder.transaction(), id) |
           ledger::guards_of(recorder.programme().classification);
}

/// Loads, checks that it is what the actor saw, lets `act` make of it what it will be.
template <class Change>
base::Result<Notice> changed(const Needs& needs, const base::Actor& actor, const SeenNotice& seen,
                             Change act) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<Notice> {
        const auto found = find_notice(transaction, seen.id, actor);
        if (!found) return refuse(ErrorKind::not_found, "notice_unknown");
        auto whole = actor;
        whole.scope = base::unbounded();
        auto recorder = Recorder::open(transaction, needs, whole, found->programme);
        if (!recorder) return recorder.error();
        const auto before = find_notice(transaction, seen.id, actor);
        if (!before) return refuse(ErrorKind::not_found, "notice_unknown");
        if (auto fresh = check_version(before->version, seen.version); !fresh) return fresh.error();
        const base::Result<Notice> after = act(*recorder, *before);
        if (!after || *after == *before) return after;
        if (auto saved = save_notice(transaction, *after, recorder->now()); !saved)
            return saved.error();
        recorder->finish();
        return after;
    });
}

/// The draft as it goes out: what was left open is filled in, rows are copied as they stand now.
base::Result<Notice> made_ready(Recorder& recorder, const Notice& edited, const NoticeKind& kind) {
    auto& transaction = recorder.transaction();
    Notice ready = edited;
    if (ready.texts.contact.empty()) ready.texts.contact = recorder.actor().name;
    if (!ready.texts.reply_by) {
        const auto calendar =
            calendar::load_calendar(transaction, calendar::year_min, calendar::year_max);
        ready.texts.reply_by = calendar.add_working_days(recorder.today(), kind.reply_days).date;
    }
    for (auto& item : ready.items) {
        const auto now = load_item(transaction, item.measure, base::unbounded());
        if (!now) return now.error();
        const auto anchor = item.anchor;
        item = now->item;
        item.anchor = anchor;
        save_item(transaction, ready.id, item);
    }
    return ready;
}

}  // namespace

base::Result<Notice> propose_notice(const Needs& needs, const base::Actor& actor,
                                    const NewNotice& wanted) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<Notice> {
        if (!actor.may(Act::edit_ledger))
            return refuse(ErrorKind::forbidden, "only_the_office_issues_notices");
        if (wanted.measures.empty())
            return refuse(ErrorKind::invalid, "notice_has_no_rows", "measure_ids");
        auto notice = notice_about(transaction, actor, wanted);
        if (!notice) return notice;
        auto recorder = Recorder::open(transaction, needs, actor, notice->programme);
        if (!recorder) return recorder.error();
        if (const auto stored = find_notice(transaction, wanted.id, actor)) {
            if (stored->kind == wanted.kind && stored->unit == notice->unit) return *stored;
            return refuse(ErrorKind::conflict, "same_id_other_content", "id");
        }
        auto proposed = insert_proposal(*recorder, *notice);
        if (proposed) recorder->finish();
        return proposed;
    });
}

base::Result<Notice> propose_at_once(const Needs& needs, const base::Actor& actor,
                                     const NewAtOnce& wanted) {
    if (!actor.may(Act::edit_ledger))
        return refuse(ErrorKind::forbidden, "only_the_office_issues_notices");
    if (const auto no = why_no_matter(wanted.matter)) return *no;
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<Notice> {
        auto recorder = Recorder::open(transaction, needs, actor, wanted.programme);
        if (!recorder) return recorder.error();
        if (const auto stored = find_notice(transaction, wanted.id, actor)) {
            if (is_at_once(*stored) && stored->programme == wanted.programme) return *stored;
            return refuse(ErrorKind::conflict, "same_id_other_content", "id");
        }
        Notice notice;
        notice.id = wanted.id;
        notice.programme = wanted.programme;
        notice.unit = recorder->programme().inspected_unit;
        notice.kind = at_once_kind().name;
        notice.texts.matter = wanted.matter;
        notice.texts.basis = default_basis_at_once(recorder->programme());
        const auto ladder = load_ladder(transaction, wanted.programme);
        notice.texts.requirement = ladder.kind(notice.kind)->requirement;
        notice.made_at = recorder->now();
        insert_notice(transaction, notice);
        auto stored = find_notice(transaction, wanted.id, actor);
        if (!stored) return refuse(ErrorKind::not_found, "notice_unknown");
        note(*recorder, "propose_notice", *stored);
        recorder->finish();
        return std::move(*stored);
    });
}

base::Result<Notice> edit_notice(const Needs& needs, const base::Actor& actor,
                                 const SeenNotice& seen, const NoticeDraft& draft) {
    return changed(needs, actor, seen, [&](Recorder& recorder, const Notice& before) {
        const auto after = edit(before, draft.texts, draft.measures, actor);
        if (after && *after != before) note(recorder, "edit_notice", *after);
        return after;
    });
}

base::Result<Notice> issue_notice(const Needs& needs, const base::Actor& actor,
                                  const SeenNotice& seen, const NoticeDraft& draft) {
    return changed(needs, actor, seen,
                   [&](Recorder& recorder, const Notice& before) -> base::Result<Notice> {
                       auto edited = edit(before, draft.texts, draft.measures, actor);
                       if (!edited) return edited;
                       edited->version = before.version;  // One step, not two.
                       const auto ladder = load_ladder(recorder.transaction(), before.programme);
                       const auto* kind = ladder.kind(before.kind);
                       if (!kind) return kind_unknown(ladder, before.kind);
                       const auto ready = made_ready(recorder, *edited, *kind);
                       if (!ready) return ready;
                       const auto number =
                           last_number(recorder.transaction(), before.programme, before.kind) + 1;
                       const auto mark = mark_of(ladder, *kind, recorder.today().year(), number);
                       const auto after = issue(*ready, {number, mark}, actor, recorder.now());
                       if (!after) return after;
                       note(recorder, "issue_notice", *after,
                            {{"reply_by", base::to_text(*after->texts.reply_by)}});
                       tell_unit(recorder, after->unit, event_of(*after, EventKind::notice_issued),
                                 guards_of(recorder, after->id));
                       return after;
                   });
}

base::Result<Notice> dismiss_notice(const Needs& needs, const base::Actor& actor,
                                    const SeenNotice& seen, std::string_view reason) {
    return changed(needs, actor, seen, [&](Recorder& recorder, const Notice& before) {
        const auto after = dismiss(before, reason, actor, recorder.now());
        if (after) note(recorder, "dismiss_notice", *after, {{"reason", std::string(reason)}});
        return after;
    });
}

base::Result<Notice> sign_for_notice(const Needs& needs, const base::Actor& actor,
                                     const SeenNotice& seen) {
    return changed(needs, actor, seen, [&](Recorder& recorder, const Notice& before) {
        const auto after = sign(before, actor, recorder.now());
        if (after) note(recorder, "sign_for_notice", *after);
        return after;
    });
}

base::Result<Notice> answer_notice(const Needs& needs, const base::Actor& actor,
                                   const SeenNotice& seen, std::string_view text) {
    return changed(needs, actor, seen, [&](Recorder& recorder, const Notice& before) {
        const auto after = answer(before, text, actor, recorder.now());
        if (!after) return after;
        note(recorder, "answer_notice", *after, {{"answer", std::string(text)}});
        tell_office(recorder, event_of(*after, EventKind::notice_answered),
                    guards_of(recorder, after->id));
        return after;
    });
}

base::Result<Notice> send_back_answer(const Needs& needs, const base::Actor& actor,
                                      const SeenNotice& seen, std::string_view reason) {
    return changed(needs, actor, seen, [&](Recorder& recorder, const Notice& before) {
        const auto after = send_back(before, reason, actor, recorder.now());
        if (!after) return after;
        note(recorder, "send_back_answer", *after, {{"reason", std::string(reason)}});
        tell_unit(recorder, after->unit, event_of(*after, EventKind::notice_sent_back, reason),
                  guards_of(recorder, after->id));
        return after;
    });
}

base::Result<Notice> close_notice(const Needs& needs, const base::Actor& actor,
                                  const SeenNotice& seen, bool helped, std::string_view text) {
    return changed(needs, actor, seen, [&](Recorder& recorder, const Notice& before) {
        const auto after = close(before, helped, text, actor, recorder.now());
        if (!after) return after;
        note(recorder, "close_notice", *after,
             {{"helped", helped ? "yes" : "no"}, {"opinion", std::string(text)}});
        tell_unit(recorder, after->unit, event_of(*after, EventKind::notice_closed),
                  guards_of(recorder, after->id));
        return after;
    });
}

base::Result<Notice> view_notice(const Needs& needs, const base::Actor& actor, NoticeId id) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<Notice> {
        auto found = find_notice(transaction, id, actor);
        if (!found) return refuse(ErrorKind::not_found, "notice_unknown");
        return std::move(*found);
    });
}

NoticePage list_notice_page(const Needs& needs, const base::Actor& actor,
                            const NoticeFilter& filter) {
    return needs.database.read(
        [&](db::Transaction& transaction) { return list_notices(transaction, filter, actor); });
}

base::Result<std::vector<NoticeCounts>> count_notices_of_units(const Needs& needs,
                                                               const base::Actor& actor,
                                                               ProgrammeId programme) {
    using Counts = base::Result<std::vector<NoticeCounts>>;
    return needs.database.read([&](db::Transaction& transaction) -> Counts {
        const auto found = load_programme(transaction, programme, actor.scope);
        if (!found) return found.error();
        return count_notices(transaction, programme, actor, needs.clock.today());
    });
}

std::vector<WaitingNotices> list_waiting_notices(const Needs& needs, const base::Actor& actor) {
    constexpr std::int64_t rows_shown = 5;
    std::vector<std::pair<NoticeAct, NoticeState>> asked;
    if (actor.may(Act::edit_ledger))
        asked = {{NoticeAct::issue, NoticeState::proposed},
                 {NoticeAct::close, NoticeState::answered}};
    else if (actor.may(Act::report_progress) || actor.may(Act::claim_problem))
        asked = {{NoticeAct::sign, NoticeState::issued},
                 {NoticeAct::answer, NoticeState::signed_for}};
    std::vector<WaitingNotices> waiting;
    needs.database.read([&](db::Transaction& transaction) {
        for (const auto& [act, state] : asked) {
            NoticeFilter filter;
            filter.states = {state};
            filter.page = {1, rows_shown};
            waiting.push_back({act, list_notices(transaction, filter, actor)});
        }
    });
    return waiting;
}

}  // namespace ledger
