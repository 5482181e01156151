// Figures in a text: {{问题总数}} stands for a number that the ledger counts. Which there are and
// how each is counted is in figure_paper.hpp; here is how they stand in a text, what was last read
// of them and which have changed since. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/actor.hpp"

namespace narrative {

/// One of the rows behind a figure: its share of it is 1 where rows are counted.
struct FigureRow {
    std::string kind, id;  // problem, measure, regulation, meeting, study, evidence …
    std::int64_t number = 0;
    std::string text;
    std::int64_t amount = 1;
    base::Guards guards;
    bool operator==(const FigureRow&) const = default;
};

enum class FigureForm {
    count,
    yuan,   // shown in 万元
    share,  // of `whole`, shown as 76.0%
};
struct Figure {
    std::string name;
    FigureForm form = FigureForm::count;
    std::vector<FigureRow> rows;
    std::int64_t whole = 0;  // of a share
    bool operator==(const Figure&) const = default;
};
using Figures = std::vector<Figure>;

/// The sum over its rows, and nothing else.
[[nodiscard]] std::int64_t value_of(const Figure& figure);
/// As it stands in the text, without its unit: 25, 12.5, 76.0%; a share of nothing is —.
[[nodiscard]] std::string words_of(const Figure& figure);
[[nodiscard]] base::Guards guards_of(const Figure& figure);
/// nullptr where there is none of that name.
[[nodiscard]] const Figure* find_figure(const Figures& figures, std::string_view name);

/// A text as words and names of figures in turn.
struct Piece {
    bool is_figure = false;
    std::string text;
    bool operator==(const Piece&) const = default;
};
[[nodiscard]] std::vector<Piece> pieces_of(std::string_view text);
/// The names of the figures that stand in a text, each once, as they come.
[[nodiscard]] std::vector<std::string> figures_named_in(std::string_view text);
/// With every figure in words. One that is not among `figures` becomes a placeholder, so that
/// nothing is issued by somebody who may not be told the number.
[[nodiscard]] std::string resolved(std::string_view text, const Figures& figures);

/// What somebody last read of a figure in a text, and as whom: a reader who is cleared for other
/// rows may be told another number.
struct ReadFigure {
    std::string name;
    std::int64_t value = 0;
    std::string words;
    base::Guards cleared;
    bool operator==(const ReadFigure&) const = default;
};
/// The figures of `text` as they are for somebody cleared for these.
[[nodiscard]] std::vector<ReadFigure> read_now(std::string_view text, const Figures& figures,
                                               base::Guards cleared);
/// A figure that has another value than when it was last read by somebody who sees as much.
struct StaleFigure {
    std::string name, was, is;
    bool operator==(const StaleFigure&) const = default;
};
[[nodiscard]] std::vector<StaleFigure> stale_among(const std::vector<ReadFigure>& read,
                                                   const Figures& figures, base::Guards cleared);

}  // namespace narrative
