#include "bench.hpp"

#include <time.h>

#include <algorithm>
#include <boost/json.hpp>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "base/clock.hpp"
#include "db/migrate.hpp"

namespace bench {

void Setting::report(std::string name, double value, std::string unit, std::string how) {
    std::printf("%-36s %12.2f %-8s %s\n", name.c_str(), value, unit.c_str(), how.c_str());
    std::fflush(stdout);
    const auto same =
        std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.name == name; });
    Row row{std::move(name), rounded(value), std::move(unit), std::move(how)};
    if (same == rows.end())
        rows.push_back(std::move(row));
    else
        *same = std::move(row);
}

double percentile(std::vector<double> samples, double share) {
    const auto at = static_cast<std::ptrdiff_t>(share * static_cast<double>(samples.size() - 1));
    std::nth_element(samples.begin(), samples.begin() + at, samples.end());
    return samples[static_cast<std::size_t>(at)];
}

double best_ms(int times, const std::function<void()>& work) {
    double best = HUGE_VAL;
    for (int i = 0; i < times; ++i) {
        const Stopwatch watch;
        work();
        best = std::min(best, watch.milliseconds());
    }
    return best;
}

double thread_cpu_ms() {
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

double best_cpu_ms(int times, const std::function<void()>& work) {
    double best = HUGE_VAL;
    for (int i = 0; i < times; ++i) {
        const auto before = thread_cpu_ms();
        work();
        best = std::min(best, thread_cpu_ms() - before);
    }
    return best;
}

double rounded(double value) {
    return std::round(value * 100) / 100;
}

namespace {

std::unique_ptr<db::Database> migrated(std::unique_ptr<db::Database> database) {
    const auto done = db::migrate(*database, db::embedded_migrations(database->engine()),
                                  base::SystemClock().now());
    if (!done) throw std::runtime_error("migrations refused: " + done.error().code);
    return database;
}

}  // namespace

std::unique_ptr<db::Database> new_sqlite(const Setting& setting, const std::string& name) {
    return migrated(db::open_sqlite({.path = setting.folder + "/" + name + ".db"}));
}

std::unique_ptr<db::Database> new_postgres(const Setting& setting, const std::string& name) {
    const auto server = db::open_postgres({.connection = setting.server, .connections = 1});
    // CREATE DATABASE cannot stand inside a transaction, so this one is ended early.
    (void)server->write([&](db::Transaction& transaction) -> base::Result<void> {
        transaction.run_script("COMMIT");
        transaction.run_script("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        transaction.run_script("CREATE DATABASE " + name + " TEMPLATE template0");
        transaction.run_script("BEGIN");
        return {};
    });
    return migrated(db::open_postgres({.connection = setting.server + " dbname=" + name}));
}

void save_results(const std::string& path, const std::vector<Row>& rows) {
    std::ofstream file(path);
    file << "[\n";
    for (std::size_t i = 0; i < rows.size(); ++i) {
        char value[32];
        std::snprintf(value, sizeof value, "%.6g", rows[i].value);
        file << "  {\"name\": " << boost::json::serialize(boost::json::string(rows[i].name))
             << ", \"value\": " << value
             << ", \"unit\": " << boost::json::serialize(boost::json::string(rows[i].unit))
             << ", \"how\": " << boost::json::serialize(boost::json::string(rows[i].how)) << "}"
             << (i + 1 < rows.size() ? ",\n" : "\n");
    }
    file << "]\n";
    if (!file) throw std::runtime_error("cannot write " + path);
}

std::vector<Row> load_results(const std::string& path) {
    std::ifstream file(path);
    if (!file) return {};
    std::ostringstream text;
    text << file.rdbuf();
    std::vector<Row> rows;
    const auto all = boost::json::parse(text.str());
    for (const auto& value : all.as_array()) {
        const auto& row = value.as_object();
        rows.push_back(
            {std::string(row.at("name").as_string()), row.at("value").to_number<double>(),
             std::string(row.at("unit").as_string()), std::string(row.at("how").as_string())});
    }
    return rows;
}

}  // namespace bench
