#include "life_meetings/consultation_actions.hpp"

#include "life_meetings/life_news_actions.hpp"

namespace life_meetings {
namespace {

using base::ErrorKind;
using base::refuse;

ConsultationView show(db::Transaction& transaction, const Opened& opened) {
    return {opened.meeting, opened.standing, list_consultations(transaction, opened.meeting.id)};
}

bool is_the_same(const Consultation& stored, const Consultation& wanted) {
    return stored.kind == wanted.kind && stored.held_on == wanted.held_on &&
           stored.words == wanted.words && stored.person == wanted.person;
}

void note_consultation(Recorder& recorder, std::string_view act, const LifeMeeting& meeting,
                       const Consultation& one) {
    note(recorder, act, meeting,
         {{"consultation", std::string(words_of(one.kind))},
          {"number", std::to_string(one.number)}});
}

/// What act(recorder, opened, found) -> base::Result<void> makes of one that its reader sees.
template <class Act>
base::Result<ConsultationView> act_on(const Needs& needs, const base::Actor& actor,
                                      ConsultationId id, Act act) {
    const auto found = needs.database.read(
        [&](db::Transaction& transaction) { return find_consultation(transaction, id); });
    const auto unknown = refuse(ErrorKind::not_found, "consultation_unknown");
    if (!found) return unknown;
    return with_meeting<ConsultationView>(
        needs, actor, found->meeting,
        [&](Recorder& recorder, const Opened& opened) -> base::Result<ConsultationView> {
            auto& transaction = recorder.transaction();
            const auto now = find_consultation(transaction, id);
            if (!now || !sees_consultations(opened.standing)) return unknown;
            base::Result<void> done = act(recorder, opened, now->consultation);
            if (!done) return done.error();
            return show(transaction, opened);
        });
}

}  // namespace

base::Result<ConsultationView> view_consultations(const Needs& needs, const base::Actor& actor,
                                                  LifeMeetingId id) {
    return read_meeting<ConsultationView>(
        needs, actor, id,
        [](db::Transaction& transaction, const Opened& opened) -> base::Result<ConsultationView> {
            if (!sees_consultations(opened.standing))
                return refuse(ErrorKind::forbidden, "consultations_are_restricted");
            return show(transaction, opened);
        });
}

base::Result<ConsultationView> consult(const Needs& needs, const base::Actor& actor,
                                       LifeMeetingId id, const Consultation& wanted) {
    return with_meeting<ConsultationView>(
        needs, actor, id,
        [&](Recorder& recorder, const Opened& opened) -> base::Result<ConsultationView> {
            auto& transaction = recorder.transaction();
            if (auto no = why_not_consult(opened.meeting, opened.standing)) return *no;
            if (auto good = check(wanted, recorder.today()); !good) return good.error();
            if (const auto stored = find_consultation(transaction, wanted.id)) {
                if (stored->meeting == id && is_the_same(stored->consultation, wanted))
                    return show(transaction, opened);
                return refuse(ErrorKind::conflict, "same_id_other_content", "id");
            }
            auto one = wanted;
            one.number = next_consultation_number(transaction, id);
            one.entered_by = actor.name;
            one.at = recorder.now();
            one.answer.reset();
            insert_consultation(transaction, id, one);
            note_consultation(recorder, "consult_inspection_office", opened.meeting, one);
            tell_consulted(recorder, opened.meeting, words_of(one.kind));
            return show(transaction, opened);
        });
}

base::Result<ConsultationView> answer_consultation(const Needs& needs, const base::Actor& actor,
                                                   ConsultationId id, const WantedAnswer& wanted) {
    return act_on(needs, actor, id,
                  [&](Recorder& recorder, const Opened& opened,
                      const Consultation& before) -> base::Result<void> {
                      const auto after = answer(before, wanted, opened.meeting, opened.standing,
                                                actor, recorder.now());
                      if (!after) return after.error();
                      save_answer(recorder.transaction(), *after);
                      note_consultation(recorder, "answer_consultation", opened.meeting, *after);
                      tell_answered(recorder, opened.meeting, words_of(after->kind));
                      return {};
                  });
}

base::Result<ConsultationView> drop_consultation(const Needs& needs, const base::Actor& actor,
                                                 ConsultationId id) {
    return act_on(needs, actor, id,
                  [&](Recorder& recorder, const Opened& opened,
                      const Consultation& before) -> base::Result<void> {
                      if (auto no = why_not_drop(before, opened.meeting, opened.standing))
                          return *no;
                      delete_consultation(recorder.transaction(), id);
                      note_consultation(recorder, "drop_consultation", opened.meeting, before);
                      return {};
                  });
}

}  // namespace life_meetings
