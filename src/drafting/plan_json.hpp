// Messages about plans and their reviews: names of fields and their sizes.
#pragma once

#include <string_view>

#include "drafting/way_actions.hpp"
#include "ledger/row_json.hpp"
#include "ledger/seen_json.hpp"

namespace drafting {

using ledger::Reader;

/// {"id","outline","title","import_id"|null}; the programme is the caller's to fill in.
[[nodiscard]] base::Result<NewPlan> read_new_plan(std::string_view body);
/// {"id","reason"}
[[nodiscard]] base::Result<NewRevision> read_new_revision(std::string_view body);
/// {"revision","heading","text"}
[[nodiscard]] base::Result<SectionDraft> read_section(std::string_view body);
/// {"id","part","problem_id"|null,"text"}; the plan is the caller's to fill in.
[[nodiscard]] base::Result<Comment> read_comment(std::string_view body);
/// {"adopted":"yes"|"no","answer"}
[[nodiscard]] base::Result<Answer> read_answer(std::string_view body);

using ledger::OfSeen;
/// {"version","until"}
[[nodiscard]] base::Result<OfSeen<base::Date>> read_consultation(std::string_view body);
/// {"version","held_on"|null,"held_by","meeting_id"|null,"conclusion"}; without a meeting a day is
/// asked for.
[[nodiscard]] base::Result<OfSeen<Deliberation>> read_deliberation(std::string_view body);
/// {"version","name","on"|null}; the day counts where somebody signs for the principal.
[[nodiscard]] base::Result<OfSeen<Commitment>> read_commitment(std::string_view body);
/// {"version","variant","due_on"|null,"seats":[{"seat","unit_id"}]}
[[nodiscard]] base::Result<OfSeen<WantedReview>> read_review(std::string_view body);
/// {"version","reason"}
[[nodiscard]] base::Result<OfSeen<std::string>> read_reason(std::string_view body);
/// {"version","number","issued_on","recipients"}
[[nodiscard]] base::Result<OfSeen<Issue>> read_issue(std::string_view body);
struct SeatOpinion {
    ReviewSeat seat = ReviewSeat::discipline;
    Opinion opinion;
};
/// {"seat","verdict","grade","reason","checks":[{"item","met","remark"}]}
[[nodiscard]] base::Result<SeatOpinion> read_opinion(std::string_view body);

/// The whole of a version, with what this reader may do to it.
[[nodiscard]] std::string to_json(const PlanView& view, const Reader& reader);
/// {"rows":[…],"outlines":[…],"may_begin"}
[[nodiscard]] std::string to_json(const std::vector<PlanVersion>& plans, const Reader& reader);
/// {"rows":[{"part","kind","what","row","lines":[{"change","text"}]}]}
[[nodiscard]] std::string to_json(const std::vector<Difference>& found, const Reader& reader);
/// {"rows":[{"revision","at","by","text","lines"}]}, the lines against the wording before
[[nodiscard]] std::string to_json(const std::vector<Wording>& wordings, const Reader& reader);
/// {"sections":[{"waits","total","rows":[…]}]}
[[nodiscard]] std::string to_json(const std::vector<WaitingPlans>& waiting, const Reader& reader);
}  // namespace drafting
