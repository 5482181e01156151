// Life meetings in the database: the meeting with its people, duties and steps. Decides nothing;
// who may see one is asked of standing_of().
#pragma once

#include "db/database.hpp"
#include "ledger/programme_store.hpp"
#include "ledger/sealed_rows_store.hpp"
#include "life_meetings/life_meeting.hpp"

namespace life_meetings {

void insert_life_meeting(db::Transaction& transaction, const LifeMeeting& one);
/// Everything of it, over the version before. People are kept and added, never taken out. Refuses:
/// somebody_else_changed_it.
[[nodiscard]] base::Result<void> save_life_meeting(db::Transaction& transaction,
                                                   const LifeMeeting& one);
/// Whoever may see it.
[[nodiscard]] std::optional<LifeMeeting> find_life_meeting(db::Transaction& transaction,
                                                           LifeMeetingId id);

struct LifeMeetingFilter {
    ProgrammeId programme;
    ledger::Page page;
};
/// For whom a list is made: keepers and superiors of the programme see all of it, others what they
/// take part in.
struct LifeReader {
    bool sees_all = false;
    base::PersonId person;
};
struct LifeMeetingPage {
    std::vector<LifeMeeting> rows;  // the latest first; without steps and duties
    std::int64_t total = 0;
    bool may_plan = false;  // another one
};
[[nodiscard]] LifeMeetingPage list_life_meetings(db::Transaction& transaction,
                                                 const LifeMeetingFilter& filter,
                                                 const LifeReader& reader);

/// A day the meeting was moved from.
struct MovedDay {
    base::Date held_on, moved_to;
    std::string reason;
    base::Instant at;
    std::string by;
};
void insert_moved_day(db::Transaction& transaction, LifeMeetingId id, const MovedDay& moved);
/// In the order in which it happened.
[[nodiscard]] std::vector<MovedDay> list_moved_days(db::Transaction& transaction, LifeMeetingId id);

/// What of meetings is sealed where the database seals.
[[nodiscard]] std::vector<ledger::SealedSet> sealed_life_meetings();

}  // namespace life_meetings
