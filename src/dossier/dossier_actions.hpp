// The dossier of a programme as it fills: looking at it, saying what belongs into it, putting files
// there. Each change is one transaction with its entry in the programme's chain.
#pragma once

#include <filesystem>

#include "chronology/chronicle_actions.hpp"
#include "dossier/dossier_store.hpp"
#include "dossier/piece_store.hpp"
#include "journal/signing_key.hpp"
#include "ledger/evidence_actions.hpp"

namespace dossier {

struct Needs {
    ledger::EvidenceNeeds evidence;  // where files are kept, and what may be one
    std::filesystem::path plans;     // the folder of imported documents
    std::filesystem::path temporary;
    const journal::SigningKey& signing;
};

enum class DossierAct { keep, seal };
struct DossierView {
    ledger::Programme programme;
    std::vector<Line> lines;      // in archival order, with how many pieces fill each
    std::vector<KeptFile> files;  // that people put there and the actor may see
    std::vector<Volume> volumes;  // by number
    Tally tally;                  // of what the actor is cleared for
    std::int64_t waiting = 0;     // pieces for the next volume
    std::vector<DossierAct> may;
};
/// Refuses: programme_not_found, as why_not_see().
[[nodiscard]] base::Result<DossierView> view_dossier(const Needs& needs, const base::Actor& actor,
                                                     ProgrammeId programme);
/// What the next volume would hold, in archival order. Refuses as view_dossier().
[[nodiscard]] base::Result<PiecePage> list_pieces(const Needs& needs, const base::Actor& actor,
                                                  ProgrammeId programme, const ledger::Page& page);

struct WantedLine {
    LineId id;
    Stage stage = Stage::feedback;
    std::string name;
};
/// Sent again with the same content: as it is. Refuses: programme_not_found, as why_not_keep(),
/// same_id_other_content, line_needs_a_name, dossier_has_too_many_lines (args accepted).
[[nodiscard]] base::Result<DossierView> add_line(const Needs& needs, const base::Actor& actor,
                                                 ProgrammeId programme, const WantedLine& wanted);
struct SeenLine {
    std::string key;
    std::int64_t version = 0;
};
/// Refuses: programme_not_found, as why_not_keep(), line_unknown, somebody_else_changed_it, as
/// change().
[[nodiscard]] base::Result<DossierView> change_line(const Needs& needs, const base::Actor& actor,
                                                    ProgrammeId programme, const SeenLine& seen,
                                                    const LineChange& wanted);

/// A file into a line. Sent again with the same content: as it is. Refuses: programme_not_found, as
/// why_not_keep(), line_unknown, as check(), what evidence::type_of(), the check of its content and
/// the scan for viruses refuse, same_id_other_content.
[[nodiscard]] base::Result<DossierView> add_file(const Needs& needs, const base::Actor& actor,
                                                 ProgrammeId programme, const FileClaim& claim,
                                                 const std::filesystem::path& file);
/// Refuses: dossier_file_unknown, as why_not_keep(), file_is_sealed, reason_too_short.
[[nodiscard]] base::Result<DossierView> remove_file(const Needs& needs, const base::Actor& actor,
                                                    FileId id, std::string_view reason);
struct FetchedFile {
    KeptFile said;
    std::shared_ptr<const evidence::Blob> blob;
};
/// Refuses: dossier_file_unknown (also for those not cleared for it), evidence_file_is_gone.
[[nodiscard]] base::Result<FetchedFile> fetch_file(const Needs& needs, const base::Actor& actor,
                                                   FileId id);

/// The list of a programme as it stands, counted as the actor sees it. A step for actions.
[[nodiscard]] std::vector<Line> load_lines(db::Transaction& transaction, ProgrammeId programme,
                                           const base::Scope& scope);

}  // namespace dossier
