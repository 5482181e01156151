// What the actions of this module need: references to what app made once. All of them outlive the
// routes.
#pragma once

#include <filesystem>

#include "base/clock.hpp"
#include "base/random.hpp"
#include "db/database.hpp"
#include "journal/journal.hpp"
#include "journal/signing_key.hpp"

namespace audit {

class IntegrityRun;

struct Needs {
    db::Database& database;
    const base::Clock& clock;
    base::Random& random;
    const journal::Journal& journal;
    const journal::SigningKey& signing;
    IntegrityRun& integrity;
    std::filesystem::path temporary;  // where an export is written before it is sent
};

}  // namespace audit
