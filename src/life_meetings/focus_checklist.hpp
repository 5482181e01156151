// Checklists of what may be examined at a life meeting, by the kind of unit (R84, R158, R160–R168):
// a beginning that the office chooses from and words for itself. Tables; pure.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace life_meetings {

struct FocusGroup {
    std::string_view name;  // "" where the list has no groups
    std::vector<std::string_view> lines;
};
struct FocusChecklist {
    std::string_view key;   // of which kind of unit
    std::string_view name;  // as it is offered
    std::vector<FocusGroup> groups;
};
[[nodiscard]] std::span<const FocusChecklist> focus_checklists();

}  // namespace life_meetings
