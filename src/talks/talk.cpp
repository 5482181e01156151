#include "talks/talk.hpp"

#include <algorithm>

#include "base/names.hpp"
#include "base/text_length.hpp"

namespace talks {
namespace {

using base::ErrorKind;
using base::refuse;
using Refusal = std::optional<base::Error>;

constexpr std::array<std::string_view, 6> state_names{"asked",    "proposed", "agreed",
                                                      "recorded", "done",     "cancelled"};
constexpr std::array<std::string_view, 3> form_names{"face_to_face", "remote", "several"};
constexpr std::array<std::string_view, 3> form_words{"一对一面对面", "电话或视频", "集体谈话"};
constexpr std::array<std::string_view, 2> side_names{"member", "other"};
constexpr std::array<std::string_view, 6> act_names{"propose", "confirm", "cancel",
                                                    "record",  "sign",    "sign_on_paper"};
constexpr std::array<std::string_view, 5> wait_names{"nothing", "appoint", "confirm", "record",
                                                     "sign"};

Refusal illegal(std::string_view code) {
    return refuse(ErrorKind::illegal_transition, code);
}

Refusal not_for_them(TalkAct act, const TalkStanding& standing) {
    if (act == TalkAct::sign_on_paper) {
        if (standing.keeper) return std::nullopt;
        return refuse(ErrorKind::forbidden, "only_the_keeper_notes_signatures");
    }
    const bool arranges = act == TalkAct::propose || act == TalkAct::cancel;
    if (standing.own || (arranges && standing.keeper)) return std::nullopt;
    return refuse(ErrorKind::forbidden, "talk_is_not_yours");
}

Refusal not_in_this_state(TalkAct act, TalkState state) {
    const bool signs = act == TalkAct::sign || act == TalkAct::sign_on_paper;
    if (state == TalkState::cancelled) return illegal("talk_is_cancelled");
    if (state == TalkState::done) return illegal("talk_is_done");
    if (state == TalkState::recorded)
        return signs || act == TalkAct::record ? std::nullopt : illegal("talk_is_recorded");
    if (signs) return illegal("talk_is_not_recorded");
    if (act == TalkAct::confirm && state == TalkState::asked) return illegal("talk_has_no_day");
    return std::nullopt;
}

bool anybody_left(const TalkPlace& place) {
    return std::any_of(place.persons.begin(), place.persons.end(),
                       [](const TalkPerson& one) { return one.has_left; });
}

Refusal fault(std::string_view code, std::string_view field, std::string value = {},
              std::string accepted = {}) {
    auto error = refuse(ErrorKind::invalid, code, field);
    if (!value.empty()) error.args.emplace_back("value", std::move(value));
    if (!accepted.empty()) error.args.emplace_back("accepted", std::move(accepted));
    return error;
}

Refusal day_fault(const Appointment& wanted, const TalkPlace& place, base::Date today) {
    if (!wanted.held_on) return fault("talk_needs_a_day", "held_on");
    const auto day = base::to_text(*wanted.held_on);
    if (*wanted.held_on < today)
        return fault("talk_day_is_over", "held_on", day, base::to_text(today));
    if (*wanted.held_on > place.meeting_on)
        return fault("talk_after_the_meeting", "held_on", day, base::to_text(place.meeting_on));
    return std::nullopt;
}

base::Result<void> together(std::vector<Refusal> maybe) {
    std::vector<base::Error> faults;
    for (auto& one : maybe)
        if (one) faults.push_back(std::move(*one));
    if (auto all = base::together(std::move(faults))) return *all;
    return {};
}

Refusal place_fault(const Appointment& one) {
    return base::trim(one.place).empty() ? fault("talk_needs_a_place", "place") : std::nullopt;
}

bool says_something(const TalkRecord& record) {
    return !record.own.empty() || !record.others.empty() || !record.work.empty() ||
           !record.thought.empty();
}

Refusal held_fault(const Appointment& held, base::Date today) {
    if (!held.held_on) return fault("talk_needs_a_day", "held_on");
    if (*held.held_on > today)
        return fault("day_in_the_future", "held_on", base::to_text(*held.held_on),
                     base::to_text(today));
    return std::nullopt;
}

Talk signed_by(const Talk& before, Side side, const TalkSignature& signature) {
    Talk after = before;
    after.side(side).signature = signature;
    if (after.side(opposite(side)).signature) after.state = TalkState::done;
    ++after.version;
    return after;
}

bool has_any(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](auto word) { return text.find(word) != text.npos; });
}

