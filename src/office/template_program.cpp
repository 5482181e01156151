#include "office/template_program.hpp"

#include <algorithm>

namespace office {
namespace {

const Record nothing;

class Runner {
  public:
    Runner(Frames frames, std::string& out) : out_(out), frames_(std::move(frames)) {}

    void run(const std::vector<Op>& ops) {
        for (const auto& op : ops) run(op);
    }

  private:
    void run(const Op& op) {
        switch (op.kind) {
            case Op::Kind::literal: out_ += op.literal.empty() ? op.text : op.literal; break;
            case Op::Kind::field: put(op); break;
            case Op::Kind::block: block(op); break;
            case Op::Kind::rows: rows(op); break;
            case Op::Kind::once: once(op); break;
            case Op::Kind::merge: merge(op); break;
            case Op::Kind::paragraph:
                if (!out_.ends_with(op.more) && !out_.ends_with(op.text)) out_ += op.text;
                break;
        }
    }
    void put(const Op& op) {
        const auto words = printed(value_of(op.field, frames_), op.field.format);
        std::string_view rest = words;
        while (!rest.empty()) {
            const auto at = std::min(rest.find_first_of("\n\t&"), rest.size());
            append_escaped(out_, rest.substr(0, at));
            if (at < rest.size())
                out_ += rest[at] == '\n'   ? op.breaks.line
                        : rest[at] == '\t' ? op.breaks.tab
                                           : op.breaks.ampersand;
            rest.remove_prefix(std::min(at + 1, rest.size()));
        }
    }
    void block(const Op& op) {
        const auto& one = op.blocks.front();
        if (one.kind != MarkKind::loop) {
            if (is_so(one, frames_)) run(op.body);
            return;
        }
        bool first = true;
        for (const auto& record : records_of(one, frames_)) {
            if (!first) out_ += op.text;
            first = false;
            frames_.push_back(&record);
            run(op.body);
            frames_.pop_back();
        }
    }
    void rows(const Op& op) {
        const auto outside = frames_;
        auto all = rows_of(op.blocks, outside);
        std::swap(all, rows_);
        const auto kept_at = at_, kept_outside = outside_;
        outside_ = outside.size();
        for (at_ = 0; at_ < rows_.size(); ++at_) {
            frames_ = rows_[at_];
            run(op.body);
        }
        frames_ = outside;
        std::swap(all, rows_);
        at_ = kept_at;
        outside_ = kept_outside;
    }
    void once(const Op& op) {
        if (merged_at(rows_, at_, op.depth, outside_) == Merged::below) {
            out_ += op.text;
            return;
        }
        auto all = frames_;
        frames_.resize(outside_ + op.depth);  // what the cell was written against
        run(op.body);
        frames_ = std::move(all);
    }
    void merge(const Op& op) {
        const auto merged = merged_at(rows_, at_, op.depth, outside_);
        if (merged != Merged::alone) out_ += merged == Merged::first ? op.more : op.text;
    }

    std::string& out_;
    Frames frames_;
    std::vector<Frames> rows_;
    std::size_t at_ = 0, outside_ = 0;
};

void add_rows(const std::vector<BlockRef>& blocks, std::size_t from, Frames& frames,
              std::vector<Frames>& rows) {
    if (from == blocks.size()) {
        rows.push_back(frames);
        return;
    }
    const auto& block = blocks[from];
    if (block.kind != MarkKind::loop) {
        if (is_so(block, frames)) add_rows(blocks, from + 1, frames, rows);
        return;
    }
    const auto& records = records_of(block, frames);
    for (const auto& record : records) {
        frames.push_back(&record);
        add_rows(blocks, from + 1, frames, rows);
        frames.pop_back();
    }
    if (!records.empty() || from == 0) return;
    // What stands outside is told all the same.
    auto with_nothing = frames;
    for (auto i = from; i < blocks.size(); ++i)
        if (blocks[i].kind == MarkKind::loop) with_nothing.push_back(&nothing);
    rows.push_back(std::move(with_nothing));
}

bool same_record(const Frames& a, const Frames& b, std::size_t frames) {
    return std::equal(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(frames), b.begin());
}

/// Puts edits together, from the one at `next` up to where their block ends.
class Builder {
  public:
    Builder(std::string_view part, std::vector<Edit> edits)
        : part_(part), edits_(std::move(edits)) {}

