// What a refusal is: an input or a state that says no. Broken surroundings (database gone, disk
// full) are exceptions instead, and impossible states are assertions.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace base {

/// What kind of no; http::status_of maps each to exactly one status. A closed set.
enum class ErrorKind {
    invalid,             // 422: the message is not well formed or a value is not acceptable
    unauthenticated,     // 401: nobody is signed in
    forbidden,           // 403: this person may not do this
    not_found,           // 404
    conflict,            // 409: somebody else changed it, or the same id has other content
    illegal_transition,  // 409: the state does not allow it
    too_large,           // 413
    unsupported,         // 415: a format that cannot be read
    too_many_requests,   // 429
    unavailable,         // 503: a needed outside program or space is missing
};

/// A named refusal. `code` is the name of the rule it defends; its Chinese sentence stands in
/// contract/messages.zh-CN.json, where `{name}` is replaced from `args`.
struct Error {
    ErrorKind kind = ErrorKind::invalid;
    std::string code;
    std::string field;                                      // "" when no field is at fault
    std::vector<std::pair<std::string, std::string>> args;  // line, column, value, accepted …
    std::vector<Error> also;                                // further form errors, in field order

    bool operator==(const Error&) const = default;
};

/// Shorthand for the flat lists of refusals: `return refuse(ErrorKind::forbidden,
/// "only_reviewers_approve");`
[[nodiscard]] Error refuse(ErrorKind kind, std::string_view code, std::string_view field = {},
                           std::vector<std::pair<std::string, std::string>> args = {});

/// One refusal for all faults of a form: the first carries the others. Nothing when there is none.
[[nodiscard]] std::optional<Error> together(std::vector<Error> faults);

/// The snake_case name of the kind, as it stands in logs and JSON.
[[nodiscard]] std::string_view name_of(ErrorKind kind);

}  // namespace base
