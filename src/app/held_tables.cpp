#include "app/held_tables.hpp"

#include "bodies/body_store.hpp"
#include "campaigns/campaign_store.hpp"
#include "drafting/sub_plan_store.hpp"
#include "inspections/feedback_store.hpp"
#include "regulations/regulation_store.hpp"
#include "supervision/check_store.hpp"

namespace app {

std::span<const ledger::HeldTable> held_tables() {
    static const std::vector<ledger::HeldTable> all = [] {
        std::vector<ledger::HeldTable> tables{regulations::held_regulations(),
                                              campaigns::held_campaigns(),
                                              inspections::held_feedback()};
        for (const auto& some :
             {bodies::held_bodies(), supervision::held_checks(), drafting::held_plans()})
            tables.insert(tables.end(), some.begin(), some.end());
        return tables;
    }();
    return all;
}

}  // namespace app
