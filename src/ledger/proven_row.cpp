#include "ledger/proven_row.hpp"

#include <array>

namespace ledger {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::array<std::string_view, 5> act_names{"add", "link", "replace", "correct", "remove"};

}  // namespace

std::string_view name_of(EvidenceAct act) {
    return act_names[static_cast<std::size_t>(act)];
}

ProvenRow proven_row(const Measure& measure, const Problem& above) {
    const bool waits = measure.status == MeasureStatus::awaiting_review ||
                       above.status == ProblemStatus::awaiting_review;
    return {"measure",
            measure.id.text(),
            measure.programme,
            measure.number,
            above.guards,
            above.status == ProblemStatus::struck_off,
            waits,
            measure.status == MeasureStatus::done};
}

ProvenRow proven_row(const Problem& problem) {
    return {"problem",
            problem.id.text(),
            problem.programme,
            problem.number,
            problem.guards,
            problem.status == ProblemStatus::struck_off,
            problem.status == ProblemStatus::awaiting_review,
            false};
}

std::optional<ProvenId> proven_id(std::string_view kind, std::string_view id) {
    if (kind == "measure") {
        if (const auto measure = MeasureId::parse(id)) return *measure;
    } else if (kind == "problem") {
        if (const auto problem = ProblemId::parse(id)) return *problem;
    }
    return std::nullopt;
}

std::optional<base::Error> why_not_disturb(const ProvenRow& row) {
    if (row.struck_off)
        return refuse(ErrorKind::illegal_transition, "struck_off_problems_never_change");
    if (row.under_review) return refuse(ErrorKind::illegal_transition, "evidence_is_under_review");
    if (row.done) return refuse(ErrorKind::illegal_transition, "evidence_was_accepted");
    return std::nullopt;
}

std::optional<base::Error> why_not(EvidenceAct act, const ProvenRow& row,
                                   const base::Actor& actor) {
    if (!actor.may(base::Act::report_progress) && !actor.may(base::Act::edit_ledger))
        return refuse(ErrorKind::forbidden, "only_responsible_units_prove");
    if (act != EvidenceAct::add && act != EvidenceAct::link) return why_not_disturb(row);
    if (row.struck_off)
        return refuse(ErrorKind::illegal_transition, "struck_off_problems_never_change");
    return std::nullopt;
}

}  // namespace ledger
