// Handovers in the database. One function a statement; decides nothing.
#pragma once

#include <vector>

#include "db/database.hpp"
#include "ledger/handover.hpp"
#include "ledger/programme_store.hpp"

namespace ledger {

void insert_handover(db::Transaction& transaction, const Handover& handover);
/// Everything that changes, over the version before, and signatures that are new. Refuses:
/// somebody_else_changed_it.
[[nodiscard]] base::Result<void> save_handover(db::Transaction& transaction,
                                               const Handover& handover);
[[nodiscard]] std::optional<Handover> find_handover(db::Transaction& transaction, HandoverId id);

struct HandoverFilter {
    std::optional<HandoverState> state;
    bool to_sign = false;  // the actor's signature is wanted now: as part_to_sign()
    Page page;
};
struct HandoverPage {
    std::vector<Handover> rows;  // the latest first
    std::int64_t total = 0;
};
/// Those of units within the actor's scope and those in which the actor is a party.
[[nodiscard]] HandoverPage list_handovers(db::Transaction& transaction,
                                          const HandoverFilter& filter, const base::Actor& actor);
/// The same condition for one. Refuses: handover_unknown.
[[nodiscard]] base::Result<Handover> load_handover(db::Transaction& transaction, HandoverId id,
                                                   const base::Actor& actor);

/// What is open or to be kept up for long: rows that name the person, and with a unit all that it
/// holds. Positions from 1.
[[nodiscard]] std::vector<HandoverItem> list_unfinished(db::Transaction& transaction,
                                                        base::PersonId person,
                                                        std::optional<base::UnitId> unit);
/// In place of what stood there; what was kept stays kept.
void replace_items(db::Transaction& transaction, HandoverId id,
                   const std::vector<HandoverItem>& items);
[[nodiscard]] std::vector<HandoverItem> list_items(db::Transaction& transaction, HandoverId id);
/// False when there is no such item.
[[nodiscard]] bool save_kept(db::Transaction& transaction, HandoverId id, std::int64_t position,
                             bool kept);

struct HandoverItemPage {
    std::vector<HandoverItem> rows;
    std::int64_t total = 0;
};
/// Of the list, what the scope lets somebody see of the rows as they are today.
[[nodiscard]] HandoverItemPage list_items_in_scope(db::Transaction& transaction, HandoverId id,
                                                   const base::Scope& scope, const Page& page);

}  // namespace ledger
