// What it takes to make the report on the concentrated period of a large programme: every figure
// with its rows, every part, the paper, the .docx. Made from rows in memory: what the database
// takes is measured as ledger_page.
#include "base/random.hpp"
#include "benchmarks.hpp"
#include "narrative/draft_paper.hpp"
#include "narrative/edition_paper.hpp"
#include "narrative/figure_paper.hpp"
#include "narrative/live_paper.hpp"

namespace bench {
namespace {

using narrative::NarrativeKind;

constexpr std::size_t problems = 1'000, measures_each = 3, areas = 20;

template <class Id>
Id id_of(std::size_t number) {
    base::SeededRandom random(number + 1);
    return Id::make({static_cast<std::int64_t>(number)}, random);
}

void add_measures(narrative::Source& source, const ledger::Problem& problem, std::size_t first) {
    for (std::size_t k = 0; k < measures_each; ++k) {
        auto& row = source.rows.measures.emplace_back();
        row.measure.id = id_of<ledger::MeasureId>(problems + first + k);
        row.measure.problem = row.problem.id = problem.id;
        row.measure.number = static_cast<std::int64_t>(first + k + 1);
        row.measure.text = "制定预算执行按月通报制度，每月5日前通报上月执行进度。";
        row.measure.last_entry = "已经印发制度，正在逐条核对执行情况。";
        row.measure.status =
            k == 0 ? ledger::MeasureStatus::done : ledger::MeasureStatus::under_way;
        row.measure.due_on = base::add_days(source.today, static_cast<int>(first % 90) - 30);
        source.rows.measure_facts[row.measure.id].results = {
            {ledger::ResultKind::recovered_yuan, 1'500}};
        source.proofs.push_back({{}, {row.measure.id.text()}});
        source.proofs.back().file.name = "执行通报.pdf";
    }
}

narrative::Source made_source() {
    narrative::Source source;
    source.programme.title = "云岭区财政局党组巡察整改";
    source.programme.inspected_unit_name = "云岭区财政局";
    source.today = *base::parse_date("2024-06-30");
    source.principal = "周启明";
    for (std::size_t i = 0; i < problems; ++i) {
        auto& row = source.rows.problems.emplace_back();
        row.problem.id = id_of<ledger::ProblemId>(i);
        row.problem.number = static_cast<std::int64_t>(i + 1);
        row.problem.text = "预算执行进度慢，年底突击花钱的情况时有发生。";
        row.area.id = id_of<ledger::AreaId>(10'000 + i * areas / problems);
        row.area.heading = "关于财政资金监管方面的问题";
        add_measures(source, row.problem, i * measures_each);
    }
    return source;
}

std::vector<narrative::Section> first_sections(const narrative::Source& source) {
    std::vector<narrative::Section> sections;
    for (const auto part : parts_of(NarrativeKind::progress_report)) {
        auto& section = sections.emplace_back();
        section.part = part;
        section.heading = usual_heading(part);
        section.text = draft_of(part, NarrativeKind::progress_report, source);
    }
    return sections;
}

}  // namespace

void write_narratives(Setting& setting) {
    const auto source = made_source();
    std::size_t bytes = 0;
    const auto report = best_ms(5, [&] {
        const auto figures = figures_of(source);
        const auto document = compose(first_sections(source), source, figures);
        bytes = office::docx_of(narrative::narrative_paper({NarrativeKind::progress_report,
                                                            "进展情况报告",
                                                            source.principal,
                                                            document,
                                                            {}}))
                    .size();
    });
    setting.report("progress_report_ms", report, "ms",
                   "1,000 problems, 3,000 measures, as many files; drafts, figures, parts, annexes "
                   "and .docx in memory (" +
                       std::to_string(bytes / 1024) + " KiB), best of 5; rows already loaded");
}

}  // namespace bench
