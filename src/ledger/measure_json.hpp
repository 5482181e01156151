// Measures on the wire: the detail page and everything that can be sent about one.
#pragma once

#include "ledger/measure_actions.hpp"
#include "ledger/problem_json.hpp"
#include "ledger/review_json.hpp"

namespace ledger {

[[nodiscard]] std::string to_json(const MeasureView& view, const Reader& reader);

[[nodiscard]] base::Result<NewMeasure> read_new_measure(std::string_view body);

struct MeasurePatch {
    std::int64_t version = 0;
    MeasureChange change;
};
[[nodiscard]] base::Result<MeasurePatch> read_measure_patch(std::string_view body);

struct ServicesForm {
    std::int64_t version = 0;
    Services services;
};
[[nodiscard]] base::Result<ServicesForm> read_services(std::string_view body);
/// Notes besides the shape: result_kind_stands_twice.
[[nodiscard]] base::Result<ProgressEntry> read_entry(std::string_view body);

struct AcceptanceForm {
    std::int64_t version = 0;
    MeasureStatus outcome = MeasureStatus::done;
    std::string opinion;
    LongTerm long_term;
};
[[nodiscard]] base::Result<AcceptanceForm> read_acceptance(std::string_view body);

}  // namespace ledger
