// What a volume says of itself: its catalogue as a workbook that prints, the same as data for
// programs, the list of its files that is signed, and how an outsider checks it. The same volume
// for the same reader gives the same bytes. From rows to texts; opens nothing.
#pragma once

#include <string>
#include <vector>

#include "dossier/volume.hpp"
#include "office/workbook.hpp"

namespace dossier {

/// A volume as one reader gets it.
struct VolumeCopy {
    Volume volume;
    std::vector<Piece> pieces;      // those for the reader, by number
    std::vector<VolumeFile> files;  // of these pieces
    base::Guards left_out;
};

/// 件号, 责任者, 文号, 题名, 日期, 页数, 文件数, 备注; pieces of one stage together.
[[nodiscard]] office::Workbook catalogue_of(const VolumeCopy& copy);
/// {"programme","volume","left_out":[…],"pieces":[{"number","stage","line","title",…,"files":[…]}]}
[[nodiscard]] std::string index_text(const VolumeCopy& copy);
/// What is signed; `written` are the files made for this copy.
[[nodiscard]] std::string manifest_text(const VolumeCopy& copy,
                                        const std::vector<ManifestFile>& written,
                                        std::string_view public_key);
/// How an outsider checks it, in Chinese.
[[nodiscard]] std::string volume_words(const VolumeCopy& copy, std::string_view fingerprint);

/// As the archive is called when it is taken out.
[[nodiscard]] std::string file_name_of(const Volume& volume);

}  // namespace dossier
