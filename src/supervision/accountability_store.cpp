#include "supervision/accountability_store.hpp"

#include "base/limits.hpp"
#include "ledger/scope_store.hpp"

namespace supervision {
namespace {

using db::Conditions;

constexpr std::string_view insert_sql = R"sql(
INSERT INTO accountability (id, programme_id, number, problem_id, unit_id, person, post, triggers,
                            form, stage, double_inquiry, facts, decided_by, decided_on, document,
                            recorded_by, recorded_by_name, recorded_at, revoked_by_name, revoked_at,
                            revocation, version, of_unit)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, '', NULL,
        '', $19, $20))sql";
constexpr std::string_view revoke_sql = R"sql(
UPDATE accountability SET revoked_by_name = $3, revoked_at = $4, revocation = $5, version = $2
WHERE id = $1 AND version = $2 - 1)sql";
constexpr std::string_view last_number_sql =
    "SELECT COALESCE(max(number), 0) FROM accountability WHERE programme_id = $1";

// n, a record, with its unit, its programme and the problem it may speak of.
constexpr std::string_view from_records = R"sql(
FROM accountability n JOIN unit u ON u.id = n.unit_id JOIN programme g ON g.id = n.programme_id
     LEFT JOIN problem p ON p.id = n.problem_id)sql";
constexpr std::string_view select_records = R"sql(
SELECT n.id, n.programme_id, n.number, n.problem_id, p.number, p.text, n.unit_id, u.name, n.person,
       n.post, n.triggers, n.form, n.stage, n.double_inquiry, n.facts, n.decided_by, n.decided_on,
       n.document, n.recorded_by, n.recorded_by_name, n.recorded_at, n.revoked_by_name,
       n.revoked_at, n.revocation, n.version)sql";

std::string encode(const std::vector<Trigger>& triggers) {
    std::string text;
    for (const auto one : triggers) text += (text.empty() ? "" : ",") + std::string(name_of(one));
    return text;
}

std::vector<Trigger> decode(std::string_view text) {
    std::vector<Trigger> found;
    while (!text.empty()) {
        const auto end = text.find(',');
        if (const auto one = trigger_of(text.substr(0, end))) found.push_back(*one);
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    }
    return found;
}

Accountability record_in(const db::Row& row) {
    Accountability one;
    one.id = row.id<AccountabilityId>(0);
    one.programme = row.id<base::ProgrammeId>(1);
    one.number = row.integer(2);
    one.problem = row.optional_id<ledger::ProblemId>(3);
    if (one.problem) {
        one.problem_number = row.integer(4);
        one.problem_text = row.opened(5, "problem.text", *one.problem);
    }
    one.unit = row.id<base::UnitId>(6);
    one.unit_name = row.string(7);
    one.person = row.opened(8, "accountability.person", one.id);
    one.post = row.opened(9, "accountability.post", one.id);
    one.triggers = decode(row.text(10));
    one.form = form_of(row.text(11)).value_or(Form::criticism);
    one.stage = row.integer(12);
    one.double_inquiry = row.boolean(13);
    one.facts = row.opened(14, "accountability.facts", one.id);
    one.decided_by = row.string(15);
    one.decided_on = row.date(16);
    one.document = row.string(17);
    one.recorded_by = row.id<base::AccountId>(18);
    one.recorded_by_name = row.string(19);
    one.recorded_at = row.instant(20);
    if (const auto at = row.optional_instant(22))
        one.revoked =
            Revocation{row.string(21), row.opened(23, "accountability.revocation", one.id), *at};
    one.version = row.integer(24);
    return one;
}

/// Its unit, the mark of its programme and the guards of its problem.
void add_in_sight(Conditions& where, const base::Scope& scope) {
    ledger::add_addressed_in_scope(where, scope);
    const auto withheld = where.place_for(scope.withheld().bits());
    where.add_fixed("(g.guards & " + withheld + ") = 0");
    where.add_fixed("(COALESCE(p.guards, 0) & " + withheld + ") = 0");
}

}  // namespace

