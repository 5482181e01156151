#include "plan/grammar_line.hpp"

#include <algorithm>

#include "plan/read_deadline.hpp"
#include "text/punctuation.hpp"

namespace plan {
namespace {

constexpr std::size_t label_bytes_max = 66;

/// A label found in a text: where its words begin, where its value begins.
struct Found {
    std::size_t start = 0, value = 0;
    Label label;
};

/// Where the run of plain characters before `at` begins; looks back at most `label_bytes_max`.
std::size_t run_start(std::string_view text, std::size_t at, std::size_t floor) {
    auto start = at;
    while (start > floor && at - start < label_bytes_max) {
        const auto previous = text::before(text, start);
        if (text::is_boundary(text::char_at(text, previous))) break;
        start = previous;
    }
    return start;
}

bool joins_labels(char32_t c) {
    return c == U'、' || c == U'/' || c == U'／' || c == U'）' || c == U')' || c == U'（' ||
           c == U'(';
}

/// The label that ends at `at` (a colon or a closing bracket), not before `floor`: the longest
/// reading, so that 责任领导、责任单位： and 责任科室（人）： are one label.
Found label_before(std::string_view text, std::size_t at, std::size_t floor) {
    auto start = run_start(text, at, floor);
    Found found{start, 0, start < at ? label_of(text.substr(start, at - start)) : Label{}};
    const bool open_end = start == at && at > floor &&
                          text::closes_bracket(text::char_at(text, text::before(text, at)));
    if (!found.label && !open_end) return found;
    for (int more = 0; more < 3 && start > floor; ++more) {
        const auto joint = text::before(text, start);
        if (!joins_labels(text::char_at(text, joint))) break;
        start = run_start(text, joint, floor);
        const auto longer = label_of(text.substr(start, at - start));
        if (longer) found = {start, 0, longer};
    }
    return found;
}

/// A label at the very start with spaces inside (责 任 人：): `at` is its colon.
Found spaced_label(std::string_view text, std::size_t at) {
    if (at > label_bytes_max) return {};
    return {0, 0, label_of(text.substr(0, at))};
}

/// What may stand before a label inside a line. 措施 and 情况 need the end of a sentence, 责任 a
/// comma.
bool may_follow(std::string_view text, std::size_t start, const Label& label) {
    if (start == 0) return true;
    const auto c = text::char_at(text, text::before(text, start));
    if (text::ends_sentence(c) || text::is_space(c) || text::closes_bracket(c) ||
        text::opens_bracket(c))
        return true;
    if (c >= 0x2460 && c <= 0x24ff) return true;
    if (label.kind == LabelKind::holder || label.kind == LabelKind::deadline ||
        label.kind == LabelKind::status)
        return c == U'，' || c == U',' || c == U'、' || c == U'|' || c == U'．' || c == U'.' ||
               c == U'*' || c == U'”' || c == U'/';
    return c == U'*' || c == U'|';
}

/// 整改措施。… and 整改措施 一是… at the start of a line: a strong label without a colon.
Found bare_label(std::string_view text) {
    auto end = run_start(text, 0, 0);
    while (end < text.size() && end <= 42 && !text::is_boundary(text::char_at(text, end)))
        end += text::bytes_of(text[end]);
    if (end == 0 || end > 42) return {};
    const auto label = label_of(text.substr(0, end));
    if (!label) return {};
    if (end == text.size())
        return label.kind == LabelKind::ignored ? Found{} : Found{0, end, label};
    const auto next = text::char_at(text, end);
    if (is_strong(label) && (next == U'。' || text::is_space(next) || next == U'—' || next == U'*'))
        return {0, end + text::bytes_of(text[end]), label};
    return {};
}

class Cutter {
  public:
    explicit Cutter(std::string_view text) : text_(text), brackets_(text::outer_brackets(text)) {}

    std::vector<Piece> cut() {
        if (const auto bare = bare_label(text_); bare.label) open_label(bare);
        for (std::size_t at = start_; at < text_.size();) {
            if (next_ < brackets_.size() && at >= brackets_[next_].open) {
                at = take_bracket(brackets_[next_++], at);
                continue;
            }
            const auto lead = static_cast<unsigned char>(text_[at]);
            if (const auto behind = text::skip_hanzi(text_, at); behind > at) {
                at = behind;  // no bracket begins inside the run
                continue;
            }
            const auto here = at;
            at += text::bytes_of(text_[at]);
            if (lead != ':' && (lead != 0xef || text_.substr(here, 3) != "：")) continue;
            take_label(here, at);
        }
        close(text_.size());
        return std::move(pieces_);
    }

