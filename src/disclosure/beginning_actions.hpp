// How a text that is to go public begins: made of the ledger, given or read from a document, or
// taken from an earlier one; with what is proposed to be hidden. One transaction with its entry in
// the programme's chain.
#pragma once

#include "disclosure/release_actions.hpp"

namespace disclosure {

struct NewRelease {
    ReleaseId id;
    ProgrammeId programme;
    Audience audience = Audience::society;
    Source source = Source::outline;
    std::string title;                  // "" : as an outline or an earlier release is called
    std::string text;                   // of Source::text
    std::optional<ReleaseId> previous;  // of Source::release
    std::optional<narrative::EditionId> edition = {};  // of Source::edition
    bool with_accountability = false;  // of an outline: how many were called to account, by form
    Contacts contacts;                 // of an outline
};
/// Sent again: as it is. Refuses: programme_not_found, only_the_office_keeps_releases,
/// release_needs_the_whole_programme, same_id_other_content, programme_bears_a_mark (args value),
/// accountability_is_restricted, previous_release_unknown (previous_id), edition_unknown and
/// edition_is_restricted (edition_id), title_missing (title),
/// text_empty (text), text_has_too_many_paragraphs (text; args accepted), text_bears_a_secret_mark
/// (text; args value).
[[nodiscard]] base::Result<ReleaseView> begin_release(const Needs& needs, const base::Actor& actor,
                                                      const NewRelease& wanted);
/// The text of a document, to begin with. Refuses: programme_not_found,
/// only_the_office_keeps_releases, as office::read_document(), text_bears_a_secret_mark.
[[nodiscard]] base::Result<std::string> read_release_document(const Needs& needs,
                                                              const base::Actor& actor,
                                                              ProgrammeId programme,
                                                              const std::filesystem::path& file);

}  // namespace disclosure
