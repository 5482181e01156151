// Prepared criticisms in the database. Decides nothing: who may read which is sees() of
// criticism.hpp.
//
// For the meeting itself: list_prepared() gives what is to be said, by author and whom it is about,
// once the meeting runs.
#pragma once

#include "db/database.hpp"
#include "statements/criticism.hpp"

namespace statements {

void insert_criticism(db::Transaction& transaction, const Criticism& one);
/// Refuses somebody_else_changed_it.
[[nodiscard]] base::Result<void> save_criticism(db::Transaction& transaction, const Criticism& one);
void delete_criticism(db::Transaction& transaction, CriticismId id);
[[nodiscard]] std::optional<Criticism> find_criticism(db::Transaction& transaction, CriticismId id);

struct CriticismFilter {
    LifeMeetingId meeting;
    std::optional<ParticipantId> author, about;  // either, where it is named
};
/// In the order in which they were written down.
[[nodiscard]] std::vector<Criticism> list_prepared(db::Transaction& transaction,
                                                   const CriticismFilter& filter);
/// How many each has ready for each; pairs without one are left out.
[[nodiscard]] std::vector<Prepared> count_prepared(db::Transaction& transaction,
                                                   LifeMeetingId meeting);

}  // namespace statements
