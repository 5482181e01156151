#include "app/sample_ledger.hpp"

#include <fstream>
#include <span>

#include "app/sample_bodies.hpp"
#include "app/sample_checks.hpp"
#include "app/sample_disclosure.hpp"
#include "app/sample_dossier.hpp"
#include "app/sample_drafting.hpp"
#include "app/sample_feedback.hpp"
#include "app/sample_kinds.hpp"
#include "app/sample_lasting.hpp"
#include "app/sample_life_meeting.hpp"
#include "app/sample_meetings.hpp"
#include "app/sample_narrative.hpp"
#include "app/sample_opinions.hpp"
#include "app/sample_sitting.hpp"
#include "app/sample_statements.hpp"
#include "app/sample_talks.hpp"
#include "app/sample_templates.hpp"
#include "ledger/batch_actions.hpp"
#include "ledger/bin_actions.hpp"
#include "ledger/ledger_actions.hpp"
#include "ledger/notice_actions.hpp"
#include "ledger/phase_actions.hpp"
#include "ledger/programme_actions.hpp"
#include "ledger/review_actions.hpp"
#include "ledger/task_actions.hpp"

extern "C" {
extern const char sample_finance_bureau_begin[], sample_finance_bureau_end[];
extern const char sample_township_begin[], sample_township_end[];
}

namespace app {
namespace {

using ledger::MeasureRow;
using ledger::MeasureStatus;

struct ProgrammeLine {
    std::string_view title, unit, inspection, body;
    int feedback_days, end_days;  // from today
};

constexpr ProgrammeLine programmes[]{
    {"财政局党组巡察整改", "云岭区财政局", "常规巡察财政局党组", "区委第二巡察组", -70, 110},
    {"青石镇党委巡察整改", "云岭区青石镇", "常规巡察青石镇党委", "区委第四巡察组", -10, 170},
    {"教育局党组巡察整改", "云岭区教育局", "常规巡察教育局党组", "区委第三巡察组", -3, 177},
};

struct Signer {
    std::string_view account, opinion;
};

// In the order of the chain.
constexpr Signer signers[]{
    {"linxiao", "措施均已落实，同意报请销号。"},
    {"zhouyuan", "同意。"},
    {"wanglei", "经现场核查，整改到位，同意销号。"},
    {"zhengqing", "责任已厘清，同意销号。"},
    {"qianlan", "同意销号。"},
    {"fenglei", "与反馈意见核对一致，同意销号。"},
};

/// Milestones that lie behind or are at hand, and how far they came.
struct MilestoneLine {
    std::size_t phase;
    int days;  // from today
    std::string_view text, report, remark;
};
constexpr MilestoneLine milestones[]{
    {0, -67, "召开党组会议，传达学习反馈意见", "已召开党组会议，形成会议纪要。", "纪要已归档。"},
    {0, -64, "召开动员部署会", "已召开全局动员部署会，各科室领取任务。", "属实。"},
    {1, -40, "报送整改方案和三个清单", "方案和清单已经党组审议，报区委巡察办。", "已收到。"},
    {1, -5, "各牵头单位报送第一阶段整改情况", "各科室材料已汇总报送。", ""},
    {1, -2, "对重点问题开展现场督查", "", ""},
    {1, 5, "召开领导小组会议，听取整改情况汇报", "", ""},
};

/// Works the sample as its people would, one after the other.
class Story {
  public:
    Story(const SampleNeeds& needs, const SamplePeople& people)
        : needs_(needs), people_(people), today_(needs.accounts.clock.today()) {}

    base::Result<ledger::ProgrammeId> open(const ProgrammeLine& line) {
        ledger::Programme wanted;
        wanted.id = make_id<ledger::ProgrammeId>(needs_.plan.ledger);
        wanted.title = line.title;
        wanted.inspected_unit = people_.units.at(std::string(line.unit));
        wanted.inspection = {{},
                             "区委第三轮巡察",
                             std::string(line.inspection),
                             ledger::InspectionKind::regular,
                             std::string(line.body)};
        wanted.feedback_on = base::add_days(today_, line.feedback_days);
        wanted.concentrated_end_on = base::add_days(today_, line.end_days);
        const auto opened = ledger::open_programme(needs_.plan.ledger, who("zhangjing"), wanted);
        if (!opened) return opened.error();
        return wanted.id;
    }

    base::Result<void> import(ledger::ProgrammeId programme, std::string_view plan,
                              const std::string& file_name) {
        const auto file = needs_.plan.files.parent_path() / ("sample-" + file_name);
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << with_days(plan, today_);
        const auto read = plan::upload_document(
            needs_.plan, who("zhangjing"),
            {make_id<plan::ImportId>(needs_.plan.ledger), programme, file_name, file});
        std::filesystem::remove(file);
        if (!read) return read.error();
        const auto& import = read->row.import;
        const auto done = plan::confirm_import(needs_.plan, who("zhangjing"), import.id,
                                               import.version, plan::NewUnits::open);
        if (!done) return done.error();
        return {};
    }

