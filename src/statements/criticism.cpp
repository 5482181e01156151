#include "statements/criticism.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace statements {
namespace {

using base::ErrorKind;
using base::refuse;
using life_meetings::LifeState;

bool is_given(const LifeMeeting& meeting) {
    return meeting.state == LifeState::running || meeting.state == LifeState::closed;
}

}  // namespace

std::optional<base::Error> why_not_criticise(const LifeMeeting& meeting, const Standing& standing) {
    if (!standing.in_team()) return refuse(ErrorKind::forbidden, "only_the_team_criticises");
    if (is_given(meeting) || meeting.state == LifeState::cancelled)
        return refuse(ErrorKind::illegal_transition, "criticism_is_given");
    return std::nullopt;
}

base::Result<void> check(const Criticism& one, const LifeMeeting& meeting,
                         const Standing& standing) {
    if (auto no = why_not_criticise(meeting, standing)) return *no;
    if (!standing.is(one.author)) return refuse(ErrorKind::not_found, "criticism_unknown");
    const auto team = life_meetings::team_of(meeting);
    const bool there = std::any_of(team.begin(), team.end(),
                                   [&](const auto* who) { return who->id == one.about; });
    if (!there) return refuse(ErrorKind::invalid, "participant_is_not_of_the_team", "about_id");
    if (one.about == one.author)
        return refuse(ErrorKind::invalid, "nobody_criticises_themselves", "about_id");
    if (base::trim(one.text.problem).empty())
        return refuse(ErrorKind::invalid, "text_empty", "problem");
    return {};
}

bool sees(const Criticism& one, const LifeMeeting& meeting, const Standing& standing) {
    if (standing.is(one.author)) return true;
    if (!is_given(meeting)) return false;
    return standing.is(one.about) || standing.is_recorder() || standing.is_principal();
}

bool sees_counts(const Standing& standing) {
    return standing.is_principal() || standing.keeper;
}

std::vector<PointedHint> hints_of(const CriticismText& text) {
    // Both together say whether a problem is named and a matter told.
    const auto whole = text.matter.empty() ? text.problem : text.matter + "\n" + text.problem;
    const auto offset = whole.size() - text.problem.size();
    std::vector<PointedHint> found;
    for (const auto& one : hints_of_criticism(whole))
        found.push_back(pointed(one.to <= offset ? "matter" : "problem", whole, one));
    return found;
}

}  // namespace statements
