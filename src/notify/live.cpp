#include "notify/live.hpp"

namespace notify {

std::optional<std::string> LiveSeat::next() {
    if (ended_) return std::nullopt;
    if (!opened_) {
        opened_ = true;
        return "retry: 10000\n: open\n\n";
    }
    if (news_.exchange(false)) {
        quiet_ = 0;
        return "event: messages\ndata: \n\n";
    }
    if (++quiet_ < beat) return "";
    quiet_ = 0;
    return ": beat\n\n";
}

}  // namespace notify
