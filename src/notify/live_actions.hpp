// The pages that are open, and one round over all of them.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "notify/live.hpp"
#include "notify/needs.hpp"

namespace notify {

/// Safe from any thread.
class LiveHub {
  public:
    static constexpr std::size_t seats_max = 400, seats_of_session_max = 6;

    /// Refuses: too_many_live_pages. The seat is given back when its last owner lets it go.
    [[nodiscard]] base::Result<std::shared_ptr<LiveSeat>> open(const std::string& session);
    [[nodiscard]] std::size_t seats();
    /// Those with a page open, each once.
    [[nodiscard]] std::vector<std::string> sessions();
    /// `states` of every session that is live; a seat whose session is not among them ends. Seats
    /// that were opened after `taken` was read from seats_opened() are left for the next round.
    void tell(const std::vector<LiveState>& states, std::uint64_t taken);
    [[nodiscard]] std::uint64_t seats_opened();
    /// Whether this count is another than the one that was seen last.
    [[nodiscard]] bool is_news(std::int64_t changes) { return seen_.exchange(changes) != changes; }

  private:
    void forget_the_gone();

    struct Place {
        std::uint64_t number;
        std::weak_ptr<LiveSeat> seat;
    };
    std::mutex mutex_;
    std::uint64_t opened_ = 0;
    std::atomic<std::int64_t> seen_{-1};
    std::vector<Place> places_;
};

/// Asks once for all of them, and for nobody else; does nothing while no page is open. Every copy
/// of the program does this for its own pages, so it does not matter which of them wrote the
/// message.
void tell_live_pages(const Needs& needs, LiveHub& hub, std::int64_t idle_ms_max);
/// The same, but only when something that several people work on has changed since the last time:
/// cheap enough to be asked ten times a second, so that those who sit in one meeting see it at
/// once.
void tell_of_changes(const Needs& needs, LiveHub& hub, std::int64_t idle_ms_max);

}  // namespace notify
