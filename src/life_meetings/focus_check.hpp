// Whether the plan of a life meeting keeps to what the inspection fed back (R83): whether its theme
// speaks of it, which area of the feedback no line of the focus list takes up, which line takes up
// none. Read by the subjects that party documents name with fixed words, and by wording where an
// area names none of them; each finding says by which words it was read. Hints, never refusals:
// whoever reviews a plan judges. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace life_meetings {

/// An area of the feedback as the ledger has it, with the wordings of its problems.
struct FedBackArea {
    std::string heading;
    std::vector<std::string> problems;
};

/// Why a line takes up an area: the words in each; the same in both when their wording is alike.
struct TakenUp {
    std::string line, line_words, area_words;
    bool operator==(const TakenUp&) const = default;
};
struct CheckedArea {
    std::string heading;
    std::vector<TakenUp> lines;  // none: nothing of the focus list takes it up
};
struct FocusCheck {
    bool theme_keeps = true;          // it speaks of inspection, feedback or rectification
    std::vector<CheckedArea> areas;   // without those that have no heading
    std::vector<std::string> adrift;  // lines that take up none; none where there is no area
};
/// Without lines no area is missed: a plan says its focus later than its theme.
[[nodiscard]] FocusCheck check_focus(std::string_view theme, const std::vector<std::string>& focus,
                                     const std::vector<FedBackArea>& areas);

}  // namespace life_meetings
