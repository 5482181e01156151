// Messages about what happens to a life meeting on its way: review, days, people, steps; what waits
// for somebody; checklists; what was read of a document.
#pragma once

#include <string>
#include <string_view>

#include "ledger/row_json.hpp"
#include "life_meetings/focus_check_actions.hpp"
#include "life_meetings/focus_checklist.hpp"
#include "life_meetings/life_course.hpp"
#include "life_meetings/plan_reading_actions.hpp"
#include "life_meetings/waiting_actions.hpp"

namespace life_meetings {

using ledger::Reader;

/// {"version"}
struct SeenForm {
    std::int64_t version = 0;
};
[[nodiscard]] base::Result<SeenForm> read_seen(std::string_view body);
/// {"version","reason"}
struct ReasonForm {
    std::int64_t version = 0;
    std::string reason;
};
[[nodiscard]] base::Result<ReasonForm> read_reason(std::string_view body);
/// {"version","seat","verdict","words","said_by"}
struct ReviewForm {
    std::int64_t version = 0;
    WantedReview review;
};
[[nodiscard]] base::Result<ReviewForm> read_review(std::string_view body);
/// {"version","held_on","begins_at","reason"}
struct DayForm {
    std::int64_t version = 0;
    Postponement postponement;
};
[[nodiscard]] base::Result<DayForm> read_day(std::string_view body);
/// {"version","id","part","name","title","person_id"}
struct JoinForm {
    std::int64_t version = 0;
    Participant participant;
};
[[nodiscard]] base::Result<JoinForm> read_join(std::string_view body);
/// {"version","participant","left_on","reason"}
struct LeaveForm {
    std::int64_t version = 0;
    Leaving leaving;
};
[[nodiscard]] base::Result<LeaveForm> read_leave(std::string_view body);
/// {"version","steps":[{"position","title","days","counting"}]}
struct StepsForm {
    std::int64_t version = 0;
    std::vector<WantedStep> steps;
};
[[nodiscard]] base::Result<StepsForm> read_steps(std::string_view body);
/// {"version","position","done_on","remark"}
struct StepDoneForm {
    std::int64_t version = 0;
    StepDone done;
};
[[nodiscard]] base::Result<StepDoneForm> read_step_done(std::string_view body);

/// {"reviews":[{…}],"steps":[{…}]}
[[nodiscard]] std::string to_json(const WaitingLife& waiting, const Reader& reader);
/// {"rows":[{"key","name","groups":[{"name","lines":[]}]}]}
[[nodiscard]] std::string checklists_to_json();
/// {"theme","focus":[]}
[[nodiscard]] base::Result<WrittenFocus> read_written_focus(std::string_view body);
/// {"theme_keeps","areas":[{"heading","lines":[{"line","line_words","area_words"}]}],"adrift":[]}
[[nodiscard]] std::string to_json(const FocusCheck& check, const Reader& reader);
/// {"file_name","plans":[{…}]}
[[nodiscard]] std::string to_json(const ReadPlans& read, const Reader& reader);

}  // namespace life_meetings
