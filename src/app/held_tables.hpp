// All that capabilities beside the ledger keep by units, put together. A capability that has more
// of it adds its own here.
#pragma once

#include <span>

#include "ledger/held_table.hpp"

namespace app {

/// Lives as long as the program.
[[nodiscard]] std::span<const ledger::HeldTable> held_tables();

}  // namespace app
