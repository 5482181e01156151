#include "statements/typical_case_actions.hpp"

#include "meetings/agenda_store.hpp"
#include "meetings/meeting_store.hpp"
#include "statements/typical_case_store.hpp"

namespace statements {

base::Result<std::vector<TypicalCase>> list_cases(const Needs& needs, const base::Actor& actor,
                                                  LifeMeetingId id) {
    using Cases = std::vector<TypicalCase>;
    return life_meetings::read_meeting<Cases>(
        needs, actor, id, [&](db::Transaction& transaction, const life_meetings::Opened& opened) {
            Cases cases;
            for (const auto meeting : list_meetings_on_problems(
                     transaction, opened.meeting.programme, case_meetings_max)) {
                const auto held = meetings::find_meeting(transaction, meeting, actor);
                if (!held) continue;
                for (auto& one :
                     cases_of(*held, meetings::list_items(transaction, meeting, actor.scope)))
                    cases.push_back(std::move(one));
            }
            return base::Result<Cases>(std::move(cases));
        });
}

}  // namespace statements
