// What a plan of a life meeting is told about its focus: held against the areas of its programme's
// ledger, as it is being written and as its reviewers read it.
#pragma once

#include "life_meetings/focus_check.hpp"
#include "life_meetings/opening_actions.hpp"

namespace life_meetings {

/// A plan as it stands in a form.
struct WrittenFocus {
    std::string theme;
    std::vector<std::string> focus;
};
/// Refuses as why_not_plan().
[[nodiscard]] base::Result<FocusCheck> check_written_focus(const Needs& needs,
                                                           const base::Actor& actor,
                                                           ProgrammeId programme,
                                                           const WrittenFocus& written);
/// Of a plan that is there, for those who read what reviewers say of it: it quotes the feedback.
/// Refuses life_meeting_unknown, life_focus_check_is_for_reviewers.
[[nodiscard]] base::Result<FocusCheck> check_focus_of_meeting(const Needs& needs,
                                                              const base::Actor& actor,
                                                              LifeMeetingId id);

}  // namespace life_meetings
