// The server: sockets, limits and time-outs around a Router. One thread runs all sockets (the one
// that calls run()), a fixed pool runs handlers. Knows no route and no module.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "http/http.hpp"
#include "http/metrics.hpp"

namespace http {

struct ServerOptions {
    std::string address = "127.0.0.1";      // numeric, IPv4 or IPv6
    std::uint16_t port = 0;                 // 0: any free one, see Server::port()
    std::filesystem::path tls_certificate;  // PEM; empty: plain HTTP
    std::filesystem::path tls_key;
    std::filesystem::path temporary_folder;  // for large bodies; must exist
    std::vector<std::string>
        trusted_proxies;           // addresses whose X-Forwarded-For and -Proto are believed
    bool stop_on_signals = false;  // SIGTERM and SIGINT call stop()

    std::size_t workers = 8;
    std::size_t waiting_max = 512;       // requests before the workers; more are answered 503
    std::size_t connections_max = 1024;  // at the limit the longest idle one gives way, else 503
    std::size_t head_bytes_max = 16u << 10;
    std::size_t target_bytes_max = 8u << 10;
    std::size_t headers_max = 100;

    std::chrono::milliseconds head_time{15'000};      // for a whole head, and for the TLS handshake
    std::chrono::milliseconds block_time{30'000};     // for each 64 KiB of a body, in or out
    std::chrono::milliseconds idle_time{75'000};      // between requests
    std::chrono::milliseconds hold_back_time{1'000};  // of a 429, before it is sent
    std::chrono::milliseconds close_time{2'000};      // for the peer to close after us
    std::chrono::milliseconds stop_time{20'000};      // for requests under way after stop()
};

/// Life: construct (binds the port), run() (blocks), stop() from any thread or signal, destruct.
class Server {
  public:
    /// `metrics` must outlive the server. Throws std::runtime_error when the address cannot be
    /// listened on or the certificate cannot be used.
    Server(ServerOptions options, Router router, Metrics& metrics);
    /// run() must have returned, or never been called.
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    [[nodiscard]] std::uint16_t port() const;
    /// Serves until stop(): then accepts nothing more, closes idle connections, finishes the
    /// requests under way (for stop_time at most) and returns.
    void run();
    void stop();

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace http
