// A large file of evidence over HTTP: how fast it comes in and is kept, and how much memory that
// takes; plain, and sealed at rest.
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "base/clock.hpp"
#include "base/id.hpp"
#include "base/random.hpp"
#include "benchmarks.hpp"
#include "district.hpp"
#include "program.hpp"

namespace bench {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t file_bytes = 2ull << 30;
constexpr std::size_t block_bytes = 1u << 20;

/// A file of text is known by its beginning; nothing about its bytes makes them easy to keep.
std::string text_block() {
    std::string block;
    for (int i = 0; block.size() < block_bytes; ++i)
        block += "inspection " + std::to_string(i * 7919) + "\n";
    block.resize(block_bytes);
    return block;
}

class Sending {
  public:
    explicit Sending(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(port);
        if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
            throw std::runtime_error("cannot connect");
    }
    ~Sending() { ::close(socket_); }
    Sending(const Sending&) = delete;
    Sending& operator=(const Sending&) = delete;

    void send(std::string_view bytes) const {
        while (!bytes.empty()) {
            const auto n = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (n <= 0) throw std::runtime_error("the upload broke off: " + answer());
            bytes.remove_prefix(static_cast<std::size_t>(n));
        }
    }
    /// As much of it as comes at once.
    [[nodiscard]] std::string answer() const {
        std::string text(4096, '\0');
        const auto n = ::recv(socket_, text.data(), text.size(), 0);
        text.resize(n > 0 ? static_cast<std::size_t>(n) : 0);
        return text;
    }

  private:
    int socket_;
};

void upload(const Program& program, const std::string& headers, ledger::MeasureId measure) {
    static base::SeededRandom random(3);
    const auto id = base::to_text(base::make_uuid(base::SystemClock().now(), random));
    const Sending sending(program.port());
    sending.send("POST /api/v1/measures/" + measure.text() + "/evidence?id=" + id +
                 "&name=large.txt&kind=other HTTP/1.1\r\nHost: bench\r\n" + headers +
                 "Content-Length: " + std::to_string(file_bytes) + "\r\n\r\n");
    auto block = text_block();
    // Another file each time: one that is there already would not be written.
    std::copy(id.begin(), id.end(), block.begin());
    for (std::uint64_t sent = 0; sent < file_bytes; sent += block.size()) sending.send(block);
    if (const auto answer = sending.answer(); !answer.starts_with("HTTP/1.1 201"))
        throw std::runtime_error("not kept: " + answer.substr(0, 400));
}

void measure(Setting& setting, const std::string& name,
             std::vector<std::pair<std::string, std::string>> settings, const std::string& how) {
    fs::create_directories(setting.folder + "/" + name);
    const auto district = [&] {
        const auto database = new_sqlite(setting, name + "/zhenggai");
        return make_district(*database, {.units = 20, .programmes = 1, .problems = 10});
    }();
    settings.emplace_back("ZHENGGAI_EVIDENCE_FILE_MB_MAX", "3000");
    const Program program({setting.program, setting.folder + "/" + name, "", settings});
    const auto headers = program.sign_in();
    const auto idle = program.resident_mib();
    const Stopwatch watch;
    upload(program, headers, district.open_measures.front());
    const auto seconds = watch.seconds();
    const auto words = "one file of 2 GiB over HTTP on loopback, " + how;
    setting.report(
        name + "_mb_per_s", static_cast<double>(file_bytes) / 1e6 / seconds, "MB/s",
        words + "; from the first byte to the answer, spooled, hashed, on disk for good");
    setting.report(name + "_rss_mib", program.peak_mib() - idle, "MiB",
                   "the highest resident set of the server during that upload, above idle");
    fs::remove_all(setting.folder + "/" + name);
}

/// As `zhenggai seal` leaves an installation in which nothing is.
std::string key_file(const Setting& setting) {
    const auto path = setting.folder + "/seal.key";
    std::ofstream(path) << std::string(64, '5') << '\n';
    return path;
}

}  // namespace

void evidence_upload(Setting& setting) {
    measure(setting, "evidence_upload", {}, "SHA-256");
    measure(setting, "evidence_upload_sealed",
            {{"ZHENGGAI_SEAL_RESTRICTED", "on"}, {"ZHENGGAI_SEAL_KEY_FILE", key_file(setting)}},
            "SHA-256, sealed by SM4 and HMAC-SM3");
}

}  // namespace bench
