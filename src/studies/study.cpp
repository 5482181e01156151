#include "studies/study.hpp"

#include <algorithm>
#include <array>

#include "base/names.hpp"

namespace studies {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::array<std::string_view, std::size(study_forms)> form_names{
    "centre_group", "team_meeting", "seminar", "other_form"};
constexpr std::array<std::string_view, std::size(study_forms)> form_words{
    "理论学习中心组学习", "班子会议学习", "专题读书班", "其他集中学习"};
constexpr std::array<std::string_view, std::size(study_items)> item_names{
    "oath", "reading", "cases", "film", "lecture", "exchange"};
constexpr std::array<std::string_view, std::size(study_items)> item_words{
    "重温入党誓词", "领学原文", "通报典型案例", "观看警示教育片", "专题辅导", "交流研讨"};
constexpr std::array<std::string_view, std::size(study_acts)> act_names{"plan", "hold", "do_own",
                                                                        "take_note"};

std::optional<base::Error> why_not_on(std::string field, base::Date day, base::Date today) {
    if (day <= today) return std::nullopt;
    return refuse(ErrorKind::invalid, "study_lies_in_the_future", std::move(field),
                  {{"value", base::to_text(day)}, {"accepted", base::to_text(today)}});
}

bool is_of_team(const LifeMeeting& meeting, ParticipantId id) {
    const auto* found = life_meetings::find_participant(meeting, id);
    return found != nullptr && found->is_of_team();
}

}  // namespace

std::string_view name_of(StudyForm form) {
    return form_names[static_cast<std::size_t>(form)];
}
std::optional<StudyForm> study_form_of(std::string_view name) {
    return base::named<StudyForm>(form_names, name);
}
std::string_view words_of(StudyForm form) {
    return form_words[static_cast<std::size_t>(form)];
}
std::string_view name_of(StudyItem item) {
    return item_names[static_cast<std::size_t>(item)];
}
std::optional<StudyItem> study_item_of(std::string_view name) {
    return base::named<StudyItem>(item_names, name);
}
std::string_view words_of(StudyItem item) {
    return item_words[static_cast<std::size_t>(item)];
}
std::string_view name_of(StudyAct act) {
    return act_names[static_cast<std::size_t>(act)];
}

std::int64_t StudyHours::missing(std::int64_t hours_min) const {
    return std::max<std::int64_t>(0, hours_min * 60 - together - alone);
}

std::optional<base::Error> why_not(StudyAct act, const LifeMeeting& meeting,
                                   const Standing& standing) {
    using life_meetings::LifeState;
    const bool of_keeper = act == StudyAct::plan || act == StudyAct::hold;
    if (of_keeper && !standing.keeper)
        return refuse(ErrorKind::forbidden, "only_the_keeper_plans_study");
    if (!of_keeper && !standing.in_team())
        return refuse(ErrorKind::forbidden, "only_the_team_studies");
    if (meeting.state == LifeState::closed)
        return refuse(ErrorKind::illegal_transition, "life_meeting_is_closed");
    if (meeting.state == LifeState::cancelled)
        return refuse(ErrorKind::illegal_transition, "life_meeting_is_cancelled");
    return std::nullopt;
}

base::Result<void> check(const Session& session, const LifeMeeting& meeting, base::Date today) {
    std::vector<base::Error> faults;
    if (auto fault = why_not_on("held_on", session.held_on, today))
        faults.push_back(std::move(*fault));
    bool anybody = false;
    for (std::size_t i = 0; i < session.attendance.size(); ++i) {
        const auto& one = session.attendance[i];
        const auto place = "attendance[" + std::to_string(i) + "].";
        anybody = anybody || one.attended;
        if (!is_of_team(meeting, one.participant))
            faults.push_back(refuse(ErrorKind::invalid, "study_of_others", place + "participant"));
        if (!one.attended && one.reason.empty())
            faults.push_back(
                refuse(ErrorKind::invalid, "absence_needs_a_reason", place + "reason"));
    }
    if (!anybody) faults.push_back(refuse(ErrorKind::invalid, "nobody_studied", "attendance"));
    if (auto fault = base::together(std::move(faults))) return *fault;
    return {};
}

base::Result<void> check(const OwnStudy& own, base::Date today) {
    if (auto fault = why_not_on("studied_on", own.studied_on, today)) return *fault;
    return {};
}

}  // namespace studies
