#include "notify/live.hpp"

namespace notify {

std::optional<std::string> LiveSeat::next() {
    if (ended_) return std::nullopt;
    if (!opened_) {
        opened_ = true;
        return "retry: 10000\n: open\n\n";
    }
    std::string hints;
    if (news_.exchange(false)) hints += "event: messages\ndata: \n\n";
    if (changes_.exchange(false)) hints += "event: changes\ndata: \n\n";
    if (!hints.empty()) {
        quiet_ = 0;
        return hints;
    }
    if (++quiet_ < beat) return "";
    quiet_ = 0;
    return ": beat\n\n";
}

}  // namespace notify
