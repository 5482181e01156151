// One version of the plan of a programme (整改方案) on its way: written, consulted on, deliberated,
// committed to by the principal, reviewed jointly, approved, issued. A version that is issued never
// changes; what is to change becomes the next version. Its text stands in section.hpp, the review
// in joint_review.hpp. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "drafting/joint_review.hpp"
#include "drafting/outline.hpp"
#include "meetings/meeting.hpp"

namespace drafting {

using PlanVersionId = base::Id<struct PlanVersionTag>;
using base::ProgrammeId;

inline constexpr std::size_t number_chars_max = 60, recipients_chars_max = 500;

enum class PlanState { draft, consultation, deliberated, joint_review, approved, issued };
inline constexpr PlanState plan_states[]{PlanState::draft,       PlanState::consultation,
                                         PlanState::deliberated, PlanState::joint_review,
                                         PlanState::approved,    PlanState::issued};
[[nodiscard]] std::string_view name_of(PlanState state);
[[nodiscard]] std::optional<PlanState> plan_state_of(std::string_view name);

enum class PlanAct {
    write,
    consult,
    comment,
    answer,
    deliberate,
    commit,
    submit,
    review,
    take_back,
    issue,
    revise,
};
inline constexpr PlanAct plan_acts[]{PlanAct::write,  PlanAct::consult,    PlanAct::comment,
                                     PlanAct::answer, PlanAct::deliberate, PlanAct::commit,
                                     PlanAct::submit, PlanAct::review,     PlanAct::take_back,
                                     PlanAct::issue,  PlanAct::revise};
[[nodiscard]] std::string_view name_of(PlanAct act);

/// Who deliberated on it, when, and with what result.
struct Deliberation {
    base::Date held_on;
    std::string held_by;  // 区财政局党组会
    std::optional<meetings::MeetingId> meeting;
    std::string conclusion;
    bool operator==(const Deliberation&) const = default;
};
/// The principal's signed word that the plan is true and will be carried out (签字背书).
struct Commitment {
    std::string name;
    base::Date on;
    bool operator==(const Commitment&) const = default;
};
struct Issue {
    std::string number;  // 云财党〔2026〕12号
    base::Date on;
    std::string recipients;
    bool operator==(const Issue&) const = default;
};

struct PlanVersion {
    PlanVersionId id;
    ProgrammeId programme;
    std::string programme_title;  // read with the row
    std::int64_t number = 1;      // of the programme
    OutlineKind outline = OutlineKind::bureau;
    std::string title;
    std::string reason;  // why the version before is revised
    PlanState state = PlanState::draft;
    std::optional<base::Date> consult_until;
    std::optional<Deliberation> deliberation;
    std::optional<Commitment> commitment;
    std::int64_t round = 0;  // of joint review, the last one
    std::optional<Issue> issue;
    std::string digest, issued_by;
    base::Instant changed_at;
    std::int64_t version = 1;
    bool operator==(const PlanVersion&) const = default;

    /// Each version is consulted on once; one that comes back from review need not be again.
    [[nodiscard]] bool consulted() const { return consult_until.has_value(); }
};

/// Whether an act is refused now; `round` is the last one. Refuses, in this order:
/// comment: only_those_who_work_comment; commit: only_the_principal_commits (the principal, or the
/// office for what was signed on paper); review: plan_is_not_in_review, then as
/// why_not_review(round, actor); every other: only_the_office_writes_plans; then
/// comment, answer: plan_is_not_in_consultation; revise: plan_is_not_issued; every other:
/// plan_is_issued; issue: plan_is_not_approved; take_back: plan_is_with_the_office;
/// write, consult, deliberate, commit, submit: plan_is_approved, plan_is_in_review;
/// write, consult, deliberate: plan_is_deliberated; commit, submit: plan_is_not_deliberated;
/// consult: plan_is_in_consultation; deliberate: plan_is_not_consulted.
[[nodiscard]] std::optional<base::Error> why_not(PlanAct act, const PlanVersion& plan,
                                                 const Round& round, const base::Actor& actor);

/// Requires of each below: why_not() of its act is nothing.
/// Refuses: day_is_over (until; args value, accepted).
[[nodiscard]] base::Result<PlanVersion> consult(PlanVersion plan, base::Date until,
                                                base::Date today);
/// Refuses: comments_are_unanswered (args count), together: day_lies_ahead (held_on; args value,
/// accepted), text_empty (held_by).
[[nodiscard]] base::Result<PlanVersion> deliberate(PlanVersion plan, const Deliberation& held,
                                                   std::int64_t unanswered, base::Date today);
/// Refuses together: text_empty (name), day_lies_ahead (on), signed_before_the_deliberation (on;
/// args value, accepted).
[[nodiscard]] base::Result<PlanVersion> commit(PlanVersion plan, const Commitment& signature,
                                               base::Date today);
/// Into the next round. Refuses: principal_has_not_committed, placeholders_are_left (args count,
/// value: the first).
[[nodiscard]] base::Result<PlanVersion> submit(PlanVersion plan,
                                               const std::vector<Placeholder>& left);
/// What the version becomes of what its review has come to. A return puts it back into the hands of
/// the office, who must have it deliberated and signed anew.
[[nodiscard]] PlanVersion after_review(PlanVersion plan, RoundOutcome outcome);
/// Refuses: reason_too_short.
[[nodiscard]] base::Result<PlanVersion> take_back(PlanVersion plan, std::string_view reason);
/// Refuses together: text_empty (number, recipients), day_lies_ahead (issued_on),
/// issued_before_the_deliberation (issued_on; args value, accepted).
[[nodiscard]] base::Result<PlanVersion> issue(PlanVersion plan, const Issue& wanted,
                                              base::Date today);
/// The version that follows, with the text of this one. Refuses: reason_too_short.
[[nodiscard]] base::Result<PlanVersion> revise(const PlanVersion& before, PlanVersionId id,
                                               std::string_view reason);

/// As numbers of documents are compared: 云财党[2026]12号 is 云财党〔2026〕12号.
[[nodiscard]] std::string number_key(std::string_view number);

}  // namespace drafting
