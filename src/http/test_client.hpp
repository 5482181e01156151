// A raw socket for the tests of the server: sends any bytes, well formed or not, and waits with a
// limit.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

typedef struct ssl_st SSL;
typedef struct ssl_ctx_st SSL_CTX;

namespace http::test {

class Client {
  public:
    enum class Layer { plain, tls };
    explicit Client(std::uint16_t port, Layer layer = Layer::plain);
    ~Client();
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    /// False when the peer has gone.
    bool send(std::string_view bytes);
    /// One whole answer by Content-Length, chunks or (HEAD, 204, 304) the head alone; "" when the
    /// peer closed or `wait` passed first. Chunks are joined.
    std::string answer(bool head_only = false,
                       std::chrono::milliseconds wait = std::chrono::seconds(10));
    /// Whatever comes until the peer closes; nullptr-like false when it does not within `wait`.
    bool closed_within(std::chrono::milliseconds wait);
    [[nodiscard]] int descriptor() const { return descriptor_; }

  private:
    bool receive_more(std::chrono::steady_clock::time_point until);
    bool receive_until(std::string_view mark, std::chrono::steady_clock::time_point until);
    bool receive_bytes(std::size_t count, std::chrono::steady_clock::time_point until);
    std::string take(std::size_t count);
    bool take_chunks(std::string& body, std::chrono::steady_clock::time_point until);

    int descriptor_ = -1;
    SSL_CTX* context_ = nullptr;
    SSL* ssl_ = nullptr;
    std::string received_;
};

/// A self-signed certificate and its key as PEM files.
void write_certificate(const std::filesystem::path& certificate, const std::filesystem::path& key);

}  // namespace http::test
