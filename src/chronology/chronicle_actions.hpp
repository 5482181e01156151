// Looking at the chronology of a programme, taking it out as a workbook, and writing what happened
// outside the system. Each change is one transaction with its entry in the programme's chain.
#pragma once

#include <filesystem>

#include "chronology/entry_store.hpp"
#include "chronology/happening_store.hpp"
#include "ledger/recorder_actions.hpp"
#include "office/workbook.hpp"

namespace chronology {

struct Needs {
    ledger::Needs ledger;
    std::filesystem::path temporary;  // where a workbook is written before it is sent
};

struct Chronicle {
    HappeningPage page;
    bool may_write = false;
};
/// The latest first. Refuses programme_not_found. A look at what is restricted leaves its trace.
[[nodiscard]] base::Result<Chronicle> view_chronicle(const Needs& needs, const base::Actor& actor,
                                                     const HappeningFilter& filter);

inline constexpr std::int64_t chronicle_rows_max = 50'000;
/// All that `eyes` see of a programme, the oldest first, as a sheet. A step for actions.
[[nodiscard]] office::Sheet whole_chronicle(db::Transaction& transaction,
                                            const ledger::Programme& programme, const Eyes& eyes,
                                            HappeningFilter filter = {});

struct ChronicleBook {
    std::filesystem::path file;  // the caller deletes it
    std::string name;            // for the download, in Chinese
};
/// What fits the filter, the oldest first; an entry in the programme's journal. Refuses as
/// view_chronicle().
[[nodiscard]] base::Result<ChronicleBook> export_chronicle(const Needs& needs,
                                                           const base::Actor& actor,
                                                           const HappeningFilter& filter);

struct EntryView {
    Entry entry;
    std::vector<EntryVersion> versions;  // newest first
    bool may_write = false;
};
/// Refuses: chronicle_entry_unknown (also for those who do not see the programme as a whole).
[[nodiscard]] base::Result<EntryView> view_entry(const Needs& needs, const base::Actor& actor,
                                                 EntryId id);
/// Sent again with the same content: as it is. Refuses: programme_not_found, as why_not_write(),
/// check(), same_id_other_content.
[[nodiscard]] base::Result<EntryView> write_entry(const Needs& needs, const base::Actor& actor,
                                                  const Entry& wanted);
struct SeenEntry {
    EntryId id;
    std::int64_t version = 0;
};
/// Refuses: chronicle_entry_unknown, as why_not_write(), somebody_else_changed_it, as edit().
[[nodiscard]] base::Result<EntryView> edit_entry(const Needs& needs, const base::Actor& actor,
                                                 const SeenEntry& seen, const Note& note);
/// As above, as remove().
[[nodiscard]] base::Result<EntryView> remove_entry(const Needs& needs, const base::Actor& actor,
                                                   const SeenEntry& seen, std::string_view reason);

/// Whether the unit under inspection lies within the actor's scope.
[[nodiscard]] bool sees_as_a_whole(db::Transaction& transaction, const base::Actor& actor,
                                   const ledger::Programme& programme);

}  // namespace chronology
