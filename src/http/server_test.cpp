// The server over real sockets: well-formed and broken requests, slow and vanished clients, limits,
// TLS and the graceful stop.
#include "http/server.hpp"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <zlib.h>

#include <atomic>
#include <csignal>
#include <fstream>
#include <latch>
#include <thread>

#include "base/log.hpp"
#include "http/test_client.hpp"

namespace http {
namespace {

using namespace std::chrono_literals;
using test::Client;

std::string inflated(std::string_view gzip) {
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    std::string out(1 << 20, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(gzip.data()));
    stream.avail_in = static_cast<uInt>(gzip.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
    out.resize(stream.total_out);
    inflateEnd(&stream);
    return out;
}

std::string body_in(const std::string& answer) {
    const auto end = answer.find("\r\n\r\n");
    return end == answer.npos ? std::string() : answer.substr(end + 4);
}

int status_in(const std::string& answer) {
    return answer.size() < 12 ? 0 : std::stoi(answer.substr(9, 3));
}

// Counts down, so that a test can hold handlers as long as it likes.
struct Gate {
    std::latch open{1};
    std::atomic<int> entered{0};
};

std::size_t files_in(const std::filesystem::path& folder) {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder),
                                                  std::filesystem::directory_iterator()));
}

class ServerTest : public testing::Test {
  protected:
    ServerTest() {
        base::set_log_level(base::LogLevel::error);
        folder_ = std::filesystem::temp_directory_path() /
                  ("zhenggai-server-test-" + std::to_string(::getpid()));
        std::filesystem::create_directories(folder_ / "uploads");
        options_.temporary_folder = folder_ / "uploads";
        options_.workers = 4;
    }
    ~ServerTest() override {
        stop();
        std::filesystem::remove_all(folder_);
    }

    void start() {
        server_ = std::make_unique<Server>(options_, Router(routes(), authenticate), metrics_);
        thread_ = std::thread([this] { server_->run(); });
    }
    void stop() {
        if (!thread_.joinable()) return;
        server_->stop();
        thread_.join();
    }
    [[nodiscard]] std::uint16_t port() const { return server_->port(); }

    std::string ask(std::string_view bytes) {
        Client client(port());
        client.send(bytes);
        return client.answer();
    }

    static base::Result<std::optional<base::Actor>> authenticate(const Request& request) {
        return request.header("who").empty() ? std::nullopt : std::optional(base::Actor());
    }

