// In which order people speak at a life meeting (R130, R131): proposed from its team, changed by
// whoever prepares it, refused where the order of such meetings is not kept: the team before its
// members, the principal before the others, self-criticism before criticism, one by one. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "life_meetings/life_meeting.hpp"

namespace sittings {

using base::ProgrammeId;
using life_meetings::LifeMeeting;
using life_meetings::LifeMeetingId;
using life_meetings::ParticipantId;
using TurnId = base::Id<struct LifeTurnTag>;
inline constexpr std::size_t turns_max = 1'000, turn_title_chars_max = 200;
inline constexpr std::int64_t turn_minutes_max = 480;

enum class Topic {
    preparation,          // how the meeting was prepared
    last_year,            // what became of last year's measures
    progress_notice,      // how far the rectification is
    opinions,             // what was collected beforehand
    guide_requirements,   // of those who guide
    team_check,           // the team looks at itself
    self_check,           // one member does
    criticism,            // one member criticises another
    reply,                // the criticised says what follows
    guide_comments,       // comments of those who guide
    leader_requirements,  // of the leader who is in contact with the unit
    commitment,           // the principal closes
    other,
};
[[nodiscard]] std::string_view name_of(Topic topic);
[[nodiscard]] std::optional<Topic> topic_of(std::string_view name);
/// As agendas print it.
[[nodiscard]] std::string_view words_of(Topic topic);

/// One person's turn to speak.
struct Turn {
    TurnId id;
    Topic topic = Topic::other;
    std::optional<ParticipantId> about;    // whose self-check, criticism or reply it is
    std::optional<ParticipantId> speaker;  // nobody: said in the title, or whoever is asked
    std::string title;                     // "" : what the topic says
    std::int64_t minutes = 0;              // planned; 0: open
    std::int64_t spent_ms = 0;             // that it took so far
    bool operator==(const Turn&) const = default;
};

/// The whole order for this meeting: members who left are not in it. Ids are the caller's to set.
[[nodiscard]] std::vector<Turn> usual_turns(const LifeMeeting& meeting);
/// Refuses (field turns, args name): turn_names_an_unknown_person, criticism_needs_two_members,
/// team_comes_before_members, principal_comes_before_members, self_comes_before_mutual,
/// criticism_goes_one_by_one, reply_comes_after_criticism.
[[nodiscard]] base::Result<void> check_turns(const std::vector<Turn>& turns,
                                             const LifeMeeting& meeting);
/// As agendas and the running sheet print it: 林晓同志对周远同志提出批评意见.
[[nodiscard]] std::string title_of(const Turn& turn, const LifeMeeting& meeting);
/// "" where nobody is.
[[nodiscard]] std::string name_in(const LifeMeeting& meeting, std::optional<ParticipantId> who);

}  // namespace sittings
