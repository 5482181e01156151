// A sealed volume read back by somebody who has nothing but the file: whether all that its signed
// list names is there, nothing else, and nothing was changed. Trusts nothing that the archive says
// of itself.
#pragma once

#include <filesystem>
#include <string_view>

#include "dossier/volume.hpp"

namespace dossier {

[[nodiscard]] base::Result<Manifest> read_manifest(std::string_view text);

/// Refuses: volume_not_found (args path), volume_not_readable, volume_has_too_many_files (args
/// accepted), volume_name_unsafe, volume_name_twice, volume_file_packed (args name: a volume packs
/// nothing), volume_is_a_bomb, volume_has_no_manifest, volume_of_a_newer_program,
/// volume_not_signed. What else is wrong stands in the report, all of it. In little memory,
/// whatever the size.
[[nodiscard]] base::Result<VolumeReport> check_volume(const std::filesystem::path& file);

}  // namespace dossier
