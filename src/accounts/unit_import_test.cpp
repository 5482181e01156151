// Units and persons from a workbook: what becomes of every kind of row, then files as offices and
// attackers send them, checked and imported over both databases.
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <fstream>

#include "accounts/post_actions.hpp"
#include "accounts/test_installation.hpp"
#include "accounts/unit_import_json.hpp"
#include "accounts/unit_sheet.hpp"
#include "base/test_contract.hpp"
#include "db/test_database.hpp"
#include "journal/verify.hpp"
#include "office/sample_files.hpp"

namespace accounts {
namespace {

using Rows = std::vector<std::vector<std::string>>;

template <class T>
std::string code_of(const base::Result<T>& result) {
    return result ? "accepted" : result.error().code;
}

/// 青云县 over 财政局 (县财政局) and 教育局; 办公室 in both, and 王强 in 财政局.
struct Known {
    base::SeededRandom random{7};
    UnitsThere there;

    base::UnitId add(const std::string& name, std::optional<std::size_t> parent = {},
                     const std::string& short_name = "") {
        Unit unit{.id = base::UnitId::make({}, random), .name = name, .short_name = short_name};
        unit.number = static_cast<std::int64_t>(there.units.size()) + 1;
        if (parent) unit.parent = there.units[*parent].id;
        unit.path = (parent ? there.units[*parent].path : "/") + std::to_string(unit.number) + "/";
        there.units.push_back(unit);
        return unit.id;
    }
    Known() {
        add("青云县");
        const auto finance = add("财政局", 0, "县财政局");
        add("教育局", 0);
        add("办公室", 1);
        add("办公室", 2);
        there.persons.push_back({.id = {}, .name = "王强", .unit = finance});
    }
};

UnitSheets sheets_of(const Rows& units, const Rows& persons = {}) {
    UnitSheets sheets;
    int line = 1;
    for (const auto& row : units)
        sheets.units.push_back({{"单位", ++line}, row[0], "", row[1], row[2]});
    line = 1;
    for (const auto& row : persons)
        sheets.persons.push_back({{"人员", ++line},
                                  row[0],
                                  row[1],
                                  row[2],
                                  row.size() > 3 ? row[3] : "",
                                  row.size() > 4 ? row[4] : ""});
    return sheets;
}

/// "2 上级单位 unit_not_found; …"
std::string said(const std::vector<SheetFault>& faults) {
    std::string words;
    for (const auto& fault : faults)
        words += (words.empty() ? "" : "; ") + std::to_string(fault.at.row) + " " + fault.column +
                 " " + fault.error.code;
    return words;
}

TEST(UnitImports, say_of_each_row_what_is_wrong_with_it) {
    const Known known;
    const struct {
        std::string name;
        Rows units;
        std::size_t planned;
        std::string faults, notes;
    } cases[]{
        {"a new one under one that is there", {{"统计局", "部门", "青云县"}}, 1, "", ""},
        {"at the top", {{"白云县", "党委", ""}}, 1, "", ""},
        {"there already",
         {{"财 政局", "部门", "青云县"}},
         0,
         "",
         "2 单位名称 unit_is_there_already"},
        {"by its short name", {{"国库科", "科室", "县财政局"}}, 1, "", ""},
        {"by the way to it", {{"档案室", "科室", "财政局／办公室"}}, 1, "", ""},
        {"of several", {{"档案室", "科室", "办公室"}}, 0, "2 上级单位 unit_name_ambiguous", ""},
        {"of nobody", {{"档案室", "科室", "林业局"}}, 0, "2 上级单位 unit_not_found", ""},
        {"of nobody on the way",
         {{"档案室", "科室", "林业局/办公室"}},
         0,
         "2 上级单位 unit_not_found",
         ""},
        {"without a name", {{"", "科室", "财政局"}}, 0, "2 单位名称 unit_name_empty", ""},
        {"of no kind", {{"国库科", "", "财政局"}}, 0, "2 类别 unit_kind_empty", ""},
        {"of no known kind",
         {{"国库科", "处室", "财政局"}},
         0,
         "2 类别 unit_kind_not_acceptable",
         ""},
        {"a kind in other signs", {{"青石镇", "乡镇(街道)", "青云县"}}, 1, "", ""},
        {"below rows that come later",
         {{"国库科", "科室", "审计局"}, {"审计局", "部门", "青云县"}},
         2,
         "",
         ""},
        {"of the same file by the way to it",
         {{"审计局", "部门", "青云县"},
          {"办公室", "科室", "审计局"},
          {"机要室", "科室", "审计局/办公室"}},
         3,
         "",
         ""},
        {"below one said again",
         {{"财政局", "部门", "青云县"}, {"国库科", "科室", "财政局"}},
         1,
         "",
         "2 单位名称 unit_is_there_already"},
        {"twice",
         {{"国库科", "科室", "财政局"}, {"国库 科", "科室", "县财政局"}},
         1,
         "3 单位名称 unit_twice_in_file",
         ""},
        {"below a bad one",
         {{"审计局", "局", "青云县"}, {"国库科", "科室", "审计局"}},
         0,
         "2 类别 unit_kind_not_acceptable; 3 上级单位 unit_row_is_bad",
         ""},
        {"below itself", {{"审计局", "部门", "审计局"}}, 0, "2 上级单位 unit_not_found", ""},
        {"in a circle",
         {{"甲", "部门", "乙"}, {"乙", "部门", "丙"}, {"丙", "部门", "甲"}, {"丁", "部门", "甲"}},
         0,
         "2 上级单位 units_in_a_circle; 3 上级单位 units_in_a_circle; 4 上级单位 "
         "units_in_a_circle; "
         "5 上级单位 unit_row_is_bad",
         ""},
        {"a formula that failed",
         {{"#REF!", "部门", "青云县"}},
         0,
         "2 单位名称 cell_is_an_error",
         ""},
        {"over two lines",
         {{"审计\n局", "部门", "青云县"}},
         0,
         "2 单位名称 cell_has_several_lines",
         ""},
        {"too long",
         {{std::string(201, 'a'), "部门", "青云县"}},
         0,
         "2 单位名称 text_too_long",
         ""},
    };
    for (const auto& row : cases) {
        const auto import = plan_unit_import(sheets_of(row.units), known.there);
        EXPECT_EQ(import.units.size(), row.planned) << row.name;
        EXPECT_EQ(said(import.faults), row.faults) << row.name;
        EXPECT_EQ(said(import.notes), row.notes) << row.name;
        for (std::size_t i = 0; i < import.units.size(); ++i)
            EXPECT_LT(import.units[i].new_parent.value_or(0), i + 1) << "parents first";
    }
}

TEST(UnitImports, say_of_each_person_what_is_wrong) {
    const Known known;
    const struct {
        Rows persons;
        std::size_t planned;
        std::string faults, notes;
    } cases[]{
        {{{"何芳", "财政局", "局长"}}, 1, "", ""},
        {{{"何芳", "青云县/教育局/办公室", ""}}, 1, "", ""},
        {{{"何芳", "统计局", ""}}, 1, "", ""},  // new in the same file
        {{{"王　强", "县财政局", ""}}, 0, "", "2 姓名 person_is_there_already"},
        {{{"王强", "教育局", ""}}, 1, "", ""},
        {{{"", "财政局", ""}}, 0, "2 姓名 person_name_empty", ""},
        {{{"何芳", "", ""}}, 0, "2 单位 person_unit_empty", ""},
        {{{"何芳", "办公室", ""}}, 0, "2 单位 unit_name_ambiguous", ""},
        {{{"何芳", "林业局", ""}}, 0, "2 单位 unit_not_found", ""},
        {{{"何芳", "坏局", ""}}, 0, "2 单位 unit_row_is_bad", ""},
        {{{"何芳", "财政局", "局长"}, {"何芳", "县财政局", "局长"}},
         1,
         "",
         "3 姓名 person_said_twice"},
        {{{"何芳", "财政局", "局长"}, {"何芳", "财政局", "科长"}},
         1,
         "3 姓名 person_twice_in_file",
         ""},
    };
    for (const auto& row : cases) {
        auto sheets = sheets_of({{"统计局", "部门", "青云县"}}, row.persons);
        sheets.units.push_back({{"单位", 9}, "坏局", "", "局", ""});
        auto import = plan_unit_import(sheets, known.there);
        std::erase_if(import.faults, [](const auto& fault) { return fault.at.row == 9; });
        EXPECT_EQ(import.persons.size(), row.planned) << row.persons[0][1];
        EXPECT_EQ(said(import.faults), row.faults) << row.persons[0][1];
        EXPECT_EQ(said(import.notes), row.notes) << row.persons[0][1];
    }
}

TEST(UnitImports, say_of_each_post_what_is_wrong) {
    Known known;
    known.there.today = *base::parse_date("2024-06-30");
    Post head;
    head.unit = known.there.units[1].id;
    head.person_name = "周桂芳";
    known.there.heads.push_back(head);
    const struct {
        std::string name;
        Rows persons;
        std::size_t planned;
        std::string faults;
    } cases[]{
        {"head with a day", {{"何芳", "教育局", "局长", "是", "2024.3.1"}}, 1, ""},
        {"no head", {{"何芳", "财政局", "科员", "否", ""}}, 1, ""},
        {"the unit has one",
         {{"何芳", "财政局", "局长", "是", ""}},
         0,
         "2 主要负责人 unit_is_headed_already"},
        {"two in the file",
         {{"何芳", "教育局", "局长", "是", ""}, {"李强", "教育局", "书记", "是", ""}},
         1,
         "3 主要负责人 unit_head_twice_in_file"},
        {"neither yes nor no",
         {{"何芳", "教育局", "局长", "对", ""}},
         0,
         "2 主要负责人 cell_is_neither_yes_nor_no"},
        {"no post", {{"何芳", "教育局", "", "是", ""}}, 0, "2 职务 post_title_empty"},
        {"no whole day",
         {{"何芳", "教育局", "局长", "", "2024年3月"}},
         0,
         "2 任职日期 cell_is_no_day"},
        {"tomorrow",
         {{"何芳", "教育局", "局长", "", "2024-07-01"}},
         0,
         "2 任职日期 post_lies_in_the_future"},
    };
    for (const auto& one : cases) {
        const auto plan = plan_unit_import(sheets_of({}, one.persons), known.there);
        EXPECT_EQ(plan.persons.size(), one.planned) << one.name;
        EXPECT_EQ(said(plan.faults), one.faults) << one.name;
    }
}

TEST(UnitImports, stay_within_the_depth_and_the_scope_of_who_imports) {
    Known known;
    Rows chain;
    for (int i = 30; i > 0; --i)  // from the bottom up
        chain.push_back({"第" + std::to_string(i) + "级", "部门",
                         i > 1 ? "第" + std::to_string(i - 1) + "级" : "青云县"});
    const auto deep = plan_unit_import(sheets_of(chain), known.there);
    EXPECT_EQ(deep.units.size(), unit_levels_max - 1);
    EXPECT_EQ(deep.bad_units.size(), 30 - deep.units.size());
    EXPECT_NE(said(deep.faults).find("units_too_deep"), std::string::npos);
    known.there.whole_tree = false;
    EXPECT_EQ(said(plan_unit_import(sheets_of({{"白云县", "党委", ""}}), known.there).faults),
              "2 上级单位 a_root_needs_the_whole_tree");
}

TEST(UnitImports, of_five_thousand_rows_in_the_worst_order_take_no_second) {
    Rows rows;
    for (int i = 0; i < 2500; ++i) rows.push_back({"办公室", "科室", "局" + std::to_string(i)});
    for (int i = 0; i < 2500; ++i) rows.push_back({"局" + std::to_string(i), "部门", "青云县"});
    const Known known;
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(plan_unit_import(sheets_of(rows), known.there).units.size(), 5000u);
    Rows circle;
    for (int i = 0; i < 5000; ++i)
        circle.push_back({"局" + std::to_string(i), "部门", "局" + std::to_string((i + 1) % 5000)});
    EXPECT_EQ(plan_unit_import(sheets_of(circle), known.there).faults.size(), 5000u);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(3));
}

TEST(UnitImports, report_as_the_contract_has_it) {
    const auto fault = [](SheetPlace at, std::string column, std::string value, base::Error error) {
        return SheetFault{std::move(at), std::move(column), std::move(value), std::move(error)};
    };
    using base::ErrorKind;
    const UnitImportReport report{
        3,
        1,
        1,
        {fault({"单位", 6}, "上级单位", "林业局",
               base::refuse(ErrorKind::invalid, "unit_not_found", "", {{"value", "林业局"}}))},
        {fault({"人员", 4}, "姓名", "何芳",
               base::refuse(ErrorKind::conflict, "person_said_twice", "",
                            {{"value", "何芳"}, {"row", "3"}}))}};
    base::testing::Contract{"accounts"}.expect(to_json(report), "unit_import");
}

class UnitWorkbooks : public db::testing::OnBothEngines {
  protected:
    /// A workbook as an office fills one, the head being the template's unless said otherwise.
    std::filesystem::path book(const Rows& units, const Rows& persons = {},
                               const std::vector<std::string>& heads = {"单位名称*", "简称",
                                                                        "类别*", "上级单位"}) {
        office::Workbook made;
        made.sheets.push_back(sheet("单位", heads, units));
        made.sheets.push_back(
            sheet("人员", {"姓名*", "单位*", "职务", "主要负责人", "任职日期"}, persons));
        const auto file = folder / ("book" + std::to_string(++books) + ".xlsx");
        office::write_workbook(file, made);
        return file;
    }
    static office::Sheet sheet(const std::string& name, const std::vector<std::string>& heads,
                               const Rows& rows) {
        office::Sheet made;
        made.name = name;
        for (const auto& head : heads) {
            office::SheetColumn column;
            column.heading = head;
            made.columns.push_back(column);
        }
        for (const auto& row : rows) {
            office::SheetRow one;
            for (const auto& cell : row) one.values.emplace_back(cell);
            made.rows.push_back(one);
        }
        return made;
    }
    base::Result<UnitImportReport> check(const std::filesystem::path& file) {
        return check_unit_workbook(needs, file, operator_actor());
    }
    std::int64_t count(std::string_view sql) {
        return database().read([&](db::Transaction& transaction) {
            return *transaction.first(sql, {}, [](const db::Row& row) { return row.integer(0); });
        });
    }

