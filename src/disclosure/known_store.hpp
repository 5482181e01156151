// What a text that goes public is held against: persons and units of the installation, and what
// stands behind guards. Reads everything, whoever asks: nothing of it is shown but that it is
// there. Decides nothing.
#pragma once

#include "db/database.hpp"
#include "disclosure/hiding.hpp"
#include "disclosure/outline_paper.hpp"
#include "ledger/programme_store.hpp"

namespace disclosure {

/// `levels`: below the inspected unit that may be named. `open_words`: of the text itself.
[[nodiscard]] Known load_known(db::Transaction& transaction, const ledger::Programme& programme,
                               std::int64_t levels, base::Date today);

/// What the public notice is made of: all that nothing guards, as of `today`.
[[nodiscard]] OutlineSource load_outline_source(db::Transaction& transaction,
                                                const ledger::Programme& programme,
                                                base::Date today);

}  // namespace disclosure
