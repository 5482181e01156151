// Backing an installation up while it works, and putting it back on either engine.
#pragma once

#include <filesystem>

#include "base/clock.hpp"
#include "db/database.hpp"
#include "evidence/blob_folder.hpp"
#include "exchange/record_set.hpp"

namespace exchange {

struct Needs {
    db::Database& database;
    const base::Clock& clock;
    std::filesystem::path files;      // the folder of uploaded files
    std::filesystem::path temporary;  // on the same disk as the data, for what is being written
    const evidence::BlobFolder* evidence = nullptr;  // where there is any
};

/// Told what is being done and how far it is, for a progress bar: name of the part, parts done,
/// parts in all.
using Told = std::function<void(std::string_view, std::size_t, std::size_t)>;

struct BackupOptions {
    std::filesystem::path target;         // must not exist
    std::filesystem::path configuration;  // carried along when it exists
    Told told;
};

/// One consistent snapshot of every table, all files, the configuration and a manifest of digests.
/// Keys are not in it. Throws std::runtime_error when the target cannot be written; then nothing
/// stands there.
[[nodiscard]] Manifest back_up(const Needs& needs, const BackupOptions& options);

/// Reads a backup into a freshly migrated database and an empty folder of files, all in one
/// transaction. Refuses: document_not_found, backup_not_readable, backup_of_a_newer_program (args
/// backup, program), installation_is_not_empty, backup_part_missing, backup_part_damaged (also when
/// a digest differs), backup_line_broken.
[[nodiscard]] base::Result<Manifest> restore(const Needs& needs,
                                             const std::filesystem::path& source, const Told& told);

/// The digest of every table as it stands: equal on two engines exactly when they hold the same.
[[nodiscard]] std::vector<Part> digests_of(const Needs& needs);

}  // namespace exchange
