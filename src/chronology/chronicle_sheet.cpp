#include "chronology/chronicle_sheet.hpp"

namespace chronology {

office::Sheet chronicle_sheet(const std::vector<Happening>& rows,
                              const std::string& programme_title) {
    office::Sheet sheet;
    sheet.name = "大事记";
    sheet.title = programme_title + "工作大事记";
    sheet.note = "共" + std::to_string(rows.size()) + "条";
    sheet.columns = {
        {"日期", 12, office::Alignment::centre}, {"类别", 12}, {"人员", 16}, {"事项", 80}};
    for (const auto& one : rows)
        sheet.rows.push_back(
            {{base::date_of(one.at), std::string(words_of(one.kind)), one.person, sentence_of(one)},
             {}});
    return sheet;
}

}  // namespace chronology
