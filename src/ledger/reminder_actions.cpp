#include "ledger/reminder_actions.hpp"

#include <map>
#include <set>
#include <tuple>

#include "accounts/account_store.hpp"
#include "accounts/unit_store.hpp"
#include "notify/message_store.hpp"

namespace ledger {
namespace {

using base::Act;

/// What one unit is told of at once.
struct Group {
    NearingMeasure first;
    int step = 0;
    std::int64_t rows = 0;
};
using Key = std::tuple<ProgrammeId, base::UnitId, int, std::int64_t>;  // the last: guards

class Round {
  public:
    Round(const Needs& needs, db::Transaction& transaction, const ReminderLadder& ladder,
          const std::vector<accounts::Account>& office)
        : needs_(needs),
          transaction_(transaction),
          ladder_(ladder),
          office_(office),
          now_(needs.clock.now()) {}

    std::int64_t make(ProgrammeId programme, base::Date until) {
        const auto today = base::date_of(now_);
        std::map<Key, Group> groups;
        std::set<MeasureId> told;
        for (const auto& one : list_nearing(transaction_, programme, until)) {
            const auto step = step_of(one.due_on, today, ladder_);
            if (!step || !is_news(*step, one.told)) continue;
            auto& group = groups[{one.programme, one.unit, *step, one.guards.bits()}];
            group.first = one;
            group.step = *step;
            ++group.rows;
            if (told.insert(one.measure).second)
                save_told(transaction_, one.measure, one.due_on, *step, now_);
        }
        for (const auto& [key, group] : groups) tell(group);
        return made_;
    }

  private:
    void tell(const Group& group) {
        std::set<base::AccountId> readers;
        const auto& row = group.first;
        for (const auto id :
             notify::list_accounts_of_unit(transaction_, row.unit, base::date_of(now_)))
            if (const auto account = accounts::find_account(transaction_, id);
                account && hears_of(*account, group))
                readers.insert(id);
        if (group.step == overdue_step && row.unit == row.inspected_unit) add_office(row, readers);
        if (readers.empty()) return;
        notify::Event event;
        event.at = now_;
        event.id = notify::EventId::make(now_, needs_.random);
        event.kind = group.step == overdue_step ? notify::EventKind::rows_overdue
                                                : notify::EventKind::rows_due_soon;
        event.programme_id = row.programme.text();
        event.programme_title = row.programme_title;
        event.subject_kind = "programme";
        event.subject_id = row.programme.text();
        event.subject_number = group.rows;
        event.by = nobody_.name;
        if (group.step != overdue_step) event.note = std::to_string(group.step);
        notify::insert_event(transaction_, event);
        for (const auto reader : readers) notify::insert_message(transaction_, event.id, reader);
        ++made_;
    }

    /// Those who report at every step, their leaders from the second on.
    [[nodiscard]] bool hears_of(const accounts::Account& account, const Group& group) const {
        const notify::Place place{.guards = group.first.guards};
        if (notify::hears(account, Act::report_progress, place, nobody_)) return true;
        return group.step != ladder_.days.front() &&
               notify::hears(account, Act::claim_problem, place, nobody_);
    }
    void add_office(const NearingMeasure& row, std::set<base::AccountId>& readers) {
        const auto path = accounts::load_unit_path(transaction_, row.inspected_unit);
        if (!path) return;
        for (const auto& account : office_)
            if (notify::hears(account, Act::edit_ledger, {*path, row.programme, row.guards},
                              nobody_))
                readers.insert(account.id);
    }

    const Needs& needs_;
    db::Transaction& transaction_;
    const ReminderLadder& ladder_;
    const std::vector<accounts::Account>& office_;
    base::Instant now_;
    base::Actor nobody_{.name = "系统"};
    std::int64_t made_ = 0;
};

/// Those who keep ledgers.
std::vector<accounts::Account> list_office(db::Transaction& transaction) {
    auto accounts = accounts::list_accounts_in_use(transaction);
    std::erase_if(accounts,
                  [](const auto& one) { return !accounts::acts_of(one).has(Act::edit_ledger); });
    return accounts;
}

}  // namespace

std::int64_t remind(const Needs& needs, const ReminderLadder& ladder) {
    if (ladder.days.empty() || !is_time_to_remind(needs.clock.now())) return 0;
    const auto until = base::add_days(needs.clock.today(), ladder.days.front());
    const auto programmes = needs.database.read(
        [&](db::Transaction& transaction) { return list_programmes_nearing(transaction, until); });
    if (programmes.empty()) return 0;
    const auto office =
        needs.database.read([](db::Transaction& transaction) { return list_office(transaction); });
    std::int64_t all = 0;
    // One short transaction each: a province's first round must not keep everybody from writing.
    for (const auto programme : programmes) {
        const auto made =
            needs.database.write([&](db::Transaction& transaction) -> base::Result<std::int64_t> {
                transaction.lock("reminders");
                return Round(needs, transaction, ladder, office).make(programme, until);
            });
        if (made) all += *made;
    }
    return all;
}

}  // namespace ledger
