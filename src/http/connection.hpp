// One socket's life: read a head, pass the door, read the body, run the handler on the pool, write
// the answer, again. Included by connection.cpp and server.cpp only.
#pragma once

#include <atomic>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <list>
#include <optional>
#include <vector>

#include "base/clock.hpp"
#include "http/answer.hpp"
#include "http/body_spool.hpp"
#include "http/head_rules.hpp"
#include "http/server.hpp"
#include "http/stream.hpp"

namespace http {

class Connection;

/// What all connections of a server share. Used by the socket thread; `waiting` and `router` also
/// by the workers.
struct Shared {
    Shared(ServerOptions options_given, Router router_given, Metrics& metrics_given);
    [[nodiscard]] std::string next_id();

    ServerOptions options;
    Router router;
    Metrics& metrics;
    base::SystemClock clock;
    std::list<Connection*> connections;
    std::atomic<std::size_t> waiting{0};  // for a worker
    bool stopping = false;
    std::string id_prefix;
    std::uint64_t id_count = 0;
    asio::thread_pool workers;
};

/// One request and what becomes of it.
struct Exchange {
    explicit Exchange(std::string id) { request.id = std::move(id); }
    ~Exchange();
    Exchange(const Exchange&) = delete;
    Exchange& operator=(const Exchange&) = delete;

    /// The rest of the request stays unread, so the connection cannot go on.
    void refuse(const Refusal& refusal);

    Request request;
    Response response;
    Framing framing;
    const Route* route = nullptr;
    std::chrono::steady_clock::time_point started = std::chrono::steady_clock::now();
    std::filesystem::path to_delete;  // a temporary FileBody
};

/// Lives in a coroutine frame on the socket thread.
class Connection {
  public:
    using Time = std::chrono::steady_clock::time_point;

    Connection(Shared& shared, std::unique_ptr<Stream> stream);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Until either side closes, a time-out, or the server stops.
    asio::awaitable<void> run();
    void look_at_deadline(Time now) { stream_->look_at_deadline(now); }
    void cancel() { stream_->cancel(); }
    [[nodiscard]] bool is_idle() const { return idle_ && !closing_; }
    [[nodiscard]] Time idle_since() const { return idle_since_; }
    void close_idle();

  private:
    using Parser = boost::beast::http::request_parser<boost::beast::http::buffer_body>;
    enum class Fill { got_some, closed, too_slow, full };

    asio::awaitable<bool> serve_one();
    asio::awaitable<Fill> fill();
    asio::awaitable<Refusal> read_head();
    [[nodiscard]] Refusal refusal_of(const error_code& error) const;
    Refusal understand(Exchange& exchange);
    asio::awaitable<void> respond(Exchange& exchange);
    asio::awaitable<Refusal> read_body(BodySpool& spool, std::uint64_t bytes_max);
    asio::awaitable<void> hold_back();
    asio::awaitable<void> pause(std::chrono::milliseconds time);
    asio::awaitable<bool> answer(Exchange& exchange);
    asio::awaitable<bool> write(std::string_view head, std::string_view body);
    asio::awaitable<bool> write_sized(std::string head, SizedBody& body);
    asio::awaitable<bool> write_stream(std::string head, const StreamBody& next, bool chunked);
    asio::awaitable<bool> write_live(std::string head, const LiveBody& live, bool chunked);
    template <class Work>
    asio::awaitable<bool> on_worker(Work& work);
    void finish(const Exchange& exchange) const;
    void expect_within(std::chrono::milliseconds time);
    [[nodiscard]] asio::const_buffer unread() const {
        return {buffer_.data() + begin_, end_ - begin_};
    }

    Shared& shared_;
    const ServerOptions& options_;
    std::unique_ptr<Stream> stream_;
    std::list<Connection*>::iterator place_;
    std::optional<Parser> parser_;
    std::vector<char> buffer_;  // [begin_, end_) came in and was not taken by the parser yet
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    bool idle_ = false;
    bool closing_ = false;
    Time idle_since_;
};

}  // namespace http
