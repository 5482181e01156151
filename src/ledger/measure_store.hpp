// Statements on measures, their reports and the refusals of both levels. Decides nothing.
#pragma once

#include <vector>

#include "db/database.hpp"
#include "ledger/problem_store.hpp"
#include "ledger/task.hpp"

namespace ledger {

/// What the copies in a measure's row are made of, besides the measure itself.
struct MeasurePlace {
    AreaId area;
    std::int64_t area_number = 0, problem_number = 0;
    DeadlineKind kind =
        DeadlineKind::unspecified;  // of the deadline that counts, own or the problem's
    std::string unit_label, leader_label;
    Holding held;
    base::Guards guards;  // the problem's
};

/// A measure from columns 0–18, in the order of every SELECT of measures.
[[nodiscard]] Measure measure_in(const db::Row& row);
void insert_measure(db::Transaction& transaction, const Measure& measure,
                    const MeasurePlace& place);
/// Refuses measure_not_found, also when it lies outside the scope.
[[nodiscard]] base::Result<Measure> load_measure(db::Transaction& transaction, MeasureId id,
                                                 const base::Scope& scope);
/// Writes what a transition or a report changes. Refuses somebody_else_changed_it.
[[nodiscard]] base::Result<void> save_measure(db::Transaction& transaction, const Measure& measure);
/// Writes the copies of a measure whose responsibility or deadline, or whose problem's, changed.
void save_measure_place(db::Transaction& transaction, const Measure& measure,
                        const MeasurePlace& place);
/// Those that stand under the problem, not those that serve it from elsewhere.
[[nodiscard]] std::vector<Measure> list_measures(db::Transaction& transaction, ProblemId problem);
[[nodiscard]] std::vector<Measure> list_measures_of_programme(db::Transaction& transaction,
                                                              ProgrammeId programme);

/// Which problem, and which manifestation of it, a measure serves.
struct Service {
    MeasureId measure;
    ProblemId problem;
    std::optional<ManifestationId> manifestation;
    std::int64_t problem_number = 0;  // read with the row, never written
    bool operator==(const Service&) const = default;
};
void insert_service(db::Transaction& transaction, ProgrammeId programme, const Service& service);
void delete_services(db::Transaction& transaction, MeasureId measure);
/// In the order of problems and manifestations.
[[nodiscard]] std::vector<Service> list_services_of_measure(db::Transaction& transaction,
                                                            MeasureId measure);
/// Of every measure that stands under the problem or serves it.
[[nodiscard]] std::vector<Service> list_services_of_problem(db::Transaction& transaction,
                                                            ProblemId problem);

void insert_entry(db::Transaction& transaction, const Measure& measure, const ProgressEntry& entry,
                  base::AccountId by);
[[nodiscard]] std::optional<ProgressEntry> find_entry(db::Transaction& transaction, EntryId id);
/// What was reported on a measure so far, of each kind the sum.
[[nodiscard]] std::vector<CountedResult> list_counted(db::Transaction& transaction,
                                                      MeasureId measure);
/// Newest first, results included.
[[nodiscard]] std::vector<ProgressEntry> list_entries(db::Transaction& transaction,
                                                      MeasureId measure);

using RefusalId = base::Id<struct RefusalTag>;
struct Refusal {
    RefusalId id;
    base::Instant at;
    std::string by, reason, requirement;
};
/// What history and refusals are about; the id as text.
struct Subject {
    std::string_view kind;  // "measure", "problem", "programme" or "task"
    std::string id;
    ProgrammeId programme;
    base::Guards guards = {};
};
[[nodiscard]] Subject subject_of(const Measure& measure);
[[nodiscard]] Subject subject_of(const Problem& problem);
[[nodiscard]] Subject subject_of(const Programme& programme);
[[nodiscard]] Subject subject_of(const Task& task);
void insert_refusal(db::Transaction& transaction, const Subject& subject, const Refusal& refusal);
/// Newest first.
[[nodiscard]] std::vector<Refusal> list_refusals(db::Transaction& transaction,
                                                 std::string_view subject_id);

}  // namespace ledger
