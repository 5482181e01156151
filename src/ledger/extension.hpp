// Asking for a later deadline (延期): once at a time, with a reason and the leader's word, granted
// by the office and, when it reaches beyond the concentrated period or is not the first, by the
// supervising side as well. The old day is kept, and how often it moved stays with the row. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/measure.hpp"
#include "ledger/problem.hpp"
#include "ledger/programme.hpp"

namespace ledger {

using ExtensionId = base::Id<struct ExtensionTag>;
inline constexpr std::size_t leader_name_chars_max = 100;

enum class ExtensionState { pending, approved, refused, withdrawn };
enum class ExtensionLevel { office, supervision };
[[nodiscard]] std::string_view name_of(ExtensionState state);
[[nodiscard]] std::optional<ExtensionState> extension_state_of(std::string_view name);
[[nodiscard]] std::string_view name_of(ExtensionLevel level);
[[nodiscard]] std::optional<ExtensionLevel> extension_level_of(std::string_view name);

/// A row of either level.
struct RowRef {
    bool is_problem = false;
    base::Uuid id;
    bool operator==(const RowRef&) const = default;
};

struct ExtensionOpinion {
    ExtensionLevel level = ExtensionLevel::office;
    bool agreed = false;
    base::Instant at;
    base::AccountId by_account;
    std::string by;
    std::string note;
    bool operator==(const ExtensionOpinion&) const = default;
};

struct Extension {
    ExtensionId id;
    ProgrammeId programme;
    std::string programme_title;  // read with the row
    RowRef row;
    std::int64_t row_number = 0;  // read with the row
    std::string row_text;         // read with the row
    std::int64_t nth = 1;         // of this row
    std::string old_text;
    base::Date old_due_on, wanted_on;
    std::string reason;
    Signature leader;
    bool supervised = false;  // the supervising side is asked too
    ExtensionState state = ExtensionState::pending;
    base::AccountId asked_by;
    std::string asked_by_name;
    base::Instant asked_at;
    std::vector<ExtensionOpinion> opinions;  // in the order of levels
    base::Guards guards;                     // of the row, read with it
    std::int64_t version = 1;
    bool operator==(const Extension&) const = default;
};

/// Whose opinion comes next; none when it is decided.
[[nodiscard]] std::optional<ExtensionLevel> next_level(const Extension& extension);

/// Why an extension cannot be asked for now, or nothing. Refuses, in this order: those of the
/// measure's report (problem_is_closed_to_changes, claim_the_problem_first,
/// only_responsible_units_report, measure_is_awaiting_review, measure_is_done), nothing_to_extend.
[[nodiscard]] std::optional<base::Error> why_not_extend(const Measure& measure, ProblemGate gate,
                                                        const base::Actor& actor);
/// Refuses: problem_is_closed_to_changes, claim_the_problem_first, only_responsible_units_report,
/// problem_is_awaiting_review, nothing_to_extend.
[[nodiscard]] std::optional<base::Error> why_not_extend(const Problem& problem,
                                                        const base::Actor& actor);

/// What was asked for before, and what bounds it.
struct ExtensionContext {
    std::int64_t granted = 0;  // to this row so far
    bool pending = false;      // another one of this row
    std::optional<base::Date> concentrated_end_on;
    base::Date today;
};
/// The request with what follows from its context. Refuses, in this order: extension_is_pending,
/// then all together as form errors: extension_is_not_later (args accepted), reason_too_short,
/// unit_leader_has_not_signed, signed_in_the_future.
[[nodiscard]] base::Result<Extension> ask_for(const Extension& wanted,
                                              const ExtensionContext& context);

enum class ExtensionAct { agree, refuse, withdraw };
inline constexpr ExtensionAct extension_acts[]{ExtensionAct::agree, ExtensionAct::refuse,
                                               ExtensionAct::withdraw};
[[nodiscard]] std::string_view name_of(ExtensionAct act);
/// Refuses, in this order: extension_is_decided; withdraw: only_who_asked_withdraws; agree and
/// refuse: only_reviewers_review, nobody_reviews_their_own (what they asked for or agreed to
/// before), the_office_decides_first, the_supervising_side_decides.
[[nodiscard]] std::optional<base::Error> why_not(ExtensionAct act, const Extension& extension,
                                                 const base::Actor& actor);
/// Approved when every level agreed, refused as soon as one does not. Refuses: as why_not(), then
/// reason_too_short for a refusal.
[[nodiscard]] base::Result<Extension> decide(const Extension& before, bool agreed,
                                             std::string_view note, const base::Actor& actor,
                                             base::Instant now);
[[nodiscard]] base::Result<Extension> withdraw(const Extension& before, const base::Actor& actor);

}  // namespace ledger
