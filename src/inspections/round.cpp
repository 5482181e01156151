#include "inspections/round.hpp"

namespace inspections {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::array<std::string_view, 4> stage_names{"planned", "under_way", "awaiting_feedback",
                                                      "fed_back"};

}  // namespace

std::string_view name_of(Stage stage) {
    return stage_names[static_cast<std::size_t>(stage)];
}

Stage stage_of(const InspectedUnit& one, base::Date today) {
    if (one.feedback_on) return Stage::fed_back;
    if (!one.days.begins_on || *one.days.begins_on > today) return Stage::planned;
    if (one.days.ends_on && *one.days.ends_on < today) return Stage::awaiting_feedback;
    return Stage::under_way;
}

std::optional<base::Error> why_not_keep(const base::Actor& actor) {
    if (actor.may(base::Act::register_inspections)) return std::nullopt;
    return refuse(ErrorKind::forbidden, "only_registrars_keep_inspections");
}

base::Result<void> check(const Days& days) {
    if (days.begins_on && days.ends_on && *days.ends_on < *days.begins_on)
        return refuse(ErrorKind::invalid, "ends_before_it_begins", "ends_on",
                      {{"value", base::to_text(*days.ends_on)},
                       {"accepted", base::to_text(*days.begins_on)}});
    return {};
}

std::optional<base::Error> why_not_remove(const InspectedUnit& one) {
    if (one.programme) return refuse(ErrorKind::illegal_transition, "inspected_unit_has_programme");
    return std::nullopt;
}

}  // namespace inspections
