// A problem: claimed, worked on through its measures, applied for, reviewed by somebody else, sent
// back or struck off (R53, R56, R60). A struck-off problem never reopens; a successor refers back
// to it. Pure; the table of states stands in docs/states.md and is tested row by row.
#pragma once

#include <optional>
#include <string>

#include "ledger/measure.hpp"
#include "ledger/review.hpp"

namespace ledger {

enum class ProblemStatus { unclaimed, under_way, awaiting_review, sent_back, struck_off };

[[nodiscard]] std::string_view name_of(ProblemStatus status);
[[nodiscard]] std::optional<ProblemStatus> problem_status_of(std::string_view name);

/// Where a row was read from: the import and its paragraphs.
struct RowSource {
    std::string document;
    std::int64_t first = 0, last = 0;
    bool operator==(const RowSource&) const = default;
};

struct Problem {
    ProblemId id;
    ProgrammeId programme;
    AreaId area;
    std::int64_t number = 0;     // running in the programme, never reused
    std::string printed_number;  // as the plan prints it: 1.
    std::string text;            // wording as in the feedback (R45)
    std::string goal;
    ProblemStatus status = ProblemStatus::unclaimed;
    Responsibility responsibility;
    Deadline deadline;
    std::optional<base::Date> due_on;
    std::optional<base::AccountId> applied_by;
    std::optional<ProblemId> predecessor;  // the struck-off problem this one follows
    std::optional<RowSource> source;
    base::Guards guards;  // who is not cleared for them does not learn that the row exists
    bool imported = false;
    std::int64_t version = 1;
    base::Instant updated_at;

