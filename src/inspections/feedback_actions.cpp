#include "inspections/feedback_actions.hpp"

#include <algorithm>

#include "accounts/unit_store.hpp"
#include "inspections/feedback_news_actions.hpp"
#include "inspections/feedback_step_actions.hpp"
#include "ledger/phase_step_actions.hpp"
#include "plan/read_mark.hpp"

namespace inspections {
namespace {

using base::ErrorKind;
using base::refuse;
using ledger::Recorder;
using Facts = std::vector<std::pair<std::string, std::string>>;

/// Text that may not be here must leave no copy, whichever way it comes in.
base::Result<void> check_mark_of(const std::vector<office::Block>& blocks,
                                 const ledger::Programme& programme, const Needs& needs) {
    return plan::check_document_mark(plan::mark_in(blocks), programme, needs.classified);
}
base::Result<void> check_mark_of(const std::string& text, const ledger::Programme& programme,
                                 const Needs& needs) {
    std::vector<office::Block> blocks;
    for (auto& piece : pieces_of(text)) {
        office::Block block;
        block.text = std::move(piece.text);
        block.number = blocks.size() + 1;
        blocks.push_back(std::move(block));
    }
    return check_mark_of(blocks, programme, needs);
}

/// Cuts the text anew and keeps what still reads the same. Returns how many sentences went.
std::int64_t place_sentences(Recorder& recorder, FeedbackId id, const std::string& text) {
    auto& transaction = recorder.transaction();
    const auto before = list_sentences(transaction, id, base::unbounded());
    auto pieces = pieces_of(text);
    const auto same = kept(before, pieces);
    std::vector<PlacedSentence> placed;
    std::int64_t gone = static_cast<std::int64_t>(before.size());
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const auto sentence =
            same[i] ? before[*same[i]].id : SentenceId::make(recorder.now(), recorder.random());
        placed.push_back({sentence, std::move(pieces[i]), !same[i].has_value()});
        if (same[i]) --gone;
    }
    save_sentences(transaction, id, placed);
    return gone;
}

/// Somebody has signed for it: noted, and told to whoever registered it.
base::Result<Feedback> received(Recorder& recorder, std::string_view act,
                                base::Result<Feedback> after) {
    if (!after) return after;
    note(recorder, act, *after);
    tell_of_receipt(recorder, *after);
    return after;
}

base::Result<std::vector<Copy>> with_names(db::Transaction& transaction, std::vector<Copy> copies) {
    for (auto& copy : copies) {
        if (!copy.unit) continue;
        const auto unit = accounts::find_unit(transaction, *copy.unit);
        if (!unit)
            return refuse(ErrorKind::invalid, "unit_unknown", "copies", {{"value", copy.name}});
        copy.name = unit->name;
    }
    return copies;
}

bool is_of(db::Transaction& transaction, ProblemId id, const Feedback& feedback,
           const base::Scope& scope) {
    const auto problem = ledger::load_problem(transaction, id, scope);
    return problem && problem->programme == feedback.programme;
}

base::Result<void> save_answers(db::Transaction& transaction, const Feedback& feedback,
                                const std::vector<WantedAnswer>& answers,
                                const base::Actor& actor) {
    for (const auto& wanted : answers) {
        if (auto good = check(wanted); !good) return good.error();
        for (const auto problem : wanted.problems)
            if (!is_of(transaction, problem, feedback, actor.scope))
                return refuse(ErrorKind::invalid, "problem_not_found", "problem_ids");
        if (auto saved = save_answer(transaction, feedback.id, wanted, actor); !saved)
            return saved.error();
    }
    return {};
}

}  // namespace

base::Result<FeedbackList> list_feedback_of(const Needs& needs, const base::Actor& actor,
                                            ProgrammeId programme) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<FeedbackList> {
        const auto found = ledger::load_programme(transaction, programme, actor.scope);
        if (!found) return found.error();
        const auto path = accounts::load_unit_path(transaction, found->inspected_unit);
        return FeedbackList{list_feedback(transaction, programme, actor.scope),
                            path && actor.scope.covers(*path, programme)};
    });
}

