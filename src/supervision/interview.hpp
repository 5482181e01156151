// The record of an interview (约谈): who was talked to by whom, about which problem, what they
// answered, and what is asked of them by when; the requirement becomes a task (domain 5.1). Seen by
// those who review. Never changed; one that is wrong is revoked with a reason. Pure.
#pragma once

#include <optional>
#include <string>

#include "ledger/task.hpp"
#include "supervision/accountability.hpp"

namespace supervision {

using InterviewId = base::Id<struct InterviewTag>;
inline constexpr std::size_t place_chars_max = 100, interviewers_chars_max = 200,
                             said_chars_max = 2'000;

struct Interview {
    InterviewId id;
    base::ProgrammeId programme;
    std::int64_t number = 0;  // running within the programme, never given again
    base::Date held_on;
    std::string begins_at;  // "09:00"
    std::string place;
    base::UnitId unit;      // of whoever is talked to
    std::string unit_name;  // read with the row
    std::string person, post, interviewers, recorder;
    std::string cause, problem, answer, requirement;
    std::optional<base::Date> due_on;  // of the requirement
    bool is_signed = true;             // by both sides
    std::string unsigned_reason;
    std::optional<ledger::TaskId> task;  // that the requirement became
    std::string recorded_by;
    base::Instant recorded_at;
    std::optional<Revocation> revoked;
    std::int64_t version = 1;
    bool operator==(const Interview&) const = default;
};

/// Refuses: only_reviewers_hold_interviews.
[[nodiscard]] std::optional<base::Error> why_not_interview(const base::Actor& actor);

/// Refuses, all together as form errors: begins_at_is_no_time (args value), held_in_the_future
/// (args value, accepted), interviewee_missing, interviewers_missing, interview_recorder_missing,
/// interview_says_nothing (cause, problem, answer; args accepted), requirement_needs_a_day,
/// requirement_day_is_over (args value, accepted), unsigned_needs_a_reason.
[[nodiscard]] base::Result<void> check(const Interview& wanted, base::Date today);

/// Refuses, in this order: as why_not_interview(), interview_is_revoked, reason_too_short.
[[nodiscard]] base::Result<Interview> revoke(const Interview& before, std::string_view reason,
                                             const base::Actor& actor, base::Instant now);

}  // namespace supervision
