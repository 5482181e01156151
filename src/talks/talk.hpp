// One talk of two (谈心谈话): its appointment, that either proposes and the other confirms; what
// each side wrote down of it; that both signed. A talk that both write down stays one talk with two
// records. The table of states stands in docs/states.md and is tested row by row. Pure.
#pragma once

#include <array>

#include "talks/pairing.hpp"

namespace talks {

using TalkId = base::Id<struct TalkTag>;
using base::ProgrammeId;
inline constexpr std::size_t talk_text_chars_max = 5'000, talk_theme_chars_max = 200,
                             criticisms_max = 50, criticism_chars_max = 500,
                             talk_place_chars_max = 100, paper_note_chars_max = 300;
inline constexpr std::int64_t talk_minutes_min = 10, talk_minutes_max = 480;

enum class TalkState {
    asked,      // somebody wants it; there is no day yet
    proposed,   // a day that not everybody agreed to
    agreed,     // the day stands
    recorded,   // it was held and written down
    done,       // both signed
    cancelled,  // did not take place
};
inline constexpr TalkState talk_states[]{TalkState::asked,  TalkState::proposed,
                                         TalkState::agreed, TalkState::recorded,
                                         TalkState::done,   TalkState::cancelled};
[[nodiscard]] std::string_view name_of(TalkState state);
[[nodiscard]] std::optional<TalkState> talk_state_of(std::string_view name);

enum class TalkForm {
    face_to_face,  // 一对一面对面
    remote,        // by telephone or video
    several,       // with several persons at once
};
[[nodiscard]] std::string_view name_of(TalkForm form);
[[nodiscard]] std::optional<TalkForm> talk_form_of(std::string_view name);
[[nodiscard]] std::string_view words_of(TalkForm form);

/// Which of the two.
enum class Side { member, other };
inline constexpr std::array<Side, 2> sides{Side::member, Side::other};
[[nodiscard]] std::string_view name_of(Side side);
[[nodiscard]] std::optional<Side> side_of(std::string_view name);
[[nodiscard]] inline Side opposite(Side side) {
    return side == Side::member ? Side::other : Side::member;
}

struct Appointment {
    std::optional<base::Date> held_on;  // planned, and once it is recorded the day it was held on
    std::string begins_at;              // "09:00"; "" : not said
    std::int64_t minutes = 60;
    std::string place;
    TalkForm form = TalkForm::face_to_face;
    bool operator==(const Appointment&) const = default;
};

/// What one side wrote down. For nobody but the two.
struct TalkRecord {
    std::string theme;
    std::string own;                  // one's own problems
    std::vector<std::string> others;  // the other's, a criticism each
    std::string work, thought;
    std::string suggestions, commitments, follow_up;
    std::string by_name;  // these two are set when it is saved
    base::Instant at;
    bool operator==(const TalkRecord&) const = default;
};

struct TalkSignature {
    bool on_paper = false;  // of somebody without an account
    std::string name;
    base::Date signed_on;
    std::string note;      // where the paper or its scan lies
    std::string noted_by;  // "" : signed by themselves
    base::Instant at;
    bool operator==(const TalkSignature&) const = default;
};

/// How far one side is.
struct TalkSide {
    bool confirmed = false;
    std::optional<std::int64_t> criticisms;  // written down; nullopt: no record
    std::optional<TalkSignature> signature;
    bool operator==(const TalkSide&) const = default;

    [[nodiscard]] bool has_recorded() const { return criticisms.has_value(); }
};

struct Talk {
    TalkId id;
    LifeMeetingId meeting;
    ProgrammeId programme;
    TalkKind kind = TalkKind::asked;
    ParticipantId member;
    Other other;
    TalkState state = TalkState::asked;
    Appointment appointment;
    std::array<TalkSide, 2> of;  // by Side
    std::string proposed_by;     // who last proposed a day, or asked for the talk
    std::string reason;          // why it was cancelled
    std::int64_t sequence = 0;   // of the appointment, for calendars
    base::Instant changed_at;
    std::int64_t version = 1;
    bool operator==(const Talk&) const = default;

