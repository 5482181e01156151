#include "sittings/preparation_actions.hpp"

#include <algorithm>

#include "life_meetings/consultation_store.hpp"
#include "opinions/opinion_tally_store.hpp"
#include "sittings/leading_actions.hpp"
#include "statements/statement_store.hpp"
#include "studies/study_store.hpp"
#include "talks/talk_matrix.hpp"
#include "talks/talk_store.hpp"

namespace sittings {
namespace {

using life_meetings::LifeMeeting;

void add_studies(db::Transaction& transaction, const LifeMeeting& meeting, Preparation& made) {
    for (const auto& one : studies::list_sessions(transaction, meeting.id)) {
        ++made.study_sessions;
        made.study_minutes += one.minutes;
    }
    for (const auto& one : studies::count_hours(transaction, meeting.id))
        made.studied_alone_minutes += one.alone;
    for (const auto& one : studies::list_readings(transaction, meeting.id))
        made.readings.push_back(one.title);
}

void add_opinions(db::Transaction& transaction, const LifeMeeting& meeting, Preparation& made) {
    for (const auto& one : opinions::count_sheets(transaction, meeting.id)) {
        made.sheets += one.sheets;
        const std::string channel(opinions::words_of(one.channel));
        auto& known = made.channels;
        if (std::find(known.begin(), known.end(), channel) == known.end()) known.push_back(channel);
    }
    for (const auto& one : opinions::count_about(transaction, meeting.id))
        (one.about ? made.personal_opinions : made.team_opinions) += one.opinions;
}

void add_talks(db::Transaction& transaction, const LifeMeeting& meeting, Preparation& made) {
    const auto plan = talks::load_plan(transaction, meeting.id);
    const auto all = talks::list_talks(transaction, meeting.id);
    made.talks_held = std::count_if(all.begin(), all.end(), [](const talks::Talk& one) {
        return one.state == talks::TalkState::recorded || one.state == talks::TalkState::done;
    });
    // Which of the pairs not done are late is not told.
    const auto tally =
        talks::matrix_of({meeting, plan, all, std::nullopt, meeting.terms.held_on}).tally;
    made.pairs_required = tally.required();
    made.pairs_done = tally.required() - tally.open();
}

}  // namespace

Preparation load_preparation(db::Transaction& transaction, const LifeMeeting& meeting) {
    Preparation made;
    add_studies(transaction, meeting, made);
    add_opinions(transaction, meeting, made);
    add_talks(transaction, meeting, made);
    for (const auto& one : statements::list_statements(transaction, meeting.id)) {
        ++made.statements_all;
        if (one.state != statements::StatementState::approved) continue;
        ++made.statements_approved;
        if (!one.participant) made.team_statement_approved = true;
    }
    made.consulted =
        life_meetings::tally_of(life_meetings::list_consultations(transaction, meeting.id));
    const auto facts = load_leading_facts(transaction, meeting);
    made.leading = leading_of(facts);
    made.arrivals = arrivals_of(facts);
    return made;
}

}  // namespace sittings
