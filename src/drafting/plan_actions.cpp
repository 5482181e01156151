#include "drafting/plan_actions.hpp"

#include <algorithm>

#include "accounts/unit_store.hpp"
#include "bodies/body_store.hpp"
#include "drafting/plan_news_actions.hpp"
#include "drafting/planned_store.hpp"
#include "plan/import_store.hpp"

namespace drafting {
namespace {

using base::ErrorKind;
using base::refuse;
using ledger::Recorder;

base::Error plan_unknown() {
    return refuse(ErrorKind::not_found, "plan_unknown");
}

bool is_frozen(const PlanVersion& plan) {
    return plan.state == PlanState::joint_review || plan.state == PlanState::approved ||
           plan.state == PlanState::issued;
}

/// As it stands now, made of `sections`, or as it stood when it went into review.
Document document_of(db::Transaction& transaction, const PlanVersion& plan,
                     const std::vector<Section>& sections, const ledger::Viewpoint& viewpoint) {
    if (is_frozen(plan))
        return seen_within(load_edition(transaction, {plan.id, plan.round}), viewpoint.scope);
    return compose(sections, load_live_parts(transaction, plan.programme, viewpoint));
}

/// Which document a version is held against; nothing where there is none.
std::optional<Edition> edition_before(db::Transaction& transaction, const PlanVersion& plan,
                                      Since since, const base::Actor& actor) {
    if (since == Since::review) {
        const auto round = is_frozen(plan) ? plan.round - 1 : plan.round;
        return round > 0 ? std::optional(Edition{plan.id, round}) : std::nullopt;
    }
    for (const auto& one : list_plans(transaction, plan.programme, actor))
        if (one.number + 1 == plan.number) return Edition{one.id, one.round};
    return std::nullopt;
}

bool sees_every_row(db::Transaction& transaction, const PlanVersion& plan,
                    const base::Scope& scope) {
    const auto programme = ledger::load_programme(transaction, plan.programme, scope);
    if (!programme) return false;
    const auto path = accounts::load_unit_path(transaction, programme->inspected_unit);
    return path && scope.covers(*path, plan.programme);
}

void insert_sections(Recorder& recorder, const NewPlan& wanted,
                     const std::vector<SourceLine>& lines) {
    const auto standing = bodies::as_of(
        bodies::list_bodies(recorder.transaction(), wanted.programme), recorder.today());
    for (const auto part : parts) {
        Section section{part,
                        std::string(usual_heading(part)),
                        1,
                        wording_in(lines, part),
                        recorder.now(),
                        recorder.actor().name};
        if (section.text.empty()) section.text = first_wording(wanted.outline, part);
        if (part == Part::group && !standing.empty()) section.text = preface_of_bodies();
        insert_section(recorder.transaction(), wanted.id, section);
    }
}

/// What is there under the id already: as it is, or something else.
base::Result<PlanView> sent_again(db::Transaction& transaction, const Needs& needs,
                                  const base::Actor& actor, const PlanVersion& stored,
                                  bool the_same) {
    if (!the_same) return refuse(ErrorKind::conflict, "same_id_other_content", "id");
    return show_plan(transaction, needs, actor, stored);
}

base::Result<Comment> with_whose(Recorder& recorder, Comment comment) {
    const auto& actor = recorder.actor();
    auto& transaction = recorder.transaction();
    if (comment.problem) {
        const auto problem = ledger::load_problem(transaction, *comment.problem, actor.scope);
        if (!problem || problem->programme != recorder.programme().id)
            return refuse(ErrorKind::invalid, "problem_not_found", "problem_id");
    }
    const auto path = accounts::load_unit_path(transaction, recorder.programme().inspected_unit);
    const auto unit = accounts::find_unit(transaction, actor.unit);
    comment.inside = unit && path && unit->path.starts_with(*path);
    comment.unit_name = unit ? unit->name : "";
    comment.by = actor.id;
    comment.by_name = actor.name;
    comment.at = recorder.now();
    return comment;
}

}  // namespace

std::string usual_title(const ledger::Programme& programme) {
    return programme.inspected_unit_name + "关于" + programme.inspection.name +
           "反馈意见的整改方案";
}

std::vector<SourceLine> lines_of(db::Transaction& transaction, plan::ImportId import) {
    std::vector<SourceLine> lines;
    for (auto& block : plan::list_blocks(transaction, import))
        if (block.kind == office::Block::Kind::paragraph)
            lines.push_back({std::move(block.text), block.outline_level});
    return lines;
}

void note(Recorder& recorder, std::string_view act, const PlanVersion& plan,
          std::vector<std::pair<std::string, std::string>> more) {
    more.insert(more.begin(), {"number", std::to_string(plan.number)});
    recorder.note(act, "plan_version", plan.id.text(), more);
}

PlanView show_plan(db::Transaction& transaction, const Needs& needs, const base::Actor& actor,
                   const PlanVersion& plan) {
    PlanView view;
    view.plan = plan;
    view.frozen = is_frozen(plan);
    view.sections = list_sections(transaction, plan.id);
    view.document =
        document_of(transaction, plan, view.sections, {needs.clock.today(), actor.scope});
    if (!view.frozen) view.placeholders = placeholders_in(view.sections);
    view.comments = list_comments(transaction, plan.id, actor.scope);
    view.rounds = list_rounds(transaction, plan.id);
    const auto all = list_plans(transaction, plan.programme, actor);
    view.is_last = all.empty() || all.front().id == plan.id;
    return view;
}

base::Result<PlanView> view_plan(const Needs& needs, const base::Actor& actor, PlanVersionId id) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<PlanView> {
        const auto plan = find_plan(transaction, id, actor);
        if (!plan) return plan_unknown();
        return show_plan(transaction, needs, actor, *plan);
    });
}

