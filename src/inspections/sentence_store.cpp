// The sentences of a feedback and the problems that stand for them: the second half of
// feedback_store.hpp, apart for its length.
#include <map>
#include <set>

#include "inspections/feedback_store.hpp"
#include "ledger/scope_store.hpp"

namespace inspections {
namespace {

using db::Conditions;

constexpr std::string_view select_sentences = R"sql(
SELECT id, text, heading, answer, reason, answered_by_name, version
FROM feedback_sentence WHERE feedback_id = $1 ORDER BY position)sql";
constexpr std::string_view select_links = R"sql(
SELECT l.sentence_id, l.problem_id
FROM feedback_sentence s JOIN feedback_link l ON l.sentence_id = s.id
     JOIN problem p ON p.id = l.problem_id
WHERE s.feedback_id = $1 AND (p.guards & $2) = 0 ORDER BY p.number)sql";
constexpr std::string_view select_ids = "SELECT id FROM feedback_sentence WHERE feedback_id = $1";
constexpr std::string_view delete_sentence = "DELETE FROM feedback_sentence WHERE id = $1";
constexpr std::string_view insert_sentence = R"sql(
INSERT INTO feedback_sentence (id, feedback_id, position, text, heading, answer, reason,
                               answered_by_name, version)
VALUES ($1, $2, $3, $4, $5, '', '', '', 1))sql";
constexpr std::string_view move_sentence = R"sql(
UPDATE feedback_sentence SET position = $2, text = $3, heading = $4 WHERE id = $1)sql";
constexpr std::string_view update_answer = R"sql(
UPDATE feedback_sentence SET answer = $4, reason = $5, answered_by_name = $6, version = $3 + 1
WHERE id = $1 AND feedback_id = $2 AND version = $3)sql";
constexpr std::string_view delete_links = R"sql(
DELETE FROM feedback_link WHERE sentence_id = $1
    AND problem_id IN (SELECT p.id FROM problem p WHERE (p.guards & $2) = 0))sql";
constexpr std::string_view insert_link =
    "INSERT INTO feedback_link (sentence_id, problem_id) VALUES ($1, $2)";
constexpr std::string_view select_manifestations = R"sql(
SELECT m.problem_id, m.id, m.text FROM manifestation m JOIN problem p ON p.id = m.problem_id
WHERE p.programme_id = $1 ORDER BY m.problem_id, m.position)sql";
constexpr std::string_view select_sources = R"sql(
SELECT f.id, f.kind, f.document, s.position, s.text, s.id
FROM feedback_link l JOIN feedback_sentence s ON s.id = l.sentence_id
     JOIN feedback f ON f.id = s.feedback_id
WHERE l.problem_id = $1 ORDER BY f.registered_at, f.id, s.position)sql";
constexpr std::string_view select_source_documents = R"sql(
SELECT DISTINCT l.problem_id, f.document, f.registered_at
FROM feedback_link l JOIN feedback_sentence s ON s.id = l.sentence_id
     JOIN feedback f ON f.id = s.feedback_id
WHERE f.programme_id = $1 AND f.document <> ''
ORDER BY l.problem_id, f.registered_at, f.document)sql";

Sentence sentence_in(const db::Row& row) {
    Sentence one;
    one.id = row.id<SentenceId>(0);
    one.piece = {row.opened(1, "feedback_sentence.text", one.id), row.boolean(2)};
    one.answer = answer_of(row.text(3)).value_or(Answer::none);
    one.reason = row.opened(4, "feedback_sentence.reason", one.id);
    one.answered_by = row.string(5);
    one.version = row.integer(6);
    return one;
}

NamedProblem problem_in(const db::Row& row) {
    const auto id = row.id<ProblemId>(0);
    return {id, row.integer(1), row.opened(2, "problem.text", id)};
}

/// Of r, problems of the programme within the scope, by number.
std::vector<NamedProblem> problems_where(db::Transaction& transaction, Conditions& where,
                                         const base::Scope& scope) {
    ledger::add_rows_in_scope(where, scope);
    const auto sql = "SELECT r.id, r.number, r.text\nFROM problem r" + where.text() +
                     "\nORDER BY r.number, r.id";
    return db::all(transaction, sql, where, problem_in);
}

}  // namespace

