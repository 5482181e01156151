// A plan on its way around: read from a document, imported into a ledger, printed as the plan of
// the programme, read again. The same ledger comes back, as a version in review says it too, for
// plans that lie beside the project and for those of the sample. Both engines.
#include <fstream>
#include <sstream>

#include "documents/document_actions.hpp"
#include "documents/service_store.hpp"
#include "documents/test_papers.hpp"
#include "documents/test_plan.hpp"
#include "drafting/sub_plan_actions.hpp"
#include "drafting/way_actions.hpp"
#include "ledger/test_ledger.hpp"
#include "office/workbook.hpp"
#include "plan/import_actions.hpp"
#include "plan/plan_json.hpp"
#include "reports/ledger_sheet.hpp"

namespace documents {
namespace {

namespace fs = std::filesystem;
using ledger::testing::code_of;
using ledger::testing::day;
using testing::read_again;
using testing::told;

std::string bytes_of(const fs::path& path) {
    std::ostringstream out;
    out << std::ifstream(path, std::ios::binary).rdbuf();
    return std::move(out).str();
}

class RoundTrips : public ledger::testing::OneLedger {
  protected:
    plan::Needs plan_needs() { return {needs, folder_ / "files"}; }

    plan::ImportView upload(const std::string& text) {
        const auto file = folder_.write("plan.txt", text);
        auto view = plan::upload_document(
            plan_needs(), ledger.zhang_min,
            {ledger.here.make_id<plan::ImportId>(), ledger.programme, "方案.txt", file});
        EXPECT_EQ(code_of(view), "accepted");
        return *view;
    }
    plan::ImportView take_in(const std::string& text) {
        auto view = upload(text);
        const auto& import = view.row.import;
        EXPECT_EQ(code_of(plan::confirm_import(plan_needs(), ledger.zhang_min, import.id,
                                               import.version, plan::NewUnits::leave_as_names)),
                  "accepted");
        return view;
    }
    office::Paper paper(base::Uuid subject, const PlanForm& form = {}) {
        const auto made = view_document(needs_, ledger.zhang_min,
                                        {DocumentKind::rectification_plan, subject, {}, form});
        EXPECT_EQ(code_of(made), "accepted");
        return made ? made->paper : office::Paper{};
    }
    reports::SheetSource rows() {
        return database().read([&](db::Transaction& transaction) {
            ledger::LedgerFilter filter;
            filter.programme = ledger.programme;
            return reports::load_source(transaction, filter,
                                        {needs.clock.today(), base::unbounded()});
        });
    }
    PlanLedger stored() {
        const auto services = database().read([&](db::Transaction& transaction) {
            return list_services(transaction, ledger.programme);
        });
        return plan_ledger(rows(), services);
    }
    void expect_around(const std::string& text) {
        const auto view = take_in(text);
        const auto here = told(stored());
        EXPECT_EQ(told(read_again(paper(ledger.programme.uuid)).areas), here);
        EXPECT_EQ(told(view.document.areas), here) << "as it was read first";
    }
    drafting::PlanView begin(std::optional<plan::ImportId> import) {
        auto view =
            drafting::begin_plan(needs, ledger.zhang_min,
                                 {ledger.here.make_id<drafting::PlanVersionId>(), ledger.programme,
                                  drafting::OutlineKind::bureau, "", import});
        EXPECT_EQ(code_of(view), "accepted");
        return *view;
    }