/// Praise with no word of what is wrong.
bool praises(std::string_view text) {
    return has_any(text, {"工作扎实", "成绩突出", "表现优秀", "值得学习", "值得肯定", "很好",
                          "能力强", "作风过硬", "认真负责"}) &&
           !has_any(text, {"不够", "不足", "不强", "不深", "不严", "不到位", "不及时", "偏", "少",
                           "缺", "问题", "但", "没有", "欠"});
}

bool speaks_of_feedback(const TalkRecord& record) {
    std::string all = record.theme + record.own + record.work + record.thought +
                      record.suggestions + record.commitments;
    for (const auto& one : record.others) all += one;
    return has_any(all, {"巡视", "巡察", "反馈", "整改"});
}

}  // namespace

std::string_view name_of(TalkState state) {
    return state_names[static_cast<std::size_t>(state)];
}
std::optional<TalkState> talk_state_of(std::string_view name) {
    return base::named<TalkState>(state_names, name);
}
std::string_view name_of(TalkForm form) {
    return form_names[static_cast<std::size_t>(form)];
}
std::optional<TalkForm> talk_form_of(std::string_view name) {
    return base::named<TalkForm>(form_names, name);
}
std::string_view words_of(TalkForm form) {
    return form_words[static_cast<std::size_t>(form)];
}
std::string_view name_of(Side side) {
    return side_names[static_cast<std::size_t>(side)];
}
std::optional<Side> side_of(std::string_view name) {
    return base::named<Side>(side_names, name);
}
std::string_view name_of(TalkAct act) {
    return act_names[static_cast<std::size_t>(act)];
}
std::optional<TalkAct> talk_act_of(std::string_view name) {
    return base::named<TalkAct>(act_names, name);
}
std::string_view name_of(TalkWait wait) {
    return wait_names[static_cast<std::size_t>(wait)];
}

std::optional<base::Error> why_not(TalkAct act, const Talk& talk, const TalkPlace& place,
                                   const TalkStanding& standing) {
    if (auto no = not_for_them(act, standing)) return no;
    if (place.over) return illegal("talks_are_over");
    if (auto no = not_in_this_state(act, talk.state)) return no;
    if (act == TalkAct::confirm && talk.side(*standing.own).confirmed)
        return illegal("talk_is_confirmed_already");
    if (act == TalkAct::sign && talk.side(*standing.own).signature)
        return illegal("talk_is_signed_already");
    if ((act == TalkAct::propose || act == TalkAct::confirm) && anybody_left(place))
        return illegal("talk_partner_has_left");
    return std::nullopt;
}

base::Result<void> check_form(TalkForm form, const TalkPlace& place) {
    if (!place.required || form == TalkForm::face_to_face) return {};
    return *fault(form == TalkForm::several ? "required_talks_are_one_to_one"
                                            : "required_talks_are_face_to_face",
                  "form");
}

base::Result<Talk> propose(const Talk& before, const TalkPlace& place, const TalkStanding& standing,
                           const Appointment& appointment, base::Date today) {
    if (auto no = why_not(TalkAct::propose, before, place, standing)) return *no;
    Refusal time;
    if (!base::is_time_of_day(appointment.begins_at))
        time = fault("time_of_day_expected", "begins_at", appointment.begins_at);
    auto good = together({day_fault(appointment, place, today), time, place_fault(appointment)});
    if (good) good = check_form(appointment.form, place);
    if (!good) return good.error();
    Talk after = before;
    after.appointment = appointment;
    bool all = true;
    for (const auto side : sides) {
        const bool agreed = standing.own == side || !place.person(side).has_account;
        after.side(side).confirmed = agreed;
        all = all && agreed;
    }
    after.state = all ? TalkState::agreed : TalkState::proposed;
    ++after.sequence;
    ++after.version;
    return after;
}

base::Result<Talk> confirm(const Talk& before, const TalkPlace& place,
                           const TalkStanding& standing) {
    if (auto no = why_not(TalkAct::confirm, before, place, standing)) return *no;
    Talk after = before;
    after.side(*standing.own).confirmed = true;
    if (after.side(opposite(*standing.own)).confirmed) after.state = TalkState::agreed;
    ++after.version;
    return after;
}

base::Result<Talk> cancel(const Talk& before, const TalkPlace& place, const TalkStanding& standing,
                          std::string_view reason) {
    if (auto no = why_not(TalkAct::cancel, before, place, standing)) return *no;
    if (auto no = base::why_too_short(base::trim(reason), "reason_too_short", "reason")) return *no;
    Talk after = before;
    after.state = TalkState::cancelled;
    after.reason = reason;
    ++after.sequence;
    ++after.version;
    return after;
}

