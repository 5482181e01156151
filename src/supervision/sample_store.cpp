#include "supervision/sample_store.hpp"

#include "accounts/unit_store.hpp"
#include "ledger/scope_store.hpp"

namespace supervision {
namespace {

using db::Conditions;

constexpr std::string_view select_measures = R"sql(
SELECT r.id, r.number, r.due_on, r.last_entry_at, r.guards,
       (SELECT count(*) FROM refusal f WHERE f.subject_id = r.id),
       (SELECT count(*) FROM result n JOIN progress_entry e ON e.id = n.entry_id
        WHERE e.measure_id = r.id),
       (SELECT count(*) FROM evidence_link l WHERE l.subject_id = r.id AND l.removed_at IS NULL),
       (SELECT CAST(COALESCE(sum(n.quantity), 0) AS BIGINT)
        FROM result n JOIN progress_entry e ON e.id = n.entry_id
        WHERE e.measure_id = r.id AND n.kind = 'recovered_yuan')
FROM measure r)sql";
constexpr std::string_view select_problems = R"sql(
SELECT r.id, r.number, r.due_on, s.at, r.guards,
       (SELECT count(*) FROM refusal f WHERE f.subject_id = r.id),
       (SELECT count(*) FROM measure m JOIN progress_entry e ON e.measure_id = m.id
        JOIN result n ON n.entry_id = e.id WHERE m.problem_id = r.id),
       (SELECT count(*) FROM evidence_link l WHERE l.subject_id = r.id AND l.removed_at IS NULL)
         + (SELECT count(*) FROM measure m JOIN evidence_link l ON l.subject_id = m.id
            WHERE m.problem_id = r.id AND l.removed_at IS NULL),
       (SELECT CAST(COALESCE(sum(n.quantity), 0) AS BIGINT)
        FROM measure m JOIN progress_entry e ON e.measure_id = m.id
        JOIN result n ON n.entry_id = e.id
        WHERE m.problem_id = r.id AND n.kind = 'recovered_yuan')
FROM problem r LEFT JOIN strike_off s ON s.problem_id = r.id)sql";

constexpr std::string_view insert_draw_sql = R"sql(
INSERT INTO check_draw (id, check_id, number, pool, unit_id, area_id, method, size, seed, algorithm,
                        pool_size, pool_digest, pool_list, guards, drawn_by_name, drawn_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16))sql";
constexpr std::string_view select_draws = R"sql(
SELECT d.id, d.check_id, d.number, d.pool, d.unit_id, u.name, d.area_id, a.heading, d.method,
       d.size, d.seed, d.algorithm, d.pool_size, d.pool_digest, d.pool_list, d.guards,
       d.drawn_by_name, d.drawn_at
FROM check_draw d LEFT JOIN unit u ON u.id = d.unit_id LEFT JOIN area a ON a.id = d.area_id)sql";
constexpr std::string_view last_number_sql =
    "SELECT COALESCE(max(number), 0) FROM check_draw WHERE check_id = $1";
constexpr std::string_view select_drawn = R"sql(
SELECT COALESCE(m.number, 0), COALESCE(p.number, 0)
FROM check_row k LEFT JOIN measure m ON m.id = k.measure_id
     LEFT JOIN problem p ON p.id = k.problem_id
WHERE k.check_id = $1 AND k.draw_number = $2)sql";

Candidate candidate_in(const db::Row& row, RowKind kind) {
    Candidate one;
    one.kind = kind;
    one.id = row.string(0);
    one.number = row.integer(1);
    one.due_on = row.optional_date(2);
    if (const auto done = row.optional_instant(3)) one.done_on = base::date_of(*done);
    one.guards = base::Guards::of_bits(row.integer(4));
    one.times_sent_back = row.integer(5);
    one.results = row.integer(6);
    one.evidence = row.integer(7);
    one.recovered_yuan = row.integer(8);
    return one;
}

/// A row of this kind that a check may look at and that is not in its sample.
void add_drawable(Conditions& where, RowKind kind, const Check& check, const base::Scope& scope) {
    where.add("r.programme_id = ", check.programme);
    if (kind == RowKind::measure)
        where.add_fixed("r.status IN ('awaiting_review', 'done') AND r.problem_open = 1");
    else
        where.add_fixed("r.status = 'struck_off'");
    where.add("NOT EXISTS (SELECT 1 FROM check_row k WHERE k.check_id = ", check.id,
              kind == RowKind::measure ? " AND k.measure_id = r.id)" : " AND k.problem_id = r.id)");
    ledger::add_rows_in_scope(where, scope);
}

