// A part of a template made ready: what stands as it is, and between it fields, blocks that repeat
// or depend on something, rows whose cells are merged downwards. Run with a record it gives the
// part of the document. Pure; knows no element's name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "office/template_mark.hpp"
#include "office/xml_spans.hpp"

namespace office {

/// How a line break, a tab and an ampersand inside a value are written where the field stands.
struct TextBreaks {
    std::string line = "\n", tab = "\t", ampersand = "&amp;";
};

struct Op {
    enum class Kind {
        literal,
        field,
        block,      // repeated, or left out
        rows,       // a row for each record of the innermost of several lists
        once,       // within rows: the content of a cell that is merged down
        merge,      // within rows: where such a cell says so
        paragraph,  // one must stand before this, else an empty one is put there
    };
    Kind kind = Kind::literal;
    std::string_view literal = {};
    std::string text = {};  // instead of a literal; between repetitions; instead of the content
    std::string more = {};  // merge: how the first cell says it; text: how those below do
    FieldRef field = {};
    TextBreaks breaks = {};
    std::vector<BlockRef> blocks = {};  // of a block one, of rows all from the outside in
    std::size_t depth = 0;  // once, merge: to which of the lists the cell belongs, from 1
    std::vector<Op> body = {};
};

/// The root and the records of the lists that are open, from the outside in.
using Frames = std::vector<const Record*>;
/// Appends what the ops give.
void run(const std::vector<Op>& ops, const Frames& frames, std::string& out);
void run(const std::vector<Op>& ops, const Record& root, std::string& out);

/// The rows that lists within each other give, each as its frames; a record under which there is
/// nothing gives one row.
[[nodiscard]] std::vector<Frames> rows_of(const std::vector<BlockRef>& blocks,
                                          const Frames& outside);
/// How the cell of the depth-th list stands in row `at` of those: at the start of a merged area,
/// inside one, or alone.
enum class Merged { alone, first, below };
[[nodiscard]] Merged merged_at(const std::vector<Frames>& rows, std::size_t at, std::size_t depth,
                               std::size_t outside);
[[nodiscard]] FieldValue value_of(const FieldRef& field, const Frames& frames);
/// Whether what a condition asks is so.
[[nodiscard]] bool is_so(const BlockRef& block, const Frames& frames);
[[nodiscard]] const std::vector<Record>& records_of(const BlockRef& block, const Frames& frames);

/// A change to a part, at a place of its text. Blocks are ops that begin at one edit and end at
/// another.
struct Edit {
    enum class Kind { close, insert, open, replace };  // in which order at one place
    Kind kind = Kind::replace;
    ByteRange at;           // what goes; empty where nothing does
    Op op;                  // what comes; of close nothing
    std::size_t order = 0;  // open: outer ones first; close: that of its open
};
/// Edits that lie within something that goes are left out, blocks excepted. Requires that blocks do
/// not cross. `within`: the range of the part that is wanted.
[[nodiscard]] std::vector<Op> program_of(std::string_view part, ByteRange within,
                                         std::vector<Edit> edits);

}  // namespace office
