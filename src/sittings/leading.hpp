// What the principal does first (“带头”, R152) and whether thought, claiming and knowledge of rules
// have arrived with each of the team (“三到位”, R96): read off what was registered, never typed.
// Counts and days only, never what somebody said or wrote. Pure.
#pragma once

#include "opinions/gathered_problem.hpp"
#include "sittings/list_item.hpp"
#include "statements/criticism.hpp"
#include "statements/statement.hpp"
#include "studies/study.hpp"
#include "talks/talk_matrix.hpp"

namespace sittings {

enum class LeadKind {
    study,             // 带头学习: of the sessions that were held
    talk,              // 带头谈心谈话: of the pairs that are asked for
    self_examination,  // 带头查摆: the own statement, approved
    criticism,         // 带头批评: colleagues with as many criticisms as are demanded
    measures,          // 带头整改: what stands in the own list, and is struck off
};
inline constexpr LeadKind lead_kinds[]{LeadKind::study, LeadKind::talk, LeadKind::self_examination,
                                       LeadKind::criticism, LeadKind::measures};
[[nodiscard]] std::string_view name_of(LeadKind kind);
[[nodiscard]] std::string_view words_of(LeadKind kind);

struct LeadAct {
    LeadKind kind = LeadKind::study;
    std::int64_t done = 0, required = 0;
    std::int64_t minutes = 0;  // of study
    std::optional<base::Date> first_on;
    bool operator==(const LeadAct&) const = default;

    [[nodiscard]] bool is_done() const { return required > 0 && done >= required; }
};

/// What of one of the team has arrived.
struct Arrival {
    ParticipantId participant;
    std::int64_t notes = 0;                 // thought: notes on study, read by nobody else
    std::int64_t claimed = 0, offered = 0;  // claiming: problems that were given to them
    std::int64_t rules = 0, rules_of = 0;   // rules: titles of the reading list that are rules
    std::int64_t minutes_missing = 0;       // of the hours that are demanded
    bool operator==(const Arrival&) const = default;

    /// Of all that was given; nobody who was given nothing has anything to take on.
    [[nodiscard]] bool has_claimed() const { return claimed >= offered; }
    [[nodiscard]] bool knows_rules() const { return rules >= rules_of && minutes_missing == 0; }
    [[nodiscard]] bool has_arrived() const { return notes > 0 && has_claimed() && knows_rules(); }
};

/// What the modules of the preparation and the record hold.
struct LeadingFacts {
    const LifeMeeting& meeting;
    std::vector<studies::Reading> readings;
    std::vector<studies::Session> sessions;
    std::vector<studies::OwnStudy> own;
    std::vector<studies::StudyHours> hours;
    talks::TalkMatrix talks;
    std::vector<statements::Statement> statements;
    std::vector<statements::Prepared> prepared;
    std::vector<CriticismCount> spoken;  // to each by the principal, once the meeting is over
    std::vector<ListItem> items;
    std::vector<opinions::Gathered> gathered;
};
/// In the order of the kinds; none without a principal.
[[nodiscard]] std::vector<LeadAct> leading_of(const LeadingFacts& facts);
/// The team in the order of speaking.
[[nodiscard]] std::vector<Arrival> arrivals_of(const LeadingFacts& facts);

/// The principal, the office, the superior: everything. Of the team: what is about themselves.
[[nodiscard]] bool sees_leading(const Standing& standing);
/// Prepared criticisms are nobody's to count but the principal's and the office's.
[[nodiscard]] bool sees_lead(LeadKind kind, const LifeMeeting& meeting, const Standing& standing);
[[nodiscard]] bool sees_arrival(ParticipantId whose, const Standing& standing);

/// A sentence each for the report; 〔…〕 where nothing is there to be told of.
[[nodiscard]] std::string leading_in_words(const std::vector<LeadAct>& acts);
[[nodiscard]] std::string arrivals_in_words(const std::vector<Arrival>& arrivals);

}  // namespace sittings
