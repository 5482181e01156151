#include "http/http.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "http/answer.hpp"
#include "http/gzip.hpp"
#include "http/head_rules.hpp"
#include "http/metrics.hpp"
#include "http/target.hpp"

namespace http {
namespace {

using base::ErrorKind;

Request request_of(Method method, std::string path) {
    Request request;
    request.method = method;
    request.path = std::move(path);
    request.id = "r1";
    return request;
}

std::string text_of(const Response& response) {
    return std::get<std::string>(response.body);
}

std::string header_of(const Response& response, std::string_view name) {
    for (const auto& [key, value] : response.headers)
        if (key == name) return value;
    return {};
}

Handler says(std::string text) {
    return [text](const Request&) { return json_response(text); };
}

base::Actor actor_who_may(base::Acts acts) {
    base::Actor actor;
    actor.name = "王芳";
    actor.acts = acts;
    return actor;
}

// Signed in with the header "who: reader".
base::Result<std::optional<base::Actor>> authenticate(const Request& request) {
    if (request.header("who") == "expired")
        return refuse(ErrorKind::unauthenticated, "session_expired");
    if (request.header("who").empty()) return std::optional<base::Actor>();
    return std::optional(actor_who_may({base::Act::read_ledger}));
}

struct DiskFull : std::runtime_error {
    using std::runtime_error::runtime_error;
};

std::optional<base::Error> explain(const std::exception& exception) {
    if (dynamic_cast<const DiskFull*>(&exception) == nullptr) return std::nullopt;
    return refuse(ErrorKind::unavailable, "storage_full");
}

Router sample_router() {
    return Router(
        {{Method::get, "/*", open_door, says("\"fallback\"")},
         {Method::get, "/items/{id}", open_door,
          [](const Request& request) {
              return json_response("\"" + std::string(request.parameter("id")) + "\"");
          }},
         {Method::get, "/items/new", open_door, says("\"literal\"")},
         {Method::put, "/items/{id}", signed_in, says("\"put\"")},
         {Method::get, "/mine", signed_in,
          [](const Request& request) { return json_response("\"" + request.who().name + "\""); }},
         {Method::post, "/review", base::Act::review, says("\"reviewed\"")},
         {Method::get, "/breaks", open_door,
          [](const Request&) -> Response { throw std::runtime_error("secret path"); }},
         {Method::get, "/full", open_door,
          [](const Request&) -> Response { throw DiskFull("disk"); }}},
        authenticate, explain);
}

Response asked(Method method, std::string path, std::string who = {}) {
    auto request = request_of(method, std::move(path));
    if (!who.empty()) request.headers.emplace_back("who", who);
    return sample_router().dispatch(request);
}

TEST(Requests, NameTheDayThatIsNone) {
    Request request;
    request.query = {{"on", "2024-06-30"}, {"from", "30.6.2024"}};
    EXPECT_EQ(base::to_text(**day_in_query(request, "on")), "2024-06-30");
    EXPECT_FALSE(*day_in_query(request, "to"));
    const auto wrong = day_in_query(request, "from");
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().field, "from");
    EXPECT_EQ(wrong.error().args[0].second, "30.6.2024");
}

TEST(Routes, LiteralsComeBeforeParametersAndParametersBeforeTheRest) {
    EXPECT_EQ(text_of(asked(Method::get, "/items/new")), "\"literal\"");
    EXPECT_EQ(text_of(asked(Method::get, "/items/7")), "\"7\"");
    EXPECT_EQ(text_of(asked(Method::get, "/items/7/more")), "\"fallback\"");
    EXPECT_EQ(text_of(asked(Method::get, "/items/")), "\"fallback\"");
    EXPECT_EQ(text_of(asked(Method::get, "/")), "\"fallback\"");
}

TEST(Routes, AKnownPathWithTheWrongVerbSaysWhichAreAllowed) {
    const auto response = asked(Method::del, "/items/7");
    EXPECT_EQ(response.status, 405);
    EXPECT_EQ(header_of(response, "Allow"), "GET, HEAD, PUT");
    EXPECT_EQ(asked(Method::get, "/review").status, 405);
    EXPECT_EQ(asked(Method::post, "/nothing").status, 404);
}

TEST(Routes, HeadIsAnsweredByTheGetRoute) {
    EXPECT_EQ(asked(Method::head, "/items/7").status, 200);
    EXPECT_EQ(asked(Method::head, "/review").status, 405);
}

TEST(Routes, TheSameRouteTwiceIsABug) {
    EXPECT_THROW(Router({{Method::get, "/a/{b}", open_door, says("1")},
                         {Method::get, "/a/{c}", open_door, says("2")}},
                        authenticate),
                 std::logic_error);
}

TEST(Doors, AreCheckedBeforeTheHandlerRuns) {
    EXPECT_EQ(asked(Method::get, "/mine").status, 401);
    EXPECT_NE(text_of(asked(Method::get, "/mine")).find("sign_in_first"), std::string::npos);
    EXPECT_NE(text_of(asked(Method::get, "/mine", "expired")).find("session_expired"),
              std::string::npos);
    EXPECT_EQ(text_of(asked(Method::get, "/mine", "reader")), "\"王芳\"");
    EXPECT_EQ(asked(Method::post, "/review", "reader").status, 403);
    EXPECT_EQ(asked(Method::post, "/review").status, 401);
    EXPECT_EQ(asked(Method::get, "/items/7", "expired").status, 200) << "an open door asks nobody";
}

TEST(Failures, AreAnsweredWithoutDetail) {
    const auto response = asked(Method::get, "/breaks");
    EXPECT_EQ(response.status, 500);
    EXPECT_EQ(text_of(response),
              R"({"code":"internal_error","field":"","args":{"request":"r1"},"also":[]})");
    EXPECT_EQ(asked(Method::get, "/full").status, 503);
    EXPECT_NE(text_of(asked(Method::get, "/full")).find("storage_full"), std::string::npos);
}

TEST(Refusals, CarryTheStatusOfTheirKind) {
    const std::pair<ErrorKind, int> rows[] = {
        {ErrorKind::invalid, 422},           {ErrorKind::unauthenticated, 401},
        {ErrorKind::forbidden, 403},         {ErrorKind::not_found, 404},
        {ErrorKind::conflict, 409},          {ErrorKind::illegal_transition, 409},
        {ErrorKind::too_large, 413},         {ErrorKind::unsupported, 415},
        {ErrorKind::too_many_requests, 429}, {ErrorKind::unavailable, 503}};
    for (const auto& [kind, status] : rows) EXPECT_EQ(status_of(refuse(kind, "x")), status);
    auto error = refuse(ErrorKind::invalid, "text_too_long", "text", {{"max", "5"}});
    error.also.push_back(refuse(ErrorKind::invalid, "missing", "name"));
    EXPECT_EQ(text_of(error_response(error)),
              R"({"code":"text_too_long","field":"text","args":{"max":"5"},"also":[)"
              R"({"code":"missing","field":"name","args":{},"also":[]}]})");
}

TEST(Cookies, AreFoundByTheirWholeName) {
    auto request = request_of(Method::get, "/");
    request.headers.emplace_back("cookie", "a=1; zhenggai_session=x=y ;b=2");
    EXPECT_EQ(request.cookie("zhenggai_session"), "x=y");
    EXPECT_EQ(request.cookie("session"), "");
    EXPECT_EQ(request.cookie("b"), "2");
}

TEST(Downloads, CarryTheirChineseNameAndAnAsciiOne) {
    const auto response =
        download(FileBody{"/nowhere", false}, "application/pdf", "整改 台账\"1\".xlsx");
    EXPECT_EQ(header_of(response, "Content-Disposition"),
              "attachment; filename=\"_1_.xlsx\"; "
              "filename*=UTF-8''%E6%95%B4%E6%94%B9%20%E5%8F%B0%E8%B4%A6%221%22.xlsx");
}

TEST(Targets, AreLoggedWithoutWhatMayBeASecret) {
    const std::string token = "zg_" + std::string(64, 'a');
    EXPECT_EQ(without_secrets("/api/v1/calendar-feeds/" + token + ".ics"),
              "/api/v1/calendar-feeds/zg_…");
    EXPECT_EQ(without_secrets("/api/v1/measures/01900000-0000-7000-8000-000000000001/history"),
              "/api/v1/measures/01900000-0000-7000-8000-000000000001/history");
    EXPECT_EQ(without_secrets("/"), "/");
}

TEST(Targets, AreDecodedOrRefused) {
    const auto target = parse_target("/a%20b/%E6%95%B4?q=%E6%94%B9+x&empty&a=b%3Dc");
    ASSERT_TRUE(target);
    EXPECT_EQ(target->path, "/a b/整");
    EXPECT_EQ(target->query, (std::vector<std::pair<std::string, std::string>>{
                                 {"q", "改 x"}, {"empty", ""}, {"a", "b=c"}}));
    EXPECT_EQ(parse_target("http://host:1/p?x=1")->path, "/p");
    EXPECT_EQ(parse_target("https://host")->path, "/");
    EXPECT_EQ(parse_target("/a+b")->path, "/a+b");
    for (const auto* wrong :
         {"", "*", "a", "/%", "/%4", "/%4g", "/%00", "/%0a", "/%ff", "/?a=%c0%af", "/?%=1"})
        EXPECT_FALSE(parse_target(wrong)) << wrong;
}

TEST(Heads, MustNameOneHostAndKnownCodings) {
    const auto refused = [](std::vector<std::pair<std::string, std::string>> headers,
                            Version version = Version::http_1_1) {
        Request request;
        request.headers = std::move(headers);
        return refuse_headers(request, version).status;
    };
    EXPECT_EQ(refused({{"host", "a.gov.cn:8420"}}), 0);
    EXPECT_EQ(refused({{"host", "[::1]:80"}}), 0);
    EXPECT_EQ(refused({}), 400);
    EXPECT_EQ(refused({}, Version::http_1_0), 0);
    EXPECT_EQ(refused({{"host", "a"}, {"host", "b"}}), 400);
    EXPECT_EQ(refused({{"host", "a/b"}}), 400);
    EXPECT_EQ(refused({{"host", ""}}), 400);
    EXPECT_EQ(refused({{"host", "a"}, {"transfer-encoding", "Chunked"}}), 0);
    EXPECT_EQ(refused({{"host", "a"}, {"transfer-encoding", "gzip, chunked"}}), 501);
    EXPECT_EQ(refused({{"host", "a"}, {"transfer-encoding", "chunked"}}, Version::http_1_0), 400);
    EXPECT_EQ(refused({{"host", "a"}, {"expect", "100-Continue"}}), 0);
    EXPECT_EQ(refused({{"host", "a"}, {"expect", "a miracle"}}), 417);
}

TEST(Proxies, AreBelievedOnlyWhenTrusted) {
    const auto seen = [](std::string forwarded, std::vector<std::string> trusted) {
        Request request;
        request.remote = "10.0.0.1";
        request.headers = {{"x-forwarded-for", std::move(forwarded)},
                           {"x-forwarded-proto", "https"}};
        believe_proxy(request, trusted);
        return request.remote + (request.secure ? " secure" : "");
    };
    EXPECT_EQ(seen("6.6.6.6", {}), "10.0.0.1");
    EXPECT_EQ(seen("6.6.6.6, 192.168.3.4", {"10.0.0.1"}), "192.168.3.4 secure");
    EXPECT_EQ(seen("192.168.3.4, 10.0.0.2", {"10.0.0.1", "10.0.0.2"}), "192.168.3.4 secure");
}

TEST(Answers, ToAJsonGetCarryATagAndAreNotSentTwice) {
    auto request = request_of(Method::get, "/");
    auto first = json_response("{\"a\":1}");
    prepare(request, first);
    const auto tag = header_of(first, "ETag");
    EXPECT_TRUE(tag.starts_with("W/\"")) << tag;
    request.headers.emplace_back("if-none-match", "\"other\", " + tag);
    auto again = json_response("{\"a\":1}");
    prepare(request, again);
    EXPECT_EQ(again.status, 304);
    EXPECT_EQ(text_of(again), "");
    auto changed = json_response("{\"a\":2}");
    prepare(request, changed);
    EXPECT_EQ(changed.status, 200);
    request.method = Method::post;
    auto posted = json_response("{\"a\":1}");
    prepare(request, posted);
    EXPECT_EQ(posted.status, 200);
}

TEST(Answers, OfOneKibibyteAreCompressedWhenTheClientAccepts) {
    auto request = request_of(Method::get, "/");
    request.headers.emplace_back("accept-encoding", "br;q=1.0, gzip;q=0.8");
    auto small = json_response(std::string(1023, 'x'));
    prepare(request, small);
    EXPECT_EQ(header_of(small, "Content-Encoding"), "");
    auto large = json_response(std::string(1024, 'x'));
    prepare(request, large);
    EXPECT_EQ(header_of(large, "Content-Encoding"), "gzip");
    EXPECT_EQ(header_of(large, "Vary"), "Accept-Encoding");
    EXPECT_LT(text_of(large).size(), 100u);
    EXPECT_TRUE(accepts("*", "gzip"));
    EXPECT_FALSE(accepts("gzip;q=0", "gzip"));
    EXPECT_FALSE(accepts("gzip; q=0.0", "gzip"));
    EXPECT_FALSE(accepts("xgzip", "gzip"));
    EXPECT_FALSE(accepts("", "gzip"));
}

TEST(Answers, CarrySecurityHeadersAndNoHeaderOfTheUsers) {
    auto response = json_response("{}");
    response.with("X-Note", "a\r\nSet-Cookie: evil=1");
    const auto head = head_of(response, Framing{}, "abc", base::Instant{784111777000});
    for (const auto* part : {"HTTP/1.1 200 OK\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n",
                             "default-src 'self'", "frame-ancestors 'none'", "base-uri 'none'",
                             "form-action 'self'", "X-Content-Type-Options: nosniff",
                             "Referrer-Policy: ", "Permissions-Policy: ", "Cache-Control: no-store",
                             "X-Request-Id: abc\r\n", "Content-Length: 2\r\n"})
        EXPECT_NE(head.find(part), std::string::npos) << part;
    EXPECT_EQ(head.find("\r\nSet-Cookie"), std::string::npos);
    EXPECT_EQ(head.find("Strict-Transport-Security"), std::string::npos);
    Framing secure;
    secure.secure = true;
    EXPECT_NE(head_of(response, secure, "abc", {}).find("Strict-Transport-Security"),
              std::string::npos);
}

TEST(Counts, AreToldByRouteAndClassOfStatus) {
    Metrics metrics;
    const Route route{Method::get, "/items/{id}", open_door, says("1")};
    metrics.count(&route, 200, 0.002);
    metrics.count(&route, 404, 0.002);
    metrics.count(nullptr, 400, 0.1);
    metrics.set_connections(3);
    const auto text = metrics.text();
    for (const auto* line :
         {R"(zhenggai_http_requests_total{method="GET",route="/items/{id}",status="2xx"} 1)",
          R"(zhenggai_http_requests_total{method="GET",route="/items/{id}",status="4xx"} 1)",
          R"(zhenggai_http_requests_total{method="none",route="none",status="4xx"} 1)",
          R"(zhenggai_http_request_seconds_count{method="GET",route="/items/{id}"} 2)",
          "zhenggai_http_connections 3", "process_resident_memory_bytes "})
        EXPECT_NE(text.find(line), std::string::npos) << line << "\n" << text;
}

}  // namespace
}  // namespace http
