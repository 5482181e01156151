// Every message of the module against its golden file in contract/ledger, which the pages may test
// as well; and what is refused because it is not well formed.
#include <gtest/gtest.h>

#include "accounts/role.hpp"
#include "base/test_contract.hpp"
#include "ledger/batch_json.hpp"
#include "ledger/grouping_json.hpp"
#include "ledger/measure_json.hpp"
#include "ledger/programme_json.hpp"

namespace ledger {
namespace {

using base::testing::golden_id;

const base::testing::Contract contract{"ledger"};

base::Date day(std::string_view text) {
    return *base::parse_date(text);
}

const base::Instant at{1'719'735'300'000};
const auto acquisition = golden_id<base::UnitId>("c2");

// ---- Sample rows

base::Actor office() {
    base::Actor actor;
    actor.id = golden_id<base::AccountId>("91");
    actor.name = "张敏";
    actor.acts = {base::Act::read_names,  base::Act::read_ledger,     base::Act::edit_ledger,
                  base::Act::import_plan, base::Act::report_progress, base::Act::claim_problem,
                  base::Act::review,      base::Act::export_ledger};
    return actor;
}

base::Actor handler() {
    base::Actor actor;
    actor.id = golden_id<base::AccountId>("92");
    actor.name = "李强";
    actor.acts = {base::Act::read_names, base::Act::read_ledger, base::Act::report_progress,
                  base::Act::claim_problem, base::Act::export_ledger};
    return actor;
}

Responsibility responsibility() {
    return {{HolderRole::lead_leader, "陈立新", std::nullopt, golden_id<base::PersonId>("b1")},
            {HolderRole::responsible_unit, "区财政局采购科", acquisition, std::nullopt},
            {HolderRole::responsible_unit, "各镇财政所", std::nullopt, std::nullopt},
            {HolderRole::handler, "李强", std::nullopt, std::nullopt}};
}

AreaBrief area() {
    return {golden_id<AreaId>("71"), 2, "（二）", "落实全面从严治党主体责任方面"};
}

Problem problem() {
    Problem row;
    row.id = golden_id<ProblemId>("e1");
    row.programme = golden_id<ProgrammeId>("f1");
    row.area = area().id;
    row.number = 5;
    row.printed_number = "1.";
    row.text = "政府采购管理不规范，存在应招未招问题";
    row.goal = "三个月内规范采购流程";
    row.status = ProblemStatus::under_way;
    row.responsibility = responsibility();
    row.deadline = {DeadlineKind::date, "6月底前", day("2024-06-30")};
    row.due_on = day("2024-06-30");
    row.version = 4;
    row.updated_at = at;
    return row;
}

MeasureRow measure_row() {
    MeasureRow row;
    row.measure.id = golden_id<MeasureId>("d1");
    row.measure.programme = golden_id<ProgrammeId>("f1");
    row.measure.problem = problem().id;
    row.measure.number = 12;
    row.measure.printed_number = "①";
    row.measure.text = "修订政府采购内部控制制度";
    row.measure.status = MeasureStatus::under_way;
    row.measure.due_on = day("2024-06-30");
    row.measure.demands = {ResultKind::regulations};
    row.measure.percent = 40;
    row.measure.last_entry = "制度初稿已完成，正在征求意见";
    row.measure.last_entry_at = at;
    row.measure.version = 3;
    row.measure.updated_at = at;
    row.responsibility = responsibility();
    row.deadline = problem().deadline;
    row.problem = {problem().id, 5, "1.", problem().text, ProblemStatus::under_way};
    row.area = area();
    return row;
}

MeasureRow untouched_measure_row() {
    auto row = measure_row();
    row.measure.id = golden_id<MeasureId>("d2");
    row.measure.number = 13;
    row.measure.printed_number = "";
    row.measure.text = "开展采购业务培训";
    row.measure.status = MeasureStatus::not_started;
    row.measure.due_on.reset();
    row.measure.percent = 0;
    row.measure.last_entry.clear();
    row.measure.last_entry_at.reset();
    row.measure.imported = true;
    row.measure.version = 1;
    row.responsibility = {};
    row.deadline = {};
    return row;
}

std::vector<Service> services() {
    return {{golden_id<MeasureId>("d1"), golden_id<ProblemId>("e1"),
             golden_id<ManifestationId>("a1"), 5},
            {golden_id<MeasureId>("d1"), golden_id<ProblemId>("e2"),
             golden_id<ManifestationId>("a2"), 6},
            {golden_id<MeasureId>("d1"), golden_id<ProblemId>("e2"),
             golden_id<ManifestationId>("a3"), 6},
            {golden_id<MeasureId>("d1"), golden_id<ProblemId>("e3"), std::nullopt, 9}};
}

StrikeOffApplication stated() {
    return {"三项措施已全部落实，采购流程已规范",
            "已对照排查下属单位，未发现同类问题",
            true,
            true,
            Pursuit::pursued,
            "对两名责任人批评教育",
            {"陈立新", day("2024-06-28")},
            {"周桂芳", day("2024-06-29")}};
}

std::vector<Refusal> refusals() {
    return {{golden_id<RefusalId>("81"), at, "张敏", "佐证材料不全", "补充会议纪要和采购台账"}};
}

/// The leader agreed once more after the stage was gone back to; one of two was enough then.
Review review() {
    Signing signing;
    signing.stage_name = "牵头领导审核";
    signing.seat = Seat::lead_leader;
    signing.named = "陈立新";
    signing.state = SigningState::superseded;
    signing.decided_by_name = "陈立新";
    signing.decided_at = at;
    signing.opinion = "同意";
    Review review{signing, signing};
    review[1].round = 2;
    review[1].state = SigningState::agreed;
    Signing open;
    open.stage = 1;
    open.stage_name = "会签";
    open.quorum = Quorum::any;
    open.seat = Seat::discipline_office;
    open.state = SigningState::open;
    open.taken_by_name = "郑青";
    open.taken_on = day("2024-06-30");
    review.push_back(open);
    return review;
}

ProblemView struck_off_view() {
    ProblemView view;
    view.row = {problem(), area(), {2, 1, 0}};
    view.row.problem.status = ProblemStatus::struck_off;
    view.row.problem.source = RowSource{"整改方案.docx", 31, 34};
    view.row.problem.predecessor = golden_id<ProblemId>("e0");
    view.programme_title = "青云区财政局党组巡察整改";
    view.manifestations = {{golden_id<ManifestationId>("a1"), problem().programme, problem().id, 1,
                            "一是", "两个项目应招未招"}};
    view.measures = {measure_row()};
    view.measures[0].problem.status = ProblemStatus::struck_off;
    view.services = services();
    view.application = FiledApplication{golden_id<ApplicationId>("61"), stated(), at, handler().id,
                                        handler().name};
    view.programme_chain = {
        {"牵头领导审核", {Seat::lead_leader}, Quorum::all},
        {"会签", {Seat::discipline_office, Seat::inspection_office}, Quorum::any}};
    view.review.review = review();
    view.strike_off = StrikeOff{3, at, office().id, "王芳", "李强", "整改到位，同意销号", false};
    view.slip_evidence = {{"measure", 12, "采购制度.docx", std::string(64, 'a'), "sha256", 20'480}};
    view.predecessor = problem();
    view.predecessor->id = golden_id<ProblemId>("e0");
    view.predecessor->number = 2;
    view.successor = problem();
    view.successor->id = golden_id<ProblemId>("e9");
    view.successor->number = 31;
    view.refusals = refusals();
    view.steps = {{"unclaimed", at, "张敏"}, {"under_way", at, "李强"}};
    return view;
}

// ---- Written

TEST(LedgerMessages, are_written_as_in_the_contract) {
    const auto reader_of = office();
    const Reader reader{reader_of, day("2024-06-25")};
    contract.expect(
        to_json(MeasurePage{{measure_row(), untouched_measure_row()}, 302}, {2, 50}, reader),
        "measure_page");
    contract.expect(to_json(ProblemPage{{{problem(), area(), {7, 3, 1}}}, 1}, {1, 50}, reader),
                    "problem_page");
    contract.expect(to_json(MeasurePage{}, {1, 50}, reader), "empty_page");
    contract.expect(to_json(std::vector<HistoryChange>{{2,
                                                        at,
                                                        "李强",
                                                        "report_progress",
                                                        {{"status", "not_started", "under_way"}},
                                                        BatchBrief{golden_id<BatchId>("71"),
                                                                   "全区统一调整时限", 40}},
                                                       {1, at, "张敏", "add_measure", {}}},
                            reader),
                    "history");
}

TEST(BatchMessages, are_read_and_written_as_in_the_contract) {
    const auto actor = office();
    const Reader reader{actor, day("2024-07-03")};
    const auto order = read_bulk_order(contract.golden("bulk_order"));
    ASSERT_TRUE(order) << order.error().code;
    const Batch batch{order->id,
                      golden_id<ProgrammeId>("f1"),
                      order->view,
                      at,
                      {},
                      "张敏",
                      order->reason,
                      order->change,
                      {},
                      {},
                      {1, 0, 1, 0, 1}};
    const std::vector<BatchedRow> rows{{order->rows.at(0).id,
                                        1,
                                        "修订采购制度",
                                        3,
                                        BatchOutcome::changed,
                                        {{"lead_leaders", "李强", "王芳"}},
                                        "",
                                        true},
                                       {"01900000-0000-7000-8000-0000000000b2",
                                        2,
                                        "清理超标采购",
                                        6,
                                        BatchOutcome::refused,
                                        {},
                                        "measure_is_done",
                                        false}};
    contract.expect(to_json(BatchReport{batch, rows}, reader), "batch");
    contract.expect(to_json(rows, reader), "bulk_preview");
    contract.expect(to_json(BatchPage{{batch}, 1}, {1, 20}, reader), "batches");
}

TEST(GroupMessages, are_written_as_in_the_contract) {
    const std::vector<Group> groups{{"财政局",
                                     "财政局",
                                     3,
                                     1,
                                     {{"under_way", 2, 1}, {"done", 1, 0}},
                                     {{ResultKind::recovered_yuan, 12'500}}}};
    contract.expect(to_json(groups, View::measures, GroupBy::unit, office()), "groups");
}

TEST(LedgerMessages, of_details_are_written_as_in_the_contract) {
    const auto reader_of = handler();
    const Reader reader{reader_of, day("2024-07-03")};
    MeasureView measure{measure_row(), "青云区财政局党组巡察整改",
                        services(),    {},
                        refusals(),    {{"not_started", at, "张敏"}, {"under_way", at, "李强"}}};
    measure.entries = {{golden_id<EntryId>("aa"),
                        "制度初稿已完成，正在征求意见",
                        40,
                        "初稿见采购科档案 2024-17",
                        {{ResultKind::regulations, 1},
                         {ResultKind::recovered_yuan, 35'000},
                         {ResultKind::persons_held, 2}},
                        at,
                        "李强",
                        golden_id<MeasureId>("d1")}};
    contract.expect(to_json(measure, reader), "measure");
    contract.expect(to_json(struck_off_view(), reader), "struck_off_problem");
    ProblemView bare;
    bare.row = {problem(), area(), {}};
    bare.programme_title = "青云区财政局党组巡察整改";
    contract.expect(to_json(bare, reader), "problem");
}

TEST(LedgerMessages, name_no_person_to_whoever_only_looks_on) {
    auto observer = handler();
    observer.acts = accounts::acts_of(accounts::Role::observer);
    const Reader reader{observer, day("2024-07-03")};
    MeasureView measure{measure_row(), "", {}, {}, refusals(), {{"under_way", at, "李强"}}};
    measure.entries = {
        {golden_id<EntryId>("aa"), "初稿", 40, "", {}, at, "李强", golden_id<MeasureId>("d1")}};
    const auto history = to_json(
        std::vector<HistoryChange>{
            {2,
             at,
             "张敏",
             "edit_problem",
             {{"lead_leaders", "陈立新", "陈立新、周桂芳"}, {"lead_units", "区财政局采购科", ""}}}},
        reader);
    for (const auto& text : {to_json(measure, reader), to_json(struck_off_view(), reader), history})
        for (const auto* name : {"李强", "张敏", "王芳", "陈立新", "周桂芳"})
            EXPECT_EQ(text.find(name), std::string::npos) << name << " in " << text;
    EXPECT_NE(history.find("陈某某、周某某"), std::string::npos);
    EXPECT_NE(history.find("区财政局采购科"), std::string::npos);
}

TEST(ProgrammeMessages, are_written_as_in_the_contract) {
    auto programme = *read_new_programme(contract.golden("new_programme"));
    programme.inspected_unit_name = "青云区财政局";
    programme.required_evidence.measure = {evidence::EvidenceKind::minutes};
    const ProgrammeView view{programme, {3, 31, 302, 4, 120, 9, 7, 15, 6}, 42};
    contract.expect(to_json(view, office()), "programme");
    contract.expect(to_json(ProgrammeViews{{view}, 1}, handler()), "programmes");
    contract.expect(to_json(std::vector<Area>{
                        {area().id, programme.id, 2, "（二）", "落实全面从严治党主体责任方面"}}),
                    "areas");
}

// ---- Read

TEST(ProgrammeMessages, are_read_as_in_the_contract) {
    const auto programme = read_new_programme(contract.golden("new_programme"));
    ASSERT_TRUE(programme);
    EXPECT_EQ(programme->id, golden_id<ProgrammeId>("f1"));
    EXPECT_EQ(programme->inspected_unit, golden_id<base::UnitId>("c1"));
    EXPECT_EQ(programme->inspection, (Inspection{{},
                                                 "五届区委第三轮巡察",
                                                 "区委第三轮常规巡察",
                                                 InspectionKind::regular,
                                                 "区委第二巡察组"}));
    EXPECT_EQ(programme->feedback_on, day("2024-05-13"));
    EXPECT_FALSE(programme->concentrated_end_on);
    const auto patch = read_programme_patch(contract.golden("programme_patch"));
    ASSERT_TRUE(patch);
    EXPECT_EQ(patch->version, 3);
    EXPECT_EQ(patch->change.title, "青云区财政局党组巡察整改");
    EXPECT_EQ(patch->change.concentrated_end_on, day("2024-11-13"));
    EXPECT_EQ(patch->change.immediate_days, 30);
    EXPECT_FALSE(patch->change.feedback_on);
    EXPECT_EQ(
        patch->change.required_evidence,
        (RequiredEvidence{{evidence::EvidenceKind::voucher, evidence::EvidenceKind::minutes}, {}}));
}

TEST(ProblemMessages, are_read_as_in_the_contract) {
    const auto wanted = read_new_problem(contract.golden("new_problem"));
    ASSERT_TRUE(wanted);
    EXPECT_EQ(wanted->id, problem().id);
    EXPECT_FALSE(wanted->area);
    EXPECT_EQ(wanted->area_heading, area().heading);
    EXPECT_EQ(wanted->text + wanted->goal, problem().text + problem().goal);
    EXPECT_EQ(wanted->responsibility, responsibility());
    EXPECT_EQ(wanted->deadline, problem().deadline);
    const auto patch = read_problem_patch(contract.golden("problem_patch"));
    ASSERT_TRUE(patch);
    EXPECT_EQ(patch->version, 4);
    EXPECT_FALSE(patch->change.text || patch->change.responsibility);
    EXPECT_EQ(patch->change.goal, "");
    EXPECT_EQ(patch->change.deadline,
              (Deadline{DeadlineKind::long_term, "长期坚持", std::nullopt}));
    const auto form = read_application(contract.golden("application"));
    ASSERT_TRUE(form);
    EXPECT_EQ(form->version, 6);
    EXPECT_EQ(form->application, stated());
    const auto opinion = read_opinion(contract.golden("strike_off"));
    ASSERT_TRUE(opinion);
    EXPECT_EQ(opinion->opinion, "整改到位，同意销号");
    const auto back = read_return(contract.golden("return"));
    ASSERT_TRUE(back);
    EXPECT_EQ(back->version, 7);
    EXPECT_EQ(back->why.reason + back->why.requirement, "佐证材料不全补充会议纪要和采购台账");
    const auto successor = read_successor(contract.golden("successor"));
    ASSERT_TRUE(successor);
    EXPECT_EQ(successor->id, golden_id<ProblemId>("e9"));
    EXPECT_EQ(successor->reason, "回头看发现问题反弹");
    EXPECT_EQ(successor->text, "采购管理又出现应招未招问题");
}

TEST(MeasureMessages, are_read_as_in_the_contract) {
    const auto wanted = read_new_measure(contract.golden("new_measure"));
    ASSERT_TRUE(wanted);
    EXPECT_EQ(wanted->id, golden_id<MeasureId>("d1"));
    EXPECT_EQ(wanted->responsibility,
              (Responsibility{{HolderRole::responsible_unit, "区财政局采购科", acquisition, {}}}));
    EXPECT_EQ(wanted->deadline, (Deadline{DeadlineKind::relative, "反馈后三个月内", {}}));
    EXPECT_EQ(wanted->manifestations, (std::vector{golden_id<ManifestationId>("a1")}));
    const auto patch = read_measure_patch(contract.golden("measure_patch"));
    ASSERT_TRUE(patch);
    EXPECT_EQ(patch->change.text, "修订并印发政府采购内部控制制度");
    EXPECT_FALSE(patch->change.responsibility || patch->change.deadline);
    EXPECT_EQ(patch->change.demands,
              (ResultKinds{ResultKind::regulations, ResultKind::persons_held}));
    const auto links = read_services(contract.golden("links"));
    ASSERT_TRUE(links);
    EXPECT_EQ(links->services.problems, (std::vector{golden_id<ProblemId>("e2")}));
    EXPECT_EQ(links->services.manifestations, (std::vector{golden_id<ManifestationId>("a1")}));
    const auto entry = read_entry(contract.golden("entry"));
    ASSERT_TRUE(entry);
    EXPECT_EQ(entry->percent, 40);
    EXPECT_EQ(entry->percent_reason, "初稿按章节完成四成");
    EXPECT_EQ(entry->results, (std::vector<CountedResult>{{ResultKind::regulations, 1},
                                                          {ResultKind::recovered_yuan, 35'000}}));
    const auto acceptance = read_acceptance(contract.golden("acceptance"));
    ASSERT_TRUE(acceptance);
    EXPECT_EQ(acceptance->outcome, MeasureStatus::long_term);
    EXPECT_EQ(acceptance->opinion, "制度已执行，转长期坚持");
    EXPECT_EQ(acceptance->long_term, (LongTerm{"每半年抽查一次，无反弹", 6, day("2024-12-30")}));
    EXPECT_EQ(read_version(contract.golden("version"))->version, 3);
}

// Responsibility and deadline come back from the server as they were sent.
TEST(LedgerMessages, are_written_as_they_are_read) {
    const auto reader_of = office();
    const Reader reader{reader_of, day("2024-06-25")};
    for (const auto* name : {"new_problem", "new_measure", "problem_patch"}) {
        const auto message = boost::json::parse(contract.golden(name));
        base::JsonReader first(message);
        const auto holders =
            read_responsibility(first, "responsibility").value_or(Responsibility{});
        const auto deadline = *read_deadline(first, "deadline");
        base::JsonWriter json;
        json.begin_object();
        write(json.key("responsibility"), holders, reader);
        write(json.key("deadline"), deadline);
        json.end_object();
        const auto written = boost::json::parse(json.text());
        base::JsonReader again(written);
        EXPECT_EQ(read_responsibility(again, "responsibility"), holders) << name;
        EXPECT_EQ(read_deadline(again, "deadline"), deadline) << name;
        EXPECT_TRUE(again.finish()) << name;
    }
}

// ---- Refused

template <class T>
std::string faults(const base::Result<T>& result) {
    if (result) return "accepted";
    auto text = result.error().field + ":" + result.error().code;
    for (const auto& other : result.error().also) text += " " + other.field + ":" + other.code;
    return text;
}

TEST(ProgrammeMessages, refuse_what_is_not_well_formed) {
    EXPECT_EQ(faults(read_new_programme("{}")),
              "id:missing title:missing inspected_unit_id:missing inspection_name:missing "
              "inspection_kind:missing inspecting_body:missing round_name:missing");
    EXPECT_EQ(faults(read_programme_patch(
                  R"({"version":0,"title":" ","feedback_on":"2024-02-30","immediate_days":0,
                      "required_evidence":{"measure":["papers"]}})")),
              "version:number_out_of_range title:text_empty feedback_on:expected_date "
              "immediate_days:number_out_of_range required_evidence.measure:unknown_name");
}

TEST(ProblemMessages, refuse_what_is_not_well_formed) {
    const std::string identity = R"("id":"01900000-0000-7000-8000-0000000000e1")";
    EXPECT_EQ(faults(read_new_problem("{" + identity + R"(,"text":"","status":"done"})")),
              "text:text_empty status:unknown_field");
    EXPECT_EQ(faults(read_new_problem("{" + identity +
                                      R"(,"text":"a","deadline":{"kind":"date","text":""},
                     "responsibility":{"handlers":[{"name":""}],"owners":[]}})")),
              "responsibility.handlers[0].name:text_empty responsibility.owners:unknown_field "
              "deadline.date:deadline_needs_a_day_or_words");
    EXPECT_EQ(
        faults(read_new_problem("{" + identity + R"(,"text":"a","deadline":{"kind":"soon"}})")),
        "deadline.kind:unknown_name");
    EXPECT_EQ(faults(read_problem_patch(R"({"text":7})")), "version:missing text:expected_text");
    EXPECT_EQ(faults(read_return(R"({"version":1})")), "reason:missing");
    EXPECT_EQ(faults(read_successor("[]")), ":expected_object");
    EXPECT_EQ(faults(read_opinion(R"({"version":1,"opinion":")" + std::string(2'001, 'x') + "\"}")),
              "opinion:text_too_long");
    EXPECT_EQ(faults(read_application(
                  R"({"version":1,"problem_solved":"yes","responsibility_pursued":"no"})")),
              "problem_solved:expected_boolean responsibility_pursued:unknown_name");
}

TEST(MeasureMessages, refuse_what_is_not_well_formed) {
    const std::string identity = R"("id":"01900000-0000-7000-8000-0000000000aa","text":"a")";
    EXPECT_EQ(faults(read_entry("{" + identity + R"(,"percent":101})")),
              "percent:number_out_of_range");
    EXPECT_EQ(faults(read_entry("{" + identity + R"(,"percent":1,"results":[
                  {"kind":"other","quantity":1},{"kind":"other","quantity":0}]})")),
              "results[1].quantity:number_out_of_range results[1].kind:result_kind_stands_twice");
    EXPECT_EQ(faults(read_services(R"({"version":1,"problem_ids":["7"]})")),
              "problem_ids:expected_id");
    EXPECT_EQ(faults(read_acceptance(R"({"version":1,"outcome":"good"})")), "outcome:unknown_name");
    EXPECT_EQ(faults(read_measure_patch(R"({"version":1,"percent":100})")),
              "percent:unknown_field");
    std::string holders;
    for (int i = 0; i < 101; ++i) holders += (i ? "," : "") + std::string(R"({"name":"某"})");
    EXPECT_EQ(faults(read_measure_patch(R"({"version":1,"responsibility":{"handlers":[)" + holders +
                                        "]}}")),
              "responsibility.handlers:list_too_long");
}

}  // namespace
}  // namespace ledger
