// Verifying the whole journal while people work: one run at a time on a thread of its own, asked
// after by the page. Each run is an entry when it ends.
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "audit/needs.hpp"
#include "journal/verify.hpp"
#include "ledger/programme_store.hpp"
#include "sealing/sealing_store.hpp"

namespace audit {

/// What is known of the run that goes on, or of the last one since the program started.
struct IntegrityState {
    bool running = false;
    std::int64_t walked = 0;  // entries so far
    std::optional<base::Instant> started_at, finished_at;
    std::string started_by;
    std::optional<journal::Report> report;  // of a run that came to its end
    bool failed = false;                    // it did not: the database was away
};

/// One for the whole program; every call from any thread. Ends its thread when destroyed.
class IntegrityRun {
  public:
    IntegrityRun() = default;
    ~IntegrityRun();
    IntegrityRun(const IntegrityRun&) = delete;
    IntegrityRun& operator=(const IntegrityRun&) = delete;

    /// Refuses: integrity_check_is_running. `needs` must outlive the run.
    [[nodiscard]] base::Result<void> start(const Needs& needs, const base::Actor& actor);
    [[nodiscard]] IntegrityState state() const;
    /// Until nothing runs: for tests.
    void wait();

  private:
    void run(const Needs& needs, const base::Actor& actor);
    void finish(base::Instant now, std::optional<journal::Report> report);

    mutable std::mutex mutex_;
    IntegrityState state_;
    bool stopping_ = false;
    std::thread thread_;
};

struct IntegrityView {
    IntegrityState state;
    std::vector<ledger::ProgrammeTitle> titles;
    std::optional<base::Instant> last_anchored_at;
    sealing::State sealing = sealing::State::off;  // how far what is restricted is encrypted
};
[[nodiscard]] base::Result<void> start_integrity_check(const Needs& needs,
                                                       const base::Actor& actor);
[[nodiscard]] IntegrityView view_integrity(const Needs& needs);

}  // namespace audit
