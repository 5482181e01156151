#include "ledger/programme.hpp"

#include <array>

namespace ledger {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::array<std::string_view, 4> kind_names{"regular", "special", "look_back", "mobile"};

bool ends_before_feedback(const Programme& programme) {
    return programme.feedback_on && programme.concentrated_end_on &&
           *programme.concentrated_end_on < *programme.feedback_on;
}

}  // namespace

std::string_view name_of(InspectionKind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}

std::optional<InspectionKind> inspection_kind_of(std::string_view name) {
    for (std::size_t i = 0; i < kind_names.size(); ++i)
        if (kind_names[i] == name) return static_cast<InspectionKind>(i);
    return std::nullopt;
}

base::Result<Programme> open(const Programme& wanted, const base::Actor& actor) {
    if (!actor.may(base::Act::edit_ledger))
        return refuse(ErrorKind::forbidden, "only_the_office_opens_programmes");
    if (ends_before_feedback(wanted))
        return refuse(ErrorKind::invalid, "concentrated_period_ends_before_feedback",
                      "concentrated_end_on");
    return wanted;
}

base::Result<Programme> change(const Programme& before, const ProgrammeChange& change,
                               const base::Actor& actor) {
    if (!actor.may(base::Act::edit_ledger))
        return refuse(ErrorKind::forbidden, "only_the_office_edits");
    Programme after = before;
    if (change.title) after.title = *change.title;
    if (change.feedback_on) after.feedback_on = change.feedback_on;
    if (change.concentrated_end_on) after.concentrated_end_on = change.concentrated_end_on;
    if (change.immediate_days) after.immediate_days = *change.immediate_days;
    if (ends_before_feedback(after))
        return refuse(ErrorKind::invalid, "concentrated_period_ends_before_feedback",
                      "concentrated_end_on");
    return after;
}

}  // namespace ledger
