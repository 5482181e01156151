#include "regulations/study_actions.hpp"

#include "accounts/unit_store.hpp"

namespace regulations {
namespace {

using base::ErrorKind;
using base::refuse;
using ledger::Recorder;

bool says_the_same(const Study& stored, const Study& wanted) {
    const auto said = [](const Study& one) {
        return std::tie(one.programme, one.title, one.studied_on, one.occasion, one.unit,
                        one.persons);
    };
    return said(stored) == said(wanted);
}

void note(Recorder& recorder, std::string_view act, const Study& one) {
    recorder.note(act, "study", one.id.text(),
                  {{"title", one.title}, {"held_on", base::to_text(one.studied_on)}});
}

}  // namespace

base::Result<Study> add_study(const ledger::Needs& needs, const base::Actor& actor,
                              const Study& wanted) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<Study> {
        auto recorder = Recorder::open(transaction, needs, actor, wanted.programme);
        if (!recorder) return recorder.error();
        const auto unit = accounts::find_unit(transaction, wanted.unit);
        if (!unit) return refuse(ErrorKind::invalid, "unit_unknown", "unit_id");
        Study one = wanted;
        one.unit_name = unit->name;
        one.unit_path = unit->path;
        one.by = actor.name;
        if (auto no = why_not_keep(one, actor)) return *no;
        if (auto good = check(one, recorder->today()); !good) return good.error();
        if (const auto stored = find_study(transaction, one.id, base::unbounded())) {
            if (says_the_same(*stored, one)) return *stored;
            return refuse(ErrorKind::conflict, "same_id_other_content", "id");
        }
        insert_study(transaction, one);
        note(*recorder, "add_study", one);
        recorder->finish();
        return one;
    });
}

base::Result<void> remove_study(const ledger::Needs& needs, const base::Actor& actor, StudyId id,
                                std::int64_t version) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<void> {
        const auto found = find_study(transaction, id, actor.scope);
        if (!found) return refuse(ErrorKind::not_found, "study_unknown");
        auto recorder = Recorder::open(transaction, needs, actor, found->programme);
        if (!recorder) return refuse(ErrorKind::not_found, "study_unknown");
        if (auto no = why_not_keep(*found, actor)) return *no;
        if (auto fresh = ledger::check_version(found->version, version); !fresh) return fresh;
        delete_study(transaction, id);
        note(*recorder, "remove_study", *found);
        recorder->finish();
        return {};
    });
}

base::Result<StudyPage> list_study_page(const ledger::Needs& needs, const base::Actor& actor,
                                        base::ProgrammeId programme, const ledger::Page& page) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<StudyPage> {
        const auto found = ledger::load_programme(transaction, programme, actor.scope);
        if (!found) return found.error();
        return list_studies(transaction, programme, page, actor.scope);
    });
}

}  // namespace regulations
