// What one member prepares to say to another at the life meeting (批评意见): a problem, the matter
// it shows in, and apart from it a suggestion, which is no criticism (R113, R134). Nobody but its
// author knows of it until the meeting runs. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "life_meetings/life_meeting.hpp"
#include "statements/hint.hpp"

namespace statements {

using life_meetings::LifeMeeting;
using life_meetings::LifeMeetingId;
using life_meetings::ParticipantId;
using life_meetings::Standing;
using CriticismId = base::Id<struct CriticismTag>;
inline constexpr std::size_t criticism_chars_max = 1'000;

struct CriticismText {
    std::string matter, problem, advice;
    bool operator==(const CriticismText&) const = default;
};
struct Criticism {
    CriticismId id;
    LifeMeetingId meeting;
    ParticipantId author, about;
    CriticismText text;
    base::Instant at;
    std::int64_t version = 1;
    bool operator==(const Criticism&) const = default;
};

/// Whether this person prepares criticisms at all. Refuses: only_the_team_criticises,
/// criticism_is_given (the meeting runs or is over).
[[nodiscard]] std::optional<base::Error> why_not_criticise(const LifeMeeting& meeting,
                                                           const Standing& standing);
/// Of one that is to stand for `one.author`. Refuses as above, then criticism_unknown (of somebody
/// else), participant_is_not_of_the_team, nobody_criticises_themselves (about_id), text_empty
/// (problem).
[[nodiscard]] base::Result<void> check(const Criticism& one, const LifeMeeting& meeting,
                                       const Standing& standing);
/// The author always; once the meeting runs also whom it is about, the recorders, the principal.
[[nodiscard]] bool sees(const Criticism& one, const LifeMeeting& meeting, const Standing& standing);

/// How many each has ready for each other, for whoever watches over what is demanded.
struct Prepared {
    ParticipantId author, about;
    std::int64_t count = 0;
    bool operator==(const Prepared&) const = default;
};
/// Whether somebody is told the counts of all: principal and keeper; others know their own.
[[nodiscard]] bool sees_counts(const Standing& standing);

/// Of the problem together with the matter it shows in; a suggestion is none of them.
[[nodiscard]] std::vector<PointedHint> hints_of(const CriticismText& text);

}  // namespace statements
