#include "http/http.hpp"

#include <algorithm>

#include "base/json_writer.hpp"
#include "base/percent.hpp"
#include "base/utf8.hpp"

namespace http {
namespace {

std::string_view value_in(const std::vector<std::pair<std::string, std::string>>& pairs,
                          std::string_view name) {
    const auto found = std::find_if(pairs.begin(), pairs.end(),
                                    [&](const auto& pair) { return pair.first == name; });
    return found == pairs.end() ? std::string_view() : std::string_view(found->second);
}

std::string_view without_spaces(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

void write_error(base::JsonWriter& json, const base::Error& error) {
    json.begin_object().field("code", error.code).field("field", error.field);
    json.key("args").begin_object();
    for (const auto& [name, value] : error.args) json.field(name, value);
    json.end_object();
    json.key("also").begin_array();
    for (const auto& other : error.also) write_error(json, other);
    json.end_array().end_object();
}

// For clients that do not know filename*: the ending is worth keeping, the rest becomes "_".
std::string ascii_name(std::string_view name) {
    std::string out;
    for (const auto c : name) {
        if (base::stands_for_itself(c))
            out += c;
        else if (out.empty() || out.back() != '_')
            out += '_';
    }
    return out;
}

}  // namespace

std::string_view name_of(Method method) {
    switch (method) {
        case Method::get: return "GET";
        case Method::head: return "HEAD";
        case Method::post: return "POST";
        case Method::put: return "PUT";
        case Method::patch: return "PATCH";
        case Method::del: return "DELETE";
    }
    return "GET";
}

std::string_view Request::header(std::string_view name) const {
    return value_in(headers, name);
}
std::string_view Request::query_value(std::string_view name) const {
    return value_in(query, name);
}

std::string_view Request::parameter(std::string_view name) const {
    const auto found = parameters.find(name);
    return found == parameters.end() ? std::string_view() : std::string_view(found->second);
}

std::string_view Request::cookie(std::string_view name) const {
    for (const auto& [header, value] : headers) {
        if (header != "cookie") continue;
        std::string_view rest = value;
        while (!rest.empty()) {
            const auto end = std::min(rest.find(';'), rest.size());
            const auto one = without_spaces(rest.substr(0, end));
            const auto equals = one.find('=');
            if (equals != one.npos && one.substr(0, equals) == name) return one.substr(equals + 1);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return {};
}

base::Error unfit_in_query(std::string_view code, std::string_view name, std::string_view given) {
    return base::refuse(base::ErrorKind::invalid, code, name,
                        {{"value", std::string(base::first_chars(given, 40))}});
}

base::Result<std::optional<base::Date>> day_in_query(const Request& request,
                                                     std::string_view name) {
    const auto given = request.query_value(name);
    if (given.empty()) return std::optional<base::Date>();
    if (const auto day = base::parse_date(given)) return std::optional(*day);
    return unfit_in_query("expected_date", name, given);
}

Response& Response::with(std::string_view name, std::string_view value) {
    headers.emplace_back(name, value);
    return *this;
}

Response json_response(std::string body, int status) {
    Response response{status, {}, std::move(body)};
    response.with("Content-Type", "application/json; charset=utf-8");
    return response;
}

Response no_content() {
    return Response{204, {}, std::string()};
}

Response download(FileBody file, std::string_view content_type, std::string_view name) {
    Response response{200, {}, std::move(file)};
    response.with("Content-Type", content_type);
    response.with("Content-Disposition", "attachment; filename=\"" + ascii_name(name) +
                                             "\"; filename*=UTF-8''" + base::percent_encoded(name));
    return response;
}

Response error_response(const base::Error& error) {
    base::JsonWriter json;
    write_error(json, error);
    auto response = json_response(json.take(), status_of(error));
    for (const auto& [name, value] : error.args)
        if (error.kind == base::ErrorKind::too_many_requests && name == "seconds")
            response.with("Retry-After", value);
    return response;
}

int status_of(const base::Error& error) {
    switch (error.kind) {
        case base::ErrorKind::invalid: return 422;
        case base::ErrorKind::unauthenticated: return 401;
        case base::ErrorKind::forbidden: return 403;
        case base::ErrorKind::not_found: return 404;
        case base::ErrorKind::conflict: return 409;
        case base::ErrorKind::illegal_transition: return 409;
        case base::ErrorKind::too_large: return 413;
        case base::ErrorKind::unsupported: return 415;
        case base::ErrorKind::too_many_requests: return 429;
        case base::ErrorKind::unavailable: return 503;
    }
    return 500;
}

}  // namespace http
