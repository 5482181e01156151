#include "ledger/news_actions.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "accounts/account_store.hpp"
#include "accounts/unit_store.hpp"
#include "notify/message_store.hpp"

namespace ledger {
namespace {

using base::Act;
using Readers = std::set<base::AccountId>;

/// Those of one unit who may do something about it.
void add_readers_in(Recorder& recorder, base::UnitId unit, Act act, base::Guards guards,
                    Readers& readers) {
    for (const auto id :
         notify::list_accounts_of_unit(recorder.transaction(), unit, recorder.today())) {
        const auto account = accounts::find_account(recorder.transaction(), id);
        if (account && notify::hears(*account, act, {.guards = guards}, recorder.actor()))
            readers.insert(id);
    }
}

/// The one who handed it in hears of it wherever they work.
void add_reader(Recorder& recorder, std::optional<base::AccountId> id, base::Guards guards,
                Readers& readers) {
    const auto account = id ? accounts::find_account(recorder.transaction(), *id) : std::nullopt;
    if (account && notify::hears(*account, Act::read_ledger, {.guards = guards}, recorder.actor()))
        readers.insert(*id);
}

/// Those who may do something in the inspected unit's place.
Readers all_who_may(Recorder& recorder, Act act, base::Guards guards) {
    Readers readers;
    const auto path =
        accounts::load_unit_path(recorder.transaction(), recorder.programme().inspected_unit);
    if (!path) return readers;
    for (const auto& account : accounts::list_accounts_in_use(recorder.transaction()))
        if (notify::hears(account, act, {*path, recorder.programme().id, guards}, recorder.actor()))
            readers.insert(account.id);
    return readers;
}

/// As it is once its password is chosen.
base::Actor settled_actor(accounts::Account account) {
    account.must_change_password = false;
    return accounts::actor_of(account);
}

void tell(Recorder& recorder, notify::Event event, const Readers& readers) {
    if (readers.empty()) return;
    event.id = notify::EventId::make(recorder.now(), recorder.random());
    event.at = recorder.now();
    event.programme_id = recorder.programme().id.text();
    event.programme_title = recorder.programme().title;
    event.by = recorder.actor().name;
    event = notify::shortened(std::move(event));
    notify::insert_event(recorder.transaction(), event);
    for (const auto reader : readers)
        notify::insert_message(recorder.transaction(), event.id, reader);
}

template <class Row>
notify::Event event_of(const Row& row, std::string_view subject, notify::EventKind kind,
                       std::string_view note) {
    notify::Event event;
    event.guards = row.guards;
    event.kind = kind;
    event.subject_kind = subject;
    event.subject_id = row.id.text();
    event.subject_number = row.number;
    event.subject_text = row.text;
    event.note = note;
    return event;
}

}  // namespace

std::vector<accounts::Account> list_accounts_seeing(db::Transaction& transaction,
                                                    const Problem& problem,
                                                    const base::Actor& actor) {
    std::vector<std::string> paths;
    for (const auto unit : list_units_of(transaction, problem.id))
        if (auto path = accounts::load_unit_path(transaction, unit))
            paths.push_back(std::move(*path));
    std::vector<accounts::Account> seeing;
    for (auto& account : accounts::list_accounts_in_use(transaction)) {
        const bool sees = std::any_of(paths.begin(), paths.end(), [&](const std::string& path) {
            return notify::hears(account, Act::sign, {path, problem.programme, problem.guards},
                                 actor);
        });
        if (sees) seeing.push_back(std::move(account));
    }
    return seeing;
}

base::Actor signer_of(const accounts::Account& account) {
    auto actor = accounts::actor_of(account);
    actor.seat = accounts::seat_of(account.role);
    return actor;
}

void tell_holders(Recorder& recorder, const Measure& before, notify::EventKind kind,
                  std::string_view note) {
    Readers readers;
    const auto problem = load_problem(recorder.transaction(), before.problem, base::unbounded());
    const auto guards = problem ? problem->guards : base::Guards{};
    for (const auto unit : list_units_of(recorder.transaction(), before.id))
        add_readers_in(recorder, unit, Act::report_progress, guards, readers);
    add_reader(recorder, before.submitted_by, guards, readers);
    tell(recorder, event_of(before, "measure", kind, note), readers);
}

void tell_holders(Recorder& recorder, const Problem& before, notify::EventKind kind,
                  std::string_view note) {
    Readers readers;
    for (const auto unit : list_units_of(recorder.transaction(), before.id))
        add_readers_in(recorder, unit, Act::claim_problem, before.guards, readers);
    add_reader(recorder, before.applied_by, before.guards, readers);
    tell(recorder, event_of(before, "problem", kind, note), readers);
}

void tell_signers(Recorder& recorder, const Problem& problem, const Review& review,
                  const std::vector<accounts::Account>& seeing) {
    Readers readers;
    for (const auto& account : seeing)
        if (is_asked(review, signer_of(account))) readers.insert(account.id);
    tell(recorder, event_of(problem, "problem", notify::EventKind::strike_off_applied, {}),
         readers);
}

void tell_reviewers(Recorder& recorder, const Problem& problem, notify::EventKind kind) {
    tell(recorder, event_of(problem, "problem", kind, {}),
         all_who_may(recorder, Act::review, problem.guards));
}

void tell_reviewers(Recorder& recorder, const Measure& measure, base::Guards guards,
                    notify::EventKind kind) {
    tell(recorder, event_of(measure, "measure", kind, {}),
         all_who_may(recorder, Act::review, guards));
}

void tell_unit(Recorder& recorder, base::UnitId unit, notify::Event event, base::Guards guards) {
    Readers readers;
    for (const auto one : {unit, recorder.programme().inspected_unit}) {
        if (!readers.empty()) break;
        add_readers_in(recorder, one, Act::report_progress, guards, readers);
        add_readers_in(recorder, one, Act::claim_problem, guards, readers);
    }
    tell(recorder, std::move(event), readers);
}

void tell_office(Recorder& recorder, notify::Event event, base::Guards guards) {
    tell(recorder, std::move(event), all_who_may(recorder, Act::edit_ledger, guards));
}

notify::Event event_of(const Task& task, notify::EventKind kind, std::string_view note) {
    return event_of(task, "task", kind, note);
}

void tell_of_new(Recorder& recorder, const std::vector<Task>& tasks) {
    std::map<base::UnitId, std::vector<const Task*>> by_unit;
    for (const auto& task : tasks) by_unit[task.unit].push_back(&task);
    for (const auto& [unit, own] : by_unit) {
        auto event = event_of(*own.front(), notify::EventKind::tasks_given);
        if (own.size() > 1) {
            event.subject_kind = "programme";
            event.subject_id = recorder.programme().id.text();
            event.subject_text.clear();
        }
        event.subject_number = static_cast<std::int64_t>(own.size());
        tell_unit(recorder, unit, std::move(event), own.front()->guards);
    }
}

void tell_accounts(Recorder& recorder, notify::Event event,
                   const std::vector<base::AccountId>& accounts) {
    const auto guards = guards_of(recorder.programme().classification);
    Readers readers;
    for (const auto id : accounts) add_reader(recorder, id, guards, readers);
    tell(recorder, std::move(event), readers);
}

bool fits_account(Recorder& recorder, base::AccountId id, const Fits& fits) {
    const auto account = accounts::find_account(recorder.transaction(), id);
    return account && !account->disabled && id != recorder.actor().id &&
           fits(settled_actor(*account));
}

std::vector<base::AccountId> list_accounts_that(Recorder& recorder, const Fits& fits) {
    std::vector<base::AccountId> found;
    for (const auto& account : accounts::list_accounts_in_use(recorder.transaction()))
        if (account.id != recorder.actor().id && fits(settled_actor(account)))
            found.push_back(account.id);
    return found;
}

std::vector<base::AccountId> list_accounts_that(Recorder& recorder, base::UnitId unit,
                                                const Fits& fits) {
    std::vector<base::AccountId> found;
    for (const auto id :
         notify::list_accounts_of_unit(recorder.transaction(), unit, recorder.today()))
        if (fits_account(recorder, id, fits)) found.push_back(id);
    return found;
}

base::UnitId unit_told_for(Recorder& recorder, base::UnitId unit) {
    const auto works = [](const base::Actor& actor) {
        return actor.acts.has_any({Act::report_progress, Act::claim_problem});
    };
    const bool somebody = !list_accounts_that(recorder, unit, works).empty();
    return somebody ? unit : recorder.programme().inspected_unit;
}

void tell_units(Recorder& recorder, const std::vector<Assigned>& assigned, const RowsCause& cause) {
    for (const auto& [unit, rows] : assigned) {
        Readers readers;
        add_readers_in(recorder, unit, Act::report_progress, {}, readers);
        notify::Event event;
        event.kind = notify::EventKind::rows_assigned;
        event.subject_kind = cause.kind;
        event.subject_id = cause.id;
        event.subject_number = rows;
        event.subject_text = cause.text;
        tell(recorder, std::move(event), readers);
    }
}

}  // namespace ledger
