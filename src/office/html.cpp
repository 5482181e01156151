#include "office/html.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "office/block_list.hpp"
#include "office/html_tokens.hpp"
#include "office/number_format.hpp"
#include "office/package.hpp"
#include "office/refusal.hpp"
#include "office/table_grid.hpp"

namespace office {
namespace {

constexpr std::size_t sample_bytes = 16u << 10;
constexpr std::size_t depth_max = 64;  // of tables and lists; deeper ones are read as text

enum class Element {
    inline_text,
    block,
    line_break,
    heading,
    list,
    item,
    table,
    section,
    row,
    cell,
    title
};

struct Named {
    std::string_view name;
    Element element;
};
constexpr std::array<Named, 45> elements{{
    {"address", Element::block},    {"article", Element::block}, {"aside", Element::block},
    {"blockquote", Element::block}, {"body", Element::block},    {"br", Element::line_break},
    {"caption", Element::block},    {"center", Element::block},  {"dd", Element::block},
    {"div", Element::block},        {"dl", Element::block},      {"dt", Element::block},
    {"fieldset", Element::block},   {"figure", Element::block},  {"footer", Element::block},
    {"form", Element::block},       {"h1", Element::heading},    {"h2", Element::heading},
    {"h3", Element::heading},       {"h4", Element::heading},    {"h5", Element::heading},
    {"h6", Element::heading},       {"head", Element::block},    {"header", Element::block},
    {"hr", Element::block},         {"html", Element::block},    {"li", Element::item},
    {"main", Element::block},       {"nav", Element::block},     {"ol", Element::list},
    {"option", Element::block},     {"p", Element::block},       {"pre", Element::block},
    {"section", Element::block},    {"select", Element::block},  {"table", Element::table},
    {"tbody", Element::section},    {"td", Element::cell},       {"tfoot", Element::section},
    {"th", Element::cell},          {"thead", Element::section}, {"title", Element::title},
    {"tr", Element::row},           {"ul", Element::list},       {"xmp", Element::block},
}};

static_assert(std::is_sorted(elements.begin(), elements.end(),
                             [](const Named& a, const Named& b) { return a.name < b.name; }));

Element element_of(std::string_view name) {
    const auto found =
        std::lower_bound(elements.begin(), elements.end(), name,
                         [](const Named& a, std::string_view b) { return a.name < b; });
    return found != elements.end() && found->name == name ? found->element : Element::inline_text;
}

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t';
}
bool is_wide(char c) {
    return static_cast<unsigned char>(c) >= 0x80;
}

class Reader {
  public:
    explicit Reader(std::string_view html) : tokens_(html) {}
    base::Result<Document> read();

  private:
    struct List {
        bool numbered = false;
        int next = 1;
        std::string_view format;
    };
    struct OpenTable {
        TableGrid grid;
        bool head = false;          // inside thead
        bool only_headings = true;  // every cell of the row is th
    };

    void open(const HtmlToken& token);
    void close(const HtmlToken& token);
    void open_item();
    void open_list(const HtmlToken& token);
    void open_row();
    void open_cell(const HtmlToken& token);
    void end_row();
    void add_text(std::string_view text);
    void add_word(std::string_view text);
    void end_line();
    void end_paragraph();
    [[nodiscard]] TableGrid* grid() { return tables_.empty() ? nullptr : &tables_.back().grid; }

    HtmlTokens tokens_;
    BlockList blocks_;
    std::string paragraph_, title_;
    std::string number_;  // of a list item, waits for its first words
    std::vector<List> lists_;
    std::vector<OpenTable> tables_;
    int heading_ = 0;
    bool space_ = false, space_is_line_end_ = false;
};

base::Result<Document> Reader::read() {
    HtmlToken token;
    for (tokens_.next(token); token.kind != HtmlToken::Kind::end_of_file && !blocks_.refused();
         tokens_.next(token)) {
        if (token.kind == HtmlToken::Kind::text) add_text(token.text);
        if (token.kind == HtmlToken::Kind::open) open(token);
        if (token.kind == HtmlToken::Kind::close) close(token);
        if (paragraph_.size() > base::limits::document_kept_bytes_max)
            blocks_.refuse(too_many_blocks());
    }
    end_paragraph();
    for (; !tables_.empty(); tables_.pop_back()) end_row();
    if (blocks_.refusal()) return *blocks_.refusal();
    return Document{"html", blocks_.take(), title_};
}

void Reader::add_text(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (is_space(text[at])) {
            space_ = true;
            space_is_line_end_ = space_is_line_end_ || text[at] == '\n';
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && !is_space(text[end]) && text[end] != '&') ++end;
        if (end > at) {
            add_word(text.substr(at, end - at));
            at = end;
        } else {
            std::string character;
            at = append_entity(character, text, at);
            add_word(character);
        }
    }
}

