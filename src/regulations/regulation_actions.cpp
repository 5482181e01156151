#include "regulations/regulation_actions.hpp"

#include <algorithm>

#include "accounts/unit_store.hpp"
#include "ledger/measure_store.hpp"
#include "ledger/problem_store.hpp"
#include "ledger/waiting_actions.hpp"

namespace regulations {
namespace {

using base::ErrorKind;
using base::refuse;
using ledger::Recorder;

/// Refuses unit_unknown, unit_is_closed.
base::Result<void> check_unit(db::Transaction& transaction, base::UnitId id) {
    const auto unit = accounts::find_unit(transaction, id);
    if (!unit) return refuse(ErrorKind::invalid, "unit_unknown", "unit_id");
    return accounts::check_open(*unit, "unit_id");
}

template <class Id, class Load>
base::Result<void> check_rows(std::vector<AnsweredRow>& rows, ProgrammeId programme,
                              const base::Error& unknown, Load load) {
    for (auto& row : rows) {
        const auto id = Id::parse(row.id);
        if (!id) return unknown;
        const auto found = load(*id);
        if (!found || found->programme != programme) return unknown;
        row = AnsweredRow{found->id.text(), found->number, found->text};
    }
    std::sort(rows.begin(), rows.end(),
              [](const AnsweredRow& a, const AnsweredRow& b) { return a.number < b.number; });
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return {};
}

/// The rows as the actor sees them, in the order of their numbers, each once.
base::Result<RegulationTerms> sound(db::Transaction& transaction, RegulationTerms terms,
                                    ProgrammeId programme, const base::Actor& actor) {
    if (auto open = check_unit(transaction, terms.unit); !open) return open.error();
    const auto no_problem = refuse(ErrorKind::invalid, "problem_not_found", "problem_ids");
    auto fine = check_rows<ledger::ProblemId>(
        terms.problems, programme, no_problem,
        [&](ledger::ProblemId id) { return ledger::load_problem(transaction, id, actor.scope); });
    if (!fine) return fine.error();
    const auto no_measure = refuse(ErrorKind::invalid, "measure_not_found", "measure_ids");
    fine = check_rows<ledger::MeasureId>(
        terms.measures, programme, no_measure,
        [&](ledger::MeasureId id) { return ledger::load_measure(transaction, id, actor.scope); });
    if (!fine) return fine.error();
    return terms;
}

void add_unseen(std::vector<AnsweredRow>& wanted, const std::vector<AnsweredRow>& all,
                const std::vector<AnsweredRow>& seen) {
    for (const auto& row : all)
        if (std::find(seen.begin(), seen.end(), row) == seen.end()) wanted.push_back(row);
}

/// `wanted` with the rows that stand there and the actor does not see.
Regulation with_unseen(db::Transaction& transaction, Regulation wanted, const Regulation& seen) {
    const auto all = find_regulation(transaction, seen.id, base::unbounded());
    if (!all) return wanted;
    add_unseen(wanted.terms.problems, all->terms.problems, seen.terms.problems);
    add_unseen(wanted.terms.measures, all->terms.measures, seen.terms.measures);
    return wanted;
}

void note(Recorder& recorder, std::string_view act, const Regulation& one,
          const RegulationStep& step = {}) {
    std::vector<std::pair<std::string, std::string>> facts{
        {"title", one.terms.title},
        {"number", std::to_string(one.number)},
        {"regulation_state", std::string(name_of(one.state))},
        {"document", step.document},
        {"reason", step.note}};
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    recorder.note(act, "regulation", one.id.text(), facts);
}

/// Loads what the actor saw, saves what `act` makes of it.
template <class Change>
base::Result<Regulation> changed(const Needs& needs, const base::Actor& actor,
                                 const SeenRegulation& seen, Change act) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<Regulation> {
        const auto unknown = refuse(ErrorKind::not_found, "regulation_unknown");
        const auto found = find_regulation(transaction, seen.id, actor.scope);
        if (!found) return unknown;
        auto whole = actor;  // Whoever sees it may act on it, whatever else they see.
        whole.scope = base::unbounded();
        auto recorder = Recorder::open(transaction, needs, whole, found->programme);
        if (!recorder) return recorder.error();
        const auto before = find_regulation(transaction, seen.id, actor.scope);
        if (!before) return unknown;
        if (auto fresh = ledger::check_version(before->version, seen.version); !fresh)
            return fresh.error();
        const base::Result<Regulation> after = act(*recorder, *before);
        if (!after || *after == *before) return after;
        if (auto saved = save_regulation(transaction, *after); !saved) return saved.error();
        recorder->finish();
        return std::move(*find_regulation(transaction, seen.id, actor.scope));
    });
}

}  // namespace

