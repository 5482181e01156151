#include "inspections/round_actions.hpp"

#include <algorithm>

#include "accounts/unit_store.hpp"
#include "journal/payload.hpp"

namespace inspections {
namespace {

using base::ErrorKind;
using base::refuse;
using Facts = std::vector<std::pair<std::string, std::string>>;

base::Error unknown(std::string_view code) {
    return refuse(ErrorKind::not_found, code);
}

void note(const Needs& needs, db::Transaction& transaction, const base::Actor& actor,
          std::string_view act, std::string_view kind, const std::string& id, Facts facts) {
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    const auto payload = journal::payload_of({}, facts);
    needs.journal.append(transaction, actor, needs.clock.now(),
                         {.act = act, .subject_kind = kind, .subject_id = id, .payload = payload});
}

std::string words_of(const Days& days) {
    const auto text = [](Day day) { return day ? base::to_text(*day) : std::string(); };
    return days.begins_on || days.ends_on ? text(days.begins_on) + "—" + text(days.ends_on) : "";
}

base::Result<RoundView> view_of(db::Transaction& transaction, const base::Actor& actor,
                                RoundId id) {
    const auto round = find_round(transaction, id, actor);
    if (!round) return unknown("round_unknown");
    RoundView view{*round, list_teams(transaction, id), list_units(transaction, id, actor.scope)};
    if (!why_not_keep(actor)) return view;
    std::erase_if(view.teams, [&](const Team& team) {
        return std::none_of(view.units.begin(), view.units.end(),
                            [&](const InspectedUnit& one) { return one.inspection == team.id; });
    });
    return view;
}

base::Result<void> check_name(db::Transaction& transaction, const Round& wanted) {
    const auto same = ledger::find_round(transaction, wanted.terms.name);
    if (same && *same != wanted.id)
        return refuse(ErrorKind::conflict, "round_stands_already", "name",
                      {{"value", wanted.terms.name}});
    return {};
}

std::optional<InspectionId> find_same(db::Transaction& transaction, RoundId round,
                                      const TeamTerms& terms) {
    const ledger::Inspection inspection{{}, "", terms.name, terms.kind, terms.inspecting_body};
    return ledger::find_inspection(transaction, round, inspection);
}

base::Result<void> check_units(db::Transaction& transaction, const NewTeam& wanted,
                               const base::Scope& scope) {
    if (wanted.units.empty()) return refuse(ErrorKind::invalid, "team_inspects_nobody", "unit_ids");
    for (const auto id : wanted.units) {
        const auto unit = accounts::find_unit(transaction, id);
        if (!unit || !scope.covers(unit->path, std::nullopt))
            return refuse(ErrorKind::invalid, "unit_unknown", "unit_ids");
        if (auto good = accounts::check_open(*unit, "unit_ids"); !good) return good.error();
    }
    return {};
}

/// One act on one inspected unit, and the round as it is then.
template <class Change>
base::Result<RoundView> on_unit(const Needs& needs, const base::Actor& actor,
                                const UnitAddress& address, Change act) {
    if (const auto no = why_not_keep(actor)) return *no;
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<RoundView> {
        transaction.lock("programmes");
        const auto team = find_team(transaction, address.inspection);
        const auto unit = find_unit(transaction, address.inspection, address.unit, actor.scope);
        if (!team || !unit) return unknown("inspected_unit_unknown");
        const base::Result<void> done = act(transaction, *team, *unit);
        if (!done) return done.error();
        return view_of(transaction, actor, team->round);
    });
}

}  // namespace

RoundPage view_rounds(const Needs& needs, const base::Actor& actor, const ledger::Page& page) {
    return needs.database.read(
        [&](db::Transaction& transaction) { return list_rounds(transaction, page, actor); });
}

base::Result<RoundView> view_round(const Needs& needs, const base::Actor& actor, RoundId id) {
    return needs.database.read(
        [&](db::Transaction& transaction) { return view_of(transaction, actor, id); });
}

base::Result<RoundView> open_round(const Needs& needs, const base::Actor& actor,
                                   const Round& wanted) {
    if (const auto no = why_not_keep(actor)) return *no;
    if (auto good = check(Days{wanted.terms.begins_on, wanted.terms.ends_on}); !good)
        return good.error();
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<RoundView> {
        transaction.lock("programmes");  // Opening a programme makes rounds, too.
        if (const auto stored = find_round(transaction, wanted.id, actor)) {
            if (stored->terms == wanted.terms) return view_of(transaction, actor, wanted.id);
            return refuse(ErrorKind::conflict, "same_id_other_content", "id");
        }
        if (auto good = check_name(transaction, wanted); !good) return good.error();
        insert_round(transaction, wanted);
        note(needs, transaction, actor, "open_round", "round", wanted.id.text(),
             {{"title", wanted.terms.name}});
        return view_of(transaction, actor, wanted.id);
    });
}

base::Result<RoundView> change_round(const Needs& needs, const base::Actor& actor,
                                     const Round& wanted) {
    if (const auto no = why_not_keep(actor)) return *no;
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<RoundView> {
        transaction.lock("programmes");
        const auto before = find_round(transaction, wanted.id, actor);
        if (!before) return unknown("round_unknown");
        if (auto fresh = ledger::check_version(before->version, wanted.version); !fresh)
            return fresh.error();
        if (auto good = check(Days{wanted.terms.begins_on, wanted.terms.ends_on}); !good)
            return good.error();
        if (auto good = check_name(transaction, wanted); !good) return good.error();
        if (wanted.terms == before->terms) return view_of(transaction, actor, wanted.id);
        const Round after{wanted.id, wanted.terms, before->version + 1};
        if (auto saved = save_round(transaction, after); !saved) return saved.error();
        note(needs, transaction, actor, "change_round", "round", wanted.id.text(),
             {{"title", wanted.terms.name}});
        return view_of(transaction, actor, wanted.id);
    });
}

