// Opinions from a workbook: its template, checked as a whole without writing anything, then entered
// in one transaction through the same rules as by hand.
#pragma once

#include "opinions/entering_actions.hpp"
#include "opinions/opinion_import.hpp"
#include "reports/ledger_book_actions.hpp"

namespace opinions {

/// What an import would do, or did.
struct OpinionImportReport {
    std::int64_t sheets = 0, blank_sheets = 0, opinions = 0, bad_rows = 0;
    std::vector<office::SheetFault> faults;
};
enum class BadRows { refuse, leave_out };

/// All below refuse: life_meeting_unknown, as why_not(enter), opinions_are_not_collected_yet.
[[nodiscard]] base::Result<reports::LedgerBook> write_opinion_template(const reports::Needs& needs,
                                                                       const base::Actor& actor,
                                                                       LifeMeetingId id);
/// Refuses besides what reading a workbook refuses.
[[nodiscard]] base::Result<OpinionImportReport> check_opinion_workbook(
    const Needs& needs, const base::Actor& actor, LifeMeetingId id,
    const std::filesystem::path& file);
/// Refuses also: workbook_has_faults (args count) unless bad rows may be left out,
/// no_sheets_to_enter, opinions_entered_before (the same file).
[[nodiscard]] base::Result<OpinionImportReport> import_opinion_workbook(
    const Needs& needs, const base::Actor& actor, LifeMeetingId id, BadRows bad_rows,
    const std::filesystem::path& file);
/// The bad rows in the template, with what is wrong.
[[nodiscard]] base::Result<reports::LedgerBook> return_bad_opinions(
    const reports::Needs& needs, const base::Actor& actor, LifeMeetingId id,
    const std::filesystem::path& file);

}  // namespace opinions