    /// The finance bureau: one problem struck off, one waiting for review, others on their way.
    base::Result<void> work(ledger::ProgrammeId programme) {
        if (auto chained = set_chain(programme); !chained) return chained;
        ledger::LedgerQuery query;
        query.filter.programme = programme;
        const auto page = ledger::list_problem_page(needs_.plan.ledger, who("zhangjing"), query);
        if (!page) return page.error();
        for (const auto& row : page->rows) {
            if (row.problem.number > 5) break;
            const auto claimed = ledger::claim_problem(needs_.plan.ledger, who("liqiang"),
                                                       {row.problem.id, row.problem.version});
            if (!claimed) return claimed.error();
            if (auto worked = work_measures(*claimed); !worked) return worked;
        }
        return {};
    }

    /// One Friday the office gives all that has not begun a unit that helps.
    base::Result<void> add_help(ledger::ProgrammeId programme) {
        const auto& needs = needs_.plan.ledger;
        const std::string unit = "云岭区委巡察办";
        ledger::BulkQuestion question;
        question.query.filter.statuses = {std::string(name_of(MeasureStatus::not_started))};
        question.change.holders = {
            {ledger::HolderRole::cooperating_unit,
             ledger::HolderWay::add,
             {{ledger::HolderRole::cooperating_unit, unit, people_.units.at(unit), std::nullopt}},
             std::nullopt}};
        const auto rows = ledger::preview_bulk_change(needs, who("zhangjing"), programme, question);
        if (!rows) return rows.error();
        ledger::BulkOrder order{make_id<ledger::BatchId>(needs),
                                ledger::View::measures,
                                question.change,
                                "区委巡察办派员配合后续整改",
                                {}};
        order.quiet = true;  // who signs in for the first time has news enough
        for (const auto& row : *rows) order.rows.push_back({row.id, row.version});
        const auto done = ledger::change_in_bulk(needs, who("zhangjing"), programme, order);
        if (!done) return done.error();
        return {};
    }

    /// So that something lies in the bin.
    base::Result<void> take_a_mistake_away(ledger::ProgrammeId programme) {
        const auto& needs = needs_.plan.ledger;
        const auto areas = ledger::areas_of_programme(needs, who("zhangjing"), programme);
        if (!areas) return areas.error();
        ledger::NewProblem wanted;
        wanted.id = make_id<ledger::ProblemId>(needs);
        wanted.area = areas->front().id;
        wanted.text = "镇村两级档案管理不规范（上一轮已整改）";
        const auto added = ledger::add_problem(needs, who("zhangjing"), programme, wanted);
        if (!added) return added.error();
        const auto removed = ledger::remove_problem(needs, who("zhangjing"),
                                                    {added->problem.id, added->problem.version},
                                                    "误录入：属上一轮巡察反馈，已经销号。");
        if (!removed) return removed.error();
        return {};
    }

    /// From now on nobody applies for strike-off without the minutes of who agreed to it.
    base::Result<void> ask_for_minutes(ledger::ProgrammeId programme) {
        const auto& needs = needs_.plan.ledger;
        const auto seen = ledger::view_programme(needs, who("zhangjing"), programme);
        if (!seen) return seen.error();
        const ledger::RequiredEvidence minutes{{}, {evidence::EvidenceKind::minutes}};
        const auto changed =
            ledger::change_programme(needs, who("zhangjing"), programme, seen->programme.version,
                                     {.required_evidence = minutes});
        if (!changed) return changed.error();
        return {};
    }

    /// The usual phases, and what was done in them before they were written down.
    base::Result<void> set_phases(ledger::ProgrammeId programme, bool worked) {
        const auto& needs = needs_.plan.ledger;
        const auto set = ledger::set_usual_phases(needs, who("zhangjing"), programme);
        if (!set) return set.error();
        if (!worked) return {};
        for (const auto& line : milestones) {
            ledger::TaskDraft draft;
            draft.id = make_id<ledger::TaskId>(needs);
            draft.text = line.text;
            draft.unit = set->programme.inspected_unit;
            draft.deadline = ledger::by(base::add_days(today_, line.days));
            const auto& phase = set->phases.at(line.phase).phase;
            const auto added = ledger::add_milestone(needs, who("zhangjing"), phase.id, draft);
            if (!added) return added.error();
            if (auto done = finish(draft.id, line); !done) return done;
        }
        return {};
    }

