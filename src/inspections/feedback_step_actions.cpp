#include "inspections/feedback_step_actions.hpp"

namespace inspections {
namespace {

using Facts = std::vector<std::pair<std::string, std::string>>;

Coverage coverage_of(const std::vector<Sentence>& sentences) {
    Coverage all;
    for (const auto& one : sentences) {
        if (one.piece.heading) continue;
        ++all.sentences;
        if (!one.problems.empty())
            ++all.linked;
        else
            ++(one.answer == Answer::none ? all.open : all.answered);
    }
    return all;
}

/// What may be chosen, and the proposals made of it.
void offer_problems(db::Transaction& transaction, FeedbackView& view, const base::Scope& scope) {
    std::vector<ComparedProblem> compared;
    for (auto& one : list_problem_texts(transaction, view.feedback.programme, scope)) {
        auto texts = std::move(one.manifestations);
        texts.push_back(one.named.text);
        compared.push_back({one.named.id, std::move(texts)});
        view.problems.push_back(std::move(one.named));
    }
    view.proposals = proposals(view.sentences, compared);
}

}  // namespace

base::Error feedback_unknown() {
    return base::refuse(base::ErrorKind::not_found, "feedback_unknown");
}

void note(ledger::Recorder& recorder, std::string_view act, const Feedback& feedback, Facts more) {
    more.insert(more.begin(), {{"mark", feedback.paper.document},
                               {"feedback_kind", std::string(name_of(feedback.paper.kind))}});
    std::erase_if(more, [](const auto& fact) { return fact.second.empty(); });
    recorder.note(act, "feedback", feedback.id.text(), more);
}

FeedbackView view_of(db::Transaction& transaction, const Feedback& feedback,
                     const base::Actor& actor) {
    FeedbackView view{feedback, list_sentences(transaction, feedback.id, actor.scope)};
    view.coverage = coverage_of(view.sentences);
    view.declared = declared_in(feedback.paper.text);
    view.problems = list_linked(transaction, feedback.id, actor.scope);
    view.linked_problems = static_cast<std::int64_t>(view.problems.size());
    view.unsourced = list_unsourced(transaction, feedback.programme, actor.scope);
    view.proposals.resize(view.sentences.size());
    if (!why_not(FeedbackAct::answer, feedback, actor)) {
        view.problems.clear();
        offer_problems(transaction, view, actor.scope);
    }
    return view;
}

}  // namespace inspections
