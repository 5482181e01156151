// What was done before a life meeting, in the figures that its report and its bulletin tell of
// (R103, R107, R140, R144). Counts and titles only, never what somebody said. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "life_meetings/consultation.hpp"
#include "sittings/leading.hpp"

namespace sittings {

struct Preparation {
    std::int64_t study_sessions = 0, study_minutes = 0;  // together, by the team
    std::int64_t studied_alone_minutes = 0;              // of all of the team
    std::vector<std::string> readings;                   // titles of the reading list
    std::vector<std::string> channels;                   // by which opinions came in
    std::int64_t sheets = 0, team_opinions = 0, personal_opinions = 0;
    std::int64_t talks_held = 0, pairs_required = 0, pairs_done = 0;
    std::int64_t statements_approved = 0, statements_all = 0;  // with the team's
    bool team_statement_approved = false;
    life_meetings::ConsultationTally consulted;  // with the inspection office
    std::vector<LeadAct> leading;                // of the principal
    std::vector<Arrival> arrivals;
};

/// A sentence each, 〔…〕 where nothing is there to be told of.
[[nodiscard]] std::string study_in_words(const Preparation& made);
[[nodiscard]] std::string opinions_in_words(const Preparation& made);
[[nodiscard]] std::string talks_in_words(const Preparation& made);
[[nodiscard]] std::string statements_in_words(const Preparation& made);
[[nodiscard]] std::string consultations_in_words(const Preparation& made);

}  // namespace sittings
