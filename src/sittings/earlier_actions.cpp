#include "sittings/earlier_actions.hpp"

#include "sittings/follow_up_store.hpp"

namespace sittings {

using life_meetings::note_content_read;

base::Result<EarlierView> view_earlier(const Needs& needs, const base::Actor& actor,
                                       LifeMeetingId id) {
    std::optional<LifeMeeting> now;
    auto shown = life_meetings::read_meeting<EarlierView>(
        needs, actor, id,
        [&](db::Transaction& transaction,
            const life_meetings::Opened& opened) -> base::Result<EarlierView> {
            now = opened.meeting;
            const auto before = find_earlier_meeting(transaction, opened.meeting);
            auto earlier =
                before ? life_meetings::find_life_meeting(transaction, *before) : std::nullopt;
            if (!earlier || !actor.scope.clears(earlier->mark)) return EarlierView{};
            EarlierView view{std::move(earlier), {}};
            for (auto& one : earlier_of(*view.earlier, list_items(transaction, *before), *now))
                if (sees_earlier(one.owner, *now, opened.standing))
                    view.rows.push_back(std::move(one));
            return view;
        });
    if (shown && !shown->rows.empty()) note_content_read(needs, actor, *now, "上次会议的整改清单");
    return shown;
}

}  // namespace sittings
