#include "proofreading/sign.hpp"

#include <algorithm>
#include <map>

#include "base/utf8.hpp"
#include "text/mark.hpp"
#include "text/numeral.hpp"
#include "text/punctuation.hpp"

namespace proofreading {
namespace {

using text::is_hanzi;

struct Char {
    char32_t c = 0;
    std::size_t begin = 0, end = 0;
};
std::vector<Char> chars_of(std::string_view text) {
    std::vector<Char> all;
    all.reserve(text.size() / 3 + 1);
    for (std::size_t at = 0; at < text.size();) {
        const auto begin = at;
        const auto c = text::take_char(text, at);
        all.push_back({c, begin, at});
    }
    return all;
}
std::string utf8(char32_t c) {
    std::string text;
    base::append_char(text, c);
    return text;
}

/// The same family in both widths; what is no bracket has family 0.
struct Side {
    int family = 0;
    bool opens = false;
    char32_t full = 0;  // its full-width form
};
Side side_of(char32_t c) {
    switch (c) {
        case U'（': return {1, true, c};
        case U'(': return {1, true, U'（'};
        case U'）': return {1, false, c};
        case U')': return {1, false, U'）'};
        case U'《': return {2, true, c};
        case U'》': return {2, false, c};
        case U'〈': return {3, true, c};
        case U'〉': return {3, false, c};
        case U'“': return {4, true, c};
        case U'”': return {4, false, c};
        case U'‘': return {5, true, c};
        case U'’': return {5, false, c};
        case U'【': return {6, true, c};
        case U'】': return {6, false, c};
        case U'〔': return {7, true, c};
        case U'〕': return {7, false, c};
        case U'「': return {8, true, c};
        case U'」': return {8, false, c};
        case U'[': return {9, true, c};
        case U']': return {9, false, c};
        default: return {};
    }
}

bool is_latin(char32_t c) {
    return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9');
}
bool is_full_stop(char32_t c) {
    return c == U'，' || c == U'。' || c == U'、' || c == U'；' || c == U'：';
}
/// The full-width form of a half-width sign that ends or parts clauses, U+0000 for others.
char32_t widened(char32_t c) {
    switch (c) {
        case U',': return U'，';
        case U';': return U'；';
        case U':': return U'：';
        case U'?': return U'？';
        case U'!': return U'！';
        case U'.': return U'。';
        default: return U'\0';
    }
}

class Reader {
  public:
    Reader(const Passage& passage, std::size_t number, Found& found)
        : text_(passage.text), number_(number), found_(found), chars_(chars_of(passage.text)) {}

    void read() {
        hanzi_before_.reserve(chars_.size() + 1);
        hanzi_before_.push_back(0);
        for (const auto& one : chars_)
            hanzi_before_.push_back(hanzi_before_.back() + (is_hanzi(one.c) ? 1 : 0));
        if (hanzi_before_.back() == 0) return;
        read_pairs();
        read_half_width();
        read_straight_quotes();
        read_doubled();
        read_full_width_digits();
    }

  private:
    [[nodiscard]] char32_t at(std::size_t i) const {
        return i < chars_.size() ? chars_[i].c : U'\0';
    }
    [[nodiscard]] char32_t prior(std::size_t i) const { return i > 0 ? chars_[i - 1].c : U'\0'; }
    void mark(std::size_t first, std::size_t last, Severity severity, std::string reason,
              std::string suggestion, std::optional<std::string> fix = {}) {
        found_.add(Kind::punctuation, severity, {number_, chars_[first].begin, chars_[last].end},
                   std::move(reason), std::move(suggestion), std::move(fix));
    }

    /// 1） and 一） number an item and have no partner.
    [[nodiscard]] bool numbers_item(std::size_t i) const {
        auto first = i;
        while (first > 0 &&
               (text::is_digit(chars_[first - 1].c) || text::is_numeral(chars_[first - 1].c)) &&
               i - first < 4)
            --first;
        if (first == i && first > 0 && is_latin(chars_[first - 1].c)) --first;
        return first < i && (first == 0 || text::is_boundary(chars_[first - 1].c));
    }
    void unmatched(std::size_t i) {
        mark(i, i, Severity::must, "“" + utf8(at(i)) + "”没有与之配对的另一半。",
             "补上缺少的一半，或删去多余的这一半。");
    }
    void close(std::vector<std::size_t>& open, std::size_t i, const Side& side) {
        if (waiting_[side.family] == 0) {
            if (side.family == 1 && numbers_item(i)) return;
            if (at(i) == U'’' && is_latin(prior(i))) return;
            return unmatched(i);
        }
        for (; side_of(at(open.back())).family != side.family; drop(open)) unmatched(open.back());
        read_widths(open.back(), i);
        drop(open);
    }
    void drop(std::vector<std::size_t>& open) {
        --waiting_[side_of(at(open.back())).family];
        open.pop_back();
    }
    void read_pairs() {
        std::vector<std::size_t> open;
        for (std::size_t i = 0; i < chars_.size(); ++i) {
            const auto side = side_of(at(i));
            if (side.family == 0) continue;
            if (!side.opens) {
                close(open, i, side);
                continue;
            }
            open.push_back(i);
            ++waiting_[side.family];
        }
        for (const auto one : open) unmatched(one);
    }
    /// A pair of ( ) that holds hanzi, or whose halves differ.
    void read_widths(std::size_t first, std::size_t last) {
        if (side_of(at(first)).family != 1) return;
        const bool half_first = at(first) == U'(', half_last = at(last) == U')';
        if (!half_first && !half_last) return;
        const bool holds = hanzi_before_[last] > hanzi_before_[first + 1];
        if (!holds && half_first == half_last) return;
        for (const auto i : {first, last})
            if (at(i) == U'(' || at(i) == U')')
                mark(i, i, Severity::should, "中文里用了半角括号。", "改为全角括号。",
                     utf8(side_of(at(i)).full));
    }