// White space between words is one space; where only the source breaks its lines, Chinese needs
// none.
void Reader::add_word(std::string_view word) {
    if (word.empty()) return;
    const bool wanted = space_ && !paragraph_.empty() &&
                        !(space_is_line_end_ && is_wide(paragraph_.back()) && is_wide(word[0]));
    if (wanted) paragraph_ += ' ';
    space_ = space_is_line_end_ = false;
    paragraph_ += word;
}

void Reader::end_line() {
    space_ = space_is_line_end_ = false;
    if (!paragraph_.empty()) paragraph_ += '\n';
}

void Reader::end_paragraph() {
    space_ = space_is_line_end_ = false;
    auto* in = grid();
    if (!number_.empty() && !base::trim(paragraph_).empty())
        paragraph_.insert(0, std::exchange(number_, {}));
    const auto text = base::trim(paragraph_);
    if (in != nullptr && in->cell_open()) {
        auto& cell = in->cell_text();
        if (!text.empty() && !cell.empty()) cell += '\n';
        cell += text;
    } else if (!text.empty()) {
        blocks_.add_paragraph(text, heading_);
    }
    paragraph_.clear();
}

void Reader::open_list(const HtmlToken& token) {
    end_paragraph();
    if (lists_.size() >= depth_max) return;
    List list;
    list.numbered = token.name == "ol";
    list.next = number_in(html_attribute(token.attributes, "start"), 1);
    const auto type = html_attribute(token.attributes, "type");
    list.format = type == "a"   ? "lowerLetter"
                  : type == "A" ? "upperLetter"
                  : type == "i" ? "lowerRoman"
                  : type == "I" ? "upperRoman"
                                : "decimal";
    lists_.push_back(list);
}

void Reader::open_item() {
    end_paragraph();
    if (lists_.empty() || !lists_.back().numbered) return;
    auto& list = lists_.back();
    number_ = printed_number(list.next, list.format) + ". ";
    if (list.next < 1'000'000) ++list.next;
}

void Reader::end_row() {
    end_paragraph();
    auto& table = tables_.back();
    if (table.grid.row_open()) table.grid.end_row(table.head || table.only_headings, blocks_);
}

void Reader::open_row() {
    end_row();
    tables_.back().only_headings = true;
    tables_.back().grid.begin_row(blocks_.size());
}

void Reader::open_cell(const HtmlToken& token) {
    end_paragraph();
    auto& table = tables_.back();
    if (!table.grid.row_open()) open_row();
    if (token.name != "th") table.only_headings = false;
    table.grid.begin_cell(number_in(html_attribute(token.attributes, "colspan"), 1),
                          number_in(html_attribute(token.attributes, "rowspan"), 1));
}

void Reader::open(const HtmlToken& token) {
    const auto element = element_of(token.name);
    const bool in_table = !tables_.empty();
    switch (element) {
        case Element::inline_text: return;
        case Element::line_break: return end_line();
        case Element::title: title_ = base::trim(tokens_.raw_text("title")); return;
        case Element::list: return open_list(token);
        case Element::item: return open_item();
        case Element::heading:
            end_paragraph();
            heading_ = token.name[1] - '0';
            return;
        case Element::table:
            end_paragraph();
            if (tables_.size() < depth_max)
                tables_.push_back({TableGrid(blocks_.open_table()), false, true});
            return;
        case Element::row: return in_table ? open_row() : end_paragraph();
        case Element::cell: return in_table ? open_cell(token) : end_paragraph();
        case Element::section:
            if (in_table) end_row();
            if (in_table) tables_.back().head = token.name == "thead";
            return;
        case Element::block: return end_paragraph();
    }
}

void Reader::close(const HtmlToken& token) {
    const auto element = element_of(token.name);
    if (element == Element::inline_text) return;
    if (element == Element::line_break) return end_line();
    end_paragraph();
    if (element == Element::heading) heading_ = 0;
    if (element == Element::item) number_.clear();
    if (element == Element::list && !lists_.empty()) lists_.pop_back();
    if (tables_.empty()) return;
    auto& table = tables_.back();
    if (element == Element::cell && table.grid.cell_open()) table.grid.end_cell();
    if (element == Element::row || element == Element::section || element == Element::table)
        end_row();
    if (element == Element::section) table.head = false;
    if (element == Element::table) tables_.pop_back();
}

}  // namespace

int likeness_to_html(std::string_view text) {
    static constexpr std::string_view tags[] = {"<p>",    "<p ",     "</p>",    "<div",  "<br",
                                                "<table", "<td",     "<body",   "<span", "<html",
                                                "</a>",   "<strong", "<!--[if", "<h1",   "<li>"};
    std::string sample(base::trim(text.substr(0, sample_bytes)));
    for (char& c : sample)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    if (sample.starts_with("<!doctype html") || sample.starts_with("<html")) return 2;
    const auto found = std::count_if(std::begin(tags), std::end(tags), [&](std::string_view tag) {
        return sample.find(tag) != std::string::npos;
    });
    if (found >= 2 && sample.starts_with('<')) return 2;
    return found >= 1 ? 1 : 0;
}

base::Result<Document> read_html(std::string_view text) {
    return Reader(text).read();
}

}  // namespace office
