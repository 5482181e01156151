// What a sample is drawn from, and draws, in the database. One function a statement; decides
// nothing.
#pragma once

#include "db/database.hpp"
#include "supervision/sample.hpp"

namespace supervision {

/// The rows within the scope that may be drawn for the check and are not in its sample. What is
/// copied and whose evidence is doubtful is not known here.
[[nodiscard]] std::vector<Candidate> list_pool(db::Transaction& transaction, const Check& check,
                                               const PoolFilter& filter, const base::Scope& scope);
/// A row of the programme by its number, when it is in the pool of that kind.
[[nodiscard]] std::optional<Candidate> find_candidate(db::Transaction& transaction,
                                                      const Check& check, RowKind kind,
                                                      std::int64_t number,
                                                      const base::Scope& scope);

void insert_draw(db::Transaction& transaction, const Draw& draw);
[[nodiscard]] std::optional<Draw> find_draw(db::Transaction& transaction, DrawId id);
/// By number.
[[nodiscard]] std::vector<Draw> list_draws(db::Transaction& transaction, CheckId check);
/// The number of the last one; 0 before the first.
[[nodiscard]] std::int64_t load_last_draw(db::Transaction& transaction, CheckId check);
/// "M40", "P7": the rows that came of a draw, whoever may see them.
[[nodiscard]] std::vector<std::string> list_drawn(db::Transaction& transaction, const Draw& draw);

}  // namespace supervision