  private:
    void close(std::size_t end) {
        const auto text = text::trim(text_.substr(start_, end > start_ ? end - start_ : 0));
        if (in_label_) {
            pieces_.back().text = text;
        } else if (!text::trim_stops(text).empty()) {
            pieces_.push_back({Piece::Kind::text, {}, {}, text, {}});
        }
        in_label_ = false;
    }
    void open_label(const Found& found) {
        Piece piece;
        piece.kind = Piece::Kind::label;
        piece.label = found.label;
        piece.words = text_.substr(found.start, found.value - found.start);
        pieces_.push_back(std::move(piece));
        in_label_ = true;
        start_ = found.value;
    }
    void take_label(std::size_t colon, std::size_t behind) {
        auto found = label_before(text_, colon, start_);
        if ((!found.label || found.start > 0) && start_ == 0)
            if (const auto spaced = spaced_label(text_, colon); spaced.label) found = spaced;
        if (!found.label || !may_follow(text_, found.start, found.label)) return;
        if (found.label.kind == LabelKind::number || found.label.kind == LabelKind::reference)
            return;
        close(without_mark(found.start));
        found.value = behind;
        open_label(found);
    }
    /// （1）整改措施：in the middle of a line: its number goes with the label.
    std::size_t without_mark(std::size_t end) const {
        for (std::size_t back = 3; back <= 12 && end >= start_ + back; ++back) {
            const auto at = end - back;
            if ((static_cast<unsigned char>(text_[at]) & 0xc0) == 0x80) continue;
            const auto mark = text::mark_at(text_.substr(at, back));
            if (mark && mark.bytes == back) return at;
        }
        return end;
    }
    /// Behind the bracket; a bracket with fields becomes a piece, 【整改措施】 a label.
    std::size_t take_bracket(const text::Bracket& bracket, std::size_t at) {
        if (at > bracket.open) return at;  // swallowed by a label before
        const auto inside = text_.substr(bracket.inner, bracket.close - bracket.inner);
        const auto open = text::char_at(text_, bracket.open);
        if (open != U'（' && open != U'(') {
            if (const auto label = inside.size() <= label_bytes_max ? label_of(inside) : Label{};
                label) {
                close(bracket.open);
                auto value = bracket.end;
                if (const auto c = text::char_at(text_, value); c == U'：' || c == U':')
                    value += text::bytes_of(text_[value]);
                open_label({bracket.open, value, label});
                return value;
            }
        }
        if (const auto c = text::char_at(text_, bracket.end); c == U'：' || c == U':')
            return bracket.end;  // 责任科室（人）：
        auto fields = fields_of(inside);
        if (fields.empty() || !stands_alone(bracket, fields)) return bracket.end;
        const bool labelled = in_label_;
        close(bracket.open);
        Piece piece;
        piece.kind = Piece::Kind::fields;
        piece.text = inside;
        piece.fields = std::move(fields);
        pieces_.push_back(std::move(piece));
        start_ = bracket.end;
        (void)labelled;
        return bracket.end;
    }
    /// A bracket without labels counts only where a sentence or an item ends:
    /// 召开会议（每月一次）研究 is text.
    bool stands_alone(const text::Bracket& bracket, const std::vector<Field>& fields) const {
        if (!fields.front().value.empty() &&
            text::contains(text_.substr(bracket.inner, bracket.close - bracket.inner), "："))
            return true;
        const auto rest = text_.substr(bracket.end);
        const auto next = text::char_at(rest, 0);
        return next == U'\0' || text::ends_sentence(next) || text::is_space(next) ||
               static_cast<bool>(text::mark_at(rest.substr(0, 24)));
    }

