#include "documents/service_store.hpp"

namespace documents {
namespace {

constexpr std::string_view select_services = R"sql(
SELECT measure_id, problem_id, manifestation_id FROM measure_service
WHERE programme_id = $1 AND manifestation_id IS NOT NULL)sql";

}  // namespace

std::vector<ledger::Service> list_services(db::Transaction& transaction,
                                           ledger::ProgrammeId programme) {
    return transaction.all(select_services, {programme}, [](const db::Row& row) {
        return ledger::Service{row.id<ledger::MeasureId>(0), row.id<ledger::ProblemId>(1),
                               row.optional_id<ledger::ManifestationId>(2), 0};
    });
}

}  // namespace documents