std::vector<Candidate> run(db::Transaction& transaction, const Conditions& where, RowKind kind) {
    const auto select = kind == RowKind::measure ? select_measures : select_problems;
    return db::all(transaction, std::string(select) + where.text(), where,
                   [kind](const db::Row& row) { return candidate_in(row, kind); });
}

Draw draw_in(const db::Row& row) {
    Draw one;
    one.id = row.id<DrawId>(0);
    one.check = row.id<CheckId>(1);
    one.number = row.integer(2);
    one.filter.pool = pool_of(row.text(3)).value_or(Pool::both);
    one.filter.unit = row.optional_id<base::UnitId>(4);
    one.unit_name = row.string_or_empty(5);
    one.filter.area = row.optional_id<ledger::AreaId>(6);
    one.area_heading = row.string_or_empty(7);
    one.method = draw_method_of(row.text(8)).value_or(DrawMethod::even);
    one.size = row.integer(9);
    one.seed = row.string(10);
    one.algorithm = row.string(11);
    one.pool_size = row.integer(12);
    one.pool_digest = row.string(13);
    one.pool_list = row.string(14);
    one.guards = base::Guards::of_bits(row.integer(15));
    one.drawn_by = row.string(16);
    one.drawn_at = row.instant(17);
    return one;
}

}  // namespace

std::vector<Candidate> list_pool(db::Transaction& transaction, const Check& check,
                                 const PoolFilter& filter, const base::Scope& scope) {
    std::vector<Candidate> pool;
    std::string path;
    if (filter.unit)
        if (const auto found = accounts::load_unit_path(transaction, *filter.unit)) path = *found;
    for (const auto kind : {RowKind::measure, RowKind::problem}) {
        if (filter.pool == Pool::reported && kind == RowKind::problem) continue;
        if (filter.pool == Pool::struck_off && kind == RowKind::measure) continue;
        Conditions where;
        add_drawable(where, kind, check, scope);
        if (!path.empty()) ledger::add_rows_below(where, path);
        if (filter.area) where.add("r.area_id = ", *filter.area);
        for (auto& one : run(transaction, where, kind)) pool.push_back(std::move(one));
    }
    return pool;
}

std::optional<Candidate> find_candidate(db::Transaction& transaction, const Check& check,
                                        RowKind kind, std::int64_t number,
                                        const base::Scope& scope) {
    Conditions where;
    add_drawable(where, kind, check, scope);
    where.add("r.number = ", number);
    auto found = run(transaction, where, kind);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

void insert_draw(db::Transaction& transaction, const Draw& draw) {
    transaction.execute(insert_draw_sql,
                        {draw.id, draw.check, draw.number, name_of(draw.filter.pool),
                         draw.filter.unit, draw.filter.area, name_of(draw.method), draw.size,
                         draw.seed, draw.algorithm, draw.pool_size, draw.pool_digest,
                         draw.pool_list, draw.guards.bits(), draw.drawn_by, draw.drawn_at});
}

std::optional<Draw> find_draw(db::Transaction& transaction, DrawId id) {
    return transaction.first(std::string(select_draws) + " WHERE d.id = $1", {id}, draw_in);
}

std::vector<Draw> list_draws(db::Transaction& transaction, CheckId check) {
    return transaction.all(std::string(select_draws) + " WHERE d.check_id = $1 ORDER BY d.number",
                           {check}, draw_in);
}

std::int64_t load_last_draw(db::Transaction& transaction, CheckId check) {
    return transaction
        .first(last_number_sql, {check}, [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

std::vector<std::string> list_drawn(db::Transaction& transaction, const Draw& draw) {
    return transaction.all(select_drawn, {draw.check, draw.number}, [](const db::Row& row) {
        return row.integer(0) > 0 ? label_of(RowKind::measure, row.integer(0))
                                  : label_of(RowKind::problem, row.integer(1));
    });
}

}  // namespace supervision
