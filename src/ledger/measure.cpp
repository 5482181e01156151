#include "ledger/measure.hpp"

#include <algorithm>
#include <array>

#include "base/form_words.hpp"
#include "base/names.hpp"
#include "base/utf8.hpp"

namespace ledger {
namespace {

using base::Act;
using base::ErrorKind;
using base::refuse;

constexpr std::array<std::string_view, 6> status_names{
    "not_started", "under_way", "awaiting_review", "sent_back", "done", "long_term"};
constexpr std::array<std::string_view, 7> result_names{
    "regulations", "recovered_yuan", "persons_held", "similar_checks",
    "campaigns",   "honours",        "other"};
constexpr std::array<std::string_view, 6> act_names{"edit",     "report", "submit",
                                                    "withdraw", "accept", "send_back"};

using Refusal = std::optional<base::Error>;

Refusal why_not_edit(const Measure& measure, const base::Actor& actor) {
    if (!actor.may(Act::edit_ledger)) return refuse(ErrorKind::forbidden, "only_the_office_edits");
    if (measure.status == MeasureStatus::awaiting_review)
        return refuse(ErrorKind::illegal_transition, "measure_is_awaiting_review");
    if (measure.status == MeasureStatus::done)
        return refuse(ErrorKind::illegal_transition, "measure_is_done");
    return std::nullopt;
}

Refusal why_not_report(const Measure& measure, const base::Actor& actor) {
    if (!actor.may(Act::report_progress))
        return refuse(ErrorKind::forbidden, "only_responsible_units_report");
    if (measure.status == MeasureStatus::awaiting_review)
        return refuse(ErrorKind::illegal_transition, "measure_is_awaiting_review");
    if (measure.status == MeasureStatus::done)
        return refuse(ErrorKind::illegal_transition, "measure_is_done");
    return std::nullopt;
}

Refusal why_not_submit(const Measure& measure, const base::Actor& actor) {
    if (auto no = why_not_report(measure, actor)) return no;
    if (measure.status == MeasureStatus::not_started)
        return refuse(ErrorKind::illegal_transition, "report_before_submitting");
    if (measure.status == MeasureStatus::sent_back)
        return refuse(ErrorKind::illegal_transition, "report_what_was_supplemented_first");
    return std::nullopt;
}

Refusal why_not_withdraw(const Measure& measure, const base::Actor& actor) {
    if (measure.status != MeasureStatus::awaiting_review)
        return refuse(ErrorKind::illegal_transition, "measure_is_not_awaiting_review");
    if (measure.submitted_by != actor.id)
        return refuse(ErrorKind::forbidden, "only_the_submitter_withdraws");
    return std::nullopt;
}

Refusal why_not_review(const Measure& measure, const base::Actor& actor) {
    if (!actor.may(Act::review)) return refuse(ErrorKind::forbidden, "only_reviewers_review");
    if (measure.status != MeasureStatus::awaiting_review)
        return refuse(ErrorKind::illegal_transition, "measure_is_not_awaiting_review");
    if (measure.submitted_by == actor.id)
        return refuse(ErrorKind::forbidden, "nobody_reviews_their_own");
    return std::nullopt;
}

/// The demanded kinds that nothing was counted of.
ResultKinds missing_results(const Measure& measure, const std::vector<CountedResult>& counted) {
    ResultKinds missing;
    for (const auto kind : measure.demands) {
        const bool shown = std::any_of(counted.begin(), counted.end(), [&](const auto& one) {
            return one.kind == kind && one.quantity > 0;
        });
        if (!shown) missing.push_back(kind);
    }
    return missing;
}

std::string words_of(const ResultKinds& kinds) {
    std::string words;
    for (const auto kind : kinds)
        words +=
            (words.empty() ? "" : "、") + base::form_words("result." + std::string(name_of(kind)));
    return words;
}

std::vector<CountedResult> with_results(std::vector<CountedResult> counted,
                                        const ProgressEntry& entry) {
    counted.insert(counted.end(), entry.results.begin(), entry.results.end());
    return counted;
}

std::string steps_in_words() {
    std::string words;
    for (const auto step : percent_steps)
        words += (words.empty() ? "" : "、") + std::to_string(step);
    return words;
}

Refusal what_is_not_shown(const Measure& measure, const Shown& shown) {
    std::vector<base::Error> faults;
    if (const auto missing = missing_results(measure, shown.counted); !missing.empty())
        faults.push_back(refuse(ErrorKind::illegal_transition, "demanded_result_missing", "results",
                                {{"accepted", words_of(missing)}}));
    if (auto no = why_evidence_is_missing(shown.evidence_missing)) faults.push_back(std::move(*no));
    return base::together(std::move(faults));
}

Refusal why_not_long_term(const Acceptance& acceptance) {
    std::vector<base::Error> faults;
    const auto& wanted = acceptance.long_term;
    if (wanted.stage_target.empty())
        faults.push_back(refuse(ErrorKind::invalid, "stage_target_missing", "stage_target"));
    if (!wanted.next_review_on || *wanted.next_review_on <= acceptance.today)
        faults.push_back(
            refuse(ErrorKind::invalid, "next_review_missing", "next_review_on",
                   {{"value",
                     wanted.next_review_on ? base::to_text(*wanted.next_review_on) : std::string()},
                    {"accepted", base::to_text(base::add_days(acceptance.today, 1))}}));
    return base::together(std::move(faults));
}

}  // namespace

std::string_view name_of(MeasureStatus status) {
    return status_names[static_cast<std::size_t>(status)];
}
std::string_view name_of(ResultKind kind) {
    return result_names[static_cast<std::size_t>(kind)];
}
std::string_view name_of(MeasureAct act) {
    return act_names[static_cast<std::size_t>(act)];
}

std::optional<MeasureStatus> measure_status_of(std::string_view name) {
    return base::named<MeasureStatus>(status_names, name);
}

std::optional<ResultKind> result_kind_of(std::string_view name) {
    return base::named<ResultKind>(result_names, name);
}

ResultKinds in_order(const ResultKinds& kinds) {
    ResultKinds ordered;
    for (const auto kind : result_kinds)
        if (std::find(kinds.begin(), kinds.end(), kind) != kinds.end()) ordered.push_back(kind);
    return ordered;
}

bool say_the_same(const ProgressEntry& a, const ProgressEntry& b) {
    // In whatever order the kinds were told.
    return a.measure == b.measure && a.text == b.text && a.percent == b.percent &&
           a.evidence_note == b.evidence_note && a.percent_reason == b.percent_reason &&
           std::is_permutation(a.results.begin(), a.results.end(), b.results.begin(),
                               b.results.end());
}

int percent_proposed(const Measure& measure, const std::vector<CountedResult>& counted) {
    const auto missing = missing_results(measure, counted).size(), all = measure.demands.size();
    const int by_results = all > 0 && missing == 0 ? 100 : missing < all ? 50 : 20;
    return std::max(measure.percent, by_results);
}

std::optional<base::Error> why_percent_needs_reason(const Measure& before,
                                                    const ProgressEntry& entry,
                                                    const std::vector<CountedResult>& counted) {
    if (base::chars_in(entry.percent_reason) >= base::limits::reason_chars_min) return std::nullopt;
    const auto all = with_results(counted, entry);
    if (entry.percent == before.percent || entry.percent == percent_proposed(before, all))
        return std::nullopt;
    const auto needs = [&](std::string_view code, const std::string& accepted) {
        return refuse(ErrorKind::invalid, code, "percent_reason",
                      {{"value", std::to_string(entry.percent)},
                       {"accepted", accepted},
                       {"least", std::to_string(base::limits::reason_chars_min)}});
    };
    if (entry.percent < before.percent)
        return needs("percent_fell", std::to_string(before.percent));
    const auto missing = missing_results(before, all);
    if (entry.percent == 100 && !missing.empty())
        return needs("percent_without_results", words_of(missing));
    if (std::find(std::begin(percent_steps), std::end(percent_steps), entry.percent) ==
        std::end(percent_steps))
        return needs("percent_set_by_hand", steps_in_words());
    return std::nullopt;
}

std::optional<base::Error> why_not(MeasureAct act, const Measure& measure, ProblemGate gate,
                                   const base::Actor& actor) {
    if (gate == ProblemGate::closed)
        return refuse(ErrorKind::illegal_transition, "problem_is_closed_to_changes");
    if (gate == ProblemGate::unclaimed && act != MeasureAct::edit)
        return refuse(ErrorKind::illegal_transition, "claim_the_problem_first");
    switch (act) {
        case MeasureAct::edit: return why_not_edit(measure, actor);
        case MeasureAct::report: return why_not_report(measure, actor);
        case MeasureAct::submit: return why_not_submit(measure, actor);
        case MeasureAct::withdraw: return why_not_withdraw(measure, actor);
        case MeasureAct::accept:
        case MeasureAct::send_back: return why_not_review(measure, actor);
    }
    return std::nullopt;
}

base::Result<Measure> edit(const Measure& before, const MeasureChange& change, ProblemGate gate,
                           const base::Actor& actor) {
    if (auto no = why_not(MeasureAct::edit, before, gate, actor)) return *no;
    Measure after = before;
    if (change.text) after.text = *change.text;
    if (change.responsibility) after.responsibility = *change.responsibility;
    if (change.deadline) after.deadline = *change.deadline;
    if (change.demands) after.demands = in_order(*change.demands);
    if (change.long_term) after.long_term = *change.long_term;
    if (after.text.empty()) return refuse(ErrorKind::invalid, "text_empty", "text");
    return after;
}

base::Result<Measure> report(const Measure& before, const ProgressEntry& entry,
                             const std::vector<CountedResult>& counted, ProblemGate gate,
                             const base::Actor& actor) {
    if (auto no = why_not(MeasureAct::report, before, gate, actor)) return *no;
    if (auto no = why_percent_needs_reason(before, entry, counted)) return *no;
    Measure after = before;
    // A long-term measure goes on being one: what it shows is periodic proof, not a new start.
    if (before.status != MeasureStatus::long_term) after.status = MeasureStatus::under_way;
    after.percent = entry.percent;
    after.last_entry = entry.text;
    after.last_entry_at = entry.at;
    return after;
}

base::Result<Measure> submit(const Measure& before, const Shown& shown, ProblemGate gate,
                             const base::Actor& actor) {
    if (auto no = why_not(MeasureAct::submit, before, gate, actor)) return *no;
    if (auto no = what_is_not_shown(before, shown)) return *no;
    Measure after = before;
    after.status = MeasureStatus::awaiting_review;
    after.submitted_by = actor.id;
    return after;
}

base::Result<Measure> withdraw(const Measure& before, ProblemGate gate, const base::Actor& actor) {
    if (auto no = why_not(MeasureAct::withdraw, before, gate, actor)) return *no;
    Measure after = before;
    after.status = MeasureStatus::under_way;
    after.submitted_by.reset();
    return after;
}

base::Result<Measure> accept(const Measure& before, const Acceptance& acceptance, ProblemGate gate,
                             const base::Actor& actor) {
    if (auto no = why_not(MeasureAct::accept, before, gate, actor)) return *no;
    const auto outcome = acceptance.outcome;
    if (outcome != MeasureStatus::done && outcome != MeasureStatus::long_term)
        return refuse(ErrorKind::invalid, "outcome_is_done_or_long_term", "outcome");
    Measure after = before;
    after.status = outcome;
    if (outcome == MeasureStatus::done) {
        after.percent = 100;
        return after;
    }
    if (auto no = why_not_long_term(acceptance)) return *no;
    after.long_term = acceptance.long_term;
    return after;
}

std::optional<base::Date> following_review(const LongTerm& long_term, base::Date today) {
    if (long_term.review_months == 0) return std::nullopt;
    const auto last = long_term.next_review_on.value_or(today);
    const auto next = base::add_months(last, long_term.review_months);
    return next > today ? next : base::add_months(today, long_term.review_months);
}

base::Result<Measure> send_back(const Measure& before, std::string_view reason, ProblemGate gate,
                                const base::Actor& actor) {
    if (auto no = why_not(MeasureAct::send_back, before, gate, actor)) return *no;
    if (base::chars_in(reason) < base::limits::reason_chars_min)
        return refuse(ErrorKind::invalid, "reason_says_nothing", "reason",
                      {{"accepted", std::to_string(base::limits::reason_chars_min)}});
    Measure after = before;
    after.status = MeasureStatus::sent_back;
    after.submitted_by.reset();
    return after;
}

}  // namespace ledger
