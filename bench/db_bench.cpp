// What the databases and the journal cost by themselves, below any module.
#include <sqlite3.h>

#include <thread>

#include "base/random.hpp"
#include "benchmarks.hpp"
#include "journal/journal.hpp"
#include "journal/verify.hpp"

namespace bench {
namespace {

using base::Result;

constexpr std::string_view table_script =
    "CREATE TABLE bench_row (n BIGINT NOT NULL PRIMARY KEY, text TEXT NOT NULL, version BIGINT NOT "
    "NULL)";
constexpr std::string_view find_row_sql = "SELECT text, version FROM bench_row WHERE n = $1";
constexpr std::string_view save_row_sql =
    "UPDATE bench_row SET text = $2, version = version + 1 WHERE n = $1";
constexpr int rows = 100'000;

const std::string payload =
    R"({"changes":[{"field":"status","old":"under_way","new":"awaiting_review"},)"
    R"({"field":"text","old":"修订制度并组织学习，开展自查自纠","new":"修订三项制度并组织全员学习，逐户开展自查自纠"}]})";

void fill(db::Database& database) {
    (void)database.write([](db::Transaction& transaction) -> Result<void> {
        transaction.run_script(table_script);
        for (int n = 0; n < rows; ++n)
            transaction.execute("INSERT INTO bench_row (n, text, version) VALUES ($1, $2, 1)",
                                {n, "全面从严治党主体责任压得不实"});
        return {};
    });
}

// Nanoseconds a find through our layer and through the bare API, in turns on the same file.
void finds(Setting& setting) {
    const auto database = new_sqlite(setting, "finds");
    fill(*database);
    constexpr int finds = 200'000;
    std::size_t bytes = 0;
    const auto row_of = [](int i) { return static_cast<std::int64_t>(i) * 7919 % rows; };
    const auto ours = [&] {
        database->read([&](db::Transaction& transaction) {
            for (int i = 0; i < finds; ++i)
                transaction.each(find_row_sql, {row_of(i)},
                                 [&](const db::Row& row) { bytes += row.text(0).size(); });
        });
    };
    sqlite3* bare = nullptr;
    sqlite3_stmt* statement = nullptr;
    sqlite3_open_v2((setting.folder + "/finds.db").c_str(), &bare,
                    SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    sqlite3_exec(bare, "PRAGMA cache_size = -32768; BEGIN", nullptr, nullptr, nullptr);
    sqlite3_prepare_v2(bare, find_row_sql.data(), static_cast<int>(find_row_sql.size()), &statement,
                       nullptr);
    const auto raw = [&] {
        for (int i = 0; i < finds; ++i) {
            sqlite3_bind_int64(statement, 1, row_of(i));
            while (sqlite3_step(statement) == SQLITE_ROW)
                bytes += static_cast<std::size_t>(sqlite3_column_bytes(statement, 0));
            sqlite3_reset(statement);
        }
    };
    const double ours_us = best_cpu_ms(5, ours) * 1e3 / finds,
                 raw_us = best_cpu_ms(5, raw) * 1e3 / finds;
    sqlite3_finalize(statement);
    sqlite3_close(bare);
    setting.report(
        "sqlite_find_us", ours_us, "us",
        "one row by primary key out of 100,000 through db/, one thread, CPU time, best of 5");
    setting.report("sqlite_find_vs_raw", raw_us / ours_us, "ratio",
                   "the same rows through the bare sqlite3 API, time of it by time of ours");
}

journal::Journal make_journal(base::Random& random) {
    return {journal::Key(std::string(32, 'k')), random};
}

// Many appends in one transaction: what an append costs beyond the commit.
void append_cost(Setting& setting, db::Database& database, const std::string& prefix) {
    base::SystemRandom random;
    const auto journal = make_journal(random);
    base::Actor actor;
    actor.name = "何敏";
    constexpr int appends = 5'000;
    std::vector<std::string> subjects;
    for (int i = 0; i < appends; ++i)
        subjects.push_back(base::to_text(base::make_uuid({i}, random)));
    std::vector<journal::Draft> drafts;
    for (const auto& subject : subjects)
        drafts.push_back({.chain = "programme-1",
                          .act = "submit_measure",
                          .subject_kind = "measure",
                          .subject_id = subject,
                          .payload = payload});
    const auto measure = [&](auto append_them) {
        double us = 0;
        (void)database.write([&](db::Transaction& transaction) -> Result<void> {
            const Stopwatch watch;
            append_them(transaction);
            us = watch.microseconds() / appends;
            return {};
        });
        return us;
    };
    const auto one_by_one = measure([&](db::Transaction& transaction) {
        for (const auto& draft : drafts) journal.append(transaction, actor, {1}, draft);
    });
    const auto together = measure(
        [&](db::Transaction& transaction) { journal.append_all(transaction, actor, {1}, drafts); });
    setting.report(prefix + "journal_append_us", one_by_one, "us",
                   "append() 5,000 times in one transaction, payload of 250 bytes, SM3");
    setting.report(prefix + "journal_append_all_us", together, "us",
                   "append_all() of 5,000 entries, per entry");
    const Stopwatch watch;
    const auto report = journal::verify(database, journal.key());
    if (!report.sound()) throw std::runtime_error("the journal is not sound");
    setting.report(prefix + "verify_entries_per_s",
                   static_cast<double>(report.entries()) / watch.seconds(), "1/s",
                   "verify() over 10,000 entries with payloads");
}

// Each thread changes rows of its own: one durable transaction with one journal entry each.
void durable_saves(Setting& setting, db::Database& database, const std::string& prefix) {
    fill(database);
    base::SystemRandom random;
    const auto journal = make_journal(random);
    constexpr int threads = 16;
    constexpr double seconds = 5;
    std::vector<std::vector<double>> samples(threads);
    std::atomic<int> errors{0};
    const Stopwatch total;
    std::vector<std::thread> pool;
    for (int thread = 0; thread < threads; ++thread)
        pool.emplace_back([&, thread] {
            const auto chain = "programme-" + std::to_string(thread);
            for (std::int64_t n = thread; total.seconds() < seconds; n = (n + threads) % rows) try {
                    const Stopwatch watch;
                    (void)database.write([&](db::Transaction& transaction) -> Result<void> {
                        transaction.execute(find_row_sql, {n});
                        transaction.execute(save_row_sql, {n, "已修订制度三项"});
                        journal.append(transaction, {}, {1},
                                       {.chain = chain, .act = "edit", .payload = payload});
                        return {};
                    });
                    samples[static_cast<std::size_t>(thread)].push_back(watch.milliseconds());
                } catch (const std::exception&) {
                    ++errors;
                }
        });
    for (auto& thread : pool) thread.join();
    std::vector<double> all;
    for (const auto& part : samples) all.insert(all.end(), part.begin(), part.end());
    const auto how =
        "16 threads for 5 s: load, change and journal one row, commit; through db/ and journal/";
    setting.report(prefix + "db_saves_per_s", static_cast<double>(all.size()) / seconds, "1/s",
                   how);
    setting.report(prefix + "db_save_p95_ms", percentile(all, 0.95), "ms", how);
    setting.report(prefix + "db_save_errors", errors, "count", how);
}

// Synced appends to a plain file: the ceiling that the disk sets.
void disk_syncs(Setting& setting) {
    const auto path = setting.folder + "/syncs";
    FILE* file = std::fopen(path.c_str(), "w");
    if (file == nullptr) throw std::runtime_error("cannot write " + path);
    const std::string page(4'096, 'x');
    int syncs = 0;
    const Stopwatch watch;
    for (; watch.seconds() < 2; ++syncs) {
        std::fwrite(page.data(), 1, page.size(), file);
        std::fflush(file);
        ::fdatasync(::fileno(file));
    }
    const double per_second = syncs / watch.seconds();
    std::fclose(file);
    setting.report("disk_synced_appends_per_s", per_second, "1/s", "4 KiB and fdatasync, for 2 s");
}

}  // namespace

void sqlite_finds(Setting& setting) {
    finds(setting);
}
void disk(Setting& setting) {
    disk_syncs(setting);
}
void sqlite_journal(Setting& setting) {
    append_cost(setting, *new_sqlite(setting, "journal"), "");
}
void postgres_journal(Setting& setting) {
    append_cost(setting, *new_postgres(setting, "bench_journal"), "postgres_");
}
void sqlite_saves(Setting& setting) {
    durable_saves(setting, *new_sqlite(setting, "saves"), "");
}
void postgres_saves(Setting& setting) {
    durable_saves(setting, *new_postgres(setting, "bench_saves"), "postgres_");
}

}  // namespace bench
