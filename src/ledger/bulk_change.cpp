#include "ledger/bulk_change.hpp"

#include <algorithm>

#include "base/names.hpp"

namespace ledger {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::array<std::string_view, 4> way_names{"replace", "add", "remove", "swap"};
constexpr std::string_view instead_of = ".instead_of";

bool same(const Holder& a, const Holder& b) {
    if (a.unit && b.unit) return a.unit == b.unit;
    if (a.person && b.person) return a.person == b.person;
    return a.name == b.name;
}

bool has(const Responsibility& holders, const Holder& one) {
    return std::any_of(holders.begin(), holders.end(),
                       [&](const Holder& other) { return same(one, other); });
}

Responsibility in_role(const Responsibility& all, HolderRole role) {
    Responsibility found;
    std::copy_if(all.begin(), all.end(), std::back_inserter(found),
                 [&](const Holder& holder) { return holder.role == role; });
    return found;
}

void add_missing(Responsibility& holders, const Responsibility& more) {
    for (const auto& one : more)
        if (!has(holders, one)) holders.push_back(one);
}

/// A bare name is whoever bears it in the row already.
const Holder& known_as(const Holder& one, const Responsibility& now) {
    const auto found =
        std::find_if(now.begin(), now.end(), [&](const Holder& other) { return same(one, other); });
    return one.unit || one.person || found == now.end() ? one : *found;
}

Responsibility wanted_of(const Responsibility& now, const HolderChange& change) {
    Responsibility wanted;
    if (change.way == HolderWay::replace) {
        for (const auto& one : change.holders) add_missing(wanted, {known_as(one, now)});
    } else if (change.way == HolderWay::add) {
        wanted = now;
        add_missing(wanted, change.holders);
    } else if (change.way == HolderWay::remove) {
        std::copy_if(now.begin(), now.end(), std::back_inserter(wanted),
                     [&](const Holder& one) { return !has(change.holders, one); });
    } else {
        for (const auto& one : now) {
            const bool goes = change.instead_of && same(one, *change.instead_of);
            add_missing(wanted, goes ? change.holders : Responsibility{one});
        }
    }
    return wanted;
}

/// The edit that `change` makes of a row for which this counts. Refuses nobody_would_hold_it.
template <class Change>
base::Result<Change> edit_for(const InForce& now, const BulkChange& asked) {
    Change edit;
    auto responsibility = now.responsibility;
    for (const auto& one : asked.holders) responsibility = changed(responsibility, one);
    if (responsibility != now.responsibility) {
        if (responsibility.empty())
            return refuse(ErrorKind::illegal_transition, "nobody_would_hold_it", "responsibility");
        edit.responsibility = std::move(responsibility);
    }
    if (asked.deadline && *asked.deadline != now.deadline) edit.deadline = asked.deadline;
    return edit;
}

HolderChange& change_for(BulkChange& change, HolderRole role) {
    for (auto& one : change.holders)
        if (one.role == role) return one;
    change.holders.push_back({role, HolderWay::replace, {}, {}});
    return change.holders.back();
}

void read_holders(BulkChange& change, std::string_view field, std::string_view value) {
    const auto dot = std::min(field.find('.'), field.size());
    const auto role = holder_role_of(field.substr(0, dot));
    if (!role) return;
    auto& one = change_for(change, *role);
    auto holders = decode_responsibility(value);
    if (field.substr(dot) == instead_of) {
        if (!holders.empty()) one.instead_of = std::move(holders.front());
        return;
    }
    one.way = holder_way_of(field.substr(std::min(dot + 1, field.size()))).value_or(one.way);
    one.holders = std::move(holders);
}

}  // namespace

std::string_view name_of(HolderWay way) {
    return way_names[static_cast<std::size_t>(way)];
}
std::optional<HolderWay> holder_way_of(std::string_view name) {
    return base::named<HolderWay>(way_names, name);
}

std::optional<base::Error> why_not(const BulkChange& change, View view) {
    if (!change.deadline && change.holders.empty() && !change.demands)
        return refuse(ErrorKind::invalid, "nothing_is_asked_for", "change");
    std::vector<HolderRole> roles;
    for (const auto& one : change.holders) {
        const auto words = std::string(words_of(one.role));
        if (std::find(roles.begin(), roles.end(), one.role) != roles.end())
            return refuse(ErrorKind::invalid, "role_stands_twice", "change.holders",
                          {{"value", words}});
        roles.push_back(one.role);
        const bool none = one.holders.empty() && one.way != HolderWay::replace;
        if (none || (one.way == HolderWay::swap && !one.instead_of))
            return refuse(ErrorKind::invalid, "holders_missing", "change.holders",
                          {{"value", words}});
    }
    if (change.demands && view == View::problems)
        return refuse(ErrorKind::invalid, "only_measures_demand", "change.demands");
    return std::nullopt;
}

