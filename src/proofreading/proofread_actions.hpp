// Proof-reading within a programme or without one: a text, a file, a paper of the house; putting
// right; leaving a finding as it is.
#pragma once

#include <filesystem>

#include "documents/making_actions.hpp"
#include "office/paper.hpp"
#include "proofreading/proofread.hpp"
#include "proofreading/read_file.hpp"
#include "proofreading/set_aside.hpp"

namespace proofreading {

using documents::Needs;
using MaybeProgramme = std::optional<base::ProgrammeId>;

struct Reading {
    MaybeProgramme programme;
    std::string format;  // "text", "paper", else as the file's
    std::string digest;
    Passages passages;
    std::vector<Finding> findings;
    SetAsides set_aside;  // of these findings
    bool may_set_aside = false;
};

/// What other modules call from their own transaction before they let a text go: `passages` read
/// with the dictionary as it is kept, against the programme as `actor` sees it, with what was set
/// aside of this text before. A step for actions; no entry in the journal.
///   read_within(transaction, {actor, today}, programme, passages_of(paper))
///   read_within(transaction, {actor, today}, programme, passages_of(lines))
struct ReaderOfTexts {
    const base::Actor& actor;
    base::Date today;
};
[[nodiscard]] Reading read_within(db::Transaction& transaction, const ReaderOfTexts& reader,
                                  const ledger::Programme& programme, Passages passages,
                                  const office::DocxLook* look = nullptr);
/// How many of its findings are open (not set aside), of one severity.
[[nodiscard]] std::size_t count_open(const Reading& reading, Severity severity);

/// A text as it was typed; without a programme only against itself and the dictionary.
struct WantedText {
    MaybeProgramme programme;
    std::string text;
    Chosen fixes;               // put right before it is read
    bool fix_all = false;       // everything that can be
    bool live_figures = false;  // as Given says
};
/// Also a text that is written here: whoever shows it saves what comes back as an edit of the
/// revision that was read. Refuses: programme_not_found, text_too_long.
[[nodiscard]] base::Result<Reading> proofread_text(const Needs& needs, const base::Actor& actor,
                                                   const WantedText& wanted);
/// A document of the house, made before. Refuses: programme_not_found.
[[nodiscard]] base::Result<Reading> proofread_paper(const Needs& needs, const base::Actor& actor,
                                                    MaybeProgramme programme,
                                                    const office::Paper& paper);

struct WantedFile {
    MaybeProgramme programme;
    std::string name;
    std::filesystem::path path;
};
/// Of a Word document only what can be put right in its runs is offered so. Refuses:
/// programme_not_found, as read_file().
[[nodiscard]] base::Result<Reading> proofread_file(const Needs& needs, const base::Actor& actor,
                                                   const WantedFile& wanted);
struct Correction {
    Chosen fixes;
    bool fix_all = false;
    office::Marks marks = office::Marks::tracked;
};
struct CorrectedFile {
    std::string bytes, name;
};
/// Refuses besides: only_word_is_corrected_in_place, nothing_to_put_right.
[[nodiscard]] base::Result<CorrectedFile> correct_file(const Needs& needs, const base::Actor& actor,
                                                       const WantedFile& wanted,
                                                       const Correction& correction);

/// Refuses: programme_not_found, as check(). An entry in the programme's journal.
[[nodiscard]] base::Result<SetAside> set_finding_aside(const Needs& needs, const base::Actor& actor,
                                                       const FindingPlace& place,
                                                       const std::string& reason);
/// Refuses: programme_not_found, only_who_works_sets_findings_aside, finding_is_not_set_aside.
[[nodiscard]] base::Result<void> take_back_set_aside(const Needs& needs, const base::Actor& actor,
                                                     const FindingPlace& place);

}  // namespace proofreading
