// Writing the parts of a report: taking one in hand, saving it, saying that its figures were looked
// at again, its wordings, a new draft from what the program holds now.
#pragma once

#include "narrative/narrative_actions.hpp"

namespace narrative {

/// Which part of which report.
struct SectionPlace {
    NarrativeId narrative;
    Part part = Part::opening;
};
/// Who has what in hand and which wording holds, without the figures: what a page asks for whenever
/// it is told that something changed.
struct SectionState {
    Part part = Part::opening;
    std::int64_t revision = 1;
    std::string by;
    std::optional<Hold> hold;  // while it holds
};
struct WritingState {
    std::int64_t version = 1, editions = 0;
    std::vector<SectionState> sections;
};
/// Refuses narrative_unknown, as do all below.
[[nodiscard]] base::Result<WritingState> view_state(const Needs& needs, const base::Actor& actor,
                                                    NarrativeId id);

/// Takes a part in hand, or says again that it is. Taking it from somebody is an entry of the
/// journal. Refuses: only_the_office_writes_narratives, part_unknown, as hold().
[[nodiscard]] base::Result<WritingState> hold_section(const Needs& needs, const base::Actor& actor,
                                                      const SectionPlace& place,
                                                      TakeOver take_over);
/// As above. What another has in hand stays theirs.
[[nodiscard]] base::Result<WritingState> let_section_go(const Needs& needs,
                                                        const base::Actor& actor,
                                                        const SectionPlace& place);
/// Refuses: only_the_office_writes_narratives, part_unknown, as write().
[[nodiscard]] base::Result<NarrativeView> write_section(const Needs& needs,
                                                        const base::Actor& actor,
                                                        const SectionPlace& place,
                                                        const SectionDraft& draft);
/// Its figures were read as they are now: none is stale any more. Refuses:
/// only_the_office_writes_narratives, part_unknown, somebody_else_changed_it (revision).
[[nodiscard]] base::Result<NarrativeView> confirm_figures(const Needs& needs,
                                                          const base::Actor& actor,
                                                          const SectionPlace& place,
                                                          std::int64_t revision);
/// The last one first. Refuses part_unknown.
[[nodiscard]] base::Result<std::vector<Wording>> list_wordings_of(const Needs& needs,
                                                                  const base::Actor& actor,
                                                                  const SectionPlace& place);
/// What would stand there if the report were begun now; nothing is saved. Refuses: part_unknown,
/// section_is_live.
struct ProposedText {
    std::string text;
};
[[nodiscard]] base::Result<ProposedText> draft_anew(const Needs& needs, const base::Actor& actor,
                                                    const SectionPlace& place);

}  // namespace narrative
