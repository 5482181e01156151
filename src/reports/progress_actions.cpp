#include "reports/progress_actions.hpp"

#include <algorithm>

#include "accounts/unit_store.hpp"
#include "base/digest.hpp"
#include "evidence/evidence_store.hpp"
#include "journal/export_note.hpp"
#include "reports/ledger_sheet.hpp"
#include "reports/progress_sheet.hpp"

namespace reports {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::int64_t rows_max = 300'000;

/// All measures of the programme in scope, in the order of the ledger.
std::vector<ledger::MeasureRow> rows_in(db::Transaction& transaction, ledger::ProgrammeId programme,
                                        const base::Actor& actor, base::Date today,
                                        std::vector<base::UnitId> held_by = {}) {
    ledger::LedgerFilter filter;
    filter.programme = programme;
    filter.held_by = std::move(held_by);
    filter.page = {1, rows_max};
    return ledger::list_measure_rows(transaction, filter, {today, actor.scope}).rows;
}

std::string unit_name(db::Transaction& transaction, const base::Actor& actor) {
    const auto unit = accounts::find_unit(transaction, actor.unit);
    return unit ? unit->name : std::string();
}

ProgressHead head_of(db::Transaction& transaction, const ledger::Programme& programme,
                     const base::Actor& actor, base::Instant now) {
    const auto unit = unit_name(transaction, actor);
    return {programme.title, unit, page_head_of(programme, actor.name, unit, now), now};
}

std::string file_name(const ledger::Programme& programme, std::string_view what,
                      base::Instant now) {
    return programme.title + std::string(what) + "（" + base::to_text(base::date_of(now)) +
           "）.xlsx";
}

/// A file as it was read once, before any transaction.
struct ReadFile {
    FilledSheets sheets;
    std::string digest;
};
base::Result<ReadFile> read_file(const ProgressFile& file) {
    const auto document = office::read_filled_workbook(file.file);
    if (!document) return document.error();
    auto sheets = read_progress_sheets(*document);
    if (!sheets) return sheets.error();
    const auto algorithm = base::preferred_algorithm();
    return ReadFile{std::move(*sheets), std::string(base::name_of(algorithm)) + ":" +
                                            base::digest_of_file(algorithm, file.file.string())};
}

/// The measures as they are; the last report only of those that were reported on since.
PresentMeasures present_of(db::Transaction& transaction, const ReadFile& read,
                           const std::vector<ledger::MeasureRow>& rows,
                           const ledger::EvidenceKinds& required) {
    PresentMeasures present;
    for (const auto& row : rows)
        present[row.measure.id] = {row.measure, ledger::gate_of(row.problem.status), {}, {}};
    for (const auto& filled : read.sheets.rows) {
        const auto seen = identity_in(filled.identity);
        const auto found = seen ? present.find(seen->measure) : present.end();
        if (found == present.end() || filled.blank()) continue;
        auto& now = found->second;
        if (!now.measure.demands.empty())
            now.counted = ledger::list_counted(transaction, now.measure.id);
        if (!required.empty())
            now.evidence_missing = ledger::missing_kinds(
                required, evidence::list_kinds_at(transaction, now.measure.id.text()));
        if (identity_of(now.measure).reported_at == seen->reported_at || now.last) continue;
        auto entries = ledger::list_entries(transaction, now.measure.id);
        if (!entries.empty()) now.last = std::move(entries.front());
    }
    return present;
}

std::vector<CheckedRow> check(db::Transaction& transaction, const ReadFile& read,
                              const ledger::Programme& programme, const base::Actor& actor,
                              base::Date today) {
    const auto rows = rows_in(transaction, programme.id, actor, today);
    const auto present = present_of(transaction, read, rows, programme.required_evidence.measure);
    return check_rows(read.sheets.rows, programme.id, present, actor);
}

RowOutcome outcome_without(const CheckedRow& row) {
    if (row.verdict == Verdict::faulty) return RowOutcome::faulty;
    if (row.verdict == Verdict::conflicts) return RowOutcome::left_to_theirs;
    return RowOutcome::unchanged;
}

/// One application of a checked file while it is written.
class Applying {
  public:
    Applying(ledger::Recorder& recorder, const ProgressFile& file, const ReadFile& read,
             const ProgressChoice& choice)
        : recorder_(recorder), file_(file), read_(read), choice_(choice) {}

