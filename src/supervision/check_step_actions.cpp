#include "supervision/check_step_actions.hpp"

namespace supervision {
namespace {

ToldDraw told(Draw draw, const base::Actor& actor) {
    const bool withheld = !actor.scope.clears(draw.guards);
    if (withheld) draw.pool_list.clear();
    return {std::move(draw), withheld};
}

/// The files at the rows of the view, each with other rows where the same file stands.
void add_files(db::Transaction& transaction, CheckView& view, const base::Scope& scope) {
    auto files = list_check_files(transaction, view.check.id);
    std::vector<std::string> digests;
    for (const auto& row : view.rows)
        for (const auto& item : files[row.id]) digests.push_back(item.evidence.digest);
    if (digests.empty()) return;
    const auto places = ledger::list_places(transaction, digests, scope);
    for (const auto& row : view.rows)
        for (auto& item : files[row.id]) {
            auto& shown = view.files[row.id].emplace_back();
            for (const auto& place : places)
                if (place.digest == item.evidence.digest) shown.elsewhere.push_back(place);
            for (const auto& other : view.rows)
                for (const auto& twin : files[other.id])
                    if (other.id != row.id && twin.evidence.digest == item.evidence.digest)
                        shown.again_at.push_back(other.position);
            shown.item = item;
        }
}

}  // namespace

base::Result<OpenedCheck> open_check(db::Transaction& transaction, const Needs& needs,
                                     const base::Actor& actor, CheckId id) {
    const auto unknown = base::refuse(base::ErrorKind::not_found, "check_unknown");
    const auto found = find_check(transaction, id, actor);
    if (!found) return unknown;
    auto recorder = ledger::Recorder::open(transaction, needs, actor, found->programme);
    if (!recorder) return recorder.error();
    auto check = find_check(transaction, id, actor);  // Again, now that nobody else writes.
    if (!check) return unknown;
    return OpenedCheck{std::move(*recorder), std::move(*check)};
}

base::Result<LookedAt> look_at_row(db::Transaction& transaction, const base::Actor& actor,
                                   CheckRowId id) {
    const auto unknown = base::refuse(base::ErrorKind::not_found, "check_row_unknown");
    const auto of = find_check_of(transaction, id);
    auto check = of ? find_check(transaction, *of, actor) : std::nullopt;
    if (!check || !sees_inside(*check, actor)) return unknown;
    auto row = find_row(transaction, id, actor.scope);
    if (!row) return unknown;
    return LookedAt{std::move(*check), std::move(*row)};
}

base::Result<OpenedRow> open_row(db::Transaction& transaction, const Needs& needs,
                                 const base::Actor& actor, CheckRowId id) {
    const auto seen = look_at_row(transaction, actor, id);
    if (!seen) return seen.error();
    auto opened = open_check(transaction, needs, actor, seen->check.id);
    const auto unknown = base::refuse(base::ErrorKind::not_found, "check_row_unknown");
    if (!opened || !sees_inside(opened->check, actor)) return unknown;
    auto row = find_row(transaction, id, actor.scope);
    if (!row) return unknown;
    return OpenedRow{std::move(*opened), std::move(*row)};
}

std::string label_of(const CheckedRow& row) {
    return label_of(row.subject.kind, row.subject.number);
}

base::Result<CheckView> view_of(db::Transaction& transaction, CheckId id,
                                const base::Actor& actor) {
    auto check = find_check(transaction, id, actor);
    if (!check) return base::refuse(base::ErrorKind::not_found, "check_unknown");
    CheckView view;
    view.check = std::move(*check);
    if (!sees_inside(view.check, actor)) return view;
    view.figures = figures_of(transaction, id);
    view.rows = list_rows(transaction, id, actor.scope);
    add_files(transaction, view, actor.scope);
    for (auto& draw : list_draws(transaction, id))
        view.draws.push_back(told(std::move(draw), actor));
    return view;
}

void note(ledger::Recorder& recorder, std::string_view act, const Check& check,
          std::vector<std::pair<std::string, std::string>> facts) {
    facts.insert(facts.begin(), {"subject", check.terms.subject});
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    recorder.note(act, "check", check.id.text(), facts);
}

}  // namespace supervision
