// Lines, files and sealed volumes of a dossier in the database. One function a statement; decides
// nothing.
#pragma once

#include "db/database.hpp"
#include "dossier/volume.hpp"
#include "ledger/programme_store.hpp"
#include "ledger/sealed_rows_store.hpp"

namespace dossier {

/// By key: ids that clients make rise with time.
[[nodiscard]] std::vector<SaidOfLine> list_said(db::Transaction& transaction,
                                                ProgrammeId programme);
/// Over the version before, or new at version 1. Refuses: somebody_else_changed_it.
[[nodiscard]] base::Result<void> save_said(db::Transaction& transaction, ProgrammeId programme,
                                           const SaidOfLine& said);

void insert_kept_file(db::Transaction& transaction, const KeptFile& file);
[[nodiscard]] std::optional<KeptFile> find_kept_file(db::Transaction& transaction, FileId id);
struct FileRemoval {
    std::string by, reason;
    base::Instant at;
};
void save_file_removal(db::Transaction& transaction, FileId id, const FileRemoval& removal);
/// Those that stand in a line of a programme, in the order in which they came; without those whose
/// guards have any of `withheld`.
[[nodiscard]] std::vector<KeptFile> list_kept_files(db::Transaction& transaction,
                                                    ProgrammeId programme, base::Guards withheld);
/// Whether it stands in a sealed volume.
[[nodiscard]] bool is_sealed_piece(db::Transaction& transaction, ProgrammeId programme,
                                   const std::string& key);

/// Without its counts, which follow from its pieces.
void insert_volume(db::Transaction& transaction, const Volume& volume);
void insert_piece(db::Transaction& transaction, const Volume& volume, const Piece& piece);
void insert_volume_file(db::Transaction& transaction, VolumeId volume, std::int64_t position,
                        const VolumeFile& file);
/// Pieces, files and bytes are counted without what has any of `withheld`.
[[nodiscard]] std::optional<Volume> find_volume(db::Transaction& transaction, VolumeId id,
                                                base::Guards withheld);
/// By number; counted as above.
[[nodiscard]] std::vector<Volume> list_volumes(db::Transaction& transaction, ProgrammeId programme,
                                               base::Guards withheld);
/// The number of the last one; 0 before the first.
[[nodiscard]] std::int64_t last_volume(db::Transaction& transaction, ProgrammeId programme);
/// By number, without those whose guards have any of `withheld`.
[[nodiscard]] PiecePage list_sealed_pieces(db::Transaction& transaction, VolumeId volume,
                                           base::Guards withheld, const ledger::Page& page);
[[nodiscard]] std::vector<VolumeFile> list_volume_files(db::Transaction& transaction,
                                                        VolumeId volume);

/// What of it is sealed at rest where the database seals.
[[nodiscard]] std::vector<ledger::SealedSet> sealed_dossier();

}  // namespace dossier
