// A row of the ledger as a check looks at it: what was asked and seen, whether it is so, and what a
// finding led to. A finding that led to something is not rewritten (R18, R54, R55). Pure.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/limits.hpp"
#include "ledger/problem.hpp"
#include "supervision/check.hpp"
#include "supervision/sample.hpp"

namespace supervision {

using CheckRowId = base::Id<struct CheckRowTag>;
using ConsequenceId = base::Id<struct ConsequenceTag>;
inline constexpr std::size_t remark_chars_max = 300, asked_chars_max = 2'000,
                             looked_at_chars_max = 1'000, row_files_max = 30;
using base::limits::reason_chars_max;

enum class Answer { yes, no, not_applicable };
/// Whether what was reported is so.
enum class CheckResult {
    genuine,     // 属实
    partly,      // 部分属实
    paper,       // 虚假整改、纸面整改
    unrectified  // 未整改
};
inline constexpr std::array<CheckResult, 4> check_results{
    CheckResult::genuine, CheckResult::partly, CheckResult::paper, CheckResult::unrectified};
[[nodiscard]] std::string_view name_of(Answer answer);
[[nodiscard]] std::optional<Answer> answer_of(std::string_view name);
[[nodiscard]] std::string_view name_of(CheckResult result);
[[nodiscard]] std::optional<CheckResult> check_result_of(std::string_view name);

struct ItemAnswer {
    Answer answer = Answer::yes;
    std::string remark;
    bool operator==(const ItemAnswer&) const = default;
};
struct RowForm {
    std::vector<ItemAnswer> answers;  // one an item, in their order
    std::string asked;                // who was asked, and what they said
    std::string looked_at;            // papers, places
    CheckResult result = CheckResult::genuine;
    std::string finding;  // of all but genuine ones
    bool operator==(const RowForm&) const = default;
};

/// What a finding leads to.
enum class ConsequenceKind {
    sent_back,      // a measure that awaits review goes back to its unit
    supplement,     // an accepted measure is followed by another one under its problem
    successor,      // a struck-off problem is followed by another one
    task,           // dated, of one unit
    notice,         // is proposed, the finding quoted
    accountability  // somebody was called to account
};
inline constexpr std::array<ConsequenceKind, 6> consequence_kinds{
    ConsequenceKind::sent_back, ConsequenceKind::supplement, ConsequenceKind::successor,
    ConsequenceKind::task,      ConsequenceKind::notice,     ConsequenceKind::accountability};
[[nodiscard]] std::string_view name_of(ConsequenceKind kind);
[[nodiscard]] std::optional<ConsequenceKind> consequence_kind_of(std::string_view name);

struct Consequence {
    ConsequenceId id;
    ConsequenceKind kind = ConsequenceKind::task;
    std::string led_to;       // the id of what it led to
    std::int64_t number = 0;  // and its number; 0 where it has none
    std::string text, by;
    base::Instant at;
    bool operator==(const Consequence&) const = default;
};

/// The row of the ledger as it stands now, as far as the rules ask.
struct CheckedSubject {
    RowKind kind = RowKind::measure;
    std::string id;
    std::int64_t number = 0;
    std::string text;
    ledger::MeasureStatus measure_status{};
    std::optional<base::AccountId> submitted_by;  // of a measure
    ledger::ProblemStatus problem_status{};       // its own, or that of the problem above
    base::Guards guards;
    bool operator==(const CheckedSubject&) const = default;
};
struct CheckedRow {
    CheckRowId id;
    CheckId check;
    std::int64_t position = 0;
    CheckedSubject subject;
    base::UnitId unit;  // who answers for it
    std::string unit_name;
    std::int64_t draw = 0;        // its number; 0: added by hand
    std::string why;              // it was added by hand
    std::vector<Weight> weights;  // as they were when it was drawn
    std::optional<RowForm> form;  // none: nothing was filled in
    std::string filled_by;
    std::optional<base::Instant> filled_at;
    std::vector<Consequence> consequences;
    std::int64_t version = 1;
    bool operator==(const CheckedRow&) const = default;

    [[nodiscard]] bool is_finding() const { return form && form->result != CheckResult::genuine; }
};

/// The row with what was found. Refuses: as why_not(fill_in), finding_has_consequences, then all
/// together as form errors: items_unanswered (args value: how many are), no_needs_a_remark (args
/// value: the first such item), genuine_contradicts_an_answer, finding_too_short (args accepted).
[[nodiscard]] base::Result<CheckedRow> fill_in(const CheckedRow& before, const RowForm& form,
                                               const Check& check, const base::Actor& actor,
                                               base::Instant now);

/// Whether this row's finding can lead to this now. Refuses: as why_not(decide),
/// row_has_no_finding, consequence_does_not_fit (args value), consequence_is_there (args value);
/// then what the ledger's rule refuses: as ledger::why_not(send_back) of measures, only_the_office_
/// edits and problem_is_closed_to_changes (supplement), as ledger::why_not(open_successor),
/// only_the_office_edits (task), only_the_office_issues_notices, as why_not_see() of
/// accountability.
[[nodiscard]] std::optional<base::Error> why_not(ConsequenceKind kind, const CheckedRow& row,
                                                 const Check& check, const base::Actor& actor);

}  // namespace supervision
