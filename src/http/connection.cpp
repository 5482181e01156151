// Coroutines on the socket thread read requests and write answers; handlers run on the worker pool,
// one hop there and one back. Of Beast only the request parser is used. g++ 12 miscompiles
// temporaries of aggregates and capturing lambdas inside co_await expressions: name every argument
// first.
#include "http/connection.hpp"

#include <boost/asio/bind_executor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <cmath>
#include <fstream>

#include "base/digest.hpp"
#include "base/log.hpp"
#include "base/random.hpp"
#include "http/target.hpp"

namespace http {
namespace {

namespace beast_http = boost::beast::http;
using asio::awaitable;
using Monotonic = std::chrono::steady_clock;

constexpr std::size_t block_bytes = 64u << 10;
constexpr Refusal gone{-1, {}};  // the peer went away: nothing to answer

std::optional<Method> method_of(beast_http::verb verb) {
    switch (verb) {
        case beast_http::verb::get: return Method::get;
        case beast_http::verb::head: return Method::head;
        case beast_http::verb::post: return Method::post;
        case beast_http::verb::put: return Method::put;
        case beast_http::verb::patch: return Method::patch;
        case beast_http::verb::delete_: return Method::del;
        default: return std::nullopt;
    }
}

template <class Fields>
void copy_headers(const Fields& fields, Request& request) {
    for (const auto& field : fields) {
        std::string name(field.name_string());
        for (auto& c : name)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
        request.headers.emplace_back(std::move(name), std::string(field.value()));
    }
}

SizedBody reading(const std::filesystem::path& path) {
    auto file = std::make_shared<std::ifstream>();
    return {std::filesystem::file_size(path), [path, file] {
                if (!file->is_open()) file->open(path, std::ios::binary);
                std::string block(4 * block_bytes, '\0');
                file->read(block.data(), static_cast<std::streamsize>(block.size()));
                block.resize(static_cast<std::size_t>(file->gcount()));
                return block;
            }};
}

}  // namespace

Shared::Shared(ServerOptions options_given, Router router_given, Metrics& metrics_given)
    : options(std::move(options_given)),
      router(std::move(router_given)),
      metrics(metrics_given),
      workers(options.workers) {
    std::array<std::uint8_t, 4> random{};
    base::SystemRandom().fill(random);
    id_prefix = base::to_hex(random);
}

std::string Shared::next_id() {
    char count[24];
    std::snprintf(count, sizeof count, "%08llx", static_cast<unsigned long long>(++id_count));
    return id_prefix + count;
}

Exchange::~Exchange() {
    std::error_code ignored;
    if (!to_delete.empty()) std::filesystem::remove(to_delete, ignored);
}

void Exchange::refuse(const Refusal& refusal) {
    response = protocol_refusal(refusal.status, refusal.code);
    framing.close = true;
}

Connection::Connection(Shared& shared, std::unique_ptr<Stream> stream)
    : shared_(shared),
      options_(shared.options),
      stream_(std::move(stream)),
      place_(shared.connections.insert(shared.connections.end(), this)),
      buffer_(options_.head_bytes_max + 4096) {}

Connection::~Connection() {
    shared_.connections.erase(place_);
}

void Connection::close_idle() {
    closing_ = true;
    stream_->cancel();
}

void Connection::expect_within(std::chrono::milliseconds time) {
    stream_->set_deadline(Monotonic::now() + time);
}

awaitable<void> Connection::run() {
    expect_within(options_.head_time);
    const auto error = co_await stream_->handshake();
    if (error) co_return;
    while (co_await serve_one()) {
    }
    expect_within(options_.close_time);
    co_await stream_->shutdown();
}

awaitable<bool> Connection::serve_one() {
    const auto refusal = co_await read_head();
    if (refusal.status == gone.status) co_return false;
    Exchange exchange(shared_.next_id());
    exchange.request.remote = stream_->remote();
    exchange.request.secure = stream_->secure();
    const auto wrong = refusal.status != 0 ? refusal : understand(exchange);
    stream_->no_deadline();
    if (wrong.status != 0) {
        exchange.refuse(wrong);
    } else {
        try {
            co_await respond(exchange);
        } catch (const std::exception& exception) {
            exchange.response = shared_.router.failed(exchange.request, exception);
            exchange.framing.close = true;
        }
    }
    if (exchange.response.status == 429) co_await hold_back();
    co_return co_await answer(exchange);
}

awaitable<Connection::Fill> Connection::fill() {
    std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(begin_),
              buffer_.begin() + static_cast<std::ptrdiff_t>(end_), buffer_.begin());
    end_ -= begin_;
    begin_ = 0;
    if (end_ == buffer_.size()) co_return Fill::full;
    error_code error;
    const asio::mutable_buffer free(buffer_.data() + end_, buffer_.size() - end_);
    const auto bytes = co_await stream_->read_some(free, error);
    end_ += bytes;
    if (bytes > 0) co_return Fill::got_some;
    co_return stream_->timed_out() ? Fill::too_slow : Fill::closed;
}

