#include "plan/holder_actions.hpp"

#include "accounts/person_store.hpp"
#include "accounts/unit_store.hpp"
#include "plan/read_holders.hpp"

namespace plan {
namespace {

constexpr std::int64_t directory_rows_max = 100'000;

}  // namespace

HolderResolver::HolderResolver(db::Transaction& transaction, NewUnits new_units)
    : transaction_(transaction),
      new_units_(new_units),
      persons_(accounts::list_persons(transaction,
                                      {"", base::Scope::everything(), directory_rows_max})) {
    const accounts::UnitFilter all{"", base::Scope::everything(), directory_rows_max,
                                   accounts::WhichUnits::closed_too};
    for (const auto& unit : accounts::list_units(transaction, all))
        (unit.is_open() ? units_ : closed_units_).add(unit);
}

bool HolderResolver::knows(const ledger::Holder& holder) const {
    if (ledger::is_unit(holder.role)) return units_.find(holder.name).has_value();
    return persons_.find(holder.name).has_value();
}

void HolderResolver::resolve(ledger::Responsibility& responsibility, ledger::Recorder& recorder) {
    for (auto& holder : responsibility) {
        if (is_placeholder(holder.name)) continue;
        if (!ledger::is_unit(holder.role)) {
            holder.person = persons_.find(holder.name);
            continue;
        }
        holder.unit = units_.find(holder.name);
        // A name that only closed units bear stays a name: whom they became, people must say.
        const bool may_open = new_units_ == NewUnits::open && !units_.is_ambiguous(holder.name) &&
                              !closed_units_.bears(holder.name);
        if (!holder.unit && may_open) holder.unit = open_unit(holder.name, recorder);
    }
}

std::optional<base::UnitId> HolderResolver::open_unit(const std::string& name,
                                                      ledger::Recorder& recorder) {
    const auto parent = accounts::load_unit(transaction_, recorder.programme().inspected_unit);
    if (!parent) return std::nullopt;
    accounts::Unit wanted;
    wanted.id = base::UnitId::make(recorder.now(), recorder.random());
    wanted.name = name;
    wanted.kind = accounts::UnitKind::department;
    wanted.parent = parent->id;
    const auto unit = accounts::place(wanted, *parent, accounts::take_unit_number(transaction_));
    if (!unit) return std::nullopt;  // A name no unit can bear stays a name.
    accounts::insert_unit(transaction_, *unit);
    units_.add(*unit);
    ++units_opened_;
    recorder.note("open_unit", "unit", unit->id.text(), {{"name", name}});
    return unit->id;
}

}  // namespace plan
