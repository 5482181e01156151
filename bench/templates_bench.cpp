// What it takes to fill a template of one's own: twenty pages around a table whose row repeats for
// three thousand measures of a thousand problems, as Word and as Excel. The rows are in memory.
#include <sys/resource.h>

#include "benchmarks.hpp"
#include "office/paper.hpp"
#include "office/template.hpp"
#include "templates/field_paper.hpp"
#include "templates/starter_paper.hpp"

namespace bench {
namespace {

constexpr std::size_t problems = 1'000, measures_each = 3, pages = 20, lines_a_page = 22;

/// Of the type that templates are checked against, each value the sample of its field.
office::Record sample_of(const office::RecordType& type) {
    office::Record record;
    for (const auto& field : type.fields) record.values.emplace_back(field.sample);
    record.lists.resize(type.lists.size());
    return record;
}

std::size_t place_of(const std::vector<office::RecordType>& lists, std::string_view name) {
    for (std::size_t i = 0; i < lists.size(); ++i)
        if (lists[i].name == name) return i;
    return 0;
}

office::Record made_record() {
    const auto& type = templates::field_table();
    auto root = sample_of(type);
    const auto at = place_of(type.lists, "问题");
    auto problem = sample_of(type.lists[at]);
    problem.lists.front().assign(measures_each, sample_of(type.lists[at].lists.front()));
    root.lists[at].assign(problems, problem);
    return root;
}

/// The starter behind twenty pages of text with fields in them.
std::string long_word_template() {
    office::Paper paper;
    paper.name = "长模板";
    std::vector<office::PaperPart> parts;
    for (std::size_t i = 0; i < pages * lines_a_page; ++i)
        parts.emplace_back(office::paragraph(
            office::Style::body, "截至{{今天}}，反馈问题{{问题总数}}个，完成率{{完成率}}。"));
    office::PaperTable table;
    table.widths = {1, 3, 3, 2};
    table.rows = {{{{"{{#问题}}{{问题.编号}}"},
                    {"{{问题.内容}}"},
                    {"{{#措施}}{{措施.内容}}"},
                    {"{{措施.完成时限}}{{/措施}}{{/问题}}"}}}};
    parts.emplace_back(std::move(table));
    paper.sections = {{office::Orientation::portrait, std::move(parts)}};
    return office::docx_of(paper);
}

double peak_mib() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

double filled_ms(const std::string& bytes, const office::Record& record, std::size_t& made_bytes) {
    return best_ms(3, [&] {
        const auto read = office::read_template(bytes, templates::field_table());
        made_bytes = (*read)->fill(record)->size();
    });
}

}  // namespace

void fill_templates(Setting& setting) {
    const auto record = made_record();
    const auto before = peak_mib();
    std::size_t bytes = 0;
    const std::string how =
        "read, checked and filled with 1,000 problems of 3 measures, cells of "
        "the problem merged; best of 3";
    const auto word = filled_ms(long_word_template(), record, bytes);
    setting.report("fill_docx_template_ms", word, "ms",
                   "a template of 20 pages and a table; " + how + " (" +
                       std::to_string(bytes / 1024) + " KiB)");
    const auto excel =
        filled_ms(templates::bytes_of(templates::Starter::ledger_xlsx), record, bytes);
    setting.report(
        "fill_xlsx_template_ms", excel, "ms",
        "the starter of the ledger; " + how + " (" + std::to_string(bytes / 1024) + " KiB)");
    setting.report("fill_template_mib", peak_mib() - before, "MiB",
                   "what the most memory of the process rose by while both were filled");
}

}  // namespace bench
