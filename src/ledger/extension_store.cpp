#include "ledger/extension_store.hpp"

#include <map>

#include "ledger/problem_store.hpp"
#include "ledger/scope_store.hpp"
#include "ledger/sealed_rows_store.hpp"

namespace ledger {
namespace {

using db::Conditions;

Extension extension_in(const db::Row& row) {
    Extension one;
    one.id = row.id<ExtensionId>(0);
    one.programme = row.id<ProgrammeId>(1);
    one.programme_title = row.string(2);
    one.row = {row.text(3) == "problem", base::parse_uuid(row.text(4)).value_or(base::Uuid{})};
    one.row_number = row.integer(5);
    one.row_text = row.opened(6, one.row.is_problem ? "problem.text" : "measure.text", row.text(4));
    one.nth = row.integer(7);
    one.old_text = row.string(8);
    one.old_due_on = row.date(9);
    one.wanted_on = row.date(10);
    one.reason = row.opened(11, "extension.reason", one.id);
    one.leader = {row.string(12), row.optional_date(13)};
    one.supervised = row.boolean(14);
    one.state = extension_state_of(row.text(15)).value_or(ExtensionState::pending);
    one.asked_by = row.id<base::AccountId>(16);
    one.asked_by_name = row.string(17);
    one.asked_at = row.instant(18);
    one.version = row.integer(19);
    one.guards = guards_in(row, 20);
    return one;
}

constexpr std::string_view insert_extension_sql = R"sql(
INSERT INTO extension (id, programme_id, row_kind, row_id, nth, old_text, old_due_on, wanted_on,
                       reason, leader_name, leader_on, supervised, state, asked_by, asked_by_name,
                       asked_at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17))sql";

constexpr std::string_view save_extension_sql =
    "UPDATE extension SET state = $3, version = $2 WHERE id = $1 AND version = $2 - 1";

constexpr std::string_view insert_opinion_sql = R"sql(
INSERT INTO extension_opinion (extension_id, level, agreed, at, by_account, by_name, note)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (extension_id, level) DO NOTHING)sql";

constexpr std::string_view select_opinions = R"sql(
SELECT extension_id, level, agreed, at, by_account, by_name, note FROM extension_opinion)sql";

// x, an extension, with its programme and r, its row: both kinds in one statement.
constexpr std::string_view select_extensions = R"sql(
SELECT x.id, x.programme_id, g.title, x.row_kind, x.row_id, r.number, r.text, x.nth, x.old_text,
       x.old_due_on, x.wanted_on, x.reason, x.leader_name, x.leader_on, x.supervised, x.state,
       x.asked_by, x.asked_by_name, x.asked_at, x.version, r.guards)sql";

/// `add` adds what is asked besides the kind of the row.
template <class Add>
std::string both_kinds(Conditions& where, std::string_view select, Add add) {
    std::string sql;
    for (const std::string kind : {"problem", "measure"}) {
        where.add_fixed("x.row_kind = '" + kind + "'");
        add();
        sql += (sql.empty() ? "" : "\nUNION ALL ") + std::string(select) +
               "\nFROM extension x JOIN programme g ON g.id = x.programme_id JOIN " + kind +
               " r ON r.id = x.row_id" + where.take_text();
    }
    return sql;
}

ExtensionOpinion opinion_in(const db::Row& row) {
    return {extension_level_of(row.text(1)).value_or(ExtensionLevel::office),
            row.boolean(2),
            row.instant(3),
            row.id<base::AccountId>(4),
            row.string(5),
            row.opened(6, "extension_opinion.note",
                       [&] { return name_of_keys(row.text(0), row.text(1)); })};
}

/// One statement for all of them.
std::vector<Extension> with_opinions(db::Transaction& transaction, std::vector<Extension> found) {
    if (found.empty()) return found;
    std::map<ExtensionId, Extension*> by_id;
    std::vector<ExtensionId> ids;
    for (auto& one : found) {
        by_id.emplace(one.id, &one);
        ids.push_back(one.id);
    }
    Conditions where;
    where.add_one_of("extension_id", ids);
    const auto sql = std::string(select_opinions) + where.text() + "\nORDER BY at";
    transaction.run(sql, std::span(where.values()), [&](const db::Row& row) {
        by_id.at(row.id<ExtensionId>(0))->opinions.push_back(opinion_in(row));
    });
    return found;
}