base::Result<FeedbackView> view_feedback(const Needs& needs, const base::Actor& actor,
                                         FeedbackId id) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<FeedbackView> {
        const auto found = find_feedback(transaction, id, actor.scope);
        if (!found) return feedback_unknown();
        return view_of(transaction, *found, actor);
    });
}

std::vector<Feedback> list_feedback_to_sign(const Needs& needs, const base::Actor& actor) {
    if (actor.seat != base::Seat::principal || actor.unit.empty()) return {};
    return needs.database.read([&](db::Transaction& transaction) {
        return list_to_sign(transaction, actor.unit, actor.scope);
    });
}

base::Result<FeedbackView> register_feedback(const Needs& needs, const base::Actor& actor,
                                             const NewFeedback& wanted) {
    if (const auto no = why_not_register(actor)) return *no;
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<FeedbackView> {
        auto recorder = Recorder::open(transaction, needs, actor, wanted.programme);
        if (!recorder) return recorder.error();
        if (const auto stored = find_feedback(transaction, wanted.id, actor.scope)) {
            if (stored->programme == wanted.programme && stored->paper == wanted.paper)
                return view_of(transaction, *stored, actor);
            return refuse(ErrorKind::conflict, "same_id_other_content", "id");
        }
        if (auto good = check(wanted.paper, recorder->today()); !good) return good.error();
        if (auto fits = check_mark_of(wanted.paper.text, recorder->programme(), needs); !fits)
            return fits.error();
        Feedback feedback;
        feedback.id = wanted.id;
        feedback.programme = wanted.programme;
        feedback.paper = wanted.paper;
        feedback.registered_by = actor.name;
        feedback.registrar = actor.id;
        feedback.registered_at = recorder->now();
        insert_feedback(transaction, feedback);
        static_cast<void>(place_sentences(*recorder, feedback.id, feedback.paper.text));
        note(*recorder, "register_feedback", feedback, {{"file_name", feedback.paper.file_name}});
        recorder->finish();
        const auto stored = find_feedback(transaction, feedback.id, actor.scope);
        if (!stored) return feedback_unknown();
        return view_of(transaction, *stored, actor);
    });
}

base::Result<FeedbackView> edit_feedback(const Needs& needs, const base::Actor& actor,
                                         const SeenFeedback& seen, const Paper& paper,
                                         std::string_view reason) {
    return changed(needs, actor, seen,
                   [&](Recorder& recorder, const Feedback& before) -> base::Result<Feedback> {
                       auto after = edit(before, paper, reason, actor, recorder.today());
                       if (!after || *after == before) return after;
                       if (auto fits = check_mark_of(paper.text, recorder.programme(), needs);
                           !fits)
                           return fits.error();
                       Facts facts{{"reason", std::string(reason)}};
                       if (paper.text != before.paper.text) {
                           const auto gone = place_sentences(recorder, before.id, paper.text);
                           facts.emplace_back("sentences_gone", std::to_string(gone));
                       }
                       note(recorder, "edit_feedback", *after, std::move(facts));
                       return after;
                   });
}

base::Result<FeedbackView> deliver_feedback(const Needs& needs, const base::Actor& actor,
                                            const SeenFeedback& seen, const Delivery& delivery) {
    return changed(needs, actor, seen,
                   [&](Recorder& recorder, const Feedback& before) -> base::Result<Feedback> {
                       auto after = deliver(before, delivery, actor, recorder.today());
                       if (!after) return after;
                       note(recorder, "deliver_feedback", *after,
                            {{"delivered_on", base::to_text(delivery.delivered_on)}});
                       tell_of_delivery(recorder, *after);
                       if (recorder.programme().feedback_on) return after;
                       auto programme = recorder.programme();
                       programme.feedback_on = delivery.delivered_on;
                       if (auto saved = ledger::save_dates(recorder, programme); !saved)
                           return saved.error();
                       return after;
                   });
}

base::Result<FeedbackView> take_back_feedback(const Needs& needs, const base::Actor& actor,
                                              const SeenFeedback& seen, std::string_view reason) {
    return changed(
        needs, actor, seen,
        [&](Recorder& recorder, const Feedback& before) -> base::Result<Feedback> {
            auto after = take_back(before, reason, actor);
            if (after)
                note(recorder, "take_back_feedback", *after, {{"reason", std::string(reason)}});
            return after;
        });
}

