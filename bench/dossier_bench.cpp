// A dossier of many files: how long it takes to seal, how fast the volume goes out while it is put
// together, how much memory that takes, and how long its check does.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "base/clock.hpp"
#include "base/random.hpp"
#include "benchmarks.hpp"
#include "district.hpp"
#include "dossier/volume_actions.hpp"
#include "dossier/volume_json.hpp"
#include "evidence/blob_folder.hpp"

namespace bench {
namespace {

namespace fs = std::filesystem;

/// ZHENGGAI_BENCH_DOSSIER="FILES MEGABYTES"; 2,000 files of 400 MB together otherwise.
struct Size {
    int files = 2'000;
    double megabytes = 400;
};
Size wanted_size() {
    Size size;
    if (const char* said = std::getenv("ZHENGGAI_BENCH_DOSSIER"))
        if (std::sscanf(said, "%d %lf", &size.files, &size.megabytes) != 2)
            throw std::runtime_error("ZHENGGAI_BENCH_DOSSIER: \"FILES MEGABYTES\"");
    return size;
}

/// The highest resident set since it was forgotten, and what it is now, in MiB.
void forget_peak() {
    std::ofstream("/proc/self/clear_refs") << "5";
}
double peak_mib() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:")) return std::strtod(line.c_str() + 6, nullptr) / 1024;
    return 0;
}

struct Office {
    base::Actor actor;
    Office() {
        actor.name = "整改办";
        actor.acts = {base::Act::read_ledger, base::Act::edit_ledger, base::Act::export_ledger};
        actor.scope = base::Scope::everything();
    }
};

template <class T>
T value_of(base::Result<T> result) {
    if (!result) throw std::runtime_error(result.error().code);
    return std::move(*result);
}

/// Files that differ, each as large as the others.
void fill(const dossier::Needs& needs, const base::Actor& office, base::ProgrammeId programme,
          const Size& size) {
    const auto bytes = static_cast<std::size_t>(size.megabytes * 1e6 / size.files);
    std::string text;
    for (int i = 0; text.size() < bytes; ++i) text += "dossier " + std::to_string(i * 7919) + "\n";
    text.resize(bytes);
    for (int i = 0; i < size.files; ++i) {
        dossier::FileClaim claim;
        claim.id =
            dossier::FileId::make(needs.evidence.ledger.clock.now(), needs.evidence.ledger.random);
        claim.line = "special_material";
        claim.title = "material " + std::to_string(i);
        claim.file_name = "material.txt";
        text.replace(0, 20, (std::to_string(i) + std::string(20, ' ')).substr(0, 20));
        const auto path = needs.temporary / "upload";
        std::ofstream(path, std::ios::binary) << text;
        value_of(dossier::add_file(needs, office, programme, claim, path));
        fs::remove(path);
    }
}

struct Sent {
    double seconds = 0, megabytes = 0, peak = 0;
};
Sent send(dossier::ZipStream& bytes, const fs::path& target) {
    std::ofstream out(target, std::ios::binary);
    forget_peak();
    const auto before = peak_mib();
    Sent sent;
    const Stopwatch watch;
    for (auto piece = bytes.next(); !piece.empty(); piece = bytes.next()) {
        out << piece;
        sent.megabytes += static_cast<double>(piece.size()) / 1e6;
    }
    sent.seconds = watch.seconds();
    sent.peak = peak_mib() - before;
    return sent;
}

}  // namespace

void dossier_volume(Setting& setting) {
    const auto size = wanted_size();
    const auto database = new_sqlite(setting, "dossier");
    const auto district =
        make_district(*database, {.units = 100, .programmes = 1, .problems = 100, .measures = 3});
    base::SeededRandom random(1);
    const base::SystemClock clock;
    const journal::Journal journal(journal::Key(std::string(32, 'k')), random);
    const journal::SigningKey signing(std::string(32, 's'));
    const fs::path folder = setting.folder;
    fs::create_directories(folder / "temporary");
    const evidence::BlobFolder files(folder / "evidence", base::Algorithm::sha256);
    const dossier::Needs needs{{{*database, clock, random, journal}, files, 1ull << 30},
                               folder / "plans",
                               folder / "temporary",
                               signing};
    const Office office;
    const auto programme = district.programmes.front();
    fill(needs, office.actor, programme, size);
    const dossier::SealingOrder order{dossier::VolumeId::make(clock.now(), random),
                                      "measured while something is missing"};
    forget_peak();
    const auto before = peak_mib();
    const Stopwatch watch;
    const auto volume = value_of(dossier::seal_volume(needs, office.actor, programme, order));
    const auto seal_s = watch.seconds();
    const auto seal_peak = peak_mib() - before;
    const auto how = std::to_string(size.files) + " files, " +
                     std::to_string(static_cast<int>(size.megabytes)) + " MB together, SQLite; ";
    setting.report("dossier_seal_s", seal_s, "s",
                   how + "every file read, SM3 and CRC-32, records written, one transaction");
    setting.report("dossier_seal_peak_mib", seal_peak, "MiB",
                   how + "the highest resident set meanwhile, above that before");
    const auto archive = value_of(dossier::take_out_volume(needs, office.actor, volume.id));
    const auto target = folder / "volume.zip";
    const auto sent = send(*archive.bytes, target);
    setting.report("dossier_send_mb_per_s", sent.megabytes / sent.seconds, "MB/s",
                   how + "the archive put together and written to a file");
    setting.report("dossier_send_peak_mib", sent.peak, "MiB",
                   how + "the highest resident set meanwhile, above that before");
    forget_peak();
    const auto idle = peak_mib();
    const Stopwatch checking;
    const auto report = value_of(dossier::check_volume(target));
    if (!report.faults.empty()) throw std::runtime_error(report.faults.front().what);
    setting.report("dossier_check_s", checking.seconds(), "s",
                   how + "checked as verify-dossier does: signature, every digest, counts");
    setting.report("dossier_check_peak_mib", peak_mib() - idle, "MiB",
                   how + "the highest resident set meanwhile, above that before");
}

}  // namespace bench
