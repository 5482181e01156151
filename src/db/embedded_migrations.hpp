// What the build puts into the program from migrations/; written by cmake/embed_migrations.cmake.
#pragma once

#include <span>
#include <string_view>

namespace db {

struct MigrationFile {
    std::string_view name;  // "0001_journal.sqlite.sql"
    std::string_view text;
};

[[nodiscard]] std::span<const MigrationFile> migration_files();

}  // namespace db
