#include "narrative/document.hpp"

#include <array>

#include "base/names.hpp"
#include "drafting/document.hpp"
#include "text/mark.hpp"

namespace narrative {
namespace {

constexpr std::array<std::string_view, 7> line_names{"body", "level2", "level3", "level4",
                                                     "note", "head",   "row"};

}  // namespace

std::string_view name_of(LineKind kind) {
    return line_names[static_cast<std::size_t>(kind)];
}
std::optional<LineKind> line_kind_of(std::string_view name) {
    return base::named<LineKind>(line_names, name);
}

std::vector<std::string> cells_of(const Line& line) {
    return drafting::cells_of({drafting::BlockKind::row, line.text, {}, {}});
}

LineKind kind_of_paragraph(std::string_view text) {
    switch (text::mark_at(text).style) {
        case text::MarkStyle::han_bracket: return LineKind::level2;
        case text::MarkStyle::arabic: return LineKind::level3;
        case text::MarkStyle::arabic_bracket: return LineKind::level4;
        default: return LineKind::body;
    }
}

base::Guards guards_in(const Document& document) {
    base::Guards guards;
    for (const auto& part : document)
        for (const auto& line : part.lines) guards = guards | line.guards;
    return guards;
}

}  // namespace narrative
