// What was collected, as the meeting hears it, as a list to work with, and as each person signs for
// it. Each says to its reader what the page says to them.
#pragma once

#include "office/paper.hpp"
#include "opinions/gathered_problem.hpp"
#include "opinions/opinion_tally_store.hpp"

namespace opinions {

struct OpinionReport {
    LifeMeeting meeting;
    Collection collection;
    std::vector<ChannelCount> sheets;
    std::int64_t blank_sheets = 0, of_team = 0, of_persons = 0;
    bool by_person = false;         // the reader is told how many there are about each
    std::vector<AboutCount> about;  // then
    bool words = false;             // the reader is told the words of those below
    std::vector<Opinion> opinions;  // in their order
    std::vector<GatheredRow> gathered;
    std::optional<ParticipantId> own;  // the reader, of the team
    base::Date today;
};

/// 征求意见情况报告: counts; the words about the team; of persons counts only, and the reader's
/// own.
[[nodiscard]] office::Paper opinion_report_paper(const OpinionReport& report);
/// 征求意见汇总表: word for word, by whom it is about; behind it the gathered problems by problem
/// and by person.
[[nodiscard]] office::Paper opinion_summary_paper(const OpinionReport& report);
/// 意见反馈单 of one person: word for word what is for them, with a line to sign.
[[nodiscard]] office::Paper opinion_feedback_paper(const OpinionReport& report,
                                                   const life_meetings::Participant& person);

}  // namespace opinions
