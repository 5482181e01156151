// Bringing everything that is stored into the form it should have: sealed under the newest key, or
// open again. In small transactions, so that people work on meanwhile; broken off at any point it
// is simply begun anew.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "db/database.hpp"
#include "evidence/blob_folder.hpp"
#include "journal/journal.hpp"
#include "ledger/sealed_rows_store.hpp"
#include "sealing/sealing_store.hpp"

namespace sealing {

/// All of it must outlive the act. Requires that the database has a sealer, the evidence the same.
struct Needs {
    db::Database& database;
    const base::Clock& clock;
    const journal::Journal& journal;
    const evidence::BlobStore& evidence;
    std::filesystem::path files;  // the folder of uploaded documents
};

struct Outcome {
    std::int64_t texts = 0, files = 0;  // that changed their form
    std::vector<std::string> broken;    // cannot be opened: left as they are
    std::string not_written_anew;       // why what was overwritten may be left in the database
};
/// Told how many rows and files were looked at so far.
using Told = std::function<void(std::int64_t)>;

/// Everything, until nothing is left to do, with an entry in the journal of the installation
/// (`act`). Whole only when nothing was broken; the state says so. Throws what databases and disks
/// throw; what was done stays done. Somebody who reads all the while may keep the database from
/// being written anew at the end.
[[nodiscard]] Outcome seal_everything(const Needs& needs, const base::Actor& actor,
                                      std::string_view act, ledger::SealingAim aim,
                                      const Told& told = {});

/// What the state says of an installation with these keys; `sealer` null: none was given. Refuses:
/// sealed_but_no_key, sealed_under_another_key.
[[nodiscard]] base::Result<State> check_sealing(db::Database& database, const base::Sealer* sealer);
/// Notes that something is sealed from now on, or no more, before it can happen.
void note_sealing(db::Database& database, const base::Clock& clock);

}  // namespace sealing
