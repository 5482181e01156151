#include "life_meetings/life_plan.hpp"

#include <algorithm>
#include <set>

namespace life_meetings {
namespace {

using base::Error;
using base::ErrorKind;
using base::refuse;

Error invalid(std::string_view code, std::string_view field, std::string value = {}) {
    if (value.empty()) return refuse(ErrorKind::invalid, code, field);
    return refuse(ErrorKind::invalid, code, field, {{"value", std::move(value)}});
}

bool is_time_of_day(std::string_view text) {
    const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
    if (text.size() != 5 || text[2] != ':') return false;
    if (!digit(0) || !digit(1) || !digit(3) || !digit(4)) return false;
    return text.substr(0, 2) < "24" && text[3] < '6';
}

void check_people(const std::vector<Participant>& people, std::vector<Error>& faults) {
    std::size_t principals = 0, members = 0;
    std::set<base::PersonId> persons;
    std::set<std::pair<std::string, std::string>> names;
    for (const auto& one : people) {
        if (one.left_on) continue;
        principals += one.part == Part::principal;
        members += one.part == Part::member;
        const bool twice = one.person ? !persons.insert(*one.person).second
                                      : !names.insert({one.name, one.title}).second;
        if (twice) faults.push_back(invalid("person_stands_twice", "participants", one.name));
    }
    if (principals == 0)
        faults.push_back(invalid("life_meeting_needs_a_principal", "participants"));
    if (principals > 1) faults.push_back(invalid("life_meeting_has_one_principal", "participants"));
    if (members == 0) faults.push_back(invalid("life_meeting_needs_a_member", "participants"));
}

/// Those who left stand in no form: they are kept as they are, behind the others.
base::Result<std::vector<Participant>> people_after(const std::vector<Participant>& before,
                                                    const std::vector<Participant>& wanted) {
    std::vector<Participant> after = wanted;
    for (const auto& one : before) {
        const auto same = [&](const Participant& other) { return other.id == one.id; };
        if (one.left_on)
            after.push_back(one);
        else if (std::none_of(wanted.begin(), wanted.end(), same))
            return invalid("participants_stay", "participants", one.name);
    }
    return after;
}

}  // namespace

Plan plan_of(const LifeMeeting& meeting) {
    Plan plan{meeting.terms, meeting.demands, {}, meeting.duties};
    for (const auto& one : meeting.participants)
        if (!one.left_on) plan.participants.push_back(one);
    return plan;
}

base::Result<void> check(const Plan& plan) {
    std::vector<Error> faults;
    if (!is_time_of_day(plan.terms.begins_at))
        faults.push_back(invalid("time_of_day_expected", "begins_at", plan.terms.begins_at));
    if (plan.terms.length == Length::half_day && !plan.terms.sessions.empty())
        faults.push_back(invalid("sessions_are_of_a_whole_day", "sessions"));
    check_people(plan.participants, faults);
    if (auto fault = base::together(std::move(faults))) return *fault;
    return {};
}

LifeMeeting planned(LifeMeetingId id, ProgrammeId programme, const Plan& plan) {
    LifeMeeting one;
    one.id = id;
    one.programme = programme;
    one.terms = plan.terms;
    one.demands = plan.demands;
    one.participants = plan.participants;
    one.duties = plan.duties;
    const auto& demands = plan.demands;
    one.steps = usual_steps(demands.plan_days, demands.drafts_days, demands.report_days);
    return one;
}

namespace {

/// Steps whose days the demands say.
void follow_demands(LifeMeeting& meeting, const Demands& before) {
    const auto& now = meeting.demands;
    const auto move = [&](StepKind kind, std::int64_t was, std::int64_t is) {
        for (auto& step : meeting.steps) {
            if (was == is || step.kind != kind || step.done_on) continue;
            step.days = is;
            step.due_on = {};
        }
    };
    move(StepKind::plan, -before.plan_days, -now.plan_days);
    move(StepKind::own_review, -before.drafts_days, -now.drafts_days);
    move(StepKind::report, before.report_days, now.report_days);
}

}  // namespace

base::Result<LifeMeeting> edit(const LifeMeeting& before, const Plan& plan,
                               const Standing& standing) {
    if (auto no = why_not(LifeAct::edit, before, standing)) return *no;
    if (auto good = check(plan); !good) return good.error();
    auto people = people_after(before.participants, plan.participants);
    if (!people) return people.error();
    LifeMeeting after = before;
    after.terms = plan.terms;
    after.terms.held_on = before.terms.held_on;
    after.demands = plan.demands;
    after.participants = std::move(*people);
    after.duties = plan.duties;
    follow_demands(after, before.demands);
    if (after != before) ++after.version;
    return after;
}

}  // namespace life_meetings
