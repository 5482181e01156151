// One opinion in the words in which it was said (R99, R100): about the team or about one of it,
// never changed afterwards. What was entered by mistake is struck, with the reason, and another
// stands in its place; the old one stays. Who learns of which words. Pure.
#pragma once

#include "opinions/collection.hpp"

namespace opinions {

using OpinionId = base::Id<struct OpinionTag>;
using SheetId = base::Id<struct OpinionSheetTag>;
inline constexpr std::size_t opinion_chars_max = 2'000, sheet_lines_max = 100,
                             sheets_at_once_max = 200;

/// What one says of whom.
struct Line {
    std::optional<ParticipantId> about;  // none: the team
    std::string text;
    bool operator==(const Line&) const = default;
};

/// What came back from one who was asked; no lines: they had nothing to say.
struct Sheet {
    SheetId id;
    Channel channel = Channel::form;
    Voice voice = Voice::masses;
    std::vector<Line> lines;
    bool operator==(const Sheet&) const = default;
};

struct Strike {
    std::string reason;
    std::optional<std::int64_t> replaced_by;  // the number of what stands in its place
    base::Instant at;
    std::string by;
    bool operator==(const Strike&) const = default;
};

struct Opinion {
    OpinionId id;
    LifeMeetingId meeting;
    SheetId sheet;
    std::int64_t number = 0;  // running within the meeting, never given again
    Line line;
    std::string digest;               // of the text, as it was entered
    Channel channel = Channel::form;  // these three are read with the row
    Voice voice = Voice::masses;
    std::int64_t sheet_number = 0;
    std::optional<Strike> strike;
    bool operator==(const Opinion&) const = default;
};

/// Stands for the words as they were entered: with the id, so that two that say the same do not
/// tell it.
[[nodiscard]] std::string digest_of(OpinionId id, std::string_view text);
/// The words are those that were entered.
[[nodiscard]] bool is_intact(const Opinion& one);

/// All faults together, by field: opinion_channel_not_chosen (channel; args value),
/// sheet_needs_another_channel (channel: what comes by a code nobody enters),
/// opinion_voice_not_chosen (voice; args value), opinion_about_nobody_of_the_team (lines[n].about).
[[nodiscard]] base::Result<void> check(const Sheet& sheet, const Collection& collection,
                                       const LifeMeeting& meeting);
/// Of the lines alone; of a ballot too.
[[nodiscard]] std::vector<base::Error> faults_of(const std::vector<Line>& lines,
                                                 const LifeMeeting& meeting);

/// Striking what was entered by mistake.
struct Correction {
    std::string reason;
    std::optional<Line> instead;  // what was really said, of whom it was said
};
/// Refuses: as why_not(strike), opinion_is_struck, reason_too_short (reason; args accepted),
/// opinion_about_nobody_of_the_team (instead.about), correction_says_the_same (instead).
[[nodiscard]] base::Result<void> check(const Correction& correction, const Opinion& opinion,
                                       const LifeMeeting& meeting, const Standing& standing);

/// Who learns how many opinions there are about each person: the keeper, the superior, the
/// principal.
[[nodiscard]] bool counts_by_person(const Standing& standing);
/// Whether it is given to this participant: what is about the team to everybody in it, what is
/// about one to that one.
[[nodiscard]] bool is_for(const Line& line, ParticipantId participant);

/// Signing for what was given to oneself. Refuses: only_the_team_receives_opinions.
[[nodiscard]] std::optional<base::Error> why_not_receive(const Standing& standing);

}  // namespace opinions
