// Taking rows of the ledger away into the bin, putting them back, and emptying it. One function a
// thing, one transaction each.
#pragma once

#include "ledger/bin_store.hpp"
#include "ledger/problem_actions.hpp"

namespace ledger {

/// What would go, the row itself first.
struct RemovalPreview {
    struct Going {
        View view = View::measures;
        std::int64_t number = 0;
        std::string text;
    };
    std::vector<Going> rows;
    std::int64_t manifestations = 0;
    base::Date until;  // it could be put back
};
/// Refuses: problem_not_found, as why_not_remove.
[[nodiscard]] base::Result<RemovalPreview> preview_removal(const Needs& needs,
                                                           const base::Actor& actor, ProblemId id);
/// Refuses: measure_not_found, as why_not_remove.
[[nodiscard]] base::Result<RemovalPreview> preview_removal(const Needs& needs,
                                                           const base::Actor& actor, MeasureId id);

/// The problem with its manifestations and measures. Refuses: problem_not_found,
/// somebody_else_changed_it, as why_not_remove, reason_says_nothing.
[[nodiscard]] base::Result<BinEntry> remove_problem(const Needs& needs, const base::Actor& actor,
                                                    Seen<ProblemId> seen, std::string_view reason);
/// Refuses: measure_not_found, then as above.
[[nodiscard]] base::Result<BinEntry> remove_measure(const Needs& needs, const base::Actor& actor,
                                                    Seen<MeasureId> seen, std::string_view reason);
/// Puts everything back under the ids and numbers that it had. Returns what had been removed.
/// Refuses: bin_entry_not_found, only_the_office_edits, bin_entry_is_over, bin_area_is_gone,
/// bin_problem_is_gone, problem_is_closed_to_changes, unit_is_closed, unit_unknown.
[[nodiscard]] base::Result<BinEntry> restore_removed(const Needs& needs, const base::Actor& actor,
                                                     BinId id);

/// Refuses programme_not_found.
[[nodiscard]] base::Result<BinPage> view_bin(const Needs& needs, const base::Actor& actor,
                                             ProgrammeId programme, const Page& page);

/// One round by the program itself: what could be put back until yesterday is let go; history and
/// journal stay. Returns how many removals that were. Several copies of the program may do it at
/// once.
std::int64_t empty_bins(const Needs& needs);

}  // namespace ledger
