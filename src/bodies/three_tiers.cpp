#include "bodies/three_tiers.hpp"

#include <algorithm>
#include <array>

namespace bodies {
namespace {

using ledger::Holder;
using ledger::HolderRole;

constexpr std::array<std::string_view, 3> tier_names{"principal", "leader", "section_head"};
constexpr std::array<std::string_view, 4> source_names{"post", "body", "holder", "portfolio"};

std::vector<Holder> in_role(const ledger::Responsibility& holders, HolderRole role) {
    std::vector<Holder> found;
    std::copy_if(holders.begin(), holders.end(), std::back_inserter(found),
                 [&](const Holder& holder) { return holder.role == role; });
    return found;
}

Answering of_post(const accounts::Post& post, const std::string& unit_name) {
    return {post.person_name, post.title, unit_name, TierSource::post};
}

Answering of_member(const Member& member, TierSource source) {
    return {member.name, member.post, member.unit ? member.unit->name : "", source};
}

/// Whether `unit` is one of those, or lies below one.
bool leads_in(const Member& member, base::UnitId unit, const TierFacts& facts) {
    const auto path = facts.paths.find(unit);
    if (path == facts.paths.end()) return false;
    return std::any_of(member.portfolio.begin(), member.portfolio.end(), [&](const UnitRef& one) {
        const auto above = facts.paths.find(one.id);
        return above != facts.paths.end() && path->second.starts_with(above->second);
    });
}

TierLine principal_tier(const TierFacts& facts) {
    TierLine line{AnsweringTier::principal, {}, {}};
    if (const auto head = facts.heads.find(facts.inspected.id); head != facts.heads.end()) {
        line.who.push_back(of_post(head->second, facts.inspected.name));
        return line;
    }
    for (const auto& body : facts.bodies)
        for (const auto& member : body.terms.members)
            if (body.terms.kind == BodyKind::leading_group && member.role == MemberRole::head)
                line.who.push_back(of_member(member, TierSource::body));
    return line;
}

void add_by_portfolio(const TierFacts& facts, std::vector<Answering>& who) {
    const auto sections = sections_of(facts.responsibility);
    for (const auto& body : facts.bodies) {
        if (body.terms.kind != BodyKind::leading_group) continue;
        for (const auto& member : body.terms.members)
            if (std::any_of(sections.begin(), sections.end(), [&](const Holder& section) {
                    return section.unit && leads_in(member, *section.unit, facts);
                }))
                who.push_back(of_member(member, TierSource::portfolio));
    }
}

TierLine leader_tier(const TierFacts& facts) {
    TierLine line{AnsweringTier::leader, {}, {}};
    auto leaders = in_role(facts.responsibility, HolderRole::lead_leader);
    if (leaders.empty()) leaders = in_role(facts.responsibility, HolderRole::responsible_leader);
    for (const auto& leader : leaders)
        line.who.push_back({leader.name, "", "", TierSource::holder});
    if (line.who.empty()) add_by_portfolio(facts, line.who);
    return line;
}

TierLine section_tier(const TierFacts& facts) {
    TierLine line{AnsweringTier::section_head, {}, {}};
    for (const auto& section : sections_of(facts.responsibility)) {
        const auto head = section.unit ? facts.heads.find(*section.unit) : facts.heads.end();
        if (head != facts.heads.end())
            line.who.push_back(of_post(head->second, section.name));
        else
            line.without.push_back(section.name);
    }
    return line;
}

}  // namespace

std::string_view name_of(AnsweringTier tier) {
    return tier_names[static_cast<std::size_t>(tier)];
}
std::string_view name_of(TierSource source) {
    return source_names[static_cast<std::size_t>(source)];
}

std::vector<Holder> sections_of(const ledger::Responsibility& holders) {
    auto sections = in_role(holders, HolderRole::responsible_unit);
    return sections.empty() ? in_role(holders, HolderRole::lead_unit) : sections;
}

std::vector<TierLine> three_tiers(const TierFacts& facts) {
    return {principal_tier(facts), leader_tier(facts), section_tier(facts)};
}

}  // namespace bodies