    office::sample::Folder folder_;
    Needs needs_{needs, std::filesystem::temp_directory_path()};
};
ZHENGGAI_ON_BOTH_ENGINES(RoundTrips);

constexpr std::string_view own_plan = R"(关于区委巡察组反馈意见的整改方案
一、总体要求
提高站位，抓好整改。
二、整改任务和措施
（一）关于作风建设方面的问题
1.关于会议过多问题的整改
整改措施：①精简会议三分之一。②推行无会日制度。（牵头领导：周启明；责任领导：林晓；责任单位：办公室、综合科；配合单位：机关党委；完成时限：2027年6月30日前）
2.落实制度不到位。
一是会议记录不全。
整改措施：补齐会议记录。（责任单位：综合科；完成时限：立行立改）
二是程序不规范。三是未按要求报告。
整改措施：①修订公文处理办法。②按季度报告。（责任单位：办公室；完成时限：长期坚持）
（二）关于资金监管方面的问题
3.关于报销不严问题的整改
整改措施：①清退超标费用。（责任人：陈刚；完成时限：2027年3月底前）②完善报销制度。（责任单位：财务科；完成时限：每季度末）
三、组织保障
成立领导小组。
)";

TEST_P(RoundTrips, bring_back_the_ledger_that_was_imported) {
    expect_around(std::string(own_plan));
}

TEST_P(RoundTrips, bring_back_the_plans_that_lie_beside_the_project) {
    const auto folder = fs::path(SHARED_DIR) / "corpus";
    if (!fs::exists(folder)) GTEST_SKIP() << "no corpus beside the project";
    expect_around(bytes_of(folder / "county-plan.txt"));
    ledger.programme = ledger.open("学校整改");
    expect_around(bytes_of(folder / "school-plan.txt"));
    ledger.programme = ledger.open("区整改");
    const auto view = upload(bytes_of(folder / "district-plan.txt"));
    EXPECT_TRUE(view.document.areas.empty());
    const auto printed = read_again(paper(begin(view.row.import.id).plan.id.uuid));
    EXPECT_TRUE(printed.areas.empty()) << told(printed.areas);
    EXPECT_EQ(printed.kind, "plan");
}

TEST_P(RoundTrips, bring_back_the_plans_of_the_sample) {
    for (const std::string name : {"finance_bureau", "township"}) {
        ledger.programme = ledger.open(name);
        auto text = bytes_of(fs::path(PROJECT_DIR) / "src/app/sample" / (name + ".txt"));
        for (auto at = text.find("{"); at != std::string::npos; at = text.find("{", at))
            text.replace(at, text.find("}", at) + 1 - at, "2027年5月20日");
        expect_around(text);
    }
}

TEST_P(RoundTrips, bring_back_a_problem_beside_the_one_it_follows) {
    take_in(std::string(own_plan));
    const auto followed = database().write([&](db::Transaction& transaction) -> base::Result<void> {
        transaction.execute(
            "UPDATE problem SET printed_number = '1（续）.', text = '关于会议过多问题的整改', "
            "predecessor_id = (SELECT p.id FROM problem p WHERE p.number = 1) WHERE number = 2",
            {});
        return {};
    });
    ASSERT_TRUE(followed);
    EXPECT_EQ(told(read_again(paper(ledger.programme.uuid)).areas), told(stored()));
    const auto printed = testing::text_of(paper(ledger.programme.uuid));
    EXPECT_NE(printed.find("1（续）."), std::string::npos) << printed;
    EXPECT_NE(printed.find("1\n续|"), std::string::npos) << "in the narrow column of the annex";
    const auto list = view_document(needs_, ledger.zhang_min,
                                    {DocumentKind::problem_list, ledger.programme.uuid});
    ASSERT_TRUE(list);
    EXPECT_NE(testing::text_of(list->paper).find("|关于会议过多问题的整改（续）|"),
              std::string::npos);
}

TEST_P(RoundTrips, bring_back_what_was_changed_by_hand) {
    take_in(std::string(own_plan));
    const auto added = ledger.add(
        "手工登记的问题", ledger::testing::TestLedger::held_by("采购科", ledger.procurement));
    ledger.add(added, "责任单位：不是标签\n第二行", {},
               {ledger::DeadlineKind::date, "", day("2024-09-30")});
    ledger.add(added, "1.第二条措施", {},
               {ledger::DeadlineKind::date, "9月底前", day("2025-09-30")});
    const auto read = told(read_again(paper(ledger.programme.uuid)).areas);
    EXPECT_NE(read.find("|手工登记的问题\n"
                        "* ①|责任单位：不是标签\n第二行 responsible_unit=采购科 by date "
                        "“2024年9月30日前” 2024-09-30\n"
                        "* ②|1.第二条措施 responsible_unit=采购科 by date “2025年9月30日前” "
                        "2025-09-30\n"),
              std::string::npos)
        << read;
}

TEST_P(RoundTrips, keep_to_what_a_version_said_when_it_went_into_review) {
    const auto view = take_in(std::string(own_plan));
    auto plan = begin(view.row.import.id);
    const auto here = told(stored());
    EXPECT_EQ(told(read_again(paper(plan.plan.id.uuid)).areas), here);
    for (const auto& section : std::vector<drafting::Section>(plan.sections))
        if (!drafting::placeholders_in(section.part, section.text).empty())
            plan = *drafting::write_section(needs, ledger.zhang_min, plan.plan.id, section.part,
                                            {section.revision, section.heading, "已经写好。"});
    const auto seen = [&] { return drafting::SeenPlan{plan.plan.id, plan.plan.version}; };
    const auto today = needs.clock.today();
    plan = *drafting::consult_on_plan(needs, ledger.zhang_min, seen(), today);
    plan = *drafting::deliberate_plan(needs, ledger.zhang_min, seen(),
                                      {today, "局党组会", {}, "同意"});
    plan = *drafting::commit_to_plan(needs, ledger.zhang_min, seen(), {"周桂芳", today});
    (void)ledger.here.account("jiwei", accounts::Role::responsible_unit, ledger.district);
    drafting::WantedReview review;
    for (const auto seat : drafting::seats_of(drafting::Variant::three))
        review.seats.push_back({seat, ledger.district, "", {}});
    const auto sent = drafting::submit_plan(needs, ledger.zhang_min, seen(), review);
    ASSERT_EQ(code_of(sent), "accepted");
    ledger.add("后来才登记的问题");
    EXPECT_EQ(told(read_again(paper(plan.plan.id.uuid)).areas), here);
    EXPECT_EQ(told(read_again(paper(ledger.programme.uuid)).areas), here) << "its last version";
}

TEST_P(RoundTrips, bring_back_the_ledger_as_tables_too) {
    take_in(std::string(own_plan));
    for (const auto annex : {LedgerAnnex::least, LedgerAnnex::full})
        EXPECT_EQ(told(read_again(paper(ledger.programme.uuid, {TaskLayout::table, annex})).areas),
                  told(testing::as_in_tables(stored())));
}

TEST_P(RoundTrips, bring_back_the_ledger_from_its_workbook_too) {
    take_in(std::string(own_plan));
    const auto add = [&](const char* text, const ledger::Deadline& by) {
        ledger.add(ledger.add(text), "一条措施", {}, by);
    };
    using Kind = ledger::DeadlineKind;
    add("时限没有写明年份的问题", {Kind::date, "9月底前", day("2025-09-30")});
    add("长期坚持并定了复查日的问题", {Kind::long_term, "长期坚持", day("2025-06-30")});
    add("自反馈起算的问题", {Kind::relative, "反馈后三个月内", {}});
    ledger::LedgerQuery query;
    query.filter.programme = ledger.programme;
    const auto book = reports::export_ledger({needs, folder_ / "books"}, ledger.zhang_min,
                                             ledger.programme, query);
    ASSERT_EQ(code_of(book), "accepted");
    const auto document = office::read_document(book->file);
    ASSERT_TRUE(document);
    auto here = testing::as_in_tables(stored());
    here.back().line.number.clear();  // A plan numbers this area; the ledger, and its book, do not.
    EXPECT_EQ(told(plan::read_plan(*document).areas), told(here));
}

TEST_P(RoundTrips, of_a_unit_show_what_it_leads_to_those_who_see_it) {
    auto mine = ledger.add("采购不规范",
                           ledger::testing::TestLedger::held_by("采购科", ledger.procurement));
    ledger.add(mine, "公开采购结果");
    ledger.add(
        ledger.add("预算执行慢", ledger::testing::TestLedger::held_by("预算科", ledger.budget)),
        "按月通报");
    drafting::SubPlan wanted;
    wanted.id = ledger.here.make_id<drafting::SubPlanId>();
    wanted.programme = ledger.programme;
    wanted.unit = ledger.procurement;
    wanted.goals = "三个月内公开全部采购结果。";
    wanted.text = "第一步摸底，第二步公开。";
    ASSERT_EQ(code_of(drafting::hand_in_sub_plan(needs, ledger.li_qiang, wanted, 0)), "accepted");
    const auto see = [&](const base::Actor& who) {
        return view_document(needs_, who, {DocumentKind::sub_plan, wanted.id.uuid});
    };
    const auto made = see(ledger.li_qiang);
    ASSERT_EQ(code_of(made), "accepted");
    const auto areas = told(read_again(made->paper).areas);
    EXPECT_NE(areas.find("公开采购结果"), std::string::npos) << areas;
    EXPECT_EQ(areas.find("按月通报"), std::string::npos) << areas;
    EXPECT_EQ(code_of(see(ledger.zhao_li)), "sub_plan_is_not_there");
    EXPECT_EQ(code_of(see(ledger.sun_li)), "sub_plan_is_not_there");
}

TEST_P(RoundTrips, show_nobody_a_plan_of_a_programme_outside_their_sight) {
    EXPECT_EQ(code_of(view_document(needs_, ledger.sun_li,
                                    {DocumentKind::rectification_plan, ledger.programme.uuid})),
              "plan_unknown");
}

}  // namespace
}  // namespace documents
