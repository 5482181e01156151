// Communication with the inspection office as somebody sees it, and what is entered of it. Each
// change is one transaction with its entry in the programme's chain, that says of which kind it is
// and nothing of its words.
#pragma once

#include "life_meetings/consultation_store.hpp"
#include "life_meetings/opening_actions.hpp"

namespace life_meetings {

struct ConsultationView {
    LifeMeeting meeting;
    Standing standing;
    std::vector<Consultation> rows;  // by number
};
/// Refuses: life_meeting_unknown, consultations_are_restricted.
[[nodiscard]] base::Result<ConsultationView> view_consultations(const Needs& needs,
                                                                const base::Actor& actor,
                                                                LifeMeetingId id);
/// The inspection office is told. Sent again: as it is. Refuses as why_not_consult(), check(),
/// same_id_other_content.
[[nodiscard]] base::Result<ConsultationView> consult(const Needs& needs, const base::Actor& actor,
                                                     LifeMeetingId id, const Consultation& wanted);
/// Keepers and the principal are told. Refuses: consultation_unknown, as answer().
[[nodiscard]] base::Result<ConsultationView> answer_consultation(const Needs& needs,
                                                                 const base::Actor& actor,
                                                                 ConsultationId id,
                                                                 const WantedAnswer& wanted);
/// Refuses: consultation_unknown, as why_not_drop().
[[nodiscard]] base::Result<ConsultationView> drop_consultation(const Needs& needs,
                                                               const base::Actor& actor,
                                                               ConsultationId id);

}  // namespace life_meetings
