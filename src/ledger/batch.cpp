#include "ledger/batch.hpp"

#include "base/names.hpp"
#include "base/utf8.hpp"

namespace ledger {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::array<std::string_view, 4> outcome_names{"changed", "unchanged", "refused",
                                                        "changed_meanwhile"};

}  // namespace

std::string_view name_of(BatchOutcome outcome) {
    return outcome_names[static_cast<std::size_t>(outcome)];
}
std::optional<BatchOutcome> batch_outcome_of(std::string_view name) {
    return base::named<BatchOutcome>(outcome_names, name);
}

BatchCounts count(const std::vector<BatchedRow>& rows) {
    BatchCounts counts;
    for (const auto& row : rows) {
        switch (row.outcome) {
            case BatchOutcome::changed: ++counts.changed; break;
            case BatchOutcome::unchanged: ++counts.unchanged; break;
            case BatchOutcome::refused: ++counts.refused; break;
            case BatchOutcome::changed_meanwhile: ++counts.changed_meanwhile; break;
        }
        if (row.changed_since) ++counts.changed_since;
    }
    return counts;
}

std::optional<base::Error> why_not_batch(std::string_view reason, const base::Actor& actor) {
    if (!actor.may(base::Act::edit_ledger))
        return refuse(ErrorKind::forbidden, "only_the_office_edits");
    if (base::chars_in(reason) < base::limits::reason_chars_min)
        return refuse(ErrorKind::invalid, "reason_says_nothing", "reason",
                      {{"accepted", std::to_string(base::limits::reason_chars_min)}});
    return std::nullopt;
}

std::optional<base::Error> why_not_undo(const Batch& batch, const base::Actor& actor) {
    if (!actor.may(base::Act::edit_ledger))
        return refuse(ErrorKind::forbidden, "only_the_office_edits");
    if (batch.undone_by) return refuse(ErrorKind::conflict, "batch_is_undone_already");
    if (batch.counts.changed == 0)
        return refuse(ErrorKind::illegal_transition, "batch_changed_nothing");
    return std::nullopt;
}

}  // namespace ledger
