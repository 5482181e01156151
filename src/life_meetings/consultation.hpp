// Communication with the inspection office over a life meeting (R151): what it is asked (请示),
// what is reported to it, in what it guides and checks the preparation, each with its day; and what
// the office says to it, by its own account or recorded from paper. An answer stays as it is. Pure.
#pragma once

#include "life_meetings/life_meeting.hpp"

namespace life_meetings {

using ConsultationId = base::Id<struct LifeConsultationTag>;
inline constexpr std::size_t consultation_chars_max = 2'000, consultations_max = 200;

enum class ConsultationKind { ask, report, guidance, inspection };
inline constexpr ConsultationKind consultation_kinds[]{
    ConsultationKind::ask, ConsultationKind::report, ConsultationKind::guidance,
    ConsultationKind::inspection};
[[nodiscard]] std::string_view name_of(ConsultationKind kind);
[[nodiscard]] std::optional<ConsultationKind> consultation_kind_of(std::string_view name);
/// 请示, 报告 …
[[nodiscard]] std::string_view words_of(ConsultationKind kind);

struct ConsultationAnswer {
    std::string words;
    base::Date answered_on;
    std::string answered_by, entered_by;  // entered_by "": by whoever answered
    base::Instant at;
    bool operator==(const ConsultationAnswer&) const = default;
};
struct Consultation {
    ConsultationId id;
    std::int64_t number = 0;  // running within the meeting
    ConsultationKind kind = ConsultationKind::ask;
    base::Date held_on;
    std::string words, person;  // who asked, reported, was guided
    std::string entered_by;
    base::Instant at;
    std::optional<ConsultationAnswer> answer;
    bool operator==(const Consultation&) const = default;

    /// Only what is asked must be answered.
    [[nodiscard]] bool waits() const { return kind == ConsultationKind::ask && !answer; }
};

/// As reviews of the plan are read: keepers, superiors, the principal, the contact leader.
[[nodiscard]] bool sees_consultations(const Standing& standing);
/// Refuses: only_the_keeper_runs_life_meetings, life_meeting_is_cancelled.
[[nodiscard]] std::optional<base::Error> why_not_consult(const LifeMeeting& meeting,
                                                         const Standing& standing);
/// Refuses, together: reason_too_short (words), person_missing (person), day_is_in_the_future
/// (held_on; args value).
[[nodiscard]] base::Result<void> check(const Consultation& wanted, base::Date today);

/// Whether somebody answers in the office's name; a keeper only records what stands on paper.
/// Refuses: only_the_inspection_office_answers, life_meeting_is_cancelled,
/// consultation_is_answered.
[[nodiscard]] std::optional<base::Error> why_not_answer(const Consultation& one,
                                                        const LifeMeeting& meeting,
                                                        const Standing& standing,
                                                        const base::Actor& actor);
struct WantedAnswer {
    std::string words;
    base::Date answered_on;
    std::string answered_by;  // only of what a keeper records from paper
};
/// Refuses as why_not_answer(), then together: reason_too_short (words), said_by_missing
/// (answered_by), answered_before_asked (answered_on; args value), day_is_in_the_future
/// (answered_on; args value).
[[nodiscard]] base::Result<Consultation> answer(const Consultation& before,
                                                const WantedAnswer& wanted,
                                                const LifeMeeting& meeting,
                                                const Standing& standing, const base::Actor& actor,
                                                base::Instant now);
/// What was entered by mistake, as long as nobody answered it. Refuses as why_not_consult(),
/// consultation_is_answered.
[[nodiscard]] std::optional<base::Error> why_not_drop(const Consultation& one,
                                                      const LifeMeeting& meeting,
                                                      const Standing& standing);

struct ConsultationTally {
    std::int64_t asked = 0, reported = 0, guided = 0, inspected = 0, waiting = 0;
    bool operator==(const ConsultationTally&) const = default;
};
[[nodiscard]] ConsultationTally tally_of(const std::vector<Consultation>& all);

}  // namespace life_meetings
