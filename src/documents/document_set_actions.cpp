#include "documents/document_set_actions.hpp"

#include <algorithm>

namespace documents {
namespace {

using ledger::ProgrammeId;
using ledger::Recorder;

DocumentSets shown(const Needs& needs, db::Transaction& transaction, ProgrammeId programme,
                   const base::Actor& actor) {
    return {list_document_sets(transaction, programme, actor.id), actor.may(base::Act::edit_ledger),
            needs.issuer};
}

}  // namespace

base::Result<DocumentSets> view_document_sets(const Needs& needs, const base::Actor& actor,
                                              ProgrammeId programme) {
    return needs.ledger.database.read(
        [&](db::Transaction& transaction) -> base::Result<DocumentSets> {
            const auto found = ledger::load_programme(transaction, programme, actor.scope);
            if (!found) return found.error();
            return shown(needs, transaction, programme, actor);
        });
}

base::Result<DocumentSets> keep_document_set(const Needs& needs, const base::Actor& actor,
                                             ProgrammeId programme, const DocumentSet& wanted) {
    return needs.ledger.database.write([&](db::Transaction& transaction)
                                           -> base::Result<DocumentSets> {
        auto recorder = Recorder::open(transaction, needs.ledger, actor, programme);
        if (!recorder) return recorder.error();
        auto kept = keep(wanted, list_document_sets(transaction, programme, actor.id), actor);
        if (!kept) return kept.error();
        if (kept->id.empty()) kept->id = DocumentSetId::make(recorder->now(), recorder->random());
        kept->owner = actor.id;
        kept->by = actor.name;
        kept->at = recorder->now();
        save_document_set(transaction, programme, *kept);
        recorder->note("keep_document_set", "programme", programme.text(), {{"name", kept->name}});
        recorder->finish();
        return shown(needs, transaction, programme, actor);
    });
}

base::Result<DocumentSets> drop_document_set(const Needs& needs, const base::Actor& actor,
                                             ProgrammeId programme, DocumentSetId id) {
    return needs.ledger.database.write(
        [&](db::Transaction& transaction) -> base::Result<DocumentSets> {
            auto recorder = Recorder::open(transaction, needs.ledger, actor, programme);
            if (!recorder) return recorder.error();
            const auto sets = list_document_sets(transaction, programme, actor.id);
            const auto found = std::find_if(sets.begin(), sets.end(),
                                            [&](const DocumentSet& one) { return one.id == id; });
            if (found != sets.end()) {
                if (auto no = why_not_keep(*found, actor)) return *no;
                delete_document_set(transaction, id);
                recorder->note("drop_document_set", "programme", programme.text(),
                               {{"name", found->name}});
            }
            recorder->finish();
            return shown(needs, transaction, programme, actor);
        });
}

}  // namespace documents
