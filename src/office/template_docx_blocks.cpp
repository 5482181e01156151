#include "office/template_docx_blocks.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace office {
namespace {

enum class Level { open, line, paragraphs, rows, misplaced };

/// Where one of the two marks of a block stands.
struct Site {
    const TemplateParagraph* paragraph = nullptr;
    Mark mark;
};
struct Block {
    std::size_t number = 0;
    BlockRef ref;
    Site from, to;
    Level level = Level::open;
    ByteRange range = {};
    ByteRange reach = {};              // the range, or of one within others in a row its cells
    std::vector<DocxCell> cells = {};  // of rows: the first and the last cell
    bool merged = false;               // part of the rows op of an outer one
};

constexpr std::array before_merge{"cnfStyle", "tcW", "gridSpan", "hMerge"};

class Compiler {
  public:
    Compiler(const XmlSpans& spans, const std::string& where, MarkScope& scope)
        : spans_(spans), scope_(scope), paragraphs_(paragraphs_of(spans, where, scope)) {}

    DocxPart compile() {
        for (const auto& paragraph : paragraphs_)
            for (const auto& mark : paragraph.marks) follow(paragraph, mark);
        scope_.finish();
        if (!scope_.faults().empty()) return {{}, marks_};
        for (auto& block : blocks_) place(block);
        for (auto& block : blocks_) block.reach = reach_of(block);
        if (!crossing()) {
            merge_rows();
            for (auto& block : blocks_) add(block);
            clear_away();
        }
        return {program_of(spans_.text(), {0, spans_.text().size()}, std::move(edits_)), marks_};
    }

  private:
    void follow(const TemplateParagraph& paragraph, const Mark& mark) {
        ++marks_;
        const auto meaning = scope_.follow(mark, paragraph.place);
        if (meaning.field) return put(paragraph, mark, *meaning.field);
        paragraph.text.take_out(mark, edits_);
        if (meaning.opened && meaning.block)
            blocks_.push_back({*meaning.opened, *meaning.block, {&paragraph, mark}, {}});
        if (!meaning.closed) return;
        for (auto& block : blocks_)
            if (block.number == *meaning.closed) block.to = {&paragraph, mark};
    }
    void put(const TemplateParagraph& paragraph, const Mark& mark, const FieldRef& field) {
        Op op;
        op.kind = Op::Kind::field;
        op.field = field;
        const auto& element = spans_[paragraph.text.element_of(mark)];
        const auto between = [&](std::string_view name) {
            const std::string prefix(element.prefix);
            return "</" + prefix + "t><" + prefix + std::string(name) + "/>" + text_tag(element);
        };
        op.breaks = {between("br"), between("tab"), "&amp;"};
        paragraph.text.replace(mark, std::move(op), edits_);
    }

    void place(Block& block) {
        const auto &from = *block.from.paragraph, &to = *block.to.paragraph;
        if (&from == &to) {
            block.level = Level::line;
            const auto begin = from.text.place_of(block.from.mark);
            block.range = {begin, from.text.place_of(block.to.mark)};
        } else if (from.container == to.container) {
            block.level = Level::paragraphs;
            block.range = {spans_[from.element].whole.begin, spans_[to.element].whole.end};
        } else if (is_of_one_table(from, to)) {
            block.level = Level::rows;
            block.cells = {from.cells.back(), to.cells.back()};
            block.range = {spans_[from.cells.back().row].whole.begin,
                           spans_[to.cells.back().row].whole.end};
        } else {
            block.level = Level::misplaced;
            scope_.note("template_loop_misplaced", from.place, block.from.mark.said, to.place);
        }
    }
    static bool is_of_one_table(const TemplateParagraph& a, const TemplateParagraph& b) {
        return !a.cells.empty() && a.cells.size() == b.cells.size() &&
               a.cells.back().table == b.cells.back().table &&
               a.cells.back().cell != b.cells.back().cell;
    }
    static bool is_of_one_row(const Block& block) {
        return block.level == Level::rows && block.cells[0].row == block.cells[1].row;
    }
    [[nodiscard]] ByteRange reach_of(const Block& block) const {
        const bool has_outer = is_of_one_row(block) &&
                               std::any_of(blocks_.begin(), blocks_.end(), [&](const Block& outer) {
                                   return outer.number < block.number && is_of_one_row(outer) &&
                                          outer.range == block.range &&
                                          place_of(block.from) < place_of(outer.to);
                               });
        if (!has_outer) return block.range;
        return {spans_[block.cells[0].cell].whole.begin, spans_[block.cells[1].cell].whole.end};
    }
    /// Widened to whole paragraphs or rows, two blocks may come to overlap: then the later one must
    /// have been opened within the other and lie within it.
    bool crossing() {
        bool any = !scope_.faults().empty();
        for (std::size_t i = 0; i < blocks_.size(); ++i)
            for (std::size_t k = i + 1; k < blocks_.size(); ++k) {
                const auto &a = blocks_[i].reach, &b = blocks_[k].reach;
                if (b.begin >= a.end || b.end <= a.begin) continue;
                const bool within = place_of(blocks_[k].from) < place_of(blocks_[i].to);
                if (within && b.begin >= a.begin && b.end <= a.end) continue;
                scope_.note("template_loops_share_a_place", blocks_[k].from.paragraph->place,
                            blocks_[k].from.mark.said, blocks_[i].from.mark.said);
                any = true;
            }
        return any;
    }
    static std::size_t place_of(const Site& site) {
        return site.paragraph->text.place_of(site.mark);
    }