base::Result<std::vector<PlanVersion>> list_plans_of(const Needs& needs, const base::Actor& actor,
                                                     ProgrammeId programme) {
    using Plans = base::Result<std::vector<PlanVersion>>;
    return needs.database.read([&](db::Transaction& transaction) -> Plans {
        const auto found = ledger::load_programme(transaction, programme, actor.scope);
        if (!found) return found.error();
        return list_plans(transaction, programme, actor);
    });
}

base::Result<std::vector<Difference>> compare_plan(const Needs& needs, const base::Actor& actor,
                                                   PlanVersionId id, Since since) {
    using Found = base::Result<std::vector<Difference>>;
    return needs.database.read([&](db::Transaction& transaction) -> Found {
        const auto plan = find_plan(transaction, id, actor);
        if (!plan) return plan_unknown();
        const auto before = edition_before(transaction, *plan, since, actor);
        if (!before) return refuse(ErrorKind::illegal_transition, "nothing_to_compare_with");
        if (!is_frozen(*plan) && !sees_every_row(transaction, *plan, actor.scope))
            return refuse(ErrorKind::forbidden, "comparison_needs_the_whole_plan");
        return differences(seen_within(load_edition(transaction, *before), actor.scope),
                           document_of(transaction, *plan, list_sections(transaction, plan->id),
                                       {needs.clock.today(), actor.scope}));
    });
}

base::Result<std::vector<Wording>> list_wordings_of(const Needs& needs, const base::Actor& actor,
                                                    PlanVersionId id, Part part) {
    using Wordings = base::Result<std::vector<Wording>>;
    return needs.database.read([&](db::Transaction& transaction) -> Wordings {
        if (!find_plan(transaction, id, actor)) return plan_unknown();
        auto wordings = list_wordings(transaction, id, part);
        if (wordings.empty()) return refuse(ErrorKind::not_found, "section_unknown");
        return wordings;
    });
}

std::vector<WaitingPlans> list_plans_waiting(const Needs& needs, const base::Actor& actor) {
    return needs.database.read([&](db::Transaction& transaction) {
        std::vector<WaitingPlans> found;
        for (const auto waits : plan_waits)
            if (auto one = list_waiting_plans(transaction, waits, actor, needs.clock.today());
                one && one->total > 0)
                found.push_back(std::move(*one));
        return found;
    });
}

base::Result<PlanView> begin_plan(const Needs& needs, const base::Actor& actor,
                                  const NewPlan& wanted) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<PlanView> {
        auto recorder = Recorder::open(transaction, needs, actor, wanted.programme);
        if (!recorder) return recorder.error();
        if (!actor.may(base::Act::edit_ledger))
            return refuse(ErrorKind::forbidden, "only_the_office_writes_plans");
        if (const auto stored = find_plan(transaction, wanted.id, actor))
            return sent_again(
                transaction, needs, actor, *stored,
                stored->programme == wanted.programme && stored->outline == wanted.outline);
        if (!list_plans(transaction, wanted.programme, actor).empty())
            return refuse(ErrorKind::illegal_transition, "plan_is_begun");
        std::vector<SourceLine> lines;
        if (wanted.import) {
            const auto import = plan::load_import(transaction, *wanted.import);
            if (!import || import->programme != wanted.programme)
                return refuse(ErrorKind::invalid, "import_not_found", "import_id");
            lines = lines_of(transaction, *wanted.import);
        }
        PlanVersion plan;
        plan.id = wanted.id;
        plan.programme = wanted.programme;
        plan.programme_title = recorder->programme().title;
        plan.outline = wanted.outline;
        plan.title = wanted.title.empty() ? usual_title(recorder->programme()) : wanted.title;
        plan.changed_at = recorder->now();
        insert_plan(transaction, plan);
        insert_sections(*recorder, wanted, lines);
        note(*recorder, "begin_plan", plan, {{"title", plan.title}});
        recorder->finish();
        return show_plan(transaction, needs, actor, plan);
    });
}

