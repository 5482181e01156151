// Sealing what a dossier holds as a volume, and giving volumes out. What is sealed is looked at,
// byte by byte, when it is sealed; the archive itself is put together while it is sent.
#pragma once

#include <memory>

#include "dossier/dossier_actions.hpp"
#include "dossier/volume_sheet.hpp"
#include "dossier/volume_zip.hpp"

namespace dossier {

struct SealingOrder {
    VolumeId id;
    std::string reason;  // why, when something is missing
};
/// Everything that waits, whoever is cleared for it, becomes the next volume. Sent again: as it is.
/// Refuses: programme_not_found, as check_sealing(), evidence_file_is_gone (args name),
/// somebody_else_changed_it (another volume was sealed meanwhile). Throws base::SealBroken.
[[nodiscard]] base::Result<Volume> seal_volume(const Needs& needs, const base::Actor& actor,
                                               ProgrammeId programme, const SealingOrder& order);

/// Those the actor is cleared for. Refuses: volume_unknown (also for those who do not see the
/// programme as a whole).
[[nodiscard]] base::Result<PiecePage> list_volume_pieces(const Needs& needs,
                                                         const base::Actor& actor, VolumeId id,
                                                         const ledger::Page& page);

struct VolumeArchive {
    std::shared_ptr<ZipStream> bytes;
    std::string name;  // for the download, in Chinese
};
/// The copy of what the actor is cleared for, the same bytes each time; an entry in the programme's
/// journal. Refuses: volume_unknown.
[[nodiscard]] base::Result<VolumeArchive> take_out_volume(const Needs& needs,
                                                          const base::Actor& actor, VolumeId id);

}  // namespace dossier