    std::vector<Op> build(ByteRange within) {
        at_ = within.begin;
        std::vector<Op> ops;
        fill(ops);
        literal(ops, within.end);
        return ops;
    }

  private:
    void fill(std::vector<Op>& ops) {
        while (next_ < edits_.size()) {
            auto& edit = edits_[next_++];
            const bool is_block = edit.kind == Edit::Kind::open || edit.kind == Edit::Kind::close;
            if (!is_block && edit.at.begin < at_) continue;  // within something that goes
            literal(ops, edit.at.begin);
            if (edit.kind == Edit::Kind::close) return;
            at_ = std::max(at_, edit.at.end);
            const bool says_nothing = edit.op.kind == Op::Kind::literal && edit.op.text.empty();
            if (says_nothing) continue;
            ops.push_back(std::move(edit.op));
            if (edit.kind == Edit::Kind::open) {
                std::vector<Op> body;
                fill(body);
                ops.back().body = std::move(body);
            }
        }
    }
    void literal(std::vector<Op>& ops, std::size_t end) {
        if (end <= at_) return;
        Op op;
        op.literal = part_.substr(at_, end - at_);
        ops.push_back(std::move(op));
        at_ = end;
    }

    std::string_view part_;
    std::vector<Edit> edits_;
    std::size_t next_ = 0, at_ = 0;
};

}  // namespace

void run(const std::vector<Op>& ops, const Frames& frames, std::string& out) {
    Runner(frames, out).run(ops);
}
void run(const std::vector<Op>& ops, const Record& root, std::string& out) {
    Runner({&root}, out).run(ops);
}

std::vector<Frames> rows_of(const std::vector<BlockRef>& blocks, const Frames& outside) {
    std::vector<Frames> rows;
    auto frames = outside;
    add_rows(blocks, 0, frames, rows);
    return rows;
}

Merged merged_at(const std::vector<Frames>& rows, std::size_t at, std::size_t depth,
                 std::size_t outside) {
    const auto frames = outside + depth;
    if (at > 0 && same_record(rows[at - 1], rows[at], frames)) return Merged::below;
    const bool goes_on = at + 1 < rows.size() && same_record(rows[at], rows[at + 1], frames);
    return goes_on ? Merged::first : Merged::alone;
}

FieldValue value_of(const FieldRef& field, const Frames& frames) {
    const auto& values = frames[field.frame]->values;
    return field.index < values.size() ? values[field.index] : FieldValue();
}

const std::vector<Record>& records_of(const BlockRef& block, const Frames& frames) {
    static const std::vector<Record> none;
    const auto& lists = frames[block.frame]->lists;
    return block.index < lists.size() ? lists[block.index] : none;
}

bool is_so(const BlockRef& block, const Frames& frames) {
    const bool so = block.of_list ? !records_of(block, frames).empty()
                                  : holds(value_of({block.frame, block.index, {}, {}}, frames));
    return so == (block.kind == MarkKind::condition);
}

std::vector<Op> program_of(std::string_view part, ByteRange within, std::vector<Edit> edits) {
    std::stable_sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) {
        if (a.at.begin != b.at.begin) return a.at.begin < b.at.begin;
        if (a.kind != b.kind) return a.kind < b.kind;
        return a.kind == Edit::Kind::close ? a.order > b.order : a.order < b.order;
    });
    return Builder(part, std::move(edits)).build(within);
}

}  // namespace office
