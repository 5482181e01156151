#include "ledger/notice.hpp"

#include <algorithm>

#include "base/names.hpp"
#include "base/utf8.hpp"

namespace ledger {
namespace {

using base::Act;
using base::ErrorKind;
using base::refuse;
using Refusal = std::optional<base::Error>;

constexpr std::array<std::string_view, 6> state_names{"proposed", "issued", "signed_for",
                                                      "answered", "closed", "dismissed"};
constexpr std::array<std::string_view, 7> act_names{"edit",   "issue",     "dismiss", "sign",
                                                    "answer", "send_back", "close"};

Refusal illegal(std::string_view code) {
    return refuse(ErrorKind::illegal_transition, code);
}

Refusal not_in_force(const Notice& notice) {
    if (notice.state == NoticeState::proposed || notice.state == NoticeState::dismissed)
        return illegal("notice_is_not_in_force");
    if (notice.state == NoticeState::closed) return illegal("notice_is_closed");
    return std::nullopt;
}

Refusal why_not_decide(const Notice& notice, const base::Actor& actor) {
    if (!actor.may(Act::edit_ledger))
        return refuse(ErrorKind::forbidden, "only_the_office_issues_notices");
    if (notice.state != NoticeState::proposed) return illegal("notice_is_decided");
    return std::nullopt;
}

Refusal why_not_as_unit(NoticeAct act, const Notice& notice, const base::Actor& actor) {
    const bool answers = actor.may(Act::report_progress) || actor.may(Act::claim_problem);
    if (actor.may(Act::edit_ledger) || !answers)
        return refuse(ErrorKind::forbidden, "only_the_addressed_unit_answers");
    if (auto no = not_in_force(notice)) return no;
    if (act == NoticeAct::sign) {
        if (notice.state != NoticeState::issued) return illegal("notice_is_signed_for");
        if (is_at_once(notice) && actor.seat != base::Seat::principal)
            return refuse(ErrorKind::forbidden, "only_the_principal_signs_for_it");
        return std::nullopt;
    }
    if (notice.state == NoticeState::issued) return illegal("sign_for_the_notice_first");
    return notice.state == NoticeState::answered ? illegal("notice_is_answered") : std::nullopt;
}

Refusal why_not_conclude(NoticeAct act, const Notice& notice, const base::Actor& actor) {
    if (!actor.may(Act::edit_ledger))
        return refuse(ErrorKind::forbidden, "only_the_office_closes_notices");
    if (auto no = not_in_force(notice)) return no;
    if (act == NoticeAct::send_back && notice.state != NoticeState::answered)
        return illegal("notice_is_not_answered");
    return std::nullopt;
}

Refusal too_short(std::string_view text, std::string_view code, std::string_view field) {
    if (base::chars_in(text) >= base::limits::reason_chars_min) return std::nullopt;
    return refuse(ErrorKind::invalid, code, field,
                  {{"accepted", std::to_string(base::limits::reason_chars_min)}});
}

Refusal form_fault(const NoticeTexts& texts, base::Date today) {
    std::vector<base::Error> faults;
    if (texts.basis.empty())
        faults.push_back(refuse(ErrorKind::invalid, "notice_text_missing", "basis"));
    if (texts.requirement.empty())
        faults.push_back(refuse(ErrorKind::invalid, "notice_text_missing", "requirement"));
    if (!texts.reply_by || *texts.reply_by <= today)
        faults.push_back(
            refuse(ErrorKind::invalid, "reply_by_is_over", "reply_by",
                   {{"value", texts.reply_by ? base::to_text(*texts.reply_by) : std::string()},
                    {"accepted", base::to_text(base::add_days(today, 1))}}));
    return base::together(std::move(faults));
}

Refusal no_rows(const Notice& notice) {
    if (is_at_once(notice)) return why_no_matter(notice.texts.matter);
    if (!notice.items.empty()) return std::nullopt;
    return refuse(ErrorKind::invalid, "notice_has_no_rows", "measure_ids");
}

struct Step {
    NoticeAct act;
    NoticeState into;
    std::string_view text;
};
Notice stepped(const Notice& before, const Step& step, const base::Actor& actor,
               base::Instant now) {
    Notice after = before;
    after.state = step.into;
    after.steps.push_back({step.act, now, actor.id, actor.name, std::string(step.text)});
    ++after.version;
    return after;
}

}  // namespace

std::string_view name_of(NoticeState state) {
    return state_names[static_cast<std::size_t>(state)];
}
std::optional<NoticeState> notice_state_of(std::string_view name) {
    return base::named<NoticeState>(state_names, name);
}
std::string_view name_of(NoticeAct act) {
    return act_names[static_cast<std::size_t>(act)];
}
std::optional<NoticeAct> notice_act_of(std::string_view name) {
    return base::named<NoticeAct>(act_names, name);
}

bool is_at_once(const Notice& notice) {
    return notice.kind == at_once_kind().name && notice.items.empty();
}

std::optional<base::Error> why_no_matter(std::string_view matter) {
    return too_short(matter, "notice_matter_missing", "matter");
}

std::optional<base::Error> why_not(NoticeAct act, const Notice& notice, const base::Actor& actor) {
    switch (act) {
        case NoticeAct::edit:
        case NoticeAct::issue:
        case NoticeAct::dismiss: return why_not_decide(notice, actor);
        case NoticeAct::sign:
        case NoticeAct::answer: return why_not_as_unit(act, notice, actor);
        case NoticeAct::send_back:
        case NoticeAct::close: return why_not_conclude(act, notice, actor);
    }
    return std::nullopt;
}

base::Result<Notice> edit(const Notice& before, const NoticeTexts& texts,
                          const std::vector<MeasureId>& measures, const base::Actor& actor) {
    if (auto no = why_not(NoticeAct::edit, before, actor)) return *no;
    Notice after = before;
    after.texts = texts;
    std::erase_if(after.items, [&](const NoticeItem& item) {
        return std::find(measures.begin(), measures.end(), item.measure) == measures.end();
    });
    if (auto no = no_rows(after)) return *no;
    if (after != before) ++after.version;
    return after;
}

base::Result<Notice> issue(const Notice& before, const NoticeNumber& number,
                           const base::Actor& actor, base::Instant now) {
    if (auto no = why_not(NoticeAct::issue, before, actor)) return *no;
    if (auto no = no_rows(before)) return *no;
    if (auto fault = form_fault(before.texts, base::date_of(now))) return *fault;
    auto after = stepped(before, {NoticeAct::issue, NoticeState::issued, {}}, actor, now);
    after.number = number.number;
    after.mark = number.mark;
    return after;
}

base::Result<Notice> dismiss(const Notice& before, std::string_view reason,
                             const base::Actor& actor, base::Instant now) {
    if (auto no = why_not(NoticeAct::dismiss, before, actor)) return *no;
    if (auto no = too_short(reason, "reason_too_short", "reason")) return *no;
    return stepped(before, {NoticeAct::dismiss, NoticeState::dismissed, reason}, actor, now);
}

base::Result<Notice> sign(const Notice& before, const base::Actor& actor, base::Instant now) {
    if (auto no = why_not(NoticeAct::sign, before, actor)) return *no;
    return stepped(before, {NoticeAct::sign, NoticeState::signed_for, {}}, actor, now);
}

base::Result<Notice> answer(const Notice& before, std::string_view text, const base::Actor& actor,
                            base::Instant now) {
    if (auto no = why_not(NoticeAct::answer, before, actor)) return *no;
    if (auto no = too_short(text, "answer_too_short", "text")) return *no;
    return stepped(before, {NoticeAct::answer, NoticeState::answered, text}, actor, now);
}

base::Result<Notice> send_back(const Notice& before, std::string_view reason,
                               const base::Actor& actor, base::Instant now) {
    if (auto no = why_not(NoticeAct::send_back, before, actor)) return *no;
    if (auto no = too_short(reason, "reason_too_short", "reason")) return *no;
    return stepped(before, {NoticeAct::send_back, NoticeState::signed_for, reason}, actor, now);
}

base::Result<Notice> close(const Notice& before, bool helped, std::string_view note,
                           const base::Actor& actor, base::Instant now) {
    if (auto no = why_not(NoticeAct::close, before, actor)) return *no;
    if (before.state != NoticeState::answered)
        if (auto no = too_short(note, "reason_too_short", "note")) return *no;
    auto after = stepped(before, {NoticeAct::close, NoticeState::closed, note}, actor, now);
    after.helped = helped;
    return after;
}

base::UnitId addressee_of(const Responsibility& responsibility, base::UnitId inspected) {
    for (const auto role : {HolderRole::responsible_unit, HolderRole::lead_unit})
        for (const auto& holder : responsibility)
            if (holder.role == role && holder.unit) return *holder.unit;
    return inspected;
}

std::string responsible_in(const Responsibility& responsibility) {
    std::vector<std::string_view> names;
    for (const auto role :
         {HolderRole::lead_leader, HolderRole::responsible_leader, HolderRole::handler})
        for (const auto& holder : responsibility)
            if (holder.role == role &&
                std::find(names.begin(), names.end(), holder.name) == names.end())
                names.push_back(holder.name);
    std::string all;
    for (const auto name : names) (all += all.empty() ? "" : "、") += name;
    return all;
}

std::string default_basis(const std::string& programme_title) {
    constexpr std::string_view doubled = "整改";  // 财政局巡察整改 has 整改方案, not 整改整改方案
    const auto whose = programme_title.ends_with(doubled)
                           ? programme_title.substr(0, programme_title.size() - doubled.size())
                           : programme_title;
    return whose + "整改方案和整改台账确定的责任、措施和完成时限。";
}

std::string default_basis_at_once(const Programme& programme) {
    return programme.inspection.inspecting_body + "在巡视巡察中发现的问题。";
}

std::optional<int> days_to_reply(const Notice& notice, base::Date today) {
    const bool waits =
        notice.state == NoticeState::issued || notice.state == NoticeState::signed_for;
    if (!waits || !notice.texts.reply_by) return std::nullopt;
    return base::days_between(today, *notice.texts.reply_by);
}

}  // namespace ledger
