// Writing the parts of a plan, one person at a time, and what is said of them while it is consulted
// on. Pure.
#pragma once

#include "drafting/document.hpp"
#include "drafting/plan_version.hpp"

namespace drafting {

inline constexpr std::size_t heading_chars_max = 60;

/// What somebody wrote, seeing a certain revision.
struct SectionDraft {
    std::int64_t revision = 0;
    std::string heading, text;
};
/// Requires why_not(write) to be nothing. The same text again is no new revision. Refuses:
/// section_is_live (what stands there is changed in the ledger or the phases),
/// somebody_else_wrote_this_section (revision; args name, version), text_empty (heading).
[[nodiscard]] base::Result<Section> write(const Section& before, const SectionDraft& draft);

using CommentId = base::Id<struct PlanCommentTag>;
enum class Adopted { unanswered, yes, no };
[[nodiscard]] std::string_view name_of(Adopted adopted);  // "", "yes", "no"
[[nodiscard]] std::optional<Adopted> adopted_of(std::string_view name);

struct Comment {
    CommentId id;
    PlanVersionId plan;
    Part part = Part::requirements;
    std::optional<ledger::ProblemId> problem;  // the one it speaks of
    std::string problem_text;                  // read with the row
    std::string text;
    bool inside = true;  // from the inspected unit or one below it
    std::string unit_name;
    base::AccountId by;
    std::string by_name;
    base::Instant at;
    Adopted adopted = Adopted::unanswered;
    std::string answer, answered_by;
    std::optional<base::Instant> answered_at;
    bool operator==(const Comment&) const = default;
};
/// Refuses together: comment_too_short (text), problem_stands_in_another_part (problem_id: only the
/// tasks have problems).
[[nodiscard]] base::Result<void> check(const Comment& comment);
/// Requires why_not(answer) to be nothing. May be answered anew. Refuses together:
/// answer_missing (adopted), reason_too_short (answer, of what is not adopted).
[[nodiscard]] base::Result<Comment> answer(Comment comment, Adopted adopted,
                                           std::string_view reason);

}  // namespace drafting
