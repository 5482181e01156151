#include "http/test_client.hpp"

#include <arpa/inet.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>

namespace http::test {
namespace {

using Time = std::chrono::steady_clock::time_point;
using std::chrono::steady_clock;

std::string header_in(std::string_view head, std::string_view name) {
    const auto at = head.find("\r\n" + std::string(name) + ": ");
    if (at == head.npos) return {};
    const auto from = at + name.size() + 4;
    return std::string(head.substr(from, head.find("\r\n", from) - from));
}

}  // namespace

Client::Client(std::uint16_t port, Layer layer) : descriptor_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(descriptor_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error("cannot connect");
    if (layer == Layer::plain) return;
    context_ = SSL_CTX_new(TLS_client_method());
    ssl_ = SSL_new(context_);
    SSL_set_fd(ssl_, descriptor_);
    if (SSL_connect(ssl_) != 1) throw std::runtime_error("no TLS");
}

Client::~Client() {
    if (ssl_ != nullptr) SSL_free(ssl_);
    if (context_ != nullptr) SSL_CTX_free(context_);
    ::close(descriptor_);
}

bool Client::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = ssl_ != nullptr
                              ? SSL_write(ssl_, bytes.data(), static_cast<int>(bytes.size()))
                              : ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

bool Client::receive_more(Time until) {
    if (ssl_ == nullptr || SSL_pending(ssl_) == 0) {
        pollfd waiting{descriptor_, POLLIN, 0};
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(until - steady_clock::now());
        if (left.count() <= 0 || ::poll(&waiting, 1, static_cast<int>(left.count())) <= 0)
            return false;
    }
    std::array<char, 65536> block{};
    const auto bytes = ssl_ != nullptr
                           ? SSL_read(ssl_, block.data(), static_cast<int>(block.size()))
                           : ::recv(descriptor_, block.data(), block.size(), 0);
    if (bytes <= 0) return false;
    received_.append(block.data(), static_cast<std::size_t>(bytes));
    return true;
}

bool Client::receive_until(std::string_view mark, Time until) {
    while (received_.find(mark) == received_.npos)
        if (!receive_more(until)) return false;
    return true;
}

bool Client::receive_bytes(std::size_t count, Time until) {
    while (received_.size() < count)
        if (!receive_more(until)) return false;
    return true;
}

std::string Client::take(std::size_t count) {
    auto taken = received_.substr(0, count);
    received_.erase(0, count);
    return taken;
}

bool Client::take_chunks(std::string& body, Time until) {
    for (;;) {
        if (!receive_until("\r\n", until)) return false;
        const auto line = take(received_.find("\r\n") + 2);
        const auto size = std::strtoul(line.c_str(), nullptr, 16);
        if (!receive_bytes(size + 2, until)) return false;
        body += take(size);
        take(2);
        if (size == 0) return true;
    }
}

std::string Client::answer(bool head_only, std::chrono::milliseconds wait) {
    const auto until = steady_clock::now() + wait;
    if (!receive_until("\r\n\r\n", until)) return {};
    auto text = take(received_.find("\r\n\r\n") + 4);
    if (head_only) return text;
    if (header_in(text, "Transfer-Encoding") == "chunked") {
        std::string body;
        return take_chunks(body, until) ? text + body : std::string();
    }
    const auto length = std::strtoul(header_in(text, "Content-Length").c_str(), nullptr, 10);
    if (!receive_bytes(length, until)) return {};
    return text + take(length);
}

bool Client::closed_within(std::chrono::milliseconds wait) {
    const auto until = steady_clock::now() + wait;
    while (receive_more(until)) {
    }
    return steady_clock::now() < until;
}

void write_certificate(const std::filesystem::path& certificate, const std::filesystem::path& key) {
    EVP_PKEY* pair = EVP_EC_gen("P-256");
    X509* x509 = X509_new();
    ASN1_INTEGER_set(X509_get_serialNumber(x509), 1);
    X509_gmtime_adj(X509_getm_notBefore(x509), 0);
    X509_gmtime_adj(X509_getm_notAfter(x509), 3600);
    X509_set_pubkey(x509, pair);
    X509_sign(x509, pair, EVP_sha256());
    auto* file = std::fopen(certificate.c_str(), "w");
    PEM_write_X509(file, x509);
    std::fclose(file);
    file = std::fopen(key.c_str(), "w");
    PEM_write_PrivateKey(file, pair, nullptr, nullptr, 0, nullptr, nullptr);
    std::fclose(file);
    X509_free(x509);
    EVP_PKEY_free(pair);
}

}  // namespace http::test
