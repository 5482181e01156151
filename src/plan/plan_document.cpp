#include "plan/plan_document.hpp"

namespace plan {

Counts counts(const PlanDocument& document) {
    Counts found;
    for (const auto& area : document.areas) {
        found.areas += !area.heading.empty();
        found.problems += area.problems.size();
        found.measures += area.measures.size();
        for (const auto& problem : area.problems) {
            found.manifestations += problem.manifestations.size();
            found.measures += problem.measures.size();
            for (const auto& manifestation : problem.manifestations)
                found.measures += manifestation.measures.size();
        }
    }
    return found;
}

}  // namespace plan
