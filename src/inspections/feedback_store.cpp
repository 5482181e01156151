#include "inspections/feedback_store.hpp"

#include "base/utf8.hpp"
#include "evidence/evidence_store.hpp"
#include "ledger/scope_store.hpp"

namespace inspections {
namespace {

using db::Conditions;

constexpr std::string_view insert_sql = R"sql(
INSERT INTO feedback (id, programme_id, kind, state, document, document_on, file_name, text,
                      received_by, on_paper, declared_by, declaration, promises,
                      registered_by_name, registered_by, registered_at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '', 0, '', '', '', $9, $10, $11, $12))sql";
constexpr std::string_view update_sql = R"sql(
UPDATE feedback SET kind = $3, state = $4, document = $5, document_on = $6, file_name = $7,
                    text = $8, delivered_on = $9, principal_told_on = $10, team_told_on = $11,
                    received_by = $12, received_on = $13, on_paper = $14, declared_by = $15,
                    declared_on = $16, declaration = $17, promises = $18, kept_name = $19,
                    digest = $20, version = $2
WHERE id = $1 AND version = $2 - 1)sql";

// n, a feedback, with its programme, the unit that is inspected and its file, if it has one.
constexpr std::string_view from_feedback = R"sql(
FROM feedback n JOIN programme g ON g.id = n.programme_id
     JOIN unit u ON u.id = g.inspected_unit_id
     LEFT JOIN evidence_file f ON f.digest = n.digest)sql";
constexpr std::string_view select_feedback = R"sql(
SELECT n.id, n.programme_id, g.title, u.id, n.kind, n.state, n.document, n.document_on,
       n.file_name, n.delivered_on, n.principal_told_on, n.team_told_on, n.received_by,
       n.received_on, n.on_paper, n.declared_by, n.declared_on, n.declaration, n.promises,
       n.registered_by_name, n.registered_at, n.version, n.registered_by, n.kept_name,
       )sql";
constexpr int file_from = 24, rest_from = 33;  // the columns of the file, and those behind

constexpr std::string_view delete_copies = "DELETE FROM feedback_copy WHERE feedback_id = $1";
constexpr std::string_view insert_copy = R"sql(
INSERT INTO feedback_copy (feedback_id, position, role, name, unit_id, told_on, received_by,
                           received_on)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql";
constexpr std::string_view select_copies = R"sql(
SELECT role, name, told_on, received_by, received_on, unit_id FROM feedback_copy
WHERE feedback_id = $1 ORDER BY position)sql";

std::string selected() {
    return std::string(select_feedback) + std::string(evidence::file_columns());
}

std::vector<std::string> lines_in(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) lines.emplace_back(base::cut(text, '\n'));
    return lines;
}
std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines) text += (text.empty() ? "" : "\n") + line;
    return text;
}

Feedback feedback_in(const db::Row& row) {
    Feedback one;
    one.id = row.id<FeedbackId>(0);
    one.programme = row.id<ProgrammeId>(1);
    one.programme_title = row.string(2);
    one.unit = row.id<base::UnitId>(3);
    one.paper.kind = feedback_kind_of(row.text(4)).value_or(FeedbackKind::other);
    one.state = feedback_state_of(row.text(5)).value_or(FeedbackState::registered);
    one.paper.document = row.string(6);
    one.paper.document_on = row.optional_date(7);
    one.paper.file_name = row.string(8);
    if (const auto on = row.optional_date(9))
        one.delivery = Delivery{*on, row.optional_date(10), row.optional_date(11)};
    if (const auto on = row.optional_date(13))
        one.receipt = Receipt{row.string(12), *on, row.boolean(14)};
    one.declaration = {row.string(15), row.optional_date(16),
                       row.opened(17, "feedback.declaration", one.id),
                       lines_in(row.opened(18, "feedback.promises", one.id))};
    one.registered_by = row.string(19);
    one.registered_at = row.instant(20);
    one.version = row.integer(21);
    one.registrar = base::AccountId::parse(row.text(22));
    if (!row.is_null(file_from))
        one.filed = FiledPaper{row.string(23), evidence::file_in(row, file_from)};
    return one;
}

Feedback whole_feedback_in(const db::Row& row) {
    auto one = feedback_in(row);
    one.paper.text = row.opened(rest_from, "feedback.text", one.id);
    return one;
}

Copy copy_in(const db::Row& row) {
    return {copy_role_of(row.text(0)).value_or(CopyRole::other),
            row.string(1),
            row.optional_date(2),
            row.string(3),
            row.optional_date(4),
            row.optional_id<base::UnitId>(5)};
}

void add_in_sight(Conditions& where, const base::Scope& scope) {
    where.add("(g.guards & ", scope.withheld().bits(), ") = 0");
    ledger::add_addressed_in_scope(where, scope);
}

void save_copies(db::Transaction& transaction, const Feedback& one) {
    transaction.execute(delete_copies, {one.id});
    std::int64_t position = 0;
    for (const auto& copy : one.copies)
        transaction.execute(insert_copy,
                            {one.id, position++, name_of(copy.role), copy.name, copy.unit,
                             copy.told_on, copy.received_by, copy.received_on});
}

}  // namespace

