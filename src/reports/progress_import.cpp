#include "reports/progress_import.hpp"

#include <algorithm>
#include <charconv>

#include "base/digest.hpp"
#include "base/form_words.hpp"
#include "base/utf8.hpp"
#include "reports/progress_cells.hpp"

namespace reports {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::array<std::string_view, 4> verdict_names{"changes", "conflicts", "faulty",
                                                        "unchanged"};

std::optional<std::int64_t> number_in(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

void blame(CheckedRow& row, base::Error error, std::string column = {}, std::string value = {}) {
    row.verdict = Verdict::faulty;
    row.faults.push_back({row.at, std::move(column), std::move(value), std::move(error)});
}

/// What the row is about, or why it cannot be told.
base::Result<const PresentMeasure*> find_measure(const FilledRow& row,
                                                 const std::optional<RowIdentity>& seen,
                                                 ledger::ProgrammeId programme,
                                                 const PresentMeasures& present) {
    if (!seen) return refuse(ErrorKind::invalid, "row_identity_missing");
    if (seen->programme != programme) return refuse(ErrorKind::invalid, "row_of_another_programme");
    const auto found = present.find(seen->measure);
    if (found == present.end()) return refuse(ErrorKind::not_found, "measure_not_found");
    const auto number = std::to_string(found->second.measure.number);
    if (base::trim(row.number) != number)
        return refuse(ErrorKind::invalid, "row_was_torn_apart", "",
                      {{"value", row.number}, {"accepted", number}});
    return &found->second;
}

std::string percent_words(int percent) {
    return std::to_string(percent) + "%";
}

/// What stands in the row beside what stands in the ledger; only cells that were filled in.
std::vector<CellChange> changes_of(const FilledRow& row, const CheckedRow& checked) {
    const auto& measure = *checked.measure;
    std::vector<CellChange> changes;
    for (std::size_t column = 0; column < entry_columns; ++column) {
        // What the rule makes of a percentage that was left out is said too.
        const bool by_rule = column == percent_at && checked.entry.percent != measure.percent;
        if (row.cells[column].text.empty() && !by_rule) continue;
        CellChange change{column, "", row.cells[column].text};
        if (column == text_at) change.before = measure.last_entry;
        if (column == percent_at) {
            change.before = percent_words(measure.percent);
            change.after = percent_words(checked.entry.percent);
        }
        if (change.before != change.after) changes.push_back(std::move(change));
    }
    return changes;
}

/// Whether what was handed in with the report could be reviewed.
std::optional<base::Error> why_not_submit(const PresentMeasure& now,
                                          const ledger::ProgressEntry& entry,
                                          const base::Actor& actor) {
    const auto after = ledger::report(now.measure, entry, now.counted, now.gate, actor);
    if (!after) return after.error();
    auto counted = now.counted;
    counted.insert(counted.end(), entry.results.begin(), entry.results.end());
    const auto submitted = ledger::submit(*after, {counted, now.evidence_missing}, now.gate, actor);
    return submitted ? std::nullopt : std::optional(submitted.error());
}

CheckedRow check_row(const FilledRow& row, ledger::ProgrammeId programme,
                     const PresentMeasures& present, const base::Actor& actor) {
    CheckedRow checked;
    checked.at = row.at;
    const auto seen = identity_in(row.identity);
    const auto found = find_measure(row, seen, programme, present);
    if (found) checked.measure = (*found)->measure;
    if (row.blank()) return checked;
    if (!found) {
        blame(checked, found.error());
        return checked;
    }
    const auto& now = **found;
    auto read = read_cells(row, now.measure, now.counted);
    checked.entry = std::move(read.entry);
    checked.submit = read.submit;
    checked.notes = std::move(read.notes);
    const bool newer = identity_of(now.measure).reported_at != seen->reported_at;
    if (newer && read.faults.empty() && now.last && ledger::say_the_same(*now.last, checked.entry))
        return checked;
    if (auto no = why_not(ledger::MeasureAct::report, now.measure, now.gate, actor))
        blame(checked, *no);
    for (auto& fault : read.faults) {
        checked.verdict = Verdict::faulty;
        checked.faults.push_back(std::move(fault));
    }
    if (checked.verdict != Verdict::faulty)
        if (auto no = ledger::why_percent_needs_reason(now.measure, checked.entry, now.counted))
            blame(checked, *no, heading_of(percent_reason_at));
    if (checked.submit && checked.verdict != Verdict::faulty)
        if (auto no = why_not_submit(now, checked.entry, actor)) blame(checked, *no);
    if (checked.verdict == Verdict::faulty) return checked;
    checked.verdict = newer ? Verdict::conflicts : Verdict::changes;
    if (newer) checked.theirs = now.last;
    checked.changes = changes_of(row, checked);
    return checked;
}

bool would_report(const CheckedRow& row) {
    return row.verdict == Verdict::changes || row.verdict == Verdict::conflicts;
}

void blame_twins(std::vector<CheckedRow>& rows) {
    std::map<ledger::MeasureId, std::vector<CheckedRow*>> by_measure;
    for (auto& row : rows)
        if (would_report(row)) by_measure[row.measure->id].push_back(&row);
    for (const auto& [measure, twins] : by_measure)
        for (auto* row : twins) {
            if (twins.size() == 1) continue;
            const auto& other = row == twins.front() ? *twins.back() : *twins.front();
            blame(*row, refuse(ErrorKind::invalid, "measure_stands_twice", "",
                               {{"sheet", other.at.sheet}, {"row", std::to_string(other.at.row)}}));
        }
}

}  // namespace

std::string heading_of(std::size_t column) {
    if (column == text_at) return base::form_words("report.text");
    if (column == percent_at) return base::form_words("report.percent") + "（%）";
    if (column == percent_reason_at) return base::form_words("report.percent_reason");
    if (column == evidence_note_at) return base::form_words("report.evidence_note");
    if (column == submit_at) return base::form_words("report.submit");
    const auto kind = "result." + std::string(name_of(ledger::result_kinds[column - results_at]));
    return base::form_words(kind) + "（" + base::form_words(kind + ".unit") + "）";
}

std::string_view name_of(Verdict verdict) {
    return verdict_names[static_cast<std::size_t>(verdict)];
}

bool FilledRow::blank() const {
    const auto says_no = [](const std::string& text) { return yes_or_no(text) == false; };
    for (std::size_t column = 0; column < entry_columns; ++column) {
        const auto& cell = cells[column];
        if (cell.formula && cell.text.empty()) return false;
        if (!cell.text.empty() && !(column == submit_at && says_no(cell.text))) return false;
    }
    return true;
}

RowIdentity identity_of(const ledger::Measure& measure) {
    return {measure.programme, measure.id, measure.version,
            measure.last_entry_at ? measure.last_entry_at->milliseconds : 0};
}

std::string text_of(const RowIdentity& identity) {
    return identity.programme.text() + " " + identity.measure.text() + " " +
           std::to_string(identity.version) + " " + std::to_string(identity.reported_at);
}

std::optional<RowIdentity> identity_in(std::string_view text) {
    std::array<std::string_view, 4> parts;
    for (auto& part : parts) {
        const auto end = std::min(text.find(' '), text.size());
        part = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    const auto programme = ledger::ProgrammeId::parse(parts[0]);
    const auto measure = ledger::MeasureId::parse(parts[1]);
    const auto version = number_in(parts[2]), reported_at = number_in(parts[3]);
    if (!programme || !measure || !version || !reported_at || !text.empty()) return std::nullopt;
    return RowIdentity{*programme, *measure, *version, *reported_at};
}

std::vector<CheckedRow> check_rows(const std::vector<FilledRow>& rows,
                                   ledger::ProgrammeId programme, const PresentMeasures& present,
                                   const base::Actor& actor) {
    std::vector<CheckedRow> checked;
    checked.reserve(rows.size());
    for (const auto& row : rows) checked.push_back(check_row(row, programme, present, actor));
    blame_twins(checked);
    return checked;
}

std::string mark_of(std::string_view file_digest, const std::vector<CheckedRow>& rows) {
    std::string found(file_digest);
    for (const auto& row : rows) {
        found += "\n" + row.at.sheet + "\t" + std::to_string(row.at.row) + "\t";
        found += name_of(row.verdict);
        if (row.measure && row.verdict != Verdict::unchanged)
            found += "\t" + text_of(identity_of(*row.measure));
    }
    return base::digest(base::preferred_algorithm(), found);
}

ledger::EntryId entry_id_of(std::string_view mark, ledger::MeasureId measure) {
    auto text =
        base::digest(base::preferred_algorithm(), std::string(mark) + measure.text()).substr(0, 32);
    for (const std::size_t dash : {8, 13, 18, 23}) text.insert(dash, "-");
    return *ledger::EntryId::parse(text);
}

}  // namespace reports
