#include "bodies/body_actions.hpp"

#include "accounts/directory.hpp"
#include "accounts/person_store.hpp"
#include "accounts/unit_store.hpp"
#include "bodies/proposed_body.hpp"
#include "plan/import_store.hpp"
#include "plan/intake.hpp"

namespace bodies {
namespace {

using base::ErrorKind;
using base::refuse;
using ledger::Recorder;

base::Error unknown(std::string_view code, std::string_view field, const std::string& value) {
    return refuse(ErrorKind::invalid, code, field, {{"value", value}});
}

base::Result<void> name_unit(db::Transaction& transaction, UnitRef& unit, std::string_view field) {
    const auto found = accounts::find_unit(transaction, unit.id);
    if (!found) return unknown("unit_unknown", field, unit.name);
    unit.name = found->name;
    return {};
}

base::Result<void> name_member(db::Transaction& transaction, Member& member) {
    if (member.unit)
        if (auto named = name_unit(transaction, *member.unit, "members"); !named) return named;
    for (auto& unit : member.portfolio)
        if (auto named = name_unit(transaction, unit, "members"); !named) return named;
    if (member.person) {
        auto name = accounts::find_person_name(transaction, *member.person);
        if (!name) return unknown("person_unknown", "members", member.name);
        member.name = std::move(*name);
    }
    if (member.role == MemberRole::support && member.unit && member.name.empty())
        member.name = member.unit->name;
    return {};
}

/// With the names under which units and persons are registered, in order, and without a fault.
base::Result<BodyTerms> sound(db::Transaction& transaction, BodyTerms terms) {
    if (terms.unit)
        if (auto named = name_unit(transaction, *terms.unit, "unit_id"); !named)
            return named.error();
    for (auto& member : terms.members)
        if (auto named = name_member(transaction, member); !named) return named.error();
    if (auto good = check(terms); !good) return good.error();
    return arranged(std::move(terms));
}

void note(Recorder& recorder, std::string_view act, const Body& body, const std::string& people) {
    std::vector<std::pair<std::string, std::string>> facts{{"name", body.terms.name}};
    if (!people.empty()) facts.emplace_back("members", people);
    recorder.note(act, "body", body.id.text(), facts);
}

/// What the plans say that were imported and not taken back, the newest first.
std::vector<plan::ReadBody> read_bodies(db::Transaction& transaction, ProgrammeId programme) {
    std::vector<plan::ReadBody> read;
    for (const auto& import : plan::list_imports(transaction, programme)) {
        if (import.state != plan::ImportState::confirmed) continue;
        auto document =
            plan::read_plan({import.kind, plan::list_blocks(transaction, import.id), import.title});
        for (auto& body : document.bodies) read.push_back(std::move(body));
    }
    return read;
}

/// Those of the inspected unit and below it.
std::vector<accounts::Person> list_persons_of(db::Transaction& transaction,
                                              const ledger::Programme& programme) {
    const auto path = accounts::load_unit_path(transaction, programme.inspected_unit);
    if (!path) return {};
    accounts::PersonFilter filter;
    filter.scope = base::Scope{{{*path, std::nullopt}}, {}};
    return accounts::list_persons(transaction, filter);
}

/// Who of them is meant by a name, where one only bears it.
void resolve_persons(const std::vector<accounts::Person>& persons, BodyTerms& terms) {
    const accounts::PersonDirectory directory(persons);
    for (auto& member : terms.members) {
        member.person = directory.find(member.name);
        if (!member.person || !member.post.empty()) continue;
        for (const auto& person : persons)
            if (person.id == *member.person) member.post = person.post;
    }
}

template <class Change>
auto changed(const Needs& needs, const base::Actor& actor, const SeenBody& seen, Change change) {
    return needs.database.write(
        [&](db::Transaction& transaction) -> std::invoke_result_t<Change, Recorder&, const Body&> {
            const auto found = find_body(transaction, seen.id);
            if (!found) return refuse(ErrorKind::not_found, "body_unknown");
            auto recorder = Recorder::open(transaction, needs, actor, found->programme);
            if (!recorder) return refuse(ErrorKind::not_found, "body_unknown");
            if (auto no = why_not_set_up(actor)) return *no;
            const auto before = find_body(transaction, seen.id);
            if (!before) return refuse(ErrorKind::not_found, "body_unknown");
            if (auto fresh = ledger::check_version(before->version, seen.version); !fresh)
                return fresh.error();
            auto done = change(*recorder, *before);
            if (done) recorder->finish();
            return done;
        });
}

}  // namespace

base::Result<BodiesView> view_bodies(const Needs& needs, const base::Actor& actor,
                                     ProgrammeId programme, std::optional<base::Date> day) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<BodiesView> {
        const auto found = ledger::load_programme(transaction, programme, actor.scope);
        if (!found) return found.error();
        auto all = list_bodies(transaction, programme);
        if (day) return BodiesView{as_of(std::move(all), *day), *day};
        return BodiesView{std::move(all), needs.clock.today()};
    });
}

