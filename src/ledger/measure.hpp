// A measure: what will be done about a problem, reported by one side and reviewed by the other (R7,
// R43–R53). Pure: from a state, an actor and a moment to a new state or a refusal. The table of
// states stands in docs/states.md and is tested row by row.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/limits.hpp"
#include "ledger/deadline.hpp"
#include "ledger/programme.hpp"
#include "ledger/responsibility.hpp"

namespace ledger {

enum class MeasureStatus { not_started, under_way, awaiting_review, sent_back, done, long_term };

[[nodiscard]] std::string_view name_of(MeasureStatus status);
[[nodiscard]] std::optional<MeasureStatus> measure_status_of(std::string_view name);

/// One kind of counted result (R49, R63). Money is whole yuan.
enum class ResultKind {
    regulations,
    recovered_yuan,
    persons_held,
    similar_checks,
    campaigns,
    honours,  // awards and citations
    other
};

[[nodiscard]] std::string_view name_of(ResultKind kind);
[[nodiscard]] std::optional<ResultKind> result_kind_of(std::string_view name);

inline constexpr ResultKind result_kinds[]{ResultKind::regulations,  ResultKind::recovered_yuan,
                                           ResultKind::persons_held, ResultKind::similar_checks,
                                           ResultKind::campaigns,    ResultKind::honours,
                                           ResultKind::other};
inline constexpr std::int64_t quantity_max = 1'000'000'000'000;
/// Each once, in the order of the set.
using ResultKinds = std::vector<ResultKind>;
[[nodiscard]] ResultKinds in_order(const ResultKinds& kinds);
/// What a measure of this wording should be able to count: 修订…办法 a regulation, 清退…资金 money.
/// A proposal only; the office decides.
[[nodiscard]] ResultKinds results_proposed(std::string_view text);

/// What goes on for long (长期坚持): what this stage should show, how often it is looked at again
/// and when next. With a next review that is the day that counts.
struct LongTerm {
    std::string stage_target;
    int review_months = 0;  // 0: no rhythm
    std::optional<base::Date> next_review_on;
    bool operator==(const LongTerm&) const = default;
};
inline constexpr int review_months_max = 36;
inline constexpr std::size_t stage_target_chars_max = 1'000;

struct Measure {
    MeasureId id;
    ProgrammeId programme;
    ProblemId problem;           // the problem it stands under; it may serve others too (R44)
    std::int64_t number = 0;     // running in the programme, never reused
    std::string printed_number;  // as the plan prints it: ①
    std::string text;
    MeasureStatus status = MeasureStatus::not_started;
    Responsibility responsibility;     // empty: the problem's
    Deadline deadline;                 // empty(): the problem's
    std::optional<base::Date> due_on;  // the day that counts now (see due.hpp)
    ResultKinds demands;               // results it must show before it is reviewed
    LongTerm long_term;
    int percent = 0;         // of the last report
    std::string last_entry;  // text of the last report
    std::optional<base::Instant> last_entry_at;
    std::optional<base::AccountId> submitted_by;
    base::Guards guards;  // the problem's, a copy
    bool imported = false;
    std::int64_t version = 1;
    base::Instant updated_at;

