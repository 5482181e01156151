// What people do with views that are kept for everybody who sees a programme. Each refuses
// programme_not_found first (also outside the scope).
#pragma once

#include "ledger/recorder_actions.hpp"
#include "ledger/shared_view_store.hpp"

namespace ledger {

struct SharedViews {
    std::vector<SharedView> rows;  // by name
    bool may_share = false;
};
[[nodiscard]] base::Result<SharedViews> view_shared_views(const Needs& needs,
                                                          const base::Actor& actor,
                                                          ProgrammeId programme);
/// Refuses besides: as share().
[[nodiscard]] base::Result<SharedViews> share_view(const Needs& needs, const base::Actor& actor,
                                                   ProgrammeId programme, const SharedView& wanted);
/// One that is gone already is gone. Refuses besides: as why_not_share().
[[nodiscard]] base::Result<SharedViews> drop_shared_view(const Needs& needs,
                                                         const base::Actor& actor,
                                                         ProgrammeId programme, SharedViewId id);

}  // namespace ledger