    /// Lists within each other whose marks stand in one row: one op over the row.
    void merge_rows() {
        std::map<std::size_t, std::vector<Block*>> by_row;
        for (auto& block : blocks_)
            if (is_of_one_row(block)) by_row[block.range.begin].push_back(&block);
        for (auto& [begin, chain] : by_row) {
            const auto loops = std::count_if(chain.begin(), chain.end(), [](const Block* one) {
                return one->ref.kind == MarkKind::loop;
            });
            if (loops > 1) merge(chain);
        }
    }
    void merge(const std::vector<Block*>& chain) {
        Edit open = open_edit(*chain.front());
        open.op.kind = Op::Kind::rows;
        for (auto* block : chain) {
            open.op.blocks.push_back(block->ref);
            block->merged = true;
        }
        close(*chain.front());
        edits_.push_back(std::move(open));
        const auto loops = static_cast<std::size_t>(
            std::count_if(chain.begin(), chain.end(),
                          [](const Block* one) { return one->ref.kind == MarkKind::loop; }));
        for (const auto cell : elements_in(spans_, chain.front()->cells[0].row, "tc")) {
            std::size_t depth = 0;
            for (const auto* block : chain)
                if (block->ref.kind == MarkKind::loop && block->cells[0].cell <= cell &&
                    cell <= block->cells[1].cell)
                    ++depth;
            if (depth < loops)
                merge_cell(cell, std::max<std::size_t>(depth, 1), order_of(*chain.front()));
        }
    }
    void merge_cell(std::uint32_t cell, std::size_t depth, std::size_t order) {
        const auto& element = spans_[cell];
        const std::string w(element.prefix);
        auto content = element.inner.begin;
        Edit merge;
        merge.kind = Edit::Kind::insert;
        merge.op.kind = Op::Kind::merge;
        merge.op.depth = depth;
        merge.op.more = "<" + w + "vMerge " + w + "val=\"restart\"/>";
        merge.op.text = "<" + w + "vMerge/>";
        if (const auto properties = spans_.child(cell, "tcPr")) {
            content = spans_[*properties].whole.end;
            merge.at = place_of_merge(*properties);
            if (spans_[*properties].empty_tag()) {  // <w:tcPr/>
                merge.at = spans_[*properties].whole;
                merge.kind = Edit::Kind::replace;
                wrap_in_properties(merge.op, w);
            }
        } else {
            merge.at = {content, content};
            wrap_in_properties(merge.op, w);
        }
        edits_.push_back(std::move(merge));
        Edit once;
        once.kind = Edit::Kind::open;
        once.op.kind = Op::Kind::once;
        once.op.depth = depth;
        once.op.text = empty_paragraph(cell);
        once.at = {content, content};
        once.order = order + 1;
        edits_.push_back(
            {Edit::Kind::close, {element.inner.end, element.inner.end}, {}, once.order});
        edits_.push_back(std::move(once));
    }
    static void wrap_in_properties(Op& op, const std::string& w) {
        for (auto* text : {&op.more, &op.text})
            *text = "<" + w + "tcPr>" + *text + "</" + w + "tcPr>";
    }
    /// Where w:vMerge stands among the properties of a cell; one that is there goes.
    ByteRange place_of_merge(std::uint32_t properties) {
        auto at = spans_[properties].inner.begin;
        spans_.children(properties, [&](std::uint32_t i) {
            const auto& one = spans_[i];
            if (one.name == "vMerge") edits_.push_back({Edit::Kind::replace, one.whole, {}, 0});
            if (std::find(before_merge.begin(), before_merge.end(), one.name) != before_merge.end())
                at = one.whole.end;
        });
        return {at, at};
    }
    /// Below the first cell of a merged area: a paragraph formatted like the first of the cell.
    std::string empty_paragraph(std::uint32_t cell) {
        const std::string w(spans_[cell].prefix);
        const auto paragraph = spans_.child(cell, "p");
        const auto look = paragraph ? spans_.child(*paragraph, "pPr") : std::nullopt;
        if (!look) return "<" + w + "p/>";
        return "<" + w + "p>" + std::string(spans_.text(spans_[*look].whole)) + "</" + w + "p>";
    }