    std::string_view text_;
    std::vector<text::Bracket> brackets_;
    std::size_t next_ = 0, start_ = 0;
    bool in_label_ = false;
    std::vector<Piece> pieces_;
};

/// 办公室牵头, 人事科负责, 各科室配合
Field role_behind(std::string_view part) {
    struct Tail {
        std::string_view words, label;
    };
    constexpr Tail tails[] = {
        {"牵头负责", "牵头单位"}, {"牵头落实", "牵头单位"}, {"牵头", "牵头单位"},
        {"负责落实", "责任单位"}, {"具体负责", "责任单位"}, {"负责", "责任单位"},
        {"主办", "责任单位"},     {"承办", "责任单位"},     {"协助配合", "配合单位"},
        {"配合", "配合单位"},     {"协办", "配合单位"},     {"参与", "配合单位"}};
    for (const auto& tail : tails)
        if (part.ends_with(tail.words) && part.size() > tail.words.size() && part.size() <= 90)
            return {label_of(tail.label),
                    text::trim_stops(part.substr(0, part.size() - tail.words.size()))};
    return {};
}

/// 立行立改, 长期坚持: said of a deadline as often as of a state.
bool is_kept_open(std::string_view words) {
    const auto kind = deadline_of(words).kind;
    return (kind == ledger::DeadlineKind::immediate || kind == ledger::DeadlineKind::long_term) &&
           !text::contains(words, "推进") && !words.starts_with("持续整改") &&
           !text::contains(words, "已") && !text::contains(words, "完成");
}

std::vector<Field> bare_fields(std::string_view inside) {
    if (inside.size() > 240) return {};
    if (is_status(inside) && !is_kept_open(inside)) return {{{.kind = LabelKind::status}, inside}};
    if (is_deadline_phrase(inside)) return {{{.kind = LabelKind::deadline}, inside}};
    std::vector<Field> fields;
    bool roles = false;
    for (auto rest = inside; !rest.empty();) {
        std::size_t at = 0;
        while (at < rest.size()) {
            const auto c = text::char_at(rest, at);
            if (c == U'，' || c == U',' || text::ends_sentence(c)) break;
            at += text::bytes_of(rest[at]);
        }
        const auto part = text::trim_stops(rest.substr(0, at));
        rest.remove_prefix(
            std::min(rest.size(), at + (at < rest.size() ? text::bytes_of(rest[at]) : 0)));
        if (part.empty()) continue;
        if (is_deadline_phrase(part))
            fields.push_back({{.kind = LabelKind::deadline}, part});
        else if (is_status(part))
            fields.push_back({{.kind = LabelKind::status}, part});
        else if (auto role = role_behind(part); role.label)
            fields.push_back(role), roles = true;
        else
            return {};
    }
    return roles ? fields : std::vector<Field>{};
}

std::string_view without_markdown(std::string_view text, int& outline) {
    std::size_t signs = 0;
    while (signs < text.size() && text[signs] == '#') ++signs;
    if (signs > 0 && signs < 7 && (signs == text.size() || text[signs] == ' ')) {
        text = text::trim(text.substr(signs));
        if (outline == 0) outline = static_cast<int>(signs);
    }
    if (text.starts_with("> ") || text.starts_with("- ")) text = text::trim(text.substr(2));
    if (text.starts_with("**")) {
        const auto end = text.find("**", 2);
        if (end != std::string_view::npos && end >= 8 && end + 2 == text.size())
            text = text::trim(text.substr(2, end - 2));
    }
    return text;
}

}  // namespace

std::vector<Field> fields_of(std::string_view inside) {
    const auto pieces = [&] {
        std::vector<Found> found;
        for (auto at = text::skip_hanzi(inside, 0); at < inside.size();
             at = text::skip_hanzi(inside, at)) {
            const auto here = at;
            const auto c = text::take_char(inside, at);
            if (c != U'：' && c != U':') continue;
            auto label = label_before(inside, here, found.empty() ? 0 : found.back().value);
            if (found.empty() && !label.label) label = spaced_label(inside, here);
            if (!label.label || !may_follow(inside, label.start, label.label)) continue;
            label.value = at;
            found.push_back(label);
        }
        return found;
    }();
    if (pieces.empty()) return bare_fields(inside);
    std::vector<Field> fields;
    bool says_who_or_when = false;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const auto end = i + 1 < pieces.size() ? pieces[i + 1].start : inside.size();
        fields.push_back({pieces[i].label,
                          text::trim_stops(inside.substr(pieces[i].value, end - pieces[i].value))});
        const auto kind = pieces[i].label.kind;
        says_who_or_when = says_who_or_when || kind == LabelKind::holder ||
                           kind == LabelKind::deadline || kind == LabelKind::status;
    }
    if (!says_who_or_when) return {};
    const auto front =
        text::trim_stops(inside.substr(0, pieces[0].start));  // （6月底前；责任单位：…）
    if (!front.empty())
        for (auto& field : bare_fields(front)) fields.push_back(field);
    return fields;
}

std::vector<Piece> pieces_of(std::string_view text) {
    return Cutter(text).cut();
}

Line line_of(std::string_view text, std::size_t block) {
    Line line;
    line.block = block;
    line.whole = without_markdown(text::trim(text), line.outline);
    line.mark = text::mark_at(line.whole);
    line.text = line.whole.substr(line.mark.bytes);
    line.pieces = pieces_of(line.text);
    return line;
}

std::vector<Line> lines_of(const office::Document& document) {
    std::vector<Line> lines;
    lines.reserve(document.blocks.size());
    for (const auto& block : document.blocks) {
        if (block.kind == office::Block::Kind::table_row) {
            lines.emplace_back();
            lines.back().block = block.number;
            lines.back().row = &block;
            continue;
        }
        for (std::string_view rest = block.text; !rest.empty();) {
            const auto end = std::min(rest.find('\n'), rest.size());
            if (!text::trim(rest.substr(0, end)).empty()) {
                auto line = line_of(rest.substr(0, end), block.number);
                line.outline = std::max(line.outline, block.outline_level);
                lines.push_back(std::move(line));
            }
            rest.remove_prefix(std::min(rest.size(), end + 1));
        }
    }
    return lines;
}

}  // namespace plan
