#include "notify/live_actions.hpp"

#include <set>

#include "notify/live_store.hpp"

namespace notify {

void LiveHub::forget_the_gone() {
    std::erase_if(places_, [](const Place& place) { return place.seat.expired(); });
}

base::Result<std::shared_ptr<LiveSeat>> LiveHub::open(const std::string& session) {
    const std::scoped_lock lock(mutex_);
    forget_the_gone();
    std::size_t own = 0;
    for (const auto& place : places_)
        if (const auto seat = place.seat.lock(); seat && seat->session_ == session) ++own;
    if (places_.size() >= seats_max || own >= seats_of_session_max)
        return base::refuse(base::ErrorKind::too_many_requests, "too_many_live_pages");
    auto seat = std::make_shared<LiveSeat>(session);
    places_.push_back({++opened_, seat});
    return seat;
}

std::size_t LiveHub::seats() {
    const std::scoped_lock lock(mutex_);
    forget_the_gone();
    return places_.size();
}

std::vector<std::string> LiveHub::sessions() {
    const std::scoped_lock lock(mutex_);
    std::set<std::string> sessions;
    for (const auto& place : places_)
        if (const auto seat = place.seat.lock()) sessions.insert(seat->session_);
    return {sessions.begin(), sessions.end()};
}

std::uint64_t LiveHub::seats_opened() {
    const std::scoped_lock lock(mutex_);
    return opened_;
}

void LiveHub::tell(const std::vector<LiveState>& states, std::uint64_t taken) {
    std::map<std::string_view, const LiveState*> by_session;
    for (const auto& state : states) by_session.emplace(state.session, &state);
    const std::scoped_lock lock(mutex_);
    for (const auto& place : places_) {
        const auto seat = place.seat.lock();
        if (!seat || place.number > taken) continue;
        const auto found = by_session.find(seat->session_);
        if (found == by_session.end()) {
            seat->ended_ = true;
            continue;
        }
        const auto& now = *found->second;
        // Something may have come between what the page last asked for and this first round.
        const auto& seen = seat->seen_;
        if (!seen || seen->messages != now.messages || seen->read != now.read) seat->news_ = true;
        if (!seen || seen->changes != now.changes) seat->changes_ = true;
        seat->seen_ = now;
    }
}

void tell_live_pages(const Needs& needs, LiveHub& hub, std::int64_t idle_ms_max) {
    const auto taken = hub.seats_opened();
    const auto now = needs.clock.now();
    const LiveQuestion asked{hub.sessions(), now, {now.milliseconds - idle_ms_max}};
    if (asked.sessions.empty()) return;
    const auto states = needs.database.read(
        [&](db::Transaction& transaction) { return list_live_states(transaction, asked); });
    hub.tell(states, taken);
}

void tell_of_changes(const Needs& needs, LiveHub& hub, std::int64_t idle_ms_max) {
    if (hub.seats() == 0) return;
    const auto changes = needs.database.read(load_changes);
    if (hub.is_news(changes)) tell_live_pages(needs, hub, idle_ms_max);
}

}  // namespace notify
