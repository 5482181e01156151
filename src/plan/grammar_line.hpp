// The document as lines, and each line as pieces: running text, labels with their value, brackets
// that say who answers and until when. The first step of the grammar; decides no level. Views point
// into the document.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "office/document.hpp"
#include "plan/vocabulary.hpp"
#include "text/mark.hpp"

namespace plan {

/// 责任单位：办公室
struct Field {
    Label label;
    std::string_view value;
};

struct Piece {
    enum class Kind : std::uint8_t {
        text,    // running text
        label,   // a label and what follows it up to the next piece
        fields,  // a bracket: （牵头领导：…；完成时限：…）
    };
    Kind kind = Kind::text;
    Label label;
    std::string_view words;  // of a label, as written
    std::string_view text;   // running text or value, trimmed
    std::vector<Field> fields;
};

struct Line {
    std::size_t block = 0;               // number of the block it stands in
    const office::Block* row = nullptr;  // a table row: everything else is empty
    int outline = 0;                     // heading level of the style, else 0
    text::Mark mark;
    std::string_view whole;     // trimmed, Markdown signs taken off
    std::string_view text;      // behind the mark
    std::vector<Piece> pieces;  // of `text`
};

/// Paragraphs (cut at line breaks) and table rows in order.
[[nodiscard]] std::vector<Line> lines_of(const office::Document& document);
/// Cuts a text at labels and at brackets with fields. Linear in the text.
[[nodiscard]] std::vector<Piece> pieces_of(std::string_view text);
/// The fields of a bracket's inside, empty where it is ordinary text: labelled ones, or nothing but
/// deadlines, states and "X牵头 / X负责 / X配合".
[[nodiscard]] std::vector<Field> fields_of(std::string_view inside);
/// A line without marks and signs: one paragraph of a table cell, or any text given as a line.
[[nodiscard]] Line line_of(std::string_view text, std::size_t block);

}  // namespace plan