base::Result<RoundView> register_team(const Needs& needs, const base::Actor& actor,
                                      const NewTeam& wanted) {
    if (const auto no = why_not_keep(actor)) return *no;
    if (auto good = check(wanted.days); !good) return good.error();
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<RoundView> {
        transaction.lock("programmes");
        if (!find_round(transaction, wanted.team.round, actor)) return unknown("round_unknown");
        if (auto good = check_units(transaction, wanted, actor.scope); !good) return good.error();
        auto team = wanted.team;
        const auto same = find_same(transaction, team.round, team.terms);
        if (same)
            team.id = *same;
        else
            insert_team(transaction, team);
        std::int64_t registered = 0;
        for (const auto unit : wanted.units) {
            InspectedUnit one;
            one.inspection = team.id;
            one.unit = unit;
            one.days = wanted.days;
            one.version = 1;
            if (save_unit(transaction, one)) ++registered;  // Else it stands there already.
        }
        if (same && registered == 0) return view_of(transaction, actor, team.round);
        note(needs, transaction, actor, "register_inspections", "inspection", team.id.text(),
             {{"title", team.terms.inspecting_body},
              {"units", std::to_string(registered)},
              {"days_inspected", words_of(wanted.days)}});
        return view_of(transaction, actor, team.round);
    });
}

base::Result<RoundView> change_team(const Needs& needs, const base::Actor& actor,
                                    const Team& wanted) {
    if (const auto no = why_not_keep(actor)) return *no;
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<RoundView> {
        transaction.lock("programmes");
        const auto before = find_team(transaction, wanted.id);
        if (!before) return unknown("inspection_unknown");
        if (auto fresh = ledger::check_version(before->version, wanted.version); !fresh)
            return fresh.error();
        const auto same = find_same(transaction, before->round, wanted.terms);
        if (same && *same != wanted.id)
            return refuse(ErrorKind::conflict, "team_stands_already", "inspecting_body",
                          {{"value", wanted.terms.inspecting_body}});
        if (wanted.terms == before->terms) return view_of(transaction, actor, before->round);
        const Team after{wanted.id, before->round, wanted.terms, before->version + 1};
        if (auto saved = save_team(transaction, after); !saved) return saved.error();
        note(needs, transaction, actor, "change_inspection", "inspection", wanted.id.text(),
             {{"title", wanted.terms.inspecting_body}});
        return view_of(transaction, actor, before->round);
    });
}

base::Result<RoundView> set_days(const Needs& needs, const base::Actor& actor,
                                 const UnitAddress& address, std::int64_t version,
                                 const Days& days) {
    return on_unit(needs, actor, address,
                   [&](db::Transaction& transaction, const Team& team,
                       const InspectedUnit& before) -> base::Result<void> {
                       if (auto fresh = ledger::check_version(before.version, version); !fresh)
                           return fresh.error();
                       if (auto good = check(days); !good) return good.error();
                       if (days == before.days) return {};
                       auto after = before;
                       after.days = days;
                       ++after.version;
                       if (auto saved = save_unit(transaction, after); !saved) return saved;
                       note(needs, transaction, actor, "change_inspected_unit", "inspection",
                            team.id.text(),
                            {{"unit", before.unit_name}, {"days_inspected", words_of(days)}});
                       return {};
                   });
}

base::Result<RoundView> remove_unit(const Needs& needs, const base::Actor& actor,
                                    const UnitAddress& address) {
    return on_unit(needs, actor, address,
                   [&](db::Transaction& transaction, const Team& team,
                       const InspectedUnit& one) -> base::Result<void> {
                       if (const auto no = why_not_remove(one)) return *no;
                       delete_unit(transaction, one.inspection, one.unit);
                       delete_team_without_units(transaction, one.inspection);
                       note(needs, transaction, actor, "remove_inspected_unit", "inspection",
                            team.id.text(), {{"unit", one.unit_name}});
                       return {};
                   });
}

base::Result<RoundView> link_programme(const Needs& needs, const base::Actor& actor,
                                       const UnitAddress& address, base::ProgrammeId programme) {
    return on_unit(needs, actor, address,
                   [&](db::Transaction& transaction, const Team& team,
                       const InspectedUnit& one) -> base::Result<void> {
                       auto recorder = ledger::Recorder::open(transaction, needs, actor, programme);
                       if (!recorder) return recorder.error();
                       const auto& found = recorder->programme();
                       if (found.inspected_unit != one.unit)
                           return refuse(ErrorKind::invalid, "programme_inspects_another_unit",
                                         "programme_id", {{"value", found.inspected_unit_name}});
                       if (found.inspection.id == team.id) return {};
                       save_inspection_of(transaction, programme, team.id);
                       recorder->note("link_to_inspection", "programme", programme.text(),
                                      {{"title", team.terms.inspecting_body}});
                       recorder->finish();
                       return {};
                   });
}

}  // namespace inspections
