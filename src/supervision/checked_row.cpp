#include "supervision/checked_row.hpp"

#include <algorithm>

#include "base/names.hpp"
#include "base/text_length.hpp"
#include "supervision/accountability.hpp"

namespace supervision {
namespace {

using base::Act;
using base::ErrorKind;
using base::refuse;
using Refusal = std::optional<base::Error>;

constexpr std::array<std::string_view, 3> answer_names{"yes", "no", "not_applicable"};
constexpr std::array<std::string_view, check_results.size()> result_names{"genuine", "partly",
                                                                          "paper", "unrectified"};
constexpr std::array<std::string_view, consequence_kinds.size()> consequence_names{
    "sent_back", "supplement", "successor", "task", "notice", "accountability"};

/// Which kinds a row of the ledger can come to, as it stands now.
bool fits(ConsequenceKind kind, const CheckedSubject& subject) {
    const bool is_measure = subject.kind == RowKind::measure;
    switch (kind) {
        case ConsequenceKind::sent_back: return is_measure;
        case ConsequenceKind::supplement:
            return is_measure && subject.measure_status == ledger::MeasureStatus::done;
        case ConsequenceKind::successor: return !is_measure;
        default: return true;
    }
}

Refusal why_not_by_the_ledger(ConsequenceKind kind, const CheckedSubject& subject,
                              const base::Actor& actor) {
    const auto gate = ledger::gate_of(subject.problem_status);
    ledger::Measure measure;
    measure.status = subject.measure_status;
    measure.submitted_by = subject.submitted_by;
    ledger::Problem problem;
    problem.status = subject.problem_status;
    switch (kind) {
        case ConsequenceKind::sent_back:
            return why_not(ledger::MeasureAct::send_back, measure, gate, actor);
        case ConsequenceKind::successor:
            return why_not(ledger::ProblemAct::open_successor, problem, {}, actor);
        case ConsequenceKind::supplement:
            if (gate == ledger::ProblemGate::closed)
                return refuse(ErrorKind::illegal_transition, "problem_is_closed_to_changes");
            [[fallthrough]];
        case ConsequenceKind::task:
            if (!actor.may(Act::edit_ledger))
                return refuse(ErrorKind::forbidden, "only_the_office_edits");
            return std::nullopt;
        case ConsequenceKind::notice:
            if (!actor.may(Act::edit_ledger))
                return refuse(ErrorKind::forbidden, "only_the_office_issues_notices");
            return std::nullopt;
        case ConsequenceKind::accountability: return why_not_see(actor);
    }
    return std::nullopt;
}

bool may_stand_twice(ConsequenceKind kind) {
    return kind == ConsequenceKind::task || kind == ConsequenceKind::accountability;
}

base::Error of_kind(ErrorKind error, std::string_view code, ConsequenceKind kind) {
    return refuse(error, code, "kind", {{"value", std::string(name_of(kind))}});
}

std::vector<base::Error> answers_wrong(const RowForm& form, const Check& check) {
    std::vector<base::Error> faults;
    const auto& items = check.terms.items;
    const auto& answers = form.answers;
    if (answers.size() != items.size())
        faults.push_back(refuse(ErrorKind::invalid, "items_unanswered", "answers",
                                {{"value", std::to_string(answers.size())},
                                 {"accepted", std::to_string(items.size())}}));
    const auto unexplained = std::find_if(
        answers.begin(), answers.end(),
        [](const ItemAnswer& one) { return one.answer == Answer::no && one.remark.empty(); });
    if (unexplained != answers.end() && answers.size() == items.size())
        faults.push_back(
            refuse(ErrorKind::invalid, "no_needs_a_remark", "answers",
                   {{"value", items[static_cast<std::size_t>(unexplained - answers.begin())]}}));
    return faults;
}

base::Result<void> check_form(const RowForm& form, const Check& check) {
    auto faults = answers_wrong(form, check);
    const bool any_no = std::any_of(form.answers.begin(), form.answers.end(),
                                    [](const ItemAnswer& one) { return one.answer == Answer::no; });
    if (form.result == CheckResult::genuine && any_no)
        faults.push_back(refuse(ErrorKind::invalid, "genuine_contradicts_an_answer", "result"));
    if (form.result != CheckResult::genuine)
        if (auto fault = base::why_too_short(form.finding, "finding_too_short", "finding"))
            faults.push_back(std::move(*fault));
    if (const auto fault = base::together(std::move(faults))) return *fault;
    return {};
}

}  // namespace

std::string_view name_of(Answer answer) {
    return answer_names[static_cast<std::size_t>(answer)];
}
std::optional<Answer> answer_of(std::string_view name) {
    return base::named<Answer>(answer_names, name);
}
std::string_view name_of(CheckResult result) {
    return result_names[static_cast<std::size_t>(result)];
}
std::optional<CheckResult> check_result_of(std::string_view name) {
    return base::named<CheckResult>(result_names, name);
}
std::string_view name_of(ConsequenceKind kind) {
    return consequence_names[static_cast<std::size_t>(kind)];
}
std::optional<ConsequenceKind> consequence_kind_of(std::string_view name) {
    return base::named<ConsequenceKind>(consequence_names, name);
}

base::Result<CheckedRow> fill_in(const CheckedRow& before, const RowForm& form, const Check& check,
                                 const base::Actor& actor, base::Instant now) {
    if (const auto no = why_not(CheckAct::fill_in, check, actor)) return *no;
    const auto& led_to = before.consequences;
    if (std::any_of(led_to.begin(), led_to.end(), [](const Consequence& one) {
            return one.kind != ConsequenceKind::accountability;
        }))
        return refuse(ErrorKind::illegal_transition, "finding_has_consequences");
    if (const auto fine = check_form(form, check); !fine) return fine.error();
    auto after = before;
    after.form = form;
    if (form.result == CheckResult::genuine) after.form->finding.clear();
    after.filled_by = actor.name;
    after.filled_at = now;
    ++after.version;
    return after;
}

std::optional<base::Error> why_not(ConsequenceKind kind, const CheckedRow& row, const Check& check,
                                   const base::Actor& actor) {
    if (auto no = why_not(CheckAct::decide, check, actor)) return no;
    if (!row.is_finding()) return refuse(ErrorKind::illegal_transition, "row_has_no_finding");
    if (!fits(kind, row.subject))
        return of_kind(ErrorKind::invalid, "consequence_does_not_fit", kind);
    const bool there = std::any_of(row.consequences.begin(), row.consequences.end(),
                                   [&](const Consequence& one) { return one.kind == kind; });
    if (there && !may_stand_twice(kind))
        return of_kind(ErrorKind::illegal_transition, "consequence_is_there", kind);
    return why_not_by_the_ledger(kind, row.subject, actor);
}

}  // namespace supervision
