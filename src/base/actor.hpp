// Who asks: passed to every action and rule, never ambient. accounts fills it in from the session;
// rules only ask may().
#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "base/id.hpp"

namespace base {

using AccountId = Id<struct AccountTag>;
using PersonId = Id<struct PersonTag>;
using UnitId = Id<struct UnitTag>;
using ProgrammeId = Id<struct ProgrammeTag>;

/// What an account may be allowed to do at all; whether it may do it to one row is that row's rule.
enum class Act : std::uint8_t {
    read_ledger,      // see programmes and ledgers within the scope
    edit_ledger,      // change texts, responsibility and deadlines; open programmes
    import_plan,      // read documents into a ledger, undo an import
    report_progress,  // report on measures of the own unit and submit them
    claim_problem,    // take a problem on, apply for strike-off
    review,           // accept or send back what another reported; strike off
    export_ledger,    // take rows out as a file
    manage_accounts,  // open accounts, set initial passwords, close accounts
    manage_calendar,  // import the calendar of working days
    manage_units,     // register units, persons and posts, move and close units
    manage_roles,     // give roles and scopes, make roles, decide on what others ask for
    ask_for_roles,    // ask for a role that somebody else then gives
    read_journal,     // search, check and export the journal of everybody
    read_names,       // be told the names of persons; to others they are masked
    sign,             // say yes or no, in the seat one's role has, to a problem's being struck off
    register_inspections,  // register rounds, inspections and their feedback
};

/// Whose yes a problem needs before it is struck off; a role has one seat or none (domain 2.4).
enum class Seat : std::uint8_t {
    responsible_leader,
    lead_leader,
    principal,
    rectification_office,
    supervision_team,
    discipline_office,
    organisation_department,
    inspection_office,
};

/// Classes of content that only those cleared for them may see, or learn the existence of
/// (domain 2.5, 5.2, 8.6).
enum class Guard : std::uint8_t {
    accountability,  // who is called to account, and how
    clues,           // leads handed over for investigation
    life_meeting,    // statements, opinions and criticism of a life meeting
    secret,          // what stands in a programme that bears the mark 秘密
    confidential,    // … 机密
};

/// A small set of the names of one enum, in its order.
template <class Name>
class SetOf {
  public:
    constexpr SetOf() = default;
    constexpr SetOf(std::initializer_list<Name> names) {
        for (const auto name : names) bits_ |= bit(name);
    }
    /// As stored; bits that have no name stay and match nothing that is asked for by name.
    [[nodiscard]] static constexpr SetOf of_bits(std::int64_t bits) {
        SetOf set;
        set.bits_ = bits;
        return set;
    }
    [[nodiscard]] constexpr std::int64_t bits() const { return bits_; }
    [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
    [[nodiscard]] constexpr bool has(Name name) const { return (bits_ & bit(name)) != 0; }
    [[nodiscard]] constexpr bool has_any(SetOf others) const { return (bits_ & others.bits_) != 0; }
    [[nodiscard]] constexpr bool has_all(SetOf others) const {
        return (bits_ & others.bits_) == others.bits_;
    }
    constexpr SetOf operator|(SetOf other) const { return of_bits(bits_ | other.bits_); }
    constexpr SetOf operator&(SetOf other) const { return of_bits(bits_ & other.bits_); }
    [[nodiscard]] constexpr SetOf without(SetOf other) const {
        return of_bits(bits_ & ~other.bits_);
    }
    bool operator==(const SetOf&) const = default;

  private:
    static constexpr std::int64_t bit(Name name) {
        return std::int64_t{1} << static_cast<unsigned>(name);
    }
    std::int64_t bits_ = 0;
};
using Acts = SetOf<Act>;
using Seats = SetOf<Seat>;
using Guards = SetOf<Guard>;
/// What a problem is marked with by itself, and what it has from the mark of its programme.
inline constexpr Guards subject_guards{Guard::accountability, Guard::clues, Guard::life_meeting};
inline constexpr Guards mark_guards{Guard::secret, Guard::confidential};
inline constexpr Guards every_guard = subject_guards | mark_guards;

/// The units under one, in one programme; what is left open is not bounded.
struct ScopePart {
    std::string
        unit_path;  // "/1/4/": the path of the topmost unit that may be seen; "" : every unit
    std::optional<ProgrammeId> programme;

    [[nodiscard]] bool unbounded() const { return unit_path.empty() && !programme; }
    bool operator==(const ScopePart&) const = default;
};

/// Which rows an account may see: what any of the parts covers, less what it is not cleared for.
/// Without a part, nothing. Applied in the query, never afterwards.
struct Scope {
    std::vector<ScopePart> parts;
    Guards cleared;

    /// Every row that nothing guards.
    [[nodiscard]] static Scope everything() { return {{ScopePart{}}, {}}; }
    [[nodiscard]] bool every_row() const {
        return std::any_of(parts.begin(), parts.end(),
                           [](const ScopePart& part) { return part.unbounded(); });
    }
    /// Whether a row held by the unit at `path` in that programme is covered by a part.
    [[nodiscard]] bool covers(std::string_view path, std::optional<ProgrammeId> programme) const {
        return std::any_of(parts.begin(), parts.end(), [&](const ScopePart& part) {
            return path.starts_with(part.unit_path) &&
                   (!part.programme || part.programme == programme);
        });
    }
    /// Whether it may see what has these guards.
    [[nodiscard]] bool clears(Guards guards) const { return cleared.has_all(guards); }
    [[nodiscard]] Guards withheld() const { return every_guard.without(cleared); }
    bool operator==(const Scope&) const = default;
};

/// What the program itself loads by: every row, guarded or not.
[[nodiscard]] inline Scope unbounded() {
    return {{ScopePart{}}, every_guard};
}

struct Actor {
    AccountId id;
    PersonId person;
    std::string name;  // as shown and as written in the journal
    UnitId unit;       // the unit this person works in; empty for administrators
    std::vector<UnitId> units_stood_in_for;  // of those absent whose work this person does today
    Acts acts;
    Scope scope;
    std::optional<Seat> seat;  // only of those who may sign

    [[nodiscard]] bool may(Act act) const { return acts.has(act); }
};

}  // namespace base
