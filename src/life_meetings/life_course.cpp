#include "life_meetings/life_course.hpp"

#include <algorithm>

#include "base/text_length.hpp"
#include "life_meetings/life_plan.hpp"

namespace life_meetings {
namespace {

using base::Error;
using base::ErrorKind;
using base::refuse;

Step* find_step(LifeMeeting& meeting, std::int64_t position) {
    const auto found = std::find_if(meeting.steps.begin(), meeting.steps.end(),
                                    [&](const Step& one) { return one.position == position; });
    return found == meeting.steps.end() ? nullptr : &*found;
}

void mark(LifeMeeting& meeting, StepKind kind, std::optional<base::Date> done_on,
          const std::string& by) {
    for (auto& step : meeting.steps) {
        if (step.kind != kind) continue;
        step.done_on = done_on;
        step.done_by = by;
        if (!done_on) step.due_on = {};
    }
}

std::optional<Error> why_not_on(const LifeMeeting& before, const Postponement& wanted,
                                base::Date today) {
    std::vector<Error> faults;
    if (auto fault = base::why_too_short(wanted.reason, "reason_too_short", "reason"))
        faults.push_back(std::move(*fault));
    if (wanted.held_on < today)
        faults.push_back(invalid_day("life_meeting_day_is_past", "held_on", wanted.held_on));
    const bool same_time = wanted.begins_at.empty() || wanted.begins_at == before.terms.begins_at;
    if (wanted.held_on == before.terms.held_on && same_time)
        faults.push_back(invalid_day("life_meeting_day_is_the_same", "held_on", wanted.held_on));
    return base::together(std::move(faults));
}

}  // namespace

Error invalid_day(std::string_view code, std::string_view field, base::Date day) {
    return refuse(ErrorKind::invalid, code, field, {{"value", base::to_text(day)}});
}

base::Result<LifeMeeting> call(const LifeMeeting& before, const Standing& standing,
                               const base::Actor& actor, base::Date today) {
    auto after = moved(before, LifeAct::call, standing);
    if (!after) return after;
    if (before.terms.held_on < today)
        return invalid_day("life_meeting_day_is_past", "held_on", before.terms.held_on);
    mark(*after, StepKind::notice, today, actor.name);
    return after;
}

base::Result<LifeMeeting> postpone(const LifeMeeting& before, const Postponement& wanted,
                                   const Standing& standing, base::Date today) {
    auto after = moved(before, LifeAct::postpone, standing);
    if (!after) return after;
    if (auto no = why_not_on(before, wanted, today)) return *no;
    after->terms.held_on = wanted.held_on;
    if (!wanted.begins_at.empty()) after->terms.begins_at = wanted.begins_at;
    if (auto good = check(plan_of(*after)); !good) return good.error();
    for (auto& step : after->steps)
        if (!step.done_on) step.due_on = {};
    if (after->state != before.state) mark(*after, StepKind::notice, std::nullopt, "");
    return after;
}

base::Result<LifeMeeting> cancel(const LifeMeeting& before, std::string_view reason,
                                 const Standing& standing) {
    auto after = moved(before, LifeAct::cancel, standing);
    if (!after) return after;
    if (auto no = base::why_too_short(reason, "reason_too_short", "reason")) return *no;
    after->cancelled_reason = reason;
    return after;
}

base::Result<LifeMeeting> join(const LifeMeeting& before, const Participant& wanted,
                               const Standing& standing) {
    if (auto no = why_not(LifeAct::change_people, before, standing)) return *no;
    if (const auto* stored = find_participant(before, wanted.id)) {
        if (*stored == wanted) return before;
        return refuse(ErrorKind::conflict, "same_id_other_content", "id");
    }
    LifeMeeting after = before;
    auto place = after.participants.end();
    for (auto one = after.participants.begin(); one != after.participants.end(); ++one)
        if (!one->left_on && one->part <= wanted.part) place = one + 1;
    after.participants.insert(place, wanted);
    if (auto good = check(plan_of(after)); !good) return good.error();
    ++after.version;
    return after;
}

base::Result<LifeMeeting> leave(const LifeMeeting& before, const Leaving& wanted,
                                const Standing& standing, base::Date today) {
    if (auto no = why_not(LifeAct::change_people, before, standing)) return *no;
    LifeMeeting after = before;
    const auto who =
        std::find_if(after.participants.begin(), after.participants.end(),
                     [&](const Participant& one) { return one.id == wanted.participant; });
    if (who == after.participants.end()) return refuse(ErrorKind::not_found, "participant_unknown");
    if (who->left_on)
        return refuse(ErrorKind::illegal_transition, "participant_has_left", "participant",
                      {{"value", who->name}});
    if (auto no = base::why_too_short(wanted.reason, "reason_too_short", "reason")) return *no;
    if (wanted.left_on > today)
        return invalid_day("day_is_in_the_future", "left_on", wanted.left_on);
    who->left_on = wanted.left_on;
    who->left_reason = wanted.reason;
    ++after.version;
    return after;
}

base::Result<LifeMeeting> set_steps(const LifeMeeting& before,
                                    const std::vector<WantedStep>& wanted,
                                    const Standing& standing) {
    if (auto no = why_not(LifeAct::do_step, before, standing)) return *no;
    LifeMeeting after = before, from = before;
    after.steps.clear();
    std::int64_t last = 0;
    for (const auto& one : before.steps) last = std::max(last, one.position);
    for (const auto& one : wanted) {
        Step step;
        step.position = one.position.value_or(0);
        if (one.position) {
            const auto* known = find_step(from, *one.position);
            if (known == nullptr) return refuse(ErrorKind::invalid, "step_unknown", "steps");
            step = *known;
        } else {
            step.position = ++last;
        }
        const auto days = step.kind == StepKind::sitting ? 0 : one.days;
        if (!step.done_on && (step.days != days || step.counting != one.counting)) step.due_on = {};
        step.title = one.title;
        step.days = days;
        step.counting = one.counting;
        after.steps.push_back(std::move(step));
    }
    for (const auto& one : before.steps) {
        if (find_step(after, one.position) != nullptr) continue;
        if (one.kind == StepKind::sitting)
            return refuse(ErrorKind::invalid, "life_meeting_keeps_its_sitting", "steps");
        if (one.done_on)
            return refuse(ErrorKind::invalid, "done_steps_stay", "steps", {{"value", one.title}});
    }
    ++after.version;
    return after;
}

base::Result<LifeMeeting> do_step(const LifeMeeting& before, const StepDone& done,
                                  const Standing& standing, const base::Actor& actor,
                                  base::Date today) {
    if (auto no = why_not(LifeAct::do_step, before, standing)) return *no;
    LifeMeeting after = before;
    auto* step = find_step(after, done.position);
    if (step == nullptr) return refuse(ErrorKind::not_found, "step_unknown");
    if (done.done_on && *done.done_on > today)
        return invalid_day("day_is_in_the_future", "done_on", *done.done_on);
    step->done_on = done.done_on;
    step->done_by = done.done_on ? actor.name : std::string();
    step->remark = done.remark;
    if (!done.done_on) step->due_on = {};
    ++after.version;
    return after;
}

}  // namespace life_meetings