awaitable<Refusal> Connection::read_head() {
    parser_.emplace();
    parser_->header_limit(static_cast<std::uint32_t>(options_.head_bytes_max));
    parser_->body_limit(boost::none);
    idle_since_ = Monotonic::now();
    idle_ = begin_ == end_;
    if (idle_ && shared_.stopping) co_return gone;
    stream_->set_deadline(idle_since_ + (idle_ ? options_.idle_time : options_.head_time));
    for (;;) {
        if (begin_ < end_) {
            error_code error;
            begin_ += parser_->put(unread(), error);
            if (parser_->is_header_done()) co_return Refusal{};
            if (error && error != beast_http::error::need_more) co_return refusal_of(error);
        }
        const auto filled = co_await fill();
        if (closing_ || filled == Fill::closed) co_return gone;
        if (filled == Fill::full) co_return Refusal{431, "head_too_large"};
        if (filled == Fill::too_slow) co_return idle_ ? gone : Refusal{408, "request_too_slow"};
        if (idle_) expect_within(options_.head_time);
        idle_ = false;
    }
}

Refusal Connection::refusal_of(const error_code& error) const {
    if (error != beast_http::error::header_limit) return {400, "not_http"};
    const bool first_line_ended = !parser_->get().target().empty();
    return first_line_ended ? Refusal{431, "head_too_large"} : Refusal{414, "address_too_long"};
}

Refusal Connection::understand(Exchange& exchange) {
    const auto& head = parser_->get();
    auto& request = exchange.request;
    const auto version = head.version() >= 11 ? Version::http_1_1 : Version::http_1_0;
    exchange.framing.http_1_0 = version == Version::http_1_0;
    exchange.framing.close = !parser_->keep_alive();
    const auto method = method_of(head.method());
    if (!method) return {501, "method_not_known"};
    request.method = *method;
    exchange.framing.head_only = *method == Method::head;
    if (head.target().size() > options_.target_bytes_max) return {414, "address_too_long"};
    auto target = parse_target(std::string_view(head.target().data(), head.target().size()));
    if (!target) return {400, "address_not_readable"};
    request.path = std::move(target->path);
    request.query = std::move(target->query);
    copy_headers(head, request);
    if (request.headers.size() > options_.headers_max) return {431, "head_too_large"};
    if (const auto refusal = refuse_headers(request, version); refusal.status != 0) return refusal;
    believe_proxy(request, options_.trusted_proxies);
    exchange.framing.secure = request.secure;
    exchange.route = shared_.router.find(request.method, request.path);
    const auto bytes_max = exchange.route != nullptr ? exchange.route->body_bytes_max : 0;
    if (parser_->content_length().value_or(0) > bytes_max && exchange.route != nullptr)
        return {413, "body_too_large"};
    return {};
}

// The door first, then the body, then the handler: nobody who may not pass can fill the disk.
awaitable<void> Connection::respond(Exchange& exchange) {
    auto& request = exchange.request;
    const bool has_body = !parser_->is_done();
    bool refused = false;
    auto handle = [&] {
        exchange.response = shared_.router.handle(request);
        if (const auto* file = std::get_if<FileBody>(&exchange.response.body);
            file && file->temporary)
            exchange.to_delete = file->path;
        prepare(request, exchange.response);
    };
    auto pass_door = [&] {
        auto refusal = shared_.router.refuse_at_door(request);
        refused = refusal.has_value();
        if (refused) exchange.response = std::move(*refusal);
        if (!refused && !has_body) handle();
    };
    const Refusal busy{503, "too_many_waiting"};
    if (!co_await on_worker(pass_door)) co_return exchange.refuse(busy);
    if (refused && has_body) exchange.framing.close = true;
    if (refused || !has_body) co_return;

    BodySpool spool(options_.temporary_folder, exchange.route->body_to_file);
    if (!request.header("expect").empty() && begin_ == end_) {
        const bool written = co_await write("HTTP/1.1 100 Continue\r\n\r\n", {});
        if (!written) co_return;
    }
    const auto wrong = co_await read_body(spool, exchange.route->body_bytes_max);
    if (wrong.status != 0) co_return exchange.refuse(wrong);
    auto finish_and_handle = [&] {
        spool.finish(request);
        handle();
    };
    if (!co_await on_worker(finish_and_handle)) exchange.refuse(busy);
}

awaitable<Refusal> Connection::read_body(BodySpool& spool, std::uint64_t bytes_max) {
    std::vector<char> block(options_.head_bytes_max);
    auto flush = [&] { spool.flush(); };
    std::uint64_t renew_at = 0;
    bool needs_more = begin_ == end_;
    while (!parser_->is_done()) {
        if (spool.bytes() >= renew_at) {
            expect_within(options_.block_time);
            renew_at = spool.bytes() + block_bytes;
        }
        if (needs_more) {
            const auto filled = co_await fill();
            if (filled == Fill::too_slow) co_return Refusal{408, "request_too_slow"};
            if (filled != Fill::got_some) co_return Refusal{400, "body_not_readable"};
        }
        auto& body = parser_->get().body();
        body.data = block.data();
        body.size = block.size();
        error_code error;
        begin_ += parser_->put(unread(), error);
        spool.add({block.data(), block.size() - body.size});
        needs_more = error == beast_http::error::need_more || begin_ == end_;
        if (spool.bytes() > bytes_max) co_return Refusal{413, "body_too_large"};
        if (error && error != beast_http::error::need_more &&
            error != beast_http::error::need_buffer)
            co_return Refusal{400, "body_not_readable"};
        if (!spool.is_full()) continue;
        stream_->no_deadline();
        if (!co_await on_worker(flush)) co_return Refusal{503, "too_many_waiting"};
        renew_at = 0;
    }
    stream_->no_deadline();
    co_return Refusal{};
}

