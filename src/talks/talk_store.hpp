// Plans of talks, talks, their records and signatures in the database. One function a statement or
// a few that belong together; decides nothing.
#pragma once

#include <set>

#include "db/database.hpp"
#include "ledger/sealed_rows_store.hpp"
#include "talks/talk.hpp"

namespace talks {

/// Version 0 where nobody planned yet. In the order in which it was entered.
[[nodiscard]] TalkPlan load_plan(db::Transaction& transaction, LifeMeetingId meeting);
/// Over the version before. Partners that are left out must have no talks. Refuses:
/// somebody_else_changed_it.
[[nodiscard]] base::Result<void> save_plan(db::Transaction& transaction, LifeMeetingId meeting,
                                           const TalkPlan& plan);
/// Those of the meeting with whom there are talks.
[[nodiscard]] std::set<PartnerId> list_partners_met(db::Transaction& transaction,
                                                    LifeMeetingId meeting);

/// Whether it is listed in a plan of another meeting.
[[nodiscard]] bool is_listed_elsewhere(db::Transaction& transaction, PartnerId id,
                                       LifeMeetingId meeting);

/// Somebody who heads a unit below that at `unit_path` today.
struct HeadOfUnit {
    base::PersonId person;
    std::string name, title, unit_name;
    bool operator==(const HeadOfUnit&) const = default;
};
/// In the order of the tree.
[[nodiscard]] std::vector<HeadOfUnit> list_heads_below(db::Transaction& transaction,
                                                       std::string_view unit_path);
/// Those of the meeting, in and outside the team, who may sign in.
[[nodiscard]] std::set<base::PersonId> list_with_accounts(db::Transaction& transaction,
                                                          LifeMeetingId meeting);
/// Meetings that are neither over nor cancelled in which this person takes part or is to be talked
/// with, the next first.
[[nodiscard]] std::vector<LifeMeetingId> list_meetings_of(db::Transaction& transaction,
                                                          base::PersonId person);

void insert_talk(db::Transaction& transaction, const Talk& one);
/// All but who they are, over the version before, with the signatures. Refuses:
/// somebody_else_changed_it.
[[nodiscard]] base::Result<void> save_talk(db::Transaction& transaction, const Talk& one);
[[nodiscard]] std::optional<Talk> find_talk(db::Transaction& transaction, TalkId id);
/// All of a meeting, the oldest first.
[[nodiscard]] std::vector<Talk> list_talks(db::Transaction& transaction, LifeMeetingId meeting);
/// Of these two, whoever is named first.
[[nodiscard]] std::vector<Talk> list_talks_of(db::Transaction& transaction, ParticipantId member,
                                              const Other& other);

/// Replaces what this side wrote down before. Sealed where the database seals.
void save_record(db::Transaction& transaction, TalkId id, Side side, const TalkRecord& record);
/// Throws base::SealBroken.
[[nodiscard]] std::optional<TalkRecord> find_record(db::Transaction& transaction, TalkId id,
                                                    Side side);

/// What of it is sealed where the database seals.
[[nodiscard]] std::vector<ledger::SealedSet> sealed_talks();

}  // namespace talks
