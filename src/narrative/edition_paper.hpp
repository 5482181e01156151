// A report as an official document by GB/T 9704: the text with its levels, signature and day, each
// annex on its own pages; or one of its annexes alone. Pure.
#pragma once

#include "narrative/edition.hpp"
#include "office/paper.hpp"

namespace narrative {

/// Before it is issued number, signer and day are empty, and no head is printed.
struct PaperSource {
    NarrativeKind kind = NarrativeKind::progress_report;
    std::string title, principal;
    const Document& document;
    std::optional<Issue> issue = {};
};
[[nodiscard]] office::Paper narrative_paper(const PaperSource& source);
/// `part` is an annex of the document; nothing where it has no such part.
[[nodiscard]] std::optional<office::Paper> annex_paper(const PaperSource& source, Part part);

}  // namespace narrative
