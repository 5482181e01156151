#include "supervision/accountability.hpp"

#include "base/names.hpp"
#include "base/text_length.hpp"

namespace supervision {
namespace {

using base::ErrorKind;
using base::refuse;
using base::why_too_short;

constexpr std::array<std::string_view, triggers.size()> trigger_names{
    "overdue",          "sent_back",  "false_evidence", "recurrence",      "low_score",
    "low_satisfaction", "not_valued", "not_earnest",    "not_responsible", "not_in_place"};
constexpr std::array<std::string_view, forms.size()> form_names{
    "criticism",        "ordered_examination",
    "reminding_talk",   "interview",
    "admonition",       "circular",
    "appraisal",        "organisational",
    "party_discipline", "government_discipline"};

}  // namespace

std::string_view name_of(Trigger trigger) {
    return trigger_names[static_cast<std::size_t>(trigger)];
}
std::optional<Trigger> trigger_of(std::string_view name) {
    return base::named<Trigger>(trigger_names, name);
}
std::string_view name_of(Form form) {
    return form_names[static_cast<std::size_t>(form)];
}
std::string_view words_of(Form form) {
    constexpr std::array<std::string_view, forms.size()> words{
        "批评教育", "责令检查", "提醒谈话", "约谈",     "诫勉",
        "通报",     "纳入考核", "组织处理", "党纪处分", "政务处分"};
    return words[static_cast<std::size_t>(form)];
}

std::string_view words_of(Trigger trigger) {
    constexpr std::array<std::string_view, triggers.size()> words{
        "逾期未完成",   "审核多次退回", "佐证材料弄虚作假", "整改后反弹", "评估得分低",
        "群众满意度低", "不重视",       "不认真",           "不负责",     "整改不到位"};
    return words[static_cast<std::size_t>(trigger)];
}

std::optional<Form> form_of(std::string_view name) {
    return base::named<Form>(form_names, name);
}

bool suits_units(Form form) {
    return form == Form::ordered_examination || form == Form::interview || form == Form::circular ||
           form == Form::appraisal;
}
bool needs_document(Form form) {
    return form == Form::circular || form >= Form::organisational;
}

std::optional<base::Error> why_not_see(const base::Actor& actor) {
    if (actor.may(base::Act::read_ledger) &&
        actor.scope.clears(base::Guards{base::Guard::accountability}))
        return std::nullopt;
    return refuse(ErrorKind::forbidden, "accountability_is_restricted");
}

std::optional<base::Error> why_not_record(const base::Actor& actor) {
    if (auto no = why_not_see(actor)) return no;
    if (!actor.may(base::Act::review))
        return refuse(ErrorKind::forbidden, "only_reviewers_call_to_account");
    return std::nullopt;
}

base::Result<void> check(const Accountability& wanted, base::Date today) {
    std::vector<base::Error> faults;
    if (wanted.triggers.empty())
        faults.push_back(refuse(ErrorKind::invalid, "trigger_missing", "triggers"));
    if (wanted.person.empty() && !suits_units(wanted.form))
        faults.push_back(refuse(ErrorKind::invalid, "form_is_for_persons", "person",
                                {{"value", std::string(name_of(wanted.form))}}));
    if (wanted.document.empty() && needs_document(wanted.form))
        faults.push_back(refuse(ErrorKind::invalid, "decision_document_missing", "document"));
    if (auto fault = why_too_short(wanted.facts, "facts_too_short", "facts"))
        faults.push_back(std::move(*fault));
    if (wanted.decided_by.empty())
        faults.push_back(refuse(ErrorKind::invalid, "decided_by_missing", "decided_by"));
    if (wanted.decided_on > today)
        faults.push_back(refuse(
            ErrorKind::invalid, "decided_in_the_future", "decided_on",
            {{"value", base::to_text(wanted.decided_on)}, {"accepted", base::to_text(today)}}));
    if (const auto fault = base::together(std::move(faults))) return *fault;
    return {};
}

base::Result<Accountability> revoke(const Accountability& before, std::string_view reason,
                                    const base::Actor& actor, base::Instant now) {
    if (const auto no = why_not_record(actor)) return *no;
    if (before.revoked && before.revoked->by == actor.name && before.revoked->reason == reason)
        return before;  // Said twice.
    if (before.revoked) return refuse(ErrorKind::illegal_transition, "accountability_is_revoked");
    if (const auto no = why_too_short(reason, "reason_too_short", "reason")) return *no;
    auto after = before;
    after.revoked = Revocation{actor.name, std::string(reason), now};
    ++after.version;
    return after;
}

}  // namespace supervision
