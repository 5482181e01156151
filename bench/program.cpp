#include "program.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

#include "bench.hpp"
#include "district.hpp"

namespace bench {
namespace {

std::uint16_t free_port() {
    const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    ::bind(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    ::getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &length);
    ::close(descriptor);
    return ntohs(address.sin_port);
}

[[noreturn]] void become(const ProgramPlace& place, std::uint16_t port) {
    ::setenv("ZHENGGAI_DATA_DIR", place.data_folder.c_str(), 1);
    ::setenv("ZHENGGAI_LISTEN", ("127.0.0.1:" + std::to_string(port)).c_str(), 1);
    ::setenv("ZHENGGAI_LOG_LEVEL", "warning", 1);
    ::setenv("ZHENGGAI_DATABASE", place.database.c_str(), 1);
    for (const auto& [name, value] : place.settings) ::setenv(name.c_str(), value.c_str(), 1);
    const int nowhere = ::open("/dev/null", O_WRONLY);
    ::dup2(nowhere, STDOUT_FILENO);
    ::execl(place.program.c_str(), place.program.c_str(), "serve", static_cast<char*>(nullptr));
    ::_exit(127);
}

std::string value_behind(const std::string& text, const std::string& start, char end) {
    const auto at = text.find(start);
    if (at == std::string::npos)
        throw std::runtime_error("no " + start + " in: " + text.substr(0, 300));
    const auto from = at + start.size();
    return text.substr(from, text.find(end, from) - from);
}

double mib_of(pid_t process, std::string_view what) {
    std::ifstream status("/proc/" + std::to_string(process) + "/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(what)) return std::stod(line.substr(what.size())) / 1024;
    throw std::runtime_error("no " + std::string(what));
}

}  // namespace

Program::Program(const ProgramPlace& place) : port_(free_port()) {
    const Stopwatch watch;
    process_ = ::fork();
    if (process_ == 0) become(place, port_);
    while (watch.seconds() < 30) {
        try {
            if (ask(port_, request("GET", "/healthz", "")).status == 200) {
                start_ms_ = watch.milliseconds();
                return;
            }
        } catch (const std::runtime_error&) {  // Not listening yet.
        }
        if (::waitpid(process_, nullptr, WNOHANG) == process_) break;
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    ::kill(process_, SIGKILL);
    throw std::runtime_error("the program did not start: " + place.program);
}

Program::~Program() {
    ::kill(process_, SIGTERM);
    ::waitpid(process_, nullptr, 0);
}

double Program::resident_mib() const {
    return mib_of(process_, "VmRSS:");
}

double Program::private_mib() const {
    return mib_of(process_, "RssAnon:");
}

double Program::peak_mib() const {
    return mib_of(process_, "VmHWM:");
}

double Program::cpu_ms() const {
    std::ifstream file("/proc/" + std::to_string(process_) + "/stat");
    std::string text;
    std::getline(file, text);
    std::istringstream fields(text.substr(text.rfind(')') + 2));
    double user = 0, system = 0;
    for (int i = 0; i < 11; ++i) fields >> text;
    fields >> user >> system;
    return (user + system) * 1e3 / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

std::string Program::sign_in(std::string_view account) const {
    const auto body = R"({"account":")" + std::string(account) + R"(","password":")" +
                      std::string(account_password) + R"("})";
    const auto answer =
        ask(port_, request("POST", "/api/v1/session", "Content-Type: application/json\r\n", body));
    if (answer.status != 200) throw std::runtime_error("cannot sign in: " + answer.body);
    return "Cookie: zhenggai_session=" + value_behind(answer.head, "zhenggai_session=", ';') +
           "\r\nX-CSRF-Token: " + value_behind(answer.body, R"("csrf":")", '"') +
           "\r\nContent-Type: application/json\r\n";
}

}  // namespace bench
