#include "regulations/study.hpp"

namespace regulations {

using base::Act;
using base::ErrorKind;

std::optional<base::Error> why_not_keep(const Study& study, const base::Actor& actor) {
    const bool of_unit =
        actor.may(Act::report_progress) && actor.scope.covers(study.unit_path, study.programme);
    if (actor.may(Act::edit_ledger) || of_unit) return std::nullopt;
    return base::refuse(ErrorKind::forbidden, "only_the_unit_in_charge_moves_it");
}

base::Result<void> check(const Study& study, base::Date today) {
    if (study.studied_on <= today) return {};
    return base::refuse(
        ErrorKind::invalid, "step_lies_in_the_future", "studied_on",
        {{"value", base::to_text(study.studied_on)}, {"accepted", base::to_text(today)}});
}

}  // namespace regulations
