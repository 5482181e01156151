// What people do with criticisms that they prepare. Each change is one transaction with its entry
// in the programme's chain, which says who wrote one down and nothing of it, not even about whom.
#pragma once

#include "life_meetings/opening_actions.hpp"
#include "statements/criticism_store.hpp"

namespace statements {

using life_meetings::Needs;
using life_meetings::Opened;

/// How many somebody has ready for one colleague, against what is demanded.
struct Tally {
    ParticipantId author, about;
    std::int64_t count = 0;
};
struct CriticismList {
    Opened opened;
    std::vector<Criticism> own;    // what this person prepared
    std::vector<Criticism> heard;  // of others, once the meeting runs
    std::vector<Tally> tallies;    // own ones; of all for those who watch over it
    bool may_write = false;
};
/// Looking at what others prepared leaves an entry. Refuses life_meeting_unknown.
[[nodiscard]] base::Result<CriticismList> list_criticisms_of(const Needs& needs,
                                                             const base::Actor& actor,
                                                             LifeMeetingId meeting);

struct NewCriticism {
    CriticismId id;
    LifeMeetingId meeting;
    ParticipantId about;
    CriticismText text;
};
/// Sent again: as it is. Refuses besides: as check(), same_id_other_content.
[[nodiscard]] base::Result<CriticismList> write_criticism(const Needs& needs,
                                                          const base::Actor& actor,
                                                          const NewCriticism& wanted);
struct SeenCriticism {
    CriticismId id;
    std::int64_t version = 0;
};
/// Refuses: criticism_unknown (also of somebody else), somebody_else_changed_it, as check().
[[nodiscard]] base::Result<CriticismList> rewrite_criticism(const Needs& needs,
                                                            const base::Actor& actor,
                                                            const SeenCriticism& seen,
                                                            ParticipantId about,
                                                            const CriticismText& text);
[[nodiscard]] base::Result<CriticismList> drop_criticism(const Needs& needs,
                                                         const base::Actor& actor, CriticismId id);

}  // namespace statements