base::Result<Talk> record(const Talk& before, const TalkPlace& place, const TalkStanding& standing,
                          const Appointment& held, const TalkRecord& record, base::Date today) {
    if (auto no = why_not(TalkAct::record, before, place, standing)) return *no;
    Refusal empty;
    if (!says_something(record)) empty = fault("talk_record_says_nothing", "own");
    auto good = together({held_fault(held, today), place_fault(held), empty});
    if (good) good = check_form(held.form, place);
    if (!good) return good.error();
    Talk after = before;
    after.appointment.held_on = held.held_on;
    after.appointment.place = held.place;
    after.appointment.form = held.form;
    after.state = TalkState::recorded;
    for (auto& side : after.of) side.signature.reset();
    after.side(*standing.own).criticisms = static_cast<std::int64_t>(record.others.size());
    ++after.version;
    return after;
}

base::Result<Talk> sign(const Talk& before, const TalkPlace& place, const TalkStanding& standing,
                        std::string_view name, base::Instant now) {
    if (auto no = why_not(TalkAct::sign, before, place, standing)) return *no;
    return signed_by(before, *standing.own,
                     {false, std::string(name), base::date_of(now), "", "", now});
}

base::Result<Talk> sign_on_paper(const Talk& before, const TalkPlace& place,
                                 const TalkStanding& standing, Side side,
                                 const TalkSignature& signature) {
    if (auto no = why_not(TalkAct::sign_on_paper, before, place, standing)) return *no;
    if (place.person(side).has_account)
        return refuse(ErrorKind::invalid, "talk_signs_by_account", "side",
                      {{"name", place.person(side).name}});
    if (before.side(side).signature) return *illegal("talk_is_signed_already");
    Refusal future;
    if (const auto today = base::date_of(signature.at); signature.signed_on > today)
        future = fault("day_in_the_future", "signed_on", base::to_text(signature.signed_on),
                       base::to_text(today));
    auto good = together(
        {future, base::why_too_short(base::trim(signature.note), "reason_too_short", "note")});
    if (!good) return good.error();
    auto named = signature;
    named.on_paper = true;
    named.name = place.person(side).name;
    return signed_by(before, side, named);
}

std::optional<base::Error> why_not_beside(const std::vector<Talk>& there, ParticipantId member,
                                          std::optional<Side> own, Another another) {
    for (const auto& one : there) {
        const auto conflict = [&](std::string_view code) {
            const auto day = one.appointment.held_on;
            return refuse(ErrorKind::conflict, code, "",
                          {{"id", one.id.text()}, {"day", day ? base::to_text(*day) : ""}});
        };
        if (one.is_open()) return conflict("talk_is_arranged_already");
        if (!own || another == Another::yes || one.state == TalkState::cancelled) continue;
        const auto side = one.member == member ? *own : opposite(*own);
        if (!one.side(side).has_recorded()) return conflict("talk_recorded_by_the_other");
    }
    return std::nullopt;
}

TalkWait waits_for(const Talk& talk, Side side, base::Date today) {
    const auto& own = talk.side(side);
    switch (talk.state) {
        case TalkState::asked: return TalkWait::appoint;
        case TalkState::proposed: return own.confirmed ? TalkWait::nothing : TalkWait::confirm;
        case TalkState::agreed:
            return talk.appointment.held_on && *talk.appointment.held_on <= today
                       ? TalkWait::record
                       : TalkWait::nothing;
        case TalkState::recorded: return own.signature ? TalkWait::nothing : TalkWait::sign;
        case TalkState::done:
        case TalkState::cancelled: return TalkWait::nothing;
    }
    return TalkWait::nothing;
}

std::string_view name_of(TalkHint hint) {
    constexpr std::array<std::string_view, 6> names{"nothing_of_own", "nothing_of_other",
                                                    "only_work",      "nothing_of_thought",
                                                    "merits",         "nothing_of_feedback"};
    return names[static_cast<std::size_t>(hint)];
}

std::vector<TalkHint> hints_of(const TalkRecord& record) {
    std::vector<TalkHint> hints;
    const bool only_work = !record.work.empty() && record.own.empty() && record.others.empty() &&
                           record.thought.empty();
    if (only_work) {
        hints.push_back(TalkHint::only_work);
    } else {
        if (record.own.empty()) hints.push_back(TalkHint::nothing_of_own);
        if (record.others.empty()) hints.push_back(TalkHint::nothing_of_other);
        if (record.thought.empty()) hints.push_back(TalkHint::nothing_of_thought);
    }
    if (std::any_of(record.others.begin(), record.others.end(), praises))
        hints.push_back(TalkHint::merits);
    if (!speaks_of_feedback(record)) hints.push_back(TalkHint::nothing_of_feedback);
    return hints;
}

std::string names_of(const TalkPlace& place) {
    return place.person(Side::member).name + "、" + place.person(Side::other).name;
}

}  // namespace talks
