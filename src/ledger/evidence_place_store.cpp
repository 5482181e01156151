#include "ledger/evidence_place_store.hpp"

#include "ledger/scope_store.hpp"

namespace ledger {
namespace {

constexpr std::string_view select_measure_places = R"sql(
SELECT DISTINCT e.digest, l.evidence_id, r.id, r.number, r.programme_id, g.title
FROM evidence e JOIN evidence_link l ON l.evidence_id = e.series_id
     JOIN measure r ON r.id = l.subject_id JOIN programme g ON g.id = r.programme_id)sql";
constexpr std::string_view select_problem_places = R"sql(
SELECT DISTINCT e.digest, l.evidence_id, r.id, r.number, r.programme_id, g.title
FROM evidence e JOIN evidence_link l ON l.evidence_id = e.series_id
     JOIN problem r ON r.id = l.subject_id JOIN programme g ON g.id = r.programme_id)sql";
constexpr std::string_view places_order = " ORDER BY g.title, r.number, r.id, l.evidence_id";

constexpr std::string_view select_measure_series = R"sql(
SELECT DISTINCT l.evidence_id FROM evidence_link l JOIN measure r ON r.id = l.subject_id)sql";
constexpr std::string_view select_problem_series = R"sql(
SELECT DISTINCT l.evidence_id FROM evidence_link l JOIN problem r ON r.id = l.subject_id)sql";

}  // namespace

std::vector<EvidencePlace> list_places(db::Transaction& transaction,
                                       const std::vector<std::string>& digests,
                                       const base::Scope& scope) {
    std::vector<EvidencePlace> places;
    if (digests.empty()) return places;
    for (const std::string_view kind : {"measure", "problem"}) {
        db::Conditions where;
        where.add_one_of("e.digest", digests);
        where.add_fixed("l.removed_at IS NULL");
        add_rows_in_scope(where, scope);
        const auto select = kind == "measure" ? select_measure_places : select_problem_places;
        const auto sql = std::string(select) + where.text() + std::string(places_order);
        for (auto& place : db::all(transaction, sql, where, [&](const db::Row& row) {
                 return EvidencePlace{
                     row.string(0),  row.id<evidence::EvidenceId>(1), kind,         row.string(2),
                     row.integer(3), row.id<ProgrammeId>(4),          row.string(5)};
             }))
            places.push_back(std::move(place));
    }
    return places;
}

std::set<evidence::EvidenceId> list_series_in_sight(db::Transaction& transaction,
                                                    ProgrammeId programme,
                                                    const base::Scope& scope) {
    std::set<evidence::EvidenceId> series;
    for (const auto select : {select_measure_series, select_problem_series}) {
        db::Conditions where;
        where.add("l.programme_id = ", programme);
        where.add_fixed("l.removed_at IS NULL");
        add_rows_in_scope(where, scope);
        for (const auto& id :
             db::all(transaction, std::string(select) + where.text(), where,
                     [](const db::Row& row) { return row.id<evidence::EvidenceId>(0); }))
            series.insert(id);
    }
    return series;
}

}  // namespace ledger
