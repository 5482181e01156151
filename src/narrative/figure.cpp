#include "narrative/figure.hpp"

#include <algorithm>

#include "text/live_mark.hpp"

namespace narrative {
namespace {

constexpr std::int64_t yuan_in_wan = 10'000;

/// Whole 万 and what is left of one, without zeros at the end: 12.5.
std::string in_wan(std::int64_t yuan) {
    auto words = std::to_string(yuan / yuan_in_wan);
    auto rest = std::to_string(yuan_in_wan + yuan % yuan_in_wan).substr(1);
    while (!rest.empty() && rest.back() == '0') rest.pop_back();
    return rest.empty() ? words : words + "." + rest;
}

std::string as_share(std::int64_t part, std::int64_t whole) {
    if (whole == 0) return "—";
    const auto tenths = (part * 1000 + whole / 2) / whole;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "%";
}

}  // namespace

std::int64_t value_of(const Figure& figure) {
    std::int64_t sum = 0;
    for (const auto& row : figure.rows) sum += row.amount;
    return sum;
}

std::string words_of(const Figure& figure) {
    const auto value = value_of(figure);
    if (figure.form == FigureForm::yuan) return in_wan(value);
    if (figure.form == FigureForm::share) return as_share(value, figure.whole);
    return std::to_string(value);
}

base::Guards guards_of(const Figure& figure) {
    base::Guards guards;
    for (const auto& row : figure.rows) guards = guards | row.guards;
    return guards;
}

const Figure* find_figure(const Figures& figures, std::string_view name) {
    const auto found = std::find_if(figures.begin(), figures.end(),
                                    [&](const Figure& one) { return one.name == name; });
    return found == figures.end() ? nullptr : &*found;
}

std::vector<Piece> pieces_of(std::string_view text) {
    std::vector<Piece> pieces;
    std::size_t at = 0;
    const auto add_words = [&](std::size_t end) {
        if (end > at) pieces.push_back({false, std::string(text.substr(at, end - at))});
    };
    for (const auto& mark : text::live_marks(text)) {
        add_words(mark.begin);
        pieces.push_back({true, std::string(mark.name)});
        at = mark.end;
    }
    add_words(text.size());
    return pieces;
}

std::vector<std::string> figures_named_in(std::string_view text) {
    std::vector<std::string> names;
    for (auto& piece : pieces_of(text))
        if (piece.is_figure && std::find(names.begin(), names.end(), piece.text) == names.end())
            names.push_back(std::move(piece.text));
    return names;
}

std::string resolved(std::string_view text, const Figures& figures) {
    std::string words;
    for (const auto& piece : pieces_of(text)) {
        const auto* figure = piece.is_figure ? find_figure(figures, piece.text) : nullptr;
        if (!piece.is_figure)
            words += piece.text;
        else
            words += figure ? words_of(*figure) : "〔" + piece.text + "〕";
    }
    return words;
}

std::vector<ReadFigure> read_now(std::string_view text, const Figures& figures,
                                 base::Guards cleared) {
    std::vector<ReadFigure> read;
    for (const auto& name : figures_named_in(text))
        if (const auto* figure = find_figure(figures, name))
            read.push_back({name, value_of(*figure), words_of(*figure), cleared});
    return read;
}

std::vector<StaleFigure> stale_among(const std::vector<ReadFigure>& read, const Figures& figures,
                                     base::Guards cleared) {
    std::vector<StaleFigure> stale;
    for (const auto& one : read) {
        const auto* figure = find_figure(figures, one.name);
        if (!figure || one.cleared != cleared) continue;
        if (const auto words = words_of(*figure); words != one.words)
            stale.push_back({one.name, one.words, words});
    }
    return stale;
}

}  // namespace narrative