    [[nodiscard]] TalkSide& side(Side which) { return of[static_cast<std::size_t>(which)]; }
    [[nodiscard]] const TalkSide& side(Side which) const {
        return of[static_cast<std::size_t>(which)];
    }
    /// Arranged or wanted, and neither written down nor cancelled.
    [[nodiscard]] bool is_open() const {
        return state == TalkState::asked || state == TalkState::proposed ||
               state == TalkState::agreed;
    }
};

/// One of the two as they stand in the meeting.
struct TalkPerson {
    std::string name, title;
    std::optional<base::PersonId> person;
    bool has_account = false, has_left = false;
    bool operator==(const TalkPerson&) const = default;
};

/// What somebody is to one talk.
struct TalkStanding {
    std::optional<Side> own;
    bool keeper = false;    // arranges, sees how far it is, never what was said
    bool overview = false;  // principal and superior: how far it is
    [[nodiscard]] bool sees() const { return own.has_value() || keeper || overview; }
};

/// What the surroundings of a talk say to its rules.
struct TalkPlace {
    std::array<TalkPerson, 2> persons;  // by Side
    bool required = false;              // somebody demands that these two talk
    bool over = false;                  // the meeting is closed or cancelled
    base::Date meeting_on;
    [[nodiscard]] const TalkPerson& person(Side which) const {
        return persons[static_cast<std::size_t>(which)];
    }
};

enum class TalkAct { propose, confirm, cancel, record, sign, sign_on_paper };
inline constexpr TalkAct talk_acts[]{TalkAct::propose, TalkAct::confirm, TalkAct::cancel,
                                     TalkAct::record,  TalkAct::sign,    TalkAct::sign_on_paper};
[[nodiscard]] std::string_view name_of(TalkAct act);
[[nodiscard]] std::optional<TalkAct> talk_act_of(std::string_view name);

/// Refuses, in this order: talk_is_not_yours (propose and cancel: nor of the office),
/// only_the_keeper_notes_signatures; talks_are_over; talk_is_cancelled, talk_is_done,
/// talk_is_recorded (propose, confirm, cancel), talk_has_no_day (confirm), talk_is_not_recorded
/// (sign, sign_on_paper); talk_is_confirmed_already, talk_is_signed_already; talk_partner_has_left
/// (propose, confirm).
[[nodiscard]] std::optional<base::Error> why_not(TalkAct act, const Talk& talk,
                                                 const TalkPlace& place,
                                                 const TalkStanding& standing);

/// Whoever proposes agrees; who has no account is agreed for. Refuses: as why_not(propose), then
/// together: talk_needs_a_day (held_on), talk_day_is_over (held_on; args value, accepted),
/// talk_after_the_meeting (held_on; args value, accepted), time_of_day_expected (begins_at; args
/// value), talk_needs_a_place (place); then as check_form().
[[nodiscard]] base::Result<Talk> propose(const Talk& before, const TalkPlace& place,
                                         const TalkStanding& standing,
                                         const Appointment& appointment, base::Date today);
/// Refuses on the form of what is required (form): required_talks_are_one_to_one,
/// required_talks_are_face_to_face.
[[nodiscard]] base::Result<void> check_form(TalkForm form, const TalkPlace& place);
[[nodiscard]] base::Result<Talk> confirm(const Talk& before, const TalkPlace& place,
                                         const TalkStanding& standing);
/// Refuses besides: reason_too_short (reason; args accepted).
[[nodiscard]] base::Result<Talk> cancel(const Talk& before, const TalkPlace& place,
                                        const TalkStanding& standing, std::string_view reason);

/// One side's record of when and where it was held; signatures that were given before no longer
/// hold. Refuses: as why_not(record), then together: talk_needs_a_day, day_in_the_future (held_on;
/// args value, accepted), talk_needs_a_place, talk_record_says_nothing (own); then as check_form().
[[nodiscard]] base::Result<Talk> record(const Talk& before, const TalkPlace& place,
                                        const TalkStanding& standing, const Appointment& held,
                                        const TalkRecord& record, base::Date today);
/// Done when it is the second. Refuses as why_not(sign).
[[nodiscard]] base::Result<Talk> sign(const Talk& before, const TalkPlace& place,
                                      const TalkStanding& standing, std::string_view name,
                                      base::Instant now);
/// The signature of `side` on paper. Refuses: as why_not(sign_on_paper), talk_signs_by_account
/// (side; args name), talk_is_signed_already, then together: day_in_the_future (signed_on; args
/// value, accepted), reason_too_short (note; args accepted).
[[nodiscard]] base::Result<Talk> sign_on_paper(const Talk& before, const TalkPlace& place,
                                               const TalkStanding& standing, Side side,
                                               const TalkSignature& signature);

/// Why a new talk of these two is not opened beside those that are there: `own` is who writes, as a
/// side of the new one. Refuses (args id, day): talk_is_arranged_already,
/// talk_recorded_by_the_other (unless it is said to be another talk).
enum class Another { no, yes };
[[nodiscard]] std::optional<base::Error> why_not_beside(const std::vector<Talk>& there,
                                                        ParticipantId member,
                                                        std::optional<Side> own, Another another);

/// What a talk waits for from one side.
enum class TalkWait { nothing, appoint, confirm, record, sign };
[[nodiscard]] std::string_view name_of(TalkWait wait);
[[nodiscard]] TalkWait waits_for(const Talk& talk, Side side, base::Date today);

/// What a careful reader would ask about a record, none of which hinders anybody (R109–R112).
enum class TalkHint {
    nothing_of_own,       // no problem of one's own
    nothing_of_other,     // no problem of the other's
    only_work,            // nothing but work
    nothing_of_thought,   // work, and nothing of thought
    merits,               // a criticism that praises
    nothing_of_feedback,  // no word of the inspection's feedback
};
[[nodiscard]] std::string_view name_of(TalkHint hint);
[[nodiscard]] std::vector<TalkHint> hints_of(const TalkRecord& record);

/// A talk with what one of the two may read of it.
struct TalkView {
    Talk talk;
    LifeMeetingId meeting;
    std::string meeting_title, programme_title;
    TalkPlace place;
    TalkStanding standing;
    std::optional<base::Date> due_on;                  // of what is required
    bool sees_meeting = false;                         // and may open its page
    std::array<std::optional<TalkRecord>, 2> records;  // by Side; for nobody but the two
    std::vector<TalkHint> hints;                       // at one's own record
};

/// Names of the two in the order in which the talk names them.
[[nodiscard]] std::string names_of(const TalkPlace& place);

}  // namespace talks
