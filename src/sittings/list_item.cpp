#include "sittings/list_item.hpp"

#include <array>

#include "base/names.hpp"

namespace sittings {
namespace {

using base::ErrorKind;
using base::refuse;
using ledger::HolderRole;

constexpr std::array<std::string_view, 3> source_names{"feedback", "opinion", "criticism"};
constexpr std::array<std::string_view, 3> source_words{"巡视巡察反馈", "会前征求意见",
                                                       "会上批评意见"};

bool is_over(const LifeMeeting& meeting) {
    return meeting.state == life_meetings::LifeState::closed;
}

ledger::Responsibility responsibility_of(const ListItem& item, const LifeMeeting& meeting) {
    const auto* leader = life_meetings::principal_of(meeting);
    for (const auto& named : {item.terms.owner, item.terms.leader})
        if (named)
            if (const auto* found = life_meetings::find_participant(meeting, *named))
                leader = found;
    ledger::Responsibility held;
    if (leader)
        held.push_back({HolderRole::lead_leader, leader->name, std::nullopt, leader->person});
    held.push_back({HolderRole::responsible_unit, meeting.unit_name, meeting.unit, std::nullopt});
    if (!item.terms.holder.empty())
        held.push_back({HolderRole::handler, item.terms.holder, std::nullopt, std::nullopt});
    return held;
}

}  // namespace

std::string_view name_of(ListSource source) {
    return source_names[static_cast<std::size_t>(source)];
}
std::optional<ListSource> list_source_of(std::string_view name) {
    return base::named<ListSource>(source_names, name);
}
std::string_view words_of(ListSource source) {
    return source_words[static_cast<std::size_t>(source)];
}

bool sees_list(const Standing& standing, const std::optional<ParticipantId>& owner) {
    if (standing.keeper || standing.superior || standing.is_principal()) return true;
    if (!owner) return standing.in_team() || standing.is_recorder();
    return standing.is(*owner);
}

std::optional<base::Error> why_not_write(const LifeMeeting& meeting,
                                         const std::optional<ParticipantId>& owner,
                                         const Standing& standing) {
    const bool own = owner && standing.is(*owner) && standing.in_team();
    if (!standing.keeper && !standing.is_principal() && !own)
        return refuse(ErrorKind::forbidden, "only_the_own_list_is_written");
    if (!is_over(meeting)) return refuse(ErrorKind::illegal_transition, "sitting_is_not_over");
    return std::nullopt;
}

std::optional<base::Error> why_not_change(const ListItem& before, const LifeMeeting& meeting,
                                          const Standing& standing) {
    if (auto no = why_not_write(meeting, before.terms.owner, standing)) return no;
    if (before.problem) return refuse(ErrorKind::illegal_transition, "list_item_is_in_the_ledger");
    return std::nullopt;
}

base::Result<void> check(const ListTerms& terms, const LifeMeeting& meeting) {
    const auto unknown = [&](const std::optional<ParticipantId>& who) {
        return who && life_meetings::find_participant(meeting, *who) == nullptr;
    };
    if (unknown(terms.owner)) return refuse(ErrorKind::invalid, "participant_unknown", "owner");
    if (unknown(terms.leader)) return refuse(ErrorKind::invalid, "participant_unknown", "leader");
    return {};
}

std::optional<base::Error> why_not_enter(const LifeMeeting& meeting, const Standing& standing) {
    if (!standing.keeper) return refuse(ErrorKind::forbidden, "only_the_office_enters_lists");
    if (!is_over(meeting)) return refuse(ErrorKind::illegal_transition, "sitting_is_not_over");
    return std::nullopt;
}

LedgerRows rows_of(const ListItem& item, const LifeMeeting& meeting) {
    LedgerRows rows;
    const auto& terms = item.terms;
    rows.problem.text = terms.problem;
    rows.problem.goal = terms.goal;
    rows.problem.responsibility = responsibility_of(item, meeting);
    if (terms.due_on) rows.problem.deadline = ledger::by(*terms.due_on);
    if (terms.owner) rows.problem.guards = {base::Guard::life_meeting};
    rows.measure.text = terms.measure;
    rows.measure.guards = rows.problem.guards;
    return rows;
}

std::string_view area_of(const ListItem& item) {
    return item.terms.owner ? "专题民主生活会查摆问题（个人）" : "专题民主生活会查摆问题（班子）";
}

}  // namespace sittings
