// Extensions in the database. One function a statement; decides nothing.
#pragma once

#include <vector>

#include "db/database.hpp"
#include "ledger/extension.hpp"
#include "ledger/programme_store.hpp"

namespace ledger {

void insert_extension(db::Transaction& transaction, const Extension& extension);
/// State and opinions that are new, over the version before. Refuses: somebody_else_changed_it.
[[nodiscard]] base::Result<void> save_extension(db::Transaction& transaction,
                                                const Extension& extension);
/// When its row lies within the scope.
[[nodiscard]] std::optional<Extension> find_extension(db::Transaction& transaction, ExtensionId id,
                                                      const base::Scope& scope);
/// Of one row, the latest first.
[[nodiscard]] std::vector<Extension> list_extensions_of(db::Transaction& transaction, RowRef row);
/// One more was granted: the copy in the row.
void count_extension(db::Transaction& transaction, RowRef row);

struct ExtensionFilter {
    std::optional<ExtensionState> state;
    bool to_decide = false;  // the actor's opinion is wanted: as why_not(agree)
    Page page;
};
struct ExtensionPage {
    std::vector<Extension> rows;  // the earliest asked first
    std::int64_t total = 0;
};
[[nodiscard]] ExtensionPage list_extensions(db::Transaction& transaction,
                                            const ExtensionFilter& filter,
                                            const base::Actor& actor);

}  // namespace ledger
