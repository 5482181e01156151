// The listening socket, the limit on connections, deadlines and the graceful stop. What happens on
// a connection stands in connection.cpp; the same warning about co_await holds here.
#include "http/server.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <csignal>

#include "base/log.hpp"
#include "http/connection.hpp"

namespace http {
namespace {

using asio::awaitable;
using tcp = asio::ip::tcp;
using Monotonic = std::chrono::steady_clock;

constexpr std::chrono::milliseconds tick{100};

}  // namespace

struct Server::Inside {
    Inside(ServerOptions options, Router router, Metrics& metrics);
    ~Inside();

    awaitable<void> accept_all();
    awaitable<void> watch();
    awaitable<void> serve(std::unique_ptr<Stream> stream);
    void admit(tcp::socket socket);
    bool make_room();
    void begin_stop();

    Shared shared;
    std::uint16_t port = 0;
    std::unique_ptr<TlsContext> tls;
    Monotonic::time_point stop_at;
    std::unique_ptr<tcp::acceptor> acceptor;
    std::unique_ptr<asio::signal_set> signals;
    // Last, so that it goes first: it destroys suspended coroutines, which touch all of the above.
    asio::io_context io{1};
};

Server::Inside::Inside(ServerOptions options, Router router, Metrics& metrics)
    : shared(std::move(options), std::move(router), metrics) {
    const auto& chosen = shared.options;
    if (!chosen.tls_certificate.empty())
        tls = std::make_unique<TlsContext>(chosen.tls_certificate, chosen.tls_key);
    try {
        const tcp::endpoint endpoint(asio::ip::make_address(chosen.address), chosen.port);
        acceptor = std::make_unique<tcp::acceptor>(io, endpoint);
        port = acceptor->local_endpoint().port();
    } catch (const boost::system::system_error& error) {
        throw std::runtime_error("cannot listen on " + chosen.address + ":" +
                                 std::to_string(chosen.port) + ": " + error.code().message());
    }
}

Server::Inside::~Inside() {
    shared.workers.stop();
    shared.workers.join();
    acceptor.reset();
    signals.reset();
}

awaitable<void> Server::Inside::accept_all() {
    asio::steady_timer pause(io);
    while (!shared.stopping) {
        error_code error;
        auto socket =
            co_await acceptor->async_accept(asio::redirect_error(asio::use_awaitable, error));
        if (shared.stopping) co_return;
        if (!error) {
            admit(std::move(socket));
            continue;
        }
        // Mostly "too many open files": the connection stays in the kernel's queue until one is
        // free.
        base::log(base::LogLevel::warning, "accept_failed",
                  {{"what", std::string_view(error.message())}});
        pause.expires_after(tick);
        co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, error));
    }
}

void Server::Inside::admit(tcp::socket socket) {
    error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    if (shared.connections.size() >= shared.options.connections_max && !make_room()) {
        const auto refusal = protocol_refusal(503, "too_many_connections");
        Framing framing;
        framing.close = true;
        const auto text = head_of(refusal, framing, shared.next_id(), shared.clock.now()) +
                          std::get<std::string>(refusal.body);
        if (!tls) socket.send(asio::buffer(text), 0, ignored);
        return;
    }
    auto stream = tls ? tls->make_stream(std::move(socket)) : make_plain_stream(std::move(socket));
    auto ended = [](std::exception_ptr failure) {
        if (!failure) return;
        try {
            std::rethrow_exception(failure);
        } catch (const std::exception& exception) {
            base::log(base::LogLevel::error, "connection_failed",
                      {{"what", std::string_view(exception.what())}});
        }
    };
    asio::co_spawn(io, serve(std::move(stream)), ended);
}

// The connection that has been idle longest gives way to the new one.
bool Server::Inside::make_room() {
    Connection* longest = nullptr;
    for (auto* connection : shared.connections)
        if (connection->is_idle() &&
            (longest == nullptr || connection->idle_since() < longest->idle_since()))
            longest = connection;
    if (longest != nullptr) longest->close_idle();
    return longest != nullptr;
}

awaitable<void> Server::Inside::serve(std::unique_ptr<Stream> stream) {
    Connection connection(shared, std::move(stream));
    co_await connection.run();
}

awaitable<void> Server::Inside::watch() {
    asio::steady_timer timer(io);
    while (!shared.stopping || !shared.connections.empty()) {
        error_code error;
        timer.expires_after(tick);
        co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, error));
        const auto now = Monotonic::now();
        for (auto* connection : shared.connections) connection->look_at_deadline(now);
        if (shared.stopping && now >= stop_at)
            for (auto* connection : shared.connections) connection->cancel();
        shared.metrics.set_connections(shared.connections.size());
        shared.metrics.set_waiting(shared.waiting.load());
    }
}

void Server::Inside::begin_stop() {
    if (shared.stopping) return;
    shared.stopping = true;
    stop_at = Monotonic::now() + shared.options.stop_time;
    base::log(base::LogLevel::info, "stopping",
              {{"connections", static_cast<std::int64_t>(shared.connections.size())}});
    error_code ignored;
    acceptor->close(ignored);
    signals->cancel(ignored);
    for (auto* connection : shared.connections)
        if (connection->is_idle()) connection->close_idle();
}

Server::Server(ServerOptions options, Router router, Metrics& metrics)
    : inside_(std::make_unique<Inside>(std::move(options), std::move(router), metrics)) {}

Server::~Server() = default;

std::uint16_t Server::port() const {
    return inside_->port;
}

void Server::run() {
    auto& inside = *inside_;
    auto rethrow = [](std::exception_ptr failure) {
        if (failure) std::rethrow_exception(failure);
    };
    inside.signals = std::make_unique<asio::signal_set>(inside.io);
    if (inside.shared.options.stop_on_signals) {
        inside.signals->add(SIGTERM);
        inside.signals->add(SIGINT);
        inside.signals->async_wait([&inside](error_code error, int) {
            if (!error) inside.begin_stop();
        });
    }
    asio::co_spawn(inside.io, inside.accept_all(), rethrow);
    asio::co_spawn(inside.io, inside.watch(), rethrow);
    inside.io.run();
    inside.shared.workers.join();
}

void Server::stop() {
    asio::post(inside_->io, [inside = inside_.get()] { inside->begin_stop(); });
}

}  // namespace http
