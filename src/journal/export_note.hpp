// That something was taken out of the installation as a file: who, by which filter, how many rows,
// in what form. The one place that says what an export writes down.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "journal/journal.hpp"

namespace journal {

struct ExportNote {
    std::string form;               // "xlsx", "csv", "signed", "zip"
    std::string filter;             // in Chinese words, "" for everything
    std::int64_t rows = 0;          // as many as the file holds
    std::int64_t guarded_rows = 0;  // of them, those that only some may see
    std::string target;             // the file's name where it was chosen by a command
};

/// The facts of the entry, in a fixed order; what says nothing is left out.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> facts_of(const ExportNote& note);

/// Appends the entry to the installation's chain; in a programme's chain use facts_of() with what
/// else is noted there. `act`: "export_journal", "back_up" …
void note_export(const Journal& journal, db::Transaction& transaction, const base::Actor& actor,
                 base::Instant at, std::string_view act, const ExportNote& note);

}  // namespace journal
