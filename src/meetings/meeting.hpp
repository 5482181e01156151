// A meeting of a programme (碰头会, 联席会议, 推进会 …): planned, called, running, closed, or
// cancelled; who takes part, who hosts, who keeps the minutes. What is spoken of stands in
// agenda.hpp. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/programme.hpp"

namespace meetings {

using MeetingId = base::Id<struct MeetingTag>;
using SeriesId = base::Id<struct SeriesTag>;
using base::ProgrammeId;

inline constexpr std::size_t participants_max = 200, place_chars_max = 100;
inline constexpr std::int64_t minutes_max = 24 * 60;

enum class MeetingKind { coordination, joint, push, mobilisation, leading_group };
[[nodiscard]] std::string_view name_of(MeetingKind kind);
[[nodiscard]] std::optional<MeetingKind> meeting_kind_of(std::string_view name);
/// As documents say it: 碰头会.
[[nodiscard]] std::string_view words_of(MeetingKind kind);

enum class MeetingState { planned, called, running, closed, cancelled };
[[nodiscard]] std::string_view name_of(MeetingState state);
[[nodiscard]] std::optional<MeetingState> meeting_state_of(std::string_view name);

enum class Standing { attends, sits_in };  // 出席, 列席
[[nodiscard]] std::string_view name_of(Standing standing);
[[nodiscard]] std::optional<Standing> standing_of(std::string_view name);
enum class Duty { none, host, recorder };
[[nodiscard]] std::string_view name_of(Duty duty);
[[nodiscard]] std::optional<Duty> duty_of(std::string_view name);
enum class Attendance { unanswered, coming, leave, proxy, present, absent };
[[nodiscard]] std::string_view name_of(Attendance attendance);
[[nodiscard]] std::optional<Attendance> attendance_of(std::string_view name);

/// A person, a unit that sends somebody, or somebody known by name only.
struct Participant {
    std::string name;
    std::optional<base::PersonId> person;
    std::optional<base::UnitId> unit;
    Standing standing = Standing::attends;
    Duty duty = Duty::none;
    Attendance attendance = Attendance::unanswered;
    std::string reason;  // of leave
    std::string proxy;   // who comes instead; of a unit, who came
    bool operator==(const Participant&) const = default;
};
[[nodiscard]] bool same_invited(const Participant& a, const Participant& b);
/// Whether the actor answers for this line: the person, or somebody of the unit.
[[nodiscard]] bool is_own(const Participant& one, const base::Actor& actor);

/// What the office writes.
struct MeetingTerms {
    MeetingKind kind = MeetingKind::coordination;
    std::string title;
    base::Date held_on;
    std::string begins_at;      // "09:00"
    std::int64_t minutes = 60;  // how long it lasts
    std::string place;
    std::vector<Participant> participants;
    bool operator==(const MeetingTerms&) const = default;
};
using base::is_time_of_day;

struct Meeting {
    MeetingId id;
    ProgrammeId programme;
    std::string programme_title;  // read with the row
    std::optional<SeriesId> series;
    MeetingTerms terms;
    MeetingState state = MeetingState::planned;
    std::int64_t sequence = 0;  // how often it changed since it was called
    std::optional<base::Instant> called_at, opened_at, closed_at;
    std::string closed_by;
    std::string reason;  // why it was cancelled
    base::Instant changed_at;
    std::int64_t version = 1;
    bool operator==(const Meeting&) const = default;
};

enum class MeetingAct {
    edit,
    set_agenda,
    call,
    cancel,
    answer,
    note_attendance,
    open,
    write_minutes,
    close,
    add_remark,
};
inline constexpr MeetingAct meeting_acts[]{
    MeetingAct::edit,   MeetingAct::set_agenda,      MeetingAct::call, MeetingAct::cancel,
    MeetingAct::answer, MeetingAct::note_attendance, MeetingAct::open, MeetingAct::write_minutes,
    MeetingAct::close,  MeetingAct::add_remark};
[[nodiscard]] std::string_view name_of(MeetingAct act);

/// Whether an act is refused now. Refuses, in this order:
/// edit, call, cancel, open: only_the_office_arranges_meetings; set_agenda, note_attendance,
/// write_minutes, close, add_remark: only_the_recorder_writes_minutes (the office and whoever keeps
/// the minutes may); answer: only_participants_answer; then
/// add_remark: meeting_is_not_closed; every other: meeting_is_cancelled, meeting_is_closed; then
/// edit, call, cancel, open: meeting_is_running; call: meeting_is_called; answer, open:
/// meeting_is_not_called; answer: meeting_is_running; write_minutes, close: meeting_is_not_running;
/// note_attendance: meeting_is_not_called.
[[nodiscard]] std::optional<base::Error> why_not(MeetingAct act, const Meeting& meeting,
                                                 const base::Actor& actor);

/// Refuses together: time_of_day_expected, participant_stands_twice, two_hosts, two_recorders.
[[nodiscard]] base::Result<void> check(const MeetingTerms& terms);
/// Whoever is invited still keeps what they answered; when a called meeting moves in day, time or
/// place, those who were coming are asked again. Refuses: as why_not(edit), check().
[[nodiscard]] base::Result<Meeting> edit(const Meeting& before, const MeetingTerms& terms,
                                         const base::Actor& actor);
[[nodiscard]] bool moved(const Meeting& before, const Meeting& after);
/// Refuses: as why_not(call), meeting_has_nobody, meeting_has_no_host, meeting_day_is_over.
[[nodiscard]] base::Result<Meeting> call(const Meeting& before, const base::Actor& actor,
                                         base::Instant now);
/// Refuses: as why_not(cancel), reason_too_short.
[[nodiscard]] base::Result<Meeting> cancel(const Meeting& before, std::string_view reason,
                                           const base::Actor& actor);

/// What one line says of somebody's coming.
struct AttendanceNote {
    std::size_t line = 0;  // of the participants, from 0
    Attendance attendance = Attendance::unanswered;
    std::string reason, proxy;
};
/// By those who keep the minutes, or by the participant. Refuses: participant_unknown, as
/// why_not(note_attendance), of others as why_not(answer); then of a participant
/// attendance_is_noted_by_the_recorder (present, absent), leave_needs_a_reason, proxy_needs_a_name.
[[nodiscard]] base::Result<Meeting> note_attendance(const Meeting& before,
                                                    const AttendanceNote& note,
                                                    const base::Actor& actor);
/// Refuses: as why_not(open), meeting_day_has_not_come (args accepted), meeting_has_no_host,
/// host_is_absent (args name), agenda_is_empty.
[[nodiscard]] base::Result<Meeting> open(const Meeting& before, std::size_t agenda_items,
                                         const base::Actor& actor, base::Instant now);

}  // namespace meetings
