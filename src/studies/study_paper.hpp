// The plan of study and its record. Notes stand in neither.
#pragma once

#include "office/paper.hpp"
#include "studies/study.hpp"

namespace studies {

struct StudySource {
    LifeMeeting meeting;
    std::vector<Reading> readings;
    std::vector<Session> sessions;
    std::vector<OwnStudy> own;  // of all
    std::vector<StudyHours> hours;
    base::Date today;
};

/// 学习计划.
[[nodiscard]] office::Paper study_plan_paper(const StudySource& source);
/// 学习记录: each session with who was there, then the hours of each.
[[nodiscard]] office::Paper study_record_paper(const StudySource& source);

}  // namespace studies
