#include "supervision/check_actions.hpp"

#include <algorithm>

#include "accounts/person_store.hpp"
#include "accounts/unit_store.hpp"
#include "ledger/restricted_actions.hpp"
#include "supervision/check_news_actions.hpp"
#include "supervision/check_step_actions.hpp"

namespace supervision {
namespace {

using base::ErrorKind;
using base::refuse;
using ledger::note_restricted_read;
using ledger::Recorder;

/// Names as they are registered, and items where none were given. Refuses: person_unknown,
/// unit_unknown.
base::Result<CheckTerms> completed(db::Transaction& transaction, CheckTerms terms) {
    for (auto& one : terms.team) {
        if (!one.person) continue;
        auto name = accounts::find_person_name(transaction, *one.person);
        if (!name)
            return refuse(ErrorKind::invalid, "person_unknown", "team", {{"value", one.name}});
        one.name = std::move(*name);
    }
    for (auto& one : terms.units) {
        const auto unit = accounts::find_unit(transaction, one.unit);
        if (!unit) return refuse(ErrorKind::invalid, "unit_unknown", "units");
        one.name = unit->name;
    }
    if (terms.items.empty()) terms.items = usual_items(terms.kind);
    return terms;
}

/// What people said of it; the rest is the program's.
bool says_the_same(const Check& stored, const NewCheck& wanted, const CheckTerms& terms) {
    return stored.programme == wanted.programme && stored.announced == wanted.announced &&
           stored.terms == terms;
}

std::string days_of(const CheckTerms& terms) {
    return base::to_text(terms.begins_on) + " — " + base::to_text(terms.ends_on);
}

/// Loads, checks that it is what the actor saw, lets `act` make of it what it will be.
template <class Rule>
base::Result<Check> changed(const Needs& needs, const base::Actor& actor, const SeenCheck& seen,
                            Rule rule) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<Check> {
        auto opened = open_check(transaction, needs, actor, seen.id);
        if (!opened) return opened.error();
        auto& [recorder, before] = *opened;
        if (auto fresh = ledger::check_version(before.version, seen.version); !fresh)
            return fresh.error();
        const base::Result<Check> after = rule(recorder, before);
        if (!after || *after == before) return after;
        if (auto saved = save_check(transaction, *after); !saved) return saved.error();
        recorder.finish();
        return after;
    });
}

}  // namespace

base::Result<Check> plan_check(const Needs& needs, const base::Actor& actor,
                               const NewCheck& wanted) {
    if (const auto fine = check_terms(wanted.terms, actor); !fine) return fine.error();
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<Check> {
        auto recorder = Recorder::open(transaction, needs, actor, wanted.programme);
        if (!recorder) return recorder.error();
        const auto terms = completed(transaction, wanted.terms);
        if (!terms) return terms.error();
        if (const auto stored = find_check(transaction, wanted.id, actor)) {
            if (says_the_same(*stored, wanted, *terms)) return *stored;
            return refuse(ErrorKind::conflict, "same_id_other_content", "id");
        }
        Check check;
        check.id = wanted.id;
        check.programme = wanted.programme;
        check.programme_title = recorder->programme().title;
        check.terms = *terms;
        check.announced = wanted.announced;
        check.planned_by = actor.name;
        insert_check(transaction, check);
        note(*recorder, "plan_check", check,
             {{"check_kind", std::string(name_of(check.terms.kind))},
              {"check_days", days_of(check.terms)}});
        tell_of_change(*recorder, std::nullopt, check);
        recorder->finish();
        return check;
    });
}

base::Result<Check> edit_check(const Needs& needs, const base::Actor& actor, const SeenCheck& seen,
                               const CheckTerms& terms) {
    return changed(needs, actor, seen,
                   [&](Recorder& recorder, const Check& before) -> base::Result<Check> {
                       const auto full = completed(recorder.transaction(), terms);
                       if (!full) return full.error();
                       const auto figures = figures_of(recorder.transaction(), before.id);
                       const auto after = edit(before, *full, figures, actor);
                       if (!after || *after == before) return after;
                       note(recorder, "edit_check", *after, {{"check_days", days_of(*full)}});
                       tell_of_change(recorder, before, *after);
                       return after;
                   });
}

