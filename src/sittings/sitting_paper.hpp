// Official documents of a sitting and of what follows it, each from what is stored: agenda, script
// of the host, sheet to sign, record, criticisms, report, bulletin, lists, catalogue. Pure.
#pragma once

#include "office/paper.hpp"
#include "sittings/archive.hpp"

namespace sittings {

/// As far as the reader sees it.
struct PaperSource {
    const LifeMeeting& meeting;
    const Sitting& sitting;
    std::vector<RecordEntry> entries = {};
    std::vector<Remark> remarks = {};
    std::vector<ListItem> items = {};
    std::vector<ArchiveLine> catalogue = {};
    LifeText text = {};  // of the script, the report, the bulletin
};
[[nodiscard]] office::Paper paper_of(SittingPaper paper, const PaperSource& source);

/// One family each; paper_of() chooses.
[[nodiscard]] office::Paper agenda_paper(const PaperSource& source);
[[nodiscard]] office::Paper sign_in_paper(const PaperSource& source);
[[nodiscard]] office::Paper record_paper(const PaperSource& source);
[[nodiscard]] office::Paper criticisms_paper(const PaperSource& source);
[[nodiscard]] office::Paper text_paper(const PaperSource& source);
[[nodiscard]] office::Paper team_list_paper(const PaperSource& source);
[[nodiscard]] office::Paper personal_lists_paper(const PaperSource& source);
[[nodiscard]] office::Paper catalogue_paper(const PaperSource& source);
/// What lies in a package, for whom it is packed.
[[nodiscard]] office::Paper package_paper(const LifeMeeting& meeting, const Package& package);

}  // namespace sittings