/// As why_not(agree) has it.
void add_to_decide(Conditions& where, const base::Actor& actor) {
    where.add_fixed("x.state = 'pending'");
    if (!actor.may(base::Act::review)) return where.add_fixed("1 = 0");
    const bool of_office = actor.may(base::Act::edit_ledger);
    where.add("x.asked_by <> ", actor.id);
    where.add_fixed(std::string(of_office ? "NOT " : "") +
                    "EXISTS (SELECT 1 FROM extension_opinion o WHERE o.extension_id = x.id)");
}

}  // namespace

void insert_extension(db::Transaction& transaction, const Extension& one) {
    const auto row = base::to_text(one.row.id);
    const auto reason = stored(transaction, one.reason, "extension.reason", one.id, one.guards);
    transaction.execute(insert_extension_sql,
                        {one.id, one.programme, one.row.is_problem ? "problem" : "measure", row,
                         one.nth, one.old_text, one.old_due_on, one.wanted_on, reason,
                         one.leader.name, one.leader.on, one.supervised, name_of(one.state),
                         one.asked_by, one.asked_by_name, one.asked_at, one.version});
}

base::Result<void> save_extension(db::Transaction& transaction, const Extension& one) {
    if (transaction.execute(save_extension_sql, {one.id, one.version, name_of(one.state)}) == 0)
        return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it", "version");
    for (const auto& opinion : one.opinions) {
        const auto level = name_of(opinion.level);
        const auto note = stored(transaction, opinion.note, "extension_opinion.note",
                                 name_of_keys(one.id.text(), level), one.guards);
        transaction.execute(insert_opinion_sql, {one.id, level, opinion.agreed, opinion.at,
                                                 opinion.by_account, opinion.by, note});
    }
    return {};
}

std::optional<Extension> find_extension(db::Transaction& transaction, ExtensionId id,
                                        const base::Scope& scope) {
    Conditions where;
    const auto sql = both_kinds(where, select_extensions, [&] {
        where.add("x.id = ", id);
        add_rows_in_scope(where, scope);
    });
    auto found = with_opinions(transaction, db::all(transaction, sql, where, extension_in));
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<Extension> list_extensions_of(db::Transaction& transaction, RowRef row) {
    Conditions where;
    const auto id = base::to_text(row.id);
    const auto sql = both_kinds(where, select_extensions, [&] { where.add("x.row_id = ", id); });
    return with_opinions(transaction,
                         db::all(transaction, sql + "\nORDER BY 19 DESC, 1", where, extension_in));
}

void count_extension(db::Transaction& transaction, RowRef row) {
    const auto id = base::to_text(row.id);
    transaction.execute(row.is_problem
                            ? "UPDATE problem SET extensions = extensions + 1 WHERE id = $1"
                            : "UPDATE measure SET extensions = extensions + 1 WHERE id = $1",
                        {id});
}

ExtensionPage list_extensions(db::Transaction& transaction, const ExtensionFilter& filter,
                              const base::Actor& actor) {
    ExtensionPage page;
    const auto asked = [&](Conditions& where) {
        if (filter.state) where.add("x.state = ", name_of(*filter.state));
        add_rows_in_scope(where, actor.scope);
        if (filter.to_decide) add_to_decide(where, actor);
    };
    Conditions counted;
    const auto all = both_kinds(counted, "SELECT x.id", [&] { asked(counted); });
    page.total = db::first(transaction, "SELECT count(*) FROM (" + all + ") AS asked", counted,
                           [](const db::Row& row) { return row.integer(0); })
                     .value_or(0);
    Conditions where;
    const auto rows = both_kinds(where, select_extensions, [&] { asked(where); });
    const auto limit = where.place_for(filter.page.page_size);
    const auto offset = where.place_for((filter.page.page - 1) * filter.page.page_size);
    page.rows = with_opinions(
        transaction,
        db::all(transaction, rows + "\nORDER BY 19, 1 LIMIT " + limit + " OFFSET " + offset, where,
                extension_in));
    return page;
}

}  // namespace ledger
