#include "life_meetings/plan_reading_actions.hpp"

#include "office/document.hpp"
#include "plan/intake.hpp"

namespace life_meetings {

base::Result<ReadPlans> read_life_plans(const Needs& needs, const base::Actor& actor,
                                        const BroughtPlan& brought) {
    const auto allowed =
        needs.database.read([&](db::Transaction& transaction) -> base::Result<void> {
            return why_not_plan(transaction, actor, brought.programme);
        });
    if (!allowed) return allowed.error();
    const auto document = office::read_document(brought.file);
    if (!document) return document.error();
    ReadPlans found{brought.name, {}};
    for (const auto& one : plan::read_plan(*document).meeting_plans)
        found.plans.push_back(proposed(one));
    if (found.plans.empty())
        return base::refuse(base::ErrorKind::invalid, "document_has_no_life_meeting", "name",
                            {{"value", brought.name}});
    return found;
}

}  // namespace life_meetings
