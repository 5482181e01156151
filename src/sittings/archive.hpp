// What belongs into the file of a life meeting (R142), in the order of its catalogue: what the
// program holds is there by itself, of the rest the office says that it is on file, where, or why
// it does not apply. Pure.
#pragma once

#include "sittings/follow_up.hpp"

namespace sittings {

enum class Material {
    request,
    plan,
    notice,
    consultations,
    study,
    opinions,
    talks,
    team_statement,
    statements,
    preparation,
    host_script,
    agenda,
    sign_in,
    record,
    recording,
    criticisms,
    comments,
    commitment,
    report,
    bulletin,
    team_list,
    personal_lists,
    public_text,
    catalogue,
};
inline constexpr std::size_t materials_count = 24;
[[nodiscard]] std::string_view name_of(Material material);
[[nodiscard]] std::optional<Material> material_of(std::string_view name);
[[nodiscard]] std::string_view words_of(Material material);

enum class FiledState { missing, held, filed, not_applicable };  // held: by the program
[[nodiscard]] std::string_view name_of(FiledState state);
[[nodiscard]] std::optional<FiledState> filed_state_of(std::string_view name);

struct ArchiveLine {
    Material material = Material::request;
    FiledState state = FiledState::missing;
    std::string remark, by;
    std::optional<base::Instant> at;
};
/// What the program holds of the meeting.
struct HeldMaterial {
    bool study = false, opinions = false, talks = false, team_statement = false, statements = false;
    bool consultations = false, called = false, agenda = false, sign_in = false, record = false,
         criticisms = false, comments = false, commitment = false, team_list = false,
         personal_lists = false, published = false;
    std::vector<LifeTextKind> issued;
};
/// The whole catalogue; what people said counts where the program holds nothing.
[[nodiscard]] std::vector<ArchiveLine> catalogue_of(const HeldMaterial& held,
                                                    const std::vector<ArchiveLine>& said);
/// Refuses: material_is_held, reason_too_short (remark; not_applicable), filed_state_unknown
/// (state).
[[nodiscard]] base::Result<void> check(const ArchiveLine& said,
                                       const std::vector<ArchiveLine>& catalogue);

}  // namespace sittings
