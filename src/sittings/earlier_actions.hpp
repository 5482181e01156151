// Measures of the life meeting before, as somebody sees them.
#pragma once

#include "life_meetings/opening_actions.hpp"
#include "sittings/earlier.hpp"

namespace sittings {

using life_meetings::Needs;

struct EarlierView {
    std::optional<LifeMeeting> earlier;  // none: no meeting of this unit left lists before
    std::vector<EarlierMeasure> rows;    // those this reader sees
};
/// Of the last meeting of the same inspected unit, in whichever programme, that is over and left
/// lists; none to whoever is not cleared for its mark. Showing rows leaves an entry in the journal.
/// Refuses: life_meeting_unknown.
[[nodiscard]] base::Result<EarlierView> view_earlier(const Needs& needs, const base::Actor& actor,
                                                     LifeMeetingId id);

}  // namespace sittings
