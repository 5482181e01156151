#include "http/stream.hpp"

#include <array>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <stdexcept>

namespace http {
namespace {

namespace ssl = asio::ssl;
using Socket = asio::ip::tcp::socket;

std::string address_of(const Socket& socket) {
    error_code error;
    const auto endpoint = socket.remote_endpoint(error);
    return error ? std::string() : endpoint.address().to_string();
}

// Closing a socket that still holds unread bytes resets it, and the reset may overtake our last
// answer: read on until the peer has closed, too.
asio::awaitable<void> discard_rest(Socket& socket) {
    std::array<char, 4096> dropped{};
    error_code error;
    while (!error)
        co_await socket.async_read_some(asio::buffer(dropped),
                                        asio::redirect_error(asio::use_awaitable, error));
}

class PlainStream final : public Stream {
  public:
    explicit PlainStream(Socket socket)
        : socket_(std::move(socket)), remote_(address_of(socket_)) {}

    asio::awaitable<error_code> handshake() override { co_return error_code(); }

    asio::awaitable<std::size_t> read_some(asio::mutable_buffer into, error_code& error) override {
        co_return co_await socket_.async_read_some(
            into, asio::redirect_error(asio::use_awaitable, error));
    }

    asio::awaitable<error_code> write(asio::const_buffer head, asio::const_buffer body) override {
        const std::array<asio::const_buffer, 2> both{head, body};
        error_code error;
        co_await asio::async_write(socket_, both, asio::redirect_error(asio::use_awaitable, error));
        co_return error;
    }

    asio::awaitable<void> shutdown() override {
        error_code error;
        socket_.shutdown(Socket::shutdown_send, error);
        co_await discard_rest(socket_);
    }

    void cancel() override {
        error_code error;
        socket_.cancel(error);
    }
    [[nodiscard]] std::string remote() const override { return remote_; }
    [[nodiscard]] bool secure() const override { return false; }

  private:
    Socket socket_;
    std::string remote_;
};

class TlsStream final : public Stream {
  public:
    TlsStream(Socket socket, ssl::context& context)
        : remote_(address_of(socket)), stream_(std::move(socket), context) {}

    asio::awaitable<error_code> handshake() override {
        error_code error;
        co_await stream_.async_handshake(ssl::stream_base::server,
                                         asio::redirect_error(asio::use_awaitable, error));
        co_return error;
    }

    asio::awaitable<std::size_t> read_some(asio::mutable_buffer into, error_code& error) override {
        co_return co_await stream_.async_read_some(
            into, asio::redirect_error(asio::use_awaitable, error));
    }

    // The TLS layer makes one record of each buffer; a small body joins its head in one.
    asio::awaitable<error_code> write(asio::const_buffer head, asio::const_buffer body) override {
        constexpr std::size_t record_bytes = 16u << 10;
        std::string joined;
        if (body.size() > 0 && head.size() + body.size() <= record_bytes) {
            joined.append(static_cast<const char*>(head.data()), head.size());
            joined.append(static_cast<const char*>(body.data()), body.size());
            head = asio::buffer(joined);
            body = {};
        }
        const std::array<asio::const_buffer, 2> both{head, body};
        error_code error;
        co_await asio::async_write(stream_, both, asio::redirect_error(asio::use_awaitable, error));
        co_return error;
    }

    asio::awaitable<void> shutdown() override {
        error_code error;
        co_await stream_.async_shutdown(asio::redirect_error(asio::use_awaitable, error));
        stream_.next_layer().shutdown(Socket::shutdown_send, error);
        co_await discard_rest(stream_.next_layer());
    }

    void cancel() override {
        error_code error;
        stream_.next_layer().cancel(error);
    }
    [[nodiscard]] std::string remote() const override { return remote_; }
    [[nodiscard]] bool secure() const override { return true; }

  private:
    std::string remote_;
    ssl::stream<Socket> stream_;
};

}  // namespace

std::unique_ptr<Stream> make_plain_stream(Socket socket) {
    return std::make_unique<PlainStream>(std::move(socket));
}

struct TlsContext::Inside {
    ssl::context context{ssl::context::tls_server};
};

TlsContext::TlsContext(const std::filesystem::path& certificate, const std::filesystem::path& key)
    : inside_(std::make_unique<Inside>()) {
    auto& context = inside_->context;
    context.set_options(ssl::context::default_workarounds | ssl::context::no_compression);
    SSL_CTX_set_min_proto_version(context.native_handle(), TLS1_2_VERSION);
    SSL_CTX_set_options(context.native_handle(),
                        SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_NO_RENEGOTIATION);
    SSL_CTX_set_cipher_list(context.native_handle(), "ECDHE+AESGCM:ECDHE+CHACHA20");
    error_code error;
    context.use_certificate_chain_file(certificate.string(), error);
    if (error)
        throw std::runtime_error("certificate " + certificate.string() + ": " + error.message());
    context.use_private_key_file(key.string(), ssl::context::pem, error);
    if (error) throw std::runtime_error("key " + key.string() + ": " + error.message());
    if (SSL_CTX_check_private_key(context.native_handle()) != 1)
        throw std::runtime_error("key " + key.string() + " does not belong to " +
                                 certificate.string());
}

TlsContext::~TlsContext() = default;

std::unique_ptr<Stream> TlsContext::make_stream(Socket socket) {
    return std::make_unique<TlsStream>(std::move(socket), inside_->context);
}

}  // namespace http