Fields fields_of(const BulkChange& change) {
    Fields fields;
    if (change.deadline) {
        fields.emplace_back("deadline_kind", name_of(change.deadline->kind));
        fields.emplace_back("deadline_text", change.deadline->text);
        fields.emplace_back("deadline_date",
                            change.deadline->date ? base::to_text(*change.deadline->date) : "");
    }
    for (const auto& one : change.holders) {
        const std::string role(name_of(one.role));
        fields.emplace_back(role + "." + std::string(name_of(one.way)), encode(one.holders));
        if (one.instead_of)
            fields.emplace_back(role + std::string(instead_of), encode({*one.instead_of}));
    }
    if (change.demands) fields.emplace_back("demands", encode(*change.demands));
    return fields;
}

BulkChange bulk_change_in(const Fields& fields) {
    BulkChange change;
    for (const auto& [field, value] : fields) {
        if (field == "demands") change.demands = decode_demands(value);
        if (field.starts_with("deadline_") && !change.deadline) change.deadline = Deadline{};
        if (field == "deadline_kind")
            change.deadline->kind = deadline_kind_of(value).value_or(DeadlineKind::unspecified);
        if (field == "deadline_text") change.deadline->text = value;
        if (field == "deadline_date") change.deadline->date = base::parse_date(value);
        read_holders(change, field, value);
    }
    return change;
}

std::string names_asked(const BulkChange& change) {
    std::string names;
    const auto add = [&](std::string_view name) {
        names += (names.empty() ? "" : ", ") + std::string(name);
    };
    if (change.deadline) add("deadline");
    for (const auto& one : change.holders) add(list_name_of(one.role));
    if (change.demands) add("demands");
    return names;
}

bool asks_for(const BulkChange& change, std::string_view field) {
    if (field.starts_with("deadline_")) return change.deadline.has_value();
    if (field == "demands") return change.demands.has_value();
    return std::any_of(change.holders.begin(), change.holders.end(),
                       [&](const HolderChange& one) { return list_name_of(one.role) == field; });
}

Responsibility changed(const Responsibility& now, const HolderChange& change) {
    const auto present = in_role(now, change.role), wanted = wanted_of(present, change);
    if (present == wanted) return now;
    // In the place where the role stood first; a new one comes last.
    Responsibility after;
    bool written = false;
    for (const auto& holder : now) {
        if (holder.role != change.role) {
            after.push_back(holder);
        } else if (!written) {
            after.insert(after.end(), wanted.begin(), wanted.end());
            written = true;
        }
    }
    if (!written) after.insert(after.end(), wanted.begin(), wanted.end());
    return after;
}

base::Result<Measure> change_in_bulk(const Measure& before, const InForce& now,
                                     const BulkChange& change, ProblemGate gate,
                                     const base::Actor& actor) {
    if (auto no = why_not(MeasureAct::edit, before, gate, actor)) return *no;
    auto one = edit_for<MeasureChange>(now, change);
    if (!one) return one.error();
    one->demands = change.demands;
    return edit(before, *one, gate, actor);
}

base::Result<Problem> change_in_bulk(const Problem& before, const BulkChange& change,
                                     const base::Actor& actor) {
    if (auto no = why_not(ProblemAct::edit, before, {}, actor)) return *no;
    const auto one = edit_for<ProblemChange>({before.responsibility, before.deadline}, change);
    if (!one) return one.error();
    return edit(before, *one, actor);
}

Fields fields_kept_of(const Measure& row) {
    auto fields = fields_kept(row);
    fields.emplace_back("demands", encode(row.demands));
    return fields;
}
Fields fields_kept_of(const Problem& row) {
    return fields_kept(row);
}

base::Result<Measure> take_back(const Measure& now, const Fields& before, ProblemGate gate,
                                const base::Actor& actor) {
    if (auto no = why_not(MeasureAct::edit, now, gate, actor)) return *no;
    auto after = put_back(now, before);
    for (const auto& [field, value] : before)
        if (field == "demands") after.demands = decode_demands(value);
    return after;
}

base::Result<Problem> take_back(const Problem& now, const Fields& before,
                                const base::Actor& actor) {
    if (auto no = why_not(ProblemAct::edit, now, {}, actor)) return *no;
    return put_back(now, before);
}

}  // namespace ledger