    std::vector<Route> routes() {
        return {
            {Method::get, "/hello", open_door,
             [](const Request&) { return json_response("{\"hello\":1}"); }},
            {Method::get, "/large", open_door,
             [](const Request&) { return json_response("\"" + std::string(300'000, 'x') + "\""); }},
            {Method::get, "/seen", open_door,
             [](const Request& request) {
                 return json_response("\"" + request.remote + (request.secure ? " secure" : "") +
                                      "\"");
             }},
            {Method::post, "/echo", open_door,
             [](const Request& request) { return json_response(request.body); }, 200'000},
            {Method::post, "/upload", open_door,
             [this](const Request& request) {
                 uploads_seen_ = files_in(options_.temporary_folder);
                 return json_response(
                     std::to_string(std::filesystem::file_size(request.body_file)));
             },
             200ull << 20, true},
            {Method::post, "/guarded", signed_in, [](const Request&) { return no_content(); },
             1 << 20, true},
            {Method::get, "/file", open_door,
             [this](const Request&) {
                 const auto path = folder_ / "report.bin";
                 std::ofstream(path, std::ios::binary) << std::string(1'000'000, 'f');
                 return download(FileBody{path, true}, "application/octet-stream", "报告.bin");
             }},
            {Method::get, "/stream", open_door,
             [](const Request&) {
                 Response response;
                 response.body = StreamBody(
                     [n = 0]() mutable { return ++n > 3 ? "" : std::string(70'000, 's'); });
                 return response;
             }},
            {Method::get, "/live", open_door,
             [this](const Request&) {
                 ++gate_.entered;
                 Response response;
                 response.with("Content-Type", "text/event-stream");
                 const auto next = [this, n = 0]() mutable -> std::optional<std::string> {
                     ++pieces_;
                     if (live_ended_) return std::nullopt;
                     return n++ == 0 ? ": open\n\n" : std::string(live_bytes_, 'l');
                 };
                 response.body = LiveBody{next, 10ms};
                 return response;
             }},
            {Method::get, "/too_often", open_door,
             [this](const Request&) {
                 ++gate_.entered;
                 Response response;
                 response.status = 429;
                 return response;
             }},
            {Method::get, "/wait", open_door,
             [this](const Request&) {
                 ++gate_.entered;
                 gate_.open.wait();
                 return json_response("\"waited\"");
             }},
        };
    }
    bool connections_become(int count) {
        const auto line = "zhenggai_http_connections " + std::to_string(count) + "\n";
        for (int i = 0; i < 300; ++i) {
            if (metrics_.text().find(line) != std::string::npos) return true;
            std::this_thread::sleep_for(10ms);
        }
        return false;
    }
    void wait_for_entered(int count) {
        while (gate_.entered < count) std::this_thread::sleep_for(1ms);
    }

    std::filesystem::path folder_;
    ServerOptions options_;
    Metrics metrics_;
    Gate gate_;
    std::atomic<std::size_t> uploads_seen_{0};
    std::atomic<bool> live_ended_{false};
    std::atomic<std::size_t> live_bytes_{0};
    std::atomic<int> pieces_{0};
    std::unique_ptr<Server> server_;
    std::thread thread_;
};

TEST_F(ServerTest, AnswersPipelinedRequestsInOrder) {
    start();
    Client client(port());
    client.send(
        "GET /hello HTTP/1.1\r\nHost: a\r\n\r\nGET /nothing HTTP/1.1\r\nHost: a\r\n\r\n"
        "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabcGET /hello "
        "HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(body_in(client.answer()), "{\"hello\":1}");
    EXPECT_EQ(status_in(client.answer()), 404);
    EXPECT_EQ(body_in(client.answer()), "abc");
    EXPECT_EQ(body_in(client.answer()), "{\"hello\":1}");
}

TEST_F(ServerTest, LiveAnswersHoldNoWorker) {
    options_.workers = 2;
    start();
    std::vector<std::unique_ptr<Client>> open;
    for (int i = 0; i < 400; ++i) {
        open.push_back(std::make_unique<Client>(port()));
        open.back()->send("GET /live HTTP/1.1\r\nHost: a\r\n\r\n");
    }
    wait_for_entered(400);
    for (int i = 0; i < 20; ++i)
        EXPECT_EQ(status_in(ask("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n")), 200);
    live_ended_ = true;
    EXPECT_EQ(body_in(open.back()->answer()), ": open\n\n");
    EXPECT_TRUE(open.back()->closed_within(2s));
}

TEST_F(ServerTest, WhoAsksTooOftenIsToldLaterAndHoldsNoWorker) {
    options_.workers = 1;
    options_.hold_back_time = 500ms;
    start();
    const auto began = std::chrono::steady_clock::now();
    std::vector<std::unique_ptr<Client>> asking;
    for (int i = 0; i < 50; ++i) {
        asking.push_back(std::make_unique<Client>(port()));
        asking.back()->send("GET /too_often HTTP/1.1\r\nHost: a\r\n\r\n");
    }
    wait_for_entered(50);
    EXPECT_EQ(status_in(ask("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n")), 200);
    EXPECT_EQ(status_in(asking.front()->answer()), 429);
    EXPECT_GE(std::chrono::steady_clock::now() - began, 500ms);
    for (std::size_t i = 1; i < asking.size(); ++i) EXPECT_EQ(status_in(asking[i]->answer()), 429);
    asking.front()->send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(status_in(asking.front()->answer()), 200);
}

TEST_F(ServerTest, AtTheStopWhatIsHeldBackIsSaid) {
    options_.hold_back_time = 60s;
    start();
    Client client(port());
    client.send("GET /too_often HTTP/1.1\r\nHost: a\r\n\r\n");
    wait_for_entered(1);
    stop();
    EXPECT_EQ(status_in(client.answer()), 429);
}

TEST_F(ServerTest, LiveAnswersEndAtTheStop) {
    start();
    Client client(port());
    client.send("GET /live HTTP/1.1\r\nHost: a\r\n\r\n");
    wait_for_entered(1);
    const auto before = std::chrono::steady_clock::now();
    server_->stop();
    EXPECT_EQ(body_in(client.answer()), ": open\n\n");
    EXPECT_TRUE(client.closed_within(2s));
    stop();
    EXPECT_LT(std::chrono::steady_clock::now() - before, 3s);
}

TEST_F(ServerTest, LiveAnswersAreNotMadeForAReaderWhoDoesNotRead) {
    options_.block_time = 600ms;
    live_bytes_ = 1 << 20;
    start();
    Client client(port());
    client.send("GET /live HTTP/1.1\r\nHost: a\r\n\r\n");
    wait_for_entered(1);
    std::this_thread::sleep_for(400ms);
    const int made = pieces_;
    EXPECT_LT(made, 20);  // What the buffers of the two sockets take, not 40.
    EXPECT_TRUE(connections_become(0));
    EXPECT_LE(pieces_, made + 1);
}

TEST_F(ServerTest, RefusesWhatIsNotClearHttpAndCloses) {
    start();
    const auto chunk_with_endless_extension =
        "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1;x=" +
        std::string(30'000, 'x');
    const std::pair<const char*, int> rows[] = {
        {"GET /hello HTTP/1.1\r\n\r\n", 400},
        {"GET /hello HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400},
        {"GET /hello HTTP/1.1\r\nHost : a\r\n\r\n", 400},
        {"GET /hello HTTP/1.1\r\nHost: a\r\nX: a\x01z\r\n\r\n", 400},
        {"GET /hello HTTP/1.1\nHost: a\n\n", 400},
        {"GET /hello HTTP/1.1\r\n Host: a\r\n\r\n", 400},
        {"POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: "
         "chunked\r\n\r\n0\r\n\r\n",
         400},
        {"POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
         400},
        {"POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", 400},
        {"POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n", 400},
        {"POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
         501},
        {"POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: identity\r\n\r\n", 501},
        {"POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n\r\n", 400},
        {chunk_with_endless_extension.c_str(), 400},
        {"POST /echo HTTP/1.1\r\nHost: a\r\nExpect: wonders\r\nContent-Length: 1\r\n\r\n", 417},
        {"GET /%ff HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"GET /%00 HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"GET hello HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"FROB /hello HTTP/1.1\r\nHost: a\r\n\r\n", 501},
        {"GET /hello HTTP/2.0\r\nHost: a\r\n\r\n", 400},
        {"GET /hello\r\n\r\n", 400},
        {"\x16\x03\x01\x02\x01\x01\x01\xfc\x03\x03", 400},
    };
    for (const auto& [bytes, status] : rows) {
        Client client(port());
        client.send(bytes);
        const auto answer = client.answer();
        EXPECT_EQ(status_in(answer), status) << bytes << answer;
        EXPECT_NE(answer.find("Connection: close\r\n"), std::string::npos) << bytes;
        ::shutdown(client.descriptor(), SHUT_WR);
        EXPECT_TRUE(client.closed_within(1s)) << bytes;
    }
    Client client(port());
    std::string with_nul = "GET /hello HTTP/1.1\r\nHost: a\r\nX: a?z\r\n\r\n";
    with_nul[with_nul.find('?')] = '\0';
    client.send(with_nul);
    EXPECT_EQ(status_in(client.answer()), 400) << "NUL in a header value";
}

TEST_F(ServerTest, LimitsTheHeadTheAddressAndTheNumberOfHeaders) {
    start();
    EXPECT_EQ(status_in(ask("GET /hello HTTP/1.1\r\nHost: a\r\nX: " + std::string(100'000, 'x') +
                            "\r\n\r\n")),
              431);
    EXPECT_EQ(status_in(ask("GET /" + std::string(9'000, 'x') + " HTTP/1.1\r\nHost: a\r\n\r\n")),
              414);
    EXPECT_EQ(status_in(ask("GET /" + std::string(50'000, 'x') + " HTTP/1.1\r\nHost: a\r\n\r\n")),
              414);
    std::string many = "GET /hello HTTP/1.1\r\nHost: a\r\n";
    for (int i = 0; i < 99; ++i) many += "X: 1\r\n";
    EXPECT_EQ(status_in(ask(many + "\r\n")), 200);
    EXPECT_EQ(status_in(ask(many + "X: 1\r\n\r\n")), 431);
}

TEST_F(ServerTest, RefusesADeclaredLargeBodyBeforeReadingIt) {
    start();
    Client client(port());
    client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 104857600\r\n\r\n");
    EXPECT_EQ(status_in(client.answer(false, 2s)), 413);
    EXPECT_EQ(status_in(ask(
                  "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n30d41\r\n" +
                  std::string(200'001, 'x') + "\r\n0\r\n\r\n")),
              413);
}

TEST_F(ServerTest, ReadsSmallAndSpooledBodiesInEitherFraming) {
    start();
    EXPECT_EQ(body_in(ask("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                          "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nTrailer: t\r\n\r\n")),
              "abcde");
    for (const std::size_t size : {1u, 65'535u, 65'536u, 65'537u, 200'000u}) {
        std::string body(size, 'b');
        body.back() = 'z';
        const auto answer =
            ask("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(size) +
                "\r\n\r\n" + body);
        EXPECT_TRUE(body_in(answer) == body) << size << " " << answer.substr(0, 200);
    }
    EXPECT_EQ(files_in(options_.temporary_folder), 0u);
}

TEST_F(ServerTest, StreamsAnUploadToAFileAndDeletesItAfterwards) {
    start();
    constexpr std::size_t size = 100u << 20;
    Client client(port());
    client.send("POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(size) +
                "\r\n\r\n");
    const std::string block(1 << 20, 'u');
    for (std::size_t sent = 0; sent < size; sent += block.size()) ASSERT_TRUE(client.send(block));
    EXPECT_EQ(body_in(client.answer(false, 60s)), std::to_string(size));
    EXPECT_EQ(uploads_seen_, 1u);
    client.send("POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nab");
    EXPECT_EQ(body_in(client.answer()), "2")
        << "a small body comes as a file, too, where the route says so";
    EXPECT_EQ(files_in(options_.temporary_folder), 0u);
}

TEST_F(ServerTest, NobodyWhoMayNotPassCanSendABody) {
    start();
    Client client(port());
    client.send(
        "POST /guarded HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\nExpect: "
        "100-continue\r\n\r\n");
    const auto answer = client.answer();
    EXPECT_EQ(status_in(answer), 401) << "no 100 came first";
    EXPECT_NE(answer.find("Connection: close"), std::string::npos);
}

TEST_F(ServerTest, ContinuesWhenAClientAsksFirst) {
    start();
    Client client(port());
    client.send(
        "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(client.answer(true), "HTTP/1.1 100 Continue\r\n\r\n");
    client.send("abc");
    EXPECT_EQ(body_in(client.answer()), "abc");
}

TEST_F(ServerTest, HeadHasTheHeadOfGetAndNoBody) {
    start();
    Client client(port());
    client.send("HEAD /hello HTTP/1.1\r\nHost: a\r\n\r\nGET /hello HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_NE(client.answer(true).find("Content-Length: 11\r\n"), std::string::npos);
    EXPECT_EQ(body_in(client.answer()), "{\"hello\":1}");
    client.send("HEAD /file HTTP/1.1\r\nHost: a\r\n\r\nHEAD /stream HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_NE(client.answer(true).find("Content-Length: 1000000\r\n"), std::string::npos);
    EXPECT_EQ(status_in(client.answer(true)), 200);
}

TEST_F(ServerTest, SpeaksHttp10WithAndWithoutKeepAlive) {
    start();
    Client closing(port());
    closing.send("GET /hello HTTP/1.0\r\n\r\n");
    EXPECT_NE(closing.answer().find("Connection: close\r\n"), std::string::npos);
    Client keeping(port());
    for (int i = 0; i < 2; ++i) {
        keeping.send("GET /hello HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
        EXPECT_NE(keeping.answer().find("Connection: keep-alive\r\n"), std::string::npos);
    }
    keeping.send("GET /stream HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    const auto head = keeping.answer(true);
    EXPECT_EQ(head.find("chunked"), std::string::npos);
    EXPECT_NE(head.find("Connection: close\r\n"), std::string::npos)
        << "only the end of the connection ends the body";
}

TEST_F(ServerTest, StreamsFilesAndPieces) {
    start();
    Client client(port());
    client.send(
        "GET /file HTTP/1.1\r\nHost: a\r\n\r\nGET /stream HTTP/1.1\r\nHost: a\r\n\r\n"
        "GET /hello HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(body_in(client.answer()), std::string(1'000'000, 'f'));
    EXPECT_EQ(body_in(client.answer()), std::string(210'000, 's'));
    EXPECT_EQ(body_in(client.answer()), "{\"hello\":1}");
    EXPECT_FALSE(std::filesystem::exists(folder_ / "report.bin"));
}

TEST_F(ServerTest, CompressesLargeJsonForThoseWhoAccept) {
    start();
    Client client(port());
    client.send("GET /large HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\n\r\n");
    const auto packed = client.answer();
    EXPECT_NE(packed.find("Content-Encoding: gzip\r\n"), std::string::npos);
    EXPECT_EQ(inflated(body_in(packed)), "\"" + std::string(300'000, 'x') + "\"");
    client.send("GET /large HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(body_in(client.answer()).size(), 300'002u);
}

TEST_F(ServerTest, CutsClientsThatAreTooSlow) {
    options_.head_time = 300ms;
    options_.block_time = 300ms;
    options_.idle_time = 600ms;
    options_.close_time = 100ms;
    start();
    Client dripping(port()), stalled(port()), silent(port());
    const auto began = std::chrono::steady_clock::now();
    stalled.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc");
    EXPECT_EQ(status_in(stalled.answer()), 408) << "a body that stops";
    std::string answer;
    while (answer.empty() && dripping.send("G") && std::chrono::steady_clock::now() - began < 5s)
        answer = dripping.answer(false, 20ms);
    EXPECT_EQ(status_in(answer), 408);
    const auto lasted = std::chrono::steady_clock::now() - began;
    EXPECT_LT(lasted, 2s) << "one byte at a time does not keep a head alive";
    EXPECT_TRUE(silent.closed_within(2s));
    EXPECT_GT(std::chrono::steady_clock::now() - began, 590ms);
}

TEST_F(ServerTest, CutsAClientThatDoesNotReadItsAnswer) {
    options_.block_time = 300ms;
    options_.close_time = 100ms;
    start();
    Client client(port());
    const int small = 4096;
    ::setsockopt(client.descriptor(), SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
    std::string many;
    for (int i = 0; i < 100; ++i) many += "GET /large HTTP/1.1\r\nHost: a\r\n\r\n";
    client.send(many);
    EXPECT_TRUE(connections_become(1));
    EXPECT_TRUE(connections_become(0));
}

TEST_F(ServerTest, ServesWhileHundredsOfConnectionsStall) {
    start();
    std::vector<std::unique_ptr<Client>> stalled;
    for (int i = 0; i < 300; ++i) {
        stalled.push_back(std::make_unique<Client>(port()));
        stalled.back()->send("GET /hello HTTP/1.1\r\nHos");
    }
    const auto began = std::chrono::steady_clock::now();
    EXPECT_EQ(status_in(ask("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n")), 200);
    EXPECT_LT(std::chrono::steady_clock::now() - began, 1s);
}

TEST_F(ServerTest, AtTheLimitTheLongestIdleConnectionGivesWayAndBusyOnesStay) {
    options_.connections_max = 3;
    options_.close_time = 100ms;
    start();
    Client busy_a(port()), busy_b(port()), idle(port());
    busy_a.send("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n");
    busy_b.send("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n");
    idle.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(status_in(idle.answer()), 200);
    wait_for_entered(2);
    Client third(port());
    third.send("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_TRUE(idle.closed_within(2s));
    wait_for_entered(3);
    EXPECT_EQ(status_in(ask("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n")), 503);
    gate_.open.count_down();
    for (auto* client : {&busy_a, &busy_b, &third})
        EXPECT_EQ(body_in(client->answer()), "\"waited\"");
}

TEST_F(ServerTest, MoreThanTheQueueHoldsIsAnswered503) {
    options_.workers = 1;
    options_.waiting_max = 1;
    start();
    Client running(port()), waiting(port());
    running.send("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n");
    wait_for_entered(1);
    waiting.send("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n");
    std::this_thread::sleep_for(100ms);
    const auto busy = ask("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(status_in(busy), 503);
    EXPECT_NE(busy.find("Retry-After: 1\r\n"), std::string::npos);
    gate_.open.count_down();
    EXPECT_EQ(status_in(running.answer()), 200);
    EXPECT_EQ(status_in(waiting.answer()), 200);
}

TEST_F(ServerTest, StopsAfterTheRequestsUnderWay) {
    start();
    Client idle(port()), working(port());
    working.send("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n");
    wait_for_entered(1);
    server_->stop();
    EXPECT_TRUE(idle.closed_within(1s));
    gate_.open.count_down();
    const auto answer = working.answer();
    EXPECT_EQ(body_in(answer), "\"waited\"");
    EXPECT_NE(answer.find("Connection: close\r\n"), std::string::npos);
    const auto closed_port = port();
    thread_.join();
    EXPECT_THROW(Client{closed_port}, std::runtime_error);
}

TEST_F(ServerTest, StopsOnSigtermAndCutsTheHopelessAfterAWhile) {
    options_.stop_on_signals = true;
    options_.stop_time = 300ms;
    options_.close_time = 100ms;
    start();
    EXPECT_EQ(status_in(ask("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n")), 200);
    Client half(port());
    half.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc");
    std::this_thread::sleep_for(50ms);
    const auto began = std::chrono::steady_clock::now();
    ::raise(SIGTERM);
    thread_.join();
    EXPECT_LT(std::chrono::steady_clock::now() - began, 5s);
}

TEST_F(ServerTest, SpeaksTls) {
    test::write_certificate(folder_ / "cert.pem", folder_ / "key.pem");
    options_.tls_certificate = folder_ / "cert.pem";
    options_.tls_key = folder_ / "key.pem";
    start();
    Client client(port(), Client::Layer::tls);
    client.send(
        "GET /seen HTTP/1.1\r\nHost: a\r\n\r\nGET /large HTTP/1.1\r\nHost: a\r\n\r\n"
        "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");
    const auto answer = client.answer();
    EXPECT_EQ(body_in(answer), "\"127.0.0.1 secure\"");
    EXPECT_NE(answer.find("Strict-Transport-Security"), std::string::npos);
    EXPECT_EQ(body_in(client.answer()).size(), 300'002u);
    EXPECT_EQ(body_in(client.answer()), "abc");
    Client plain(port());
    plain.send("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_TRUE(plain.closed_within(5s));
}

TEST_F(ServerTest, SaysWhichFileOrAddressCannotBeUsed) {
    const auto complaint = [this](ServerOptions options) {
        try {
            Server server(std::move(options), Router({}, authenticate), metrics_);
        } catch (const std::runtime_error& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    auto options = options_;
    options.tls_certificate = "/nowhere/cert.pem";
    EXPECT_NE(complaint(options).find("/nowhere/cert.pem"), std::string::npos);
    options = options_;
    options.address = "203.0.113.7";
    EXPECT_NE(complaint(options).find("203.0.113.7"), std::string::npos);
}

TEST_F(ServerTest, SurvivesClientsThatVanishAtAnyPoint) {
    start();
    const std::string whole = "POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n" +
                              std::string(100'000, 'v');
    for (std::size_t length = 1; length < whole.size(); length += length < 80 ? 7 : 9'973) {
        Client client(port());
        client.send(std::string_view(whole).substr(0, length));
        const linger at_once{1, 0};
        ::setsockopt(client.descriptor(), SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    }
    for (int i = 0; i < 20; ++i) {
        Client client(port());
        client.send(
            "GET /large HTTP/1.1\r\nHost: a\r\n\r\nGET /stream HTTP/1.1\r\nHost: a\r\n\r\n");
    }
    EXPECT_EQ(status_in(ask("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n")), 200);
    stop();
    EXPECT_EQ(files_in(options_.temporary_folder), 0u);
}

TEST_F(ServerTest, ManyClientsAtOnceAllGetTheirAnswers) {
    start();
    std::atomic<int> good{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t)
        threads.emplace_back([&] {
            Client client(port());
            for (int i = 0; i < 200; ++i) {
                client.send(i % 2 == 0 ? "GET /hello HTTP/1.1\r\nHost: a\r\n\r\n"
                                       : "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: "
                                         "11\r\n\r\n{\"hello\":1}");
                if (body_in(client.answer()) == "{\"hello\":1}") ++good;
            }
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(good, 1600);
}

}  // namespace
}  // namespace http
