// Bodies in the database. One function a statement; decides nothing.
#pragma once

#include <map>

#include "bodies/body.hpp"
#include "db/database.hpp"
#include "ledger/held_table.hpp"

namespace bodies {

void insert_body(db::Transaction& transaction, const Body& body);
/// Its terms and members, over the version before. Refuses: somebody_else_changed_it.
[[nodiscard]] base::Result<void> save_body(db::Transaction& transaction, const Body& body);
void delete_body(db::Transaction& transaction, BodyId id);
[[nodiscard]] std::optional<Body> find_body(db::Transaction& transaction, BodyId id);
/// Of one programme: those that are not dissolved first, by kind, then as they were set up.
[[nodiscard]] std::vector<Body> list_bodies(db::Transaction& transaction, ProgrammeId programme);
/// The paths of the units in which members of the programme's bodies lead.
[[nodiscard]] std::map<base::UnitId, std::string> list_portfolio_paths(db::Transaction& transaction,
                                                                       ProgrammeId programme);

/// What follows a unit that is merged: where a body sits, who serves in it, who leads in what.
[[nodiscard]] std::vector<ledger::HeldTable> held_bodies();

}  // namespace bodies
