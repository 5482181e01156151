// An issued edition of a report: its text with the figures as they were, the rows behind each
// figure, its annexes, all under one digest and unalterable. Everything taken out of an edition is
// made of this and of nothing else. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/digest.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "drafting/document.hpp"
#include "narrative/document.hpp"
#include "narrative/figure.hpp"

namespace narrative {

using NarrativeId = base::Id<struct NarrativeTag>;
using EditionId = base::Id<struct NarrativeEditionTag>;
using base::ProgrammeId;

inline constexpr std::size_t number_chars_max = 60, issuer_chars_max = 100,
                             addressee_chars_max = 200, title_chars_max = 200;

/// What is said when it is issued.
struct Issue {
    std::string number;  // 云财党〔2026〕12号
    base::Date on;
    std::string issuer, addressee;
    std::string signer;  // 签发人
    bool operator==(const Issue&) const = default;
};

struct Edition {
    EditionId id;
    NarrativeId narrative;
    ProgrammeId programme;
    NarrativeKind kind = NarrativeKind::progress_report;
    std::int64_t number = 1;  // of the report
    std::string title;
    Issue issue;
    std::string digest;   // "sm3:…", see digest_of()
    base::Guards guards;  // of everything in it: who is not cleared for all does not see it
    std::string issued_by;
    base::Instant issued_at;
    bool operator==(const Edition&) const = default;
};

struct FrozenFigure {
    Figure figure;      // with the rows behind it
    std::string words;  // as it stands in the text
    bool operator==(const FrozenFigure&) const = default;
};
struct EditionContent {
    Edition edition;
    Document document;
    std::vector<FrozenFigure> figures;  // all there were, in the order of the list
};

/// "sm3:…" of everything that an edition says: title, issue, text, figures, rows behind them.
[[nodiscard]] std::string digest_of(const EditionContent& content,
                                    base::Algorithm algorithm = base::preferred_algorithm());
/// Whether it still says what it said when it was issued.
[[nodiscard]] bool is_sound(const EditionContent& content);

/// Refuses together: text_empty (issuer, addressee; number, but of the principal's report; signer),
/// day_lies_ahead (issued_on; args value, accepted), blanks_are_left (args count, value: the
/// first).
[[nodiscard]] base::Result<void> check(const EditionContent& wanted, base::Date today);

/// What stands differently in a part of the later edition.
struct PartDifference {
    Part part = Part::opening;
    std::string heading;
    std::vector<drafting::Line> lines;  // of what the ledger fills without what was kept
};
struct FigureDifference {
    std::string name, was, is;  // was "" : not counted before
};
struct EditionDifference {
    std::vector<PartDifference> parts;
    std::vector<FigureDifference> figures;
};
[[nodiscard]] EditionDifference differences(const EditionContent& before,
                                            const EditionContent& after);

}  // namespace narrative
