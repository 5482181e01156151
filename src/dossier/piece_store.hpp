// What fills the lines of a dossier, found in the tables of the modules that hold it: one small
// statement a source, put together in the database. Decides nothing. A capability that has
// something for the dossier adds a source to material.hpp and its statement here.
#pragma once

#include <map>

#include "db/database.hpp"
#include "dossier/material.hpp"
#include "ledger/programme_store.hpp"

namespace dossier {

struct PieceQuery {
    ProgrammeId programme;
    base::Guards withheld;  // what has any of them is left out
    ledger::Page page;
};
/// What fills the lines that are not dropped and stands in no sealed volume, in archival order: by
/// line, then by when it came; `lines` in their order.
[[nodiscard]] PiecePage list_waiting_pieces(db::Transaction& transaction,
                                            const std::vector<Line>& lines,
                                            const PieceQuery& query);
[[nodiscard]] std::int64_t count_waiting_pieces(db::Transaction& transaction,
                                                const std::vector<Line>& lines,
                                                ProgrammeId programme, base::Guards withheld);
/// How many fill each line, sealed or not, by its key.
[[nodiscard]] std::map<std::string, std::int64_t> count_pieces(db::Transaction& transaction,
                                                               const std::vector<Line>& lines,
                                                               ProgrammeId programme,
                                                               base::Guards withheld);

}  // namespace dossier
