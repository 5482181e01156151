#include "sittings/leading_actions.hpp"

#include "opinions/gathered_store.hpp"
#include "sittings/follow_up_store.hpp"
#include "sittings/sitting_store.hpp"
#include "statements/criticism_store.hpp"
#include "statements/statement_store.hpp"
#include "studies/study_store.hpp"
#include "talks/talk_store.hpp"

namespace sittings {
namespace {

/// What the principal said to each, as the record has it.
std::vector<CriticismCount> spoken_by_principal(db::Transaction& transaction,
                                                const LifeMeeting& meeting) {
    const auto* principal = life_meetings::principal_of(meeting);
    if (principal == nullptr) return {};
    std::vector<RecordEntry> own;
    for (auto& entry : list_entries(transaction, meeting.id))
        if (entry.said.speaker == principal->id) own.push_back(std::move(entry));
    return figures_of(own, meeting).members;
}

}  // namespace

LeadingFacts load_leading_facts(db::Transaction& transaction, const LifeMeeting& meeting) {
    const auto id = meeting.id;
    const auto plan = talks::load_plan(transaction, id);
    const auto all = talks::list_talks(transaction, id);
    return {meeting,
            studies::list_readings(transaction, id),
            studies::list_sessions(transaction, id),
            studies::list_own(transaction, id),
            studies::count_hours(transaction, id),
            talks::matrix_of({meeting, plan, all, std::nullopt, meeting.terms.held_on}),
            statements::list_statements(transaction, id),
            statements::count_prepared(transaction, id),
            spoken_by_principal(transaction, meeting),
            list_items(transaction, id),
            opinions::list_gathered(transaction, id)};
}

base::Result<LeadingView> view_leading(const Needs& needs, const base::Actor& actor,
                                       LifeMeetingId id) {
    return life_meetings::read_meeting<LeadingView>(
        needs, actor, id,
        [](db::Transaction& transaction,
           const life_meetings::Opened& opened) -> base::Result<LeadingView> {
            const auto& standing = opened.standing;
            if (!sees_leading(standing) && !standing.in_team())
                return base::refuse(base::ErrorKind::forbidden, "leading_is_restricted");
            const auto facts = load_leading_facts(transaction, opened.meeting);
            LeadingView view{opened.meeting, {}, {}};
            for (const auto& one : leading_of(facts))
                if (sees_lead(one.kind, opened.meeting, standing)) view.acts.push_back(one);
            for (const auto& one : arrivals_of(facts))
                if (sees_arrival(one.participant, standing)) view.arrivals.push_back(one);
            return view;
        });
}

}  // namespace sittings
