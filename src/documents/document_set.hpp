// A set of documents that somebody chose to have made together (the papers of a month's end), kept
// under a name: for oneself, or by the office for everybody who sees the programme. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/instant.hpp"
#include "base/result.hpp"
#include "documents/document.hpp"

namespace documents {

using DocumentSetId = base::Id<struct DocumentSetTag>;
inline constexpr std::size_t document_sets_max = 50, set_name_chars_max = 30;

/// For which days the notices, minutes and slips of a set are taken, counted from a day in it.
enum class SetPeriod { week, month };
[[nodiscard]] std::string_view name_of(SetPeriod period);
[[nodiscard]] std::optional<SetPeriod> set_period_of(std::string_view name);

/// What is made.
struct SetChoice {
    std::vector<DocumentKind> kinds;  // each once, in the order of the kinds
    SetPeriod period = SetPeriod::month;
    bool as_pdf = false;     // else as Word
    bool workbooks = false;  // tables as Excel beside it
    bool operator==(const SetChoice&) const = default;
};
/// Each once and in order. Refuses: document_set_is_empty (kinds), document_is_not_for_sets (kinds,
/// args value).
[[nodiscard]] base::Result<std::vector<DocumentKind>> kinds_in_order(
    const std::vector<DocumentKind>& kinds);

struct DocumentSet {
    DocumentSetId id;
    std::string name;
    SetChoice choice;
    bool shared = false;
    base::AccountId owner;
    std::string by;
    base::Instant at;
    bool operator==(const DocumentSet&) const = default;
};

/// Whether the actor may keep or drop one: their own always, shared ones only who keeps the ledger.
/// Refuses only_the_office_edits.
[[nodiscard]] std::optional<base::Error> why_not_keep(const DocumentSet& one,
                                                      const base::Actor& actor);
/// What is kept then, among those the actor sees: one of the same name, own or shared as this one,
/// is replaced where it stands, with its id. Refuses: as why_not_keep(), kinds_in_order(),
/// too_many_document_sets.
[[nodiscard]] base::Result<DocumentSet> keep(const DocumentSet& wanted,
                                             const std::vector<DocumentSet>& seen,
                                             const base::Actor& actor);

}  // namespace documents
