#include "base/error.hpp"

#include <iterator>

namespace base {

Error refuse(ErrorKind kind, std::string_view code, std::string_view field,
             std::vector<std::pair<std::string, std::string>> args) {
    return Error{kind, std::string(code), std::string(field), std::move(args), {}};
}

std::optional<Error> together(std::vector<Error> faults) {
    if (faults.empty()) return std::nullopt;
    Error first = std::move(faults.front());
    first.also.assign(std::make_move_iterator(faults.begin() + 1),
                      std::make_move_iterator(faults.end()));
    return first;
}

std::string_view name_of(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::invalid: return "invalid";
        case ErrorKind::unauthenticated: return "unauthenticated";
        case ErrorKind::forbidden: return "forbidden";
        case ErrorKind::not_found: return "not_found";
        case ErrorKind::conflict: return "conflict";
        case ErrorKind::illegal_transition: return "illegal_transition";
        case ErrorKind::too_large: return "too_large";
        case ErrorKind::unsupported: return "unsupported";
        case ErrorKind::too_many_requests: return "too_many_requests";
        case ErrorKind::unavailable: return "unavailable";
    }
    return "invalid";
}

}  // namespace base
