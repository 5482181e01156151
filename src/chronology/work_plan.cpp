#include "chronology/work_plan.hpp"

namespace chronology {

using base::ErrorKind;
using base::refuse;

std::string_view kind_name_of(const PlannedId& row) {
    return std::holds_alternative<ledger::MeasureId>(row) ? "measure" : "task";
}
std::string text_of(const PlannedId& row) {
    return std::visit([](const auto& id) { return id.text(); }, row);
}

std::optional<base::Error> why_not_link(const base::Actor& actor) {
    if (actor.may(base::Act::report_progress) || actor.may(base::Act::edit_ledger))
        return std::nullopt;
    return refuse(ErrorKind::forbidden, "only_responsible_units_link_plans");
}

base::Result<WorkPlanLink> link(const WorkPlanLink& before, const WorkPlanWords& words,
                                const base::Actor& actor, base::Instant now) {
    if (const auto no = why_not_link(actor)) return *no;
    if (words.plan.empty() != words.item.empty())
        return refuse(ErrorKind::invalid, "work_plan_is_named_whole",
                      words.plan.empty() ? "plan" : "item");
    auto after = before;
    after.plan = words.plan;
    after.item = words.item;
    after.by = actor.name;
    after.at = now;
    ++after.version;
    return after;
}

}  // namespace chronology
