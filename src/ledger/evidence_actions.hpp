// What people do with the evidence of a measure or a problem. One function a thing, one transaction
// each; every one refuses measure_not_found or problem_not_found (also outside the scope) first,
// then what why_not() in proven_row.hpp refuses. Each shows the evidence of the row as it is then.
#pragma once

#include <filesystem>
#include <functional>

#include "evidence/blob.hpp"
#include "ledger/evidence_place_store.hpp"
#include "ledger/proven_row.hpp"
#include "ledger/recorder_actions.hpp"

namespace ledger {

/// Whether what a document says lets it be kept in this programme; asked before anything is kept.
using ContentCheck = std::function<base::Result<void>(
    const std::filesystem::path& file, evidence::FileType type, const Programme& programme)>;

/// What a program that knows viruses says of it; refuses what it finds.
using VirusScan = std::function<base::Result<evidence::Scan>(const std::filesystem::path& file)>;

struct EvidenceNeeds {
    Needs ledger;
    const evidence::BlobStore& files;
    std::uint64_t file_bytes_max = 0;
    ContentCheck check_content = {};  // none: nothing is asked
    VirusScan scan = {};              // none: nothing is scanned
};

/// One version as a row shows it.
struct EvidenceVersion {
    evidence::Item item;
    bool corrected = false;  // says otherwise of the file of the version before
    std::vector<evidence::Hint> hints;
    std::vector<EvidencePlace> elsewhere;  // other rows with the same file, as far as seen
    std::int64_t elsewhere_unseen = 0;     // besides, of those that nothing guards
};
/// A kind of evidence that the programme asks for at such a row, and whether it stands there.
struct RequiredKind {
    evidence::EvidenceKind kind = evidence::EvidenceKind::other;
    bool stands = false;
};
struct EvidenceSeries {
    EvidenceVersion newest;
    std::vector<EvidenceVersion> earlier;  // newest first
    std::vector<EvidenceAct> may;
};
struct EvidenceList {
    std::vector<EvidenceSeries> rows;  // in the order in which they came
    std::vector<EvidenceAct> may;
    std::vector<RequiredKind> required;
};

struct EvidenceUpload {
    evidence::Claim claim;
    std::filesystem::path file;  // as BlobStore::keep() wants it: nobody writes to it any more
};

[[nodiscard]] base::Result<EvidenceList> list_evidence(const EvidenceNeeds& needs,
                                                       const base::Actor& actor, ProvenId at);
/// Brings a file to a row. Sending it twice does it once. Refuses besides: what evidence::check()
/// and evidence::type_of() refuse, what the check of its content and the scan for viruses refuse,
/// same_id_other_content.
[[nodiscard]] base::Result<EvidenceList> add_evidence(const EvidenceNeeds& needs,
                                                      const base::Actor& actor, ProvenId at,
                                                      const EvidenceUpload& upload);
/// Lets what stands at another row of the programme stand at this one too. Refuses besides:
/// evidence_not_found.
[[nodiscard]] base::Result<EvidenceList> link_evidence(const EvidenceNeeds& needs,
                                                       const base::Actor& actor, ProvenId at,
                                                       evidence::EvidenceId id);
/// A new version, at every row where the evidence stands; the old ones are kept. Refuses besides:
/// as add_evidence(), evidence_not_found (also at another row), evidence_has_a_newer_version.
[[nodiscard]] base::Result<EvidenceList> replace_evidence(const EvidenceNeeds& needs,
                                                          const base::Actor& actor, ProvenId at,
                                                          evidence::EvidenceId replaced,
                                                          const EvidenceUpload& upload);
/// Says otherwise of a file that stands here what kind it is and what it shows: a new version with
/// the same file, so that what was said before is kept. Refuses besides: as replace_evidence(),
/// text_too_long, nothing_is_corrected.
[[nodiscard]] base::Result<EvidenceList> correct_evidence(const EvidenceNeeds& needs,
                                                          const base::Actor& actor, ProvenId at,
                                                          evidence::EvidenceId corrected,
                                                          const evidence::Correction& correction);
/// Takes evidence from this row. Its file is kept, and so is what it was. Refuses besides:
/// evidence_not_found, removal_reason_says_nothing.
[[nodiscard]] base::Result<EvidenceList> remove_evidence(const EvidenceNeeds& needs,
                                                         const base::Actor& actor, ProvenId at,
                                                         evidence::EvidenceId id,
                                                         std::string_view reason);

/// The newest version of what stands at the rows of a programme that this person sees, newest
/// first, `words` in its name or description. Refuses programme_not_found.
[[nodiscard]] base::Result<std::vector<evidence::Item>> search_evidence(const EvidenceNeeds& needs,
                                                                        const base::Actor& actor,
                                                                        ProgrammeId programme,
                                                                        std::string_view words);

struct FetchedEvidence {
    evidence::Item item;
    std::shared_ptr<const evidence::Blob> blob;
};
/// For whoever sees a row where it stands. Refuses: evidence_not_found, evidence_file_is_gone.
/// Throws base::SealBroken.
[[nodiscard]] base::Result<FetchedEvidence> fetch_evidence(const EvidenceNeeds& needs,
                                                           const base::Actor& actor,
                                                           evidence::EvidenceId id);

}  // namespace ledger
