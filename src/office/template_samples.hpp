// What the tests of templates share: an invented list of fields, records of it, and Word and Excel
// files put together part by part. Not part of the product.
#pragma once

#include <gtest/gtest.h>

#include "base/messages.hpp"
#include "office/archive.hpp"
#include "office/sample_files.hpp"
#include "office/template.hpp"

namespace office::sample {

inline RecordType fields() {
    const RecordType measures{"措施",
                              "",
                              {{"内容", FieldSort::text, "", ""},
                               {"时限", FieldSort::day, "", ""},
                               {"超期", FieldSort::flag, "", ""},
                               {"数额", FieldSort::number, "", ""}},
                              {}};
    const RecordType problems{"问题",
                              "",
                              {{"编号", FieldSort::number, "", ""},
                               {"内容", FieldSort::text, "", ""},
                               {"单位", FieldSort::several, "", ""}},
                              {measures}};
    return {"",
            "",
            {{"名称", FieldSort::text, "", ""},
             {"总数", FieldSort::number, "", ""},
             {"完成率", FieldSort::share, "", ""},
             {"今天", FieldSort::day, "", ""}},
            {problems}};
}

inline Record measure(std::string text, bool late = false, std::int64_t amount = 1) {
    return {{std::move(text), *base::parse_date("2024-06-30"), late, amount}, {}};
}
inline Record problem(std::int64_t number, std::string text, std::vector<Record> measures) {
    return {{number, std::move(text), Several{{"预算科", "采购科"}, "、"}}, {std::move(measures)}};
}
/// Two problems: one with two measures, of which the second is late, one with none.
inline Record two_problems() {
    return {
        {std::string("财政局整改"), std::int64_t{12}, Share{2, 3}, *base::parse_date("2024-06-30")},
        {{problem(1, "采购不规范", {measure("修订制度"), measure("公开结果", true, 5)}),
          problem(2, "预算<慢>&", {})}}};
}

inline std::string bytes_of_archive(const Parts& parts) {
    const Folder folder;
    write_archive(folder / "a.zip", parts);
    return bytes_of(folder / "a.zip");
}

inline std::string main_link(std::string_view part) {
    return R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
           R"(<Relationship Id="r1" Type="http://x/officeDocument" Target=")" +
           std::string(part) + R"("/></Relationships>)";
}
inline std::string word_template(std::string_view body, Parts further = {}) {
    auto parts = word_parts(body, std::move(further));
    parts.emplace_back("_rels/.rels", main_link("word/document.xml"));
    return bytes_of_archive(parts);
}

/// One sheet 台账 with these rows; `behind` is what stands behind them, `texts` the shared strings.
inline std::string excel_template(std::string_view rows, std::string_view behind = {},
                                  std::string_view texts = {}, Parts further = {}) {
    const std::string ns = R"(xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main")";
    further.emplace_back("_rels/.rels", main_link("xl/workbook.xml"));
    further.emplace_back("xl/workbook.xml",
                         "<workbook " + ns +
                             R"( xmlns:r="http://r"><sheets><sheet name="台账" sheetId="1" )"
                             R"(r:id="r1"/></sheets><definedNames><definedName )"
                             R"(name="_xlnm.Print_Area">台账!$A$1:$C$9</definedName>)"
                             R"(</definedNames></workbook>)");
    further.emplace_back(
        "xl/_rels/workbook.xml.rels",
        R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
        R"(<Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>)"
        R"(<Relationship Id="r2" Type="http://x/sharedStrings" Target="sharedStrings.xml"/>)"
        R"(</Relationships>)");
    further.emplace_back("xl/worksheets/sheet1.xml", "<worksheet " + ns + "><sheetData>" +
                                                         std::string(rows) + "</sheetData>" +
                                                         std::string(behind) + "</worksheet>");
    further.emplace_back("xl/sharedStrings.xml",
                         "<sst " + ns + ">" + std::string(texts) + "</sst>");
    return bytes_of_archive(further);
}

inline std::string part_of(std::string_view bytes, const std::string& part) {
    auto archive = Archive::open_bytes(bytes);
    return archive ? archive->read(part, 64u << 20).value() : "no archive";
}

/// What is wrong with a template, a sentence a line; the code of what refuses it altogether.
inline std::string faults_of(std::string_view bytes) {
    const auto type = fields();
    const auto read = read_template(bytes, type);
    if (!read) return "refused " + read.error().code;
    std::string lines;
    for (const auto& fault : (*read)->faults()) lines += base::sentence_of(fault) + "\n";
    return lines;
}

/// The finished file.
inline std::string filled(std::string_view bytes, const Record& root = two_problems()) {
    const auto type = fields();
    const auto read = read_template(bytes, type);
    EXPECT_TRUE(read) << read.error().code;
    if (!read) return "";
    EXPECT_TRUE((*read)->faults().empty()) << faults_of(bytes);
    if (!(*read)->faults().empty()) return "";
    const auto made = (*read)->fill(root);
    EXPECT_TRUE(made) << made.error().code;
    return made ? *made : "";
}
/// Read again by the reader of documents, as shown() prints it.
inline std::string shown_again(std::string_view bytes, std::string_view ending) {
    const Folder folder;
    return shown(read_document(folder.write("a" + std::string(ending), bytes)));
}

}  // namespace office::sample