base::Result<Regulation> add_regulation(const Needs& needs, const base::Actor& actor,
                                        const NewRegulation& wanted) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<Regulation> {
        auto recorder = Recorder::open(transaction, needs, actor, wanted.programme);
        if (!recorder) return recorder.error();
        if (auto no = why_not_add(actor)) return *no;
        if (auto good = check(wanted.terms); !good) return good.error();
        auto terms = sound(transaction, wanted.terms, wanted.programme, actor);
        if (!terms) return terms.error();
        if (auto stored = find_regulation(transaction, wanted.id, actor.scope)) {
            if (stored->programme == wanted.programme && stored->terms == *terms)
                return std::move(*stored);
            return refuse(ErrorKind::conflict, "same_id_other_content", "id");
        }
        Regulation one;
        one.id = wanted.id;
        one.programme = wanted.programme;
        one.number = load_last_number(transaction, wanted.programme) + 1;
        one.terms = std::move(*terms);
        insert_regulation(transaction, one);
        note(*recorder, "add_regulation", one);
        recorder->finish();
        return std::move(*find_regulation(transaction, one.id, actor.scope));
    });
}

base::Result<Regulation> edit_regulation(const Needs& needs, const base::Actor& actor,
                                         const SeenRegulation& seen, const RegulationTerms& terms) {
    return changed(needs, actor, seen,
                   [&](Recorder& recorder, const Regulation& before) -> base::Result<Regulation> {
                       if (auto no = why_not(RegulationAct::edit, before, actor)) return *no;
                       auto& transaction = recorder.transaction();
                       const auto wanted = sound(transaction, terms, before.programme, actor);
                       if (!wanted) return wanted.error();
                       const auto after = edit(before, *wanted, actor);
                       if (!after || *after == before) return after;
                       save_links(transaction, with_unseen(transaction, *after, before));
                       note(recorder, "edit_regulation", *after);
                       return after;
                   });
}

base::Result<Regulation> move_regulation(const Needs& needs, const base::Actor& actor,
                                         const SeenRegulation& seen, const RegulationStep& step) {
    return changed(needs, actor, seen,
                   [&](Recorder& recorder, const Regulation& before) -> base::Result<Regulation> {
                       const auto after = take_step(before, step, actor, recorder.now());
                       if (!after) return after;
                       insert_last_step(recorder.transaction(), *after);
                       note(recorder, std::string(name_of(step.act)) + "_regulation", *after, step);
                       return after;
                   });
}

base::Result<Regulation> view_regulation(const Needs& needs, const base::Actor& actor,
                                         RegulationId id) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<Regulation> {
        auto found = find_regulation(transaction, id, actor.scope);
        if (!found) return refuse(ErrorKind::not_found, "regulation_unknown");
        return std::move(*found);
    });
}

base::Result<RegisterView> view_register(const Needs& needs, const base::Actor& actor,
                                         const RegulationFilter& filter) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<RegisterView> {
        const auto found = ledger::load_programme(transaction, filter.programme, actor.scope);
        if (!found) return found.error();
        return RegisterView{
            list_regulations(transaction, filter, actor.scope),
            count_regulations(transaction, filter.programme, {needs.clock.today(), actor.scope})};
    });
}

base::Result<std::vector<ClaimDifference>> compare_claims(const Needs& needs,
                                                          const base::Actor& actor,
                                                          ProgrammeId programme) {
    using Differences = base::Result<std::vector<ClaimDifference>>;
    return needs.database.read([&](db::Transaction& transaction) -> Differences {
        const auto found = ledger::load_programme(transaction, programme, actor.scope);
        if (!found) return found.error();
        return list_differences(transaction, programme, actor.scope);
    });
}

std::vector<Regulation> list_own_due(const Needs& needs, const base::Actor& actor) {
    const auto until = base::add_days(needs.clock.today(), due_days);
    return needs.database.read([&](db::Transaction& transaction) {
        return list_due(transaction, ledger::units_of(actor), until, actor.scope);
    });
}

}  // namespace regulations