base::Result<FeedbackView> sign_for_feedback(const Needs& needs, const base::Actor& actor,
                                             const SeenFeedback& seen) {
    return changed(needs, actor, seen, [&](Recorder& recorder, const Feedback& before) {
        return received(recorder, "sign_for_feedback", sign(before, actor, recorder.today()));
    });
}

base::Result<FeedbackView> note_feedback_receipt(const Needs& needs, const base::Actor& actor,
                                                 const SeenFeedback& seen, const Receipt& receipt) {
    return changed(needs, actor, seen, [&](Recorder& recorder, const Feedback& before) {
        return received(recorder, "note_feedback_receipt",
                        note_receipt(before, receipt, actor, recorder.today()));
    });
}

base::Result<FeedbackView> note_feedback_declaration(const Needs& needs, const base::Actor& actor,
                                                     const SeenFeedback& seen,
                                                     const Declaration& declaration) {
    return changed(needs, actor, seen, "note_feedback_declaration",
                   [&](const Feedback& before, base::Date today) {
                       return note_declaration(before, declaration, actor, today);
                   });
}

base::Result<FeedbackView> set_feedback_copies(const Needs& needs, const base::Actor& actor,
                                               const SeenFeedback& seen,
                                               const std::vector<Copy>& copies) {
    return changed(needs, actor, seen,
                   [&](Recorder& recorder, const Feedback& before) -> base::Result<Feedback> {
                       const auto named = with_names(recorder.transaction(), copies);
                       if (!named) return named.error();
                       auto after = set_copies(before, *named, actor, recorder.today());
                       if (!after || *after == before) return after;
                       note(recorder, "set_feedback_copies", *after);
                       tell_of_copies(recorder, before, *after);
                       return after;
                   });
}

base::Result<FeedbackView> answer_sentences(const Needs& needs, const base::Actor& actor,
                                            FeedbackId id,
                                            const std::vector<WantedAnswer>& answers) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<FeedbackView> {
        const auto found = find_feedback(transaction, id, actor.scope);
        if (!found) return feedback_unknown();
        if (const auto no = why_not(FeedbackAct::answer, *found, actor)) return *no;
        auto recorder = Recorder::open(transaction, needs, actor, found->programme);
        if (!recorder) return feedback_unknown();
        if (auto saved = save_answers(transaction, *found, answers, actor); !saved)
            return saved.error();
        auto view = view_of(transaction, *found, actor);
        note(*recorder, "answer_sentences", *found,
             {{"sentences", std::to_string(answers.size())},
              {"sentences_open", std::to_string(view.coverage.open)}});
        recorder->finish();
        return view;
    });
}

base::Result<std::vector<SourceSentence>> list_sources_of(const Needs& needs,
                                                          const base::Actor& actor, ProblemId id) {
    using Found = base::Result<std::vector<SourceSentence>>;
    return needs.database.read([&](db::Transaction& transaction) -> Found {
        const auto problem = ledger::load_problem(transaction, id, actor.scope);
        if (!problem) return problem.error();
        return list_sources(transaction, id);
    });
}

base::Result<std::string> read_feedback_document(const Needs& needs, const base::Actor& actor,
                                                 ProgrammeId programme,
                                                 const std::filesystem::path& file) {
    if (const auto no = why_not_register(actor)) return *no;
    const auto document = office::read_document(file);
    if (!document) return document.error();
    const auto fits = needs.database.read([&](db::Transaction& transaction) -> base::Result<void> {
        const auto found = ledger::load_programme(transaction, programme, actor.scope);
        if (!found) return found.error();
        return check_mark_of(document->blocks, *found, needs);
    });
    if (!fits) return fits.error();
    std::string text;
    for (const auto& block : document->blocks) {
        text += (text.empty() ? "" : "\n") + block.text;
        for (const auto& cell : block.cells)
            if (!cell.continued) text += cell.text + "　";
    }
    return text;
}

}  // namespace inspections
