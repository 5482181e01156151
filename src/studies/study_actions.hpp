// Study as somebody may see it, and what is done about it.
#pragma once

#include "life_meetings/opening_actions.hpp"
#include "life_meetings/paper_actions.hpp"
#include "studies/study_store.hpp"

namespace studies {

using life_meetings::Needs;
using life_meetings::Opened;
using life_meetings::Recorder;

struct StudyView {
    LifeMeeting meeting;
    Standing standing;
    std::vector<Reading> readings;
    std::vector<Session> sessions;
    std::vector<OwnStudy> own;        // of whoever asks
    std::vector<StudyNote> notes;     // of whoever asks
    std::vector<StudyHours> hours;    // of each of the team, in the order of speaking
    std::vector<std::string> titles;  // that forms offer
};

/// All below refuse: life_meeting_unknown.
[[nodiscard]] base::Result<StudyView> view_study(const Needs& needs, const base::Actor& actor,
                                                 LifeMeetingId id);
/// In place of those that stood there; titles that nobody offered yet are offered from now on.
/// Refuses besides: as why_not(plan).
[[nodiscard]] base::Result<StudyView> plan_readings(const Needs& needs, const base::Actor& actor,
                                                    LifeMeetingId id,
                                                    const std::vector<Reading>& readings);
/// A new one (version 0) or over the one that the client saw. Refuses besides: as why_not(hold),
/// check(), somebody_else_changed_it, same_id_other_content (of another meeting).
[[nodiscard]] base::Result<StudyView> hold_session(const Needs& needs, const base::Actor& actor,
                                                   LifeMeetingId id, const Session& wanted);
/// For oneself. Refuses besides: as why_not(do_own), check(), same_id_other_content.
[[nodiscard]] base::Result<StudyView> do_own_study(const Needs& needs, const base::Actor& actor,
                                                   LifeMeetingId id, const OwnStudy& wanted);
/// Of one's own, entered by mistake. Refuses: own_study_unknown, as why_not(do_own).
[[nodiscard]] base::Result<StudyView> drop_own_study(const Needs& needs, const base::Actor& actor,
                                                     LifeMeetingId id, OwnStudyId own);
/// A new one, or over one's own. Refuses besides: as why_not(take_note), same_id_other_content.
[[nodiscard]] base::Result<StudyView> take_note(const Needs& needs, const base::Actor& actor,
                                                LifeMeetingId id, const StudyNote& wanted);

/// `which` of the path: plan, record. Refuses document_kind_unknown.
[[nodiscard]] life_meetings::PaperMaker study_papers(const base::Clock& clock);

}  // namespace studies
