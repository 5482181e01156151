// Who has a page open and is to be told "something is new for you", and nothing more: the page asks
// for what it is, as it always does. Asks no database.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>

namespace notify {

/// What the database says of one live session: the first look and every different count is news.
struct LiveState {
    std::string session;  // digest of its token
    std::int64_t messages = 0, read = 0;
    std::int64_t changes = 0;  // of what several people work on at once, the same for all
    bool operator==(const LiveState&) const = default;
};

/// One open page. next() never blocks.
class LiveSeat {
  public:
    explicit LiveSeat(std::string session) : session_(std::move(session)) {}
    /// The next piece of an event stream: a hint (messages: something is there for you; changes:
    /// something that several people work on has changed), a comment every `beat` calls so that
    /// nothing on the way takes the connection for dead, or ""; nullopt when the session has ended.
    [[nodiscard]] std::optional<std::string> next();
    static constexpr int beat = 200;

  private:
    friend class LiveHub;
    std::string session_;
    std::atomic<bool> news_{false}, changes_{false}, ended_{false};
    bool opened_ = false;  // these two by next() only
    int quiet_ = 0;
    std::optional<LiveState> seen_;  // by the hub only
};

}  // namespace notify
