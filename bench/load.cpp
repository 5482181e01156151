#include "load.hpp"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <memory>
#include <stdexcept>

#include "bench.hpp"

namespace bench {
namespace {

int connect_to(std::uint16_t port) {
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(descriptor);
        throw std::runtime_error("cannot connect to port " + std::to_string(port));
    }
    const int on = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return descriptor;
}

class Connection {
  public:
    explicit Connection(std::uint16_t port) : descriptor_(connect_to(port)) {}
    ~Connection() { ::close(descriptor_); }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    [[nodiscard]] int descriptor() const { return descriptor_; }
    // Requests are small: the socket's buffer takes them whole.
    bool send(std::string_view bytes) {
        received_.clear();
        while (!bytes.empty()) {
            const auto sent = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        watch_ = Stopwatch();
        return true;
    }
    // Takes what has come. False when the peer is gone.
    bool receive() {
        std::array<char, 65'536> block;
        const auto count = ::recv(descriptor_, block.data(), block.size(), 0);
        if (count <= 0) return false;
        received_.append(block.data(), static_cast<std::size_t>(count));
        return true;
    }
    [[nodiscard]] bool whole() const {
        const auto end = received_.find("\r\n\r\n");
        return end != std::string::npos && received_.size() >= end + 4 + body_bytes(end);
    }
    [[nodiscard]] Answer answer() const {
        const auto end = received_.find("\r\n\r\n");
        Answer found{0, received_.substr(0, end), received_.substr(end + 4)};
        std::from_chars(found.head.data() + 9, found.head.data() + 12, found.status);
        return found;
    }
    [[nodiscard]] double waited_ms() const { return watch_.milliseconds(); }

  private:
    [[nodiscard]] std::size_t body_bytes(std::size_t head_end) const {
        std::size_t bytes = 0;
        for (std::size_t at = 0; at < head_end; at = received_.find("\r\n", at) + 2) {
            constexpr std::string_view name = "content-length:";
            if (::strncasecmp(received_.data() + at, name.data(), name.size()) != 0) continue;
            const auto from = received_.find_first_of("0123456789", at + name.size());
            std::from_chars(received_.data() + from, received_.data() + head_end, bytes);
        }
        return bytes;
    }

    int descriptor_;
    std::string received_;
    Stopwatch watch_;
};

class Run {
  public:
    explicit Run(const Load& load) : load_(load), epoll_(::epoll_create1(EPOLL_CLOEXEC)) {
        for (int i = 0; i < load.connections; ++i) {
            connections_.push_back(std::make_unique<Connection>(load.port));
            epoll_event event{};
            event.events = EPOLLIN;
            event.data.u32 = static_cast<std::uint32_t>(i);
            ::epoll_ctl(epoll_, EPOLL_CTL_ADD, connections_.back()->descriptor(), &event);
        }
        answers_.resize(connections_.size());
    }
    ~Run() { ::close(epoll_); }
    Run(const Run&) = delete;
    Run& operator=(const Run&) = delete;

    LoadResult run() {
        for (std::size_t i = 0; i < connections_.size(); ++i) ask_again(i);
        std::array<epoll_event, 256> events{};
        while (open_ > 0) {
            const int count = ::epoll_wait(epoll_, events.data(), events.size(), 30'000);
            if (count <= 0) throw std::runtime_error("the server did not answer for 30 s");
            for (int i = 0; i < count; ++i) take(events[static_cast<std::size_t>(i)].data.u32);
        }
        result_.seconds = watch_.seconds();
        return std::move(result_);
    }

  private:
    void ask_again(std::size_t i) {
        const bool enough = load_.answers_max > 0 && answers_[i] >= load_.answers_max;
        if (enough || watch_.seconds() >= load_.seconds) return;
        if (connections_[i]->send(load_.next(static_cast<int>(i))))
            ++open_;
        else
            ++result_.failed;
    }
    void take(std::size_t i) {
        auto& connection = *connections_[i];
        if (!connection.receive()) {
            ++result_.failed;
            --open_;
            ::epoll_ctl(epoll_, EPOLL_CTL_DEL, connection.descriptor(), nullptr);
            return;
        }
        if (!connection.whole()) return;
        --open_;
        ++answers_[i];
        const auto answer = connection.answer();
        if (answer.status < 300)
            result_.ms.push_back(connection.waited_ms());
        else
            ++result_.failed;
        if (load_.answered) load_.answered(static_cast<int>(i), answer);
        ask_again(i);
    }

    const Load& load_;
    int epoll_;
    std::vector<std::unique_ptr<Connection>> connections_;
    std::vector<int> answers_;
    int open_ = 0;  // requests without an answer yet
    Stopwatch watch_;
    LoadResult result_;
};

}  // namespace

LoadResult run(const Load& load) {
    return Run(load).run();
}

Answer ask(std::uint16_t port, const std::string& request) {
    Connection connection(port);
    if (!connection.send(request)) throw std::runtime_error("the server closed the connection");
    while (!connection.whole())
        if (!connection.receive()) throw std::runtime_error("the server closed the connection");
    return connection.answer();
}

std::string request(std::string_view method, std::string_view target, std::string_view headers,
                    std::string_view body) {
    std::string bytes(method);
    bytes.append(" ").append(target).append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n").append(headers);
    if (!body.empty() || method != "GET")
        bytes.append("Content-Length: ").append(std::to_string(body.size())).append("\r\n");
    return bytes.append("\r\n").append(body);
}

}  // namespace bench
