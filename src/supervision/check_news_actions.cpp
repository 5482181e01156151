#include "supervision/check_news_actions.hpp"

#include <map>
#include <set>

#include "accounts/unit_store.hpp"
#include "ledger/news_actions.hpp"
#include "notify/message_store.hpp"
#include "supervision/checked_row_store.hpp"

namespace supervision {
namespace {

using base::Act;
using ledger::Recorder;
using notify::EventKind;
using Accounts = std::set<base::AccountId>;

notify::Event event_of(const Check& check, EventKind kind, std::string_view note = {}) {
    notify::Event event;
    event.kind = kind;
    event.subject_kind = "check";
    event.subject_id = check.id.text();
    event.subject_text = check.terms.subject;
    event.note = note;
    return event;
}

/// Those of one of its units that work there and see the unit.
void add_unit(Recorder& recorder, const Check& check, base::UnitId unit, Accounts& accounts) {
    const auto path = accounts::load_unit_path(recorder.transaction(), unit);
    if (!path) return;
    const auto works_there = [&](const base::Actor& actor) {
        return actor.acts.has_any({Act::report_progress, Act::claim_problem}) &&
               actor.scope.covers(*path, check.programme);
    };
    for (const auto id : list_accounts_that(recorder, unit, works_there)) accounts.insert(id);
}

/// Whom a check concerns that is to take place; without the one who acts.
Accounts concerned(Recorder& recorder, const Check& check) {
    Accounts accounts;
    if (check.state == CheckState::cancelled) return accounts;
    const auto sees = [&](const base::Actor& actor) {
        const bool on_team = is_on_team(check, actor);
        return on_team && (check.announced || actor.may(Act::review)) &&
               ledger::load_programme(recorder.transaction(), check.programme, actor.scope);
    };
    for (const auto& one : check.terms.team) {
        if (!one.person) continue;
        const auto id = notify::find_account_of_person(recorder.transaction(), *one.person);
        if (id && ledger::fits_account(recorder, *id, sees)) accounts.insert(*id);
    }
    if (check.announced)
        for (const auto& visited : check.terms.units)
            add_unit(recorder, check, visited.unit, accounts);
    return accounts;
}

std::vector<base::AccountId> among(const Accounts& accounts, const Accounts& others, bool in) {
    std::vector<base::AccountId> found;
    for (const auto id : accounts)
        if (others.contains(id) == in) found.push_back(id);
    return found;
}

std::string days_of(const CheckTerms& terms) {
    return base::to_text(terms.begins_on) + " 至 " + base::to_text(terms.ends_on);
}

bool moved(const CheckTerms& before, const CheckTerms& after) {
    return days_of(before) != days_of(after) || before.units != after.units;
}

}  // namespace

void tell_of_change(Recorder& recorder, const std::optional<Check>& before, const Check& after) {
    const auto was = before ? concerned(recorder, *before) : Accounts();
    const auto now = concerned(recorder, after);
    const auto days = days_of(after.terms);
    ledger::tell_accounts(recorder, event_of(after, EventKind::check_planned, days),
                          among(now, was, false));
    ledger::tell_accounts(recorder, event_of(after, EventKind::check_cancelled, after.reason),
                          among(was, now, false));
    if (before && moved(before->terms, after.terms))
        ledger::tell_accounts(recorder, event_of(after, EventKind::check_changed, days),
                              among(now, was, true));
}

void tell_of_findings(Recorder& recorder, const Check& concluded) {
    struct Found {
        base::Guards guards;
        std::int64_t rows = 0;
    };
    // What somebody is not cleared for is not counted before them.
    std::map<std::pair<base::UnitId, std::int64_t>, Found> by_unit;
    for (const auto& row : list_rows(recorder.transaction(), concluded.id, base::unbounded())) {
        if (!row.is_finding()) continue;
        auto& found =
            by_unit[{ledger::unit_told_for(recorder, row.unit), row.subject.guards.bits()}];
        found.guards = row.subject.guards;
        ++found.rows;
    }
    for (const auto& [place, found] : by_unit) {
        auto event = event_of(concluded, EventKind::findings_entered);
        event.subject_number = found.rows;
        event.guards = found.guards;
        ledger::tell_unit(recorder, place.first, std::move(event), found.guards);
    }
}

}  // namespace supervision
