// Study before a life meeting (R92–R96): what is read until when, studying together and by oneself,
// and how many hours each of the team has of those that the plan asks for. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "life_meetings/life_meeting.hpp"

namespace studies {

using life_meetings::LifeMeeting;
using life_meetings::LifeMeetingId;
using life_meetings::ParticipantId;
using life_meetings::Standing;
using SessionId = base::Id<struct StudySessionTag>;
using OwnStudyId = base::Id<struct OwnStudyTag>;
using NoteId = base::Id<struct StudyNoteTag>;
inline constexpr std::size_t study_title_chars_max = 100, study_topic_chars_max = 200,
                             readings_max = 100, study_note_chars_max = 20'000,
                             study_reason_chars_max = 100;
inline constexpr std::int64_t session_minutes_min = 10, session_minutes_max = 12 * 60,
                              half_day_minutes = 180;

/// Something that is to be read.
struct Reading {
    std::string title, topic;
    base::Date finish_on;
    bool operator==(const Reading&) const = default;
};

enum class StudyForm {
    centre_group,  // 理论学习中心组
    team_meeting,  // 班子会议
    seminar,       // 专题读书班
    other_form,    // 其他集中学习
};
inline constexpr StudyForm study_forms[]{StudyForm::centre_group, StudyForm::team_meeting,
                                         StudyForm::seminar, StudyForm::other_form};
[[nodiscard]] std::string_view name_of(StudyForm form);
[[nodiscard]] std::optional<StudyForm> study_form_of(std::string_view name);
[[nodiscard]] std::string_view words_of(StudyForm form);

/// What is done when studying together.
enum class StudyItem {
    oath,      // 重温入党誓词
    reading,   // 领学原文
    cases,     // 通报典型案例
    film,      // 观看警示教育片
    lecture,   // 专题辅导
    exchange,  // 交流研讨
};
inline constexpr StudyItem study_items[]{StudyItem::oath, StudyItem::reading, StudyItem::cases,
                                         StudyItem::film, StudyItem::lecture, StudyItem::exchange};
[[nodiscard]] std::string_view name_of(StudyItem item);
[[nodiscard]] std::optional<StudyItem> study_item_of(std::string_view name);
[[nodiscard]] std::string_view words_of(StudyItem item);

struct StudyAttendance {
    ParticipantId participant;
    bool attended = true;
    std::string reason;  // why not
    bool operator==(const StudyAttendance&) const = default;
};

/// Studying together, once.
struct Session {
    SessionId id;
    LifeMeetingId meeting;
    base::Date held_on;
    std::int64_t minutes = 0;
    StudyForm form = StudyForm::centre_group;
    std::string place, host, topic;
    std::vector<StudyItem> items;
    std::vector<StudyAttendance> attendance;  // of the team
    std::string by;
    std::int64_t version = 0;
    bool operator==(const Session&) const = default;
};

/// Studying by oneself, once.
struct OwnStudy {
    OwnStudyId id;
    LifeMeetingId meeting;
    ParticipantId participant;
    base::Date studied_on;
    std::int64_t minutes = 0;
    std::string what;
    bool operator==(const OwnStudy&) const = default;
};

/// Nobody but its writer reads it; others learn that there is one.
struct StudyNote {
    NoteId id;
    LifeMeetingId meeting;
    ParticipantId participant;
    std::string title, text;
    base::Instant at;
    bool operator==(const StudyNote&) const = default;
};

/// What one of the team has.
struct StudyHours {
    ParticipantId participant;
    std::int64_t together = 0, alone = 0;  // minutes
    std::int64_t notes = 0;
    bool operator==(const StudyHours&) const = default;

    /// In minutes; 0 when nothing is missing.
    [[nodiscard]] std::int64_t missing(std::int64_t hours_min) const;
};

enum class StudyAct {
    plan,       // what is read
    hold,       // studying together
    do_own,     // by oneself
    take_note,  // for oneself
};
inline constexpr StudyAct study_acts[]{StudyAct::plan, StudyAct::hold, StudyAct::do_own,
                                       StudyAct::take_note};
[[nodiscard]] std::string_view name_of(StudyAct act);
/// Refuses, in this order: only_the_keeper_plans_study (plan, hold), only_the_team_studies (do_own,
/// take_note), life_meeting_is_closed, life_meeting_is_cancelled.
[[nodiscard]] std::optional<base::Error> why_not(StudyAct act, const LifeMeeting& meeting,
                                                 const Standing& standing);

/// Faults together: study_lies_in_the_future (held_on; args value, accepted), study_of_others
/// (attendance[n].participant), absence_needs_a_reason (attendance[n].reason),
/// nobody_studied (attendance).
[[nodiscard]] base::Result<void> check(const Session& session, const LifeMeeting& meeting,
                                       base::Date today);
/// Refuses: study_lies_in_the_future (studied_on; args value, accepted).
[[nodiscard]] base::Result<void> check(const OwnStudy& own, base::Date today);

}  // namespace studies
