#include "office/filled_sheet.hpp"

#include <algorithm>
#include <fstream>

#include "base/messages.hpp"
#include "base/utf8.hpp"

namespace office {

std::map<SheetPlace, std::string> faults_by_row(const std::vector<SheetFault>& faults) {
    std::map<SheetPlace, std::string> said;
    for (const auto& fault : faults) {
        auto& words = said[fault.at];
        words += (words.empty() ? "" : "\n") + fault.column + (fault.column.empty() ? "" : "：") +
                 base::sentence_of(fault.error);
    }
    return said;
}

base::Result<Document> read_filled_workbook(const std::filesystem::path& file) {
    char head[2] = {};
    std::ifstream(file, std::ios::binary).read(head, 2);
    const auto other = base::refuse(base::ErrorKind::unsupported, "workbook_must_be_xlsx");
    if (std::string_view(head, 2) != "PK") return other;
    auto document = read_document(file);
    if (document && document->format != "xlsx") return other;
    return document;
}

std::vector<std::vector<const Block*>> sheets_of(const Document& document) {
    std::vector<std::vector<const Block*>> sheets;
    int table = -1;
    for (const auto& block : document.blocks) {
        if (block.kind != Block::Kind::table_row) continue;
        if (sheets.empty() || block.table != table) sheets.emplace_back();
        table = block.table;
        sheets.back().push_back(&block);
    }
    return sheets;
}

std::string heading_key(std::string_view text) {
    auto key = base::folded(text);
    if (const auto bracket = key.find('('); bracket != std::string::npos && bracket > 0)
        key.resize(bracket);
    while (!key.empty() && (key.back() == '*' || key.back() == ':')) key.pop_back();
    while (!key.empty() && key.front() == '*') key.erase(0, 1);
    return key;
}

int column_under(const Block& head, std::string_view heading,
                 const std::array<std::string_view, 3>& also) {
    for (const bool exactly : {true, false})
        for (const auto& cell : head.cells) {
            const auto key = heading_key(cell.text);
            const bool fits =
                exactly ? key == heading
                        : !key.empty() && std::find(also.begin(), also.end(), key) != also.end();
            if (fits) return cell.column;
        }
    return -1;
}

const Cell* cell_at(const Block& row, int column) {
    const auto found = std::find_if(row.cells.begin(), row.cells.end(), [&](const Cell& cell) {
        return cell.column <= column && column < cell.column + cell.columns;
    });
    return found == row.cells.end() ? nullptr : &*found;
}

}  // namespace office
