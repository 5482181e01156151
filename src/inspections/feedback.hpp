// Feedback (反馈意见): the document that an inspection ends in, and what becomes of it until
// somebody answers for it: delivered, read out, signed for, told to others, accepted with promises
// (R79). A programme may have several, one a kind of report. Its text is in sentence.hpp. The table
// of states stands in docs/states.md. Pure.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "evidence/evidence.hpp"
#include "ledger/programme.hpp"

namespace inspections {

using FeedbackId = base::Id<struct FeedbackTag>;
using base::ProgrammeId;

inline constexpr std::size_t feedback_chars_max = 200'000, document_chars_max = 100,
                             file_name_chars_max = 200, promises_max = 20, promise_chars_max = 500,
                             copies_max = 20;

enum class FeedbackKind { comprehensive, cadre_selection, ideology, other };
inline constexpr std::array<FeedbackKind, 4> feedback_kinds{
    FeedbackKind::comprehensive, FeedbackKind::cadre_selection, FeedbackKind::ideology,
    FeedbackKind::other};
[[nodiscard]] std::string_view name_of(FeedbackKind kind);
[[nodiscard]] std::optional<FeedbackKind> feedback_kind_of(std::string_view name);

enum class FeedbackState { registered, delivered, signed_for };
inline constexpr std::array<FeedbackState, 3> feedback_states{
    FeedbackState::registered, FeedbackState::delivered, FeedbackState::signed_for};
[[nodiscard]] std::string_view name_of(FeedbackState state);
[[nodiscard]] std::optional<FeedbackState> feedback_state_of(std::string_view name);

enum class FeedbackAct {
    edit,
    deliver,
    take_back,
    sign,
    note_receipt,
    note_declaration,
    set_copies,
    answer,  // sentences of the text
};
inline constexpr std::array<FeedbackAct, 8> feedback_acts{
    FeedbackAct::edit,       FeedbackAct::deliver,      FeedbackAct::take_back,
    FeedbackAct::sign,       FeedbackAct::note_receipt, FeedbackAct::note_declaration,
    FeedbackAct::set_copies, FeedbackAct::answer};
[[nodiscard]] std::string_view name_of(FeedbackAct act);

/// What is registered of the document.
struct Paper {
    FeedbackKind kind = FeedbackKind::comprehensive;
    std::string document;  // its number
    std::optional<base::Date> document_on;
    std::string file_name;  // that the text was read from
    std::string text;
    bool operator==(const Paper&) const = default;
};

/// The document itself, as it came; its text may have been read from it.
struct FiledPaper {
    std::string name;
    evidence::StoredFile file;
    bool operator==(const FiledPaper&) const = default;
};

struct Delivery {
    base::Date delivered_on;
    std::optional<base::Date> principal_told_on, team_told_on;
    bool operator==(const Delivery&) const = default;
};

struct Receipt {
    std::string by;
    base::Date on;
    bool on_paper = false;  // noted by the office; else signed for in the program
    bool operator==(const Receipt&) const = default;
};

/// What the principal said to it.
struct Declaration {
    std::string by;
    std::optional<base::Date> on;
    std::string text;
    std::vector<std::string> promises;
    bool operator==(const Declaration&) const = default;
};

/// Who is told beside the inspected unit (四抄告).
enum class CopyRole { leader_in_charge, competent_department, discipline, organisation, other };
[[nodiscard]] std::string_view name_of(CopyRole role);
[[nodiscard]] std::optional<CopyRole> copy_role_of(std::string_view name);
struct Copy {
    CopyRole role = CopyRole::other;
    std::string name;
    std::optional<base::Date> told_on;
    std::string received_by;
    std::optional<base::Date> received_on;
    std::optional<base::UnitId> unit = {};  // where it is registered: `name` is its name
    bool operator==(const Copy&) const = default;
};

struct Feedback {
    FeedbackId id;
    ProgrammeId programme;
    std::string programme_title;  // read with the row
    base::UnitId unit;            // the inspected one, read with the row
    Paper paper;
    FeedbackState state = FeedbackState::registered;
    std::optional<Delivery> delivery;
    std::optional<Receipt> receipt;
    Declaration declaration;
    std::vector<Copy> copies;
    std::string registered_by;
    std::optional<base::AccountId> registrar;  // none: registered before accounts were kept
    base::Instant registered_at;
    std::optional<FiledPaper> filed;
    std::int64_t version = 1;
    bool operator==(const Feedback&) const = default;
};

/// Refuses only_registrars_keep_feedback.
[[nodiscard]] std::optional<base::Error> why_not_register(const base::Actor& actor);
/// Whether an act is refused now. Refuses, in this order:
/// edit, deliver, take_back, note_receipt, note_declaration, set_copies:
/// only_registrars_keep_feedback; sign: only_the_principal_signs_for_feedback (of the inspected
/// unit); answer: only_the_office_answers_sentences; then
/// deliver: feedback_is_delivered; take_back, sign, note_receipt, note_declaration:
/// feedback_is_not_delivered; take_back, sign, note_receipt: feedback_is_signed_for.
[[nodiscard]] std::optional<base::Error> why_not(FeedbackAct act, const Feedback& feedback,
                                                 const base::Actor& actor);

/// Refuses feedback_day_in_the_future (args value, accepted).
[[nodiscard]] base::Result<void> check(const Paper& paper, base::Date today);
/// Refuses: as why_not(edit), check(); once delivered, reason_too_short.
[[nodiscard]] base::Result<Feedback> edit(const Feedback& before, const Paper& paper,
                                          std::string_view reason, const base::Actor& actor,
                                          base::Date today);
/// The file in the place of the one before. Refuses as edit() does.
[[nodiscard]] base::Result<Feedback> file_paper(const Feedback& before, const FiledPaper& filed,
                                                std::string_view reason, const base::Actor& actor);
/// Refuses: as why_not(deliver), then all together: feedback_day_in_the_future, delivered_too_early
/// (before the document's day), team_told_before_principal.
[[nodiscard]] base::Result<Feedback> deliver(const Feedback& before, const Delivery& delivery,
                                             const base::Actor& actor, base::Date today);
/// It was not delivered after all. Refuses: as why_not(take_back), reason_too_short.
[[nodiscard]] base::Result<Feedback> take_back(const Feedback& before, std::string_view reason,
                                               const base::Actor& actor);
[[nodiscard]] base::Result<Feedback> sign(const Feedback& before, const base::Actor& actor,
                                          base::Date today);
/// Refuses: as why_not(note_receipt), feedback_day_in_the_future, received_before_delivery.
[[nodiscard]] base::Result<Feedback> note_receipt(const Feedback& before, const Receipt& receipt,
                                                  const base::Actor& actor, base::Date today);
/// Refuses: as why_not(note_declaration), feedback_day_in_the_future, declaration_says_nothing.
[[nodiscard]] base::Result<Feedback> note_declaration(const Feedback& before,
                                                      const Declaration& declaration,
                                                      const base::Actor& actor, base::Date today);
/// Refuses: as why_not(set_copies), feedback_day_in_the_future, copy_received_by_nobody (a day
/// without a name, or a name without a day).
[[nodiscard]] base::Result<Feedback> set_copies(const Feedback& before,
                                                const std::vector<Copy>& copies,
                                                const base::Actor& actor, base::Date today);
/// Units that are told of it now and were not before.
[[nodiscard]] std::vector<base::UnitId> newly_told(const Feedback& before, const Feedback& after);

}  // namespace inspections
