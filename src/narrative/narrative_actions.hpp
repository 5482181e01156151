// Reports of a programme: which there are, beginning one, looking at it with its figures as they
// are now, and opening a figure to the rows that it counts. Each change is one transaction with its
// entry in the programme's chain.
#pragma once

#include "ledger/recorder_actions.hpp"
#include "narrative/edition_store.hpp"
#include "narrative/live_paper.hpp"
#include "narrative/narrative_store.hpp"

namespace narrative {

using ledger::Needs;

/// A report with its editions in sight, the last one first; `open`: it may be looked at while it is
/// being written.
struct ListedNarrative {
    Narrative narrative;
    std::vector<Edition> editions;
    bool open = false;
};
struct NarrativeList {
    std::vector<ListedNarrative> rows;
    std::string principal;  // who would be proposed
    bool may_begin = false;
};
/// Reports that are not open and have no edition in sight are left out. Refuses
/// programme_not_found.
[[nodiscard]] base::Result<NarrativeList> list_narratives_of(const Needs& needs,
                                                             const base::Actor& actor,
                                                             ProgrammeId programme);

/// A report as its page shows it.
struct NarrativeView {
    Narrative narrative;
    std::vector<Section> sections;  // those in sight
    Document document;              // the same parts with figures in words, as they are now
    Figures figures;
    std::vector<Edition> editions;
    std::string unit;      // the inspected one, who usually issues it
    std::string receiver;  // the inspecting body, to whom it usually goes
    base::Guards cleared;
    base::Instant now;
};
/// Refuses narrative_unknown (also to those who may not see it, see why_not_see()), as do all
/// below.
[[nodiscard]] base::Result<NarrativeView> view_narrative(const Needs& needs,
                                                         const base::Actor& actor, NarrativeId id);
/// A figure with the rows it counts. Refuses besides: figure_unknown.
[[nodiscard]] base::Result<Figure> view_figure(const Needs& needs, const base::Actor& actor,
                                               NarrativeId id, std::string_view name);

struct NewNarrative {
    NarrativeId id;
    ProgrammeId programme;
    NarrativeKind kind = NarrativeKind::progress_report;
    std::string title;      // "": as it is usually called
    std::string principal;  // "": as find_principal() finds
};
/// Each written part begins with a draft of what the program holds, without anything that is
/// guarded. Sent again: as it is. Refuses: programme_not_found, only_the_office_writes_narratives,
/// programme_not_seen_as_a_whole, same_id_other_content.
[[nodiscard]] base::Result<NarrativeView> begin_narrative(const Needs& needs,
                                                          const base::Actor& actor,
                                                          const NewNarrative& wanted);

/// Steps for actions.
struct Opened {
    Narrative narrative;
    ledger::Programme programme;
};
/// Refuses narrative_unknown.
[[nodiscard]] base::Result<Opened> open_narrative(db::Transaction& transaction,
                                                  const base::Actor& actor, NarrativeId id);
/// What is held for this reader, told of the principal of the report.
[[nodiscard]] Source source_for(db::Transaction& transaction, const Opened& opened,
                                const base::Actor& actor, base::Date today);
[[nodiscard]] NarrativeView show_narrative(db::Transaction& transaction, const Needs& needs,
                                           const base::Actor& actor, const Opened& opened);
/// The same actor without what only some are cleared for, but for the mark of the programme.
[[nodiscard]] base::Actor unrestricted(base::Actor actor);
void note(ledger::Recorder& recorder, std::string_view act, const Narrative& narrative,
          std::vector<std::pair<std::string, std::string>> more = {});

}  // namespace narrative