// Runs `work` on the pool and comes back. False when too many wait already. `work` must be a named
// lambda: see the top of this file.
template <class Work>
awaitable<bool> Connection::on_worker(Work& work) {
    if (shared_.waiting.fetch_add(1) >= options_.waiting_max) {
        --shared_.waiting;
        co_return false;
    }
    const auto sockets = co_await asio::this_coro::executor;
    std::exception_ptr failure;
    co_await asio::post(asio::bind_executor(shared_.workers.get_executor(), asio::use_awaitable));
    --shared_.waiting;
    try {
        work();
    } catch (...) {
        failure = std::current_exception();
    }
    co_await asio::post(asio::bind_executor(sockets, asio::use_awaitable));
    if (failure) std::rethrow_exception(failure);
    co_return true;
}

awaitable<bool> Connection::answer(Exchange& exchange) {
    auto& response = exchange.response;
    auto& framing = exchange.framing;
    const bool chunked = !framing.http_1_0;
    if (shared_.stopping || (!chunked && std::holds_alternative<StreamBody>(response.body)))
        framing.close = true;
    const auto* live = std::get_if<LiveBody>(&response.body);
    if (live != nullptr) framing.close = true;
    auto head = head_of(response, framing, exchange.request.id, shared_.clock.now());
    bool written = false;
    if (framing.head_only) {
        written = co_await write(head, {});
    } else if (const auto* text = std::get_if<std::string>(&response.body)) {
        written = co_await write(head, *text);
    } else if (const auto* fixed = std::get_if<StaticBody>(&response.body)) {
        written = co_await write(head, fixed->bytes);
    } else if (const auto* file = std::get_if<FileBody>(&response.body)) {
        auto from = reading(file->path);
        written = co_await write_sized(std::move(head), from);
    } else if (auto* sized = std::get_if<SizedBody>(&response.body)) {
        written = co_await write_sized(std::move(head), *sized);
    } else if (live != nullptr) {
        written = co_await write_live(std::move(head), *live, chunked);
    } else {
        written =
            co_await write_stream(std::move(head), std::get<StreamBody>(response.body), chunked);
    }
    finish(exchange);
    co_return written && !framing.close;
}

awaitable<bool> Connection::write(std::string_view head, std::string_view body) {
    do {
        const auto piece = body.substr(0, block_bytes);
        body.remove_prefix(piece.size());
        expect_within(options_.block_time);
        const auto error =
            co_await stream_->write({head.data(), head.size()}, {piece.data(), piece.size()});
        if (error) co_return false;
        head = {};
    } while (!body.empty());
    stream_->no_deadline();
    co_return true;
}

// The length was promised in the head: a file that shrank meanwhile ends the connection.
awaitable<bool> Connection::write_sized(std::string head, SizedBody& body) {
    std::string block;
    auto read = [&] { block = body.next(); };
    auto left = body.bytes;
    do {
        if (!co_await on_worker(read)) co_return false;
        if (block.size() > left || (block.empty() && left > 0)) co_return false;
        left -= block.size();
        if (!co_await write(head, block)) co_return false;
        head.clear();
    } while (left > 0);
    co_return true;
}

awaitable<bool> Connection::write_stream(std::string head, const StreamBody& next, bool chunked) {
    std::string piece;
    auto make = [&] { piece = next(); };
    do {
        if (!co_await on_worker(make)) co_return false;
        if (chunked) {
            char size[24];
            std::snprintf(size, sizeof size, "%zx\r\n", piece.size());
            head += size;
            piece += "\r\n";
        }
        const bool last = piece.size() == (chunked ? 2u : 0u);
        if (!co_await write(head, piece)) co_return false;
        if (last) co_return true;
        head.clear();
    } while (true);
}

void Connection::finish(const Exchange& exchange) const {
    const std::chrono::duration<double> taken = Monotonic::now() - exchange.started;
    const auto& request = exchange.request;
    const auto path = without_secrets(request.path);
    const auto& status = exchange.response.status;
    shared_.metrics.count(exchange.route, status, taken.count());
    base::log(base::LogLevel::info, "request",
              {{"method", request.path.empty() ? "-" : name_of(request.method)},  // Not understood.
               {"path", std::string_view(path)},
               {"status", std::int64_t{status}},
               {"ms", std::round(taken.count() * 1e5) / 100},
               {"actor", request.actor ? request.actor->id.text() : std::string()},
               {"id", std::string_view(request.id)}});
}

}  // namespace http
