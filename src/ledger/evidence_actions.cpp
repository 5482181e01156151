#include "ledger/evidence_actions.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "evidence/evidence_store.hpp"
#include "ledger/evidence_step_actions.hpp"

namespace ledger {
namespace {

using base::ErrorKind;
using base::refuse;
using evidence::Claim;
using evidence::StoredFile;

/// A file that was looked at and kept, and what is said of it, cleaned.
struct Brought {
    Claim claim;
    StoredFile file;
};

/// Everything that can be refused is refused before anything is kept.
base::Result<Brought> bring_in(const EvidenceNeeds& needs, const base::Actor& actor,
                               const ProvenId& at, const EvidenceUpload& upload, EvidenceAct act) {
    const auto programme =
        needs.ledger.database.read([&](db::Transaction& transaction) -> base::Result<Programme> {
            const auto row = load_proven(transaction, at, actor.scope);
            if (!row) return row.error();
            if (auto no = why_not(act, *row, actor)) return *no;
            return load_programme(transaction, row->programme, base::unbounded());
        });
    if (!programme) return programme.error();
    const auto claim = evidence::check(upload.claim, needs.ledger.clock.today());
    if (!claim) return claim.error();
    const auto file = keep_brought(needs, *programme, upload.file, claim->name);
    if (!file) return file.error();
    return Brought{*claim, *file};
}

/// The row in scope, its programme open for writing; then its evidence as it is.
template <class Do>
base::Result<EvidenceList> change(const EvidenceNeeds& needs, const base::Actor& actor,
                                  const ProvenId& at, Do act) {
    return needs.ledger.database.write(
        [&](db::Transaction& transaction) -> base::Result<EvidenceList> {
            const auto found = load_proven(transaction, at, actor.scope);
            if (!found) return found.error();
            auto recorder = Recorder::open(transaction, needs.ledger, actor, found->programme);
            if (!recorder) return recorder.error();
            // Again, now that nobody else writes.
            const auto row = load_proven(transaction, at, actor.scope);
            if (!row) return row.error();
            if (auto done = act(*recorder, *row); !done) return done.error();
            recorder->finish();
            return evidence_at(transaction, actor, *row, recorder->programme());
        });
}

evidence::Evidence version_from(const Brought& brought, const Recorder& recorder) {
    evidence::Evidence version;
    version.id = version.series = brought.claim.id;
    version.programme = recorder.programme().id;
    version.name = brought.claim.name;
    version.description = brought.claim.description;
    version.kind = brought.claim.kind;
    version.document_date = brought.claim.document_date;
    version.digest = brought.file.digest;
    version.by_account = recorder.actor().id;
    version.by = recorder.actor().name;
    version.at = recorder.now();
    return version;
}

void note(Recorder& recorder, std::string_view act, std::string_view kind, const std::string& id,
          const evidence::Evidence& what, std::string_view reason = {}) {
    std::vector<std::pair<std::string, std::string>> facts{
        {"evidence", what.id.text()}, {"file_name", what.name}, {"digest", what.digest}};
    if (!reason.empty()) facts.emplace_back("reason", reason);
    recorder.note(act, kind, id, facts);
}

bool stands_at(const std::vector<evidence::Link>& links, const ProvenRow& row) {
    return std::any_of(links.begin(), links.end(),
                       [&](const evidence::Link& link) { return link.subject_id == row.id; });
}

/// The id is known already: fine when the same was sent to the same row before.
base::Result<void> same_again(db::Transaction& transaction, const evidence::Evidence& stored,
                              const Brought& brought, const ProvenRow& row) {
    const bool here = stands_at(evidence::list_links(transaction, stored.series), row);
    if (here && evidence::says_the_same(stored, brought.claim, brought.file.digest)) return {};
    return refuse(ErrorKind::conflict, "same_id_other_content", "id");
}

evidence::Link link_to(const ProvenRow& row, evidence::EvidenceId series,
                       const Recorder& recorder) {
    return {series,         row.programme, std::string(row.kind), row.id, recorder.actor().name,
            recorder.now(), std::nullopt};
}

/// What stands at this row, by the id of any of its versions.
base::Result<evidence::Item> find_here(db::Transaction& transaction, const ProvenRow& row,
                                       evidence::EvidenceId id) {
    auto item = evidence::find_item(transaction, id);
    if (!item || !stands_at(evidence::list_links(transaction, item->evidence.series), row))
        return evidence_not_found();
    return std::move(*item);
}

base::Result<void> check_newest(db::Transaction& transaction, const evidence::Evidence& one) {
    if (evidence::list_versions(transaction, one.series).back().evidence.id == one.id) return {};
    return refuse(ErrorKind::conflict, "evidence_has_a_newer_version");
}

/// What was said before and what is said now.
void note_correction(Recorder& recorder, const evidence::Link& link,
                     const evidence::Evidence& before, const evidence::Evidence& after) {
    recorder.note("correct_evidence", link.subject_kind, link.subject_id,
                  {{"evidence", after.id.text()},
                   {"file_name", after.name},
                   {"kind_before", evidence::words_of(before.kind)},
                   {"kind", evidence::words_of(after.kind)},
                   {"description_before", before.description},
                   {"description", after.description}});
}

}  // namespace

base::Result<StoredFile> keep_brought(const EvidenceNeeds& needs, const Programme& programme,
                                      const std::filesystem::path& file, std::string_view name) {
    const auto type = evidence::type_of(file, name);
    if (!type) return type.error();
    if (needs.check_content)
        if (auto fine = needs.check_content(file, *type, programme); !fine) return fine.error();
    const auto scan = needs.scan ? needs.scan(file) : evidence::Scan::none;
    if (!scan) return scan.error();
    const auto made = evidence::provenance_of(file, *type);
    const auto kept = needs.files.keep(file);
    return StoredFile{kept.digest, needs.files.algorithm(), kept.bytes, *type, made, *scan};
}

base::Result<std::shared_ptr<const evidence::Blob>> open_kept(const EvidenceNeeds& needs,
                                                              const std::string& digest,
                                                              const std::string& name) {
    std::shared_ptr<const evidence::Blob> blob = needs.files.open(digest);
    if (!blob) return refuse(ErrorKind::unavailable, "evidence_file_is_gone", "", {{"name", name}});
    return blob;
}

base::Error evidence_not_found() {
    return refuse(ErrorKind::not_found, "evidence_not_found");
}

Subject subject_of(const ProvenRow& row) {
    return {row.kind, row.id, row.programme, row.guards};
}

base::Result<ProvenRow> load_proven(db::Transaction& transaction, const ProvenId& at,
                                    const base::Scope& scope) {
    if (const auto* problem_id = std::get_if<ProblemId>(&at)) {
        const auto problem = load_problem(transaction, *problem_id, scope);
        if (!problem) return problem.error();
        return proven_row(*problem);
    }
    const auto measure = load_measure(transaction, std::get<MeasureId>(at), scope);
    if (!measure) return measure.error();
    const auto above = load_problem(transaction, measure->problem, base::unbounded());
    if (!above) return above.error();
    return proven_row(*measure, *above);
}

std::optional<base::Error> why_not_replace(db::Transaction& transaction, const ProvenRow& row,
                                           const std::vector<evidence::Link>& links,
                                           const base::Actor& actor) {
    if (auto no = why_not(EvidenceAct::replace, row, actor)) return no;
    for (const auto& link : links) {
        const auto at = proven_id(link.subject_kind, link.subject_id);
        if (!at || link.subject_id == row.id) continue;
        const auto other = load_proven(transaction, *at, base::unbounded());
        if (!other) continue;
        if (auto no = why_not_disturb(*other)) return no;
    }
    return std::nullopt;
}

base::Result<EvidenceList> add_evidence(const EvidenceNeeds& needs, const base::Actor& actor,
                                        ProvenId at, const EvidenceUpload& upload) {
    const auto brought = bring_in(needs, actor, at, upload, EvidenceAct::add);
    if (!brought) return brought.error();
    const auto add = [&](Recorder& recorder, const ProvenRow& row) -> base::Result<void> {
        auto& transaction = recorder.transaction();
        if (auto no = why_not(EvidenceAct::add, row, actor)) return *no;
        if (const auto stored = evidence::find_item(transaction, brought->claim.id))
            return same_again(transaction, stored->evidence, *brought, row);
        const auto first = version_from(*brought, recorder);
        evidence::insert_file(transaction, brought->file, recorder.now());
        evidence::insert_evidence(transaction, first);
        evidence::insert_link(transaction, link_to(row, first.id, recorder));
        note(recorder, "add_evidence", row.kind, row.id, first);
        return {};
    };
    return change(needs, actor, at, add);
}

base::Result<EvidenceList> link_evidence(const EvidenceNeeds& needs, const base::Actor& actor,
                                         ProvenId at, evidence::EvidenceId id) {
    const auto link = [&](Recorder& recorder, const ProvenRow& row) -> base::Result<void> {
        auto& transaction = recorder.transaction();
        if (auto no = why_not(EvidenceAct::link, row, actor)) return *no;
        const auto item = evidence::find_item(transaction, id);
        if (!item || item->evidence.programme != row.programme || item->evidence.removed)
            return evidence_not_found();
        const auto series = item->evidence.series;
        if (stands_at(evidence::list_links(transaction, series), row)) return {};
        if (!list_series_in_sight(transaction, row.programme, actor.scope).contains(series))
            return evidence_not_found();
        evidence::insert_link(transaction, link_to(row, series, recorder));
        note(recorder, "link_evidence", row.kind, row.id, item->evidence);
        return {};
    };
    return change(needs, actor, at, link);
}

base::Result<EvidenceList> replace_evidence(const EvidenceNeeds& needs, const base::Actor& actor,
                                            ProvenId at, evidence::EvidenceId replaced,
                                            const EvidenceUpload& upload) {
    const auto brought = bring_in(needs, actor, at, upload, EvidenceAct::replace);
    if (!brought) return brought.error();
    const auto replace = [&](Recorder& recorder, const ProvenRow& row) -> base::Result<void> {
        auto& transaction = recorder.transaction();
        const auto before = find_here(transaction, row, replaced);
        if (!before) return before.error();
        const auto links = evidence::list_links(transaction, before->evidence.series);
        if (auto no = why_not_replace(transaction, row, links, actor)) return *no;
        if (const auto stored = evidence::find_item(transaction, brought->claim.id))
            return same_again(transaction, stored->evidence, *brought, row);
        if (auto newest = check_newest(transaction, before->evidence); !newest) return newest;
        auto next = version_from(*brought, recorder);
        next.series = before->evidence.series;
        next.version = before->evidence.version + 1;
        next.replaces = replaced;
        evidence::insert_file(transaction, brought->file, recorder.now());
        evidence::insert_evidence(transaction, next);
        for (const auto& link : links)
            note(recorder, "replace_evidence", link.subject_kind, link.subject_id, next);
        return {};
    };
    return change(needs, actor, at, replace);
}

base::Result<EvidenceList> correct_evidence(const EvidenceNeeds& needs, const base::Actor& actor,
                                            ProvenId at, evidence::EvidenceId corrected,
                                            const evidence::Correction& correction) {
    const auto correct = [&](Recorder& recorder, const ProvenRow& row) -> base::Result<void> {
        auto& transaction = recorder.transaction();
        const auto before = find_here(transaction, row, corrected);
        if (!before) return before.error();
        const auto links = evidence::list_links(transaction, before->evidence.series);
        if (auto no = why_not_replace(transaction, row, links, actor)) return *no;
        auto next = evidence::correct(before->evidence, correction);
        if (const auto stored = evidence::find_item(transaction, correction.id)) {
            const auto& [id, kind, text] = correction;
            const bool same = stored->evidence.replaces == corrected &&
                              stored->evidence.kind == kind &&
                              stored->evidence.description == base::trim(text);
            if (same) return {};
            return refuse(ErrorKind::conflict, "same_id_other_content", "id");
        }
        if (auto newest = check_newest(transaction, before->evidence); !newest) return newest;
        if (!next) return next.error();
        next->by_account = actor.id;
        next->by = actor.name;
        next->at = recorder.now();
        evidence::insert_evidence(transaction, *next);
        for (const auto& link : links) note_correction(recorder, link, before->evidence, *next);
        return {};
    };
    return change(needs, actor, at, correct);
}

base::Result<EvidenceList> remove_evidence(const EvidenceNeeds& needs, const base::Actor& actor,
                                           ProvenId at, evidence::EvidenceId id,
                                           std::string_view reason) {
    const auto remove = [&](Recorder& recorder, const ProvenRow& row) -> base::Result<void> {
        auto& transaction = recorder.transaction();
        if (auto no = why_not(EvidenceAct::remove, row, actor)) return *no;
        const auto item = find_here(transaction, row, id);
        if (!item) return item.error();
        if (base::chars_in(reason) < base::limits::reason_chars_min)
            return refuse(ErrorKind::invalid, "removal_reason_says_nothing", "reason",
                          {{"accepted", std::to_string(base::limits::reason_chars_min)}});
        const auto series = item->evidence.series;
        const evidence::Removal removal{recorder.now(), actor.name, std::string(reason)};
        evidence::save_link_removal(transaction, link_to(row, series, recorder), removal);
        // The last row gone, the evidence is: as a row, never as a file.
        if (evidence::list_links(transaction, series).empty())
            evidence::save_removal(transaction, series, removal);
        note(recorder, "remove_evidence", row.kind, row.id, item->evidence, reason);
        return {};
    };
    return change(needs, actor, at, remove);
}

}  // namespace ledger
