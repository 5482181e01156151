#include "evidence/virus_scan.hpp"

#include <netdb.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <fstream>
#include <memory>

namespace evidence {
namespace {

constexpr std::size_t piece_bytes = 64u << 10, answer_bytes_max = 4096;
constexpr long connect_seconds_max = 5, answer_seconds_max = 120;

/// A connection that is closed with its owner; -1 while there is none.
class Socket {
  public:
    Socket() = default;
    ~Socket() { close(); }
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;

    bool connect(int family, const sockaddr* address, socklen_t length) {
        close();
        number_ = ::socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (number_ < 0) return false;
        wait_at_most(SO_SNDTIMEO, connect_seconds_max);  // bounds connect() too
        wait_at_most(SO_RCVTIMEO, answer_seconds_max);
        if (::connect(number_, address, length) == 0) return true;
        close();
        return false;
    }
    [[nodiscard]] bool send(std::string_view bytes) const {
        while (!bytes.empty()) {
            const auto n = ::send(number_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (n < 0 && errno == EINTR) continue;
            if (n <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(n));
        }
        return true;
    }
    /// Up to the NUL at its end; what came when the other side went away.
    [[nodiscard]] std::string answer() const {
        std::string text;
        std::array<char, 512> block{};
        while (text.size() < answer_bytes_max && text.find('\0') == std::string::npos) {
            const auto n = ::recv(number_, block.data(), block.size(), 0);
            if (n < 0 && errno == EINTR) continue;
            if (n <= 0) break;
            text.append(block.data(), static_cast<std::size_t>(n));
        }
        return text.substr(0, text.find('\0'));
    }

  private:
    void close() {
        if (number_ >= 0) ::close(number_);
        number_ = -1;
    }
    void wait_at_most(int what, long seconds) const {
        const timeval time{seconds, 0};
        static_cast<void>(::setsockopt(number_, SOL_SOCKET, what, &time, sizeof time));
    }
    int number_ = -1;
};

bool connect_to_path(Socket& socket, const std::string& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path) return false;
    std::memcpy(address.sun_path, path.data(), path.size());
    return socket.connect(AF_UNIX, reinterpret_cast<const sockaddr*>(&address), sizeof address);
}

bool connect_to_host(Socket& socket, const std::string& host, const std::string& port) {
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* first = nullptr;
    if (::getaddrinfo(host.c_str(), port.c_str(), &hints, &first) != 0) return false;
    const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> all(first, ::freeaddrinfo);
    for (const auto* one = first; one != nullptr; one = one->ai_next)
        if (socket.connect(one->ai_family, one->ai_addr, one->ai_addrlen)) return true;
    return false;
}

/// Host, without the brackets of IPv6, and port.
std::pair<std::string, std::string> parts_of(std::string_view address) {
    const auto colon = address.rfind(':');
    if (colon == address.npos) return {};
    auto host = address.substr(0, colon);
    if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
    return {std::string(host), std::string(address.substr(colon + 1))};
}

bool connect_to(Socket& socket, const std::string& address) {
    if (address.starts_with('/')) return connect_to_path(socket, address);
    const auto [host, port] = parts_of(address);
    return connect_to_host(socket, host, port);
}

std::string length_of(std::size_t bytes) {
    std::string length;
    for (const int shift : {24, 16, 8, 0}) length += static_cast<char>(bytes >> shift & 0xff);
    return length;
}

/// clamd's answer, "" when it gave none. It may answer and go before it has everything.
std::string asked(const std::string& address, const std::filesystem::path& path) {
    Socket socket;
    if (!connect_to(socket, address)) return {};
    std::ifstream file(path, std::ios::binary);
    std::string piece(piece_bytes, '\0');
    bool sent = socket.send(std::string_view("zINSTREAM\0", 10));
    while (sent && (file.read(piece.data(), static_cast<std::streamsize>(piece.size())) ||
                    file.gcount() > 0)) {
        const std::string_view bytes(piece.data(), static_cast<std::size_t>(file.gcount()));
        sent = socket.send(length_of(bytes.size())) && socket.send(bytes);
    }
    if (file.bad() || (sent && !socket.send(length_of(0)))) return {};
    return socket.answer();
}

}  // namespace

bool is_clamd_address(std::string_view address) {
    if (address.starts_with('/')) return address.size() > 1;
    const auto [host, port] = parts_of(address);
    return !host.empty() && !port.empty() && port.size() <= 5 &&
           port.find_first_not_of("0123456789") == std::string::npos;
}

base::Result<Scan> judge(std::string_view answer, ClamdSettings::Unreachable when_unreachable) {
    constexpr std::string_view start = "stream: ", found = " FOUND";
    if (answer == "stream: OK") return Scan::clean;
    if (answer.starts_with(start) && answer.ends_with(found)) {
        answer.remove_prefix(start.size());
        answer.remove_suffix(found.size());
        return base::refuse(base::ErrorKind::invalid, "evidence_has_a_virus", "file",
                            {{"finding", std::string(answer)}});
    }
    if (when_unreachable == ClamdSettings::Unreachable::accept) return Scan::missed;
    return base::refuse(base::ErrorKind::unavailable, "evidence_cannot_be_scanned", "file");
}

base::Result<Scan> scan(const ClamdSettings& settings, const std::filesystem::path& file) {
    if (settings.address.empty()) return Scan::none;
    return judge(asked(settings.address, file), settings.when_unreachable);
}

}  // namespace evidence
