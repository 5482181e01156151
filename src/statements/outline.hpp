// What a statement for the life meeting is made of: its parts in order, what each meeting asks for
// besides, which headings causes are looked for under (R119, R121–R124, R133). Words of ours, to be
// shown as they are; tables, no decisions. Pure.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/actor.hpp"
#include "life_meetings/life_meeting.hpp"

namespace statements {

using life_meetings::LifeMeeting;
using life_meetings::LifeMeetingId;
using life_meetings::ParticipantId;

enum class StatementKind { team, individual };
[[nodiscard]] std::string_view name_of(StatementKind kind);
[[nodiscard]] std::optional<StatementKind> statement_kind_of(std::string_view name);
[[nodiscard]] std::string_view words_of(StatementKind kind);  // 班子对照检查材料

/// What the speaker has to put in.
enum class Aspect { self, duty, thought, work, problem };
inline constexpr std::array<Aspect, 5> aspects{Aspect::self, Aspect::duty, Aspect::thought,
                                               Aspect::work, Aspect::problem};
[[nodiscard]] std::string_view name_of(Aspect aspect);
[[nodiscard]] std::optional<Aspect> aspect_of(std::string_view name);

/// What everybody has to speak on, besides the problems of the meeting's focus.
enum class Declared {
    last_year,    // measures of the last life meeting, item by item
    family,       // own matters, family and relatives
    feedback,     // what the inspection said
    inquiry,      // 约谈函询
    accountable,  // being called to account
    belief,       // religion and superstition
    circles,      // 圈子文化、好人主义
    cadres,       // leaking or interceding in matters of cadres
    inscription,  // inscriptions and prefaces
    ideology,     // 意识形态
};
inline constexpr std::array<Declared, 10> all_declared{
    Declared::last_year,   Declared::family,  Declared::feedback, Declared::inquiry,
    Declared::accountable, Declared::belief,  Declared::circles,  Declared::cadres,
    Declared::inscription, Declared::ideology};
[[nodiscard]] std::string_view name_of(Declared declared);
[[nodiscard]] std::optional<Declared> declared_of(std::string_view name);
[[nodiscard]] std::string_view words_of(Declared declared);

/// Under which headings causes are looked for: both sets are in use.
enum class Causes { ability_and_integrity, organisation_and_discipline };
[[nodiscard]] std::string_view name_of(Causes causes);
[[nodiscard]] std::optional<Causes> causes_of(std::string_view name);
[[nodiscard]] std::string_view words_of(Causes causes);  // 思想、政治、作风、能力、廉洁

/// One of the headings of the sets.
enum class CauseHeading { thought, politics, style, ability, integrity, organisation, discipline };
[[nodiscard]] std::string_view name_of(CauseHeading heading);
/// Of the chosen set, in its order.
[[nodiscard]] std::array<CauseHeading, 5> headings_of(Causes causes);

/// What one meeting asks of statements.
struct Asked {
    std::optional<ParticipantId> reviewer;  // of the members' ones; none: the principal
    bool upward = true;  // they go up after the review; the principal's own does so always
    std::vector<Aspect> aspects{Aspect::self, Aspect::duty, Aspect::thought, Aspect::work};
    std::vector<Declared> declared{all_declared.begin(), all_declared.end()};
    Causes causes = Causes::ability_and_integrity;
    std::int64_t version = 0;  // 0: as the program brings it
    bool operator==(const Asked&) const = default;
};
/// Refuses: only_the_keeper_says_what_is_asked, life_meeting_is_over, reviewer_is_not_of_the_team
/// (reviewer_id).
[[nodiscard]] std::optional<base::Error> why_not_ask(const Asked& wanted,
                                                     const LifeMeeting& meeting,
                                                     const life_meetings::Standing& standing);

enum class Part { declared, problem, cases, causes, measures };
[[nodiscard]] std::string_view name_of(Part part);
[[nodiscard]] std::optional<Part> part_of(std::string_view name);

struct OutlinePart {
    Part part = Part::problem;
    std::string heading, guide;
};
/// In the order in which it is spoken: what was declared last time, the problems by focus, what
/// must be spoken on, causes, measures. The team analyses typical cases besides, and declares only
/// what concerns it as a whole.
[[nodiscard]] std::vector<OutlinePart> outline_of(StatementKind kind, const Asked& asked,
                                                  const std::vector<std::string>& focus);
/// What to write in a section of this name, "" where nothing helps.
[[nodiscard]] std::string guide_of(Part part, std::string_view heading, const Asked& asked);

}  // namespace statements
