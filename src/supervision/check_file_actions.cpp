#include "supervision/check_file_actions.hpp"

#include "base/text_length.hpp"
#include "evidence/evidence_store.hpp"
#include "ledger/evidence_step_actions.hpp"
#include "ledger/restricted_actions.hpp"
#include "supervision/check_step_actions.hpp"

namespace supervision {
namespace {

using base::ErrorKind;
using base::refuse;
using evidence::EvidenceId;
using ledger::keep_brought;
using ledger::note_restricted_read;
using ledger::open_kept;
using ledger::Recorder;

void note_file(Recorder& recorder, std::string_view act, const OpenedRow& at,
               const evidence::Evidence& file, std::string_view reason = {}) {
    note(recorder, act, at.opened.check,
         {{"row", label_of(at.row)},
          {"file_name", file.name},
          {"digest", file.digest},
          {"reason", std::string(reason)}});
}

evidence::Evidence file_from(const evidence::Claim& claim, const std::string& digest,
                             const Recorder& recorder) {
    evidence::Evidence file;
    file.id = file.series = claim.id;
    file.programme = recorder.programme().id;
    file.name = claim.name;
    file.description = claim.description;
    file.kind = claim.kind;
    file.document_date = claim.document_date;
    file.digest = digest;
    file.by_account = recorder.actor().id;
    file.by = recorder.actor().name;
    file.at = recorder.now();
    return file;
}

/// The programme of a row at which this person may put files now.
base::Result<ledger::Programme> load_place(db::Transaction& transaction, const base::Actor& actor,
                                           CheckRowId id) {
    const auto at = look_at_row(transaction, actor, id);
    if (!at) return at.error();
    if (const auto no = why_not(CheckAct::fill_in, at->check, actor)) return *no;
    return ledger::load_programme(transaction, at->check.programme, base::unbounded());
}

/// One that stands at a row within sight.
base::Result<FileAtRow> find_standing(db::Transaction& transaction, EvidenceId id) {
    auto file = find_check_file(transaction, id);
    if (!file || file->item.evidence.removed) return ledger::evidence_not_found();
    return std::move(*file);
}

}  // namespace

base::Result<CheckView> bring_check_file(const ledger::EvidenceNeeds& needs,
                                         const base::Actor& actor, CheckRowId row,
                                         const ledger::EvidenceUpload& upload) {
    const auto programme = needs.ledger.database.read(
        [&](db::Transaction& transaction) { return load_place(transaction, actor, row); });
    if (!programme) return programme.error();
    const auto claim = evidence::check(upload.claim, needs.ledger.clock.today());
    if (!claim) return claim.error();
    const auto kept = keep_brought(needs, *programme, upload.file, claim->name);
    if (!kept) return kept.error();
    return needs.ledger.database.write(
        [&](db::Transaction& transaction) -> base::Result<CheckView> {
            auto at = open_row(transaction, needs.ledger, actor, row);
            if (!at) return at.error();
            auto& [recorder, check] = at->opened;
            if (const auto stored = find_check_file(transaction, claim->id)) {
                const bool same =
                    stored->row == row &&
                    evidence::says_the_same(stored->item.evidence, *claim, kept->digest);
                if (same) return view_of(transaction, check.id, actor);
                return refuse(ErrorKind::conflict, "same_id_other_content", "id");
            }
            if (const auto no = why_not(CheckAct::fill_in, check, actor)) return *no;
            if (list_check_files(transaction, check.id)[row].size() >= row_files_max)
                return refuse(ErrorKind::invalid, "row_has_too_many_files", "file",
                              {{"accepted", std::to_string(row_files_max)}});
            const auto file = file_from(*claim, kept->digest, recorder);
            evidence::insert_file(transaction, *kept, recorder.now());
            insert_check_file(transaction, row, file);
            note_file(recorder, "bring_check_file", *at, file);
            recorder.finish();
            return view_of(transaction, check.id, actor);
        });
}

base::Result<CheckView> remove_check_file(const Needs& needs, const base::Actor& actor,
                                          EvidenceId id, std::string_view reason) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<CheckView> {
        const auto file = find_standing(transaction, id);
        if (!file) return file.error();
        auto at = open_row(transaction, needs, actor, file->row);
        if (!at) return ledger::evidence_not_found();
        auto& [recorder, check] = at->opened;
        if (const auto no = why_not(CheckAct::fill_in, check, actor)) return *no;
        if (const auto no = base::why_too_short(reason, "removal_reason_says_nothing", "reason"))
            return *no;
        save_check_file_removal(transaction, id, {recorder.now(), actor.name, std::string(reason)});
        note_file(recorder, "remove_check_file", *at, file->item.evidence, reason);
        recorder.finish();
        return view_of(transaction, check.id, actor);
    });
}

base::Result<ledger::FetchedEvidence> fetch_check_file(const ledger::EvidenceNeeds& needs,
                                                       const base::Actor& actor, EvidenceId id) {
    struct Sighted {
        FileAtRow file;
        LookedAt at;
    };
    const auto found =
        needs.ledger.database.read([&](db::Transaction& transaction) -> base::Result<Sighted> {
            const auto file = find_standing(transaction, id);
            if (!file) return file.error();
            const auto at = look_at_row(transaction, actor, file->row);
            if (!at) return ledger::evidence_not_found();
            return Sighted{*file, *at};
        });
    if (!found) return found.error();
    const auto& subject = found->at.row.subject;
    note_restricted_read(
        needs.ledger, actor,
        {name_of(subject.kind), subject.id, found->at.check.programme, subject.guards});
    const auto& item = found->file.item;
    auto blob = open_kept(needs, item.evidence.digest, item.evidence.name);
    if (!blob) return blob.error();
    return ledger::FetchedEvidence{item, std::move(*blob)};
}

}  // namespace supervision
