// A plan as a document: sections of blocks, the written ones from their wording, the live ones from
// the ledger and the phases. The same structure is shown, printed, frozen and compared; whoever
// writes files of it needs nothing else. Pure.
#pragma once

#include <string>
#include <vector>

#include "bodies/body.hpp"
#include "drafting/outline.hpp"
#include "ledger/phase.hpp"
#include "ledger/problem.hpp"

namespace drafting {

/// A written part as it stands.
struct Section {
    Part part = Part::requirements;
    std::string heading;
    std::int64_t revision = 1;  // which of its wordings holds
    std::string text;           // a paragraph a line; "" of a live part
    base::Instant at;
    std::string by;
    bool operator==(const Section&) const = default;
};

/// What is left in any of them, see outline.hpp.
[[nodiscard]] std::vector<Placeholder> placeholders_in(const std::vector<Section>& sections);

enum class BlockKind {
    paragraph,
    area,     // heading of an area: （一）…
    problem,  // first line: the problem; then manifestations and goal, a line each
    measure,  // first line: the measure; then who answers and by when
    phase,    // first line: name and days; then what it is for
    head,     // of a table: cells
    row,      // of a table: cells
};
[[nodiscard]] std::string_view name_of(BlockKind kind);
[[nodiscard]] std::optional<BlockKind> block_kind_of(std::string_view name);

struct Block {
    BlockKind kind = BlockKind::paragraph;
    std::string text;     // of a table: the cells, see cells_of()
    std::string row;      // id of the problem, measure or phase that it shows
    base::Guards guards;  // of that row
    bool operator==(const Block&) const = default;
};
[[nodiscard]] std::string text_of_cells(const std::vector<std::string>& cells);
[[nodiscard]] std::vector<std::string> cells_of(const Block& block);

struct DocumentSection {
    Part part = Part::requirements;
    std::string heading;
    std::vector<Block> blocks;
    bool operator==(const DocumentSection&) const = default;
};
using Document = std::vector<DocumentSection>;

/// The ledger as far as somebody sees it, in its order.
struct PlannedMeasure {
    std::string id, label, text;
    ledger::Responsibility responsibility;  // own, else the problem's
    ledger::Deadline deadline;              // own, else the problem's
    base::Guards guards;
};
struct PlannedProblem {
    std::string id, label, text, goal;
    std::vector<std::string> manifestations;
    ledger::Responsibility responsibility;
    base::Guards guards;
    std::vector<PlannedMeasure> measures;
};
struct PlannedArea {
    std::string heading;  // "" where the ledger has no areas
    std::vector<PlannedProblem> problems;
};
struct LiveParts {
    std::vector<PlannedArea> areas;
    std::vector<ledger::Phase> phases;
    std::vector<bodies::Body> bodies;  // as they stand, with those who serve on the day
};

/// The sections in the order of the outline; where nothing is there to show, a live one says so.
/// The bodies stand behind what is written of them.
[[nodiscard]] Document compose(const std::vector<Section>& sections, const LiveParts& live);
/// Without the blocks of rows that the scope is not cleared for.
[[nodiscard]] Document seen_within(Document document, const base::Scope& scope);
/// "sm3:…" of everything that the document says.
[[nodiscard]] std::string digest_of(const Document& document);

enum class LineChange { kept, added, removed };
[[nodiscard]] std::string_view name_of(LineChange change);
struct Line {
    LineChange change = LineChange::kept;
    std::string text;
    bool operator==(const Line&) const = default;
};
/// One text against another, line by line; as few lines change as can be. Where there are too many
/// lines to tell, all of them do.
[[nodiscard]] std::vector<Line> line_difference(std::string_view before, std::string_view after);

enum class WhatChanged { added, removed, changed };
[[nodiscard]] std::string_view name_of(WhatChanged what);
struct Difference {
    Part part = Part::requirements;
    BlockKind kind = BlockKind::paragraph;  // paragraph: the wording of the whole part
    WhatChanged what = WhatChanged::changed;
    std::string row;
    std::string before, after;
    bool operator==(const Difference&) const = default;
};
/// In the order of `after`, what was removed at the end of its part. Rows are told apart by their
/// ids, so that one that moved is none; the table of the ledger repeats them and is left out.
[[nodiscard]] std::vector<Difference> differences(const Document& before, const Document& after);

}  // namespace drafting
