#include "life_meetings/consultation.hpp"

#include <algorithm>
#include <array>

#include "base/names.hpp"
#include "base/text_length.hpp"
#include "life_meetings/life_course.hpp"
#include "life_meetings/plan_review.hpp"

namespace life_meetings {
namespace {

using base::Error;
using base::ErrorKind;
using base::refuse;

constexpr std::array<std::string_view, 4> kind_names{"ask", "report", "guidance", "inspection"};
constexpr std::array<std::string_view, 4> kind_words{"请示", "报告", "接受指导", "接受检查"};

std::optional<Error> why_not_while_cancelled(const LifeMeeting& meeting) {
    if (meeting.state != LifeState::cancelled) return std::nullopt;
    return refuse(ErrorKind::illegal_transition, "life_meeting_is_cancelled");
}

bool is_of_the_office(const Standing& standing, const base::Actor& actor) {
    return standing.superior && actor.seat == base::Seat::inspection_office;
}

}  // namespace

std::string_view name_of(ConsultationKind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}
std::optional<ConsultationKind> consultation_kind_of(std::string_view name) {
    return base::named<ConsultationKind>(kind_names, name);
}
std::string_view words_of(ConsultationKind kind) {
    return kind_words[static_cast<std::size_t>(kind)];
}

bool sees_consultations(const Standing& standing) {
    return reads_reviews(standing);
}

std::optional<Error> why_not_consult(const LifeMeeting& meeting, const Standing& standing) {
    if (!standing.keeper) return refuse(ErrorKind::forbidden, "only_the_keeper_runs_life_meetings");
    return why_not_while_cancelled(meeting);
}

base::Result<void> check(const Consultation& wanted, base::Date today) {
    std::vector<Error> faults;
    if (auto fault = base::why_too_short(wanted.words, "reason_too_short", "words"))
        faults.push_back(std::move(*fault));
    if (wanted.person.empty())
        faults.push_back(refuse(ErrorKind::invalid, "person_missing", "person"));
    if (wanted.held_on > today)
        faults.push_back(invalid_day("day_is_in_the_future", "held_on", wanted.held_on));
    if (auto fault = base::together(std::move(faults))) return *fault;
    return {};
}

std::optional<Error> why_not_answer(const Consultation& one, const LifeMeeting& meeting,
                                    const Standing& standing, const base::Actor& actor) {
    if (!standing.keeper && !is_of_the_office(standing, actor))
        return refuse(ErrorKind::forbidden, "only_the_inspection_office_answers");
    if (auto no = why_not_while_cancelled(meeting)) return no;
    if (one.answer) return refuse(ErrorKind::illegal_transition, "consultation_is_answered");
    return std::nullopt;
}

base::Result<Consultation> answer(const Consultation& before, const WantedAnswer& wanted,
                                  const LifeMeeting& meeting, const Standing& standing,
                                  const base::Actor& actor, base::Instant now) {
    if (auto no = why_not_answer(before, meeting, standing, actor)) return *no;
    const bool on_paper = !is_of_the_office(standing, actor);
    std::vector<Error> faults;
    if (auto fault = base::why_too_short(wanted.words, "reason_too_short", "words"))
        faults.push_back(std::move(*fault));
    if (on_paper && wanted.answered_by.empty())
        faults.push_back(refuse(ErrorKind::invalid, "said_by_missing", "answered_by"));
    if (wanted.answered_on < before.held_on)
        faults.push_back(invalid_day("answered_before_asked", "answered_on", wanted.answered_on));
    if (wanted.answered_on > base::date_of(now))
        faults.push_back(invalid_day("day_is_in_the_future", "answered_on", wanted.answered_on));
    if (auto fault = base::together(std::move(faults))) return *fault;
    auto after = before;
    after.answer = ConsultationAnswer{wanted.words, wanted.answered_on,
                                      on_paper ? wanted.answered_by : actor.name,
                                      on_paper ? actor.name : std::string(), now};
    return after;
}

std::optional<Error> why_not_drop(const Consultation& one, const LifeMeeting& meeting,
                                  const Standing& standing) {
    if (auto no = why_not_consult(meeting, standing)) return no;
    if (one.answer) return refuse(ErrorKind::illegal_transition, "consultation_is_answered");
    return std::nullopt;
}

ConsultationTally tally_of(const std::vector<Consultation>& all) {
    ConsultationTally tally;
    for (const auto& one : all) {
        switch (one.kind) {
            case ConsultationKind::ask: ++tally.asked; break;
            case ConsultationKind::report: ++tally.reported; break;
            case ConsultationKind::guidance: ++tally.guided; break;
            case ConsultationKind::inspection: ++tally.inspected; break;
        }
        tally.waiting += one.waits() ? 1 : 0;
    }
    return tally;
}

}  // namespace life_meetings
