#include "proofreading/numbering.hpp"

#include <algorithm>
#include <map>

#include "text/mark.hpp"
#include "text/numeral.hpp"
#include "text/punctuation.hpp"

namespace proofreading {
namespace {

using text::Mark;
using text::MarkStyle;

/// How deep a style usually stands; -1: its numbers are not followed.
int rank_of(MarkStyle style) {
    switch (style) {
        case MarkStyle::part: return 0;
        case MarkStyle::han: return 1;
        case MarkStyle::han_bracket: return 2;
        case MarkStyle::arabic: return 3;
        case MarkStyle::arabic_bracket: return 4;
        case MarkStyle::arabic_half: return 5;
        case MarkStyle::circled: return 6;
        default: return -1;
    }
}

/// Where a mark stands: of which passage, from which byte.
struct Place {
    std::size_t passage = 0, begin = 0;
};
std::size_t leading_spaces(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && text::is_space(text::char_at(text, at)))
        at += text::bytes_of(text[at]);
    return at;
}

std::string said(const Mark& mark, const std::string& where) {
    return "“" + std::string(mark.text) + "”" + where;
}

class Levels {
  public:
    explicit Levels(Found& found) : found_(found) {}

    void forget() {
        open_.clear();
        last_.clear();
    }
    void meet(const Mark& mark, const Place& place) {
        const auto rank = rank_of(mark.style);
        if (rank < 0) return;
        const auto level = std::find_if(open_.begin(), open_.end(),
                                        [&](const Level& one) { return one.style == mark.style; });
        const bool running = level != open_.end();
        if (running)
            open_.erase(level + 1, open_.end());
        else
            open(mark.style, rank);
        const auto known = last_.find(mark.style);
        const auto last = known == last_.end() ? 0 : known->second;
        judge(mark, place, last, running);
        last_[mark.style] = mark.value;
    }

  private:
    struct Level {
        MarkStyle style;
        int rank;
    };
    void open(MarkStyle style, int rank) {
        while (!open_.empty() && open_.back().rank >= rank) open_.pop_back();
        open_.push_back({style, rank});
    }
    void judge(const Mark& mark, const Place& place, int last, bool running) {
        if (mark.value == 1 || mark.value == last + 1) return;
        if (mark.value > last + 1)
            return mark_it(mark, place,
                           last == 0 ? said(mark, "之前没有第1个。")
                                     : said(mark, "之前缺第" + std::to_string(last + 1) + "个。"),
                           last == 0 ? Severity::should : Severity::must);
        if (running && mark.value == last)
            return mark_it(mark, place, said(mark, "的编号与上一个重复。"), Severity::must);
        mark_it(mark, place, said(mark, "的编号比前面的小，次序不对。"),
                running ? Severity::must : Severity::should);
    }
    void mark_it(const Mark& mark, const Place& place, std::string reason, Severity severity) {
        found_.add(Kind::numbering, severity,
                   {place.passage, place.begin, place.begin + mark.text.size()}, std::move(reason),
                   "核对是漏了内容还是编号写错。");
    }

