// What it takes to write official documents: the ledger of a large programme as Word and as a
// workbook, two hundred notices. Made from rows in memory: what the database takes is measured as
// ledger_page.
#include <sys/resource.h>

#include <filesystem>

#include "base/random.hpp"
#include "benchmarks.hpp"
#include "documents/list_paper.hpp"
#include "documents/notice_paper.hpp"
#include "documents/plan_paper.hpp"
#include "documents/report_paper.hpp"
#include "office/workbook.hpp"
#include "office/zip_bytes.hpp"
#include "reports/ledger_sheet.hpp"

namespace bench {
namespace {

using documents::DocumentKind;

constexpr std::size_t problems = 1'000, measures_each = 3, notices = 200;
const std::string
    problem_words = "预算执行进度慢，年底突击花钱的情况时有发生，部分专项资金沉淀两年以上。",
    measure_words =
        "制定预算执行按月通报制度，每月5日前通报上月执行进度，对连续两月落后的单位约谈负责人。";

template <class Id>
Id id_of(std::size_t number) {
    base::SeededRandom random(number + 1);
    return Id::make({static_cast<std::int64_t>(number)}, random);
}

documents::ListSource made_source() {
    documents::ListSource source;
    source.programme_title = "云岭区财政局党组巡察整改";
    source.inspected_unit = "云岭区财政局";
    source.today = *base::parse_date("2024-06-30");
    for (std::size_t i = 0; i < problems; ++i) {
        auto& problem = source.rows.problems.emplace_back();
        problem.problem.id = id_of<ledger::ProblemId>(i);
        problem.problem.number = static_cast<std::int64_t>(i + 1);
        problem.problem.text = problem_words;
        problem.area.heading = "关于财政资金监管方面的问题";
        for (std::size_t k = 0; k < measures_each; ++k) {
            auto& row = source.rows.measures.emplace_back();
            row.measure.id = id_of<ledger::MeasureId>(problems + i * measures_each + k);
            row.measure.problem = problem.problem.id;
            row.measure.number = static_cast<std::int64_t>(i * measures_each + k + 1);
            row.measure.text = measure_words;
            row.measure.last_entry = "已经印发制度，正在逐条核对执行情况。";
            row.measure.due_on = base::add_days(source.today, static_cast<int>(i % 90) - 30);
            row.responsibility = {{ledger::HolderRole::lead_leader, "周启明", {}, {}},
                                  {ledger::HolderRole::responsible_unit, "预算科", {}, {}}};
        }
    }
    return source;
}

/// The most memory this process has had so far.
double peak_mib() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

std::size_t write_plan(const documents::ListSource& source) {
    documents::PlanSource plan;
    plan.title = source.programme_title + "方案";
    plan.unit = source.inspected_unit;
    plan.day = source.today;
    for (const auto part : drafting::parts)
        plan.texts.push_back({part, std::string(drafting::usual_heading(part)), {}});
    plan.ledger = documents::plan_ledger(source.rows, {});
    return office::docx_of(
               plan_paper(plan, {documents::TaskLayout::text, documents::LedgerAnnex::full}))
        .size();
}

ledger::Notice made_notice(std::size_t number) {
    ledger::Notice notice;
    notice.kind = "督办通知单";
    notice.mark = "巡整督〔2024〕" + std::to_string(number + 1) + "号";
    notice.unit_name = "预算科";
    notice.texts = {"整改方案确定的时限", "请于五个工作日内书面反馈办理情况。", "张静", {}};
    for (int i = 0; i < 5; ++i) {
        ledger::NoticeItem item;
        item.number = i + 1;
        item.text = measure_words;
        item.responsible = "周启明、李强";
        item.due_on = *base::parse_date("2024-06-20");
        notice.items.push_back(item);
    }
    return notice;
}

}  // namespace

void write_documents(Setting& setting) {
    const auto source = made_source();
    const std::string size_words = "1,000 problems, 3,000 measures; ";
    const auto before = peak_mib();
    std::size_t bytes = 0;
    const auto docx = best_ms(
        5, [&] { bytes = office::docx_of(list_paper(DocumentKind::ledger_table, source)).size(); });
    setting.report("docx_ledger_ms", docx, "ms",
                   size_words + "整改台账 as .docx in memory (" + std::to_string(bytes / 1024) +
                       " KiB), best of 5; rows already loaded");
    setting.report("docx_ledger_mib", peak_mib() - before, "MiB",
                   "what the most memory of the process rose by while that was written");
    const auto file = std::filesystem::path(setting.folder) / "ledger.xlsx";
    const auto xlsx = best_ms(3, [&] {
        office::Sheet sheet;
        sheet.name = "整改台账";
        sheet.columns = reports::sheet_columns();
        sheet.rows = reports::rows_of(source.rows, source.today);
        office::write_workbook(file, {{std::move(sheet)}, {}});
    });
    setting.report("xlsx_ledger_ms", xlsx, "ms",
                   size_words + "the full ledger of 18 columns as .xlsx, best of 3");
    const auto report = best_ms(5, [&] {
        const auto month = documents::month_of(source.today);
        bytes = office::docx_of(report_paper(DocumentKind::month_report, source, month)).size();
    });
    setting.report("docx_month_report_ms", report, "ms", size_words + "月报 as .docx, best of 5");
    const auto plan = best_ms(5, [&] { bytes = write_plan(source); });
    setting.report("docx_plan_ms", plan, "ms",
                   size_words + "整改方案 as .docx with the full ledger annexed (" +
                       std::to_string(bytes / 1024) + " KiB), best of 5; rows already loaded");
    const auto zip = best_ms(3, [&] {
        std::vector<std::pair<std::string, std::string>> files;
        for (std::size_t i = 0; i < notices; ++i) {
            const auto notice = made_notice(i);
            files.emplace_back(notice.mark + ".docx",
                               office::docx_of(documents::paper_of(notice, source.today)));
        }
        bytes = office::zip_bytes(files).size();
    });
    setting.report("notices_zip_ms", zip, "ms",
                   "200 notices of five measures each as .docx in one ZIP, best of 3");
}

}  // namespace bench
