// A connection without saying whether TLS lies below: the only thing of Asio that the loop in
// server.cpp sees of a socket. Included by server.cpp and stream.cpp only; ssl::stream stays in
// stream.cpp, because it is slow to compile.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/system/error_code.hpp>
#include <chrono>
#include <filesystem>
#include <memory>
#include <string>

namespace http {

namespace asio = boost::asio;
using boost::system::error_code;

/// Used by the one socket thread only. Every operation ends with operation_aborted when the
/// deadline passes or cancel() is called; the stream can still be written to afterwards (a last
/// 408).
class Stream {
  public:
    using Time = std::chrono::steady_clock::time_point;

    virtual ~Stream() = default;
    virtual asio::awaitable<error_code> handshake() = 0;
    virtual asio::awaitable<std::size_t> read_some(asio::mutable_buffer into,
                                                   error_code& error) = 0;
    /// All of both; one packet where they fit. The bytes must live until the end.
    virtual asio::awaitable<error_code> write(asio::const_buffer head, asio::const_buffer body) = 0;
    /// Says goodbye and waits until the peer has closed, too: to be used with a deadline.
    virtual asio::awaitable<void> shutdown() = 0;
    /// Ends the operation that is under way, if any.
    virtual void cancel() = 0;
    [[nodiscard]] virtual std::string remote() const = 0;  // the peer's address without the port
    [[nodiscard]] virtual bool secure() const = 0;

    /// A moment instead of a timer for each stream: the server looks at all of them a few times a
    /// second, which costs less than rearming a timer with every request.
    void set_deadline(Time at) {
        deadline_ = at;
        timed_out_ = false;
    }
    void no_deadline() { set_deadline(Time::max()); }
    void look_at_deadline(Time now) {
        if (now < deadline_) return;
        no_deadline();
        timed_out_ = true;
        cancel();
    }
    [[nodiscard]] bool timed_out() const { return timed_out_; }

  private:
    Time deadline_ = Time::max();
    bool timed_out_ = false;
};

[[nodiscard]] std::unique_ptr<Stream> make_plain_stream(asio::ip::tcp::socket socket);

/// Certificate and key for all TLS streams of a server; must outlive them.
class TlsContext {
  public:
    /// PEM files, the chain with the server's own certificate first. TLS 1.2 and newer. Throws
    /// std::runtime_error naming the file that cannot be used.
    TlsContext(const std::filesystem::path& certificate, const std::filesystem::path& key);
    ~TlsContext();
    [[nodiscard]] std::unique_ptr<Stream> make_stream(asio::ip::tcp::socket socket);

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace http