    [[nodiscard]] bool after_hanzi(std::size_t i) const {
        const auto c = prior(i);
        return is_hanzi(c) || c == U'”' || c == U'》' || c == U'）' || c == U'〕';
    }
    void read_half_width() {
        const auto number = text::mark_at(text_).bytes;
        for (std::size_t i = 0; i < chars_.size(); ++i) {
            const auto full = widened(at(i));
            if (full == U'\0' || !after_hanzi(i) || chars_[i].begin < number) continue;
            const auto next = at(i + 1);
            if (at(i) == U'.' && next == U'.') {
                i = read_dots(i);
                continue;
            }
            if (at(i) == U'.' && next != U'\0' && !is_hanzi(next)) continue;
            if (at(i) == U':' && (next == U'/' || next == U'\\')) continue;
            mark(i, i, Severity::should, "中文里用了半角标点“" + utf8(at(i)) + "”。",
                 "改为全角的“" + utf8(full) + "”。", utf8(full));
        }
    }
    std::size_t read_dots(std::size_t first) {
        auto last = first;
        while (at(last + 1) == U'.') ++last;
        if (last - first >= 2)
            mark(first, last, Severity::should, "省略号应为六个居中的圆点。", "改为“……”。", "……");
        return last;
    }
    void read_straight_quotes() {
        std::vector<std::size_t> quotes;
        for (std::size_t i = 0; i < chars_.size(); ++i)
            if (at(i) == U'"') quotes.push_back(i);
        const bool paired = quotes.size() % 2 == 0;
        for (std::size_t k = 0; k < quotes.size(); ++k) {
            const bool opens = k % 2 == 0;
            std::optional<std::string> fix;
            if (paired) fix = opens ? "“" : "”";
            mark(quotes[k], quotes[k], Severity::should, "中文里用了直引号。", "改为弯引号“ ”。",
                 std::move(fix));
        }
    }

    /// One of several stops in a row: which one stays.
    [[nodiscard]] std::string kept(std::size_t first, std::size_t last) const {
        if (last - first >= 2 && std::all_of(chars_.begin() + static_cast<std::ptrdiff_t>(first),
                                             chars_.begin() + static_cast<std::ptrdiff_t>(last) + 1,
                                             [](const Char& one) { return one.c == U'。'; }))
            return "……";
        for (const auto stop : {U'！', U'？', U'。', U'；', U'：', U'，', U'、'})
            for (auto i = first; i <= last; ++i)
                if (at(i) == stop) return utf8(stop);
        return utf8(at(first));
    }
    void read_doubled() {
        for (std::size_t i = 0; i < chars_.size(); ++i) {
            const auto stops = [&](std::size_t k) {
                return is_full_stop(at(k)) || at(k) == U'！' || at(k) == U'？';
            };
            if (!stops(i)) continue;
            auto last = i;
            bool stop = is_full_stop(at(i));
            for (; stops(last + 1); ++last) stop = stop || is_full_stop(at(last + 1));
            if (last > i && stop) {
                const auto fix = kept(i, last);
                mark(i, last, Severity::must, "标点重复。", "改为“" + fix + "”。", fix);
            } else if (i == 0 && is_full_stop(at(0))) {
                mark(0, 0, Severity::must, "标点不能放在段首。", "核对这一段的开头是否缺字。");
            } else if (is_full_stop(at(i)) && at(i) != U'。' &&
                       (at(last + 1) == U'）' || at(last + 1) == U'》')) {
                mark(i, i, Severity::should, "括号之前多了标点。", "删去这个标点。", "");
            }
            i = last;
        }
    }
    void read_full_width_digits() {
        const auto wide = [&](std::size_t i) {
            const auto c = at(i);
            return (c >= U'０' && c <= U'９') || (c >= U'Ａ' && c <= U'Ｚ' && c != U'Ｘ') ||
                   (c >= U'ａ' && c <= U'ｚ' && c != U'ｘ');
        };
        for (std::size_t i = 0; i < chars_.size(); ++i) {
            if (!wide(i)) continue;
            const auto first = i;
            std::string narrow;
            for (; wide(i); ++i) narrow += static_cast<char>(at(i) - 0xfee0);
            --i;
            mark(first, i, Severity::should, "数字和字母用了全角。", "改为半角的" + narrow + "。",
                 narrow);
        }
    }

    std::string_view text_;
    std::size_t number_;
    Found& found_;
    std::vector<Char> chars_;
    std::vector<std::size_t> hanzi_before_;  // how many stand before each
    std::map<int, std::size_t> waiting_;     // opened and not closed, of each family
};

}  // namespace

void find_signs(const Passages& passages, Found& found) {
    for (std::size_t i = 0; i < passages.size(); ++i) Reader(passages[i], i, found).read();
}

}  // namespace proofreading
