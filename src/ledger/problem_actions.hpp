// What people do with problems. One function a thing, one transaction each; every one of them
// refuses problem_not_found (also outside the scope) and, where a version is given,
// somebody_else_changed_it first, then what the rule of the same name in problem.hpp refuses.
#pragma once

#include "ledger/ledger_list_store.hpp"
#include "ledger/recorder_actions.hpp"
#include "ledger/review_store.hpp"

namespace ledger {

/// Which row, and the version the person was looking at.
template <class Id>
struct Seen {
    Id id;
    std::int64_t version = 0;
};

/// The review of its last application as the page of a problem shows it.
struct ReviewView {
    Review review;
    bool nobody = false;  // the open stage asks only for seats in which nobody sits
};

/// Everything the page of a problem shows.
struct ProblemView {
    ProblemRow row;
    std::string programme_title;
    ReviewChain programme_chain;  // of an application that is made now
    std::vector<Manifestation> manifestations;
    std::vector<MeasureRow> measures;  // those in scope; the tally counts them all
    std::vector<Service> services;     // of those measures
    std::optional<FiledApplication> application;
    ReviewView review;
    std::optional<StrikeOff> strike_off;
    std::vector<SlipEvidence> slip_evidence;
    std::optional<Problem> predecessor, successor;
    std::vector<Refusal> refusals;
    std::vector<Step> steps;
};

struct NewProblem {
    ProblemId id;
    std::optional<AreaId> area;  // or
    std::string area_heading;    // a new area of that heading
    std::string text, goal;
    Responsibility responsibility;
    Deadline deadline;
};

[[nodiscard]] base::Result<ProblemView> view_problem(const Needs& needs, const base::Actor& actor,
                                                     ProblemId id);
/// Refuses: programme_not_found, only_the_office_edits, area_not_found, unit_unknown,
/// same_id_other_content, row_was_taken_away.
[[nodiscard]] base::Result<ProblemRow> add_problem(const Needs& needs, const base::Actor& actor,
                                                   ProgrammeId programme, const NewProblem& wanted);
/// Refuses besides: unit_unknown.
[[nodiscard]] base::Result<ProblemRow> edit_problem(const Needs& needs, const base::Actor& actor,
                                                    Seen<ProblemId> seen,
                                                    const ProblemChange& change);
/// Marks the problem, and with it its measures, with exactly these guards.
[[nodiscard]] base::Result<ProblemRow> guard_problem(const Needs& needs, const base::Actor& actor,
                                                     Seen<ProblemId> seen, base::Guards guards);
[[nodiscard]] base::Result<ProblemRow> claim_problem(const Needs& needs, const base::Actor& actor,
                                                     Seen<ProblemId> seen);
/// Opens a problem with `id` that refers back to the struck-off one.
[[nodiscard]] base::Result<ProblemRow> open_successor_problem(const Needs& needs,
                                                              const base::Actor& actor,
                                                              ProblemId struck_off, ProblemId id,
                                                              std::string_view text,
                                                              std::string_view reason);

}  // namespace ledger