base::Result<Check> announce_check(const Needs& needs, const base::Actor& actor,
                                   const SeenCheck& seen) {
    return changed(needs, actor, seen, [&](Recorder& recorder, const Check& before) {
        const auto after = announce(before, actor);
        if (!after || *after == before) return after;
        note(recorder, "announce_check", *after);
        tell_of_change(recorder, before, *after);
        return after;
    });
}

base::Result<Check> begin_check(const Needs& needs, const base::Actor& actor,
                                const SeenCheck& seen) {
    return changed(needs, actor, seen, [&](Recorder& recorder, const Check& before) {
        const auto after = begin(before, actor);
        if (after) note(recorder, "begin_check", *after);
        return after;
    });
}

base::Result<Check> cancel_check(const Needs& needs, const base::Actor& actor,
                                 const SeenCheck& seen, std::string_view reason) {
    return changed(needs, actor, seen, [&](Recorder& recorder, const Check& before) {
        const auto figures = figures_of(recorder.transaction(), before.id);
        const auto after = cancel(before, reason, figures, actor);
        if (!after) return after;
        note(recorder, "cancel_check", *after, {{"reason", std::string(reason)}});
        tell_of_change(recorder, before, *after);
        return after;
    });
}

base::Result<Check> conclude_check(const Needs& needs, const base::Actor& actor,
                                   const SeenCheck& seen, std::string_view conclusion) {
    return changed(needs, actor, seen, [&](Recorder& recorder, const Check& before) {
        const auto figures = figures_of(recorder.transaction(), before.id);
        const auto after = conclude(before, conclusion, figures, actor, recorder.now());
        if (!after) return after;
        note(recorder, "conclude_check", *after,
             {{"rows_checked", std::to_string(figures.rows)},
              {"findings", std::to_string(figures.findings)}});
        tell_of_findings(recorder, *after);
        return after;
    });
}

base::Result<CheckView> view_check(const Needs& needs, const base::Actor& actor, CheckId id) {
    auto view = needs.database.read(
        [&](db::Transaction& transaction) { return view_of(transaction, id, actor); });
    if (!view) return view;
    for (const auto& row : view->rows)
        note_restricted_read(
            needs, actor,
            {name_of(row.subject.kind), row.subject.id, view->check.programme, row.subject.guards});
    return view;
}

base::Result<CheckPage> list_check_page(const Needs& needs, const base::Actor& actor,
                                        const CheckFilter& filter) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<CheckPage> {
        const auto programme = ledger::load_programme(transaction, filter.programme, actor.scope);
        if (!programme) return programme.error();
        return list_checks(transaction, filter, actor);
    });
}

std::vector<CheckBrief> list_checks_of(const Needs& needs, const base::Actor& actor) {
    return needs.database.read(
        [&](db::Transaction& transaction) { return list_own_checks(transaction, actor); });
}

base::Result<std::vector<SupervisionCounts>> count_by_unit(const Needs& needs,
                                                           const base::Actor& actor,
                                                           base::ProgrammeId programme) {
    using Counts = base::Result<std::vector<SupervisionCounts>>;
    return needs.database.read([&](db::Transaction& transaction) -> Counts {
        const auto found = ledger::load_programme(transaction, programme, actor.scope);
        if (!found) return found.error();
        std::vector<SupervisionCounts> counts;
        for (auto& one : count_checks(transaction, programme, actor))
            counts.push_back({std::move(one)});
        for (const auto& one :
             ledger::count_notices(transaction, programme, actor, needs.clock.today())) {
            auto at = std::find_if(counts.begin(), counts.end(), [&](const auto& count) {
                return count.checks.unit == one.unit;
            });
            if (at == counts.end()) at = counts.insert(at, {{one.unit, one.unit_name}});
            at->notices = one.issued;
            at->notices_late = one.late;
        }
        std::sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
            return a.checks.unit_name < b.checks.unit_name;
        });
        return counts;
    });
}

}  // namespace supervision
