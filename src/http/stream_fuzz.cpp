// A fuzzer for everything that happens to bytes from a socket: head, body, chunks, pipelining,
// refusals. The connection is the real one; only the stream below it reads from memory. The first
// byte of the input says in how large pieces the rest arrives.
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <cstdlib>

#include "base/log.hpp"
#include "http/connection.hpp"

namespace http {
namespace {

// Whether what was answered is a row of whole answers, whatever came in.
bool is_answers(std::string_view out) {
    while (!out.empty()) {
        if (out.starts_with("HTTP/1.1 100 Continue\r\n\r\n")) {
            out.remove_prefix(25);
            continue;
        }
        const auto end = out.find("\r\n\r\n");
        if (!out.starts_with("HTTP/1.1 ") || end == out.npos) return false;
        const auto head = out.substr(0, end);
        out.remove_prefix(end + 4);
        const auto length = head.find("Content-Length: ");
        if (length == head.npos) continue;
        const auto bytes = std::strtoull(head.data() + length + 16, nullptr, 10);
        if (out.starts_with("HTTP/1.1 ")) continue;  // The answer to HEAD has a length and no body.
        if (bytes > out.size()) return out.empty();
        out.remove_prefix(bytes);
    }
    return true;
}

class MemoryStream final : public Stream {
  public:
    MemoryStream(std::string_view input, std::size_t piece_bytes, std::string& output)
        : input_(input), piece_bytes_(piece_bytes), output_(output) {}

    asio::awaitable<error_code> handshake() override { co_return error_code(); }
    asio::awaitable<std::size_t> read_some(asio::mutable_buffer into, error_code& error) override {
        const auto bytes = std::min({piece_bytes_, into.size(), input_.size()});
        std::copy_n(input_.data(), bytes, static_cast<char*>(into.data()));
        input_.remove_prefix(bytes);
        if (bytes == 0) error = asio::error::eof;
        co_return bytes;
    }
    asio::awaitable<error_code> write(asio::const_buffer head, asio::const_buffer body) override {
        output_.append(static_cast<const char*>(head.data()), head.size());
        output_.append(static_cast<const char*>(body.data()), body.size());
        co_return error_code();
    }
    asio::awaitable<void> shutdown() override { co_return; }
    void cancel() override {}
    [[nodiscard]] std::string remote() const override { return "127.0.0.1"; }
    [[nodiscard]] bool secure() const override { return false; }

  private:
    std::string_view input_;
    std::size_t piece_bytes_;
    std::string& output_;
};

std::vector<Route> routes() {
    return {
        {Method::get, "/hello", open_door, [](const Request&) { return json_response("{}"); }},
        {Method::post, "/echo", open_door,
         [](const Request& request) { return json_response(std::to_string(request.body.size())); },
         4096},
        {Method::put, "/items/{id}", signed_in, [](const Request&) { return no_content(); }, 4096}};
}

base::Result<std::optional<base::Actor>> authenticate(const Request& request) {
    return request.cookie("session").empty() ? std::nullopt : std::optional(base::Actor());
}

asio::awaitable<void> serve(Shared& shared, std::unique_ptr<Stream> stream) {
    Connection connection(shared, std::move(stream));
    co_await connection.run();
}

}  // namespace
}  // namespace http

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace http;
    if (size == 0) return 0;
    base::set_log_level(base::LogLevel::error);
    static Metrics metrics;
    ServerOptions options;
    options.workers = 1;
    options.temporary_folder = std::filesystem::temp_directory_path();
    Shared shared(options, Router(routes(), authenticate), metrics);
    std::string output;
    const std::string_view input(reinterpret_cast<const char*>(data) + 1, size - 1);
    boost::asio::io_context sockets{1};
    auto stream = std::make_unique<MemoryStream>(input, std::size_t{data[0]} * 16 + 1, output);
    auto ended = [](std::exception_ptr failure) {
        if (failure) std::abort();
    };
    boost::asio::co_spawn(sockets, serve(shared, std::move(stream)), ended);
    sockets.run();
    shared.workers.join();
    if (!is_answers(output)) std::abort();
    return 0;
}