    bool operator==(const Problem&) const = default;
};

struct ProblemChange {
    std::optional<std::string> text, goal;
    std::optional<Responsibility> responsibility;
    std::optional<Deadline> deadline;
};

/// How its measures stand; counted from the rows, never stored.
struct MeasureTally {
    std::int64_t total = 0, done = 0, long_term = 0;
    bool operator==(const MeasureTally&) const = default;
};

using ApplicationId = base::Id<struct ApplicationTag>;

/// Somebody's name under a statement, and the day.
struct Signature {
    std::string name;
    std::optional<base::Date> on;
    bool operator==(const Signature&) const = default;
};

enum class Pursuit { pursued, not_needed };  // of responsibility (R53)

[[nodiscard]] std::string_view name_of(Pursuit pursuit);
[[nodiscard]] std::optional<Pursuit> pursuit_of(std::string_view name);

/// What an applicant states for strike-off: the closure gate of the three 不放过 (R53), the look
/// for similar problems (R13) and the two signatures.
struct StrikeOffApplication {
    std::string summary;
    std::string similar_check;
    bool problem_solved = false;
    bool measures_carried_out = false;
    Pursuit pursuit = Pursuit::not_needed;
    std::string pursuit_note;
    Signature lead_leader, principal;
    bool operator==(const StrikeOffApplication&) const = default;
};

/// What a rule on a problem asks besides the row.
struct ProblemFacts {
    MeasureTally tally;
    Review review;  // of the application that waits
    base::Date today;
    EvidenceKinds evidence_missing = {};  // that the programme asks for at a problem; for apply()
};
/// A problem with the review of its application.
struct Reviewed {
    Problem problem;
    Review review;
};

enum class ProblemAct {
    edit,
    claim,
    apply,
    withdraw,
    take,        // have the review on one's desk, so that nobody else of the seat works on it
    release,     // let it go again
    strike_off,  // say yes; the last yes strikes the problem off
    send_back,
    ask_signer,  // let somebody sign besides the seats
    open_successor
};
inline constexpr ProblemAct problem_acts[]{ProblemAct::edit,       ProblemAct::claim,
                                           ProblemAct::apply,      ProblemAct::withdraw,
                                           ProblemAct::take,       ProblemAct::release,
                                           ProblemAct::strike_off, ProblemAct::send_back,
                                           ProblemAct::ask_signer, ProblemAct::open_successor};
[[nodiscard]] std::string_view name_of(ProblemAct act);
/// Why an act is refused now, or nothing.
[[nodiscard]] std::optional<base::Error> why_not(ProblemAct act, const Problem& problem,
                                                 const ProblemFacts& facts,
                                                 const base::Actor& actor);
[[nodiscard]] ProblemGate gate_of(ProblemStatus status);

/// Why the actor may not mark this or any problem with guards, or nothing: marking is no step of
/// the work, so that it is open in every state. Refuses: only_the_office_edits,
/// only_the_cleared_guard.
[[nodiscard]] std::optional<base::Error> why_not_guard(const base::Actor& actor);
/// The problem under exactly these guards, besides those of its programme's mark. Whoever marks
/// must know both what was there and what is put there, lest somebody hide a row from himself or
/// open what he may not see. Refuses: as why_not_guard, then marks_belong_to_the_programme,
/// guard_is_not_yours.
[[nodiscard]] base::Result<Problem> guard(const Problem& before, base::Guards guards,
                                          const base::Actor& actor);

/// Refuses: as why_not(edit), then text_empty.
[[nodiscard]] base::Result<Problem> edit(const Problem& before, const ProblemChange& change,
                                         const base::Actor& actor);
[[nodiscard]] base::Result<Problem> claim(const Problem& before, const base::Actor& actor);
/// The names under an application that the chain does not ask for in person: where a leader signs
/// in a stage of it, nobody signs for them on paper. Refuses: as why_not(apply), then, all together
/// as form errors: summary_missing, problem_is_not_solved, responsibility_is_not_settled,
/// measures_are_not_carried_out, similar_check_missing, lead_leader_has_not_signed,
/// principal_has_not_signed, signed_in_the_future, evidence_missing.
[[nodiscard]] base::Result<Problem> apply(const Problem& before,
                                          const StrikeOffApplication& application,
                                          const ProblemFacts& facts, const ReviewChain& chain,
                                          const base::Actor& actor);
[[nodiscard]] base::Result<Reviewed> withdraw(const Problem& before, const ProblemFacts& facts,
                                              const base::Actor& actor);
/// One yes; the problem is struck off by the last one.
[[nodiscard]] base::Result<Reviewed> strike_off(const Problem& before, const ProblemFacts& facts,
                                                std::string_view opinion, const base::Actor& actor,
                                                base::Instant now);
/// Why it goes back, what must be supplied, and to which stage; without one to the applicant.
struct Return {
    std::string reason, requirement;
    std::optional<std::int64_t> stage;
};
/// Refuses: as why_not(send_back), then, together: reason_says_nothing, requirement_says_nothing
/// (to the applicant, who must know what to supply), return_goes_to_an_earlier_stage.
[[nodiscard]] base::Result<Reviewed> send_back(const Problem& before, const ProblemFacts& facts,
                                               const Return& why, const base::Actor& actor,
                                               base::Instant now);
[[nodiscard]] base::Result<Review> take(const Problem& problem, const ProblemFacts& facts,
                                        const base::Actor& actor);
[[nodiscard]] base::Result<Review> release(const Problem& problem, const ProblemFacts& facts,
                                           const base::Actor& actor);
/// Refuses: as why_not(ask_signer), then signer_is_the_applicant, and what asked() refuses.
[[nodiscard]] base::Result<Review> ask_signer(const Problem& problem, const ProblemFacts& facts,
                                              const Signer& signer, const base::Actor& actor);
/// A new problem that refers back. `id`, `number` and the moment are the caller's to set.
/// Refuses: as why_not(open_successor), then reason_says_nothing.
[[nodiscard]] base::Result<Problem> open_successor(const Problem& before, std::string_view text,
                                                   std::string_view reason,
                                                   const base::Actor& actor);

}  // namespace ledger
