// A sealed volume (卷) of a dossier: which pieces it holds, under which names its files stand in
// it, and where the journal stood. It is never changed; what comes later goes into the next one.
// Pure.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dossier/material.hpp"
#include "journal/entry.hpp"

namespace dossier {

using VolumeId = base::Id<struct DossierVolumeTag>;

inline constexpr std::int64_t volume_format = 1;
/// Names in a volume that are not those of files that fill it.
inline constexpr std::string_view manifest_part = "manifest.json", signature_part = "manifest.sig",
                                  index_part = "index.json", catalogue_part = "卷内目录.xlsx",
                                  words_part = "说明.txt";
inline constexpr std::size_t volume_pieces_max = 50'000;

struct Volume {
    VolumeId id;
    ProgrammeId programme;
    std::int64_t number = 0;
    std::string title;  // of the programme, as it was
    base::Instant sealed_at;
    base::AccountId sealed_by;
    std::string sealed_by_name;
    std::vector<std::string> missing;  // lines that nothing filled
    std::string reason;                // why it was sealed all the same
    base::Algorithm algorithm = base::Algorithm::sm3;
    journal::Head head;  // of the programme's chain, before the entry of the sealing
    std::int64_t pieces = 0, files = 0, bytes = 0;
    bool operator==(const Volume&) const = default;
};

/// Where the bytes of a file are kept.
enum class KeptIn { evidence, plans };
[[nodiscard]] std::string_view name_of(KeptIn place);
[[nodiscard]] std::optional<KeptIn> kept_in_of(std::string_view name);

struct VolumeFile {
    std::int64_t piece = 0;  // its number
    std::string name;        // in the volume
    std::string kept;        // the digest under which the bytes are kept
    KeptIn kept_in = KeptIn::evidence;
    std::string digest;  // in the algorithm of the volume
    std::int64_t bytes = 0;
    std::uint32_t crc = 0;
    bool operator==(const VolumeFile&) const = default;
};

/// What sealing now would be about.
struct Waiting {
    Tally tally;
    std::int64_t pieces = 0;  // that stand in no volume and are not written for each
};
/// Refuses: as why_not_keep(), nothing_new_to_seal, dossier_is_incomplete (args missing, accepted:
/// a reason is wanted).
[[nodiscard]] base::Result<void> check_sealing(const Waiting& waiting, std::string_view reason,
                                               const base::Actor& actor, bool covered);

/// "evidence/<digest>.pdf" of what was brought in, "plans/<digest>.docx" of what was imported,
/// "records/0012.html" of what the program wrote.
[[nodiscard]] std::string name_in_volume(const Piece& piece, std::string_view ending);
/// The ending of a file's name, if it is a plain one: "docx"; else "bin".
[[nodiscard]] std::string ending_of(std::string_view file_name);
/// Whether a name is one that a volume may hold: no way out of the folder it is unpacked in, no
/// folder itself, nothing that some system reads otherwise.
[[nodiscard]] bool is_safe_name(std::string_view name);

/// Which of the classes that only some are cleared for are not in the copy of this reader: said
/// whether or not there is anything of them.
[[nodiscard]] base::Guards left_out_for(const base::Scope& scope);
/// Those of the pieces that the reader is cleared for, and their files.
[[nodiscard]] std::vector<Piece> pieces_for(const std::vector<Piece>& pieces,
                                            const base::Scope& scope);
[[nodiscard]] std::vector<VolumeFile> files_for(const std::vector<VolumeFile>& files,
                                                const std::vector<Piece>& pieces);
/// As documents call them: 追责问责.
[[nodiscard]] std::vector<std::string> words_of(base::Guards guards);

/// With 、 between them.
[[nodiscard]] std::string joined(std::span<const std::string> words);

/// A file as a manifest lists it.
struct ManifestFile {
    std::string name, digest;
    std::int64_t bytes = 0;
    bool operator==(const ManifestFile&) const = default;
};
struct Manifest {
    std::int64_t format = volume_format;
    std::string program, programme, sealed_at, sealed_by, algorithm;
    std::int64_t volume = 0, pieces = 0;
    std::vector<std::string> missing, left_out;
    std::string reason;
    journal::Head head;
    std::vector<ManifestFile> files;
    std::string public_key;
};

/// What is wrong with a volume: volume_file_changed, volume_file_missing, volume_file_added,
/// volume_has_stray_bytes (no name), volume_counts_differ (no name).
struct VolumeFault {
    std::string what, name;
    bool operator==(const VolumeFault&) const = default;
};
struct VolumeReport {
    Manifest manifest;
    std::string fingerprint;
    std::vector<VolumeFault> faults;
};

}  // namespace dossier
