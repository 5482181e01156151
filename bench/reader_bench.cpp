// How fast documents are read, from the file to the areas, problems and measures found in it.
#include <cmath>
#include <filesystem>

#include "benchmarks.hpp"
#include "office/document.hpp"
#include "plan/intake.hpp"
#include "plan_text.hpp"

namespace bench {
namespace {

namespace fs = std::filesystem;

struct Found {
    std::size_t problems = 0, measures = 0;
};

Found read(const std::string& path) {
    const auto document = office::read_document(path);
    if (!document) throw std::runtime_error(path + ": " + document.error().code);
    const auto plan = plan::read_plan(*document);
    Found found;
    for (const auto& area : plan.areas)
        for (const auto& problem : area.problems) {
            ++found.problems;
            found.measures += problem.measures.size();
        }
    return found;
}

// The corpus beside the checkout where there is one, else an invented plan.
std::vector<std::string> texts(const Setting& setting, std::string& what) {
    std::vector<std::string> paths;
    const fs::path corpus = fs::path(setting.project) / ".." / "shared" / "corpus";
    if (fs::is_directory(corpus))
        for (const auto& entry : fs::directory_iterator(corpus))
            if (entry.path().extension() == ".txt") paths.push_back(entry.path().string());
    what = "the corpus of " + std::to_string(paths.size()) + " documents, read over and over";
    if (!paths.empty()) return paths;
    what = "an invented plan, read over and over";
    const auto path = setting.folder + "/plan.txt";
    write_text(path, plan_text({.areas = 5, .problems = 20}));
    return {path};
}

}  // namespace

void parse_text(Setting& setting) {
    std::string what;
    const auto paths = texts(setting, what);
    double bytes = 0;
    for (const auto& path : paths) bytes += static_cast<double>(fs::file_size(path));
    constexpr int times = 20;
    const auto ms = best_cpu_ms(5, [&] {
        for (int i = 0; i < times; ++i)
            for (const auto& path : paths) (void)read(path);
    });
    setting.report(
        "parse_text_mb_per_s", bytes * times / 1e6 / (ms / 1e3), "MB/s",
        "one thread: file to areas, problems and measures; " + what + "; CPU time, best of 5");
    const auto whole = setting.folder + "/large.txt";
    const auto text = plan_text({.areas = 20, .problems = 500});
    write_text(whole, text);
    const auto large_ms = best_cpu_ms(3, [&] { (void)read(whole); });
    setting.report("parse_large_text_mb_per_s",
                   static_cast<double>(text.size()) / 1e6 / (large_ms / 1e3), "MB/s",
                   "one invented plan of 10,000 problems and 50,000 measures, " +
                       std::to_string(text.size() / 1'000) + " kB");
}

void parse_docx(Setting& setting) {
    PlanSize size{.areas = 10, .problems = 10};
    while (pages_of(plan_text(size)) < 200) ++size.problems;
    const auto text = plan_text(size);
    const auto path = setting.folder + "/plan.docx";
    write_docx(path, text);
    const auto found = read(path);
    const auto ms = best_ms(20, [&] { (void)read(path); });
    setting.report("parse_docx_200_pages_ms", ms, "ms",
                   "an invented Word plan of " + std::to_string(pages_of(text)) + " pages, " +
                       std::to_string(found.problems) + " problems and " +
                       std::to_string(found.measures) + " measures found; one thread, best of 20");
}

}  // namespace bench