  private:
    base::Result<void> finish(ledger::TaskId id, const MilestoneLine& line) {
        const auto& needs = needs_.plan.ledger;
        if (line.report.empty()) return {};
        const auto reported = ledger::report_task(needs, who("liqiang"), {id, 1}, line.report);
        if (!reported) return reported.error();
        if (line.remark.empty()) return {};
        const auto confirmed =
            ledger::confirm_task(needs, who("wanglei"), {id, reported->version}, line.remark);
        if (!confirmed) return confirmed.error();
        return {};
    }

    const base::Actor& who(const std::string& account) const { return people_.actors.at(account); }

    base::Result<void> work_measures(const ledger::ProblemRow& row) {
        const auto& needs = needs_.plan.ledger;
        const auto view = ledger::view_problem(needs, who("liqiang"), row.problem.id);
        if (!view) return view.error();
        for (const auto& measure : view->measures)
            if (auto worked = work_measure(row.problem.number, measure); !worked) return worked;
        if (row.problem.number == 4) return supervise(view->measures.front().measure.id);
        if (row.problem.number > 2) return {};
        auto applied = apply(row.problem);
        if (!applied) return applied.error();
        const std::span<const Signer> all(signers);
        return sign(*applied, row.problem.number == 1 ? all : all.first(2));
    }

    /// From the responsible leader to the supervising side, which signs in parallel.
    base::Result<void> set_chain(ledger::ProgrammeId programme) {
        using ledger::Quorum;
        using ledger::Seat;
        const auto& needs = needs_.plan.ledger;
        const auto seen = ledger::view_programme(needs, who("zhangjing"), programme);
        if (!seen) return seen.error();
        const ledger::ReviewChain chain{
            {"责任领导审核", {Seat::responsible_leader}, Quorum::all},
            {"牵头领导审核", {Seat::lead_leader}, Quorum::all},
            {"整改办审核", {Seat::rectification_office}, Quorum::all},
            {"监督方会签",
             {Seat::discipline_office, Seat::organisation_department, Seat::inspection_office},
             Quorum::all}};
        const auto changed = ledger::change_programme(
            needs, who("zhangjing"), programme, seen->programme.version, {.review_chain = chain});
        if (!changed) return changed.error();
        return {};
    }

    base::Result<void> sign(const ledger::ProblemRow& applied, std::span<const Signer> by) {
        for (const auto& [account, opinion] : by) {
            const auto signed_by =
                ledger::strike_off_problem(needs_.plan.ledger, who(std::string(account)),
                                           {applied.problem.id, applied.problem.version}, opinion);
            if (!signed_by) return signed_by.error();
        }
        return {};
    }

    /// Problems 1 and 2 are finished, 3 is reported in part, 4 was sent back, 5 waits for review.
    base::Result<void> work_measure(std::int64_t problem, const MeasureRow& row) {
        const auto& needs = needs_.plan.ledger;
        if (problem == 3)
            if (auto demanded = demand_results(row.measure); !demanded) return demanded;
        ledger::ProgressEntry entry;
        entry.id = make_id<ledger::EntryId>(needs);
        entry.percent = problem <= 2 ? 100 : problem == 3 ? 50 : 80;
        entry.text = problem == 3 ? "已完成资金清理台账，正在逐笔提出处理意见。"
                                  : "已按措施要求办理完毕，相关制度已印发执行。";
        entry.evidence_note = "会议纪要、制度文本各1份，存办公室。";
        if (problem <= 2) entry.results = {{ledger::ResultKind::regulations, 1}};
        const auto reported = ledger::report_progress(needs, who("liqiang"), row.measure.id, entry);
        if (!reported) return reported.error();
        if (problem == 3) return {};
        const auto submitted = ledger::submit_measure(needs, who("liqiang"),
                                                      {row.measure.id, reported->measure.version});
        if (!submitted) return submitted.error();
        if (problem == 5) return {};
        return review(problem, *submitted);
    }

    /// What was sent back is urged by letter, for which nobody has signed yet.
    base::Result<void> supervise(ledger::MeasureId measure) {
        const auto& needs = needs_.plan.ledger;
        const auto proposed = ledger::propose_notice(
            needs, who("zhangjing"), {make_id<ledger::NoticeId>(needs), "督查指导书", {measure}});
        if (!proposed) return proposed.error();
        const auto issued =
            ledger::issue_notice(needs, who("zhangjing"), {proposed->id, proposed->version},
                                 {proposed->texts, {measure}});
        if (!issued) return issued.error();
        return {};
    }

