// Opinions of people without an account, by a code that opens the page once. Nothing ties a code
// to what was said by it: of a code it is kept whether it was used, never when; what was said lies
// in a box under a random id and without a moment, handing it in writes no entry into the journal,
// and the office learns nothing of it until the box is opened, several ballots at once; that is the
// entry. Pure.
#pragma once

#include "base/random.hpp"
#include "opinions/opinion.hpp"

namespace opinions {

inline constexpr std::int64_t codes_at_once_max = 500, codes_max = 3'000;
inline constexpr std::int64_t ballots_at_once_min = 3;  // opened before the last day
inline constexpr std::size_t code_chars = 12;
/// As it is typed, with spaces, dashes and whatever a keyboard makes of them.
inline constexpr std::size_t typed_code_chars_max = 60;

struct Ballot {
    SheetId id;  // random throughout: other ids tell when they were made
    Voice voice = Voice::others;
    std::vector<Line> lines;
    bool operator==(const Ballot&) const = default;
};

/// An id that tells nothing of when it was made.
[[nodiscard]] base::Uuid random_uuid(base::Random& random);

/// 60 random bits in twelve letters and digits that cannot be mistaken for each other.
[[nodiscard]] std::string new_code(base::Random& random);
/// Three groups of four: "7KQM-2XAB-9TYC".
[[nodiscard]] std::string in_groups(std::string_view code);
/// Of a code however it was typed; also of what is none, so that both take as long.
[[nodiscard]] std::string digest_of_code(std::string_view typed);

struct BoxState {
    std::int64_t codes = 0, used = 0, ballots = 0;
    bool operator==(const BoxState&) const = default;
};
/// Refuses: as why_not(make_codes), opinions_are_collected_no_more (args value: the last day),
/// too_many_opinion_codes (count; args accepted: how many more).
[[nodiscard]] std::optional<base::Error> why_not_make(std::int64_t count, const BoxState& box,
                                                      const Collection& collection,
                                                      base::Date today);
/// Refuses: opinion_box_is_empty, opinion_box_waits (args count, accepted, until: few ballots are
/// opened only after the last day).
[[nodiscard]] std::optional<base::Error> why_not_open(const BoxState& box,
                                                      const Collection& collection,
                                                      base::Date today);
/// Whether the page takes anything at all. What it refuses is said as of a code that is unknown.
[[nodiscard]] bool takes_ballots(const Collection& collection, const LifeMeeting& meeting,
                                 base::Date today);
/// Faults together: opinion_voice_not_chosen (voice), opinion_about_nobody_of_the_team
/// (lines[n].about).
[[nodiscard]] base::Result<void> check(const Ballot& ballot, const Collection& collection,
                                       const LifeMeeting& meeting);

}  // namespace opinions