    testing::TestInstallation here{database()};
    office::sample::Folder folder;
    UnitImportNeeds needs{here.needs, folder / "temporary"};
    int books = 0;
};
ZHENGGAI_ON_BOTH_ENGINES(UnitWorkbooks);

TEST_P(UnitWorkbooks, are_checked_without_a_trace_and_imported_once) {
    here.unit("青云县");
    const auto file =
        book({{"国库科", "", "科室", "财政局"}, {"财政局", "县财政局", "部门", "青云县"}},
             {{"何芳", "国库科", "科长", "是", "2024年3月1日"}, {"周敏", "青云县", "", "", ""}});
    const auto checked = check(file);
    ASSERT_TRUE(checked) << checked.error().code;
    EXPECT_EQ(checked->units, 2);
    EXPECT_EQ(checked->persons, 2);
    EXPECT_TRUE(checked->faults.empty());
    EXPECT_EQ(count("SELECT count(*) FROM unit"), 1);

    const auto done = import_unit_workbook(needs, file, BadRows::refuse, operator_actor());
    ASSERT_TRUE(done) << done.error().code;
    const auto units = search_units(here.needs, "国库科", operator_actor());
    ASSERT_EQ(units.size(), 1u);
    EXPECT_EQ(levels_of(units[0].path), 3u);
    EXPECT_EQ(units[0].kind, UnitKind::section);
    EXPECT_EQ(search_persons(here.needs, "何芳", operator_actor()).at(0).post, "科长");
    const auto posts = list_unit_posts(here.needs, units[0].id, {}, operator_actor());
    ASSERT_EQ(posts->size(), 1u);
    EXPECT_TRUE(posts->front().head);
    EXPECT_EQ(base::to_text(*posts->front().from_on), "2024-03-01");
    const auto again = import_unit_workbook(needs, file, BadRows::refuse, operator_actor());
    ASSERT_TRUE(again);
    EXPECT_EQ(again->units + again->persons, 0);
    EXPECT_EQ(again->notes.size(), 4u);
    EXPECT_EQ(count("SELECT count(*) FROM unit"), 3);
    EXPECT_EQ(count("SELECT count(*) FROM journal_entry WHERE act = 'register_person'"), 2);
    EXPECT_TRUE(journal::verify(database(), here.journal.key()).sound());
}

TEST_P(UnitWorkbooks, with_bad_rows_change_nothing_unless_these_are_left_out_and_come_back) {
    here.unit("青云县");
    const auto file = book({{"财政局", "", "部门", "青云县"},
                            {"林业局", "", "局", "青云县"},
                            {"防火办", "", "科室", "林业局"}},
                           {{"何芳", "林业局", "局长"}, {"周敏", "财政局", ""}});
    const auto refused = import_unit_workbook(needs, file, BadRows::refuse, operator_actor());
    ASSERT_EQ(code_of(refused), "workbook_has_faults");
    EXPECT_EQ(refused.error().args[0].second, "3");
    EXPECT_EQ(count("SELECT count(*) FROM unit"), 1);

    const auto returned = return_bad_rows(needs, file, operator_actor());
    ASSERT_TRUE(returned);
    const auto read = office::read_document(*returned);
    ASSERT_TRUE(read);
    const auto sheets = read_unit_sheets(*read);
    ASSERT_TRUE(sheets) << sheets.error().code;
    ASSERT_EQ(sheets->units.size(), 2u);
    EXPECT_EQ(sheets->units[0].name, "林业局");
    EXPECT_EQ(sheets->units[0].kind, "局");
    ASSERT_EQ(sheets->persons.size(), 1u);
    bool explained = false;
    for (const auto& block : read->blocks)
        for (const auto& cell : block.cells)
            explained |= cell.text.find("没有“局”这种类别") != std::string::npos;
    EXPECT_TRUE(explained);

    const auto done = import_unit_workbook(needs, file, BadRows::leave_out, operator_actor());
    ASSERT_TRUE(done);
    EXPECT_EQ(done->units, 1);
    EXPECT_EQ(done->persons, 1);
    EXPECT_EQ(done->bad_rows, 3);
}

TEST_P(UnitWorkbooks, name_the_row_as_excel_numbers_it) {
    const auto file = book({{"", "", "", ""}, {"国库科", "", "科室", "财政局"}});
    const auto report = check(file);
    ASSERT_TRUE(report);
    ASSERT_EQ(report->faults.size(), 1u);
    EXPECT_EQ(report->faults[0].at, (SheetPlace{"单位", 3}));
    const auto json = boost::json::parse(to_json(*report)).at("faults").at(0);
    EXPECT_EQ(json.at("row").as_int64(), 3);
    EXPECT_EQ(json.at("fault").at("code").as_string(), "unit_not_found");
}

// What does not depend on the database is asked of one.
class ForeignWorkbooks : public UnitWorkbooks {};
INSTANTIATE_TEST_SUITE_P(Engines, ForeignWorkbooks, ::testing::Values(db::Engine::sqlite),
                         ::db::testing::engine_of_test);

TEST_P(ForeignWorkbooks, give_the_template_which_is_empty_and_fit_to_be_filled) {
    const auto file = write_unit_template(needs);
    const auto read = office::read_document(file);
    ASSERT_TRUE(read);
    const auto sheets = read_unit_sheets(*read);
    ASSERT_TRUE(sheets) << sheets.error().code;
    EXPECT_TRUE(sheets->units.empty());
    EXPECT_TRUE(sheets->persons.empty());
    EXPECT_TRUE(sheets->faults.empty());
    const auto report = check(file);
    ASSERT_TRUE(report);
    EXPECT_EQ(report->units + report->persons, 0);
}

TEST_P(ForeignWorkbooks, are_understood_by_their_heads_or_refused_for_them) {
    here.unit("青云县");
    const auto understood =
        check(book({{"财政局", "部门", "青云县"}}, {}, {"单位全称", "类型（必填）", " 上级 "}));
    ASSERT_TRUE(understood);
    EXPECT_EQ(understood->units, 1);
    const auto missing = check(book({{"财政局", "青云县"}}, {}, {"单位名称", "上级单位"}));
    ASSERT_TRUE(missing);
    EXPECT_EQ(said(missing->faults), "0 类别 sheet_column_missing");
    EXPECT_EQ(missing->units, 0);
    office::Workbook other;
    other.sheets.push_back(sheet("台账", {"序号", "问题", "措施"}, {{"1", "甲", "乙"}}));
    office::write_workbook(folder / "other.xlsx", other);
    EXPECT_EQ(code_of(check(folder / "other.xlsx")), "unit_workbook_without_header");
    office::Workbook titled;
    titled.sheets.push_back(sheet("Sheet1", {"单位名称", "简称", "类别", "上级单位"},
                                  {{"财政局", "", "部门", "青云县"}}));
    titled.sheets[0].title = "青云县单位一览";
    titled.sheets[0].note = "报送单位：县委办";
    office::write_workbook(folder / "titled.xlsx", titled);
    EXPECT_EQ(check(folder / "titled.xlsx")->units, 1);
}

TEST_P(ForeignWorkbooks, that_are_none_are_refused_by_what_they_are) {
    const auto good = book({{"青云县", "", "部门", ""}});
    std::ifstream whole(good, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(whole)), {});
    const struct {
        std::string name, bytes, expected;
    } cases[]{
        {"empty", "", "workbook_must_be_xlsx"},
        {"csv", "单位名称,简称,类别,上级单位\n青云县,,部门,\n", "workbook_must_be_xlsx"},
        {"xls", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on", "workbook_must_be_xlsx"},
        {"truncated", bytes.substr(0, bytes.size() / 2), "document_damaged"},
        {"only a beginning", "PK\x03\x04", "document_damaged"},
    };
    for (const auto& row : cases)
        EXPECT_EQ(code_of(check(folder.write("file.xlsx", row.bytes))), row.expected) << row.name;
}

TEST_P(ForeignWorkbooks, of_too_many_rows_are_refused_with_their_number) {
    Rows rows;
    for (std::size_t i = 0; i <= import_rows_max; ++i)
        rows.push_back({"局" + std::to_string(i), "", "部门", ""});
    const auto refused = check(book(rows));
    ASSERT_EQ(code_of(refused), "too_many_rows_to_import");
    EXPECT_EQ(refused.error().args[0].second, std::to_string(import_rows_max + 1));
}

/// A sheet written cell by cell, as no careful program writes one.
TEST_P(ForeignWorkbooks, with_formulas_and_merged_cells_give_what_they_show) {
    here.unit("青云县");
    const std::string text = R"(<c r="A1" t="inlineStr"><is><t>单位名称</t></is></c>)"
                             R"(<c r="B1" t="inlineStr"><is><t>类别</t></is></c>)"
                             R"(<c r="C1" t="inlineStr"><is><t>上级单位</t></is></c>)";
    const auto cell = [](const std::string& at, const std::string& value) {
        return "<c r=\"" + at + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + value +
               "</t></is></c>";
    };
    const std::string sheet =
        "<worksheet><sheetData><row r=\"1\">" + text + "</row><row r=\"4\">" +
        cell("A4", "　财政局 ") + R"(<c r="B4" t="str"><f>"部"&amp;"门"</f><v>部门</v></c>)" +
        cell("C4", "青云县") + "</row><row r=\"5\">" + cell("A5", "教育局") + cell("B5", "部门") +
        "</row><row r=\"6\">" + cell("A6", "统计局") +
        R"(<c r="B6" t="str"><f>NOW()</f></c></row></sheetData>)"
        R"(<mergeCells count="1"><mergeCell ref="C4:C6"/></mergeCells></worksheet>)";
    const std::string workbook =
        R"(<workbook xmlns:r="r"><sheets>)"
        R"(<sheet name="单位" sheetId="1" r:id="s1"/></sheets></workbook>)";
    const std::string relationships = R"(<Relationships><Relationship Id="s1" )"
                                      R"(Type="http://x/relationships/worksheet" )"
                                      R"(Target="worksheets/sheet1.xml"/></Relationships>)";
    office::sample::write_archive(folder / "formulas.xlsx",
                                  {{"xl/workbook.xml", workbook},
                                   {"xl/_rels/workbook.xml.rels", relationships},
                                   {"xl/worksheets/sheet1.xml", sheet}});
    const auto report = check(folder / "formulas.xlsx");
    ASSERT_TRUE(report) << report.error().code;
    EXPECT_EQ(report->units, 2);
    EXPECT_EQ(said(report->faults), "6 类别 unit_kind_empty");  // a formula without a result
}

}  // namespace
}  // namespace accounts
