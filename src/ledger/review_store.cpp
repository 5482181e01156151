#include "ledger/review_store.hpp"

#include "ledger/scope_store.hpp"
#include "ledger/sealed_rows_store.hpp"

namespace ledger {
namespace {

constexpr std::string_view signing_columns = R"sql(
SELECT problem_id, stage, round, stage_name, quorum, seat, person_id, account_id, named, asked_by,
       state, taken_by, taken_by_name, taken_on, decided_by, decided_by_name, decided_at, opinion,
       application_id, slot
FROM signing)sql";

Signing signing_in(const db::Row& row) {
    Signing signing;
    signing.stage = row.integer(1);
    signing.round = row.integer(2);
    signing.stage_name = row.string(3);
    signing.quorum = quorum_of(row.text(4)).value_or(Quorum::all);
    if (!row.is_null(5)) signing.seat = seat_of(row.text(5));
    signing.person = row.optional_id<base::PersonId>(6);
    signing.account = row.optional_id<base::AccountId>(7);
    signing.named = row.string(8);
    signing.asked_by = row.string(9);
    signing.state = signing_state_of(row.text(10)).value_or(SigningState::waiting);
    signing.taken_by = row.optional_id<base::AccountId>(11);
    signing.taken_by_name = row.string(12);
    signing.taken_on = row.optional_date(13);
    signing.decided_by = row.optional_id<base::AccountId>(14);
    signing.decided_by_name = row.string(15);
    signing.decided_at = row.optional_instant(16);
    signing.opinion = row.opened(17, "signing.opinion",
                                 [&] { return name_of_keys(row.text(18), row.integer(19)); });
    return signing;
}

constexpr std::string_view insert_signing = R"sql(
INSERT INTO signing (application_id, slot, problem_id, stage, round, stage_name, quorum, seat,
                     person_id, account_id, named, asked_by, state, taken_by, taken_by_name,
                     taken_on, decided_by, decided_by_name, decided_at, opinion)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
ON CONFLICT (application_id, slot) DO UPDATE
SET person_id = excluded.person_id, named = excluded.named, state = excluded.state,
    taken_by = excluded.taken_by, taken_by_name = excluded.taken_by_name,
    taken_on = excluded.taken_on, decided_by = excluded.decided_by,
    decided_by_name = excluded.decided_by_name, decided_at = excluded.decided_at,
    opinion = excluded.opinion)sql";

constexpr std::string_view last_application = R"sql(
WHERE application_id = (SELECT id FROM application WHERE problem_id = $1
                        ORDER BY nth DESC LIMIT 1)
ORDER BY slot)sql";

}  // namespace

Review load_review(db::Transaction& transaction, ProblemId problem) {
    return transaction.all(std::string(signing_columns) + std::string(last_application), {problem},
                           signing_in);
}

std::map<ProblemId, Review> list_reviews(db::Transaction& transaction,
                                         const std::vector<ProblemId>& problems) {
    std::map<ProblemId, Review> found;
    if (problems.empty()) return found;
    db::Conditions where;
    where.add_one_of("problem_id", problems);
    where.add_fixed("state IN ('open', 'waiting', 'agreed')");
    transaction.run(std::string(signing_columns) + where.text() + "\nORDER BY problem_id, slot",
                    std::span(where.values()), [&](const db::Row& row) {
                        found[row.id<ProblemId>(0)].push_back(signing_in(row));
                    });
    return found;
}

void save_review(db::Transaction& transaction, const Problem& problem, ApplicationId application,
                 const Review& review) {
    std::int64_t slot = 0;
    for (const auto& one : review) {
        const auto seat =
            one.seat ? db::Parameter(name_of(*one.seat)) : db::Parameter(std::nullopt);
        const auto opinion = stored(transaction, one.opinion, "signing.opinion",
                                    name_of_keys(application.text(), slot), problem.guards);
        transaction.execute(insert_signing,
                            {application,         slot++,         problem.id,
                             one.stage,           one.round,      one.stage_name,
                             name_of(one.quorum), seat,           one.person,
                             one.account,         one.named,      one.asked_by,
                             name_of(one.state),  one.taken_by,   one.taken_by_name,
                             one.taken_on,        one.decided_by, one.decided_by_name,
                             one.decided_at,      opinion});
    }
}

constexpr std::string_view insert_slip_evidence_sql = R"sql(
INSERT INTO slip_evidence (problem_id, position, row_kind, row_number, name, digest, algorithm,
                           bytes)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql";

