// Looking after the stored files as a whole: whether all that is referred to is there and whole,
// and taking away what nothing refers to.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/instant.hpp"
#include "db/database.hpp"
#include "evidence/blob.hpp"

namespace evidence {

/// Removes files that no row speaks of and that were kept more than a day before `now`: uploads
/// that were refused at the last moment, or whose run was killed. Returns how many.
std::int64_t remove_orphans(db::Database& database, const BlobStore& files, base::Instant now);

struct FileCheck {
    std::int64_t files = 0;
    std::vector<std::string> missing,
        changed;  // their digests; one that cannot be opened is changed
    [[nodiscard]] bool sound() const { return missing.empty() && changed.empty(); }
};
/// Reads every file that a row speaks of and compares it with its digest.
[[nodiscard]] FileCheck check_files(db::Database& database, const BlobStore& files);

}  // namespace evidence
