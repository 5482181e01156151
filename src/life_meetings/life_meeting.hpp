// A special democratic life meeting (专题民主生活会): its plan, who takes part in which order, what
// each person is to it, and what may be done with it in which state (R81–R91, R149–R152). What is
// prepared for it and said at it belongs to modules to the right. The table of states stands in
// docs/states.md and is tested row by row. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/actor.hpp"
#include "base/result.hpp"
#include "life_meetings/life_step.hpp"

namespace life_meetings {

using LifeMeetingId = base::Id<struct LifeMeetingTag>;
using ParticipantId = base::Id<struct LifeParticipantTag>;
using base::ProgrammeId;
inline constexpr std::size_t life_title_chars_max = 100, theme_chars_max = 2'000,
                             basis_chars_max = 1'000, focus_lines_max = 30,
                             focus_line_chars_max = 300, sessions_max = 6, place_chars_max = 100,
                             participants_max = 60, duty_chars_max = 200,
                             post_title_chars_max = 100;
inline constexpr std::int64_t demand_days_max = 90, study_hours_max = 200, criticisms_max = 50;

enum class LifeState { planning, submitted, approved, called, running, closed, cancelled };
inline constexpr LifeState life_states[]{
    LifeState::planning, LifeState::submitted, LifeState::approved, LifeState::called,
    LifeState::running,  LifeState::closed,    LifeState::cancelled};
[[nodiscard]] std::string_view name_of(LifeState state);
[[nodiscard]] std::optional<LifeState> life_state_of(std::string_view name);

enum class Part {
    principal,  // 主要负责人, who hosts
    member,     // 班子成员
    sits_in,    // 列席
    guide,      // 到会指导
    recorder,   // 记录人
};
[[nodiscard]] std::string_view name_of(Part part);
[[nodiscard]] std::optional<Part> part_of(std::string_view name);
/// As documents say it: 主要负责人, 班子成员 …
[[nodiscard]] std::string_view words_of(Part part);

struct Participant {
    ParticipantId id;
    Part part = Part::member;
    std::string name, title;               // the title of the post
    std::optional<base::PersonId> person;  // none: is not registered here
    std::optional<base::Date> left_on;     // from then on no more part of it
    std::string left_reason;
    bool operator==(const Participant&) const = default;

    [[nodiscard]] bool is_of_team() const {
        return part == Part::principal || part == Part::member;
    }
};

enum class Length { half_day, whole_day };
[[nodiscard]] std::string_view name_of(Length length);
[[nodiscard]] std::optional<Length> length_of(std::string_view name);

/// What the office plans.
struct Terms {
    std::string title, theme, basis;
    std::vector<std::string> focus;  // what is to be examined
    base::Date held_on;
    std::string begins_at;  // "09:00"
    Length length = Length::half_day;
    std::vector<std::string> sessions;  // of a whole day
    std::string place;
    std::string contact_leader;  // 联系领导
    std::optional<base::PersonId> contact_person;
    bool operator==(const Terms&) const = default;
};

struct Demands {
    std::int64_t study_hours_min = 4;      // of each member
    std::int64_t criticisms_each_min = 1;  // of each member for each other
    std::int64_t plan_days = 15;           // before the meeting: the plan is with the superior
    std::int64_t drafts_days = 5;          // before the meeting: materials are final
    std::int64_t report_days = 15;         // after the meeting: the report is with the superior
    bool operator==(const Demands&) const = default;
};

/// Who does what (R150).
enum class DutyKind { draft, notify, record, invite, compile, publish, support };
inline constexpr DutyKind duty_kinds[]{DutyKind::draft,  DutyKind::notify,  DutyKind::record,
                                       DutyKind::invite, DutyKind::compile, DutyKind::publish,
                                       DutyKind::support};
[[nodiscard]] std::string_view name_of(DutyKind kind);
[[nodiscard]] std::optional<DutyKind> duty_kind_of(std::string_view name);
[[nodiscard]] std::string_view words_of(DutyKind kind);
struct Duty {
    DutyKind kind = DutyKind::draft;
    std::string who;
    bool operator==(const Duty&) const = default;
};

struct LifeMeeting {
    LifeMeetingId id;
    ProgrammeId programme;
    std::string programme_title;  // these five are read with the row
    base::UnitId unit;            // the inspected one
    std::string unit_name, unit_path;
    base::Guards mark;  // of the programme
    Terms terms;
    Demands demands;
    std::vector<Participant> participants;  // in the order of speaking, with those who left
    std::vector<Duty> duties;
    std::vector<Step> steps;  // in the order of their days
    LifeState state = LifeState::planning;
    std::int64_t edition = 1;  // of the plan
    std::string edition_reason;
    std::int64_t round = 0;  // of review
    std::optional<base::AccountId> submitted_by;
    std::optional<base::Instant> submitted_at;
    std::string cancelled_reason;
    std::string begun_by;
    base::Instant begun_at;
    std::int64_t version = 1;
    bool operator==(const LifeMeeting&) const = default;
};

/// nullptr for none; owned by the meeting.
[[nodiscard]] const Participant* find_participant(const LifeMeeting& meeting, ParticipantId id);
/// Principal and members who have not left, in the order of speaking: who counts for the quorum and
/// for what is required of each.
[[nodiscard]] std::vector<const Participant*> team_of(const LifeMeeting& meeting);
/// nullptr for none that has not left.
[[nodiscard]] const Participant* principal_of(const LifeMeeting& meeting);
/// The step of that kind; nullptr when the plan has none.
[[nodiscard]] const Step* find_step(const LifeMeeting& meeting, StepKind kind);

/// What somebody is to a meeting; the question that every rule about its content begins with.
struct Standing {
    bool keeper = false;    // 承办人: keeps the ledger, is cleared for life meetings
    bool superior = false;  // 督导的上级机关: in its seat, cleared for life meetings
    std::optional<ParticipantId> own;  // as whom they take part
    Part part = Part::sits_in;         // of own
    bool has_left = false;             // of own
    bool contact = false;              // 联系领导
    bool operator==(const Standing&) const = default;

