// The way of a release: handed in, approved or returned by somebody else, published, objected to,
// withdrawn; and taking it out as a file. Each change is one transaction with its entry in the
// programme's chain.
#pragma once

#include "disclosure/release_actions.hpp"
#include "disclosure/release_paper.hpp"

namespace disclosure {

/// Refuses: as why_not(submit), submit().
[[nodiscard]] base::Result<ReleaseView> submit_release(const Needs& needs, const base::Actor& actor,
                                                       const SeenRelease& seen);
/// Asks that the whole be not made public. Refuses: as why_not(exempt), exempt().
[[nodiscard]] base::Result<ReleaseView> exempt_release(const Needs& needs, const base::Actor& actor,
                                                       const SeenRelease& seen,
                                                       const Exemption& wanted);
struct Approval {
    std::vector<std::int64_t> consents;  // numbers of passages whose keeping is consented to
    std::string opinion;
};
/// The text that goes out is written down here, once, under its digest. Refuses: as
/// why_not(approve), approve().
[[nodiscard]] base::Result<ReleaseView> approve_release(const Needs& needs,
                                                        const base::Actor& actor,
                                                        const SeenRelease& seen,
                                                        const Approval& approval);
/// Refuses: as why_not(give_back), give_back().
[[nodiscard]] base::Result<ReleaseView> return_release(const Needs& needs, const base::Actor& actor,
                                                       const SeenRelease& seen,
                                                       const std::string& reason);
/// Refuses: as why_not(publish), publish().
[[nodiscard]] base::Result<ReleaseView> publish_release(const Needs& needs,
                                                        const base::Actor& actor,
                                                        const SeenRelease& seen,
                                                        const Publication& wanted);
/// Refuses: as why_not(withdraw), withdraw().
[[nodiscard]] base::Result<ReleaseView> withdraw_release(const Needs& needs,
                                                         const base::Actor& actor,
                                                         const SeenRelease& seen,
                                                         const std::string& reason);
/// Sent again: as it is. Refuses: release_unknown, as why_not(object), check().
[[nodiscard]] base::Result<ReleaseView> note_objection(const Needs& needs, const base::Actor& actor,
                                                       ReleaseId id, const Objection& wanted);

/// What is made of a release: its text, or the list of what it leaves out and why.
enum class ReleaseDocument { text, withheld };
[[nodiscard]] std::optional<ReleaseDocument> release_document_of(std::string_view name);
enum class ReleaseForm { docx, pdf, txt };
[[nodiscard]] std::optional<ReleaseForm> release_form_of(std::string_view name);

struct ReleasePaper {
    ProgrammeId programme;
    office::Paper paper;
};
/// To look at. Refuses: release_unknown; withheld: release_inside_is_restricted.
[[nodiscard]] base::Result<ReleasePaper> view_release_paper(const Needs& needs,
                                                            const base::Actor& actor, ReleaseId id,
                                                            ReleaseDocument document);
struct ReleaseFile {
    std::string bytes, name;  // the name is for the download, in Chinese
};
/// An entry in the programme's journal. The text goes out only once it was approved. Refuses
/// besides: release_is_not_approved, released_text_is_altered, pdf_needs_program (args program,
/// package), pdf_not_made.
[[nodiscard]] base::Result<ReleaseFile> take_out_release(const Needs& needs,
                                                         const base::Actor& actor, ReleaseId id,
                                                         ReleaseDocument document,
                                                         ReleaseForm form);

}  // namespace disclosure
