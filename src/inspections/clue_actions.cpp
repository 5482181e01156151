#include "inspections/clue_actions.hpp"

#include <algorithm>
#include <set>

#include "accounts/unit_store.hpp"
#include "ledger/news_actions.hpp"
#include "ledger/restricted_actions.hpp"

namespace inspections {
namespace {

using base::ErrorKind;
using base::refuse;
using ledger::note_restricted_read;
using ledger::Recorder;

void note(Recorder& recorder, std::string_view act, const Clue& one, std::string_view reason = {}) {
    std::vector<std::pair<std::string, std::string>> facts{
        {"number", std::to_string(one.number)},
        {"mark", one.handing.mark},
        {"clue_way", std::string(name_of(one.handling.way))},
        {"clue_result", std::string(name_of(one.handling.result))},
        {"reason", std::string(reason)}};
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    recorder.note(act, "clue", one.id.text(), facts);
}

/// For the whole of a programme: one page shows many.
ledger::Subject read_subject(base::ProgrammeId programme) {
    return {"clue", programme.text(), programme, base::Guards{base::Guard::clues}};
}

/// Those who keep clues where it comes from; that there is one, and nothing of it.
void tell_of_handing(Recorder& recorder, const std::string& path) {
    const auto programme = recorder.programme().id;
    const auto keeps = [&](const base::Actor& actor) {
        return !why_not_record(actor) && actor.scope.covers(path, programme);
    };
    notify::Event event;
    event.kind = notify::EventKind::clue_handed_over;
    event.guards = {base::Guard::clues};
    event.subject_kind = "clue";
    ledger::tell_accounts(recorder, event, list_accounts_that(recorder, keeps));
}

template <class Change>
base::Result<Clue> changed(const Needs& needs, const base::Actor& actor, const SeenClue& seen,
                           Change act) {
    if (const auto no = why_not_see(actor)) return *no;
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<Clue> {
        const auto found = find_clue(transaction, seen.id, actor.scope);
        if (!found) return refuse(ErrorKind::not_found, "clue_unknown");
        auto recorder = Recorder::open(transaction, needs, actor, found->programme);
        if (!recorder) return recorder.error();
        const auto before = find_clue(transaction, seen.id, actor.scope);
        if (!before) return refuse(ErrorKind::not_found, "clue_unknown");
        const base::Result<Clue> after = act(*recorder, *before);
        if (!after || *after == *before) return after;
        if (auto fresh = ledger::check_version(before->version, seen.version); !fresh)
            return fresh.error();
        if (auto saved = save_clue(transaction, *after); !saved) return saved.error();
        recorder->finish();
        return after;
    });
}

}  // namespace

base::Result<Clue> record_clue(const Needs& needs, const base::Actor& actor, const Clue& wanted) {
    if (const auto no = why_not_record(actor)) return *no;
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<Clue> {
        auto recorder = Recorder::open(transaction, needs, actor, wanted.programme);
        if (!recorder) return recorder.error();
        if (const auto stored = find_clue(transaction, wanted.id, actor.scope)) {
            if (stored->programme == wanted.programme && stored->handing == wanted.handing)
                return *stored;
            return refuse(ErrorKind::conflict, "same_id_other_content", "id");
        }
        if (const auto fine = check(wanted.handing, recorder->today()); !fine) return fine.error();
        const auto path = accounts::load_unit_path(transaction, wanted.handing.unit);
        if (!path || !actor.scope.covers(*path, wanted.programme))
            return refuse(ErrorKind::invalid, "unit_unknown", "unit_id");
        auto record = wanted;
        record.number = load_last_clue_number(transaction, wanted.programme) + 1;
        record.recorded_by = actor.name;
        record.recorded_at = recorder->now();
        insert_clue(transaction, record);
        note(*recorder, "record_clue", record);
        tell_of_handing(*recorder, *path);
        recorder->finish();
        return std::move(*find_clue(transaction, record.id, actor.scope));
    });
}

base::Result<Clue> handle_clue(const Needs& needs, const base::Actor& actor, const SeenClue& seen,
                               const Handling& handling) {
    return changed(needs, actor, seen, [&](Recorder& recorder, const Clue& before) {
        auto after = handle(before, handling, actor, recorder.today());
        if (after && *after != before) note(recorder, "handle_clue", *after);
        return after;
    });
}

base::Result<Clue> revoke_clue(const Needs& needs, const base::Actor& actor, const SeenClue& seen,
                               std::string_view reason) {
    return changed(needs, actor, seen, [&](Recorder& recorder, const Clue& before) {
        auto after = revoke(before, reason, actor, recorder.now());
        if (after && *after != before) note(recorder, "revoke_clue", *after, reason);
        return after;
    });
}

base::Result<ClueView> view_clues(const Needs& needs, const base::Actor& actor,
                                  const ClueFilter& filter) {
    if (const auto no = why_not_see(actor)) return *no;
    const auto programme = filter.programme.value_or(base::ProgrammeId{});
    const auto view =
        needs.database.read([&](db::Transaction& transaction) -> base::Result<ClueView> {
            const auto found = ledger::load_programme(transaction, programme, actor.scope);
            if (!found) return found.error();
            const auto today = needs.clock.today();
            ClueView all{list_clues(transaction, filter, actor.scope, today),
                         count_results(transaction, programme, actor.scope)};
            std::sort(all.results.begin(), all.results.end(),
                      [](const auto& a, const auto& b) { return a.result < b.result; });
            return all;
        });
    if (view) note_restricted_read(needs, actor, read_subject(programme));
    return view;
}

base::Result<CluePage> view_overdue_clues(const Needs& needs, const base::Actor& actor,
                                          const ledger::Page& page) {
    if (const auto no = why_not_see(actor)) return *no;
    const ClueFilter filter{{}, WhichClues::overdue, {}, page};
    auto found = needs.database.read([&](db::Transaction& transaction) {
        return list_clues(transaction, filter, actor.scope, needs.clock.today());
    });
    std::set<base::ProgrammeId> programmes;
    for (const auto& one : found.rows) programmes.insert(one.programme);
    for (const auto programme : programmes)
        note_restricted_read(needs, actor, read_subject(programme));
    return found;
}

}  // namespace inspections
