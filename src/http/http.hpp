// Requests, responses and routes as plain structs: no socket, no Asio, no Beast, so that a handler
// is tested by calling it. Knows bytes, limits and that there are doors; knows no module's noun.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/actor.hpp"
#include "base/instant.hpp"
#include "base/limits.hpp"
#include "base/result.hpp"

namespace http {

enum class Method { get, head, post, put, patch, del };

[[nodiscard]] std::string_view name_of(Method method);  // "GET" …

struct Request {
    Method method = Method::get;
    std::string path;                                          // decoded, without the query
    std::vector<std::pair<std::string, std::string>> query;    // decoded, in order
    std::vector<std::pair<std::string, std::string>> headers;  // names in lower case
    std::string body;                                          // empty when body_file is set
    std::filesystem::path body_file;  // a large body, deleted after the answer
    std::uint64_t body_bytes = 0;
    std::string remote;   // address of the client
    std::string id;       // request id, also in the log
    bool secure = false;  // came by TLS, perhaps to a trusted proxy
    std::map<std::string, std::string, std::less<>> parameters;  // from the route's {braces}
    std::optional<base::Actor> actor;  // set by the router from the session

    [[nodiscard]] std::string_view header(std::string_view name) const;       // "" when absent
    [[nodiscard]] std::string_view query_value(std::string_view name) const;  // "" when absent
    [[nodiscard]] std::string_view parameter(std::string_view name) const;    // {id} of the path
    [[nodiscard]] std::string_view cookie(std::string_view name) const;
    /// The actor of a route behind a door.
    [[nodiscard]] const base::Actor& who() const { return *actor; }
};

/// Refuses what stands in the query under that name, quoting how it begins (args value).
[[nodiscard]] base::Error unfit_in_query(std::string_view code, std::string_view name,
                                         std::string_view given);
/// "2024-06-30" of the query, nothing when absent. Refuses: expected_date (field, value).
[[nodiscard]] base::Result<std::optional<base::Date>> day_in_query(const Request& request,
                                                                   std::string_view name);

/// What follows the head. A file is streamed and, when `temporary`, deleted afterwards.
struct FileBody {
    std::filesystem::path path;
    bool temporary = false;
};
/// Bytes made while they are sent: returns the next piece, "" at the end. Called on a worker
/// thread.
using StreamBody = std::function<std::string()>;
/// The same where it is known how many they will be; fewer end the connection.
struct SizedBody {
    std::uint64_t bytes = 0;
    StreamBody next;
};
/// Bytes that live as long as the program (embedded pages), perhaps already compressed.
struct StaticBody {
    std::string_view bytes;
};

/// An answer that goes on until one side ends it (server-sent events). Holds no worker: `next` is
/// called on the socket thread, first at once and then after each `pause`, and must not block. What
/// it gives is sent before it is asked again, so a slow reader holds one piece and no queue;
/// nullopt ends the answer. Always the last on its connection.
struct LiveBody {
    std::function<std::optional<std::string>()> next;
    std::chrono::milliseconds pause{1000};
};

struct Response {
    int status = 200;
    std::vector<std::pair<std::string, std::string>> headers;
    std::variant<std::string, FileBody, StreamBody, SizedBody, StaticBody, LiveBody> body;

    Response& with(std::string_view name, std::string_view value);
};

[[nodiscard]] Response json_response(std::string body, int status = 200);
[[nodiscard]] Response no_content();
/// "attachment" with an ASCII fallback and the UTF-8 name (RFC 6266).
[[nodiscard]] Response download(FileBody file, std::string_view content_type,
                                std::string_view name);
/// {"code","field","args","also"} with the status of the error's kind; 429 with Retry-After when
/// args say in how many seconds.
[[nodiscard]] Response error_response(const base::Error& error);
[[nodiscard]] int status_of(const base::Error& error);

/// A Result through a writer: `respond(result, [](const Measure& m) { return to_json(m); })`.
template <class T, class Write>
Response respond(const base::Result<T>& result, Write write, int status = 200) {
    return result ? json_response(write(*result), status) : error_response(result.error());
}
/// A result without content: 204.
template <class T>
Response respond(const base::Result<T>& result) {
    return result ? no_content() : error_response(result.error());
}

/// Who may pass before the handler runs: anybody, anybody signed in, or who may do one of these
/// acts.
struct Door {
    enum class Kind { open, signed_in, act };
    Kind kind = Kind::signed_in;
    base::Acts acts;
    Door(base::Act needed) : kind(Kind::act), acts{needed} {}
    Door(base::Acts any_of) : kind(Kind::act), acts(any_of) {}
    explicit Door(Kind k) : kind(k) {}
};
inline const Door open_door{Door::Kind::open};
inline const Door signed_in{Door::Kind::signed_in};

using Handler = std::function<Response(const Request&)>;

/// One line of the visible table. `path` may contain {names}, each matching one segment, and may
/// end in "*", which matches whatever remains and gives way to every other route.
struct Route {
    Method method;
    std::string_view path;  // must outlive the router
    Door door;
    Handler handler;
    std::uint64_t body_bytes_max = base::limits::json_body_bytes_max;
    bool body_to_file = false;  // stream the body to a temporary file
};

/// Finds the actor of a request, or nobody; refuses a bad CSRF token or an expired session.
using Authenticate = std::function<base::Result<std::optional<base::Actor>>(const Request&)>;

/// What an exception means to the one who asked; nullopt for "an error of ours" (500). Lets app
/// name the exceptions of modules that http may not include (a full disk) without telling http
/// about them.
using Explain = std::function<std::optional<base::Error>(const std::exception&)>;

/// Paths and verbs to handlers. Immutable after construction; safe from any thread.
class Router {
  public:
    /// Throws std::logic_error when two routes say the same.
    Router(std::vector<Route> routes, Authenticate authenticate, Explain explain = {});

    /// nullptr with 404 or 405 (and Allow) answered by dispatch(). The server asks before it reads
    /// a body. HEAD finds the GET route.
    [[nodiscard]] const Route* find(Method method, std::string_view path) const;
    /// 404, 405, 401, 403, then the handler; an exception is logged with the request id and
    /// answered 500 (503 storage_full when the disk is full) without detail.
    [[nodiscard]] Response dispatch(Request& request) const;
    /// The first half of dispatch(): 404, 405, 401, 403, or nullopt and the actor and parameters
    /// set. So that nobody who may not pass can send a large body.
    [[nodiscard]] std::optional<Response> refuse_at_door(Request& request) const;
    /// The second half, for a request that refuse_at_door() let pass.
    [[nodiscard]] Response handle(const Request& request) const;
    /// Logs what went wrong with the request id and answers without detail: what `explain` says, or
    /// 500.
    [[nodiscard]] Response failed(const Request& request, const std::exception& exception) const;
    [[nodiscard]] const std::vector<Route>& routes() const { return routes_; }

  private:
    using Segments = std::vector<std::string_view>;
    [[nodiscard]] const Route* find(Method method, const Segments& path, std::string& allow) const;
    [[nodiscard]] std::optional<Response> refuse_actor(Request& request, const Door& door) const;

    std::vector<Route> routes_;       // the most specific first
    std::vector<Segments> patterns_;  // of each route
    Authenticate authenticate_;
    Explain explain_;
};

}  // namespace http
