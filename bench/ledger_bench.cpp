// The ledger as its users meet it: pages and saves of the whole program over HTTP.
#include <atomic>
#include <filesystem>
#include <thread>

#include "base/clock.hpp"
#include "base/random.hpp"
#include "benchmarks.hpp"
#include "district.hpp"
#include "plan_text.hpp"
#include "program.hpp"

namespace bench {
namespace {

const std::string size_words =
    "100,000 problems, 300,000 measures, 1,000 units, 1,000 programmes; ";

// Three filters that leave about 3,000 of 300,000 rows: status, kind, and 59 of 720 days.
std::string filtered_page(int turn) {
    const auto from = base::add_days(*base::parse_date(first_due), turn * 7 % 640);
    return "/api/v1/ledger?view=measures&status=under_way&kind=date&due_from=" +
           base::to_text(from) + "&due_to=" + base::to_text(base::add_days(from, 58)) +
           "&sort=due_on&page=" + std::to_string(turn % 10 + 1) + "&page_size=50";
}

std::string problem_page(int turn) {
    return "/api/v1/ledger?view=problems&status=under_way&sort=due_on&page=" +
           std::to_string(turn % 10 + 1) + "&page_size=50";
}

struct Served {
    Served(Setting& setting, const std::string& postgres_name) : folder(setting.folder + "/data") {
        std::filesystem::create_directories(folder);
        const auto database = postgres_name.empty() ? new_sqlite(setting, "data/zhenggai")
                                                    : new_postgres(setting, postgres_name);
        const Stopwatch watch;
        district = make_district(*database, {});
        std::printf("made the district in %.1f s\n", watch.seconds());
        versions.assign(district.open_measures.size(), 1);
        place = {setting.program, folder,
                 postgres_name.empty() ? "" : setting.server + " dbname=" + postgres_name};
    }
    std::string folder;
    District district;
    ProgramPlace place;
    std::vector<std::int64_t> versions;  // of the district's open measures
};

// Pages from so many connections; `target` gives each turn's address.
LoadResult pages(const Program& program, int connections, double seconds,
                 const std::function<std::string(int)>& target, const std::string& headers) {
    int turn = 0;
    return run(
        {.port = program.port(), .connections = connections, .seconds = seconds, .next = [&](int) {
             return request("GET", target(turn++), headers);
         }});
}

// Changes a measure of its own on each connection, over and over; follows the version.
class Savers {
  public:
    Savers(Served& served, std::string headers)
        : district_(served.district), headers_(std::move(headers)), versions_(served.versions) {}

    std::string next(int connection) {
        const auto at = static_cast<std::size_t>(connection);
        const auto body = R"({"version":)" + std::to_string(versions_[at]) +
                          R"(,"text":"修订制度并组织学习，第)" + std::to_string(versions_[at]) +
                          R"(稿"})";
        return request("PATCH", "/api/v1/measures/" + district_.open_measures[at].text(), headers_,
                       body);
    }
    void answered(int connection, const Answer& answer) {
        if (answer.status == 200)
            ++versions_[static_cast<std::size_t>(connection)];
        else if (!std::exchange(said_, true))
            std::printf("a save was answered %d %s\n", answer.status,
                        answer.body.substr(0, 200).c_str());
    }

  private:
    const District& district_;
    std::string headers_;
    std::vector<std::int64_t>& versions_;
    bool said_ = false;
};

LoadResult saves(const Program& program, Savers& savers, Load load) {
    load.port = program.port();
    load.next = [&](int connection) { return savers.next(connection); };
    load.answered = [&](int connection, const Answer& answer) {
        savers.answered(connection, answer);
    };
    return run(load);
}

