// What a careful reader would ask about a ledger before it goes up: nobody answers, no day, a day
// that cannot be, words without a deed, words of another unit, evidence that proves something else.
// Hints: nothing here keeps anybody from anything. Pure.
#pragma once

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "ledger/problem.hpp"
#include "ledger/waiting.hpp"
#include "text/similarity.hpp"

namespace ledger {

/// In the order in which a page lists them.
enum class Check {
    holder_missing,           // no unit, or nobody, answers
    no_measures,              // a problem about which nothing is to be done
    total_differs,            // the plan says it has more or fewer than the ledger has
    numbering_gap,            // printed numbers of problems do not go on
    manifestation_uncovered,  // measures of its problem answer others, none this one
    deadline_missing,         // no day and no kind
    day_impossible,           // due before the feedback, or a measure after its problem
    copied,                   // text or report of another unit
    evidence_older,           // dated before the feedback
    evidence_reused,          // one file at rows of different units
    uncounted,                // finished, speaks of what can be counted, and counts nothing
    long_term_open,  // long_term without a day to look again, a measure without a stage target
    vague,           // big words, no deed
};
inline constexpr std::array<Check, 13> checks{Check::holder_missing,
                                              Check::no_measures,
                                              Check::total_differs,
                                              Check::numbering_gap,
                                              Check::manifestation_uncovered,
                                              Check::deadline_missing,
                                              Check::day_impossible,
                                              Check::copied,
                                              Check::evidence_older,
                                              Check::evidence_reused,
                                              Check::uncounted,
                                              Check::long_term_open,
                                              Check::vague};
[[nodiscard]] std::string_view name_of(Check check);
[[nodiscard]] std::optional<Check> check_of(std::string_view name);

/// Bytes of a text to be marked.
struct MarkedSpan {
    std::size_t begin = 0, end = 0;
    bool operator==(const MarkedSpan&) const = default;
};

/// A row as the checks look at it; of a measure with what it takes over from its problem.
struct CheckedRow {
    View view = View::measures;
    std::string id, text, unit;  // unit: the first that is responsible
    std::int64_t number = 0;
    std::string programme_title;  // of another programme; else ""
    bool finished = false;
    bool handed_in = false;            // a measure finished or waiting for review
    Responsibility responsibility;     // of a measure: its own
    Deadline deadline;                 // of a measure: its own
    DeadlineKind kind{};               // that counts
    std::optional<base::Date> due_on;  // that counts
    std::optional<base::Date> problem_due_on;
    std::int64_t measures = 0;  // of a problem
    std::string last_entry;     // of a measure
    bool counted = false;       // some report has a number
    bool goes_on = false;       // a measure that was accepted as long_term
    std::string stage_target;   // of a measure
};
/// A file at a measure.
struct CheckedFile {
    std::string measure, name, digest;
    std::optional<base::Date> document_date;
};
/// How many of each; nothing where nobody says.
struct Totals {
    std::optional<std::int64_t> areas, problems, manifestations, measures;
    bool operator==(const Totals&) const = default;
};
/// A problem by the number its plan prints.
struct NumberedProblem {
    std::string id, printed_number;
    std::int64_t area_number = 0;
};
/// A manifestation that no measure answers, though its problem has measures.
struct Uncovered {
    std::string problem, printed_number, text;
};
struct CheckedLedger {
    std::optional<base::Date> feedback_on;
    std::vector<CheckedRow> problems, measures;
    std::vector<CheckedFile> files;
    std::vector<CheckedRow> elsewhere;      // measures of other programmes to compare with
    bool elsewhere_cut = false;             // there are more than were read
    Totals declared, standing;              // standing: all of them, whoever may see them
    std::vector<NumberedProblem> numbered;  // all of them, by area and number
    std::vector<Uncovered> uncovered;
};

struct Twin {
    std::string id, text, unit, programme_title;
    std::int64_t number = 0;
    std::vector<MarkedSpan> marked;
};
struct Finding {
    Check check{};
    int weight = 0;  // 0 to 100: what to look at first
    View view = View::measures;
    std::string id, unit;
    std::int64_t number = 0;
    std::string text;  // of the row, or of the report that was copied
    std::vector<MarkedSpan> marked;
    std::vector<std::pair<std::string, std::string>> facts;
    std::optional<Twin> twin;
};

/// How vague a measure is, and by which words. 0 where it names anything that can be shown: a
/// document (《…》), a figure, a rhythm, or a deed such as 修订, 追缴, 排查. Else 40 for the first
/// big word and 20 for each further one, 20 more where hardly anything else is said; 100 at most.
struct Vagueness {
    int score = 0;
    std::vector<MarkedSpan> words;
};
[[nodiscard]] Vagueness vagueness_of(std::string_view text);

/// Everything, the heaviest first, then by level and number.
[[nodiscard]] std::vector<Finding> findings_in(const CheckedLedger& ledger);

}  // namespace ledger
