// The frame of the benchmarks: rows of results, figures over samples, where to put the databases. A
// benchmark is a plain function in a file of its own; main.cpp lists them.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "db/database.hpp"

namespace bench {

/// One line of bench/results.json. `how` says in words what was measured, so that it can be
/// repeated.
struct Row {
    std::string name;
    double value = 0;
    std::string unit;
    std::string how;
};

/// What a benchmark is given.
struct Setting {
    std::string folder;     // on a real disk; emptied before each benchmark
    std::string server;     // libpq connection string of a superuser, "" without PostgreSQL
    std::string program;    // the built zhenggai, "" when there is none
    std::string project;    // the checkout: sample documents
    std::vector<Row> rows;  // results so far

    void report(std::string name, double value, std::string unit, std::string how);
};

/// A benchmark by name; those of PostgreSQL are skipped, and said so, when there is no server.
struct Benchmark {
    std::string_view name;
    void (*run)(Setting&);
};

class Stopwatch {
  public:
    [[nodiscard]] double seconds() const {
        return std::chrono::duration<double>(Clock::now() - start_).count();
    }
    [[nodiscard]] double milliseconds() const { return seconds() * 1e3; }
    [[nodiscard]] double microseconds() const { return seconds() * 1e6; }

  private:
    using Clock = std::chrono::steady_clock;
    Clock::time_point start_ = Clock::now();
};

/// The value below which `share` (0.95) of the samples lie. At least one sample.
[[nodiscard]] double percentile(std::vector<double> samples, double share);
/// The least of `times` runs, in milliseconds: what the work costs when nothing else disturbs.
[[nodiscard]] double best_ms(int times, const std::function<void()>& work);
/// As best_ms, but CPU time of this thread: hardly disturbed by what else runs on the machine.
[[nodiscard]] double best_cpu_ms(int times, const std::function<void()>& work);
/// Two places behind the point are all that a noisy machine supports.
[[nodiscard]] double rounded(double value);

/// A new migrated database on the disk of the setting, or on its server.
[[nodiscard]] std::unique_ptr<db::Database> new_sqlite(const Setting& setting,
                                                       const std::string& name);
/// Drops a database of that name first.
[[nodiscard]] std::unique_ptr<db::Database> new_postgres(const Setting& setting,
                                                         const std::string& name);

void save_results(const std::string& path, const std::vector<Row>& rows);
/// Rows of an earlier run, so that a single benchmark can be repeated.
[[nodiscard]] std::vector<Row> load_results(const std::string& path);

}  // namespace bench
