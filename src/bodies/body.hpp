// A body of a programme (组织机构): the leading group, its office, a supervision team, or another
// that has a name of its own; its duties, and who belongs to it from which day to which (R19–R23,
// R27, R28). Who left stays in the list, so that the members of a day can be told for ever. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/programme.hpp"

namespace bodies {

using BodyId = base::Id<struct BodyTag>;
using base::ProgrammeId;

inline constexpr std::size_t members_max = 200, portfolio_max = 50, body_name_chars_max = 100,
                             post_chars_max = 100, body_duties_chars_max = 4'000,
                             member_duties_chars_max = 500;

enum class BodyKind { leading_group, office, supervision_team, other };
[[nodiscard]] std::string_view name_of(BodyKind kind);
[[nodiscard]] std::optional<BodyKind> body_kind_of(std::string_view name);

/// In the order in which a list of members names them.
enum class MemberRole {
    head,      // 组长, 主任
    deputy,    // 副组长, 副主任
    member,    // 成员
    recorder,  // 记录人员
    support,   // 保障单位: a unit, or somebody of it
    sits_in,   // 列席人员: takes part without belonging to it
};
[[nodiscard]] std::string_view name_of(MemberRole role);
[[nodiscard]] std::optional<MemberRole> member_role_of(std::string_view name);

/// 组长, 主任: as a body of this kind calls them.
[[nodiscard]] std::string_view words_of(BodyKind kind, MemberRole role);

/// A unit with its name as it is registered.
struct UnitRef {
    base::UnitId id;
    std::string name;
    bool operator==(const UnitRef&) const = default;
};

/// Somebody who is registered, or is known by name only; of support also a unit.
struct Member {
    MemberRole role = MemberRole::member;
    std::string name, post;
    std::optional<base::PersonId> person;
    std::optional<UnitRef> unit;                  // works there; of support: the unit
    std::string duties;                           // 分工; of somebody who sits in: as what
    std::vector<UnitRef> portfolio;               // leads in these (分管)
    std::optional<base::Date> from_on, until_on;  // until_on: the last day
    bool operator==(const Member&) const = default;
};
[[nodiscard]] bool served_on(const Member& member, base::Date day);

/// What the office writes.
struct BodyTerms {
    BodyKind kind = BodyKind::other;
    std::string name;
    std::optional<UnitRef> unit;  // the one it sits in, or that leads it
    std::string duties;
    std::optional<base::Date> formed_on, dissolved_on;
    std::vector<Member> members;
    bool operator==(const BodyTerms&) const = default;
};
[[nodiscard]] bool stood_on(const BodyTerms& terms, base::Date day);

struct Body {
    BodyId id;
    ProgrammeId programme;
    BodyTerms terms;
    std::int64_t version = 1;
    bool operator==(const Body&) const = default;
};

/// Refuses only_the_office_edits.
[[nodiscard]] std::optional<base::Error> why_not_set_up(const base::Actor& actor);

/// Refuses together: body_ends_before_it_begins (dissolved_on; args value, accepted), and of
/// members, args name: member_needs_a_name, supporting_office_needs_a_unit,
/// member_ends_before_they_begin, member_stands_twice (in one role on one day), body_has_two_heads
/// (on one day).
[[nodiscard]] base::Result<void> check(const BodyTerms& terms);
/// `others` are the bodies of the programme, this one perhaps among them. Refuses, of bodies that
/// are not dissolved: body_name_is_taken (args value), programme_has_a_leading_group (args value).
[[nodiscard]] base::Result<void> check_beside(BodyId id, const BodyTerms& terms,
                                              const std::vector<Body>& others);
/// Members in the order of their roles, those who left behind the others.
[[nodiscard]] BodyTerms arranged(BodyTerms terms);
/// As they stood on a day: the members of that day only, in the order of their roles.
[[nodiscard]] std::vector<Body> as_of(std::vector<Body> all, base::Date day);
/// "张三、李四": who is among the members of `terms` and was not before.
[[nodiscard]] std::string newcomers(const BodyTerms& before, const BodyTerms& terms);

}  // namespace bodies
