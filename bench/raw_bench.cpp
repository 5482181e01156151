// A page of the ledger against its own SQL through the bare sqlite3 API: what everything between
// the database and the bytes of the answer costs.
#include <sqlite3.h>

#include <cmath>
#include <memory>

#include "accounts/role.hpp"
#include "base/clock.hpp"
#include "base/random.hpp"
#include "benchmarks.hpp"
#include "district.hpp"
#include "http/http.hpp"
#include "ledger/ledger_list_store.hpp"
#include "ledger/ledger_routes.hpp"

namespace bench {
namespace {

using OwnedValue = std::variant<std::monostate, std::int64_t, double, std::string>;

struct Statement {
    std::string sql;
    std::vector<OwnedValue> values;
};

// Passes everything on and writes down what was run.
class Recording final : public db::Transaction {
  public:
    Recording(db::Transaction& inner, std::vector<Statement>& statements)
        : Transaction(inner.sealer()), inner_(inner), statements_(statements) {}
    using db::Transaction::run;
    std::int64_t run(std::string_view sql, std::span<const db::Value> values,
                     const db::EachRow& each) override {
        Statement statement{std::string(sql), {}};
        for (const auto& value : values)
            statement.values.push_back(std::visit(
                [](const auto& held) -> OwnedValue {
                    if constexpr (std::is_same_v<std::decay_t<decltype(held)>, std::string_view>)
                        return std::string(held);
                    else
                        return held;
                },
                value));
        statements_.push_back(std::move(statement));
        return inner_.run(sql, values, each);
    }
    void lock(std::string_view name) override { inner_.lock(name); }
    void run_script(std::string_view script) override { inner_.run_script(script); }
    [[nodiscard]] db::Engine engine() const override { return inner_.engine(); }

  private:
    db::Transaction& inner_;
    std::vector<Statement>& statements_;
};

// Prepared once, as any careful program would; every column is read.
class Bare {
  public:
    Bare(const std::string& path, const std::vector<Statement>& statements) {
        sqlite3_open_v2(path.c_str(), &handle_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
                        nullptr);
        sqlite3_exec(handle_, "PRAGMA cache_size = -32768", nullptr, nullptr, nullptr);
        for (const auto& statement : statements) {
            sqlite3_stmt* prepared = nullptr;
            sqlite3_prepare_v2(handle_, statement.sql.c_str(), -1, &prepared, nullptr);
            for (std::size_t i = 0; i < statement.values.size(); ++i)
                bind(prepared, i, statement.values[i]);
            prepared_.push_back(prepared);
        }
    }
    ~Bare() {
        for (auto* prepared : prepared_) sqlite3_finalize(prepared);
        sqlite3_close(handle_);
    }
    Bare(const Bare&) = delete;
    Bare& operator=(const Bare&) = delete;

    std::size_t page() {
        std::size_t bytes = 0;
        sqlite3_exec(handle_, "BEGIN", nullptr, nullptr, nullptr);
        for (auto* prepared : prepared_) {
            while (sqlite3_step(prepared) == SQLITE_ROW)
                for (int column = 0; column < sqlite3_column_count(prepared); ++column) {
                    (void)sqlite3_column_text(prepared, column);
                    bytes += static_cast<std::size_t>(sqlite3_column_bytes(prepared, column));
                }
            sqlite3_reset(prepared);
        }
        sqlite3_exec(handle_, "COMMIT", nullptr, nullptr, nullptr);
        return bytes;
    }

  private:
    static void bind(sqlite3_stmt* prepared, std::size_t i, const OwnedValue& value) {
        const auto name = "$" + std::to_string(i + 1);
        const int index = sqlite3_bind_parameter_index(prepared, name.c_str());
        if (const auto* number = std::get_if<std::int64_t>(&value))
            sqlite3_bind_int64(prepared, index, *number);
        else if (const auto* text = std::get_if<std::string>(&value))
            sqlite3_bind_text(prepared, index, text->c_str(), -1, SQLITE_TRANSIENT);
    }

    sqlite3* handle_ = nullptr;
    std::vector<sqlite3_stmt*> prepared_;
};

ledger::LedgerFilter filter_of_page() {
    ledger::LedgerFilter filter;
    filter.statuses = {"under_way"};
    filter.kinds = {ledger::DeadlineKind::date};
    filter.due_from = base::parse_date("2026-03-01");
    filter.due_to = base::parse_date("2026-04-28");
    filter.sort = ledger::SortKey::due_on;
    return filter;
}

http::Request request_of_page() {
    http::Request request;
    request.path = "/api/v1/ledger";
    request.query = {{"view", "measures"},
                     {"status", "under_way"},
                     {"kind", "date"},
                     {"due_from", "2026-03-01"},
                     {"due_to", "2026-04-28"},
                     {"sort", "due_on"},
                     {"page", "1"},
                     {"page_size", "50"}};
    return request;
}

}  // namespace

void ledger_page_vs_raw(Setting& setting) {
    const auto database = new_sqlite(setting, "raw");
    (void)make_district(*database, {});
    const base::SystemClock clock;
    base::SystemRandom random;
    const journal::Journal journal(journal::Key(std::string(32, 'k')), random);
    base::Actor actor;
    actor.acts = accounts::acts_of(accounts::Role::rectification_office);
    actor.scope = base::Scope::everything();
    const http::Router router(
        ledger::routes({*database, clock, random, journal}),
        [&](const http::Request&) -> base::Result<std::optional<base::Actor>> {
            return std::optional(actor);
        });
    std::vector<Statement> statements;
    std::int64_t total = 0;
    database->read([&](db::Transaction& transaction) {
        Recording recording(transaction, statements);
        total = ledger::list_measure_rows(recording, filter_of_page(), {clock.today(), actor.scope})
                    .total;
    });
    Bare bare(setting.folder + "/raw.db", statements);
    constexpr int times = 300;
    std::size_t bytes = 0;
    const auto ours = [&] {
        for (int i = 0; i < times; ++i) {
            auto request = request_of_page();
            const auto response = router.dispatch(request);
            if (response.status != 200) throw std::runtime_error("the page was refused");
            bytes = std::get<std::string>(response.body).size();
        }
    };
    const auto raw = [&] {
        for (int i = 0; i < times; ++i) bytes += bare.page();
    };
    double ours_ms = HUGE_VAL, raw_ms = HUGE_VAL;
    for (int turn = 0; turn < 10; ++turn) {  // in turns, so that both see the same weather
        ours_ms = std::min(ours_ms, best_cpu_ms(1, ours) / times);
        raw_ms = std::min(raw_ms, best_cpu_ms(1, raw) / times);
    }
    setting.report(
        "ledger_page_vs_raw", raw_ms / ours_ms, "ratio",
        "one thread: the page of 50 out of " + std::to_string(total) +
            " rows through router, action, store and JSON (" + std::to_string(ours_ms) +
            " ms) against its own statements through the bare sqlite3 API, prepared once, every "
            "column read (" +
            std::to_string(raw_ms) + " ms); no socket; CPU time, best of 10 in turns");
}

}  // namespace bench