base::Result<Body> add_body(const Needs& needs, const base::Actor& actor, const NewBody& wanted) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<Body> {
        auto recorder = Recorder::open(transaction, needs, actor, wanted.programme);
        if (!recorder) return recorder.error();
        if (auto no = why_not_set_up(actor)) return *no;
        auto terms = sound(transaction, wanted.terms);
        if (!terms) return terms.error();
        if (auto stored = find_body(transaction, wanted.id)) {
            if (stored->programme == wanted.programme && stored->terms == *terms)
                return std::move(*stored);
            return refuse(ErrorKind::conflict, "same_id_other_content", "id");
        }
        const auto others = list_bodies(transaction, wanted.programme);
        if (auto good = check_beside(wanted.id, *terms, others); !good) return good.error();
        const Body body{wanted.id, wanted.programme, std::move(*terms), 1};
        insert_body(transaction, body);
        note(*recorder, "add_body", body, newcomers({}, body.terms));
        recorder->finish();
        return body;
    });
}

base::Result<Body> edit_body(const Needs& needs, const base::Actor& actor, const SeenBody& seen,
                             const BodyTerms& terms) {
    return changed(
        needs, actor, seen, [&](Recorder& recorder, const Body& before) -> base::Result<Body> {
            auto& transaction = recorder.transaction();
            auto wanted = sound(transaction, terms);
            if (!wanted) return wanted.error();
            const auto others = list_bodies(transaction, before.programme);
            if (auto good = check_beside(before.id, *wanted, others); !good) return good.error();
            if (before.terms == *wanted) return before;
            const Body after{before.id, before.programme, std::move(*wanted), before.version + 1};
            if (auto saved = save_body(transaction, after); !saved) return saved.error();
            note(recorder, "edit_body", after, newcomers(before.terms, after.terms));
            return after;
        });
}

base::Result<void> remove_body(const Needs& needs, const base::Actor& actor, const SeenBody& seen) {
    return changed(needs, actor, seen,
                   [&](Recorder& recorder, const Body& before) -> base::Result<void> {
                       delete_body(recorder.transaction(), before.id);
                       note(recorder, "remove_body", before, newcomers({}, before.terms));
                       return {};
                   });
}

base::Result<std::vector<BodyTerms>> list_proposed_bodies(const Needs& needs,
                                                          const base::Actor& actor,
                                                          ProgrammeId programme) {
    using Proposed = base::Result<std::vector<BodyTerms>>;
    return needs.database.read([&](db::Transaction& transaction) -> Proposed {
        const auto found = ledger::load_programme(transaction, programme, actor.scope);
        if (!found) return found.error();
        if (auto no = why_not_set_up(actor)) return *no;
        return proposed_bodies(read_bodies(transaction, programme),
                               list_bodies(transaction, programme));
    });
}

base::Result<BodiesView> take_over_proposed_bodies(const Needs& needs, const base::Actor& actor,
                                                   ProgrammeId programme) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<BodiesView> {
        auto recorder = Recorder::open(transaction, needs, actor, programme);
        if (!recorder) return recorder.error();
        if (auto no = why_not_set_up(actor)) return *no;
        const auto standing = list_bodies(transaction, programme);
        const auto persons = list_persons_of(transaction, recorder->programme());
        for (auto& terms : proposed_bodies(read_bodies(transaction, programme), standing)) {
            resolve_persons(persons, terms);
            const Body body{BodyId::make(recorder->now(), recorder->random()), programme,
                            std::move(terms), 1};
            insert_body(transaction, body);
            note(*recorder, "add_body", body, newcomers({}, body.terms));
        }
        recorder->finish();
        return BodiesView{list_bodies(transaction, programme), recorder->today()};
    });
}

}  // namespace bodies
