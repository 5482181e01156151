#include "proofreading/passage.hpp"

#include "base/utf8.hpp"
#include "text/punctuation.hpp"

namespace proofreading {
namespace {

/// Numbers passages as they come.
class Gatherer {
  public:
    void add(std::string text) { all_.push_back({std::move(text), ++paragraph_, 0, 0, 0}); }
    void begin_row(int table, int row) {
        ++paragraph_;
        table_ = table;
        row_ = row;
    }
    void add_cell(std::string text, int column) {
        if (!text.empty()) all_.push_back({std::move(text), paragraph_, table_, row_, column});
    }
    Passages take() { return std::move(all_); }

  private:
    Passages all_;
    std::size_t paragraph_ = 0;
    int table_ = 0, row_ = 0;
};

void add_table(Gatherer& gatherer, const office::PaperTable& table, int number) {
    int row_number = 0;
    for (const auto& row : table.rows) {
        gatherer.begin_row(number, ++row_number);
        int column = 0;
        for (const auto& cell : row.cells) gatherer.add_cell(cell.text, ++column);
    }
}

}  // namespace

std::string repaired(std::string_view bytes) {
    if (base::is_utf8(bytes)) return std::string(bytes);
    std::string text;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto size = text::bytes_of(bytes[at]);
        const auto one = bytes.substr(at, size);
        if (one.size() == size && base::is_utf8(one)) {
            text += one;
            at += size;
        } else {
            base::append_char(text, 0xfffd);
            ++at;
        }
    }
    return text;
}

Passages passages_of(std::string_view plain) {
    const auto whole = repaired(plain);
    std::string_view rest = whole;
    Gatherer gatherer;
    for (;;) {
        const auto end = rest.find('\n');
        gatherer.add(std::string(rest.substr(0, end)));
        if (end == std::string_view::npos) return gatherer.take();
        rest.remove_prefix(end + 1);
    }
}

Passages passages_of(const office::Document& document) {
    Passages all;
    int table = -1, row = 0;
    for (const auto& block : document.blocks) {
        if (block.kind == office::Block::Kind::paragraph) {
            all.push_back({repaired(block.text), block.number, 0, 0, 0});
            continue;
        }
        row = block.table == table ? row + 1 : 1;
        table = block.table;
        for (const auto& cell : block.cells)
            if (!cell.continued && !cell.text.empty())
                all.push_back({repaired(cell.text), block.number, table + 1, row, cell.column + 1});
    }
    return all;
}

Passages passages_of(const office::Paper& paper) {
    Gatherer gatherer;
    if (!paper.head.number.empty()) gatherer.add(repaired(paper.head.number));
    int tables = 0;
    for (const auto& section : paper.sections)
        for (const auto& part : section.parts) {
            if (const auto* table = std::get_if<office::PaperTable>(&part)) {
                add_table(gatherer, *table, ++tables);
                continue;
            }
            std::string line;
            for (const auto& run : std::get<office::Paragraph>(part).runs) line += run.text;
            gatherer.add(repaired(line));
        }
    return gatherer.take();
}

std::string lines_of(const Passages& passages) {
    std::string all;
    for (std::size_t i = 0; i < passages.size(); ++i) {
        if (i > 0) all += '\n';
        all += passages[i].text;
    }
    return all;
}

}  // namespace proofreading
