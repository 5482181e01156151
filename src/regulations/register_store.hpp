// The register as lists and figures, and what reports claimed beside it. Decides nothing.
#pragma once

#include "ledger/programme_store.hpp"
#include "regulations/regulation_store.hpp"

namespace regulations {

/// done: issued or in force; drafting: on the way; ended: repealed or given up.
enum class WhichRegulations { all, done, drafting, ended };
[[nodiscard]] std::optional<WhichRegulations> which_of(std::string_view name);

struct RegulationFilter {
    ProgrammeId programme;
    WhichRegulations which = WhichRegulations::all;
    std::string problem, measure;  // that they answer; "" : whichever
    ledger::Page page;
};
struct RegulationPage {
    std::vector<Regulation> rows;  // by number, the latest first
    std::int64_t total = 0;
};
[[nodiscard]] RegulationPage list_regulations(db::Transaction& transaction,
                                              const RegulationFilter& filter,
                                              const base::Scope& scope);

/// Of what is done: how many were made, revised, abolished; of the others how many stand where.
struct RegulationCounts {
    std::int64_t made = 0, revised = 0, abolished = 0, drafting = 0, in_review = 0, overdue = 0,
                 ended = 0;
    bool operator==(const RegulationCounts&) const = default;
};
[[nodiscard]] RegulationCounts count_regulations(db::Transaction& transaction,
                                                 ProgrammeId programme,
                                                 const ledger::Viewpoint& viewpoint);

/// A measure whose reports claim another number of regulations than the register has issued for it.
struct ClaimDifference {
    AnsweredRow measure;
    std::int64_t claimed = 0;   // in reports
    std::int64_t issued = 0;    // made or revised, issued or in force or repealed since
    std::int64_t drafting = 0;  // made or revised, on the way
    bool operator==(const ClaimDifference&) const = default;
};
inline constexpr std::int64_t differences_max = 200;
/// By number of the measure, at most differences_max.
[[nodiscard]] std::vector<ClaimDifference> list_differences(db::Transaction& transaction,
                                                            ProgrammeId programme,
                                                            const base::Scope& scope);

inline constexpr std::int64_t due_rows_max = 20;
/// What these units are in charge of, is not issued and due until that day; the most urgent first.
[[nodiscard]] std::vector<Regulation> list_due(db::Transaction& transaction,
                                               const std::vector<base::UnitId>& units,
                                               base::Date until, const base::Scope& scope);

}  // namespace regulations
