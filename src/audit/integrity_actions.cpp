#include "audit/integrity_actions.hpp"

#include <algorithm>
#include <stdexcept>

#include "audit/entry_store.hpp"
#include "base/log.hpp"
#include "journal/payload.hpp"

namespace audit {
namespace {

using Facts = std::vector<std::pair<std::string, std::string>>;

struct Stopped : std::runtime_error {
    Stopped() : std::runtime_error("the program ends") {}
};

Facts facts_of(const journal::Report& report) {
    Facts facts{{"outcome", report.sound() ? "sound" : "faulty"},
                {"chains", std::to_string(report.chains.size())},
                {"entries", std::to_string(report.entries())}};
    const auto faulty = std::find_if(report.chains.begin(), report.chains.end(),
                                     [](const auto& chain) { return chain.fault.has_value(); });
    if (faulty == report.chains.end()) return facts;
    facts.emplace_back("faulty_chain", faulty->chain);
    facts.emplace_back("faulty_sequence", std::to_string(faulty->fault->sequence));
    facts.emplace_back("fault", faulty->fault->what);
    return facts;
}

void note(const Needs& needs, const base::Actor& actor, const Facts& facts) {
    const auto payload = journal::payload_of({}, facts);
    const auto written =
        needs.database.write([&](db::Transaction& transaction) -> base::Result<void> {
            needs.journal.append(transaction, actor, needs.clock.now(),
                                 {.act = "verify_journal",
                                  .subject_kind = "journal",
                                  .subject_id = journal::installation_chain,
                                  .payload = payload});
            return {};
        });
    static_cast<void>(written);  // Refuses nothing; a broken database throws.
}

}  // namespace

IntegrityRun::~IntegrityRun() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    if (thread_.joinable()) thread_.join();
}

base::Result<void> IntegrityRun::start(const Needs& needs, const base::Actor& actor) {
    const std::lock_guard lock(mutex_);
    if (state_.running)
        return base::refuse(base::ErrorKind::conflict, "integrity_check_is_running");
    if (thread_.joinable()) thread_.join();  // It has ended: nothing runs.
    state_ = {};
    state_.running = true;
    state_.started_at = needs.clock.now();
    state_.started_by = actor.name;
    thread_ = std::thread([this, needs, actor] { run(needs, actor); });
    return {};
}

void IntegrityRun::run(const Needs& needs, const base::Actor& actor) {
    std::optional<journal::Report> report;
    try {
        report = journal::verify(needs.database, needs.journal.key(), [this](std::int64_t walked) {
            const std::lock_guard lock(mutex_);
            if (stopping_) throw Stopped();
            state_.walked = walked;
        });
        note(needs, actor, facts_of(*report));
    } catch (const Stopped&) {
        report.reset();
    } catch (const std::exception& exception) {
        report.reset();
        base::log(base::LogLevel::error, "integrity_check_failed",
                  {{"what", std::string_view(exception.what())}});
    }
    finish(needs.clock.now(), std::move(report));
}

void IntegrityRun::finish(base::Instant now, std::optional<journal::Report> report) {
    const std::lock_guard lock(mutex_);
    state_.running = false;
    state_.finished_at = now;
    state_.failed = !report;
    if (report) state_.walked = report->entries();
    state_.report = std::move(report);
}

IntegrityState IntegrityRun::state() const {
    const std::lock_guard lock(mutex_);
    return state_;
}

void IntegrityRun::wait() {
    if (thread_.joinable()) thread_.join();
}

base::Result<void> start_integrity_check(const Needs& needs, const base::Actor& actor) {
    return needs.integrity.start(needs, actor);
}

IntegrityView view_integrity(const Needs& needs) {
    IntegrityView view{needs.integrity.state(), {}, {}, {}};
    needs.database.read([&](db::Transaction& transaction) {
        view.titles = ledger::list_programme_titles(transaction);
        view.last_anchored_at = find_last_anchor(transaction);
        view.sealing = sealing::load_sealing(transaction).state;
    });
    return view;
}

}  // namespace audit
