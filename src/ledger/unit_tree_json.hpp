// Messages about changes of the tree of units.
#pragma once

#include <string>
#include <string_view>

#include "ledger/unit_tree_actions.hpp"

namespace ledger {

/// {"version","parent_id"|null}
struct UnitPlace {
    std::int64_t version = 0;
    std::optional<base::UnitId> parent;
};
[[nodiscard]] base::Result<UnitPlace> read_unit_place(std::string_view body);

/// {"version","into"}
struct UnitMerger {
    std::int64_t version = 0;
    base::UnitId into;
};
[[nodiscard]] base::Result<UnitMerger> read_unit_merger(std::string_view body);

/// {"version"}
[[nodiscard]] base::Result<std::int64_t> read_unit_closure(std::string_view body);

/// {"unit","open_units","persons","active_accounts","open_rows","scoped_accounts"}
[[nodiscard]] std::string to_json(const UnitView& view);

}  // namespace ledger
