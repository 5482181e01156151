// Issuing a report: what it says now becomes an edition that nothing changes any more. Looking at
// editions, holding one against the one before, taking out its papers. Everything taken out of an
// edition is made of what was frozen, however far the ledger has gone on.
//
// Whoever makes something else of an issued report within a transaction of their own asks
// edition_store.hpp.
#pragma once

#include "documents/document_actions.hpp"
#include "narrative/narrative_actions.hpp"

namespace narrative {

/// Whether what only some are cleared for goes into an edition. With it the edition is seen by
/// those alone who are cleared for all of it; without it, text, tables and figures leave it out.
enum class Restricted { left_out, included };
struct WantedEdition {
    EditionId id;
    std::int64_t version = 0;  // of the report, as it was seen
    Issue issue;
    Restricted restricted = Restricted::left_out;
};
struct EditionView {
    EditionContent content;
    std::string principal;
    bool is_sound = true;               // says what it said when it was issued
    std::optional<EditionId> compared;  // the one before, where it is in sight
};
/// Sent again: as it is. Refuses: narrative_unknown, only_the_office_writes_narratives,
/// same_id_other_content, somebody_else_changed_it (version), narrative_is_being_written (args
/// name: of a part somebody else has in hand), figures_are_stale (args count, value: the first), as
/// check(), document_number_is_used (number).
[[nodiscard]] base::Result<EditionView> issue_narrative(const Needs& needs,
                                                        const base::Actor& actor, NarrativeId id,
                                                        const WantedEdition& wanted);
/// A look at what is guarded leaves its entry. Refuses: names_are_masked (to whom names are not
/// told no report is shown), edition_unknown (also outside the actor's sight), as do all below.
[[nodiscard]] base::Result<EditionView> view_edition(const Needs& needs, const base::Actor& actor,
                                                     EditionId id);
/// What is different from the edition before. Refuses besides: nothing_to_compare_with.
[[nodiscard]] base::Result<EditionDifference> compare_edition(const Needs& needs,
                                                              const base::Actor& actor,
                                                              EditionId id);
/// The rows behind a figure as they were. Refuses besides: figure_unknown.
[[nodiscard]] base::Result<FrozenFigure> view_frozen_figure(const Needs& needs,
                                                            const base::Actor& actor, EditionId id,
                                                            std::string_view name);
/// The whole, or one of its annexes; an entry of the journal. Refuses besides: part_unknown (no
/// annex of it), as take_out_document().
struct WantedFile {
    EditionId edition;
    std::optional<Part> annex = {};
    documents::FileForm form = documents::FileForm::docx;
};
[[nodiscard]] base::Result<documents::DocumentFile> take_out_edition(const Needs& needs,
                                                                     const base::Actor& actor,
                                                                     const WantedFile& wanted);

}  // namespace narrative