void insert_feedback(db::Transaction& transaction, const Feedback& one) {
    const auto& paper = one.paper;
    const auto text = transaction.sealed(paper.text, "feedback.text", one.id);
    const auto registrar = one.registrar ? one.registrar->text() : std::string();
    transaction.execute(insert_sql, {one.id, one.programme, name_of(paper.kind), name_of(one.state),
                                     paper.document, paper.document_on, paper.file_name, text,
                                     one.registered_by, registrar, one.registered_at, one.version});
}

base::Result<void> save_feedback(db::Transaction& transaction, const Feedback& one) {
    const auto& paper = one.paper;
    const auto kept = [&](const std::string& text, std::string_view field) {
        return transaction.sealed(text, field, one.id);
    };
    const auto text = kept(paper.text, "feedback.text");
    const auto declaration = kept(one.declaration.text, "feedback.declaration");
    const auto promises = kept(joined(one.declaration.promises), "feedback.promises");
    const auto delivery = one.delivery.value_or(Delivery{});
    const auto receipt = one.receipt.value_or(Receipt{});
    const auto day_of = [](bool there, base::Date day) {
        return there ? std::optional(day) : std::nullopt;
    };
    const auto changed = transaction.execute(
        update_sql, {one.id,
                     one.version,
                     name_of(paper.kind),
                     name_of(one.state),
                     paper.document,
                     paper.document_on,
                     paper.file_name,
                     text,
                     day_of(one.delivery.has_value(), delivery.delivered_on),
                     delivery.principal_told_on,
                     delivery.team_told_on,
                     receipt.by,
                     day_of(one.receipt.has_value(), receipt.on),
                     receipt.on_paper,
                     one.declaration.by,
                     one.declaration.on,
                     declaration,
                     promises,
                     one.filed ? one.filed->name : std::string(),
                     one.filed ? std::optional(one.filed->file.digest) : std::nullopt});
    if (changed == 0)
        return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it", "version");
    save_copies(transaction, one);
    return {};
}

std::optional<Feedback> find_feedback(db::Transaction& transaction, FeedbackId id,
                                      const base::Scope& scope) {
    Conditions where;
    where.add("n.id = ", id);
    add_in_sight(where, scope);
    const auto sql = selected() + ", n.text" + std::string(from_feedback) + where.text();
    auto found = db::first(transaction, sql, where, whole_feedback_in);
    if (found) found->copies = transaction.all(select_copies, {id}, copy_in);
    return found;
}

std::vector<Feedback> list_to_sign(db::Transaction& transaction, base::UnitId unit,
                                   const base::Scope& scope) {
    Conditions where;
    where.add("g.inspected_unit_id = ", unit);
    where.add("n.state = ", name_of(FeedbackState::delivered));
    add_in_sight(where, scope);
    const auto sql =
        selected() + std::string(from_feedback) + where.text() + "\nORDER BY n.delivered_on, n.id";
    return db::all(transaction, sql, where, feedback_in);
}

// s, a sentence: whether a problem stands for it that the reader may learn of.
std::vector<FeedbackBrief> list_feedback(db::Transaction& transaction, ProgrammeId programme,
                                         const base::Scope& scope) {
    Conditions where;
    const auto withheld = where.place_for(scope.withheld().bits());
    const auto linked =
        "EXISTS (SELECT 1 FROM feedback_link l JOIN problem p ON p.id = l.problem_id WHERE "
        "l.sentence_id = s.id AND (p.guards & " +
        withheld + ") = 0)";
    const auto count = [](const std::string& which) {
        return ",\n       (SELECT count(*) FROM feedback_sentence s WHERE s.feedback_id = n.id AND "
               "s.heading = 0" +
               which + ")";
    };
    where.add("n.programme_id = ", programme);
    add_in_sight(where, scope);
    const auto sql = selected() + count("") + count(" AND " + linked) +
                     count(" AND s.answer <> '' AND NOT " + linked) + std::string(from_feedback) +
                     where.text() + "\nORDER BY n.registered_at, n.id";
    return db::all(transaction, sql, where, [](const db::Row& row) {
        FeedbackBrief brief{
            feedback_in(row),
            {row.integer(rest_from), row.integer(rest_from + 1), row.integer(rest_from + 2)}};
        auto& all = brief.coverage;
        all.open = all.sentences - all.linked - all.answered;
        return brief;
    });
}

std::vector<ledger::SealedSet> sealed_feedback() {
    return {{"feedback", {{"id"}}, {"text", "declaration", "promises"}, "1"},
            {"feedback_sentence", {{"id"}}, {"text", "reason"}, "1"}};
}

ledger::HeldTable held_feedback() {
    ledger::HeldTable held{"feedback_copy", "unit_id",  "feedback",
                           "feedback_id",   "feedback", "1 = 1"};
    held.rows = "x.received_on IS NULL";
    held.name = "name";
    return held;
}

}  // namespace inspections
