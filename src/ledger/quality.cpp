#include "ledger/quality.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/names.hpp"
#include "base/utf8.hpp"
#include "ledger/copied.hpp"
#include "text/mark.hpp"
#include "text/numeral.hpp"
#include "text/punctuation.hpp"
#include "text/word_set.hpp"

namespace ledger {
namespace {

constexpr std::array<std::string_view, checks.size()> check_names{"holder_missing",
                                                                  "no_measures",
                                                                  "total_differs",
                                                                  "numbering_gap",
                                                                  "manifestation_uncovered",
                                                                  "deadline_missing",
                                                                  "day_impossible",
                                                                  "copied",
                                                                  "evidence_older",
                                                                  "evidence_reused",
                                                                  "uncounted",
                                                                  "long_term_open",
                                                                  "vague"};

Finding about(const CheckedRow& row, Check check, int weight) {
    Finding finding;
    finding.check = check;
    finding.weight = weight;
    finding.view = row.view;
    finding.id = row.id;
    finding.unit = row.unit;
    finding.number = row.number;
    finding.text = row.text;
    return finding;
}

bool names_a_deed(std::string_view text) {
    if (text::has_any<
            "《 每月 每季 每年 每周 每半 年底 月底 台账 清单 细则 办法 修订 制定 印发 出台 "
            "清理 追缴 退还 收回 清退 核查 排查 审计 通报 公开 公示 调研 回访 补开 培训">(text))
        return true;
    for (std::size_t at = 0; at < text.size();)
        if (text::is_digit(text::take_char(text, at))) return true;
    return false;
}

// What is asked of a row that takes everything over from its problem is asked of the problem.
void check_holders(std::vector<Finding>& found, const CheckedRow& row) {
    if (row.view == View::measures && row.responsibility.empty()) return;
    const auto has = [&](bool unit) {
        return std::any_of(
            row.responsibility.begin(), row.responsibility.end(), [&](const Holder& holder) {
                return is_unit(holder.role) == unit && holder.role != HolderRole::cooperating_unit;
            });
    };
    const bool unit = has(true), person = has(false);
    // A measure may leave the leader to its problem.
    if (unit && (person || row.view == View::measures)) return;
    auto finding = about(row, Check::holder_missing, unit ? 60 : 90);
    finding.facts = {{"missing", unit ? "person" : person ? "unit" : "both"}};
    found.push_back(std::move(finding));
}

/// What goes on for long must say what this stage should show and when it is looked at again.
void check_long_term(std::vector<Finding>& found, const CheckedRow& row) {
    const bool of_measure = row.view == View::measures;
    const bool own = row.kind == DeadlineKind::long_term && !(of_measure && row.deadline.empty());
    if (!own && !row.goes_on) return;
    const bool target = of_measure && row.stage_target.empty();
    if (row.due_on && !target) return;
    auto finding = about(row, Check::long_term_open, 45);
    finding.facts = {{"missing", row.due_on ? "target" : target ? "both" : "review"}};
    found.push_back(std::move(finding));
}

void check_days(std::vector<Finding>& found, const CheckedRow& row,
                const std::optional<base::Date>& feedback) {
    const bool takes_over = row.view == View::measures && row.deadline.empty();
    if (takes_over) return;
    if (row.kind == DeadlineKind::unspecified && !row.due_on)
        found.push_back(about(row, Check::deadline_missing, 80));
    if (!row.due_on) return;
    const auto impossible = [&](std::string_view against, base::Date day) {
        auto finding = about(row, Check::day_impossible, 70);
        finding.facts = {{"due_on", base::to_text(*row.due_on)},
                         {"against", std::string(against)},
                         {"day", base::to_text(day)}};
        found.push_back(std::move(finding));
    };
    if (feedback && *row.due_on < *feedback)
        impossible("feedback", *feedback);
    else if (row.problem_due_on && *row.problem_due_on < *row.due_on &&
             row.kind != DeadlineKind::long_term)
        impossible("problem", *row.problem_due_on);
}

void check_wording(std::vector<Finding>& found, const CheckedRow& row) {
    const auto vague = vagueness_of(row.text);
    if (vague.score == 0) return;
    auto finding = about(row, Check::vague, vague.score / 2);
    finding.marked = vague.words;
    finding.facts = {{"score", std::to_string(vague.score)}};
    found.push_back(std::move(finding));
}

void check_count(std::vector<Finding>& found, const CheckedRow& row) {
    if (!row.handed_in || row.counted) return;
    if (!results_proposed(row.text).empty()) found.push_back(about(row, Check::uncounted, 55));
}

using RowsById = std::map<std::string_view, const CheckedRow*>;

RowsById by_id(const std::vector<CheckedRow>& rows) {
    RowsById found;
    for (const auto& row : rows) found[row.id] = &row;
    return found;
}

void check_files(std::vector<Finding>& found, const CheckedLedger& ledger) {
    auto rows = by_id(ledger.measures);
    std::map<std::string_view, std::vector<const CheckedFile*>> uses;
    for (const auto& file : ledger.files) {
        const auto row = rows.find(file.measure);
        if (row == rows.end()) continue;
        uses[file.digest].push_back(&file);
        if (!ledger.feedback_on || !file.document_date ||
            *file.document_date >= *ledger.feedback_on)
            continue;
        auto finding = about(*row->second, Check::evidence_older, 65);
        finding.facts = {{"file", file.name},
                         {"dated", base::to_text(*file.document_date)},
                         {"feedback_on", base::to_text(*ledger.feedback_on)}};
        found.push_back(std::move(finding));
    }
    for (const auto& [digest, files] : uses)
        for (const auto* file : files) {
            const auto& row = *rows[file->measure];
            const auto other = std::find_if(files.begin(), files.end(), [&](const auto* one) {
                return rows[one->measure]->unit != row.unit;
            });
            if (other == files.end()) continue;
            const auto& its = *rows[(*other)->measure];
            auto finding = about(row, Check::evidence_reused, 60);
            finding.facts = {{"file", file->name}};
            finding.twin = Twin{its.id, its.text, its.unit, {}, its.number, {}};
            found.push_back(std::move(finding));
        }
}

/// A plan says how many problems it has by its problems or by their manifestations. Who does not
/// see every row is not told how many there are.
void check_totals(std::vector<Finding>& found, const CheckedLedger& ledger) {
    const auto& [declared, standing] = std::tie(ledger.declared, ledger.standing);
    const auto seen = [](const std::vector<CheckedRow>& rows) {
        return static_cast<std::int64_t>(rows.size());
    };
    if (standing.problems != seen(ledger.problems) || standing.measures != seen(ledger.measures))
        return;
    const auto differs = [&](std::string_view what, View view, std::optional<std::int64_t> said,
                             std::optional<std::int64_t> stands) {
        if (!said || said == stands) return;
        Finding finding;
        finding.check = Check::total_differs;
        finding.weight = 75;
        finding.view = view;
        finding.facts = {{"what", std::string(what)},
                         {"declared", std::to_string(*said)},
                         {"standing", std::to_string(stands.value_or(0))}};
        found.push_back(std::move(finding));
    };
    differs("areas", View::problems, declared.areas, standing.areas);
    if (declared.problems != standing.manifestations)
        differs("problems", View::problems, declared.problems, standing.problems);
    differs("measures", View::measures, declared.measures, standing.measures);
}

/// One row of numbers that should go on without a gap, whatever order they stand in.
using NumberRow = std::map<int, const NumberedProblem*>;

/// By style of the mark; by area too where numbers begin anew in each.
std::vector<NumberRow> number_rows(const std::vector<NumberedProblem>& problems) {
    std::map<text::MarkStyle, std::map<std::int64_t, NumberRow>> by_area;
    std::map<text::MarkStyle, NumberRow> whole;
    std::map<text::MarkStyle, bool> begins_anew;
    for (const auto& problem : problems) {
        const auto mark = text::mark_at(problem.printed_number);
        if (!mark || mark.parts > 1) continue;
        by_area[mark.style][problem.area_number].try_emplace(mark.value, &problem);
        const bool is_new = whole[mark.style].try_emplace(mark.value, &problem).second;
        begins_anew[mark.style] |= !is_new;
    }
    std::vector<NumberRow> rows;
    for (auto& [style, areas] : by_area) {
        if (!begins_anew[style]) {
            rows.push_back(std::move(whole[style]));
            continue;
        }
        for (auto& [area, row] : areas) rows.push_back(std::move(row));
    }
    return rows;
}

void check_numbering(std::vector<Finding>& found, const CheckedLedger& ledger) {
    const auto seen = by_id(ledger.problems);
    for (const auto& row : number_rows(ledger.numbered)) {
        for (auto one = row.begin(); one != row.end(); ++one) {
            if (one == row.begin()) continue;
            const auto last = std::prev(one)->first;
            const auto problem = seen.find(one->second->id);
            if (last + 1 == one->first || problem == seen.end()) continue;
            auto finding = about(*problem->second, Check::numbering_gap, 72);
            finding.facts = {{"from", std::to_string(last + 1)},
                             {"to", std::to_string(one->first - 1)},
                             {"printed", one->second->printed_number}};
            found.push_back(std::move(finding));
        }
    }
}

void check_coverage(std::vector<Finding>& found, const CheckedLedger& ledger) {
    const auto seen = by_id(ledger.problems);
    for (const auto& one : ledger.uncovered) {
        const auto problem = seen.find(one.problem);
        if (problem == seen.end() || problem->second->finished) continue;
        auto finding = about(*problem->second, Check::manifestation_uncovered, 68);
        finding.text = one.text;
        finding.facts = {{"printed", one.printed_number}};
        found.push_back(std::move(finding));
    }
}

}  // namespace

std::string_view name_of(Check check) {
    return check_names[static_cast<std::size_t>(check)];
}

std::optional<Check> check_of(std::string_view name) {
    return base::named<Check>(check_names, name);
}

Vagueness vagueness_of(std::string_view text) {
    Vagueness vague;
    if (names_a_deed(text)) return vague;
    static const text::WordSet big(
        "进一步加强 进一步强化 进一步提高 进一步完善 进一步健全 进一步落实 进一步规范 切实加强 "
        "切实提高 "
        "切实强化 不断加强 不断提高 不断完善 严格执行 严格落实 认真落实 认真执行 高度重视 加强 "
        "强化 "
        "提高 完善 健全 深化 深入推进 持续推进 积极推进 加大 狠抓 夯实");
    for (auto at = big.first_in(text); at != text::WordSet::npos;) {
        const auto bytes = big.longest_prefix(text.substr(at));
        vague.words.push_back({at, at + bytes});
        at = big.first_in(text, at + bytes);
    }
    if (vague.words.empty()) return vague;
    constexpr std::size_t hardly_anything = 16;  // characters
    vague.score = 20 + 20 * static_cast<int>(vague.words.size()) +
                  (base::chars_in(text) <= hardly_anything ? 20 : 0);
    vague.score = std::min(vague.score, 100);
    return vague;
}

std::vector<Finding> findings_in(const CheckedLedger& ledger) {
    std::vector<Finding> found;
    for (const auto* rows : {&ledger.problems, &ledger.measures})
        for (const auto& row : *rows) {
            if (row.view == View::measures) check_count(found, row);
            if (row.finished) continue;
            check_holders(found, row);
            check_days(found, row, ledger.feedback_on);
            check_long_term(found, row);
            if (row.view == View::measures) check_wording(found, row);
            if (row.view == View::problems && row.measures == 0)
                found.push_back(about(row, Check::no_measures, 85));
        }
    check_files(found, ledger);
    check_totals(found, ledger);
    check_numbering(found, ledger);
    check_coverage(found, ledger);
    for (auto& copy : copies_in(ledger)) found.push_back(std::move(copy));
    std::stable_sort(found.begin(), found.end(), [](const Finding& a, const Finding& b) {
        return std::tuple(-a.weight, a.check, a.view, a.number) <
               std::tuple(-b.weight, b.check, b.view, b.number);
    });
    return found;
}

}  // namespace ledger
