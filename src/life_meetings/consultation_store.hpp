// Communication with the inspection office in the database. Decides nothing.
#pragma once

#include "db/database.hpp"
#include "ledger/sealed_rows_store.hpp"
#include "life_meetings/consultation.hpp"

namespace life_meetings {

void insert_consultation(db::Transaction& transaction, LifeMeetingId id, const Consultation& one);
void save_answer(db::Transaction& transaction, const Consultation& one);
void delete_consultation(db::Transaction& transaction, ConsultationId id);
/// By number.
[[nodiscard]] std::vector<Consultation> list_consultations(db::Transaction& transaction,
                                                           LifeMeetingId id);
struct FoundConsultation {
    LifeMeetingId meeting;
    Consultation consultation;
};
[[nodiscard]] std::optional<FoundConsultation> find_consultation(db::Transaction& transaction,
                                                                 ConsultationId id);
/// The number that follows; numbers of what was dropped last are given again.
[[nodiscard]] std::int64_t next_consultation_number(db::Transaction& transaction, LifeMeetingId id);

[[nodiscard]] ledger::SealedSet sealed_consultations();

}  // namespace life_meetings