std::vector<Sentence> list_sentences(db::Transaction& transaction, FeedbackId id,
                                     const base::Scope& scope) {
    auto all = transaction.all(select_sentences, {id}, sentence_in);
    std::map<SentenceId, std::vector<ProblemId>> links;
    transaction.each(select_links, {id, scope.withheld().bits()}, [&](const db::Row& row) {
        links[row.id<SentenceId>(0)].push_back(row.id<ProblemId>(1));
    });
    for (auto& one : all)
        if (const auto found = links.find(one.id); found != links.end())
            one.problems = std::move(found->second);
    return all;
}

void save_sentences(db::Transaction& transaction, FeedbackId id,
                    const std::vector<PlacedSentence>& sentences) {
    std::set<SentenceId> stay;
    for (const auto& one : sentences) stay.insert(one.id);
    const auto stored =
        transaction.all(select_ids, {id}, [](const db::Row& row) { return row.id<SentenceId>(0); });
    for (const auto one : stored)
        if (!stay.contains(one)) transaction.execute(delete_sentence, {one});
    std::int64_t position = 0;
    for (const auto& one : sentences) {
        const auto text = transaction.sealed(one.piece.text, "feedback_sentence.text", one.id);
        if (one.is_new)
            transaction.execute(insert_sentence, {one.id, id, ++position, text, one.piece.heading});
        else
            transaction.execute(move_sentence, {one.id, ++position, text, one.piece.heading});
    }
}

base::Result<void> save_answer(db::Transaction& transaction, FeedbackId id,
                               const WantedAnswer& wanted, const base::Actor& actor) {
    const auto reason =
        transaction.sealed(wanted.reason, "feedback_sentence.reason", wanted.sentence);
    const auto changed = transaction.execute(
        update_answer,
        {wanted.sentence, id, wanted.version, name_of(wanted.answer), reason, actor.name});
    if (changed == 0)
        return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it", "version");
    transaction.execute(delete_links, {wanted.sentence, actor.scope.withheld().bits()});
    for (const auto problem : wanted.problems)
        transaction.execute(insert_link, {wanted.sentence, problem});
    return {};
}

std::vector<NamedProblem> list_linked(db::Transaction& transaction, FeedbackId id,
                                      const base::Scope& scope) {
    Conditions where;
    where.add(
        "r.id IN (SELECT l.problem_id FROM feedback_link l JOIN feedback_sentence s ON s.id = "
        "l.sentence_id WHERE s.feedback_id = ",
        id, ")");
    return problems_where(transaction, where, scope);
}

std::vector<NamedProblem> list_unsourced(db::Transaction& transaction, ProgrammeId programme,
                                         const base::Scope& scope) {
    Conditions where;
    where.add("r.programme_id = ", programme);
    where.add_fixed("NOT EXISTS (SELECT 1 FROM feedback_link l WHERE l.problem_id = r.id)");
    return problems_where(transaction, where, scope);
}

std::vector<ProblemTexts> list_problem_texts(db::Transaction& transaction, ProgrammeId programme,
                                             const base::Scope& scope) {
    Conditions where;
    where.add("r.programme_id = ", programme);
    std::vector<ProblemTexts> found;
    std::map<ProblemId, std::size_t> places;
    for (auto& problem : problems_where(transaction, where, scope)) {
        places[problem.id] = found.size();
        found.push_back({std::move(problem), {}});
    }
    transaction.each(select_manifestations, {programme}, [&](const db::Row& row) {
        const auto place = places.find(row.id<ProblemId>(0));
        if (place == places.end()) return;
        const auto id = row.id<ledger::ManifestationId>(1);
        found[place->second].manifestations.push_back(row.opened(2, "manifestation.text", id));
    });
    return found;
}

std::vector<SourceSentence> list_sources(db::Transaction& transaction, ProblemId id) {
    return transaction.all(select_sources, {id}, [](const db::Row& row) {
        return SourceSentence{row.id<FeedbackId>(0),
                              feedback_kind_of(row.text(1)).value_or(FeedbackKind::other),
                              row.string(2), row.integer(3),
                              row.opened(4, "feedback_sentence.text", row.id<SentenceId>(5))};
    });
}

std::map<ProblemId, std::string> list_source_documents(db::Transaction& transaction,
                                                       ProgrammeId programme) {
    std::map<ProblemId, std::string> found;
    transaction.each(select_source_documents, {programme}, [&](const db::Row& row) {
        auto& documents = found[row.id<ProblemId>(0)];
        if (!documents.empty()) documents += "、";
        documents += row.text(1);
    });
    return found;
}

}  // namespace inspections