    /// Whether they learn of the meeting at all.
    [[nodiscard]] bool sees() const { return keeper || superior || contact || own.has_value(); }
    [[nodiscard]] bool takes_part_as(Part wanted) const {
        return own.has_value() && !has_left && part == wanted;
    }
    [[nodiscard]] bool is_principal() const { return takes_part_as(Part::principal); }
    [[nodiscard]] bool is_recorder() const { return takes_part_as(Part::recorder); }
    /// 班子: principal or member.
    [[nodiscard]] bool in_team() const { return is_principal() || takes_part_as(Part::member); }
    [[nodiscard]] bool is(ParticipantId who) const { return own == who; }
};
/// Nothing to whoever is not cleared for the mark of the programme.
[[nodiscard]] Standing standing_of(const LifeMeeting& meeting, const base::Actor& actor);

enum class LifeAct {
    edit,           // the plan
    change_people,  // who takes part: newcomers, those who leave
    submit,         // for approval
    decide,         // agree or return, in one's seat
    revise,         // an approved plan, as a new edition
    call,           // the notice of the time is out
    postpone,       // to another day, with the reason
    do_step,        // of the preparation and of what follows
    run,            // the meeting is opened
    close,          // the meeting is over
    cancel,
};
inline constexpr LifeAct life_acts[]{LifeAct::edit,     LifeAct::change_people, LifeAct::submit,
                                     LifeAct::decide,   LifeAct::revise,        LifeAct::call,
                                     LifeAct::postpone, LifeAct::do_step,       LifeAct::run,
                                     LifeAct::close,    LifeAct::cancel};
[[nodiscard]] std::string_view name_of(LifeAct act);
[[nodiscard]] std::optional<LifeAct> life_act_of(std::string_view name);

/// Refuses, in this order: only_the_keeper_runs_life_meetings (recorders open and close one, too;
/// decide: only_reviewers_decide_on_life_plans), then by state: life_meeting_is_closed,
/// life_meeting_is_cancelled, life_meeting_is_running, life_plan_is_submitted,
/// life_plan_is_approved (change it as a new edition), life_plan_is_not_submitted,
/// life_plan_is_not_approved, life_meeting_is_called, life_meeting_is_not_called,
/// life_meeting_is_not_running.
[[nodiscard]] std::optional<base::Error> why_not(LifeAct act, const LifeMeeting& meeting,
                                                 const Standing& standing);
/// The state that an act leads to; what it leaves where it is comes back as it is. Refuses as
/// why_not().
[[nodiscard]] base::Result<LifeMeeting> moved(const LifeMeeting& before, LifeAct act,
                                              const Standing& standing);

}  // namespace life_meetings
