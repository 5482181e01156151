#include "dossier/volume_actions.hpp"

#include <algorithm>
#include <map>

#include "dossier/record_actions.hpp"
#include "evidence/evidence_store.hpp"
#include "evidence/stored_bytes.hpp"
#include "journal/export_note.hpp"
#include "journal/journal_store.hpp"
#include "office/file_bytes.hpp"
#include "office/outside_program.hpp"

namespace dossier {
namespace {

namespace fs = std::filesystem;
using base::ErrorKind;
using base::refuse;
using chronology::sees_as_a_whole;
using ledger::Recorder;

/// A volume before it is written down.
struct Draft {
    Volume volume;
    std::vector<Piece> pieces;
    std::map<std::int64_t, WrittenRecord> records;  // of the pieces that have no file
    std::vector<VolumeFile> files;
    std::vector<evidence::StoredFile> kept;  // the records, as they were kept
    bool is_there = false;                   // the same was sealed before
};

std::int64_t count_new(const std::vector<Piece>& pieces) {
    return std::count_if(pieces.begin(), pieces.end(),
                         [](const Piece& piece) { return !is_of_every_volume(piece.source); });
}

/// What there is to seal, and the records of it, all of one moment.
base::Result<Draft> draft_of(db::Transaction& transaction, const base::Actor& actor,
                             const SealingOrder& order, const RecordPlace& place) {
    const auto& programme = place.programme;
    Draft draft;
    const auto lines = load_lines(transaction, programme.id, actor.scope);
    draft.pieces = list_waiting_pieces(transaction, lines,
                                       {programme.id, {}, {1, std::int64_t{volume_pieces_max}}})
                       .rows;
    const Waiting waiting{tally(lines, actor.scope), count_new(draft.pieces)};
    const bool covered = sees_as_a_whole(transaction, actor, programme);
    if (auto fine = check_sealing(waiting, order.reason, actor, covered); !fine)
        return fine.error();
    auto& volume = draft.volume;
    volume.id = order.id;
    volume.programme = programme.id;
    volume.number = last_volume(transaction, programme.id) + 1;
    volume.title = programme.title;
    volume.sealed_at = place.now;
    volume.sealed_by = actor.id;
    volume.sealed_by_name = actor.name;
    volume.missing = tally(lines, base::Scope::everything()).missing;
    volume.reason = waiting.tally.complete() ? "" : order.reason;
    volume.algorithm = base::preferred_algorithm();
    volume.pieces = static_cast<std::int64_t>(draft.pieces.size());
    // At the end, so that no gap in the numbers tells of them.
    std::stable_partition(draft.pieces.begin(), draft.pieces.end(),
                          [](const Piece& piece) { return piece.guards.empty(); });
    std::int64_t number = 0;
    for (auto& piece : draft.pieces) {
        piece.number = ++number;
        if (!piece.kept.empty()) continue;
        const auto record = write_record(transaction, piece, place);
        if (!record) return record.error();
        draft.records.emplace(piece.number, *record);
    }
    return draft;
}

std::unique_ptr<evidence::Blob> open_kept(const Needs& needs, const VolumeFile& file) {
    if (file.kept_in == KeptIn::evidence) return needs.evidence.files.open(file.kept);
    const auto path = needs.plans / file.kept;
    if (!fs::exists(path)) return nullptr;
    return evidence::open_stored(evidence::bytes_in(path), file.kept,
                                 needs.evidence.ledger.database.sealer());
}

/// Looks at every byte. False when the file is not there.
bool measure(const Needs& needs, base::Algorithm algorithm, VolumeFile& file) {
    const auto blob = open_kept(needs, file);
    if (!blob) return false;
    base::Digester digester(algorithm);
    file.crc = 0;
    file.bytes = 0;
    evidence::read_whole(*blob, [&](std::string_view piece) {
        digester.add(piece);
        file.crc = crc_of(piece, file.crc);
        file.bytes += static_cast<std::int64_t>(piece.size());
    });
    file.digest = digester.finish();
    return true;
}

/// Keeps the record of a piece as any other file is kept.
std::string keep_record(const Needs& needs, const WrittenRecord& record, Draft& draft) {
    const auto& files = needs.evidence.files;
    const auto kept = files.keep(record.file);
    draft.kept.push_back(
        {kept.digest, files.algorithm(), kept.bytes, record.type, {}, evidence::Scan::none});
    return kept.digest;
}

base::Result<void> measure_all(const Needs& needs, Draft& draft) {
    std::map<std::string, VolumeFile> measured;
    for (const auto& piece : draft.pieces) {
        VolumeFile file;
        file.piece = piece.number;
        file.kept_in = piece.source == Source::plans ? KeptIn::plans : KeptIn::evidence;
        const auto record = draft.records.find(piece.number);
        const bool written = record != draft.records.end();
        file.name =
            name_in_volume(piece, written ? record->second.ending : ending_of(piece.file_name));
        file.kept = written ? keep_record(needs, record->second, draft) : piece.kept;
        const auto known = measured.find(file.kept);
        if (known != measured.end()) {
            file.digest = known->second.digest;
            file.bytes = known->second.bytes;
            file.crc = known->second.crc;
        } else if (!measure(needs, draft.volume.algorithm, file)) {
            return refuse(ErrorKind::not_found, "evidence_file_is_gone", "",
                          {{"name", piece.file_name}});
        } else {
            measured.emplace(file.kept, file);
        }
        draft.volume.bytes += file.bytes;
        draft.files.push_back(std::move(file));
    }
    draft.volume.files = static_cast<std::int64_t>(draft.files.size());
    return {};
}

/// One digest for all of it, so that the journal holds the volume to what it was.
std::string digest_of_all(const Draft& draft) {
    base::Digester digester(draft.volume.algorithm);
    for (const auto& file : draft.files)
        digester.add(file.digest + " " + std::to_string(file.bytes) + " " + file.name + "\n");
    return digester.finish();
}

void note_sealing(Recorder& recorder, const Draft& draft) {
    const auto& volume = draft.volume;
    std::vector<std::pair<std::string, std::string>> facts{
        {"number", std::to_string(volume.number)}, {"pieces", std::to_string(volume.pieces)},
        {"bytes", std::to_string(volume.bytes)},   {"digest", digest_of_all(draft)},
        {"missing", joined(volume.missing)},       {"reason", volume.reason}};
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    recorder.note("seal_dossier", "dossier", volume.programme.text(), facts);
}

base::Result<Volume> write_down(db::Transaction& transaction, const Needs& needs,
                                const base::Actor& actor, Draft draft) {
    auto& volume = draft.volume;
    auto recorder = Recorder::open(transaction, needs.evidence.ledger, actor, volume.programme);
    if (!recorder) return recorder.error();
    const bool covered = sees_as_a_whole(transaction, actor, recorder->programme());
    if (const auto no = why_not_keep(actor, covered)) return *no;
    const auto withheld = actor.scope.withheld();
    if (auto stored = find_volume(transaction, volume.id, withheld)) {
        if (stored->programme == volume.programme) return std::move(*stored);
        return refuse(ErrorKind::conflict, "same_id_other_content", "id");
    }
    if (volume.number != last_volume(transaction, volume.programme) + 1)
        return refuse(ErrorKind::conflict, "somebody_else_changed_it", "version");
    volume.head = journal::load_head(transaction, volume.programme.text());
    volume.head.chain = volume.programme.text();
    for (const auto& file : draft.kept) evidence::insert_file(transaction, file, recorder->now());
    insert_volume(transaction, volume);
    for (const auto& piece : draft.pieces) insert_piece(transaction, volume, piece);
    std::int64_t position = 0;
    for (const auto& file : draft.files)
        insert_volume_file(transaction, volume.id, ++position, file);
    note_sealing(*recorder, draft);
    recorder->finish();
    return std::move(*find_volume(transaction, volume.id, withheld));
}

/// When the actor sees its programme as a whole.
base::Result<Volume> load_volume(db::Transaction& transaction, VolumeId id,
                                 const base::Actor& actor) {
    const auto unknown = refuse(ErrorKind::not_found, "volume_unknown");
    auto volume = find_volume(transaction, id, actor.scope.withheld());
    if (!volume) return unknown;
    const auto programme = ledger::load_programme(transaction, volume->programme, actor.scope);
    if (!programme) return unknown;
    if (why_not_see(actor, sees_as_a_whole(transaction, actor, *programme))) return unknown;
    return std::move(*volume);
}

base::Result<VolumeCopy> load_copy(db::Transaction& transaction, VolumeId id,
                                   const base::Actor& actor) {
    auto volume = load_volume(transaction, id, actor);
    if (!volume) return volume.error();
    VolumeCopy copy;
    copy.volume = *volume;
    copy.left_out = left_out_for(actor.scope);
    copy.pieces = list_sealed_pieces(transaction, id, actor.scope.withheld(),
                                     {1, std::int64_t{volume_pieces_max}})
                      .rows;
    copy.files = files_for(list_volume_files(transaction, id), copy.pieces);
    return copy;
}

ZipPart part_of(std::string_view name, std::string text) {
    const auto shared = std::make_shared<const std::string>(std::move(text));
    return {{std::string(name), shared->size(), crc_of(*shared)}, [shared] {
                return [shared](std::uint64_t offset, std::size_t count) {
                    return offset < shared->size()
                               ? shared->substr(static_cast<std::size_t>(offset), count)
                               : std::string();
                };
            }};
}

ZipPart part_of(const Needs& needs, const VolumeFile& file) {
    const ZipEntry entry{file.name, static_cast<std::uint64_t>(file.bytes), file.crc};
    return {entry, [needs, file]() -> ReadBytes {
                const std::shared_ptr<const evidence::Blob> blob = open_kept(needs, file);
                if (!blob) throw std::runtime_error(file.name + " is not kept any more");
                return [blob](std::uint64_t offset, std::size_t count) {
                    return blob->read(offset, count);
                };
            }};
}

std::string catalogue_bytes(const Needs& needs, const VolumeCopy& copy) {
    const office::TemporaryFolder folder(needs.temporary);
    const auto file = folder.path() / "catalogue";
    office::write_workbook(file, catalogue_of(copy));
    return office::bytes_of_file(file, std::filesystem::file_size(file));
}

std::vector<ZipPart> parts_of(const Needs& needs, const VolumeCopy& copy) {
    const auto& key = needs.signing.public_key();
    std::vector<ZipPart> parts;
    std::vector<ManifestFile> written;
    const auto add = [&](std::string_view name, std::string text) {
        written.push_back({std::string(name), base::digest(copy.volume.algorithm, text),
                           static_cast<std::int64_t>(text.size())});
        parts.push_back(part_of(name, std::move(text)));
    };
    add(words_part, volume_words(copy, journal::fingerprint_of(key)));
    add(catalogue_part, catalogue_bytes(needs, copy));
    add(index_part, index_text(copy));
    auto manifest = manifest_text(copy, written, key);
    parts.push_back(part_of(signature_part, needs.signing.sign(manifest)));
    parts.push_back(part_of(manifest_part, std::move(manifest)));
    for (const auto& file : copy.files) parts.push_back(part_of(needs, file));
    return parts;
}

}  // namespace

base::Result<Volume> seal_volume(const Needs& needs, const base::Actor& actor, ProgrammeId id,
                                 const SealingOrder& order) {
    const auto& of_ledger = needs.evidence.ledger;
    const auto now = of_ledger.clock.now();
    const office::TemporaryFolder folder(needs.temporary);
    auto draft = of_ledger.database.read([&](db::Transaction& transaction) -> base::Result<Draft> {
        const auto programme = ledger::load_programme(transaction, id, actor.scope);
        if (!programme) return programme.error();
        if (auto stored = find_volume(transaction, order.id, {});
            stored && stored->programme == id) {
            Draft there;
            there.volume = std::move(*stored);
            there.is_there = true;
            return there;
        }
        return draft_of(transaction, actor, order, {*programme, now, folder.path()});
    });
    if (!draft) return draft.error();
    if (!draft->is_there)
        if (auto measured = measure_all(needs, *draft); !measured) return measured.error();
    return of_ledger.database.write([&](db::Transaction& transaction) {
        return write_down(transaction, needs, actor, *draft);
    });
}

base::Result<PiecePage> list_volume_pieces(const Needs& needs, const base::Actor& actor,
                                           VolumeId id, const ledger::Page& page) {
    return needs.evidence.ledger.database.read(
        [&](db::Transaction& transaction) -> base::Result<PiecePage> {
            const auto volume = load_volume(transaction, id, actor);
            if (!volume) return volume.error();
            return list_sealed_pieces(transaction, id, actor.scope.withheld(), page);
        });
}

base::Result<VolumeArchive> take_out_volume(const Needs& needs, const base::Actor& actor,
                                            VolumeId id) {
    const auto& of_ledger = needs.evidence.ledger;
    const auto copy =
        of_ledger.database.write([&](db::Transaction& transaction) -> base::Result<VolumeCopy> {
            auto found = load_copy(transaction, id, actor);
            if (!found) return found;
            auto recorder = Recorder::open(transaction, of_ledger, actor, found->volume.programme);
            if (!recorder) return recorder.error();
            journal::ExportNote note{"zip", "第" + std::to_string(found->volume.number) + "卷"};
            note.rows = static_cast<std::int64_t>(found->pieces.size());
            note.guarded_rows =
                std::count_if(found->pieces.begin(), found->pieces.end(),
                              [](const Piece& piece) { return !piece.guards.empty(); });
            recorder->note("export_dossier", "dossier", found->volume.programme.text(),
                           journal::facts_of(note));
            recorder->finish();
            return found;
        });
    if (!copy) return copy.error();
    return VolumeArchive{
        std::make_shared<ZipStream>(parts_of(needs, *copy), copy->volume.sealed_at),
        file_name_of(copy->volume)};
}

}  // namespace dossier
