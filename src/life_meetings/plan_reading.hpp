// What the reader found in a document about a life meeting, as a proposal for its plan: each field
// beside the words it was taken from. Invents nothing: what the document leaves open (xx月xx日) is
// left to whoever plans. Pure.
#pragma once

#include "life_meetings/life_plan.hpp"
#include "plan/plan_document.hpp"

namespace life_meetings {

/// Words of the document and the heading they stand under.
struct SourceLine {
    std::string name, text, due;
};
struct ProposedPlan {
    std::string title, theme, begins_at, place;
    std::optional<base::Date> held_on;
    std::optional<Length> length;
    std::vector<std::string> focus;
    std::optional<std::int64_t> plan_days, report_days;
    // As the document has them, to look at beside the form.
    std::string time_words;
    std::vector<std::string> people_words;
    std::vector<SourceLine> step_words;
    std::vector<std::string> agenda_words;
};
[[nodiscard]] ProposedPlan proposed(const plan::ReadMeetingPlan& read);

}  // namespace life_meetings
