// Checklists of what may be examined at a life meeting, by the kind of unit (R84, R158, R160–R168):
// a beginning that the office chooses from and words for itself. One table; pure.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace life_meetings {

struct FocusChecklist {
    std::string_view key;   // of which kind of unit
    std::string_view name;  // as it is offered
    std::vector<std::string_view> lines;
};
[[nodiscard]] std::span<const FocusChecklist> focus_checklists();

}  // namespace life_meetings
