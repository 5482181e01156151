// The way from a path and a verb to a handler, past the door. The only place that catches what a
// handler throws.
#include <algorithm>
#include <cassert>
#include <exception>
#include <numeric>
#include <stdexcept>

#include "base/log.hpp"
#include "http/http.hpp"

namespace http {
namespace {

using Segments = std::vector<std::string_view>;

constexpr std::string_view rest_of_path = "*";

Segments split(std::string_view path) {
    Segments segments;
    if (path.starts_with('/')) path.remove_prefix(1);
    for (;;) {
        const auto slash = path.find('/');
        segments.push_back(path.substr(0, slash));
        if (slash == path.npos) return segments;
        path.remove_prefix(slash + 1);
    }
}

bool is_parameter(std::string_view segment) {
    return segment.starts_with('{');
}

bool matches(const Segments& pattern, const Segments& path) {
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == rest_of_path) return true;
        if (i >= path.size()) return false;
        if (is_parameter(pattern[i]) ? path[i].empty() : pattern[i] != path[i]) return false;
    }
    return pattern.size() == path.size();
}

// Literal segments before parameters before "*".
std::string rank(std::string_view path) {
    std::string order;
    for (const auto segment : split(path)) {
        order += segment == rest_of_path ? '2' : is_parameter(segment) ? '1' : '0';
        if (order.back() == '0') order.append(segment).append("/");
    }
    return order;
}

bool takes(const Route& route, Method asked) {
    return route.method == asked || (route.method == Method::get && asked == Method::head);
}

void allow_also(std::string& allow, const Route& route) {
    if (!allow.empty()) allow += ", ";
    allow += name_of(route.method);
    if (route.method == Method::get) allow += ", HEAD";
}

Response not_found() {
    return error_response(refuse(base::ErrorKind::not_found, "nothing_at_this_address"));
}

Response wrong_method(std::string_view allow) {
    auto response = error_response(refuse(base::ErrorKind::invalid, "method_not_allowed", {},
                                          {{"allowed", std::string(allow)}}));
    response.status = 405;
    response.with("Allow", allow);
    return response;
}

}  // namespace

Router::Router(std::vector<Route> routes, Authenticate authenticate, Explain explain)
    : routes_(std::move(routes)),
      authenticate_(std::move(authenticate)),
      explain_(std::move(explain)) {
    std::stable_sort(routes_.begin(), routes_.end(),
                     [](const Route& a, const Route& b) { return rank(a.path) < rank(b.path); });
    for (const auto& route : routes_) patterns_.push_back(split(route.path));
    for (std::size_t i = 1; i < routes_.size(); ++i)
        for (auto j = i; j-- > 0 && rank(routes_[j].path) == rank(routes_[i].path);)
            if (routes_[j].method == routes_[i].method)
                throw std::logic_error("two routes for " + std::string(routes_[i].path));
}

const Route* Router::find(Method method, const Segments& path, std::string& allow) const {
    for (std::size_t i = 0; i < routes_.size(); ++i) {
        if (!matches(patterns_[i], path)) continue;
        const bool fallback = patterns_[i].back() == rest_of_path;
        if (fallback && !allow.empty()) return nullptr;
        if (takes(routes_[i], method)) return &routes_[i];
        if (!fallback) allow_also(allow, routes_[i]);
    }
    return nullptr;
}

const Route* Router::find(Method method, std::string_view path) const {
    std::string allow;
    return find(method, split(path), allow);
}

std::optional<Response> Router::refuse_at_door(Request& request) const {
    const auto path = split(request.path);
    std::string allow;
    const auto* route = find(request.method, path, allow);
    if (route == nullptr) return allow.empty() ? not_found() : wrong_method(allow);
    const auto& pattern = patterns_[static_cast<std::size_t>(route - routes_.data())];
    for (std::size_t i = 0; i < pattern.size(); ++i)
        if (is_parameter(pattern[i]))
            request.parameters.emplace(pattern[i].substr(1, pattern[i].size() - 2), path[i]);
    if (route->door.kind == Door::Kind::open) return std::nullopt;
    try {
        return refuse_actor(request, route->door);
    } catch (const std::exception& exception) {
        return failed(request, exception);
    }
}

std::optional<Response> Router::refuse_actor(Request& request, const Door& door) const {
    auto actor = authenticate_(request);
    if (!actor) return error_response(actor.error());
    if (!*actor) return error_response(refuse(base::ErrorKind::unauthenticated, "sign_in_first"));
    request.actor = std::move(*actor);
    if (door.kind == Door::Kind::act && !request.actor->acts.has_any(door.acts))
        return error_response(refuse(base::ErrorKind::forbidden, "role_does_not_allow_this"));
    return std::nullopt;
}

Response Router::handle(const Request& request) const {
    const auto* route = find(request.method, request.path);
    assert(route != nullptr);
    try {
        return route->handler(request);
    } catch (const std::exception& exception) {
        return failed(request, exception);
    } catch (...) {
        return failed(request, std::runtime_error("something that is no std::exception"));
    }
}

Response Router::dispatch(Request& request) const {
    auto refused = refuse_at_door(request);
    return refused ? std::move(*refused) : handle(request);
}

Response Router::failed(const Request& request, const std::exception& exception) const {
    base::log(base::LogLevel::error, "request_failed",
              {{"id", request.id},
               {"method", name_of(request.method)},
               {"path", std::string_view(request.path)},
               {"what", std::string_view(exception.what())}});
    if (explain_)
        if (const auto error = explain_(exception)) return error_response(*error);
    auto response = error_response(
        refuse(base::ErrorKind::unavailable, "internal_error", {}, {{"request", request.id}}));
    response.status = 500;
    return response;
}

}  // namespace http
