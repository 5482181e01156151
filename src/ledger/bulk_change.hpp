// One change of many rows at once (R56): what is asked for and what it makes of a row. Every row is
// asked by the rules of a single edit; none is changed because others are. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/fields.hpp"
#include "ledger/waiting.hpp"

namespace ledger {

/// More rows than this are not changed at once: a programme has some thousand.
inline constexpr std::int64_t bulk_rows_max = 20'000;

/// What becomes of the holders that a row has in one role.
enum class HolderWay {
    replace,  // these and no others; none: nobody
    add,      // these too, behind those that are there
    remove,   // not these
    swap,     // these in the place of one, where that one holds the row
};
[[nodiscard]] std::string_view name_of(HolderWay way);
[[nodiscard]] std::optional<HolderWay> holder_way_of(std::string_view name);

struct HolderChange {
    HolderRole role = HolderRole::responsible_unit;
    HolderWay way = HolderWay::replace;
    Responsibility holders;            // all in `role`
    std::optional<Holder> instead_of;  // whom a swap takes out
    bool operator==(const HolderChange&) const = default;
};

/// What is asked for; everything absent stays as it is.
struct BulkChange {
    std::optional<Deadline> deadline;
    std::vector<HolderChange> holders;   // each role once
    std::optional<ResultKinds> demands;  // of measures
    bool operator==(const BulkChange&) const = default;
};

/// Why nothing can be asked for like this, or nothing. Refuses, in this order:
/// nothing_is_asked_for, role_stands_twice, holders_missing (all ways but replace),
/// only_measures_demand.
[[nodiscard]] std::optional<base::Error> why_not(const BulkChange& change, View view);
/// As a batch keeps it, and back.
[[nodiscard]] Fields fields_of(const BulkChange& change);
[[nodiscard]] BulkChange bulk_change_in(const Fields& fields);
/// "deadline, lead_leaders, demands": which fields are asked for, as the journal names them.
[[nodiscard]] std::string names_asked(const BulkChange& change);
/// Whether the history's field is one of those that were asked for.
[[nodiscard]] bool asks_for(const BulkChange& change, std::string_view field);

/// Two holders are the same when they are the same unit or person, else when they bear one name.
[[nodiscard]] Responsibility changed(const Responsibility& now, const HolderChange& change);

/// What counts for a row now: its own, else its problem's.
struct InForce {
    Responsibility responsibility;
    Deadline deadline;
};
/// The row as it would be; equal to `before` when it says so already. A measure that has its
/// holders from its problem gets them written down with the change, as in a single edit. Refuses:
/// as why_not(edit), then nobody_would_hold_it.
[[nodiscard]] base::Result<Measure> change_in_bulk(const Measure& before, const InForce& now,
                                                   const BulkChange& change, ProblemGate gate,
                                                   const base::Actor& actor);
[[nodiscard]] base::Result<Problem> change_in_bulk(const Problem& before, const BulkChange& change,
                                                   const base::Actor& actor);

/// All of a row that a batch can change, as it is now.
[[nodiscard]] Fields fields_kept_of(const Measure& row);
[[nodiscard]] Fields fields_kept_of(const Problem& row);
/// The row with what fields_kept_of() kept. Refuses: as why_not(edit).
[[nodiscard]] base::Result<Measure> take_back(const Measure& now, const Fields& before,
                                              ProblemGate gate, const base::Actor& actor);
[[nodiscard]] base::Result<Problem> take_back(const Problem& now, const Fields& before,
                                              const base::Actor& actor);

}  // namespace ledger
