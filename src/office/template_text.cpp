#include "office/template_text.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace office {
namespace {

std::string tag(const XmlSpan& element, std::string_view begin) {
    return std::string(begin) + std::string(element.prefix) + std::string(element.name) + ">";
}

/// Ends the text and the run that holds it, and begins a run that looks like that of `like`.
std::string next_run(const XmlSpans& spans, std::uint32_t like) {
    const auto& text = spans[like];
    const auto& run = spans[text.parent];
    auto words = tag(text, "</") + tag(run, "</");
    words += spans.text({run.whole.begin, run.inner.begin});
    if (const auto look = spans.child(text.parent, "rPr")) words += spans.text(spans[*look].whole);
    return words + text_tag(text);
}

}  // namespace

std::string text_tag(const XmlSpan& element) {
    return "<" + std::string(element.prefix) + std::string(element.name) +
           " xml:space=\"preserve\">";
}

void TemplateText::add(std::uint32_t element) {
    const auto& span = (*spans_)[element];
    if (span.inner.size() == 0) return;
    const auto begin = text_.size();
    text_ += spans_->text(span.inner);
    pieces_.push_back({element, begin, text_.size(), false});
}

void TemplateText::add_gap() {
    text_ += '\n';
    pieces_.push_back({0, text_.size() - 1, text_.size(), true});
}

bool TemplateText::only_marks(const std::vector<Mark>& marks) const {
    std::size_t at = 0;
    std::string rest;
    for (const auto& mark : marks) {
        rest += text_.substr(at, mark.begin - at);
        at = mark.end;
    }
    rest += text_.substr(at);
    return rest.find('\n') == std::string::npos && base::trim(rest).empty();
}

const TemplateText::Piece& TemplateText::piece_at(std::size_t at) const {
    const auto found =
        std::upper_bound(pieces_.begin(), pieces_.end(), at,
                         [](std::size_t place, const Piece& piece) { return place < piece.end; });
    return *found;
}

std::size_t TemplateText::place_of(const Mark& mark) const {
    const auto& piece = piece_at(mark.begin);
    return (*spans_)[piece.element].inner.begin + mark.begin - piece.begin;
}

std::uint32_t TemplateText::element_of(const Mark& mark) const {
    return piece_at(mark.begin).element;
}

void TemplateText::keep_spaces(const Piece& piece, std::vector<Edit>& edits) const {
    const auto& span = (*spans_)[piece.element];
    if ((*spans_).attribute(piece.element, "space")) return;
    Op op;
    op.text = text_tag(span);
    edits.push_back({Edit::Kind::replace, {span.whole.begin, span.inner.begin}, std::move(op), 0});
}

void TemplateText::replace(const Mark& mark, Op op, std::vector<Edit>& edits) const {
    bool first = true;
    for (const auto& piece : pieces_) {
        if (piece.gap || piece.end <= mark.begin || piece.begin >= mark.end) continue;
        const auto from = (*spans_)[piece.element].inner.begin;
        const ByteRange goes{from + std::max(mark.begin, piece.begin) - piece.begin,
                             from + std::min(mark.end, piece.end) - piece.begin};
        keep_spaces(piece, edits);
        edits.push_back({Edit::Kind::replace, goes, first ? std::move(op) : Op(), 0});
        first = false;
    }
}

bool add_inline_block(const XmlSpans& spans, const InlineBlock& one, std::vector<Edit>& edits) {
    const auto first = one.text.element_of(one.open), last = one.text.element_of(one.close);
    const auto run_of = [&](std::uint32_t element) { return spans[element].parent; };
    if (spans[run_of(first)].parent != spans[run_of(last)].parent) return false;
    Edit open;
    open.kind = Edit::Kind::open;
    open.order = one.order;
    const auto begin = one.text.place_of(one.open), end = one.text.place_of(one.close);
    open.at = {begin, begin};
    open.op.kind = Op::Kind::block;
    open.op.blocks = {one.block};
    if (first != last) open.op.text = next_run(spans, first);
    edits.push_back(std::move(open));
    edits.push_back({Edit::Kind::close, {end, end}, {}, one.order});
    return true;
}

}  // namespace office
