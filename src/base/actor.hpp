// Who asks: passed to every action and rule, never ambient. accounts fills it in from the session;
// rules only ask may().
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>

#include "base/id.hpp"

namespace base {

using AccountId = Id<struct AccountTag>;
using PersonId = Id<struct PersonTag>;
using UnitId = Id<struct UnitTag>;

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
};

/// A small set of acts.
class Acts {
  public:
    constexpr Acts() = default;
    constexpr Acts(std::initializer_list<Act> acts) {
        for (const auto act : acts) bits_ |= bit(act);
    }
    [[nodiscard]] constexpr bool has(Act act) const { return (bits_ & bit(act)) != 0; }
    [[nodiscard]] constexpr bool has_any(Acts others) const { return (bits_ & others.bits_) != 0; }
    constexpr Acts operator|(Acts other) const {
        Acts both;
        both.bits_ = bits_ | other.bits_;
        return both;
    }
    bool operator==(const Acts&) const = default;

  private:
    static constexpr std::uint64_t bit(Act act) {
        return std::uint64_t{1} << static_cast<unsigned>(act);
    }
    std::uint64_t bits_ = 0;
};

/// Which units' rows an account may see: the subtree under `unit_path`, or everything when it is
/// "". Applied in the query, never afterwards.
struct Scope {
    std::string unit_path;  // "/1/4/": the path of the topmost unit that may be seen

    [[nodiscard]] bool everything() const { return unit_path.empty(); }
    [[nodiscard]] bool covers(std::string_view path) const { return path.starts_with(unit_path); }
};

struct Actor {
    AccountId id;
    PersonId person;
    std::string name;  // as shown and as written in the journal
    UnitId unit;       // the unit this person works in; empty for administrators
    Acts acts;
    Scope scope;

    [[nodiscard]] bool may(Act act) const { return acts.has(act); }
};

}  // namespace base
