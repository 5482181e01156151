// Taking the journal out: as a table, or signed so that an outsider can check it. Every export is
// an entry of the installation's chain.
#pragma once

#include "audit/entry.hpp"
#include "audit/needs.hpp"

namespace audit {

enum class Form { table, signed_package };

struct JournalFile {
    std::filesystem::path file;  // the caller deletes it
    std::string name;            // for the download, in Chinese
};

/// Everything that fits the query, newest first, in bounded memory. The entry of the export itself
/// comes after what is in it. Refuses: as check(); too_many_entries (args max).
[[nodiscard]] base::Result<JournalFile> export_journal(const Needs& needs, const base::Actor& actor,
                                                       const EntryQuery& query, Form form);

}  // namespace audit
