// Answers that wait by themselves, holding no worker: the one that goes on, with a pause between
// its pieces, and the refusal of those who ask too often. The warning about co_await at the top of
// connection.cpp holds here.
#include <algorithm>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <cstdio>

#include "http/connection.hpp"

namespace http {
namespace {

std::string chunk_of(std::string_view piece) {
    char size[24];
    std::snprintf(size, sizeof size, "%zx\r\n", piece.size());
    return size + std::string(piece) + "\r\n";
}

}  // namespace

// Waited in ticks, so that a stop need not wait for it.
asio::awaitable<void> Connection::pause(std::chrono::milliseconds time) {
    constexpr std::chrono::milliseconds tick{200};
    asio::steady_timer timer(co_await asio::this_coro::executor);
    const auto until = std::chrono::steady_clock::now() + time;
    while (!shared_.stopping && !closing_ && std::chrono::steady_clock::now() < until) {
        error_code error;
        timer.expires_after(std::min(tick, time));
        co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, error));
    }
}

// Told at once, it would ask again at once, and the refusals alone would slow down everybody else.
// Meanwhile the connection counts as idle: at the limit it gives way to one that works.
asio::awaitable<void> Connection::hold_back() {
    idle_since_ = std::chrono::steady_clock::now();
    idle_ = true;
    co_await pause(options_.hold_back_time);
    idle_ = false;
}

// One piece at a time: while a slow reader has not taken it, no other is made, and block_time ends
// what is never taken.
asio::awaitable<bool> Connection::write_live(std::string head, const LiveBody& live, bool chunked) {
    while (!shared_.stopping) {
        const auto piece = live.next();
        if (!piece) break;
        const auto body = chunked && !piece->empty() ? chunk_of(*piece) : *piece;
        const bool something = !head.empty() || !body.empty();
        if (something) {
            const bool written = co_await write(head, body);
            if (!written) co_return false;
        }
        head.clear();
        co_await pause(live.pause);
    }
    head += chunked ? "0\r\n\r\n" : "";
    co_return co_await write(head, {});
}

}  // namespace http
