// Talks as somebody stands to them: the door that every action about them goes through. People
// outside the team, who learn nothing else of the meeting, come in here as one of two. Steps for
// actions; not an action itself.
#pragma once

#include "life_meetings/opening_actions.hpp"
#include "talks/talk_matrix.hpp"
#include "talks/talk_store.hpp"

namespace talks {

using ledger::Needs;
using ledger::Recorder;

/// The talks of a meeting, to somebody.
struct Talking {
    LifeMeeting meeting;
    TalkPlan plan;
    life_meetings::Standing standing;
    std::vector<Other> own;  // as whom they talk; somebody outside the team may be listed twice
    std::set<base::PersonId> with_accounts;

    /// Who sees how far all talks are: keeper, superior, principal.
    [[nodiscard]] bool sees_all() const {
        return standing.keeper || standing.superior || standing.is_principal();
    }
    [[nodiscard]] bool is_own(const Other& one) const;
};
/// Refuses life_meeting_unknown, also to everybody who is nothing to it and has no talk in it.
[[nodiscard]] base::Result<Talking> open_talking(db::Transaction& transaction,
                                                 const base::Actor& actor, LifeMeetingId id);

/// nullopt for none.
[[nodiscard]] std::optional<TalkPerson> find_person(const Talking& talking, const Other& who);
/// Two who are known, as the rules want to know of them.
[[nodiscard]] TalkPlace place_of(const Talking& talking, ParticipantId member, const Other& other);
[[nodiscard]] TalkStanding standing_in(const Talking& talking, ParticipantId member,
                                       const Other& other);

struct OpenedTalk {
    Talk talk;
    Talking talking;
    TalkPlace place;
    TalkStanding standing;
};
/// Refuses talk_unknown, also to everybody who is nothing to it.
[[nodiscard]] base::Result<OpenedTalk> open_talk(db::Transaction& transaction,
                                                 const base::Actor& actor, TalkId id);
[[nodiscard]] TalkView show_talk(db::Transaction& transaction, const OpenedTalk& opened);
/// That one read what the other wrote is an entry of the journal, before it goes out.
[[nodiscard]] base::Result<TalkView> noted(const Needs& needs, const base::Actor& actor,
                                           base::Result<TalkView> view);

}  // namespace talks
