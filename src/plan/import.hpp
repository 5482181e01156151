// An import: one document on its way into one programme's ledger. Read, corrected, checked,
// confirmed, and undone as long as nobody worked on what it made. Pure.
#pragma once

#include <string>

#include "ledger/programme.hpp"
#include "plan/draft.hpp"

namespace plan {

using ImportId = base::Id<struct ImportTag>;

enum class ImportState { read, confirmed, undone };

[[nodiscard]] std::string_view name_of(ImportState state);
[[nodiscard]] std::optional<ImportState> import_state_of(std::string_view name);

struct Import {
    ImportId id;
    ledger::ProgrammeId programme;
    std::string file_name;
    std::string digest;  // of the file; its name in the folder of files
    std::string kind, title;
    std::string mark;  // of secrecy, as the document prints it; "" when it bears none
    ImportState state = ImportState::read;
    base::Instant uploaded_at;
    std::string by;
    std::int64_t version = 1;
    bool operator==(const Import&) const = default;
};

/// Refuses: only_the_office_imports, import_is_confirmed_already (a confirmed or undone one is not
/// edited).
[[nodiscard]] base::Result<void> may_edit(const Import& import, const base::Actor& actor);
/// Refuses: only_the_office_imports, import_is_confirmed_already, then the first fault of the
/// draft.
[[nodiscard]] base::Result<Import> confirm(const Import& before, const Draft& draft,
                                           const base::Actor& actor);
/// `touched` rows were worked on since. Refuses: only_the_office_imports, import_is_not_confirmed,
/// batch_was_worked_on (args: count).
[[nodiscard]] base::Result<Import> undo(const Import& before, std::int64_t touched,
                                        const base::Actor& actor);

/// What a document's words about how far things are mean for a measure: 已完成 done, 长期坚持
/// long_term … Nothing where the words say nothing.
[[nodiscard]] std::optional<std::string_view> measure_status_in_words(std::string_view words);
/// True when the words say that a problem was struck off: 已销号.
[[nodiscard]] bool says_struck_off(std::string_view words);

}  // namespace plan
