// Writing a plan, showing it, and hearing others on it. Each change is one transaction with its
// entry in the programme's chain.
#pragma once

#include "drafting/plan_store.hpp"
#include "drafting/round_store.hpp"
#include "drafting/section_store.hpp"
#include "ledger/recorder_actions.hpp"
#include "plan/import.hpp"

namespace drafting {

using ledger::Needs;

/// A version as its page shows it.
struct PlanView {
    PlanVersion plan;
    Document document;  // as it stands now, or as it stood when it went into the last review
    bool frozen = false;
    std::vector<Section> sections;
    std::vector<Placeholder> placeholders;  // left in what may still be written
    std::vector<Comment> comments;
    std::vector<Round> rounds;
    bool is_last = true;  // of its programme

    [[nodiscard]] Round last_round() const { return rounds.empty() ? Round{} : rounds.back(); }
};
/// Refuses plan_unknown (also outside the actor's sight), as do all below.
[[nodiscard]] base::Result<PlanView> view_plan(const Needs& needs, const base::Actor& actor,
                                               PlanVersionId id);
/// Its versions, the last one first. Refuses programme_not_found.
[[nodiscard]] base::Result<std::vector<PlanVersion>> list_plans_of(const Needs& needs,
                                                                   const base::Actor& actor,
                                                                   ProgrammeId programme);
/// Against what a version is held: what reviewers saw last, or what was issued before.
enum class Since { review, issue };
/// Refuses: nothing_to_compare_with; while it can still change, comparison_needs_the_whole_plan (of
/// somebody who sees a part of its rows).
[[nodiscard]] base::Result<std::vector<Difference>> compare_plan(const Needs& needs,
                                                                 const base::Actor& actor,
                                                                 PlanVersionId id, Since since);
/// The last one first. Refuses section_unknown.
[[nodiscard]] base::Result<std::vector<Wording>> list_wordings_of(const Needs& needs,
                                                                  const base::Actor& actor,
                                                                  PlanVersionId id, Part part);
/// Sections that are empty are left out.
[[nodiscard]] std::vector<WaitingPlans> list_plans_waiting(const Needs& needs,
                                                           const base::Actor& actor);

struct NewPlan {
    PlanVersionId id;
    ProgrammeId programme;
    OutlineKind outline = OutlineKind::bureau;
    std::string title;                     // "": as it is usually called
    std::optional<plan::ImportId> import;  // whose texts fill the parts that it names
};
/// Sent again: as it is. Refuses: programme_not_found, only_the_office_writes_plans,
/// same_id_other_content, plan_is_begun, import_not_found.
[[nodiscard]] base::Result<PlanView> begin_plan(const Needs& needs, const base::Actor& actor,
                                                const NewPlan& wanted);
/// The version after an issued one. Sent again: as it is. Refuses: as why_not(revise),
/// same_id_other_content, plan_is_under_revision, as revise().
struct NewRevision {
    PlanVersionId id;
    std::string reason;
};
[[nodiscard]] base::Result<PlanView> revise_plan(const Needs& needs, const base::Actor& actor,
                                                 PlanVersionId before, const NewRevision& wanted);
/// Refuses: section_unknown, as why_not(write), write().
[[nodiscard]] base::Result<PlanView> write_section(const Needs& needs, const base::Actor& actor,
                                                   PlanVersionId id, Part part,
                                                   const SectionDraft& draft);

/// A version as somebody saw it before acting on it: refuses somebody_else_changed_it.
struct SeenPlan {
    PlanVersionId id;
    std::int64_t version = 0;
};
[[nodiscard]] base::Result<PlanView> consult_on_plan(const Needs& needs, const base::Actor& actor,
                                                     const SeenPlan& seen, base::Date until);
/// Whose it is, of which unit and when is filled in here. Sent again: as it is. Refuses: as
/// why_not(comment), check(), problem_not_found, same_id_other_content.
[[nodiscard]] base::Result<PlanView> comment_on_plan(const Needs& needs, const base::Actor& actor,
                                                     const Comment& wanted);
struct Answer {
    Adopted adopted = Adopted::unanswered;
    std::string text;
};
/// Refuses: comment_unknown, as why_not(answer), answer().
[[nodiscard]] base::Result<PlanView> answer_comment(const Needs& needs, const base::Actor& actor,
                                                    CommentId id, const Answer& given);

/// Steps for actions.
[[nodiscard]] std::string usual_title(const ledger::Programme& programme);
/// The paragraphs of a document that was imported.
[[nodiscard]] std::vector<SourceLine> lines_of(db::Transaction& transaction, plan::ImportId import);
[[nodiscard]] PlanView show_plan(db::Transaction& transaction, const Needs& needs,
                                 const base::Actor& actor, const PlanVersion& plan);
void note(ledger::Recorder& recorder, std::string_view act, const PlanVersion& plan,
          std::vector<std::pair<std::string, std::string>> more = {});

/// Loads the version in its programme's turn, lets `step(recorder, plan)` make of it what it will
/// be, saves that when it differs, and shows it.
template <class Step>
base::Result<PlanView> on_plan(const Needs& needs, const base::Actor& actor, PlanVersionId id,
                               Step step) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<PlanView> {
        const auto unknown = base::refuse(base::ErrorKind::not_found, "plan_unknown");
        const auto found = find_plan(transaction, id, actor);
        if (!found) return unknown;
        auto recorder = ledger::Recorder::open(transaction, needs, actor, found->programme);
        if (!recorder) return unknown;
        const auto before = find_plan(transaction, id, actor);
        if (!before) return unknown;
        base::Result<PlanVersion> after = step(*recorder, *before);
        if (!after) return after.error();
        if (*after != *before) {
            after->changed_at = recorder->now();
            ++after->version;
            if (auto saved = save_plan(transaction, *after); !saved) return saved.error();
        }
        recorder->finish();
        return show_plan(transaction, needs, actor, *after);
    });
}
/// The same for one of the acts on the way but for review, by somebody who saw it as it is.
template <class Step>
base::Result<PlanView> on_way(const Needs& needs, const base::Actor& actor, const SeenPlan& seen,
                              PlanAct act, Step step) {
    return on_plan(
        needs, actor, seen.id,
        [&](ledger::Recorder& recorder, const PlanVersion& plan) -> base::Result<PlanVersion> {
            if (auto fresh = ledger::check_version(plan.version, seen.version); !fresh)
                return fresh.error();
            if (auto no = why_not(act, plan, {}, actor)) return *no;
            return step(recorder, plan);
        });
}

}  // namespace drafting