base::Result<PlanView> revise_plan(const Needs& needs, const base::Actor& actor, PlanVersionId id,
                                   const NewRevision& wanted) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<PlanView> {
        const auto before = find_plan(transaction, id, actor);
        if (!before) return plan_unknown();
        auto recorder = Recorder::open(transaction, needs, actor, before->programme);
        if (!recorder) return plan_unknown();
        if (auto no = why_not(PlanAct::revise, *before, {}, actor)) return *no;
        if (const auto stored = find_plan(transaction, wanted.id, actor))
            return sent_again(
                transaction, needs, actor, *stored,
                stored->programme == before->programme && stored->reason == wanted.reason);
        if (list_plans(transaction, before->programme, actor).front().id != before->id)
            return refuse(ErrorKind::illegal_transition, "plan_is_under_revision");
        auto next = revise(*before, wanted.id, wanted.reason);
        if (!next) return next.error();
        next->changed_at = recorder->now();
        insert_plan(transaction, *next);
        for (auto section : list_sections(transaction, before->id)) {
            section.revision = 1;
            insert_section(transaction, next->id, section);
        }
        note(*recorder, "revise_plan", *next, {{"reason", next->reason}});
        recorder->finish();
        return show_plan(transaction, needs, actor, *next);
    });
}

base::Result<PlanView> write_section(const Needs& needs, const base::Actor& actor, PlanVersionId id,
                                     Part part, const SectionDraft& draft) {
    return on_plan(
        needs, actor, id,
        [&](Recorder& recorder, const PlanVersion& plan) -> base::Result<PlanVersion> {
            auto& transaction = recorder.transaction();
            if (auto no = why_not(PlanAct::write, plan, {}, actor)) return *no;
            const auto before = find_section(transaction, id, part);
            if (!before) return refuse(ErrorKind::not_found, "section_unknown");
            auto after = write(*before, draft);
            if (!after) return after.error();
            if (after->revision == before->revision) return plan;
            after->at = recorder.now();
            after->by = actor.name;
            if (auto saved = save_section(transaction, id, *after); !saved) return saved.error();
            note(recorder, "write_plan_section", plan,
                 {{"section", after->heading}, {"revision", std::to_string(after->revision)}});
            return plan;
        });
}

base::Result<PlanView> consult_on_plan(const Needs& needs, const base::Actor& actor,
                                       const SeenPlan& seen, base::Date until) {
    return on_way(needs, actor, seen, PlanAct::consult,
                  [&](Recorder& recorder, const PlanVersion& plan) {
                      auto after = consult(plan, until, recorder.today());
                      if (!after) return after;
                      note(recorder, "consult_on_plan", plan, {{"until", base::to_text(until)}});
                      tell_of_consultation(recorder, *after);
                      return after;
                  });
}

base::Result<PlanView> comment_on_plan(const Needs& needs, const base::Actor& actor,
                                       const Comment& wanted) {
    return on_plan(needs, actor, wanted.plan,
                   [&](Recorder& recorder, const PlanVersion& plan) -> base::Result<PlanVersion> {
                       if (auto no = why_not(PlanAct::comment, plan, {}, actor)) return *no;
                       if (auto good = check(wanted); !good) return good.error();
                       auto comment = with_whose(recorder, wanted);
                       if (!comment) return comment.error();
                       if (const auto stored = find_comment(recorder.transaction(), wanted.id)) {
                           if (stored->plan == wanted.plan && stored->text == wanted.text)
                               return plan;
                           return refuse(ErrorKind::conflict, "same_id_other_content", "id");
                       }
                       insert_comment(recorder.transaction(), *comment);
                       note(recorder, "comment_on_plan", plan,
                            {{"section", std::string(usual_heading(comment->part))}});
                       return plan;
                   });
}

base::Result<PlanView> answer_comment(const Needs& needs, const base::Actor& actor, CommentId id,
                                      const Answer& given) {
    const auto found = needs.database.read(
        [&](db::Transaction& transaction) { return find_comment(transaction, id); });
    const auto unknown = refuse(ErrorKind::not_found, "comment_unknown");
    if (!found) return unknown;
    auto shown =
        on_plan(needs, actor, found->plan,
                [&](Recorder& recorder, const PlanVersion& plan) -> base::Result<PlanVersion> {
                    if (auto no = why_not(PlanAct::answer, plan, {}, actor)) return *no;
                    auto after = answer(*found, given.adopted, given.text);
                    if (!after) return after.error();
                    after->answered_by = actor.name;
                    after->answered_at = recorder.now();
                    save_answer(recorder.transaction(), *after);
                    note(recorder, "answer_plan_comment", plan,
                         {{"adopted", std::string(name_of(after->adopted))}});
                    return plan;
                });
    if (!shown && shown.error().code == "plan_unknown") return unknown;
    return shown;
}

}  // namespace drafting
