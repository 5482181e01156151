// What a label, a bracket of responsibility or the text behind them does to the problem that is
// being read.
#include "base/utf8.hpp"
#include "plan/ledger_reader.hpp"
#include "plan/read_deadline.hpp"
#include "plan/read_holders.hpp"
#include "text/punctuation.hpp"

namespace plan {

void LedgerReader::read_pieces(const Line& line, std::size_t from) {
    bool same = from > 0;
    for (std::size_t p = from; p < line.pieces.size(); ++p) {
        const auto& piece = line.pieces[p];
        if (piece.kind == Piece::Kind::label)
            read_label(piece, line.block, says_who(line));
        else if (piece.kind == Piece::Kind::fields)
            read_fields(piece, line.block, line.pieces.size() == 1 && !line.mark);
        else if (context_ == Context::block)
            holder(line.block)
                .add_to_block(
                    piece.text, line.block,
                    same ? MeasureBlock::Piece::same_paragraph : MeasureBlock::Piece::paragraph);
        else if (context_ == Context::none && problem_)
            problem_->extend_manifestation(piece.text, line.block);
        same = true;
    }
}

void LedgerReader::read_fields(const Piece& piece, std::size_t block, bool own_line) {
    const auto statement = statement_of(piece.fields);
    if (!problem_ && area_open_ && areas_.back().measures.empty())
        return merge(statement, area_statement_);
    if (problem_)
        problem_->add_statement(statement, own_line ? Place::own_line : Place::inside_line, block);
}

bool LedgerReader::says_who(const Line& line) {
    const auto& piece = line.pieces.front();
    const auto kind = piece.label.kind;
    return piece.kind == Piece::Kind::label &&
           (kind == LabelKind::holder || kind == LabelKind::deadline || kind == LabelKind::status);
}

void LedgerReader::read_label(const Piece& piece, std::size_t block, bool first) {
    switch (piece.label.kind) {
        case LabelKind::measure:
        case LabelKind::progress:
        case LabelKind::result:
            holder(block).open_block(piece.label.kind, block);
            context_ = Context::block;
            if (!piece.text.empty())
                problem_->add_to_block(piece.text, block, MeasureBlock::Piece::paragraph);
            return;
        case LabelKind::holder:
        case LabelKind::deadline:
        case LabelKind::status:
            if (piece.text.empty()) {
                pending_ = piece.label;
                context_ = Context::holder;
                return;
            }
            return add_value(piece.label, piece.text, block,
                             first ? Place::own_line : Place::inside_line);
        case LabelKind::problem:
        case LabelKind::task: return read_problem_label(piece, block);
        case LabelKind::manifestation:
            if (!problem_) return;
            if (!piece.text.empty()) add_manifestation_text(piece.text, block);
            context_ = Context::manifestations;
            return;
        case LabelKind::area: {
            if (piece.text.empty() || (area_open_ && areas_.back().heading == piece.text)) return;
            if (problem_ && !problem_->has_block() && !problem_->text_empty()) return;
            close_problem();
            area_open_ = false;
            area().heading = piece.text;
            area().source = {block, block};
            return;
        }
        default: context_ = Context::skip; return;
    }
}

void LedgerReader::add_manifestation_text(std::string_view text, std::size_t block) {
    const auto run = text::items_in(text);
    if (run.items.size() < 2) return problem_->add_manifestation("", text, block);
    for (const auto& item : run.items) problem_->add_manifestation(item.number, item.text, block);
}

void LedgerReader::read_problem_label(const Piece& piece, std::size_t block) {
    const bool fresh = !problem_ || problem_->has_block();
    if (fresh)
        start_problem(piece.label.ordinal > 0 ? text::trim_stops(piece.words) : std::string_view{},
                      block);
    context_ = Context::none;
    if (piece.text.empty()) return;
    if (problem_->text_empty()) return problem_text(piece.text, block);
    add_manifestation_text(piece.text, block);
}

void LedgerReader::add_value(const Label& label, std::string_view value, std::size_t block,
                             Place place) {
    const auto statement = statement_of({{label, value}});
    if (!problem_ && area_open_ && areas_.back().measures.empty())
        return merge(statement, area_statement_);
    if (problem_) problem_->add_statement(statement, place, block);
}

void LedgerReader::take_value(std::string_view text, std::size_t block) {
    if (base::chars_in(text) <= 80) add_value(pending_, text, block, Place::own_line);
    context_ = problem_ && problem_->block_open() ? Context::block : Context::none;
}

}  // namespace plan
