#include "supervision/accountability_actions.hpp"

#include <algorithm>

#include "accounts/unit_store.hpp"
#include "ledger/problem_store.hpp"
#include "ledger/restricted_actions.hpp"

namespace supervision {
namespace {

using base::ErrorKind;
using base::refuse;
using ledger::note_restricted_read;
using ledger::Recorder;

/// What a person said of it; the rest is the program's.
bool says_the_same(const Accountability& stored, const Accountability& wanted) {
    const auto said = [](const Accountability& one) {
        return std::tie(one.programme, one.problem, one.unit, one.person, one.post, one.triggers,
                        one.form, one.stage, one.double_inquiry, one.facts, one.decided_by,
                        one.decided_on, one.document);
    };
    return said(stored) == said(wanted);
}

void note(Recorder& recorder, std::string_view act, const Accountability& one,
          std::string_view reason = {}) {
    std::vector<std::pair<std::string, std::string>> facts{{"number", std::to_string(one.number)},
                                                           {"form", std::string(name_of(one.form))},
                                                           {"person", one.person},
                                                           {"document", one.document},
                                                           {"reason", std::string(reason)}};
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    recorder.note(act, "accountability", one.id.text(), facts);
}

base::Result<void> check_links(db::Transaction& transaction, const Accountability& wanted,
                               const base::Scope& scope) {
    const auto path = accounts::load_unit_path(transaction, wanted.unit);
    if (!path || !scope.covers(*path, wanted.programme))
        return refuse(ErrorKind::invalid, "unit_unknown", "unit_id");
    if (!wanted.problem) return {};
    const auto problem = ledger::load_problem(transaction, *wanted.problem, scope);
    if (!problem || problem->programme != wanted.programme)
        return refuse(ErrorKind::invalid, "problem_not_found", "problem_id");
    return {};
}

/// For the whole of a programme: one page shows many.
ledger::Subject read_subject(base::ProgrammeId programme) {
    return {"accountability", programme.text(), programme,
            base::Guards{base::Guard::accountability}};
}

}  // namespace

base::Result<Accountability> record_accountability(const Needs& needs, const base::Actor& actor,
                                                   const Accountability& wanted) {
    if (const auto no = why_not_record(actor)) return *no;
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<Accountability> {
        auto recorder = Recorder::open(transaction, needs, actor, wanted.programme);
        if (!recorder) return recorder.error();
        if (const auto stored = find_accountability(transaction, wanted.id, actor.scope)) {
            if (says_the_same(*stored, wanted)) return *stored;
            return refuse(ErrorKind::conflict, "same_id_other_content", "id");
        }
        if (const auto fine = check(wanted, recorder->today()); !fine) return fine.error();
        if (const auto fine = check_links(transaction, wanted, actor.scope); !fine)
            return fine.error();
        auto record = wanted;
        record.number = load_last_number(transaction, wanted.programme) + 1;
        record.recorded_by = actor.id;
        record.recorded_by_name = actor.name;
        record.recorded_at = recorder->now();
        insert_accountability(transaction, record);
        note(*recorder, "record_accountability", record);
        recorder->finish();
        return std::move(*find_accountability(transaction, record.id, actor.scope));
    });
}

base::Result<Accountability> revoke_accountability(const Needs& needs, const base::Actor& actor,
                                                   AccountabilityId id, std::int64_t version,
                                                   std::string_view reason) {
    if (const auto no = why_not_see(actor)) return *no;
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<Accountability> {
        const auto found = find_accountability(transaction, id, actor.scope);
        if (!found) return refuse(ErrorKind::not_found, "accountability_unknown");
        auto recorder = Recorder::open(transaction, needs, actor, found->programme);
        if (!recorder) return recorder.error();
        const auto before = find_accountability(transaction, id, actor.scope);
        if (!before) return refuse(ErrorKind::not_found, "accountability_unknown");
        const auto after = revoke(*before, reason, actor, recorder->now());
        if (!after || *after == *before) return after;
        if (auto fresh = ledger::check_version(before->version, version); !fresh)
            return fresh.error();
        if (auto saved = save_accountability(transaction, *after); !saved) return saved.error();
        note(*recorder, "revoke_accountability", *after, reason);
        recorder->finish();
        return after;
    });
}

base::Result<AccountabilityView> view_accountability(const Needs& needs, const base::Actor& actor,
                                                     const AccountabilityFilter& filter) {
    if (const auto no = why_not_see(actor)) return *no;
    const auto view =
        needs.database.read([&](db::Transaction& transaction) -> base::Result<AccountabilityView> {
            const auto programme =
                ledger::load_programme(transaction, filter.programme, actor.scope);
            if (!programme) return programme.error();
            AccountabilityView found{list_accountability(transaction, filter, actor.scope),
                                     count_forms(transaction, filter.programme, actor.scope)};
            std::sort(found.forms.begin(), found.forms.end(),
                      [](const auto& a, const auto& b) { return a.form < b.form; });
            return found;
        });
    if (view) note_restricted_read(needs, actor, read_subject(filter.programme));
    return view;
}

}  // namespace supervision
