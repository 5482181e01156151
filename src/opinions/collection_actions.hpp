// The collection of opinions of a life meeting as somebody may see it, choosing how they are
// collected, and the words of those that are for whoever asks.
#pragma once

#include "life_meetings/opening_actions.hpp"
#include "opinions/ballot.hpp"
#include "opinions/opinion_store.hpp"
#include "opinions/opinion_tally_store.hpp"

namespace opinions {

using life_meetings::Needs;
using life_meetings::Opened;
using life_meetings::Recorder;

/// What this person is shown; the rest is left out here.
struct CollectionView {
    LifeMeeting meeting;
    Standing standing;
    std::optional<Collection> collection;
    std::vector<ChannelCount> sheets;
    std::int64_t blank_sheets = 0;
    std::vector<AboutCount> about;          // of persons only as counts_by_person(), and of oneself
    std::int64_t of_persons = 0;            // all of them together
    std::vector<DeliveryCount> deliveries;  // likewise
    std::optional<BoxState> box;            // the keeper's
};
/// A step that actions of this module end with.
[[nodiscard]] CollectionView show_collection(db::Transaction& transaction, const Opened& opened);

/// Refuses: life_meeting_unknown.
[[nodiscard]] base::Result<CollectionView> view_collection(const Needs& needs,
                                                           const base::Actor& actor,
                                                           LifeMeetingId id);
/// As the client saw it: version 0 when nothing was chosen yet.
struct CollectionChoice {
    std::int64_t version = 0;
    CollectionTerms terms;
};
/// Refuses: life_meeting_unknown, as why_not(choose), check(), somebody_else_changed_it.
[[nodiscard]] base::Result<CollectionView> choose_collection(const Needs& needs,
                                                             const base::Actor& actor,
                                                             LifeMeetingId id,
                                                             const CollectionChoice& choice);

struct TextsWanted {
    bool team_only = false;
    std::optional<ParticipantId> about;
    ledger::Page page;
};
struct OpinionTexts {
    LifeMeeting meeting;
    Standing standing;
    OpinionPage page;
};
/// All words to the keeper, which leaves its entry; to one of the team what was given to them.
/// Refuses: life_meeting_unknown, opinions_are_for_those_concerned.
[[nodiscard]] base::Result<OpinionTexts> list_texts(const Needs& needs, const base::Actor& actor,
                                                    LifeMeetingId id, const TextsWanted& wanted);

/// Steps for actions. Refuses: opinions_are_not_collected_yet.
[[nodiscard]] base::Result<Collection> load_collection(db::Transaction& transaction,
                                                       LifeMeetingId id);

}  // namespace opinions
