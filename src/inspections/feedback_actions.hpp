// What people do with feedback: register the document, deliver it, sign for it, note what was said
// and who was told, and answer its text sentence by sentence. One function a thing, one transaction
// and one entry of the programme's journal each.
#pragma once

#include <filesystem>

#include "inspections/feedback_store.hpp"
#include "ledger/evidence_actions.hpp"

namespace inspections {

using Needs = ledger::Needs;

struct SeenFeedback {
    FeedbackId id;
    std::int64_t version = 0;
};
struct FeedbackView {
    Feedback feedback;
    std::vector<Sentence> sentences;
    std::vector<std::vector<Proposal>> proposals;  // of each sentence; for those who may answer
    Coverage coverage;
    DeclaredTotals declared;
    std::vector<NamedProblem> problems;   // that may be chosen, or that stand for a sentence
    std::vector<NamedProblem> unsourced;  // stand for no sentence of any feedback
    std::int64_t linked_problems = 0;
};
struct FeedbackList {
    std::vector<FeedbackBrief> rows;
    bool whole = false;  // whether the reader sees the inspected unit, and with it the feedback
};

/// Refuses programme_not_found.
[[nodiscard]] base::Result<FeedbackList> list_feedback_of(const Needs& needs,
                                                          const base::Actor& actor,
                                                          ProgrammeId programme);
/// Refuses feedback_unknown (also out of sight); so does everything below that names one.
[[nodiscard]] base::Result<FeedbackView> view_feedback(const Needs& needs, const base::Actor& actor,
                                                       FeedbackId id);
/// Those that the actor is to sign for; none for anybody but a principal.
[[nodiscard]] std::vector<Feedback> list_feedback_to_sign(const Needs& needs,
                                                          const base::Actor& actor);

struct NewFeedback {
    FeedbackId id;
    ProgrammeId programme;
    Paper paper;
};
/// Sent again with the same content: as it is. Refuses: as why_not_register(), programme_not_found,
/// as check(), what plan::check_document_mark refuses of the text, same_id_other_content.
[[nodiscard]] base::Result<FeedbackView> register_feedback(const Needs& needs,
                                                           const base::Actor& actor,
                                                           const NewFeedback& wanted);
/// Sentences that still read the same keep their answers. Refuses: somebody_else_changed_it, as
/// edit(), of the text as above.
[[nodiscard]] base::Result<FeedbackView> edit_feedback(const Needs& needs, const base::Actor& actor,
                                                       const SeenFeedback& seen, const Paper& paper,
                                                       std::string_view reason);
/// The document itself, as it came. Refuses: as file_paper(), somebody_else_changed_it,
/// file_missing, what ledger::keep_brought() refuses.
struct BroughtPaper {
    std::string name, reason;
    std::filesystem::path file;
};
[[nodiscard]] base::Result<FeedbackView> file_feedback(const ledger::EvidenceNeeds& needs,
                                                       const base::Actor& actor,
                                                       const SeenFeedback& seen,
                                                       const BroughtPaper& brought);
/// Refuses: feedback_has_no_file, evidence_file_is_gone.
[[nodiscard]] base::Result<ledger::FetchedEvidence> fetch_feedback_file(
    const ledger::EvidenceNeeds& needs, const base::Actor& actor, FeedbackId id);
/// The day of delivery becomes the programme's feedback day where it has none. These refuse
/// somebody_else_changed_it and what the rule of the same name refuses.
[[nodiscard]] base::Result<FeedbackView> deliver_feedback(const Needs& needs,
                                                          const base::Actor& actor,
                                                          const SeenFeedback& seen,
                                                          const Delivery& delivery);
[[nodiscard]] base::Result<FeedbackView> take_back_feedback(const Needs& needs,
                                                            const base::Actor& actor,
                                                            const SeenFeedback& seen,
                                                            std::string_view reason);
[[nodiscard]] base::Result<FeedbackView> sign_for_feedback(const Needs& needs,
                                                           const base::Actor& actor,
                                                           const SeenFeedback& seen);
[[nodiscard]] base::Result<FeedbackView> note_feedback_receipt(const Needs& needs,
                                                               const base::Actor& actor,
                                                               const SeenFeedback& seen,
                                                               const Receipt& receipt);
[[nodiscard]] base::Result<FeedbackView> note_feedback_declaration(const Needs& needs,
                                                                   const base::Actor& actor,
                                                                   const SeenFeedback& seen,
                                                                   const Declaration& declaration);
/// A copy to a registered unit bears its name. Refuses also unit_unknown.
[[nodiscard]] base::Result<FeedbackView> set_feedback_copies(const Needs& needs,
                                                             const base::Actor& actor,
                                                             const SeenFeedback& seen,
                                                             const std::vector<Copy>& copies);

/// All of them or none. Links to problems that the actor may not learn of stay. Refuses:
/// as why_not(answer), as check() of each, problem_not_found (also of another programme),
/// somebody_else_changed_it (of one sentence).
[[nodiscard]] base::Result<FeedbackView> answer_sentences(const Needs& needs,
                                                          const base::Actor& actor, FeedbackId id,
                                                          const std::vector<WantedAnswer>& answers);

/// Refuses problem_not_found.
[[nodiscard]] base::Result<std::vector<SourceSentence>> list_sources_of(const Needs& needs,
                                                                        const base::Actor& actor,
                                                                        ProblemId id);

/// The text of a document, for the form that registers it; nothing is kept. Refuses: as
/// why_not_register(), programme_not_found, what office::read_document and
/// plan::check_document_mark refuse.
[[nodiscard]] base::Result<std::string> read_feedback_document(const Needs& needs,
                                                               const base::Actor& actor,
                                                               ProgrammeId programme,
                                                               const std::filesystem::path& file);

}  // namespace inspections