// Runs and reports one kind of page. The server's own CPU time hardly depends on what else is
// running.
void report_pages(Setting& setting, const Program& program, const std::string& name,
                  const std::function<std::string(int)>& target, const std::string& how,
                  std::string_view account = account_name) {
    const auto headers = program.sign_in(account);
    (void)pages(program, 50, 2, target, headers);
    const auto before = program.cpu_ms();
    const auto result = pages(program, 50, 8, target, headers);
    const auto cpu_ms = program.cpu_ms() - before;
    if (result.failed > 0)
        throw std::runtime_error(name + ": " + std::to_string(result.failed) + " pages failed");
    setting.report(name + "_p95_ms", percentile(result.ms, 0.95), "ms", how);
    setting.report(name + "_rps", result.per_second(), "1/s", how);
    setting.report(name + "_cpu_ms", cpu_ms / static_cast<double>(result.ms.size()), "ms",
                   "CPU time of the server for one such page, all threads");
}

void page_figures(Setting& setting, Served& served, const std::string& prefix) {
    const Program program(served.place);
    const auto check = ask(program.port(), request("GET", filtered_page(0), program.sign_in()));
    const auto total = check.body.substr(check.body.find("\"total\":"), 16);
    const auto how = size_words + "50 rows with exact total, three filters (" + total +
                     "...), sorted by due_on, pages 1 to 10; JSON, no gzip; 50 connections; client "
                     "on the same cores";
    report_pages(setting, program, prefix + "ledger_page", filtered_page, how);
    report_pages(setting, program, prefix + "ledger_page_scoped", filtered_page,
                 size_words +
                     "as ledger_page for an account whose scope is eight departments, 200 of 1,000 "
                     "units, in all programmes",
                 scoped_account_name);
    const auto of_programme = [&](int turn) {
        return "/api/v1/ledger?view=measures&programme=" +
               served.district.programmes[static_cast<std::size_t>(turn * 37 % 1'000)].text() +
               "&page_size=50&page=" + std::to_string(turn % 6 + 1);
    };
    report_pages(
        setting, program, prefix + "ledger_page_programme", of_programme,
        size_words + "the page of one programme of 300 measures by number; 50 connections");
    report_pages(setting, program, prefix + "problem_page", problem_page,
                 size_words +
                     "50 problems with the tallies of their measures, exact total, by "
                     "due_on, pages 1 to 10; 50 connections");
}

// Opened by one person after another, as people do who come to work: what one such page takes.
void home_figures(Setting& setting, Served& served, const std::string& prefix) {
    const Program program(served.place);
    const auto report = [&](const std::string& name, const std::string& target,
                            std::string_view account, const std::string& how) {
        const auto headers = program.sign_in(account);
        const auto at = [&](int) { return target; };
        (void)pages(program, 1, 1, at, headers);
        const auto result = pages(program, 1, 5, at, headers);
        if (result.failed > 0) throw std::runtime_error(name + " failed");
        setting.report(prefix + name + "_p95_ms", percentile(result.ms, 0.95), "ms",
                       size_words + how +
                           "; all sections with exact totals and first rows; one "
                           "connection");
    };
    report("home_page", "/api/v1/waiting?reach=unit", liaison_account_name,
           "what waits for the liaison of a unit");
    report("home_page_office", "/api/v1/waiting?reach=all", account_name,
           "what waits for an office that sees everything");
    report("home_page_notices", "/api/v1/notices/waiting", account_name,
           "the notices that wait, some 40,000 proposed");
}

void busy_figures(Setting& setting, Served& served, const std::string& prefix) {
    const Program program(served.place);
    const auto headers = program.sign_in();
    Savers savers(served, headers);
    LoadResult saved;
    std::thread writer([&] { saved = saves(program, savers, {.connections = 1, .seconds = 9}); });
    std::this_thread::sleep_for(std::chrono::milliseconds(500));
    const auto read = pages(program, 50, 8, filtered_page, headers);
    writer.join();
    setting.report(prefix + "ledger_page_busy_p95_ms", percentile(read.ms, 0.95), "ms",
                   size_words + "as ledger_page while one connection saves without pause (" +
                       std::to_string(static_cast<int>(saved.per_second())) + " saves/s)");
}

// Passwords of nobody, each hashed in full: nothing locks, nothing is quick.
void flood_figures(Setting& setting, Served& served, const std::string& prefix) {
    const Program program(served.place);
    std::vector<double> ms;
    for (int i = 0; i < 20; ++i) {
        const Stopwatch watch;
        (void)program.sign_in();
        ms.push_back(watch.seconds() * 1e3);
    }
    setting.report(prefix + "sign_in_ms", percentile(ms, 0.5), "ms",
                   "one sign-in over HTTP with Argon2id (2 passes, 19 MiB), median of 20");
    const auto headers = program.sign_in();  // In the flood it would be refused like the rest.
    const auto idle = pages(program, 50, 8, filtered_page, headers);
    LoadResult guesses;
    std::thread guesser([&] {
        int turn = 0;
        guesses = run({.port = program.port(), .connections = 20, .seconds = 9, .next = [&](int) {
                           const auto body = R"({"account":"nobody)" + std::to_string(turn++) +
                                             R"(","password":"Wrong-1234"})";
                           return request("POST", "/api/v1/session",
                                          "Content-Type: application/json\r\n", body);
                       }});
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(500));
    const auto flooded = pages(program, 50, 8, filtered_page, headers);
    guesser.join();
    setting.report(prefix + "ledger_page_flood_p95_ms", percentile(flooded.ms, 0.95), "ms",
                   size_words +
                       "as ledger_page while 20 connections try wrong passwords without "
                       "pause (" +
                       std::to_string(guesses.failed) + " refused in 9 s)");
    setting.report(prefix + "ledger_page_flood_vs_idle",
                   percentile(flooded.ms, 0.95) / percentile(idle.ms, 0.95), "ratio",
                   "the same beside the page without the flood, measured just before");
}

