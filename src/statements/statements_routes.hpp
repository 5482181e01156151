// All endpoints of statements and criticisms. Who may do what is decided by what each person is to
// the meeting, so that the doors only ask for reading the ledger.
#pragma once

#include "documents/making_actions.hpp"
#include "http/http.hpp"
#include "statements/copy_actions.hpp"

namespace statements {

/// What statements are compared with, beside each other, reports and plans.
struct ComparedElsewhere {
    std::span<const ComparedTable> tables = {};  // of modules that stand beside this one
    const evidence::BlobStore* files = nullptr;  // of templates
};
/// What `needs` and `elsewhere` refer to must outlive the routes.
[[nodiscard]] std::vector<http::Route> routes(const documents::Needs& needs,
                                              const ComparedElsewhere& elsewhere = {});

}  // namespace statements
