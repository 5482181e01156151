// zhenggai_bench [--folder DIR] [--server CONNECTION] [--program PATH] [--results FILE] [--keep]
// [NAME...]: runs all benchmarks, or those whose names begin with one of NAME, and writes the
// results down. --keep leaves the databases of the last one to look at.
#include <array>
#include <cstdio>
#include <filesystem>

#include "benchmarks.hpp"

namespace {

namespace fs = std::filesystem;

constexpr std::array all{
    bench::Benchmark{"parse_text", bench::parse_text},
    bench::Benchmark{"parse_docx", bench::parse_docx},
    bench::Benchmark{"import_roundtrip", bench::import_roundtrip},
    bench::Benchmark{"similar", bench::similar},
    bench::Benchmark{"copies", bench::copies},
    bench::Benchmark{"compare_dates", bench::compare_dates},
    bench::Benchmark{"propose_agenda", bench::propose_agenda},
    bench::Benchmark{"write_documents", bench::write_documents},
    bench::Benchmark{"proofread_text", bench::proofread_text},
    bench::Benchmark{"write_narratives", bench::write_narratives},
    bench::Benchmark{"fill_templates", bench::fill_templates},
    bench::Benchmark{"calendar_feed", bench::calendar_feed},
    bench::Benchmark{"talk_matrix", bench::talk_matrix},
    bench::Benchmark{"dossier_volume", bench::dossier_volume},
    bench::Benchmark{"bulk", bench::bulk},
    bench::Benchmark{"postgres_bulk", bench::postgres_bulk},
    bench::Benchmark{"postgres_copies", bench::postgres_copies},
    bench::Benchmark{"disk", bench::disk},
    bench::Benchmark{"sqlite_finds", bench::sqlite_finds},
    bench::Benchmark{"sqlite_journal", bench::sqlite_journal},
    bench::Benchmark{"sqlite_saves", bench::sqlite_saves},
    bench::Benchmark{"postgres_journal", bench::postgres_journal},
    bench::Benchmark{"postgres_saves", bench::postgres_saves},
    bench::Benchmark{"evidence_upload", bench::evidence_upload},
    bench::Benchmark{"sealed_texts", bench::sealed_texts},
    bench::Benchmark{"ledger_page_vs_raw", bench::ledger_page_vs_raw},
    bench::Benchmark{"ledger", bench::ledger},
    bench::Benchmark{"postgres_ledger", bench::postgres_ledger},
};

struct Wishes {
    bench::Setting setting;
    std::string results;
    std::vector<std::string> names;
    bool keep = false;  // the databases of the last benchmark, to look at

    [[nodiscard]] bool wanted(std::string_view name) const {
        for (const auto& wish : names)
            if (name.starts_with(wish)) return true;
        return names.empty();
    }
};

Wishes wishes_of(int count, char** words) {
    Wishes wishes;
    wishes.setting.folder = (fs::temp_directory_path() / "zhenggai_bench").string();
    wishes.setting.project = PROJECT_DIR;
    wishes.results = wishes.setting.project + "/bench/results.json";
    for (int i = 1; i < count; ++i) {
        const std::string_view word = words[i];
        const auto next = [&] { return i + 1 < count ? words[++i] : ""; };
        if (word == "--folder")
            wishes.setting.folder = next();
        else if (word == "--server")
            wishes.setting.server = next();
        else if (word == "--program")
            wishes.setting.program = next();
        else if (word == "--results")
            wishes.results = next();
        else if (word == "--keep")
            wishes.keep = true;
        else
            wishes.names.emplace_back(word);
    }
    return wishes;
}

void run(const bench::Benchmark& benchmark, bench::Setting& setting) {
    if (benchmark.name.starts_with("postgres") && setting.server.empty()) {
        std::printf("%s: skipped, no --server\n", std::string(benchmark.name).c_str());
        return;
    }
    fs::remove_all(setting.folder);
    fs::create_directories(setting.folder);
    benchmark.run(setting);
}

}  // namespace

int main(int count, char** words) {
    auto wishes = wishes_of(count, words);
    try {
        wishes.setting.rows = bench::load_results(wishes.results);
        for (const auto& benchmark : all) {
            if (!wishes.wanted(benchmark.name)) continue;
            run(benchmark, wishes.setting);
            bench::save_results(wishes.results, wishes.setting.rows);
        }
        if (!wishes.keep) fs::remove_all(wishes.setting.folder);
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "zhenggai_bench: %s\n", problem.what());
        return 1;
    }
    return 0;
}
