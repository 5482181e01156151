#include "inspections/feedback.hpp"

#include <algorithm>

#include "base/names.hpp"
#include "base/text_length.hpp"

namespace inspections {
namespace {

using base::Act;
using base::ErrorKind;
using base::refuse;
using Day = std::optional<base::Date>;
using Faults = std::vector<base::Error>;

constexpr std::array<std::string_view, feedback_kinds.size()> kind_names{
    "comprehensive", "cadre_selection", "ideology", "other"};
constexpr std::array<std::string_view, feedback_states.size()> state_names{
    "registered", "delivered", "signed_for"};
constexpr std::array<std::string_view, feedback_acts.size()> act_names{
    "edit",         "deliver",          "take_back",  "sign",
    "note_receipt", "note_declaration", "set_copies", "answer"};
constexpr std::array<std::string_view, 5> copy_role_names{
    "leader_in_charge", "competent_department", "discipline", "organisation", "other"};

bool is_principal_of(const Feedback& feedback, const base::Actor& actor) {
    return actor.seat == base::Seat::principal && actor.unit == feedback.unit;
}

std::optional<base::Error> not_for_them(FeedbackAct act, const Feedback& feedback,
                                        const base::Actor& actor) {
    if (act == FeedbackAct::sign) {
        if (is_principal_of(feedback, actor)) return std::nullopt;
        return refuse(ErrorKind::forbidden, "only_the_principal_signs_for_feedback");
    }
    if (act == FeedbackAct::answer) {
        if (actor.may(Act::edit_ledger)) return std::nullopt;
        return refuse(ErrorKind::forbidden, "only_the_office_answers_sentences");
    }
    return why_not_register(actor);
}

void check_day(Faults& faults, std::string_view field, Day day, base::Date today) {
    if (day && *day > today)
        faults.push_back(
            refuse(ErrorKind::invalid, "feedback_day_in_the_future", field,
                   {{"value", base::to_text(*day)}, {"accepted", base::to_text(today)}}));
}

/// `day` must not lie before `earliest`.
void check_order(Faults& faults, std::string_view code, std::string_view field, Day earliest,
                 Day day) {
    if (earliest && day && *day < *earliest)
        faults.push_back(
            refuse(ErrorKind::invalid, code, field,
                   {{"value", base::to_text(*day)}, {"accepted", base::to_text(*earliest)}}));
}

base::Result<void> refuse_all(Faults faults) {
    if (auto fault = base::together(std::move(faults))) return *fault;
    return {};
}

std::optional<base::Error> why_no_reason(std::string_view reason) {
    return base::why_too_short(base::trim(reason), "reason_too_short", "reason");
}

Feedback moved_on(Feedback after) {
    ++after.version;
    return after;
}

}  // namespace

std::string_view name_of(FeedbackKind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}
std::optional<FeedbackKind> feedback_kind_of(std::string_view name) {
    return base::named<FeedbackKind>(kind_names, name);
}
std::string_view name_of(FeedbackState state) {
    return state_names[static_cast<std::size_t>(state)];
}
std::optional<FeedbackState> feedback_state_of(std::string_view name) {
    return base::named<FeedbackState>(state_names, name);
}
std::string_view name_of(FeedbackAct act) {
    return act_names[static_cast<std::size_t>(act)];
}
std::string_view name_of(CopyRole role) {
    return copy_role_names[static_cast<std::size_t>(role)];
}
std::optional<CopyRole> copy_role_of(std::string_view name) {
    return base::named<CopyRole>(copy_role_names, name);
}

std::optional<base::Error> why_not_register(const base::Actor& actor) {
    if (actor.may(Act::register_inspections)) return std::nullopt;
    return refuse(ErrorKind::forbidden, "only_registrars_keep_feedback");
}

std::optional<base::Error> why_not(FeedbackAct act, const Feedback& feedback,
                                   const base::Actor& actor) {
    if (auto no = not_for_them(act, feedback, actor)) return no;
    const bool of_delivered = act == FeedbackAct::take_back || act == FeedbackAct::sign ||
                              act == FeedbackAct::note_receipt ||
                              act == FeedbackAct::note_declaration;
    if (act == FeedbackAct::deliver && feedback.state != FeedbackState::registered)
        return refuse(ErrorKind::illegal_transition, "feedback_is_delivered");
    if (of_delivered && feedback.state == FeedbackState::registered)
        return refuse(ErrorKind::illegal_transition, "feedback_is_not_delivered");
    if (of_delivered && act != FeedbackAct::note_declaration &&
        feedback.state == FeedbackState::signed_for)
        return refuse(ErrorKind::illegal_transition, "feedback_is_signed_for");
    return std::nullopt;
}

base::Result<void> check(const Paper& paper, base::Date today) {
    Faults faults;
    check_day(faults, "document_on", paper.document_on, today);
    return refuse_all(std::move(faults));
}

base::Result<Feedback> edit(const Feedback& before, const Paper& paper, std::string_view reason,
                            const base::Actor& actor, base::Date today) {
    if (auto no = why_not(FeedbackAct::edit, before, actor)) return *no;
    if (paper == before.paper) return before;
    if (auto good = check(paper, today); !good) return good.error();
    if (before.state != FeedbackState::registered)
        if (auto no = why_no_reason(reason)) return *no;
    Feedback after = before;
    after.paper = paper;
    return moved_on(std::move(after));
}

base::Result<Feedback> file_paper(const Feedback& before, const FiledPaper& filed,
                                  std::string_view reason, const base::Actor& actor) {
    if (auto no = why_not(FeedbackAct::edit, before, actor)) return *no;
    const auto& there = before.filed;
    if (there && there->name == filed.name && there->file.digest == filed.file.digest)
        return before;
    if (before.state != FeedbackState::registered)
        if (auto no = why_no_reason(reason)) return *no;
    Feedback after = before;
    after.filed = filed;
    return moved_on(std::move(after));
}

base::Result<Feedback> deliver(const Feedback& before, const Delivery& delivery,
                               const base::Actor& actor, base::Date today) {
    if (auto no = why_not(FeedbackAct::deliver, before, actor)) return *no;
    Faults faults;
    check_day(faults, "delivered_on", delivery.delivered_on, today);
    check_day(faults, "principal_told_on", delivery.principal_told_on, today);
    check_day(faults, "team_told_on", delivery.team_told_on, today);
    check_order(faults, "delivered_too_early", "delivered_on", before.paper.document_on,
                delivery.delivered_on);
    check_order(faults, "team_told_before_principal", "team_told_on", delivery.principal_told_on,
                delivery.team_told_on);
    if (auto good = refuse_all(std::move(faults)); !good) return good.error();
    Feedback after = before;
    after.delivery = delivery;
    after.state = FeedbackState::delivered;
    return moved_on(std::move(after));
}

base::Result<Feedback> take_back(const Feedback& before, std::string_view reason,
                                 const base::Actor& actor) {
    if (auto no = why_not(FeedbackAct::take_back, before, actor)) return *no;
    if (auto no = why_no_reason(reason)) return *no;
    Feedback after = before;
    after.delivery.reset();
    after.state = FeedbackState::registered;
    return moved_on(std::move(after));
}

base::Result<Feedback> sign(const Feedback& before, const base::Actor& actor, base::Date today) {
    if (auto no = why_not(FeedbackAct::sign, before, actor)) return *no;
    Feedback after = before;
    after.receipt = Receipt{actor.name, today, false};
    after.state = FeedbackState::signed_for;
    return moved_on(std::move(after));
}

base::Result<Feedback> note_receipt(const Feedback& before, const Receipt& receipt,
                                    const base::Actor& actor, base::Date today) {
    if (auto no = why_not(FeedbackAct::note_receipt, before, actor)) return *no;
    Faults faults;
    check_day(faults, "on", receipt.on, today);
    check_order(faults, "received_before_delivery", "on", before.delivery->delivered_on,
                receipt.on);
    if (auto good = refuse_all(std::move(faults)); !good) return good.error();
    Feedback after = before;
    after.receipt = receipt;
    after.receipt->on_paper = true;
    after.state = FeedbackState::signed_for;
    return moved_on(std::move(after));
}

base::Result<Feedback> note_declaration(const Feedback& before, const Declaration& declaration,
                                        const base::Actor& actor, base::Date today) {
    if (auto no = why_not(FeedbackAct::note_declaration, before, actor)) return *no;
    Faults faults;
    check_day(faults, "on", declaration.on, today);
    if (declaration.text.empty() && declaration.promises.empty())
        faults.push_back(refuse(ErrorKind::invalid, "declaration_says_nothing", "text"));
    if (auto good = refuse_all(std::move(faults)); !good) return good.error();
    if (declaration == before.declaration) return before;
    Feedback after = before;
    after.declaration = declaration;
    return moved_on(std::move(after));
}

base::Result<Feedback> set_copies(const Feedback& before, const std::vector<Copy>& copies,
                                  const base::Actor& actor, base::Date today) {
    if (auto no = why_not(FeedbackAct::set_copies, before, actor)) return *no;
    Faults faults;
    for (const auto& copy : copies) {
        check_day(faults, "copies", copy.told_on, today);
        check_day(faults, "copies", copy.received_on, today);
        if (copy.received_by.empty() == copy.received_on.has_value())
            faults.push_back(refuse(ErrorKind::invalid, "copy_received_by_nobody", "copies",
                                    {{"value", copy.name}}));
    }
    if (auto good = refuse_all(std::move(faults)); !good) return good.error();
    if (copies == before.copies) return before;
    Feedback after = before;
    after.copies = copies;
    return moved_on(std::move(after));
}

std::vector<base::UnitId> newly_told(const Feedback& before, const Feedback& after) {
    std::vector<base::UnitId> units;
    for (const auto& copy : after.copies) {
        const auto same = [&](const Copy& one) { return one.unit == copy.unit && one.told_on; };
        if (copy.unit && copy.told_on &&
            std::none_of(before.copies.begin(), before.copies.end(), same))
            units.push_back(*copy.unit);
    }
    return units;
}

}  // namespace inspections
