#include "office/cell_rules.hpp"

#include <algorithm>
#include <stdexcept>

#include "office/cell_text.hpp"

namespace office {

void must(lxw_error error, const std::filesystem::path& path) {
    if (error != LXW_NO_ERROR)
        throw std::runtime_error("cannot write " + path.string() + ": " + lxw_strerror(error));
}

void CellRules::apply(lxw_worksheet* sheet, Lines lines, lxw_col_t column,
                      const SheetColumn& what) {
    if (what.choices.empty() && !what.whole) return;
    lxw_data_validation rule{};
    const auto formula = what.choices.empty() ? std::string() : formula_of(what.choices);
    if (!what.choices.empty()) {
        rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
        rule.value_formula = const_cast<char*>(formula.c_str());
    } else {
        rule.validate = LXW_VALIDATION_TYPE_INTEGER;
        rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
        rule.minimum_number = static_cast<double>(what.whole->min);
        rule.maximum_number = static_cast<double>(what.whole->max);
        rule.error_message = const_cast<char*>(what.whole->otherwise.c_str());
    }
    must(worksheet_data_validation_range(sheet, lines.first, column, lines.last, column, &rule),
         path_);
}

void CellRules::write_lists() {
    if (lists_.empty()) return;
    auto* sheet = workbook_add_worksheet(workbook_, sheet_name);
    if (sheet == nullptr) throw std::runtime_error("cannot write " + path_.string());
    for (std::size_t column = 0; column < lists_.size(); ++column)
        for (std::size_t row = 0; row < lists_[column].size(); ++row)
            must(worksheet_write_string(sheet, static_cast<lxw_row_t>(row),
                                        static_cast<lxw_col_t>(column),
                                        stored_cell_text(lists_[column][row]).c_str(), nullptr),
                 path_);
    worksheet_hide(sheet);
}

std::string CellRules::formula_of(const std::vector<std::string>& choices) {
    const auto known = std::find(lists_.begin(), lists_.end(), choices);
    const auto column = static_cast<lxw_col_t>(known - lists_.begin());
    if (known == lists_.end()) lists_.push_back(choices);
    char range[LXW_MAX_CELL_RANGE_LENGTH];
    lxw_rowcol_to_range_abs(range, 0, column, static_cast<lxw_row_t>(choices.size() - 1), column);
    return std::string("=") + sheet_name + "!" + range;
}

}  // namespace office
