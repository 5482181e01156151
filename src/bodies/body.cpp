#include "bodies/body.hpp"

#include <algorithm>
#include <array>

#include "base/names.hpp"
#include "base/utf8.hpp"

namespace bodies {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::array<std::string_view, 4> kind_names{"leading_group", "office", "supervision_team",
                                                     "other"};
constexpr std::array<std::string_view, 6> role_names{"head",     "deputy",  "member",
                                                     "recorder", "support", "sits_in"};

base::Error of_member(std::string_view code, const Member& member) {
    return refuse(ErrorKind::invalid, code, "members", {{"name", member.name}});
}

bool ends_before_it_begins(const std::optional<base::Date>& from,
                           const std::optional<base::Date>& until) {
    return from && until && *until < *from;
}

bool overlap(const Member& a, const Member& b) {
    const bool a_first = a.until_on && b.from_on && *a.until_on < *b.from_on;
    const bool b_first = b.until_on && a.from_on && *b.until_on < *a.from_on;
    return !a_first && !b_first;
}

bool same_one(const Member& a, const Member& b) {
    return a.person == b.person && (a.person || (a.name == b.name && a.unit == b.unit));
}

std::optional<base::Error> fault_of(const Member& member) {
    if (member.role == MemberRole::support && !member.unit)
        return of_member("supporting_office_needs_a_unit", member);
    if (base::trim(member.name).empty()) return of_member("member_needs_a_name", member);
    if (ends_before_it_begins(member.from_on, member.until_on))
        return of_member("member_ends_before_they_begin", member);
    return std::nullopt;
}

void add_faults_of_pairs(const std::vector<Member>& members, std::vector<base::Error>& faults) {
    for (auto a = members.begin(); a != members.end(); ++a)
        for (auto b = std::next(a); b != members.end(); ++b) {
            if (a->role != b->role || !overlap(*a, *b)) continue;
            if (same_one(*a, *b))
                faults.push_back(of_member("member_stands_twice", *b));
            else if (a->role == MemberRole::head)
                faults.push_back(of_member("body_has_two_heads", *b));
        }
}

}  // namespace

std::string_view name_of(BodyKind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}
std::optional<BodyKind> body_kind_of(std::string_view name) {
    return base::named<BodyKind>(kind_names, name);
}
std::string_view name_of(MemberRole role) {
    return role_names[static_cast<std::size_t>(role)];
}
std::optional<MemberRole> member_role_of(std::string_view name) {
    return base::named<MemberRole>(role_names, name);
}
std::string_view words_of(BodyKind kind, MemberRole role) {
    if (role == MemberRole::head)
        return kind == BodyKind::office ? "主任" : kind == BodyKind::other ? "负责人" : "组长";
    if (role == MemberRole::deputy)
        return kind == BodyKind::office ? "副主任" : kind == BodyKind::other ? "副职" : "副组长";
    constexpr std::array<std::string_view, 6> others{"",         "",         "成员",
                                                     "记录人员", "保障单位", "列席人员"};
    return others[static_cast<std::size_t>(role)];
}

bool served_on(const Member& member, base::Date day) {
    return (!member.from_on || *member.from_on <= day) &&
           (!member.until_on || day <= *member.until_on);
}

bool stood_on(const BodyTerms& terms, base::Date day) {
    return (!terms.formed_on || *terms.formed_on <= day) &&
           (!terms.dissolved_on || day <= *terms.dissolved_on);
}

std::optional<base::Error> why_not_set_up(const base::Actor& actor) {
    if (actor.may(base::Act::edit_ledger)) return std::nullopt;
    return refuse(ErrorKind::forbidden, "only_the_office_edits");
}

base::Result<void> check(const BodyTerms& terms) {
    std::vector<base::Error> faults;
    if (ends_before_it_begins(terms.formed_on, terms.dissolved_on))
        faults.push_back(refuse(ErrorKind::invalid, "body_ends_before_it_begins", "dissolved_on",
                                {{"value", base::to_text(*terms.dissolved_on)},
                                 {"accepted", base::to_text(*terms.formed_on)}}));
    for (const auto& member : terms.members)
        if (auto fault = fault_of(member)) faults.push_back(*fault);
    add_faults_of_pairs(terms.members, faults);
    if (const auto fault = base::together(std::move(faults))) return *fault;
    return {};
}

base::Result<void> check_beside(BodyId id, const BodyTerms& terms,
                                const std::vector<Body>& others) {
    if (terms.dissolved_on) return {};
    for (const auto& other : others) {
        if (other.id == id || other.terms.dissolved_on) continue;
        if (other.terms.name == terms.name)
            return refuse(ErrorKind::invalid, "body_name_is_taken", "name",
                          {{"value", terms.name}});
        if (terms.kind == BodyKind::leading_group && other.terms.kind == terms.kind)
            return refuse(ErrorKind::invalid, "programme_has_a_leading_group", "kind",
                          {{"value", other.terms.name}});
    }
    return {};
}

BodyTerms arranged(BodyTerms terms) {
    std::stable_sort(terms.members.begin(), terms.members.end(),
                     [](const Member& a, const Member& b) {
                         return std::pair(a.until_on.has_value(), a.role) <
                                std::pair(b.until_on.has_value(), b.role);
                     });
    return terms;
}

std::vector<Body> as_of(std::vector<Body> all, base::Date day) {
    std::erase_if(all, [&](const Body& body) { return !stood_on(body.terms, day); });
    for (auto& body : all) {
        auto& members = body.terms.members;
        std::erase_if(members, [&](const Member& member) { return !served_on(member, day); });
        std::stable_sort(members.begin(), members.end(),
                         [](const Member& a, const Member& b) { return a.role < b.role; });
    }
    return all;
}

std::string newcomers(const BodyTerms& before, const BodyTerms& terms) {
    std::string names;
    for (const auto& one : terms.members) {
        const bool known =
            std::any_of(before.members.begin(), before.members.end(), [&](const Member& old) {
                return old.role == one.role && same_one(old, one) && old.until_on == one.until_on;
            });
        if (!known) names += (names.empty() ? "" : "、") + one.name;
    }
    return names;
}

}  // namespace bodies
