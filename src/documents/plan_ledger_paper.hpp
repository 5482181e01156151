// The ledger as a plan prints it: areas, problems with their manifestations, measures with who
// answers and by when; from the rows as they are, or as they stood when a version was frozen. What
// stands together on paper, and how holders and deadlines are worded so that they are read back as
// they are. Pure.
#pragma once

#include "drafting/document.hpp"
#include "reports/ledger_sheet_store.hpp"

namespace documents {

struct Terms {
    ledger::Responsibility holders;
    ledger::Deadline deadline;
    bool operator==(const Terms&) const = default;
    [[nodiscard]] bool empty() const { return holders.empty() && deadline.empty(); }
};
struct PlanLine {
    std::string number, text;
    bool operator==(const PlanLine&) const = default;
};
struct PlanMeasure {
    std::string id;
    PlanLine line;
    Terms own, terms;                 // terms: own, else the problem's
    std::vector<std::size_t> serves;  // manifestations, from 0, rising; none: the problem itself
    std::string progress;
    bool unnumbered = false;  // the ledger has no number for it; the paper gives one
};
struct PlanProblem {
    std::string id;
    PlanLine line;
    std::string goal;
    std::vector<PlanLine> manifestations;
    Terms terms;
    std::vector<PlanMeasure> measures;
};
struct PlanArea {
    PlanLine line;  // text "" where the ledger has no areas
    std::vector<PlanProblem> problems;
};
using PlanLedger = std::vector<PlanArea>;

/// In the order of the ledger; what has no printed number gets one. Problems without an area come
/// first: on paper they would else stand under the area before them.
[[nodiscard]] PlanLedger plan_ledger(const reports::SheetSource& rows,
                                     const std::vector<ledger::Service>& services);
/// As a frozen version tells it. `rows`, as they are now, say where numbers end and what measures
/// serve, where the version shows the same problem.
[[nodiscard]] PlanLedger plan_ledger(const drafting::DocumentSection& frozen,
                                     const PlanLedger& rows);

/// Manifestations that are printed one after the other, then the measures that answer them.
struct PlanBlock {
    std::vector<std::size_t> manifestations, measures;
};
/// All of them in one block where measures answer manifestations across each other.
[[nodiscard]] std::vector<PlanBlock> blocks_of(const PlanProblem& problem);

struct PlanCounts {
    std::size_t areas = 0, problems = 0, measures = 0;
};
[[nodiscard]] PlanCounts count(const PlanLedger& ledger);

/// The wording, where it names the same day in a document of this day, else the day, else the kind.
[[nodiscard]] std::string words_of(const ledger::Deadline& deadline, base::Date document_day);
/// （牵头领导：周启明；责任单位：预算科、国库科；完成时限：2026年6月底前）; "" for none.
[[nodiscard]] std::string statement_of(const Terms& terms, base::Date document_day);

}  // namespace documents
