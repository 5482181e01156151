#include "statements/statement.hpp"

#include <algorithm>
#include <array>

#include "base/names.hpp"
#include "base/text_length.hpp"

namespace statements {
namespace {

using base::ErrorKind;
using base::refuse;
using life_meetings::LifeState;
using State = StatementState;
using Act = StatementAct;

constexpr std::array<std::string_view, 6> state_names{"drafting", "in_review", "returned",
                                                      "reviewed", "sent_up",   "approved"};
constexpr std::array<std::string_view, 5> sight_names{"nothing", "state", "approved", "handed_in",
                                                      "all"};
constexpr std::array<std::string_view, 8> act_names{"write",  "hand_in", "remark",  "send_back",
                                                    "settle", "send_up", "approve", "begin_anew"};

constexpr std::array<std::string_view, 8> waiting_names{
    "begin", "write", "revise", "review", "comment", "send_up", "approve", "criticise"};

bool is_over(const LifeMeeting& meeting) {
    return meeting.state == LifeState::closed || meeting.state == LifeState::cancelled;
}
bool has_begun(const LifeMeeting& meeting) {
    return meeting.state == LifeState::running || meeting.state == LifeState::closed;
}

std::optional<base::Error> forbidden(bool allowed, std::string_view code) {
    if (allowed) return std::nullopt;
    return refuse(ErrorKind::forbidden, code);
}

std::optional<base::Error> why_not_this_person(Act act, const Statement& one, const Relation& who) {
    switch (act) {
        case Act::write:
        case Act::hand_in:
        case Act::begin_anew: return forbidden(who.author, "only_the_person_writes_it");
        case Act::remark:
        case Act::send_back:
            if (one.state == State::sent_up)
                return forbidden(who.approves(), "only_the_superior_approves_it");
            return forbidden(who.reviewer || (act == Act::remark && who.member),
                             "only_the_reviewer_reviews_it");
        case Act::settle: return forbidden(who.reviewer, "only_the_reviewer_reviews_it");
        case Act::send_up:
            return forbidden(who.keeper || who.principal, "only_the_office_sends_it_up");
        case Act::approve: return forbidden(who.approves(), "only_the_superior_approves_it");
    }
    return std::nullopt;
}

std::optional<base::Error> wrong_state(std::string_view code) {
    return refuse(ErrorKind::illegal_transition, code);
}

std::optional<base::Error> why_not_written(State state) {
    switch (state) {
        case State::drafting:
        case State::returned: return std::nullopt;
        case State::in_review: return wrong_state("statement_is_in_review");
        case State::reviewed:
        case State::sent_up: return wrong_state("statement_is_reviewed");
        case State::approved: return wrong_state("statement_is_approved");
    }
    return std::nullopt;
}

/// Whether every seat that is asked has agreed.
bool all_agreed(const Statement& one, const LifeMeeting& meeting) {
    return one.superior_agreed_at && (one.contact_agreed_at || !asks_contact_leader(meeting));
}

std::optional<base::Error> why_not_approved(const Statement& one, const LifeMeeting& meeting,
                                            const Relation& who) {
    if (one.state != State::sent_up) return wrong_state("statement_is_not_sent_up");
    const bool still_asked =
        (who.superior && !one.superior_agreed_at) || (who.contact && !one.contact_agreed_at);
    // The plan may have lost its contact leader meanwhile: then nobody else is waited for.
    if (still_asked || all_agreed(one, meeting)) return std::nullopt;
    return wrong_state("approval_is_given");
}

std::optional<base::Error> why_not_in_state(Act act, State state, const LifeMeeting& meeting) {
    switch (act) {
        case Act::write:
        case Act::hand_in: return why_not_written(state);
        case Act::remark:
        case Act::send_back:
            if (state == State::in_review || state == State::sent_up) return std::nullopt;
            return wrong_state("statement_is_not_in_review");
        case Act::settle:
            if (state == State::in_review) return std::nullopt;
            return wrong_state("statement_is_not_in_review");
        case Act::send_up:
            if (state == State::reviewed) return std::nullopt;
            return wrong_state("statement_is_not_reviewed");
        case Act::approve:  // above
            return std::nullopt;
        case Act::begin_anew:
            if (state != State::approved) return wrong_state("statement_is_not_approved");
            if (has_begun(meeting)) return wrong_state("life_meeting_has_begun");
            return std::nullopt;
    }
    return std::nullopt;
}

/// Every section that says nothing, as one refusal.
std::optional<base::Error> why_incomplete(const std::vector<Section>& sections) {
    std::optional<base::Error> first;
    for (const auto& one : sections) {
        if (!base::trim(one.text).empty()) continue;
        auto fault = refuse(ErrorKind::invalid, "section_is_empty",
                            "sections." + std::to_string(one.position), {{"name", one.heading}});
        if (first)
            first->also.push_back(std::move(fault));
        else
            first = std::move(fault);
    }
    return first;
}

std::int64_t open_remarks(const std::vector<Remark>& remarks) {
    return std::count_if(remarks.begin(), remarks.end(),
                         [](const Remark& one) { return !one.adopted; });
}

void approve_all(Whole& whole, base::Instant now) {
    whole.statement.state = State::approved;
    whole.statement.approved_at = now;
    for (auto& one : whole.sections) one.approved_revision = one.handed_revision;
}

void agree(Whole& whole, const LifeMeeting& meeting, const Said& said) {
    auto& one = whole.statement;
    if (said.who.superior) one.superior_agreed_at = said.now;
    if (said.who.contact) one.contact_agreed_at = said.now;
    if (all_agreed(one, meeting)) approve_all(whole, said.now);
}

void hand_in_all(Whole& whole, const LifeMeeting& meeting, base::Instant now) {
    whole.statement.state =
        reviews_itself(whole.statement, meeting) ? State::reviewed : State::in_review;
    whole.statement.handed_in_at = now;
    whole.statement.superior_agreed_at.reset();
    whole.statement.contact_agreed_at.reset();
    for (auto& one : whole.sections) one.handed_revision = one.revision;
}

}  // namespace

std::string_view name_of(State state) {
    return state_names[static_cast<std::size_t>(state)];
}
std::optional<State> statement_state_of(std::string_view name) {
    return base::named<State>(state_names, name);
}
std::string_view name_of(Sight sight) {
    return sight_names[static_cast<std::size_t>(sight)];
}
std::string_view name_of(Act act) {
    return act_names[static_cast<std::size_t>(act)];
}
std::string_view name_of(WaitingFor what) {
    return waiting_names[static_cast<std::size_t>(what)];
}
std::optional<Act> statement_act_of(std::string_view name) {
    return base::named<Act>(act_names, name);
}

bool asks_contact_leader(const LifeMeeting& meeting) {
    return meeting.terms.contact_person.has_value();
}

bool reviews_itself(const Statement& one, const LifeMeeting& meeting) {
    const auto* principal = life_meetings::principal_of(meeting);
    return principal != nullptr && one.participant == principal->id;
}

Relation relation_to(const Statement& one, const LifeMeeting& meeting, const Standing& standing,
                     const Asked& asked) {
    Relation who;
    who.keeper = standing.keeper;
    who.superior = standing.superior;
    who.contact = standing.contact;
    who.principal = standing.is_principal();
    who.audience = standing.in_team() || standing.is_recorder();
    if (!one.participant) {
        who.author = standing.is_principal() || standing.keeper;
        who.reviewer = standing.is_principal();
        who.member = standing.in_team();
        return who;
    }
    who.author = standing.in_team() && standing.is(*one.participant);
    // The branch secretary does not review the own one; the principal does that.
    const bool by_other = asked.reviewer && *asked.reviewer != *one.participant;
    const bool reviews =
        by_other ? standing.in_team() && standing.is(*asked.reviewer) : standing.is_principal();
    who.reviewer = reviews && !who.author && !reviews_itself(one, meeting);
    return who;
}

Sight sight_of(const Statement& one, const LifeMeeting& meeting, const Relation& who) {
    if (who.author) return Sight::all;
    const auto ready = one.approved_at ? Sight::approved : Sight::state;
    if (who.reviewer || who.principal || who.member)
        return one.handed_in_at ? Sight::handed_in : Sight::state;
    if (who.approves())
        return one.state == State::sent_up || one.state == State::approved ? Sight::handed_in
                                                                           : ready;
    if (who.keeper) return ready;
    if (who.audience && has_begun(meeting) && one.approved_at) return Sight::approved;
    return Sight::nothing;
}

std::optional<base::Error> why_not(Act act, const Statement& one, const LifeMeeting& meeting,
                                   const Relation& relation) {
    if (is_over(meeting)) return wrong_state("life_meeting_is_over");
    if (auto no = why_not_this_person(act, one, relation)) return no;
    if (act == Act::approve) return why_not_approved(one, meeting, relation);
    return why_not_in_state(act, one.state, meeting);
}

std::optional<base::Error> why_not_begin(StatementKind kind, const LifeMeeting& meeting,
                                         const Standing& standing) {
    if (is_over(meeting)) return wrong_state("life_meeting_is_over");
    if (kind == StatementKind::team)
        return forbidden(standing.is_principal() || standing.keeper,
                         "only_the_principal_drafts_for_the_team");
    return forbidden(standing.in_team(), "only_the_team_gives_statements");
}

base::Result<Whole> moved(const Whole& before, Act act, const LifeMeeting& meeting,
                          const Asked& asked, const Said& said) {
    auto after = before;
    auto& statement = after.statement;
    ++statement.version;
    switch (act) {
        case Act::hand_in:
            if (auto no = why_incomplete(before.sections)) return *no;
            hand_in_all(after, meeting, said.now);
            break;
        case Act::send_back:
            if (auto no = base::why_too_short(said.words, "reason_too_short", "words")) return *no;
            statement.state = State::returned;
            break;
        case Act::settle:
            if (const auto open = open_remarks(before.remarks))
                return refuse(ErrorKind::illegal_transition, "remarks_are_open", {},
                              {{"count", std::to_string(open)}});
            statement.state = State::reviewed;
            break;
        case Act::send_up: statement.state = State::sent_up; break;
        case Act::approve: agree(after, meeting, said); break;
        case Act::begin_anew:
            statement.state = State::drafting;
            ++statement.edition;
            break;
        case Act::write:
        case Act::remark: break;
    }
    // Nobody of the team reviewed the principal's own one: that goes up in any case.
    if (statement.state == State::reviewed && !asked.upward && !reviews_itself(statement, meeting))
        approve_all(after, said.now);
    return after;
}

base::Result<Section> write(const Section& before, std::int64_t revision, std::string_view text) {
    if (before.revision != revision)
        return refuse(ErrorKind::conflict, "somebody_else_changed_it", "revision",
                      {{"version", std::to_string(before.revision)}});
    if (auto no = base::why_too_long(text, "text", section_chars_max)) return *no;
    auto after = before;
    if (after.text == text) return after;
    after.text = text;
    ++after.revision;
    return after;
}

std::string_view voice_of(const Statement& one, const Relation& who) {
    if (one.state == State::sent_up)
        return who.superior ? "superior" : who.contact ? "contact_leader" : "";
    if (who.reviewer) return "reviewer";
    return who.member ? "member" : "";
}

base::Result<Remark> answered(const Remark& before, bool adopted, std::string_view words,
                              const Relation& relation, base::Instant now) {
    if (auto no = forbidden(relation.author, "only_the_person_writes_it")) return *no;
    if (before.adopted) return *wrong_state("remark_is_answered");
    if (!adopted)
        if (auto no = base::why_too_short(words, "reason_too_short", "words")) return *no;
    auto after = before;
    after.adopted = adopted;
    after.answer = words;
    after.answered_at = now;
    return after;
}

}  // namespace statements