    base::Result<void> write(const std::vector<CheckedRow>& rows) {
        for (const auto& row : rows) {
            outcomes_.push_back(
                {row.at, row.measure ? row.measure->number : 0, outcome_without(row)});
            if (!is_chosen(row)) continue;
            if (auto done = write(row); !done) return done;
            outcomes_.back().outcome = row.submit ? RowOutcome::submitted : RowOutcome::reported;
        }
        const auto reported = count(RowOutcome::reported) + count(RowOutcome::submitted);
        if (reported == 0) return refuse(ErrorKind::invalid, "nothing_to_report");
        recorder_.note("import_progress", "programme", file_.programme.text(),
                       {{"file_name", file_.name},
                        {"digest", read_.digest},
                        {"rows", std::to_string(reported)},
                        {"submitted_rows", std::to_string(count(RowOutcome::submitted))},
                        {"faulty_rows", std::to_string(count(RowOutcome::faulty))}});
        return {};
    }
    [[nodiscard]] std::vector<ProgressRow> take() { return std::move(outcomes_); }

  private:
    [[nodiscard]] bool is_chosen(const CheckedRow& row) const {
        if (row.verdict == Verdict::changes) return true;
        return row.verdict == Verdict::conflicts && choice_.mine.contains(row.measure->number);
    }
    [[nodiscard]] std::int64_t count(RowOutcome outcome) const {
        return std::count_if(outcomes_.begin(), outcomes_.end(),
                             [&](const auto& row) { return row.outcome == outcome; });
    }
    /// As the page's form does it: the same rules, the same entries.
    base::Result<void> write(const CheckedRow& row) {
        const auto problem =
            ledger::load_problem(recorder_.transaction(), row.measure->problem, base::unbounded());
        if (!problem) return problem.error();
        const auto gate = ledger::gate_of(problem->status);
        auto entry = row.entry;
        entry.id = entry_id_of(choice_.mark, row.measure->id);
        entry.at = recorder_.now();
        entry.by = recorder_.actor().name;
        entry.source = {file_.name, read_.digest, row.at.sheet, row.at.row};
        auto& transaction = recorder_.transaction();
        const auto before = ledger::list_counted(transaction, row.measure->id);
        const auto after = ledger::report(*row.measure, entry, before, gate, recorder_.actor());
        if (!after) return after.error();
        const auto saved = recorder_.save(*row.measure, *after, "report_progress");
        if (!saved) return saved.error();
        ledger::insert_entry(transaction, *saved, entry, recorder_.actor().id);
        if (!entry.percent_reason.empty())
            recorder_.note("state_reason", "measure", saved->id.text(),
                           {{"reason", entry.percent_reason}});
        if (!row.submit) return {};
        const ledger::Shown shown{
            ledger::list_counted(transaction, saved->id),
            ledger::missing_kinds(recorder_.programme().required_evidence.measure,
                                  evidence::list_kinds_at(transaction, saved->id.text()))};
        const auto submitted = ledger::submit(*saved, shown, gate, recorder_.actor());
        if (!submitted) return submitted.error();
        const auto kept = recorder_.save(*saved, *submitted, "submit_measure");
        if (!kept) return kept.error();
        return {};
    }

    ledger::Recorder& recorder_;
    const ProgressFile& file_;
    const ReadFile& read_;
    const ProgressChoice& choice_;
    std::vector<ProgressRow> outcomes_;
};

/// What the same request did before; nothing when it never came.
std::vector<ProgressRow> done_before(db::Transaction& transaction,
                                     const std::vector<CheckedRow>& rows, std::string_view mark) {
    std::vector<ProgressRow> outcomes;
    bool any = false;
    for (const auto& row : rows) {
        outcomes.push_back({row.at, row.measure ? row.measure->number : 0, outcome_without(row)});
        if (!row.measure || !ledger::find_entry(transaction, entry_id_of(mark, row.measure->id)))
            continue;
        any = true;
        const bool waits = row.measure->status == ledger::MeasureStatus::awaiting_review;
        outcomes.back().outcome = waits ? RowOutcome::submitted : RowOutcome::reported;
    }
    return any ? outcomes : std::vector<ProgressRow>();
}

}  // namespace