    /// Odd ones are of the cells within the rows of a block: inside it, around all in the cell.
    static std::size_t order_of(const Block& block) { return 2 * block.number; }
    Edit open_edit(const Block& block) {
        Edit open;
        open.kind = Edit::Kind::open;
        open.at = {block.range.begin, block.range.begin};
        open.order = order_of(block);
        return open;
    }
    void close(const Block& block) {
        edits_.push_back(
            {Edit::Kind::close, {block.range.end, block.range.end}, {}, order_of(block)});
    }
    void add(const Block& block) {
        if (block.merged) return;
        if (block.level == Level::line) {
            const InlineBlock line{block.from.paragraph->text, block.from.mark, block.to.mark,
                                   block.ref, order_of(block)};
            if (!add_inline_block(spans_, line, edits_))
                scope_.note("template_loop_misplaced", block.from.paragraph->place,
                            block.from.mark.said, block.to.paragraph->place);
            return;
        }
        auto open = open_edit(block);
        open.op.kind = Op::Kind::block;
        open.op.blocks = {block.ref};
        edits_.push_back(std::move(open));
        close(block);
    }

    /// Paragraphs and rows in which nothing stands but the marks of blocks around them go.
    void clear_away() {
        for (const auto& paragraph : paragraphs_)
            if (goes(paragraph)) {
                edits_.push_back({Edit::Kind::replace, spans_[paragraph.element].whole, {}, 0});
                keep_one_paragraph(paragraph.container);
            }
        for (const auto& block : blocks_)
            if (block.level == Level::rows && block.cells[0].row != block.cells[1].row)
                for (const auto& cell : block.cells)
                    if (row_goes(cell.row))
                        edits_.push_back({Edit::Kind::replace, spans_[cell.row].whole, {}, 0});
    }
    [[nodiscard]] bool goes(const TemplateParagraph& paragraph) const {
        if (paragraph.marks.empty() || paragraph.bears_more) return false;
        return paragraph.text.only_marks(paragraph.marks) &&
               std::all_of(paragraph.marks.begin(), paragraph.marks.end(), [&](const Mark& mark) {
                   return mark.kind != MarkKind::field && is_around(paragraph, mark);
               });
    }
    /// Whether a mark is of a block over paragraphs.
    [[nodiscard]] bool is_around(const TemplateParagraph& paragraph, const Mark& mark) const {
        return std::any_of(blocks_.begin(), blocks_.end(), [&](const Block& block) {
            const auto is = [&](const Site& site) {
                return site.paragraph == &paragraph && site.mark.begin == mark.begin;
            };
            return block.level == Level::paragraphs && (is(block.from) || is(block.to));
        });
    }
    [[nodiscard]] bool row_goes(std::uint32_t row) const {
        return std::all_of(
            paragraphs_.begin(), paragraphs_.end(), [&](const TemplateParagraph& one) {
                const bool inside =
                    std::any_of(one.cells.begin(), one.cells.end(),
                                [&](const DocxCell& cell) { return cell.row == row; });
                if (!inside) return true;
                return !one.bears_more && one.text.only_marks(one.marks) &&
                       std::all_of(one.marks.begin(), one.marks.end(),
                                   [](const Mark& mark) { return mark.kind != MarkKind::field; });
            });
    }
    /// A cell, a header or a footer that is left without a paragraph is broken.
    void keep_one_paragraph(std::uint32_t container) {
        const auto& element = spans_[container];
        if (element.name == "body" || element.name == "sdtContent") return;
        const std::string w(element.prefix);
        Edit keep;
        keep.kind = Edit::Kind::insert;
        keep.at = {element.inner.end, element.inner.end};
        keep.op.kind = Op::Kind::paragraph;
        keep.op.text = "<" + w + "p/>";
        keep.op.more = "</" + w + "p>";
        edits_.push_back(std::move(keep));
    }

    const XmlSpans& spans_;
    MarkScope& scope_;
    std::vector<TemplateParagraph> paragraphs_;
    std::vector<Block> blocks_;  // in order of opening
    std::vector<Edit> edits_;
    std::size_t marks_ = 0;
};

}  // namespace

DocxPart docx_part(const XmlSpans& spans, const std::string& where, MarkScope& scope) {
    return Compiler(spans, where, scope).compile();
}

}  // namespace office
