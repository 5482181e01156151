// Problems on the wire: the detail page and everything that can be sent about one.
#pragma once

#include "ledger/problem_actions.hpp"
#include "ledger/row_json.hpp"

namespace ledger {

[[nodiscard]] std::string to_json(const ProblemView& view, const Reader& reader);
/// "manifestation_ids" and "also_serves" of one of the measures that `services` are about.
void write_services(base::JsonWriter& json, const Measure& measure,
                    const std::vector<Service>& services);
void write_refusals(base::JsonWriter& json, const std::vector<Refusal>& refusals,
                    const Reader& reader);
void write_steps(base::JsonWriter& json, const std::vector<Step>& steps, const Reader& reader);
/// "changes":[{"field","old","new"}]
void write_changes(base::JsonWriter& json, const std::vector<journal::FieldChange>& changes,
                   const Reader& reader);
/// {"rows":[…]}
[[nodiscard]] std::string to_json(const std::vector<HistoryChange>& history, const Reader& reader);

[[nodiscard]] base::Result<NewProblem> read_new_problem(std::string_view body);

struct ProblemPatch {
    std::int64_t version = 0;
    ProblemChange change;
};
[[nodiscard]] base::Result<ProblemPatch> read_problem_patch(std::string_view body);

struct Guarding {
    std::int64_t version = 0;
    base::Guards guards;
};
[[nodiscard]] base::Result<Guarding> read_guarding(
    std::string_view body);  // {"version","guards":[]}

struct WantedSuccessor {
    ProblemId id;
    std::string reason, text;
};
[[nodiscard]] base::Result<WantedSuccessor> read_successor(std::string_view body);

}  // namespace ledger