void save_figures(Setting& setting, Served& served, const std::string& prefix) {
    const Program program(served.place);
    Savers savers(served, program.sign_in());
    const auto before = program.cpu_ms();
    const auto result = saves(program, savers, {.connections = 16, .seconds = 8});
    const auto cpu_ms = program.cpu_ms() - before;
    const auto how =
        size_words +
        "PATCH of one measure's text with history and journal, durable, over HTTP; 16 connections";
    setting.report(prefix + "save_p95_ms", percentile(result.ms, 0.95), "ms", how);
    setting.report(prefix + "saves_per_s", result.per_second(), "1/s", how);
    setting.report(prefix + "save_cpu_ms", cpu_ms / static_cast<double>(result.ms.size()), "ms",
                   "CPU time of the server for one such save, all threads");
    const auto crowd =
        saves(program, savers, {.connections = 500, .seconds = 60, .answers_max = 4});
    setting.report(prefix + "save_errors_500_writers",
                   static_cast<double>(crowd.failed + result.failed), "count",
                   "500 connections saving 4 times each at once: answers other than 200");
    setting.report(prefix + "save_p95_ms_500_writers", percentile(crowd.ms, 0.95), "ms",
                   "the same 2,000 saves");
}

void idle_figures(Setting& setting, Served& served) {
    std::vector<double> starts;
    double resident = 0, own = 0;
    for (int i = 0; i < 5; ++i) {
        const Program program(served.place);
        starts.push_back(program.start_ms());
        std::this_thread::sleep_for(std::chrono::seconds(3));
        resident = program.resident_mib();
        own = program.private_mib();
    }
    setting.report(
        "cold_start_ms", percentile(starts, 0.5), "ms",
        "from exec to the first answer of /healthz, on the district's database; median of 5");
    setting.report("idle_private_mib", own, "MiB",
                   "of idle_rss_mib, what the program holds itself; the rest are pages of its own "
                   "file and of the database, which the kernel takes back when it needs them");
    setting.report(
        "idle_rss_mib", resident, "MiB",
        "resident set three seconds after the start, when the first round of reminders is over");
    setting.report("binary_mib",
                   static_cast<double>(std::filesystem::file_size(setting.program)) / (1 << 20),
                   "MiB", "the release program with its pages inside");
}