void insert_accountability(db::Transaction& transaction, const Accountability& one) {
    const auto kept = [&](std::string_view text, std::string_view field) {
        return transaction.sealed(text, field, one.id);
    };
    const auto person = kept(one.person, "accountability.person");
    const auto post = kept(one.post, "accountability.post");
    const auto facts = kept(one.facts, "accountability.facts");
    transaction.execute(insert_sql, {one.id,
                                     one.programme,
                                     one.number,
                                     one.problem,
                                     one.unit,
                                     person,
                                     post,
                                     encode(one.triggers),
                                     name_of(one.form),
                                     one.stage,
                                     one.double_inquiry,
                                     facts,
                                     one.decided_by,
                                     one.decided_on,
                                     one.document,
                                     one.recorded_by,
                                     one.recorded_by_name,
                                     one.recorded_at,
                                     one.version,
                                     one.person.empty()});
}

base::Result<void> save_accountability(db::Transaction& transaction, const Accountability& one) {
    if (!one.revoked) return {};
    const auto reason =
        transaction.sealed(one.revoked->reason, "accountability.revocation", one.id);
    if (transaction.execute(revoke_sql,
                            {one.id, one.version, one.revoked->by, one.revoked->at, reason}) == 0)
        return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it", "version");
    return {};
}

std::int64_t load_last_number(db::Transaction& transaction, base::ProgrammeId programme) {
    return transaction
        .first(last_number_sql, {programme}, [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

std::optional<Accountability> find_accountability(db::Transaction& transaction, AccountabilityId id,
                                                  const base::Scope& scope) {
    Conditions where;
    where.add("n.id = ", id);
    add_in_sight(where, scope);
    const auto sql = std::string(select_records) + std::string(from_records) + where.text();
    return db::first(transaction, sql, where, record_in);
}

std::optional<Accountability> find_accountability_numbered(db::Transaction& transaction,
                                                           base::ProgrammeId programme,
                                                           std::int64_t number,
                                                           const base::Scope& scope) {
    Conditions where;
    where.add("n.programme_id = ", programme);
    where.add("n.number = ", number);
    add_in_sight(where, scope);
    const auto sql = std::string(select_records) + std::string(from_records) + where.text();
    return db::first(transaction, sql, where, record_in);
}

AccountabilityPage list_accountability(db::Transaction& transaction,
                                       const AccountabilityFilter& filter,
                                       const base::Scope& scope) {
    AccountabilityPage page;
    Conditions where;
    where.add("n.programme_id = ", filter.programme);
    if (filter.problem) where.add("n.problem_id = ", *filter.problem);
    if (filter.form) where.add("n.form = ", name_of(*filter.form));
    add_in_sight(where, scope);
    const auto from = std::string(from_records) + where.text();
    page.total = db::first(transaction, "SELECT count(*)" + from, where, [](const db::Row& row) {
                     return row.integer(0);
                 }).value_or(0);
    const auto limit = where.place_for(filter.page.page_size);
    const auto offset = where.place_for((filter.page.page - 1) * filter.page.page_size);
    page.rows = db::all(transaction,
                        std::string(select_records) + from +
                            "\nORDER BY n.decided_on DESC, n.number DESC LIMIT " + limit +
                            " OFFSET " + offset,
                        where, record_in);
    return page;
}

std::vector<FormCount> count_forms(db::Transaction& transaction, base::ProgrammeId programme,
                                   const base::Scope& scope) {
    Conditions where;
    where.add("n.programme_id = ", programme);
    where.add_fixed("n.revoked_at IS NULL");
    add_in_sight(where, scope);
    const auto sql =
        "SELECT n.form, count(*) FILTER (WHERE n.of_unit = 0), count(*) FILTER (WHERE n.of_unit = "
        "1)" +
        std::string(from_records) + where.text() + "\nGROUP BY n.form";
    std::vector<FormCount> found;
    transaction.run(sql, std::span(where.values()), [&](const db::Row& row) {
        if (const auto form = form_of(row.text(0)))
            found.push_back({*form, row.integer(1), row.integer(2)});
    });
    return found;
}

ledger::SealedSet sealed_accountability() {
    return {"accountability", {{"id"}}, {"person", "post", "facts", "revocation"}, "1"};
}

}  // namespace supervision
