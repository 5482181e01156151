// Test support: a server that takes connections and never answers, and several who ask at once.
#pragma once

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace identity::testing {

class Silence {
  public:
    Silence() : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in here{};
        here.sin_family = AF_INET;
        here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof here;
        auto* address = reinterpret_cast<sockaddr*>(&here);
        if (::bind(socket_, address, size) != 0 || ::listen(socket_, 64) != 0) std::abort();
        ::getsockname(socket_, address, &size);
        port_ = ntohs(here.sin_port);
    }
    ~Silence() { ::close(socket_); }
    Silence(const Silence&) = delete;
    Silence& operator=(const Silence&) = delete;
    [[nodiscard]] std::string address() const { return "127.0.0.1:" + std::to_string(port_); }

  private:
    int socket_;
    int port_ = 0;
};

/// How often each answer came when so many ask together.
template <class Ask>
std::map<std::string, int> answers_of(int askers, Ask ask) {
    std::map<std::string, int> answers;
    std::mutex mutex;
    std::vector<std::thread> threads;
    for (int i = 0; i < askers; ++i)
        threads.emplace_back([&] {
            const auto answer = ask();
            const std::lock_guard guard(mutex);
            ++answers[answer];
        });
    for (auto& thread : threads) thread.join();
    return answers;
}

}  // namespace identity::testing
