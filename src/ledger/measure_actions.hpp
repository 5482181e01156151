// What people do with measures. One function a thing, one transaction each; every one of them
// refuses measure_not_found (also outside the scope) and, where a version is given,
// somebody_else_changed_it first, then what the rule of the same name in measure.hpp refuses.
#pragma once

#include "ledger/problem_actions.hpp"

namespace ledger {

/// Everything the page of a measure shows.
struct MeasureView {
    MeasureRow row;
    std::string programme_title;
    std::vector<Service> services;
    std::vector<ProgressEntry> entries;
    std::vector<Refusal> refusals;
    std::vector<Step> steps;
};

struct NewMeasure {
    MeasureId id;
    std::string text;
    Responsibility responsibility;
    Deadline deadline;
    std::vector<ManifestationId> manifestations;  // of the problem it stands under
};

/// Which problems (besides its own) and which manifestations a measure serves.
struct Services {
    std::vector<ProblemId> problems;
    std::vector<ManifestationId> manifestations;
};

[[nodiscard]] base::Result<MeasureView> view_measure(const Needs& needs, const base::Actor& actor,
                                                     MeasureId id);
/// Refuses: problem_not_found, only_the_office_edits, problem_is_closed_to_changes,
/// manifestation_not_found, unit_unknown, same_id_other_content, row_was_taken_away.
[[nodiscard]] base::Result<MeasureRow> add_measure(const Needs& needs, const base::Actor& actor,
                                                   ProblemId problem, const NewMeasure& wanted);
/// Refuses besides: unit_unknown.
[[nodiscard]] base::Result<MeasureRow> edit_measure(const Needs& needs, const base::Actor& actor,
                                                    Seen<MeasureId> seen,
                                                    const MeasureChange& change);
/// Refuses besides: problem_not_found, manifestation_not_found (of another programme),
/// problem_is_closed_to_changes (one that it serves or should serve).
[[nodiscard]] base::Result<MeasureRow> link_measure(const Needs& needs, const base::Actor& actor,
                                                    Seen<MeasureId> seen, const Services& services);
/// Sending the same report twice does it once. Refuses besides: same_id_other_content.
[[nodiscard]] base::Result<MeasureRow> report_progress(const Needs& needs, const base::Actor& actor,
                                                       MeasureId id, const ProgressEntry& entry);
[[nodiscard]] base::Result<MeasureRow> submit_measure(const Needs& needs, const base::Actor& actor,
                                                      Seen<MeasureId> seen);
[[nodiscard]] base::Result<MeasureRow> withdraw_measure(const Needs& needs,
                                                        const base::Actor& actor,
                                                        Seen<MeasureId> seen);
/// `acceptance.today` is today, whatever it says.
[[nodiscard]] base::Result<MeasureRow> accept_measure(const Needs& needs, const base::Actor& actor,
                                                      Seen<MeasureId> seen,
                                                      const Acceptance& acceptance,
                                                      std::string_view opinion);
[[nodiscard]] base::Result<MeasureRow> send_back_measure(const Needs& needs,
                                                         const base::Actor& actor,
                                                         Seen<MeasureId> seen, const Return& why);

}  // namespace ledger