base::Result<LedgerBook> export_progress_sheet(const Needs& needs, const base::Actor& actor,
                                               ledger::ProgrammeId id) {
    const auto now = needs.ledger.clock.now();
    const auto made =
        needs.ledger.database.write([&](db::Transaction& transaction)
                                        -> base::Result<std::pair<office::Workbook, std::string>> {
            auto recorder = ledger::Recorder::open(transaction, needs.ledger, actor, id);
            if (!recorder) return recorder.error();
            std::vector<base::UnitId> held_by;
            if (!actor.scope.every_row()) held_by.push_back(actor.unit);
            auto rows = rows_in(transaction, id, actor, base::date_of(now), held_by);
            std::erase_if(rows, [&](const ledger::MeasureRow& row) {
                return why_not(ledger::MeasureAct::report, row.measure,
                               ledger::gate_of(row.problem.status), actor)
                    .has_value();
            });
            if (rows.empty()) return refuse(ErrorKind::not_found, "no_measures_to_report_on");
            journal::ExportNote note{"xlsx", ""};
            note.rows = static_cast<std::int64_t>(rows.size());
            note.guarded_rows = std::count_if(rows.begin(), rows.end(), [](const auto& row) {
                return !row.measure.guards.empty();
            });
            recorder->note("export_progress_sheet", "programme", id.text(),
                           journal::facts_of(note));
            recorder->finish();
            const auto& programme = recorder->programme();
            return std::pair(progress_workbook(head_of(transaction, programme, actor, now), rows),
                             file_name(programme, "进展填报表", now));
        });
    if (!made) return made.error();
    return LedgerBook{write_book(needs, made->first), made->second};
}

base::Result<ProgressCheck> check_progress(const Needs& needs, const base::Actor& actor,
                                           const ProgressFile& file) {
    auto read = read_file(file);
    if (!read) return read.error();
    return needs.ledger.database.read(
        [&](db::Transaction& transaction) -> base::Result<ProgressCheck> {
            const auto programme = ledger::load_programme(transaction, file.programme, actor.scope);
            if (!programme) return programme.error();
            auto rows = check(transaction, *read, *programme, actor, needs.ledger.clock.today());
            auto mark = mark_of(read->digest, rows);
            return ProgressCheck{std::move(mark), std::move(rows), read->sheets.faults,
                                 read->sheets.notes};
        });
}

base::Result<std::vector<ProgressRow>> apply_progress(const Needs& needs, const base::Actor& actor,
                                                      const ProgressFile& file,
                                                      const ProgressChoice& choice) {
    auto read = read_file(file);
    if (!read) return read.error();
    return needs.ledger.database.write(
        [&](db::Transaction& transaction) -> base::Result<std::vector<ProgressRow>> {
            auto recorder =
                ledger::Recorder::open(transaction, needs.ledger, actor, file.programme);
            if (!recorder) return recorder.error();
            const auto rows =
                check(transaction, *read, recorder->programme(), actor, recorder->today());
            if (mark_of(read->digest, rows) != choice.mark) {
                auto before = done_before(transaction, rows, choice.mark);
                if (!before.empty()) return before;
                return refuse(ErrorKind::conflict, "checked_rows_changed");
            }
            Applying applying(*recorder, file, *read, choice);
            if (const auto written = applying.write(rows); !written) return written.error();
            recorder->finish();
            return applying.take();
        });
}

base::Result<LedgerBook> return_faulty_progress(const Needs& needs, const base::Actor& actor,
                                                const ProgressFile& file) {
    auto read = read_file(file);
    if (!read) return read.error();
    const auto now = needs.ledger.clock.now();
    const auto made =
        needs.ledger.database.read([&](db::Transaction& transaction)
                                       -> base::Result<std::pair<office::Workbook, std::string>> {
            const auto programme = ledger::load_programme(transaction, file.programme, actor.scope);
            if (!programme) return programme.error();
            const auto rows = check(transaction, *read, *programme, actor, base::date_of(now));
            return std::pair(returned_progress(head_of(transaction, *programme, actor, now),
                                               read->sheets.rows, rows),
                             file_name(*programme, "进展填报表-有误的行", now));
        });
    if (!made) return made.error();
    return LedgerBook{write_book(needs, made->first), made->second};
}

}  // namespace reports
