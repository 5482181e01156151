// All endpoints of statements and criticisms. Who may do what is decided by what each person is to
// the meeting, so that the doors only ask for reading the ledger.
#pragma once

#include "documents/making_actions.hpp"
#include "http/http.hpp"
#include "statements/copy_actions.hpp"

namespace statements {

/// What `needs` refers to must outlive the routes; `others`: texts of other modules that statements
/// are compared with.
[[nodiscard]] std::vector<http::Route> routes(const documents::Needs& needs,
                                              std::span<const ComparedTable> others = {});

}  // namespace statements