void insert_slip_evidence(db::Transaction& transaction, ProblemId problem,
                          const std::vector<SlipEvidence>& files) {
    std::int64_t position = 0;
    for (const auto& file : files) {
        const auto name = transaction.sealed(file.name, "slip_evidence.name",
                                             name_of_keys(problem.text(), ++position));
        transaction.execute(insert_slip_evidence_sql,
                            {problem, position, file.row_kind, file.row_number, name, file.digest,
                             file.algorithm, file.bytes});
    }
}

constexpr std::string_view select_slip_evidence = R"sql(
SELECT row_kind, row_number, name, digest, algorithm, bytes, position FROM slip_evidence
WHERE problem_id = $1 ORDER BY position)sql";

std::vector<SlipEvidence> list_slip_evidence(db::Transaction& transaction, ProblemId problem) {
    return transaction.all(select_slip_evidence, {problem}, [&](const db::Row& row) {
        const auto name = [&] { return name_of_keys(problem.text(), row.integer(6)); };
        return SlipEvidence{
            row.string(0), row.integer(1), row.opened(2, "slip_evidence.name", name),
            row.string(3), row.string(4),  row.integer(5)};
    });
}

constexpr std::string_view select_slips = R"sql(
SELECT r.id, r.number, r.text, r.unit_label, s.slip_number, s.at, s.by_account, s.by_name,
       s.applied_by_name, s.opinion, s.imported,
       (SELECT count(*) FROM slip_evidence e WHERE e.problem_id = r.id)
FROM strike_off s JOIN problem r ON r.id = s.problem_id)sql";

SlipPage list_slips(db::Transaction& transaction, ProgrammeId programme, const base::Scope& scope,
                    const Page& page) {
    db::Conditions where;
    where.add("s.programme_id = ", programme);
    add_rows_in_scope(where, scope);
    SlipPage found;
    transaction.run(
        "SELECT count(*) FROM strike_off s JOIN problem r ON r.id = s.problem_id" + where.text(),
        std::span(where.values()), [&](const db::Row& row) { found.total = row.integer(0); });
    const auto conditions = where.text();
    const auto sql = std::string(select_slips) + conditions + "\nORDER BY s.slip_number\nLIMIT " +
                     where.place_for(page.page_size) + " OFFSET " +
                     where.place_for((page.page - 1) * page.page_size);
    found.rows = db::all(transaction, sql, where, [](const db::Row& row) {
        const auto id = row.id<ProblemId>(0);
        return SlipLine{id,
                        row.integer(1),
                        row.opened(2, "problem.text", id),
                        row.string(3),
                        {row.integer(4), row.instant(5), row.id<base::AccountId>(6), row.string(7),
                         row.string(8), row.opened(9, "strike_off.opinion", id), row.boolean(10)},
                        row.integer(11)};
    });
    return found;
}

constexpr std::string_view count_slips_sql = R"sql(
SELECT (SELECT count(*) FROM problem WHERE programme_id = $1 AND status = 'struck_off'),
       (SELECT count(*) FROM strike_off WHERE programme_id = $1))sql";

std::pair<std::int64_t, std::int64_t> count_slips(db::Transaction& transaction,
                                                  ProgrammeId programme) {
    return *transaction.first(count_slips_sql, {programme}, [](const db::Row& row) {
        return std::pair(row.integer(0), row.integer(1));
    });
}

constexpr std::string_view select_slip_faults = R"sql(
SELECT id, title, struck, slips, last_slip, highest FROM (
    SELECT g.id, g.title, g.last_slip,
           (SELECT count(*) FROM problem p WHERE p.programme_id = g.id AND p.status = 'struck_off')
               AS struck,
           (SELECT count(*) FROM strike_off s WHERE s.programme_id = g.id) AS slips,
           (SELECT count(*) FROM strike_off s JOIN problem p ON p.id = s.problem_id
            WHERE s.programme_id = g.id AND p.status = 'struck_off') AS matched,
           (SELECT COALESCE(max(s.slip_number), 0) FROM strike_off s WHERE s.programme_id = g.id)
               AS highest
    FROM programme g) AS counted
WHERE struck <> slips OR slips <> matched OR highest > last_slip
ORDER BY id)sql";

std::vector<SlipFault> list_slip_faults(db::Transaction& transaction) {
    return transaction.all(select_slip_faults, {}, [](const db::Row& row) {
        return SlipFault{row.id<ProgrammeId>(0), row.string(1),  row.integer(2),
                         row.integer(3),         row.integer(4), row.integer(5)};
    });
}

}  // namespace ledger