    bool operator==(const Measure&) const = default;
};

struct CountedResult {
    ResultKind kind = ResultKind::other;
    std::int64_t quantity = 0;
    bool operator==(const CountedResult&) const = default;
};

/// How far a measure is, as steps of the work: 已着手, 过半, 基本完成, 全部完成.
inline constexpr int percent_steps[]{20, 50, 80, 100};
/// What the rule makes of it: everything once each demanded result is shown, half once one is, else
/// a beginning; never less than was reported last. Where nothing is demanded nothing tells the end.
[[nodiscard]] int percent_proposed(const Measure& measure,
                                   const std::vector<CountedResult>& counted);

using EntryId = base::Id<struct EntryTag>;

/// Where a report stood that came from a workbook somebody filled in.
struct EntrySource {
    std::string file, digest, sheet;  // the digest with the name of its algorithm: "sm3:…"
    std::int64_t row = 0;             // as Excel numbers it
    bool operator==(const EntrySource&) const = default;
};

/// A dated report on a measure.
struct ProgressEntry {
    EntryId id;
    std::string text;
    int percent = 0;
    std::string evidence_note;
    std::vector<CountedResult> results;
    base::Instant at;
    std::string by;
    MeasureId measure;
    std::optional<EntrySource> source = {};
    std::string percent_reason = {};  // why the percentage is set otherwise than by rule
    bool operator==(const ProgressEntry&) const = default;
};
/// Whether two reports on one measure say the same, whoever made them, when and how.
[[nodiscard]] bool say_the_same(const ProgressEntry& a, const ProgressEntry& b);

struct MeasureChange {
    std::optional<std::string> text;
    std::optional<Responsibility> responsibility;
    std::optional<Deadline> deadline;
    std::optional<ResultKinds> demands;
    std::optional<LongTerm> long_term;
};

/// Whether the problem above lets its measures be worked on.
enum class ProblemGate { unclaimed, open, closed };

/// Why an act is refused now, or nothing. The page shows exactly the acts for which this is empty.
enum class MeasureAct { edit, report, submit, withdraw, accept, send_back };
inline constexpr MeasureAct measure_acts[]{MeasureAct::edit,   MeasureAct::report,
                                           MeasureAct::submit, MeasureAct::withdraw,
                                           MeasureAct::accept, MeasureAct::send_back};
[[nodiscard]] std::string_view name_of(MeasureAct act);
[[nodiscard]] std::optional<base::Error> why_not(MeasureAct act, const Measure& measure,
                                                 ProblemGate gate, const base::Actor& actor);

/// Refuses: as why_not(edit), then text_empty.
[[nodiscard]] base::Result<Measure> edit(const Measure& before, const MeasureChange& change,
                                         ProblemGate gate, const base::Actor& actor);
/// What a measure can show: results reported so far, and the kinds of evidence that its programme
/// asks for and that do not stand there.
struct Shown {
    std::vector<CountedResult> counted;
    EvidenceKinds evidence_missing = {};
};
/// Why this percentage needs a reason that `entry` does not give, or nothing. One of the steps, the
/// proposed one and the one that stood before need none, unless it falls behind the last report
/// (percent_fell), is 100 before each demanded result is shown (percent_without_results, args
/// accepted: the kinds in words), or is no step (percent_set_by_hand, args accepted: the steps).
/// `counted`: before this report.
[[nodiscard]] std::optional<base::Error> why_percent_needs_reason(
    const Measure& before, const ProgressEntry& entry, const std::vector<CountedResult>& counted);
/// A report: sets percent and last entry, and starts the measure. Refuses: as why_not(report), then
/// as why_percent_needs_reason.
[[nodiscard]] base::Result<Measure> report(const Measure& before, const ProgressEntry& entry,
                                           const std::vector<CountedResult>& counted,
                                           ProblemGate gate, const base::Actor& actor);
/// Refuses: as why_not(submit), then together demanded_result_missing and evidence_missing (args
/// accepted: the kinds in words).
[[nodiscard]] base::Result<Measure> submit(const Measure& before, const Shown& shown,
                                           ProblemGate gate, const base::Actor& actor);
[[nodiscard]] base::Result<Measure> withdraw(const Measure& before, ProblemGate gate,
                                             const base::Actor& actor);
/// What a review comes to: done, or long_term with what goes on and when it is looked at next.
struct Acceptance {
    MeasureStatus outcome = MeasureStatus::done;
    LongTerm long_term = {};
    base::Date today = {};
};
/// Refuses: as why_not(accept), then outcome_is_done_or_long_term; of long_term then together as
/// form errors: stage_target_missing, next_review_missing (none or not after today; args accepted).
[[nodiscard]] base::Result<Measure> accept(const Measure& before, const Acceptance& acceptance,
                                           ProblemGate gate, const base::Actor& actor);
/// The review after this one: so many months after the last day it was due, or after today where
/// that is over; none without a rhythm.
[[nodiscard]] std::optional<base::Date> following_review(const LongTerm& long_term,
                                                         base::Date today);
/// Refuses: as why_not(send_back), then reason_says_nothing.
[[nodiscard]] base::Result<Measure> send_back(const Measure& before, std::string_view reason,
                                              ProblemGate gate, const base::Actor& actor);

}  // namespace ledger
