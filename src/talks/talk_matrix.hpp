// Who has talked with whom and who still must: the required pairs against the talks that there are
// (R106, R107, R113, R114). One who sees the whole gets all pairs; anybody else those of their own.
// Says how far talks are, never what was said. Pure.
#pragma once

#include "talks/talk.hpp"

namespace talks {

enum class PairState {
    done,       // both signed
    to_sign,    // written down, a signature is missing
    appointed,  // a day is proposed or agreed
    due,        // nothing yet
    missing,    // nothing, and the last day is over
};
inline constexpr PairState pair_states[]{PairState::done, PairState::to_sign, PairState::appointed,
                                         PairState::due, PairState::missing};
[[nodiscard]] std::string_view name_of(PairState state);
[[nodiscard]] std::string_view words_of(PairState state);

struct PairTally {
    std::array<std::int64_t, std::size(pair_states)> of{};  // by PairState

    [[nodiscard]] std::int64_t count(PairState state) const {
        return of[static_cast<std::size_t>(state)];
    }
    [[nodiscard]] std::int64_t required() const;
    [[nodiscard]] std::int64_t open() const { return required() - count(PairState::done); }
    bool operator==(const PairTally&) const = default;
};

/// How many criticisms somebody of the team gave the others of it in talks, against the demand of
/// the meeting.
struct CriticismTally {
    std::int64_t given = 0;
    std::size_t enough = 0, of = 0;  // how many of the others were given as many as are demanded
    bool operator==(const CriticismTally&) const = default;
};

/// A row or a column.
struct MatrixPerson {
    Other who;
    std::string name, title;
    std::optional<TalkKind> kind;  // of somebody outside the team
    bool has_left = false;
    PairTally tally;
    CriticismTally criticisms;  // of the team only
};

/// What stands where a row and a column meet.
struct MatrixCell {
    std::size_t member = 0, other = 0;  // places among the people
    TalkKind kind = TalkKind::asked;
    PairState state = PairState::due;
    bool required = true;               // false: a talk nobody demands, or with somebody who left
    std::optional<base::Date> due_on;   // of what is required
    std::optional<base::Date> held_on;  // or is to be held on
    std::optional<TalkId> talk;
};

struct KindTally {
    TalkRule rule;
    PairTally tally;
};

struct TalkMatrix {
    std::vector<MatrixPerson> people;  // the team in the order of speaking, then the others
    std::vector<MatrixCell> cells;
    std::vector<KindTally> kinds;
    PairTally tally;
};

struct MatrixSource {
    const LifeMeeting& meeting;
    const TalkPlan& plan;
    const std::vector<Talk>& talks;
    std::optional<std::vector<Other>> own;  // only the pairs of these; nullopt: all
    base::Date today;
};
[[nodiscard]] TalkMatrix matrix_of(const MatrixSource& source);

}  // namespace talks