    /// The office asks for the results that the measure's wording speaks of.
    base::Result<void> demand_results(const ledger::Measure& measure) {
        const ledger::MeasureChange change{.demands = ledger::results_proposed(measure.text)};
        const auto edited = ledger::edit_measure(needs_.plan.ledger, who("zhangjing"),
                                                 {measure.id, measure.version}, change);
        if (!edited) return edited.error();
        return {};
    }

    base::Result<void> review(std::int64_t problem, const MeasureRow& submitted) {
        const auto& needs = needs_.plan.ledger;
        const ledger::Seen<ledger::MeasureId> seen{submitted.measure.id, submitted.measure.version};
        const auto reviewed =
            problem == 4
                ? ledger::send_back_measure(needs, who("wanglei"), seen,
                                            {"未见追缴租金的入账凭证，整改效果缺少数据支撑。",
                                             "请补充非税收入缴款书和租金追缴明细表。"})
                : ledger::accept_measure(needs, who("wanglei"), seen, {MeasureStatus::done},
                                         "材料齐全，同意。");
        if (!reviewed) return reviewed.error();
        return {};
    }

    base::Result<ledger::ProblemRow> apply(const ledger::Problem& problem) {
        ledger::StrikeOffApplication application;
        application.summary = "各项措施已全部完成，长效机制已经建立并运行。";
        application.similar_check = "对局属各单位同类问题开展排查，未发现新的问题。";
        application.problem_solved = application.measures_carried_out = true;
        application.pursuit = ledger::Pursuit::not_needed;
        application.pursuit_note = "属制度执行不规范，已由分管领导提醒谈话，无须追究责任。";
        application.lead_leader = {"何秀兰", base::add_days(today_, -1)};
        application.principal = {"周启明", base::add_days(today_, -1)};
        return ledger::apply_for_strike_off(needs_.plan.ledger, who("liqiang"),
                                            {problem.id, problem.version}, application);
    }

    const SampleNeeds& needs_;
    const SamplePeople& people_;
    base::Date today_;
};

}  // namespace

base::Result<std::vector<std::string>> open_sample_programmes(const SampleNeeds& needs,
                                                              const SamplePeople& people) {
    Story story(needs, people);
    std::vector<ledger::ProgrammeId> ids;
    std::vector<std::string> titles;
    for (const auto& line : programmes) {
        const auto id = story.open(line);
        if (!id) return id.error();
        ids.push_back(*id);
        titles.emplace_back(line.title);
    }
    const std::string_view finance(sample_finance_bureau_begin,
                                   sample_finance_bureau_end - sample_finance_bureau_begin);
    const std::string_view township(sample_township_begin,
                                    sample_township_end - sample_township_begin);
    if (auto done = story.import(ids[0], finance, "财政局整改方案.txt"); !done) return done.error();
    if (auto done = story.import(ids[1], township, "青石镇整改方案.txt"); !done)
        return done.error();
    if (auto done = story.work(ids[0]); !done) return done.error();
    if (auto done = story.add_help(ids[0]); !done) return done.error();
    if (auto done = story.take_a_mistake_away(ids[1]); !done) return done.error();
    if (auto done = story.ask_for_minutes(ids[0]); !done) return done.error();
    for (const auto& id : ids)
        if (auto done = story.set_phases(id, id == ids[0]); !done) return done.error();
    if (auto done = set_up_sample_bodies(needs, people, ids[0]); !done) return done.error();
    if (auto done = set_up_sample_lasting(needs, people, ids[0]); !done) return done.error();
    if (auto done = hold_sample_meetings(needs, people, ids[0]); !done) return done.error();
    if (auto done = make_sample_checks(needs, people, ids[0]); !done) return done.error();
    if (auto done = issue_sample_plan(needs, people, ids[0]); !done) return done.error();
    if (auto done = review_sample_plan(needs, people, ids[1]); !done) return done.error();
    if (auto done = upload_sample_templates(needs, people); !done) return done.error();
    if (auto done = file_sample_dossier(needs, people, ids[0]); !done) return done.error();
    if (auto done = tell_sample_feedback(needs, people, ids); !done) return done.error();
    if (auto done = tell_sample_kinds(needs, people, ids[0]); !done) return done.error();
    if (auto done = publish_sample_notice(needs, people, ids[0]); !done) return done.error();
    if (auto done = write_sample_narratives(needs, people, ids[0]); !done) return done.error();
    if (auto done = plan_sample_life_meeting(needs, people, ids[0]); !done) return done.error();
    if (auto done = collect_sample_opinions(needs, people, ids[0]); !done) return done.error();
    if (auto done = write_sample_statements(needs, people, ids[0]); !done) return done.error();
    if (auto done = hold_sample_talks(needs, people, ids[0]); !done) return done.error();
    if (auto done = hold_sample_sitting(needs, people, ids[0]); !done) return done.error();
    return titles;
}

}  // namespace app
