// Who must talk with whom before a life meeting (谈心谈话, 四必谈; R106–R108): the kinds of talks
// that a meeting asks for, each with its last day, the people outside the team, and the pairs that
// follow from both. Pairs are derived and never stored, so that newcomers bring theirs and those
// who left take theirs along. Pure.
#pragma once

#include <span>
#include <variant>

#include "life_meetings/life_meeting.hpp"

namespace talks {

using life_meetings::LifeMeeting;
using life_meetings::LifeMeetingId;
using life_meetings::ParticipantId;
using PartnerId = base::Id<struct TalkPartnerTag>;
using Other = std::variant<ParticipantId, PartnerId>;
inline constexpr std::size_t partners_max = 300, partner_title_chars_max = 100;

enum class TalkKind {
    principal_member,  // 主要负责人与班子成员
    member_member,     // 班子成员之间
    section_head,      // 与分管科室负责人
    branch_delegate,   // 与本支部党员代表
    contact_head,      // 与联系村（社区）、片区负责人
    staff,             // 与分管科室干部职工
    unit_head,         // 与所属单位负责人
    asked,             // 受约谈话: asked for by members or cadres
};
inline constexpr TalkKind talk_kinds[]{TalkKind::principal_member, TalkKind::member_member,
                                       TalkKind::section_head,     TalkKind::branch_delegate,
                                       TalkKind::contact_head,     TalkKind::staff,
                                       TalkKind::unit_head,        TalkKind::asked};
[[nodiscard]] std::string_view name_of(TalkKind kind);
[[nodiscard]] std::optional<TalkKind> talk_kind_of(std::string_view name);
[[nodiscard]] std::string_view words_of(TalkKind kind);
/// Whether it is with people outside the team, whom the plan lists.
[[nodiscard]] bool is_with_partners(TalkKind kind);

/// The kinds that are usually asked for together.
struct Variant {
    std::string_view name;
    std::vector<TalkKind> kinds;
};
[[nodiscard]] std::span<const Variant> variants();

struct TalkRule {
    TalkKind kind = TalkKind::principal_member;
    base::Date due_on;
    bool operator==(const TalkRule&) const = default;
};

/// Somebody outside the team, and who of the team is to talk with them.
struct Partner {
    PartnerId id;
    TalkKind kind = TalkKind::section_head;
    std::string name, title;
    std::optional<base::PersonId> person;  // none: is not registered here
    std::vector<ParticipantId> members;
    std::optional<base::Date> left_on;  // from then on nobody need talk with them
    std::string left_reason;
    bool operator==(const Partner&) const = default;
};

struct TalkPlan {
    std::vector<TalkRule> rules;  // in the order of the kinds
    std::vector<Partner> partners;
    std::int64_t version = 0;  // 0: nobody planned talks yet
    bool operator==(const TalkPlan&) const = default;
};
/// nullptr for none; owned by the plan.
[[nodiscard]] const TalkRule* find_rule(const TalkPlan& plan, TalkKind kind);
[[nodiscard]] const Partner* find_partner(const TalkPlan& plan, PartnerId id);

/// All faults together, fields as in the message: talk_plan_has_no_kind (rules), talk_kind_twice
/// (rules[i].kind; args value), talks_end_before_the_meeting (rules[i].due_on; args value,
/// accepted), talk_partner_is_of_the_team (partners[i].kind; args name),
/// talk_partner_needs_a_member and talk_member_is_not_of_the_team (partners[i].member_ids; args
/// name), talk_partner_stands_twice (partners[i].id; args name), reason_too_short
/// (partners[i].left_reason; args accepted).
[[nodiscard]] base::Result<void> check(const TalkPlan& plan, const LifeMeeting& meeting);

/// Refuses: only_the_keeper_plans_talks, life_meeting_is_closed, life_meeting_is_cancelled.
[[nodiscard]] std::optional<base::Error> why_not_plan(const LifeMeeting& meeting,
                                                      const life_meetings::Standing& standing);

/// Two who must talk, one-to-one and face to face.
struct Pair {
    ParticipantId member;
    Other other;
    TalkKind kind = TalkKind::principal_member;
    base::Date due_on;
    bool operator==(const Pair&) const = default;
};
/// In the order of speaking, then of the plan; each two once. Nobody who left.
[[nodiscard]] std::vector<Pair> required_pairs(const LifeMeeting& meeting, const TalkPlan& plan);
/// The pair that these two are, whoever is named first; nullopt when nobody asks them to talk.
[[nodiscard]] std::optional<Pair> find_required(const LifeMeeting& meeting, const TalkPlan& plan,
                                                ParticipantId member, const Other& other);

}  // namespace talks
