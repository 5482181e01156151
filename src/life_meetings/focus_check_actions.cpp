#include "life_meetings/focus_check_actions.hpp"

#include <map>

#include "ledger/problem_store.hpp"
#include "life_meetings/planning_actions.hpp"

namespace life_meetings {
namespace {

/// Problems that not everybody who reads the ledger learns of give no word to a hint.
std::vector<FedBackArea> areas_of(db::Transaction& transaction, ProgrammeId programme) {
    std::vector<FedBackArea> areas;
    std::map<ledger::AreaId, std::size_t> places;
    for (const auto& area : ledger::list_areas(transaction, programme)) {
        places[area.id] = areas.size();
        areas.push_back({area.heading, {}});
    }
    for (const auto& problem : ledger::list_problems(transaction, programme)) {
        const auto place = places.find(problem.area);
        if (place == places.end() || problem.guards.has_any(base::subject_guards)) continue;
        areas[place->second].problems.push_back(problem.text);
    }
    return areas;
}

}  // namespace

base::Result<FocusCheck> check_written_focus(const Needs& needs, const base::Actor& actor,
                                             ProgrammeId programme, const WrittenFocus& written) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<FocusCheck> {
        if (auto may = why_not_plan(transaction, actor, programme); !may) return may.error();
        return check_focus(written.theme, written.focus, areas_of(transaction, programme));
    });
}

base::Result<FocusCheck> check_focus_of_meeting(const Needs& needs, const base::Actor& actor,
                                                LifeMeetingId id) {
    return read_meeting<FocusCheck>(
        needs, actor, id,
        [](db::Transaction& transaction, const Opened& opened) -> base::Result<FocusCheck> {
            if (!reads_reviews(opened.standing))
                return base::refuse(base::ErrorKind::forbidden,
                                    "life_focus_check_is_for_reviewers");
            const auto& meeting = opened.meeting;
            return check_focus(meeting.terms.theme, meeting.terms.focus,
                               areas_of(transaction, meeting.programme));
        });
}

}  // namespace life_meetings
