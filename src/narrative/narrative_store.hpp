// Statements on reports that are being written: the report, its parts with every wording they had,
// who has one in hand, what was last read of the figures in them. Decides nothing.
#pragma once

#include "db/database.hpp"
#include "ledger/sealed_rows_store.hpp"
#include "narrative/narrative.hpp"

namespace narrative {

void insert_narrative(db::Transaction& transaction, const Narrative& one);
/// Its version. Refuses somebody_else_changed_it.
[[nodiscard]] base::Result<void> save_version(db::Transaction& transaction, const Narrative& one);
/// Whoever may see it.
[[nodiscard]] std::optional<Narrative> find_narrative(db::Transaction& transaction, NarrativeId id);
/// Of one programme, the last one begun first.
[[nodiscard]] std::vector<Narrative> list_narratives(db::Transaction& transaction,
                                                     ProgrammeId programme);

void insert_section(db::Transaction& transaction, NarrativeId id, const Section& section);
/// Heading, the wording that holds now and what was read of its figures; wordings before stay.
/// Refuses somebody_else_changed_it.
[[nodiscard]] base::Result<void> save_section(db::Transaction& transaction, NarrativeId id,
                                              const Section& section);
/// Who has it in hand, where nobody took it in the meantime that `before` did not know of. Returns
/// whether it was saved.
[[nodiscard]] bool save_hold(db::Transaction& transaction, NarrativeId id, const Section& before,
                             const Section& after);
void save_read(db::Transaction& transaction, NarrativeId id, const Section& section);
/// In the order of the report.
[[nodiscard]] std::vector<Section> list_sections(db::Transaction& transaction,
                                                 const Narrative& narrative);
[[nodiscard]] std::optional<Section> find_section(db::Transaction& transaction,
                                                  const Narrative& narrative, Part part);
struct Wording {
    std::int64_t revision = 0;
    std::string text;
    base::Instant at;
    std::string by;
};
/// The last one first.
[[nodiscard]] std::vector<Wording> list_wordings(db::Transaction& transaction, NarrativeId id,
                                                 Part part);

/// What of reports and their editions is sealed where the database seals.
[[nodiscard]] std::vector<ledger::SealedSet> sealed_narratives();

}  // namespace narrative
