#include "studies/study_actions.hpp"

#include <algorithm>

#include "studies/study_paper.hpp"
#include "studies/study_titles.hpp"

namespace studies {
namespace {

using base::ErrorKind;
using base::refuse;
using life_meetings::with_meeting;

/// Of the whole team, those without anything too.
std::vector<StudyHours> hours_of_team(db::Transaction& transaction, const LifeMeeting& meeting) {
    const auto counted = count_hours(transaction, meeting.id);
    std::vector<StudyHours> hours;
    for (const auto* one : life_meetings::team_of(meeting)) {
        const auto found =
            std::find_if(counted.begin(), counted.end(),
                         [&](const StudyHours& each) { return each.participant == one->id; });
        hours.push_back(found == counted.end() ? StudyHours{one->id, 0, 0, 0} : *found);
    }
    return hours;
}

std::vector<std::string> offered_titles(db::Transaction& transaction) {
    std::vector<std::string> titles;
    for (const auto title : usual_study_titles()) titles.emplace_back(title);
    for (auto& title : list_added_titles(transaction)) titles.push_back(std::move(title));
    return titles;
}

StudyView show(db::Transaction& transaction, const Opened& opened) {
    const auto id = opened.meeting.id;
    StudyView view{opened.meeting,
                   opened.standing,
                   list_readings(transaction, id),
                   list_sessions(transaction, id),
                   {},
                   {},
                   hours_of_team(transaction, opened.meeting),
                   {}};
    if (opened.standing.keeper) view.titles = offered_titles(transaction);
    if (!opened.standing.in_team()) return view;
    const auto own = *opened.standing.own;
    view.own = list_own(transaction, id);
    std::erase_if(view.own, [&](const OwnStudy& one) { return one.participant != own; });
    view.notes = list_notes(transaction, id, own);
    return view;
}

/// done(recorder, opened) when the act is possible, then the view.
template <class Do>
base::Result<StudyView> acted(const Needs& needs, const base::Actor& actor, LifeMeetingId id,
                              StudyAct act, Do done) {
    return with_meeting<StudyView>(
        needs, actor, id, [&](Recorder& recorder, const Opened& opened) -> base::Result<StudyView> {
            if (auto no = why_not(act, opened.meeting, opened.standing)) return *no;
            if (const base::Result<void> good = done(recorder, opened); !good) return good.error();
            return show(recorder.transaction(), opened);
        });
}

base::Error other_content() {
    return refuse(ErrorKind::conflict, "same_id_other_content", "id");
}

}  // namespace

base::Result<StudyView> view_study(const Needs& needs, const base::Actor& actor, LifeMeetingId id) {
    return life_meetings::read_meeting<StudyView>(
        needs, actor, id,
        [](db::Transaction& transaction, const Opened& opened) -> base::Result<StudyView> {
            return show(transaction, opened);
        });
}

base::Result<StudyView> plan_readings(const Needs& needs, const base::Actor& actor,
                                      LifeMeetingId id, const std::vector<Reading>& readings) {
    return acted(needs, actor, id, StudyAct::plan,
                 [&](Recorder& recorder, const Opened& opened) -> base::Result<void> {
                     auto& transaction = recorder.transaction();
                     if (list_readings(transaction, id) == readings) return {};
                     replace_readings(transaction, id, readings);
                     auto offered = offered_titles(transaction);
                     for (const auto& one : readings) {
                         if (std::find(offered.begin(), offered.end(), one.title) != offered.end())
                             continue;
                         insert_title(transaction, one.title, recorder.actor().name,
                                      recorder.now());
                         offered.push_back(one.title);
                     }
                     life_meetings::note(recorder, "plan_study", opened.meeting,
                                         {{"count", std::to_string(readings.size())}});
                     return {};
                 });
}

base::Result<StudyView> hold_session(const Needs& needs, const base::Actor& actor, LifeMeetingId id,
                                     const Session& wanted) {
    return acted(needs, actor, id, StudyAct::hold,
                 [&](Recorder& recorder, const Opened& opened) -> base::Result<void> {
                     auto& transaction = recorder.transaction();
                     auto good = check(wanted, opened.meeting, recorder.today());
                     if (!good) return good;
                     const auto before = find_session(transaction, wanted.id);
                     if (before && before->meeting != id) return other_content();
                     auto fresh =
                         ledger::check_version(before ? before->version : 0, wanted.version);
                     if (!fresh) return fresh;
                     auto after = wanted;
                     after.meeting = id;
                     after.by = recorder.actor().name;
                     after.version = wanted.version + 1;
                     if (!before)
                         insert_session(transaction, after);
                     else if (auto saved = save_session(transaction, after); !saved)
                         return saved;
                     life_meetings::note(recorder, "hold_study_session", opened.meeting,
                                         {{"studied_on", base::to_text(after.held_on)},
                                          {"study_minutes", std::to_string(after.minutes)}});
                     return {};
                 });
}

base::Result<StudyView> do_own_study(const Needs& needs, const base::Actor& actor, LifeMeetingId id,
                                     const OwnStudy& wanted) {
    return acted(needs, actor, id, StudyAct::do_own,
                 [&](Recorder& recorder, const Opened& opened) -> base::Result<void> {
                     auto& transaction = recorder.transaction();
                     auto one = wanted;
                     one.meeting = id;
                     one.participant = *opened.standing.own;
                     if (const auto before = find_own(transaction, wanted.id)) {
                         if (*before == one) return {};
                         return other_content();
                     }
                     auto good = check(one, recorder.today());
                     if (!good) return good;
                     insert_own(transaction, one);
                     life_meetings::note(recorder, "do_own_study", opened.meeting,
                                         {{"studied_on", base::to_text(one.studied_on)},
                                          {"study_minutes", std::to_string(one.minutes)}});
                     return {};
                 });
}

base::Result<StudyView> drop_own_study(const Needs& needs, const base::Actor& actor,
                                       LifeMeetingId id, OwnStudyId own) {
    return acted(needs, actor, id, StudyAct::do_own,
                 [&](Recorder& recorder, const Opened& opened) -> base::Result<void> {
                     auto& transaction = recorder.transaction();
                     const auto found = find_own(transaction, own);
                     if (!found || found->meeting != id || !opened.standing.is(found->participant))
                         return refuse(ErrorKind::not_found, "own_study_unknown");
                     delete_own(transaction, own);
                     life_meetings::note(recorder, "drop_own_study", opened.meeting,
                                         {{"studied_on", base::to_text(found->studied_on)},
                                          {"study_minutes", std::to_string(found->minutes)}});
                     return {};
                 });
}

base::Result<StudyView> take_note(const Needs& needs, const base::Actor& actor, LifeMeetingId id,
                                  const StudyNote& wanted) {
    return acted(
        needs, actor, id, StudyAct::take_note,
        [&](Recorder& recorder, const Opened& opened) -> base::Result<void> {
            auto& transaction = recorder.transaction();
            auto one = wanted;
            one.meeting = id;
            one.participant = *opened.standing.own;
            one.at = recorder.now();
            const auto before = find_note(transaction, wanted.id);
            if (before && (before->meeting != id || before->participant != one.participant))
                return other_content();
            if (before && before->title == one.title && before->text == one.text) return {};
            if (before)
                save_note(transaction, one);
            else
                insert_note(transaction, one);
            life_meetings::note(recorder, "take_study_note", opened.meeting);
            return {};
        });
}

life_meetings::PaperMaker study_papers(const base::Clock& clock) {
    return [&clock](db::Transaction& transaction, const Opened& opened,
                    std::string_view which) -> base::Result<documents::Document> {
        const auto id = opened.meeting.id;
        const StudySource source{opened.meeting,
                                 list_readings(transaction, id),
                                 list_sessions(transaction, id),
                                 list_own(transaction, id),
                                 hours_of_team(transaction, opened.meeting),
                                 clock.today()};
        documents::Document document;
        if (which == "plan")
            document.paper = study_plan_paper(source);
        else if (which == "record")
            document.paper = study_record_paper(source);
        else
            return refuse(ErrorKind::not_found, "document_kind_unknown");
        return document;
    };
}

}  // namespace studies
