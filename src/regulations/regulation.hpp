// A regulation (制度) that a programme makes, revises or abolishes: drafted, reviewed, issued, in
// force; and the rows it answers (R14, R39, R77). The table of states stands in docs/states.md and
// is tested row by row. What is being drafted never counts as done. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/limits.hpp"
#include "ledger/programme.hpp"

namespace regulations {

using RegulationId = base::Id<struct RegulationTag>;
using base::ProgrammeId;
inline constexpr std::size_t regulation_title_chars_max = 200, replaces_chars_max = 200,
                             step_document_chars_max = 100, regulation_links_max = 200;

/// What the programme does about it.
enum class RegulationChange { made, revised, abolished };
[[nodiscard]] std::string_view name_of(RegulationChange change);
[[nodiscard]] std::optional<RegulationChange> regulation_change_of(std::string_view name);

enum class RegulationKind {
    system,      // 制度
    measures,    // 办法
    provisions,  // 规定
    rules,       // 细则
    scheme,      // 方案
    procedure,   // 流程
    mechanism,   // 机制
    other,
};
[[nodiscard]] std::string_view name_of(RegulationKind kind);
[[nodiscard]] std::optional<RegulationKind> regulation_kind_of(std::string_view name);

enum class RegulationState { drafting, in_review, issued, in_force, repealed, given_up };
inline constexpr RegulationState regulation_states[]{
    RegulationState::drafting, RegulationState::in_review, RegulationState::issued,
    RegulationState::in_force, RegulationState::repealed,  RegulationState::given_up};
[[nodiscard]] std::string_view name_of(RegulationState state);
[[nodiscard]] std::optional<RegulationState> regulation_state_of(std::string_view name);
[[nodiscard]] bool is_done(RegulationState state);     // issued or in force
[[nodiscard]] bool is_drafted(RegulationState state);  // on its way to that

enum class RegulationAct { edit, submit, issue, take_effect, go_back, repeal, give_up };
inline constexpr RegulationAct regulation_acts[]{RegulationAct::edit,    RegulationAct::submit,
                                                 RegulationAct::issue,   RegulationAct::take_effect,
                                                 RegulationAct::go_back, RegulationAct::repeal,
                                                 RegulationAct::give_up};
[[nodiscard]] std::string_view name_of(RegulationAct act);
/// But for edit, which is no step.
[[nodiscard]] std::optional<RegulationAct> regulation_step_of(std::string_view name);

/// A problem or measure that a regulation answers, as it is seen from there.
struct AnsweredRow {
    std::string id;
    std::int64_t number = 0;  // read with the row, like its text
    std::string text;
    bool operator==(const AnsweredRow&) const = default;
};

/// What the office writes.
struct RegulationTerms {
    RegulationChange change = RegulationChange::made;
    RegulationKind kind = RegulationKind::system;
    std::string title;
    std::string replaces;  // what was in force before
    base::UnitId unit;     // in charge of it
    std::optional<base::Date> due_on;
    std::vector<AnsweredRow> problems, measures;
    bool operator==(const RegulationTerms&) const = default;
};

/// One move from state to state.
struct RegulationStep {
    RegulationAct act = RegulationAct::submit;
    base::Date on;
    std::string document;  // what shows it: the number it was issued under, minutes
    std::string note;
    std::string by;
    base::Instant at;
    bool operator==(const RegulationStep&) const = default;
};

struct Regulation {
    RegulationId id;
    ProgrammeId programme;
    std::string programme_title;  // read with the row
    std::int64_t number = 0;      // running within the programme, never given again
    RegulationTerms terms;
    std::string unit_name, unit_path;  // read with the row
    RegulationState state = RegulationState::drafting;
    std::string document;  // the number it was issued under
    std::optional<base::Date> submitted_on, issued_on, effective_on, repealed_on;
    std::vector<RegulationStep> steps;  // as they were taken
    std::int64_t version = 1;
    bool operator==(const Regulation&) const = default;
};

/// Refuses only_the_office_edits.
[[nodiscard]] std::optional<base::Error> why_not_add(const base::Actor& actor);
/// Whether an act is refused now. Refuses, in this order:
/// edit, go_back, repeal, give_up: only_the_office_edits; submit, issue, take_effect:
/// only_the_unit_in_charge_moves_it (the office and those who report for the unit may); then every
/// one: regulation_is_given_up, regulation_is_repealed; then submit: regulation_is_past_drafting;
/// issue: regulation_is_not_reviewed, regulation_is_issued; take_effect: regulation_is_not_issued,
/// regulation_is_in_force; go_back: regulation_is_at_its_beginning; repeal:
/// regulation_is_not_issued; give_up: regulation_is_issued.
[[nodiscard]] std::optional<base::Error> why_not(RegulationAct act, const Regulation& regulation,
                                                 const base::Actor& actor);

/// Refuses revision_names_nothing (replaces; of what is revised or abolished).
[[nodiscard]] base::Result<void> check(const RegulationTerms& terms);
/// Refuses: as why_not(edit), as check().
[[nodiscard]] base::Result<Regulation> edit(const Regulation& before, const RegulationTerms& terms,
                                            const base::Actor& actor);
/// Going back undoes the step before: its day is open again. Refuses: as why_not(), then together
/// as form errors: step_lies_in_the_future (on; args value, accepted), step_before_the_last (on;
/// args value, accepted), document_number_missing (document; of issue), reason_too_short (note; of
/// go_back, repeal, give_up).
[[nodiscard]] base::Result<Regulation> take_step(const Regulation& before,
                                                 const RegulationStep& step,
                                                 const base::Actor& actor, base::Instant now);

}  // namespace regulations