    Found& found_;
    std::vector<Level> open_;
    std::map<MarkStyle, int> last_;
};

constexpr std::string_view annex_list = "附件：";

/// 附件, 附件2, 附表1：…: what follows counts anew.
bool begins_annex(std::string_view text) {
    if (!text.starts_with("附件") && !text.starts_with("附表")) return false;
    return text.size() < 40 && text.find("：") == std::string_view::npos;
}

/// Marks that read like numbers of this level but are written otherwise than they should.
void check_form(const Mark& mark, const Place& place, Found& found) {
    const auto text = mark.text;
    const auto mark_it = [&](std::size_t begin, std::string reason, std::string suggestion,
                             std::string fix) {
        found.add(Kind::numbering, Severity::should,
                  {place.passage, place.begin + begin, place.begin + text.size()},
                  std::move(reason), std::move(suggestion), std::move(fix));
    };
    const std::string_view pause = "、";
    const bool bracketed =
        mark.style == MarkStyle::han_bracket || mark.style == MarkStyle::arabic_bracket;
    if (bracketed && (text.ends_with(pause) || text.ends_with('.')))
        return mark_it(text.size() - (text.ends_with('.') ? 1 : pause.size()),
                       "带括号的序号后面不再加标点。", "删去序号后的标点。", "");
    if (!text.ends_with(pause)) return;
    if (mark.style == MarkStyle::arabic)
        return mark_it(text.size() - pause.size(), "阿拉伯数字的序号后面用下脚圆点，不用顿号。",
                       "改为“" + std::to_string(mark.value) + ".”。", ".");
    if (mark.style == MarkStyle::first_is && text.starts_with("第"))
        mark_it(text.size() - pause.size(), "“第一”“第二”之后用逗号，不用顿号。", "改为逗号。",
                "，");
}

/// 一是 … 二是 …, 一要 …, ① … inside a passage.
struct Inline {
    char32_t sign = 0;  // 是, 要; 0 for circled numbers
    int value = 0;
    std::size_t begin = 0, end = 0;
};
std::vector<Inline> inlines_in(std::string_view text) {
    std::vector<Inline> all;
    char32_t prior = U'\n';
    for (std::size_t at = 0; at < text.size();) {
        const auto begin = at;
        const auto c = text::take_char(text, at);
        if (c >= 0x2460 && c <= 0x2473)
            all.push_back({0, static_cast<int>(c - 0x2460) + 1, begin, at});
        if (text::is_numeral(c) && text::is_boundary(prior)) {
            const auto number = text::leading_hanzi_number(text.substr(begin));
            auto end = begin + (number ? number->bytes : 0);
            const auto sign = text::char_at(text, end);
            if (number && number->value >= 1 && number->value <= 20 &&
                (sign == U'是' || sign == U'要')) {
                end += text::bytes_of(text[end]);
                all.push_back({sign, number->value, begin, end});
                at = end;
            }
        }
        prior = c;
    }
    return all;
}

/// Lists inside passages; one may go on in the passage that follows.
class InlineLists {
  public:
    explicit InlineLists(Found& found) : found_(found) {}

    void meet(std::string_view text, std::size_t passage) {
        bool first = true;
        for (const auto& one : inlines_in(text)) {
            auto& last = last_[one.sign];
            const int before = last;
            last = one.value;
            const bool goes_on = first;  // from a passage before
            first = false;
            if (one.value == 1 || one.value == before + 1) continue;
            if (goes_on && (before == 0 || one.begin > leading_spaces(text))) continue;
            judge(one, before, text, passage, goes_on);
        }
    }

  private:
    void judge(const Inline& one, int before, std::string_view text, std::size_t passage,
               bool goes_on) {
        const auto printed = "“" + std::string(text.substr(one.begin, one.end - one.begin)) + "”";
        const bool gap = one.value > before;
        found_.add(Kind::numbering, goes_on && !gap ? Severity::should : Severity::must,
                   {passage, one.begin, one.end},
                   gap ? printed + "之前缺第" + std::to_string(before + 1) + "项。"
                   : one.value == before ? printed + "重复出现。"
                                         : printed + "的次序不对。",
                   "核对是漏了内容还是序号写错。");
    }

    Found& found_;
    std::map<char32_t, int> last_;
};

}  // namespace

void find_numbering(const Passages& passages, Found& found) {
    Levels levels(found);
    InlineLists lists(found);
    for (std::size_t i = 0; i < passages.size(); ++i) {
        const std::string_view text = passages[i].text;
        lists.meet(text, i);
        if (passages[i].in_table()) continue;
        if (begins_annex(text::trim(text))) levels.forget();

        auto own = text.substr(leading_spaces(text));
        if (own.starts_with(annex_list)) {
            levels.forget();
            own.remove_prefix(annex_list.size());
        }
        if (const auto mark = text::mark_at(own)) {
            const Place place{i, text.size() - own.size()};
            levels.meet(mark, place);
            check_form(mark, place, found);
        }
    }
}

}  // namespace proofreading
