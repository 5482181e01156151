#include "calendar/calendar_routes.hpp"

#include <charconv>
#include <optional>

#include "calendar/calendar_json.hpp"

namespace calendar {
namespace {

std::optional<int> year_of(const http::Request& request) {
    const auto text = request.parameter("year");
    int year = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), year);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
    return year >= year_min && year <= year_max ? std::optional(year) : std::nullopt;
}

http::Response no_such_year() {
    return http::error_response(
        base::refuse(base::ErrorKind::not_found, "year_out_of_range", "year",
                     {{"accepted", std::to_string(year_min) + "–" + std::to_string(year_max)}}));
}

http::Response get_year(Needs needs, const http::Request& request) {
    const auto year = year_of(request);
    if (!year) return no_such_year();
    return http::json_response(to_json(show_year(needs, *year)));
}

http::Response put_year(Needs needs, const http::Request& request) {
    const auto year = year_of(request);
    if (!year) return no_such_year();
    const auto wanted = read_year(request.body);
    if (!wanted) return http::error_response(wanted.error());
    if (wanted->year != *year)
        return http::error_response(base::refuse(base::ErrorKind::invalid,
                                                 "year_is_not_the_address", "year",
                                                 {{"value", std::to_string(wanted->year)}}));
    return http::respond(replace_year(needs, *wanted, request.who()),
                         [](const CalendarYear& after) { return to_json(after); });
}

}  // namespace

std::vector<http::Route> routes(Needs needs) {
    const auto get = [needs](const http::Request& request) { return get_year(needs, request); };
    const auto put = [needs](const http::Request& request) { return put_year(needs, request); };
    return {
        {http::Method::get, "/api/v1/calendar/{year}", http::signed_in, get},
        {http::Method::put, "/api/v1/calendar/{year}", base::Act::manage_calendar, put},
    };
}

}  // namespace calendar
