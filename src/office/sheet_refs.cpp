#include "office/sheet_refs.hpp"

#include <algorithm>
#include <charconv>

namespace office {
namespace {

constexpr int rows_max = 1'048'576, columns_max = 16'384;

bool is_letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
/// Of names, of references, of what stands before an exclamation mark.
bool is_word(char c) {
    return is_letter(c) || is_digit(c) || c == '_' || c == '.' || c == '$' || c == '\\' ||
           (static_cast<unsigned char>(c) & 0x80) != 0;
}

/// One end of a reference: $B$5, B5, or only a row: $5.
struct CellRef {
    bool fixed_column = false, fixed_row = false;
    int column = 0, row = 0;  // column 0: a whole row
};

std::optional<CellRef> read_ref(std::string_view text) {
    CellRef ref;
    std::size_t at = 0;
    if (text.size() > 1 && text[0] == '$' && is_letter(text[1])) {
        ref.fixed_column = true;
        at = 1;
    }
    for (; at < text.size() && is_letter(text[at]) && ref.column <= columns_max; ++at)
        ref.column = ref.column * 26 + ((text[at] & 0x5F) - 'A' + 1);
    if (at < text.size() && text[at] == '$') {
        ref.fixed_row = true;
        ++at;
    }
    const auto [end, fault] = std::from_chars(text.data() + at, text.data() + text.size(), ref.row);
    const bool whole = fault == std::errc() && end == text.data() + text.size();
    if (!whole || ref.row < 1 || ref.row > rows_max || ref.column > columns_max)
        return std::nullopt;
    return ref;
}

std::string to_text(const CellRef& ref) {
    std::string text;
    if (ref.column > 0) text = (ref.fixed_column ? "$" : "") + column_letters(ref.column);
    return text + (ref.fixed_row ? "$" : "") + std::to_string(ref.row);
}

/// Walks a formula and lets each reference be written anew.
class Walk {
  public:
    using Write = std::function<std::string(std::string_view sheet, const CellRef& from,
                                            const std::optional<CellRef>& to)>;
    Walk(std::string_view formula, Write write) : rest_(formula), write_(std::move(write)) {}

    std::string run() {
        while (!rest_.empty()) {
            const char c = rest_.front();
            if (c == '"')
                take(quoted('"'));
            else if (c == '\'')
                quoted_sheet();
            else if (c == '[')
                bracketed();
            else if (is_word(c))
                word();
            else
                take(1);
        }
        return std::move(out_);
    }

  private:
    void take(std::size_t bytes) {
        if (rest_.front() != '!') sheet_.clear();
        out_ += rest_.substr(0, bytes);
        rest_.remove_prefix(std::min(bytes, rest_.size()));
    }
    /// Bytes of what stands in quotes; doubled ones are inside.
    [[nodiscard]] std::size_t quoted(char quote) const {
        std::size_t at = 1;
        while (at < rest_.size()) {
            if (rest_[at] != quote) {
                ++at;
            } else if (at + 1 < rest_.size() && rest_[at + 1] == quote) {
                at += 2;
            } else {
                return at + 1;
            }
        }
        return rest_.size();
    }
    void quoted_sheet() {
        const auto bytes = quoted('\'');
        std::string name(rest_.substr(1, bytes < 2 ? 0 : bytes - 2));
        for (std::size_t at = 0; (at = name.find("''", at)) != std::string::npos; ++at)
            name.erase(at, 1);
        take(bytes);
        sheet_ = name;
    }
    /// A column of a table, or another workbook: neither moves.
    void bracketed() {
        std::size_t at = 0;
        int depth = 0;
        do {
            depth += rest_[at] == '[' ? 1 : rest_[at] == ']' ? -1 : 0;
            ++at;
        } while (at < rest_.size() && depth > 0);
        take(at);
        at = 0;
        while (at < rest_.size() && is_word(rest_[at])) ++at;
        if (at < rest_.size() && rest_[at] == '!') {
            take(at);
            sheet_ = "[";
        }
    }
    [[nodiscard]] std::string_view word_at(std::size_t from) const {
        auto end = from;
        while (end < rest_.size() && is_word(rest_[end])) ++end;
        return rest_.substr(from, end - from);
    }
    void word() {
        const auto name = word_at(0);
        const char next = name.size() < rest_.size() ? rest_[name.size()] : ' ';
        if (next == '!') {
            const std::string sheet(name);
            take(name.size());
            sheet_ = sheet;
            return;
        }
        const auto from = read_ref(name);
        if (!from || next == '(') return take(name.size());
        auto bytes = name.size();
        std::optional<CellRef> to;
        if (next == ':') {
            const auto other = word_at(bytes + 1);
            to = read_ref(other);
            if (to && (to->column == 0) == (from->column == 0))
                bytes += 1 + other.size();
            else
                to.reset();
        }
        if (from->column == 0 && !to) return take(bytes);  // a number
        out_ += write_(sheet_, *from, to);
        sheet_.clear();
        rest_.remove_prefix(bytes);
    }

    std::string_view rest_;
    Write write_;
    std::string out_, sheet_;
};

CellRef moved(CellRef ref, int rows, int columns) {
    if (!ref.fixed_row) ref.row = std::clamp(ref.row + rows, 1, rows_max);
    if (!ref.fixed_column && ref.column > 0)
        ref.column = std::clamp(ref.column + columns, 1, columns_max);
    return ref;
}

}  // namespace

std::optional<SheetRange> read_range(std::string_view text) {
    const auto colon = text.find(':');
    const auto from = read_ref(text.substr(0, colon));
    const auto to = colon == std::string_view::npos ? from : read_ref(text.substr(colon + 1));
    if (!from || !to || from->column == 0 || to->column == 0) return std::nullopt;
    return SheetRange{from->row, from->column, to->row, to->column};
}

std::string to_text(const SheetRange& range) {
    auto text = column_letters(range.left) + std::to_string(range.top);
    if (range.top != range.bottom || range.left != range.right)
        text += ":" + column_letters(range.right) + std::to_string(range.bottom);
    return text;
}

std::string column_letters(int column) {
    std::string letters;
    for (; column > 0; column = (column - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
    return letters;
}

int column_in(std::string_view reference) {
    const auto ref = read_ref(reference);
    return ref ? ref->column : 0;
}

std::string with_rows(std::string_view formula, const RowOf& row_of) {
    return Walk(formula,
                [&](std::string_view sheet, CellRef from, std::optional<CellRef> to) {
                    if (!to) {
                        from.row = row_of(sheet, from.row, RefEnd::single);
                        return to_text(from);
                    }
                    to->row = row_of(sheet, to->row, RefEnd::last);
                    from.row = std::min(row_of(sheet, from.row, RefEnd::first), to->row);
                    return to_text(from) + ":" + to_text(*to);
                })
        .run();
}

std::string copied_to(std::string_view formula, int rows, int columns) {
    return Walk(formula,
                [&](std::string_view, const CellRef& from, const std::optional<CellRef>& to) {
                    auto text = to_text(moved(from, rows, columns));
                    if (to) text += ":" + to_text(moved(*to, rows, columns));
                    return text;
                })
        .run();
}

}  // namespace office
