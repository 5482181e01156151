// The document of a feedback as it came: kept, and handed out again.
#include "evidence/evidence_store.hpp"
#include "inspections/feedback_step_actions.hpp"
#include "ledger/evidence_step_actions.hpp"

namespace inspections {
namespace {

using base::ErrorKind;
using base::refuse;
using ledger::keep_brought;
using ledger::open_kept;
using ledger::Recorder;

/// Everything that can be refused is refused before anything is kept.
base::Result<evidence::StoredFile> bring_in(const ledger::EvidenceNeeds& needs,
                                            const base::Actor& actor, FeedbackId id,
                                            const BroughtPaper& brought) {
    const auto programme = needs.ledger.database.read(
        [&](db::Transaction& transaction) -> base::Result<ledger::Programme> {
            const auto found = find_feedback(transaction, id, actor.scope);
            if (!found) return feedback_unknown();
            // What is brought is not known yet: only whether anything may be.
            if (auto may = file_paper(*found, {}, brought.reason, actor); !may) return may.error();
            return ledger::load_programme(transaction, found->programme, actor.scope);
        });
    if (!programme) return programme.error();
    if (brought.name.empty() || brought.file.empty())
        return refuse(ErrorKind::invalid, "file_missing", "file");
    return keep_brought(needs, *programme, brought.file, brought.name);
}

}  // namespace

base::Result<FeedbackView> file_feedback(const ledger::EvidenceNeeds& needs,
                                         const base::Actor& actor, const SeenFeedback& seen,
                                         const BroughtPaper& wanted) {
    auto brought = wanted;
    brought.name = evidence::clean_name(wanted.name);
    const auto kept = bring_in(needs, actor, seen.id, brought);
    if (!kept) return kept.error();
    return changed(
        needs.ledger, actor, seen,
        [&](Recorder& recorder, const Feedback& before) -> base::Result<Feedback> {
            auto after = file_paper(before, {brought.name, *kept}, brought.reason, actor);
            if (!after || *after == before) return after;
            evidence::insert_file(recorder.transaction(), *kept, recorder.now());
            note(recorder, "file_feedback", *after,
                 {{"file_name", brought.name},
                  {"digest", kept->digest},
                  {"reason", brought.reason}});
            return after;
        });
}

base::Result<ledger::FetchedEvidence> fetch_feedback_file(const ledger::EvidenceNeeds& needs,
                                                          const base::Actor& actor, FeedbackId id) {
    const auto filed =
        needs.ledger.database.read([&](db::Transaction& transaction) -> base::Result<FiledPaper> {
            const auto found = find_feedback(transaction, id, actor.scope);
            if (!found) return feedback_unknown();
            if (!found->filed) return refuse(ErrorKind::not_found, "feedback_has_no_file");
            return *found->filed;
        });
    if (!filed) return filed.error();
    auto blob = open_kept(needs, filed->file.digest, filed->name);
    if (!blob) return blob.error();
    evidence::Item item;
    item.evidence.name = filed->name;
    item.file = filed->file;
    return ledger::FetchedEvidence{std::move(item), std::move(*blob)};
}

}  // namespace inspections