std::string text_behind(const std::string& text, const std::string& start) {
    const auto from = text.find(start);
    if (from == std::string::npos)
        throw std::runtime_error("no " + start + " in " + text.substr(0, 300));
    return text.substr(from + start.size(),
                       text.find('"', from + start.size()) - from - start.size());
}

Answer succeeded(Answer answer) {
    if (answer.status >= 300) throw std::runtime_error("refused: " + answer.body.substr(0, 300));
    return answer;
}

// Upload, check and confirmation of one document with 10,000 measures, as the import screens do it.
void import_figures(Setting& setting, Served& served, const std::string& prefix) {
    const Program program(served.place);
    const auto headers = program.sign_in();
    const auto text = plan_text({});
    base::SystemRandom random;
    const auto id = base::to_text(base::make_uuid(base::SystemClock().now(), random));
    const auto programme =
        R"({"id":")" + id + R"(","title":"临江县巡察整改","inspected_unit_id":")" +
        served.district.units[0].text() +
        R"(","inspection_name":"常规巡察","inspection_kind":"regular","inspecting_body":"市委第一巡察组",)"
        R"("round_name":"第九轮巡察","feedback_on":"2026-01-10","concentrated_end_on":null})";
    (void)succeeded(ask(program.port(), request("POST", "/api/v1/programmes", headers, programme)));
    const Stopwatch upload;
    const auto uploaded = succeeded(
        ask(program.port(),
            request("POST", "/api/v1/imports?name=plan.txt&programme=" + id, headers, text)));
    setting.report(prefix + "import_10k_upload_s", upload.seconds(), "s",
                   "upload of the document (" + std::to_string(text.size() / 1'000) +
                       " kB), reading it, keeping the draft, answering with text and draft");
    const auto import = text_behind(uploaded.body, R"("id":")");
    const Stopwatch check;
    (void)succeeded(ask(program.port(), request("POST", "/api/v1/imports/" + import + "/check",
                                                headers, R"({"create_units":false})")));
    setting.report(prefix + "import_10k_check_s", check.seconds(), "s",
                   "the check report of the same document");
    const auto cpu_before = program.cpu_ms();
    const Stopwatch confirm;
    const auto confirmed =
        succeeded(ask(program.port(), request("PUT", "/api/v1/imports/" + import + "/confirmation",
                                              headers, R"({"version":1,"create_units":false})")));
    const auto seconds = confirm.seconds();
    setting.report(prefix + "import_10k_cpu_s", (program.cpu_ms() - cpu_before) / 1e3, "s",
                   "CPU time of the server for the confirmation, all threads");
    const auto counts = confirmed.body.substr(confirmed.body.find(R"("counts")"), 80);
    setting.report(
        prefix + "import_10k_rows_s", seconds, "s",
        "confirmation of the import over HTTP in one transaction: " + counts +
            ", responsibility resolved against 1,000 units, history and journal written");
}

void all_of_one(Setting& setting, const std::string& postgres_name, const std::string& prefix) {
    Served served(setting, postgres_name);
    if (postgres_name.empty()) idle_figures(setting, served);
    import_figures(setting, served, prefix);
    page_figures(setting, served, prefix);
    home_figures(setting, served, prefix);
    busy_figures(setting, served, prefix);
    flood_figures(setting, served, prefix);
    save_figures(setting, served, prefix);
}

}  // namespace

void ledger(Setting& setting) {
    all_of_one(setting, "", "");
}
void postgres_ledger(Setting& setting) {
    all_of_one(setting, "bench_ledger", "postgres_");
}

}  // namespace bench
