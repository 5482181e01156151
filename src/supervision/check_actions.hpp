// Planning checks, running them from beginning to end, and looking at them. Each change is one
// transaction with its entry in the programme's chain. What is put into the sample:
// sample_actions.hpp; what is found at its rows: finding_actions.hpp.
#pragma once

#include "ledger/evidence_place_store.hpp"
#include "ledger/notice_store.hpp"
#include "ledger/recorder_actions.hpp"
#include "supervision/check_file_store.hpp"
#include "supervision/check_store.hpp"
#include "supervision/checked_row_store.hpp"
#include "supervision/sample_store.hpp"

namespace supervision {

using Needs = ledger::Needs;

struct NewCheck {
    CheckId id;
    base::ProgrammeId programme;
    bool announced = false;
    CheckTerms terms;
};
/// Without items: those that are usual. Sent again with the same content: as it is. Refuses:
/// programme_not_found, as check_terms(), person_unknown (args value), unit_unknown,
/// same_id_other_content.
[[nodiscard]] base::Result<Check> plan_check(const Needs& needs, const base::Actor& actor,
                                             const NewCheck& wanted);

/// A check as somebody saw it before acting on it. All below refuse: check_unknown (also outside
/// the actor's sight), somebody_else_changed_it, then as the rule of their name in check.hpp.
struct SeenCheck {
    CheckId id;
    std::int64_t version = 0;
};
/// Refuses besides: person_unknown, unit_unknown.
[[nodiscard]] base::Result<Check> edit_check(const Needs& needs, const base::Actor& actor,
                                             const SeenCheck& seen, const CheckTerms& terms);
[[nodiscard]] base::Result<Check> announce_check(const Needs& needs, const base::Actor& actor,
                                                 const SeenCheck& seen);
[[nodiscard]] base::Result<Check> begin_check(const Needs& needs, const base::Actor& actor,
                                              const SeenCheck& seen);
[[nodiscard]] base::Result<Check> cancel_check(const Needs& needs, const base::Actor& actor,
                                               const SeenCheck& seen, std::string_view reason);
[[nodiscard]] base::Result<Check> conclude_check(const Needs& needs, const base::Actor& actor,
                                                 const SeenCheck& seen,
                                                 std::string_view conclusion);

/// A draw as its reader is told of it: without its list where that names rows they are not to know.
struct ToldDraw {
    Draw draw;
    bool list_withheld = false;
};
/// A file at a row, and where the same file stands besides: rows of any ledger in sight, which is
/// how an old picture shows itself, and rows of this check, by position.
struct ShownFile {
    evidence::Item item;
    std::vector<ledger::EvidencePlace> elsewhere;
    std::vector<std::int64_t> again_at;
};
/// Everything the page of a check shows; nothing inside for those who do not see that.
struct CheckView {
    Check check;
    CheckFigures figures;
    std::vector<CheckedRow> rows;  // those in scope; the figures count them all
    std::vector<ToldDraw> draws;
    std::map<CheckRowId, std::vector<ShownFile>> files;
};
/// That somebody looked at guarded rows is noted. Refuses: check_unknown.
[[nodiscard]] base::Result<CheckView> view_check(const Needs& needs, const base::Actor& actor,
                                                 CheckId id);
/// Refuses: programme_not_found.
[[nodiscard]] base::Result<CheckPage> list_check_page(const Needs& needs, const base::Actor& actor,
                                                      const CheckFilter& filter);
[[nodiscard]] std::vector<CheckBrief> list_checks_of(const Needs& needs, const base::Actor& actor);

/// What a unit was checked for, and which notices it got.
struct SupervisionCounts {
    UnitCounts checks;
    std::int64_t notices = 0, notices_late = 0;
};
/// By unit's name. Refuses: programme_not_found.
[[nodiscard]] base::Result<std::vector<SupervisionCounts>> count_by_unit(
    const Needs& needs, const base::Actor& actor, base::ProgrammeId programme);

}  // namespace supervision
