// Statements on issued editions. Decides nothing, and changes nothing that was issued.
//
// For whoever makes something of an issued report, such as its public version: find_latest_edition
// finds the one to begin with and load_edition gives all of it. Document is parts in order, each
// with its heading as printed ("一、…") and lines that say by their kind how deep they stand (body,
// level2, level3, level4; note, head and row of tables, whose cells cells_of() gives). A line that
// tells of a row of the ledger names it (row_kind, row) with the guards it had; guards of the
// edition are those of all its lines and figures together. Numbers in the text are final: they are
// the figures in words.
#pragma once

#include "db/database.hpp"
#include "narrative/edition.hpp"

namespace narrative {

/// With its content, in one go.
void insert_edition(db::Transaction& transaction, const EditionContent& content);
/// When the scope covers the inspected unit as a whole and is cleared for all that stands in it.
[[nodiscard]] std::optional<Edition> find_edition(db::Transaction& transaction, EditionId id,
                                                  const base::Scope& scope);
/// Of one programme within the scope, the last one issued first.
[[nodiscard]] std::vector<Edition> list_editions(db::Transaction& transaction,
                                                 ProgrammeId programme, const base::Scope& scope);
/// The first of these, of one kind where one is named.
[[nodiscard]] std::optional<Edition> find_latest_edition(db::Transaction& transaction,
                                                         ProgrammeId programme,
                                                         std::optional<NarrativeKind> kind,
                                                         const base::Scope& scope);
/// The one of the same report before it, whoever may see it.
[[nodiscard]] std::optional<Edition> find_edition_before(db::Transaction& transaction,
                                                         const Edition& edition);
/// Everything that stands in an edition.
[[nodiscard]] EditionContent load_edition(db::Transaction& transaction, const Edition& edition);
/// Whether the number, as numbers are compared, is that of an edition already.
[[nodiscard]] bool is_number_used(db::Transaction& transaction, std::string_view number);
/// How many editions each report of a programme has, whoever may see them.
[[nodiscard]] std::int64_t count_editions(db::Transaction& transaction, NarrativeId narrative);

}  // namespace narrative
