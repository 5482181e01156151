#include "drafting/section_store.hpp"

#include <algorithm>

#include "db/conditions.hpp"
#include "ledger/scope_store.hpp"
#include "ledger/sealed_rows_store.hpp"

namespace drafting {
namespace {

using db::Conditions;

constexpr std::string_view insert_section_sql =
    "INSERT INTO plan_section (version_id, part, heading, revision) VALUES ($1, $2, $3, $4)";
constexpr std::string_view update_section = R"sql(
UPDATE plan_section SET heading = $4, revision = $3
WHERE version_id = $1 AND part = $2 AND revision = $3 - 1)sql";
constexpr std::string_view insert_wording = R"sql(
INSERT INTO plan_wording (version_id, part, revision, text, at, by_name)
VALUES ($1, $2, $3, $4, $5, $6))sql";
constexpr std::string_view select_sections = R"sql(
SELECT s.part, s.heading, s.revision, w.text, w.at, w.by_name
FROM plan_section s JOIN plan_wording w
     ON w.version_id = s.version_id AND w.part = s.part AND w.revision = s.revision
WHERE s.version_id = $1)sql";
constexpr std::string_view select_wordings = R"sql(
SELECT revision, text, at, by_name FROM plan_wording
WHERE version_id = $1 AND part = $2 ORDER BY revision DESC)sql";

constexpr std::string_view insert_comment_sql = R"sql(
INSERT INTO plan_comment (id, version_id, part, problem_id, text, inside, unit_name, by_account,
                          by_name, at, adopted, answer, answered_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '', '', ''))sql";
constexpr std::string_view update_answer = R"sql(
UPDATE plan_comment SET adopted = $2, answer = $3, answered_by = $4, answered_at = $5
WHERE id = $1)sql";
constexpr std::string_view select_comments = R"sql(
SELECT c.id, c.version_id, c.part, c.problem_id, c.text, c.inside, c.unit_name, c.by_account,
       c.by_name, c.at, c.adopted, c.answer, c.answered_by, c.answered_at, r.text
FROM plan_comment c LEFT JOIN problem r ON r.id = c.problem_id)sql";
constexpr std::string_view count_unanswered_sql =
    "SELECT count(*) FROM plan_comment WHERE version_id = $1 AND adopted = ''";

/// As the wording is sealed: by its three keys.
std::string wording_name(PlanVersionId plan, Part part, std::int64_t revision) {
    return ledger::name_of_keys(ledger::name_of_keys(plan.text(), name_of(part)), revision);
}

void insert_text(db::Transaction& transaction, PlanVersionId plan, const Section& section) {
    const auto text = transaction.sealed(section.text, "plan_wording.text",
                                         wording_name(plan, section.part, section.revision));
    transaction.execute(insert_wording, {plan, name_of(section.part), section.revision, text,
                                         section.at, section.by});
}

Section section_in(const db::Row& row, PlanVersionId plan) {
    Section one;
    one.part = part_of(row.text(0)).value_or(Part::requirements);
    one.heading = row.string(1);
    one.revision = row.integer(2);
    one.text = row.opened(3, "plan_wording.text",
                          [&] { return wording_name(plan, one.part, one.revision); });
    one.at = row.instant(4);
    one.by = row.string(5);
    return one;
}

Comment comment_in(const db::Row& row) {
    Comment one;
    one.id = row.id<CommentId>(0);
    one.plan = row.id<PlanVersionId>(1);
    one.part = part_of(row.text(2)).value_or(Part::requirements);
    one.problem = row.optional_id<ledger::ProblemId>(3);
    one.text = row.opened(4, "plan_comment.text", one.id);
    one.inside = row.boolean(5);
    one.unit_name = row.string(6);
    one.by = row.id<base::AccountId>(7);
    one.by_name = row.string(8);
    one.at = row.instant(9);
    one.adopted = adopted_of(row.text(10)).value_or(Adopted::unanswered);
    one.answer = row.opened(11, "plan_comment.answer", one.id);
    one.answered_by = row.string(12);
    one.answered_at = row.optional_instant(13);
    if (one.problem && !row.is_null(14))
        one.problem_text = row.opened(14, "problem.text", *one.problem);
    return one;
}

}  // namespace

void insert_section(db::Transaction& transaction, PlanVersionId plan, const Section& section) {
    transaction.execute(insert_section_sql,
                        {plan, name_of(section.part), section.heading, section.revision});
    insert_text(transaction, plan, section);
}

base::Result<void> save_section(db::Transaction& transaction, PlanVersionId plan,
                                const Section& section) {
    const auto changed = transaction.execute(
        update_section, {plan, name_of(section.part), section.revision, section.heading});
    if (changed == 0)
        return base::refuse(base::ErrorKind::conflict, "somebody_else_wrote_this_section",
                            "revision");
    insert_text(transaction, plan, section);
    return {};
}

std::vector<Section> list_sections(db::Transaction& transaction, PlanVersionId plan) {
    auto sections = transaction.all(select_sections, {plan},
                                    [&](const db::Row& row) { return section_in(row, plan); });
    std::sort(sections.begin(), sections.end(),
              [](const Section& a, const Section& b) { return a.part < b.part; });
    return sections;
}

std::optional<Section> find_section(db::Transaction& transaction, PlanVersionId plan, Part part) {
    for (auto& section : list_sections(transaction, plan))
        if (section.part == part) return std::move(section);
    return std::nullopt;
}

std::vector<Wording> list_wordings(db::Transaction& transaction, PlanVersionId plan, Part part) {
    return transaction.all(select_wordings, {plan, name_of(part)}, [&](const db::Row& row) {
        const auto revision = row.integer(0);
        return Wording{
            revision,
            row.opened(1, "plan_wording.text", [&] { return wording_name(plan, part, revision); }),
            row.instant(2), row.string(3)};
    });
}

void insert_comment(db::Transaction& transaction, const Comment& one) {
    const auto text = transaction.sealed(one.text, "plan_comment.text", one.id);
    transaction.execute(insert_comment_sql,
                        {one.id, one.plan, name_of(one.part), one.problem, text, one.inside,
                         one.unit_name, one.by, one.by_name, one.at});
}

void save_answer(db::Transaction& transaction, const Comment& one) {
    const auto answer = transaction.sealed(one.answer, "plan_comment.answer", one.id);
    transaction.execute(update_answer,
                        {one.id, name_of(one.adopted), answer, one.answered_by, one.answered_at});
}

std::optional<Comment> find_comment(db::Transaction& transaction, CommentId id) {
    return transaction.first(std::string(select_comments) + "\nWHERE c.id = $1", {id}, comment_in);
}

std::vector<Comment> list_comments(db::Transaction& transaction, PlanVersionId plan,
                                   const base::Scope& scope) {
    Conditions where;
    where.add_fixed("r.id = c.problem_id");
    ledger::add_rows_in_scope(where, scope);
    const auto in_scope = "EXISTS (SELECT 1 FROM problem r" + where.take_text() + ")";
    where.add("c.version_id = ", plan);
    where.add_fixed("(c.problem_id IS NULL OR " + in_scope + ")");
    const auto sql = std::string(select_comments) + where.text() + "\nORDER BY c.at, c.id";
    return db::all(transaction, sql, where, comment_in);
}

std::int64_t count_unanswered(db::Transaction& transaction, PlanVersionId plan) {
    return transaction
        .first(count_unanswered_sql, {plan}, [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

}  // namespace drafting
