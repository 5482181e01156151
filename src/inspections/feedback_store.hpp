// Statements on feedback: the document, its copies, its sentences and the problems that stand for
// them. Decides nothing.
#pragma once

#include <map>

#include "inspections/feedback.hpp"
#include "inspections/sentence.hpp"
#include "ledger/held_table.hpp"
#include "ledger/programme_store.hpp"
#include "ledger/sealed_rows_store.hpp"

namespace inspections {

void insert_feedback(db::Transaction& transaction, const Feedback& feedback);
/// Everything that changes, copies included. Refuses somebody_else_changed_it. The stored version
/// becomes that of `feedback`.
[[nodiscard]] base::Result<void> save_feedback(db::Transaction& transaction,
                                               const Feedback& feedback);
/// When the scope covers the inspected unit as a whole and is cleared for the programme's mark.
[[nodiscard]] std::optional<Feedback> find_feedback(db::Transaction& transaction, FeedbackId id,
                                                    const base::Scope& scope);
/// How the sentences of a text stand; those behind a guard that the scope is not cleared for count
/// as if they did not stand for anything.
struct Coverage {
    std::int64_t sentences = 0, linked = 0, answered = 0, open = 0;
    bool operator==(const Coverage&) const = default;
};
struct FeedbackBrief {
    Feedback feedback;  // without text and copies
    Coverage coverage;
};
/// Of one programme, in the order of kinds; in sight as above.
[[nodiscard]] std::vector<FeedbackBrief> list_feedback(db::Transaction& transaction,
                                                       ProgrammeId programme,
                                                       const base::Scope& scope);
/// Delivered and not signed for, of programmes that inspect this unit; the oldest first.
[[nodiscard]] std::vector<Feedback> list_to_sign(db::Transaction& transaction, base::UnitId unit,
                                                 const base::Scope& scope);

/// In their order; `problems` without those behind a guard the scope is not cleared for.
[[nodiscard]] std::vector<Sentence> list_sentences(db::Transaction& transaction, FeedbackId id,
                                                   const base::Scope& scope);
/// What becomes of the sentences when a text takes the place of another.
struct PlacedSentence {
    SentenceId id;
    Piece piece;
    bool is_new = false;
};
void save_sentences(db::Transaction& transaction, FeedbackId id,
                    const std::vector<PlacedSentence>& sentences);
/// Answer and reason, version moved on; links in sight are exchanged for `problems`. Refuses
/// somebody_else_changed_it.
[[nodiscard]] base::Result<void> save_answer(db::Transaction& transaction, FeedbackId id,
                                             const WantedAnswer& wanted, const base::Actor& actor);

/// A problem as a sentence names it.
struct NamedProblem {
    ProblemId id;
    std::int64_t number = 0;
    std::string text;
    bool operator==(const NamedProblem&) const = default;
};
/// Those that stand for a sentence of the feedback and lie within the scope, by number.
[[nodiscard]] std::vector<NamedProblem> list_linked(db::Transaction& transaction, FeedbackId id,
                                                    const base::Scope& scope);
/// Problems of the programme that stand for no sentence of any of its feedback, by number.
[[nodiscard]] std::vector<NamedProblem> list_unsourced(db::Transaction& transaction,
                                                       ProgrammeId programme,
                                                       const base::Scope& scope);
/// Every problem within the scope with its manifestations, as it is compared and named.
struct ProblemTexts {
    NamedProblem named;
    std::vector<std::string> manifestations;
};
[[nodiscard]] std::vector<ProblemTexts> list_problem_texts(db::Transaction& transaction,
                                                           ProgrammeId programme,
                                                           const base::Scope& scope);

/// A sentence as the page of a problem shows it.
struct SourceSentence {
    FeedbackId feedback;
    FeedbackKind kind{};
    std::string document;
    std::int64_t position = 0;
    std::string text;
};
[[nodiscard]] std::vector<SourceSentence> list_sources(db::Transaction& transaction, ProblemId id);
/// The number of the feedback each problem of the programme comes from, several with 、 between.
/// Numbers are no secret: nothing of the text is told.
[[nodiscard]] std::map<ProblemId, std::string> list_source_documents(db::Transaction& transaction,
                                                                     ProgrammeId programme);

/// What of it is sealed where the database seals.
[[nodiscard]] std::vector<ledger::SealedSet> sealed_feedback();

/// What follows a unit that is merged: copies that it has not received.
[[nodiscard]] ledger::HeldTable held_feedback();

}  // namespace inspections
