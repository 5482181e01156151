// Giving opinions to those they are about, word for word, and signing for them (R99, R100).
#pragma once

#include "opinions/collection_actions.hpp"

namespace opinions {

/// To everybody in the team what is for them and was not given before. Refuses:
/// life_meeting_unknown, as why_not(deliver), no_opinions_to_deliver.
[[nodiscard]] base::Result<CollectionView> deliver_opinions(const Needs& needs,
                                                            const base::Actor& actor,
                                                            LifeMeetingId id);
/// For oneself. Refuses: life_meeting_unknown, as why_not_receive(), no_opinions_to_receive.
[[nodiscard]] base::Result<CollectionView> receive_opinions(const Needs& needs,
                                                            const base::Actor& actor,
                                                            LifeMeetingId id);
/// That one of the team signed on paper. Refuses: life_meeting_unknown, as why_not(receive_for),
/// opinion_about_nobody_of_the_team (participant), no_opinions_to_receive.
[[nodiscard]] base::Result<CollectionView> note_receipt(const Needs& needs,
                                                        const base::Actor& actor, LifeMeetingId id,
                                                        ParticipantId participant);

/// What waits for whoever asks, to be signed for or taken on.
[[nodiscard]] std::vector<WaitingOpinions> list_waiting_opinions(const Needs& needs,
                                                                 const base::Actor& actor);

}  // namespace opinions
