#include "talks/pairing.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "base/names.hpp"
#include "base/text_length.hpp"

namespace talks {
namespace {

using base::ErrorKind;
using base::refuse;
using life_meetings::LifeState;
using life_meetings::Part;
using life_meetings::Participant;

constexpr std::array<std::string_view, 8> kind_names{
    "principal_member", "member_member", "section_head", "branch_delegate",
    "contact_head",     "staff",         "unit_head",    "asked"};
constexpr std::array<std::string_view, 8> kind_words{
    "主要负责人与班子成员", "班子成员之间",       "班子成员与分管科室负责人", "与本支部党员代表",
    "与联系点负责人",       "与分管科室干部职工", "与所属单位负责人",         "受约谈话"};

std::string at(std::string_view list, std::size_t i, std::string_view field) {
    return std::string(list) + "[" + std::to_string(i) + "]." + std::string(field);
}

void check_rules(const TalkPlan& plan, const LifeMeeting& meeting,
                 std::vector<base::Error>& faults) {
    if (plan.rules.empty())
        faults.push_back(refuse(ErrorKind::invalid, "talk_plan_has_no_kind", "rules"));
    std::set<TalkKind> seen;
    for (std::size_t i = 0; i < plan.rules.size(); ++i) {
        const auto& rule = plan.rules[i];
        if (!seen.insert(rule.kind).second)
            faults.push_back(refuse(ErrorKind::invalid, "talk_kind_twice", at("rules", i, "kind"),
                                    {{"value", std::string(words_of(rule.kind))}}));
        if (rule.due_on > meeting.terms.held_on)
            faults.push_back(refuse(ErrorKind::invalid, "talks_end_before_the_meeting",
                                    at("rules", i, "due_on"),
                                    {{"value", base::to_text(rule.due_on)},
                                     {"accepted", base::to_text(meeting.terms.held_on)}}));
    }
}

bool is_of_team(const LifeMeeting& meeting, ParticipantId id) {
    const auto* found = life_meetings::find_participant(meeting, id);
    return found != nullptr && found->is_of_team();
}

std::string_view why_not_partner(const Partner& one, const LifeMeeting& meeting,
                                 std::string_view& field) {
    field = "kind";
    if (!is_with_partners(one.kind)) return "talk_partner_is_of_the_team";
    field = "member_ids";
    if (one.members.empty()) return "talk_partner_needs_a_member";
    if (!std::all_of(one.members.begin(), one.members.end(),
                     [&](ParticipantId id) { return is_of_team(meeting, id); }))
        return "talk_member_is_not_of_the_team";
    return "";
}

void check_partners(const TalkPlan& plan, const LifeMeeting& meeting,
                    std::vector<base::Error>& faults) {
    std::set<PartnerId> seen;
    for (std::size_t i = 0; i < plan.partners.size(); ++i) {
        const auto& one = plan.partners[i];
        const auto fault = [&](std::string_view code, std::string_view field) {
            faults.push_back(
                refuse(ErrorKind::invalid, code, at("partners", i, field), {{"name", one.name}}));
        };
        std::string_view field;
        if (!seen.insert(one.id).second) fault("talk_partner_stands_twice", "id");
        if (const auto code = why_not_partner(one, meeting, field); !code.empty())
            fault(code, field);
        if (!one.left_on) continue;
        if (auto no = base::why_too_short(base::trim(one.left_reason), "reason_too_short",
                                          at("partners", i, "left_reason")))
            faults.push_back(std::move(*no));
    }
}

bool talks_with(const Partner& partner, ParticipantId member) {
    return std::find(partner.members.begin(), partner.members.end(), member) !=
           partner.members.end();
}

}  // namespace

std::string_view name_of(TalkKind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}
std::optional<TalkKind> talk_kind_of(std::string_view name) {
    return base::named<TalkKind>(kind_names, name);
}
std::string_view words_of(TalkKind kind) {
    return kind_words[static_cast<std::size_t>(kind)];
}
bool is_with_partners(TalkKind kind) {
    return kind != TalkKind::principal_member && kind != TalkKind::member_member;
}

std::span<const Variant> variants() {
    using enum TalkKind;
    static const std::vector<Variant> all{
        {"four", {principal_member, member_member, section_head, branch_delegate}},
        {"three", {principal_member, member_member, section_head}},
        {"members", {principal_member, member_member}},
        {"with_contacts",
         {principal_member, member_member, section_head, branch_delegate, contact_head}},
        {"everybody",
         {principal_member, member_member, section_head, branch_delegate, staff, unit_head}},
    };
    return all;
}

const TalkRule* find_rule(const TalkPlan& plan, TalkKind kind) {
    const auto found = std::find_if(plan.rules.begin(), plan.rules.end(),
                                    [&](const TalkRule& one) { return one.kind == kind; });
    return found == plan.rules.end() ? nullptr : &*found;
}

const Partner* find_partner(const TalkPlan& plan, PartnerId id) {
    const auto found = std::find_if(plan.partners.begin(), plan.partners.end(),
                                    [&](const Partner& one) { return one.id == id; });
    return found == plan.partners.end() ? nullptr : &*found;
}

base::Result<void> check(const TalkPlan& plan, const LifeMeeting& meeting) {
    std::vector<base::Error> faults;
    check_rules(plan, meeting, faults);
    check_partners(plan, meeting, faults);
    if (auto fault = base::together(std::move(faults))) return *fault;
    return {};
}

std::optional<base::Error> why_not_plan(const LifeMeeting& meeting,
                                        const life_meetings::Standing& standing) {
    if (!standing.keeper) return refuse(ErrorKind::forbidden, "only_the_keeper_plans_talks");
    if (meeting.state == LifeState::closed)
        return refuse(ErrorKind::illegal_transition, "life_meeting_is_closed");
    if (meeting.state == LifeState::cancelled)
        return refuse(ErrorKind::illegal_transition, "life_meeting_is_cancelled");
    return std::nullopt;
}

std::vector<Pair> required_pairs(const LifeMeeting& meeting, const TalkPlan& plan) {
    std::vector<Pair> pairs;
    const auto team = life_meetings::team_of(meeting);
    const auto* with_principal = find_rule(plan, TalkKind::principal_member);
    const auto* among_members = find_rule(plan, TalkKind::member_member);
    for (std::size_t i = 0; i < team.size(); ++i) {
        for (std::size_t k = i + 1; k < team.size(); ++k) {
            const bool led = team[i]->part == Part::principal || team[k]->part == Part::principal;
            if (const auto* rule = led ? with_principal : among_members)
                pairs.push_back({team[i]->id, team[k]->id, rule->kind, rule->due_on});
        }
    }
    for (const auto& partner : plan.partners) {
        const auto* rule = find_rule(plan, partner.kind);
        if (rule == nullptr || partner.left_on) continue;
        for (const auto* member : team)
            if (talks_with(partner, member->id))
                pairs.push_back({member->id, partner.id, rule->kind, rule->due_on});
    }
    return pairs;
}

std::optional<Pair> find_required(const LifeMeeting& meeting, const TalkPlan& plan,
                                  ParticipantId member, const Other& other) {
    const auto* participant = std::get_if<ParticipantId>(&other);
    for (const auto& pair : required_pairs(meeting, plan)) {
        if (pair.member == member && pair.other == other) return pair;
        if (participant != nullptr && pair.member == *participant && pair.other == Other(member))
            return pair;
    }
    return std::nullopt;
}

}  // namespace talks
