#include "proofreading/layout.hpp"

#include <array>
#include <cstdlib>
#include <map>

#include "base/utf8.hpp"
#include "office/paper_styles.hpp"
#include "text/mark.hpp"
#include "text/punctuation.hpp"

namespace proofreading {
namespace {

using office::PrintedLook;
using text::MarkStyle;

/// What a paragraph has to look like.
enum class Part { title, level1, level2, body };
struct Wanted {
    std::string_view words;
    std::array<std::string_view, 3> faces;  // any of them, by a part of their name
    std::string_view face;
    int half_points;
    std::string_view size;
};
constexpr Wanted wanted_rows[]{
    {"标题", {"小标宋", "小標宋", "xbsj"}, "方正小标宋", 44, "2号（22磅）"},
    {"一级标题", {"黑体", "SimHei", "Heiti"}, "黑体", 32, "3号（16磅）"},
    {"二级标题", {"楷体", "KaiTi", "Kaiti"}, "楷体", 32, "3号（16磅）"},
    {"正文", {"仿宋", "FangSong", "Fangsong"}, "仿宋", 32, "3号（16磅）"},
};

/// A heading stands alone in its paragraph: short, and no stop within.
bool stands_alone(std::string_view text) {
    const auto stop = text::find(text, "。");
    return base::chars_in(text) <= 40 &&
           (stop == std::string_view::npos || stop + 3 == text.size());
}

class Reader {
  public:
    Reader(const Passages& passages, const office::DocxLook& look, Found& found)
        : passages_(passages), look_(look), found_(found) {}

    void read() {
        if (look_.page) check_page(*look_.page);
        // Tables over wide pages have faces and sizes of their own.
        if (look_.page && look_.page->width > look_.page->height) return;
        const auto title = title_at();
        if (title) check(*title, Part::title);
        for (std::size_t i = title ? *title + 1 : 0; i < passages_.size(); ++i) {
            if (passages_[i].in_table() || look_.paragraphs[i].centred) continue;
            const auto text = text::trim(passages_[i].text);
            const auto mark = text::mark_at(text);
            if (mark.style == MarkStyle::han && stands_alone(text))
                check(i, Part::level1);
            else if (mark.style == MarkStyle::han_bracket && stands_alone(text))
                check(i, Part::level2);
            else if (base::chars_in(text) >= 20 && mark.style != MarkStyle::han)
                check_body(i);
        }
        tell();
    }

  private:
    /// The first paragraph in the middle that is larger than what follows.
    [[nodiscard]] std::optional<std::size_t> title_at() const {
        for (std::size_t i = 0; i < passages_.size() && i < 8; ++i) {
            const auto chars = base::chars_in(passages_[i].text);
            if (!passages_[i].in_table() && look_.paragraphs[i].centred && chars >= 5 &&
                chars <= 60 && !text::contains(passages_[i].text, "〕"))
                return i;
        }
        return std::nullopt;
    }
    void check(std::size_t i, Part part) {
        const auto& wanted = wanted_rows[static_cast<std::size_t>(part)];
        const auto& look = look_.paragraphs[i];
        bool fits = look.face.empty();
        for (const auto face : wanted.faces)
            fits = fits || look.face.find(face) != std::string::npos;
        if (!fits)
            note(i, std::string(wanted.words) + "用了“" + look.face + "”。",
                 "改用" + std::string(wanted.face) + "。");
        if (look.half_points > 0 && look.half_points != wanted.half_points)
            note(i, std::string(wanted.words) + "的字号是" + points(look.half_points) + "磅。",
                 "改用" + std::string(wanted.size) + "。");
    }
    void check_body(std::size_t i) {
        check(i, Part::body);
        const auto& look = look_.paragraphs[i];
        constexpr int least = 28 * 20, most = 30 * 20;
        const bool on_grid = look_.page && look_.page->grid_pitch > 0;
        if (look.exact_line > 0 && (look.exact_line < least || look.exact_line > most))
            note(i, "行距是固定值" + points(look.exact_line / 10) + "磅。",
                 "改为固定值28至30磅，每页22行。");
        else if (look.exact_line == 0 && look.relative_line > 240 && !on_grid)
            note(i, "行距是多倍行距。", "改为固定值28至30磅，每页22行。");
    }
    [[nodiscard]] static std::string points(int half_points) {
        return std::to_string(half_points / 2) + (half_points % 2 == 0 ? "" : ".5");
    }

    void check_page(const office::PageLook& page) {
        constexpr int off_max = 85;  // 1.5 mm: the standard allows 1, converters round
        const auto differs = [](int stands, int wanted) {
            return stands > 0 && std::abs(stands - wanted) > off_max;
        };
        const bool wide = page.width > page.height;
        const int width = wide ? page.height : page.width, height = wide ? page.width : page.height;
        if (differs(width, office::page_width) || differs(height, office::page_height))
            whole("纸张不是A4。", "纸张改为A4（210×297毫米）。");
        if (wide) return;
        struct Edge {
            std::string_view words;
            int stands, wanted, mm;
        };
        for (const auto& edge : {Edge{"上边距（天头）", page.top, office::edge_top, 37},
                                 Edge{"左边距（订口）", page.left, office::edge_left, 28},
                                 Edge{"右边距", page.right, office::edge_right, 26},
                                 Edge{"下边距", page.bottom, office::edge_bottom, 35}})
            if (differs(edge.stands, edge.wanted))
                whole(std::string(edge.words) + "是" +
                          std::to_string((edge.stands * 100 + office::twips_per_mm_x100 / 2) /
                                         office::twips_per_mm_x100) +
                          "毫米。",
                      "改为" + std::to_string(edge.mm) + "毫米。");
    }
    void whole(std::string reason, std::string suggestion) {
        found_.add(Kind::layout, Severity::should, {0, 0, 0}, std::move(reason),
                   std::move(suggestion));
    }

    struct Noted {
        std::size_t first = 0, count = 0;
        std::string suggestion;
    };
    void note(std::size_t i, const std::string& reason, std::string suggestion) {
        auto& noted = noted_[reason];
        if (noted.count++ == 0) {
            noted.first = i;
            noted.suggestion = std::move(suggestion);
        }
    }
    void tell() {
        for (auto& [reason, noted] : noted_) {
            const auto count =
                noted.count > 1 ? "共" + std::to_string(noted.count) + "段。" : std::string();
            found_.add(Kind::layout, Severity::should,
                       {noted.first, 0, passages_[noted.first].text.size()}, reason + count,
                       std::move(noted.suggestion));
        }
    }

    const Passages& passages_;
    const office::DocxLook& look_;
    Found& found_;
    std::map<std::string, Noted> noted_;
};

}  // namespace

void find_layout(const Passages& passages, const office::DocxLook& look, Found& found) {
    if (look.paragraphs.size() == passages.size()) Reader(passages, look, found).read();
}

}  // namespace proofreading
