// Calling to account (责任追究): who, or which unit, for which neglect, in what form, by whose
// decision. Restricted: only those cleared for accountability see a record or learn that there is
// one (R67, R55). A record is never changed; one that is wrong is revoked with a reason. Pure.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "ledger/problem.hpp"

namespace supervision {

using AccountabilityId = base::Id<struct AccountabilityTag>;
using base::limits::reason_chars_max;
inline constexpr std::size_t person_chars_max = 100, post_chars_max = 100,
                             decided_by_chars_max = 200, document_chars_max = 100;

/// What it is for, in the order in which a form offers it.
enum class Trigger {
    overdue,
    sent_back,  // more than once in review
    false_evidence,
    recurrence,  // what was rectified came back
    low_score,   // of an evaluation
    low_satisfaction,
    not_valued,  // the four kinds of neglect
    not_earnest,
    not_responsible,
    not_in_place,
};
inline constexpr std::array<Trigger, 10> triggers{
    Trigger::overdue,     Trigger::sent_back,   Trigger::false_evidence,
    Trigger::recurrence,  Trigger::low_score,   Trigger::low_satisfaction,
    Trigger::not_valued,  Trigger::not_earnest, Trigger::not_responsible,
    Trigger::not_in_place};
[[nodiscard]] std::string_view name_of(Trigger trigger);
/// As documents say it: 逾期未完成.
[[nodiscard]] std::string_view words_of(Trigger trigger);
[[nodiscard]] std::optional<Trigger> trigger_of(std::string_view name);

/// From the mildest on.
enum class Form {
    criticism,             // 批评教育
    ordered_examination,   // 责令检查
    reminding_talk,        // 提醒谈话
    interview,             // 约谈
    admonition,            // 诫勉
    circular,              // 通报
    appraisal,             // 纳入考核
    organisational,        // 组织处理
    party_discipline,      // 党纪处分
    government_discipline  // 政务处分
};
inline constexpr std::array<Form, 10> forms{Form::criticism,        Form::ordered_examination,
                                            Form::reminding_talk,   Form::interview,
                                            Form::admonition,       Form::circular,
                                            Form::appraisal,        Form::organisational,
                                            Form::party_discipline, Form::government_discipline};
[[nodiscard]] std::string_view name_of(Form form);
/// 批评教育.
[[nodiscard]] std::string_view words_of(Form form);
[[nodiscard]] std::optional<Form> form_of(std::string_view name);
/// Whether a unit as such can be called to account in this form.
[[nodiscard]] bool suits_units(Form form);
/// Whether it rests on a decision that bears a number.
[[nodiscard]] bool needs_document(Form form);

struct Revocation {
    std::string by, reason;
    base::Instant at;
    bool operator==(const Revocation&) const = default;
};

struct Accountability {
    AccountabilityId id;
    base::ProgrammeId programme;
    std::int64_t number = 0;  // running within the programme, never given again
    std::optional<ledger::ProblemId> problem;
    std::int64_t problem_number = 0;  // read with the row
    std::string problem_text;         // read with the row
    base::UnitId unit;
    std::string unit_name;     // read with the row
    std::string person, post;  // "" : the unit itself
    std::vector<Trigger> triggers;
    Form form = Form::criticism;
    std::int64_t stage = 0;       // of the four ways of discipline (四种形态), 1 to 4; 0: none
    bool double_inquiry = false;  // 一案双查
    std::string facts, decided_by;
    base::Date decided_on;
    std::string document;
    base::AccountId recorded_by;
    std::string recorded_by_name;
    base::Instant recorded_at;
    std::optional<Revocation> revoked;
    std::int64_t version = 1;
    bool operator==(const Accountability&) const = default;
};

/// Why this person is not even told whether there is anything: accountability_is_restricted.
[[nodiscard]] std::optional<base::Error> why_not_see(const base::Actor& actor);
/// Refuses: as why_not_see(), only_reviewers_call_to_account.
[[nodiscard]] std::optional<base::Error> why_not_record(const base::Actor& actor);

/// Refuses, all together as form errors: trigger_missing, form_is_for_persons (args value),
/// decision_document_missing, facts_too_short, decided_by_missing, decided_in_the_future.
[[nodiscard]] base::Result<void> check(const Accountability& wanted, base::Date today);

/// Refuses, in this order: as why_not_record(), accountability_is_revoked, reason_too_short.
[[nodiscard]] base::Result<Accountability> revoke(const Accountability& before,
                                                  std::string_view reason, const base::Actor& actor,
                                                  base::Instant now);

}  // namespace supervision
