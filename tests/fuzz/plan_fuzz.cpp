// The reader of rectification documents over any valid UTF-8: lines become paragraphs, lines with
// tabs the rows of a table. Whatever comes in, every row stands in a block that is there and is
// text of the document.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/utf8.hpp"
#include "plan/intake.hpp"
#include "plan/plan_json.hpp"

namespace {

constexpr std::string_view formats[] = {"txt", "docx", "xlsx", "md"};

void add_row(std::string_view line, office::Document& document, int table) {
    office::Block block;
    block.kind = office::Block::Kind::table_row;
    block.table = table;
    for (int column = 0;; ++column) {
        const auto end = std::min(line.find('\t'), line.size());
        const auto text = line.substr(0, end);
        const bool merged = text == "^" && !document.blocks.empty() &&
                            static_cast<std::size_t>(column) < document.blocks.back().cells.size();
        if (merged) {
            auto cell = document.blocks.back().cells[static_cast<std::size_t>(column)];
            cell.continued = true;
            block.cells.push_back(std::move(cell));
        } else {
            block.cells.push_back({std::string(text), column, 1, false});
        }
        if (end == line.size()) break;
        line.remove_prefix(end + 1);
    }
    document.blocks.push_back(std::move(block));
}

office::Document document_of(std::string_view input) {
    office::Document document;
    document.format = formats[input.empty() ? 0 : static_cast<unsigned char>(input[0]) % 4];
    int table = 0;
    for (std::size_t at = 0; at < input.size();) {
        const auto end = std::min(input.find('\n', at), input.size());
        const auto line = input.substr(at, end - at);
        at = end + 1;
        if (line.empty()) continue;
        if (line.find('\t') != std::string_view::npos) {
            add_row(line, document, table);
        } else {
            ++table;
            document.blocks.emplace_back().text = line;
        }
    }
    for (std::size_t i = 0; i < document.blocks.size(); ++i) document.blocks[i].number = i + 1;
    return document;
}

void require(bool truth) {
    if (!truth) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    if (!base::is_utf8(input) || input.find('\0') != std::string_view::npos) return 0;
    const auto document = document_of(input);
    const auto found = plan::read_plan(document);
    const auto within = [&](const plan::Source& source) {
        require(source.first <= source.last && source.last <= document.blocks.size());
    };
    for (const auto& area : found.areas) {
        within(area.source);
        for (const auto& problem : area.problems) {
            within(problem.source);
            require(problem.source.first > 0);
            for (const auto& measure : problem.measures) {
                within(measure.source);
                require(!measure.text.empty() && base::is_utf8(measure.text));
            }
        }
    }
    const auto counted = plan::counts(found);
    require(counted.measures <= input.size() && counted.problems <= input.size());
    require(base::is_utf8(plan::to_json(found)));
    return 0;
}
