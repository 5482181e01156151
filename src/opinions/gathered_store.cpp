#include "opinions/gathered_store.hpp"

#include <map>

namespace opinions {
namespace {

constexpr std::string_view last_number =
    "SELECT COALESCE(max(number), 0) FROM gathered_problem WHERE life_meeting_id = $1";
constexpr std::string_view insert_gathered_sql = R"sql(
INSERT INTO gathered_problem (id, life_meeting_id, number, source, participant_id, problem_id, text,
                              at, by_name)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))sql";
constexpr std::string_view insert_opinion_of =
    "INSERT INTO gathered_opinion (gathered_id, opinion_id) VALUES ($1, $2)";
constexpr std::string_view delete_opinions_of =
    "DELETE FROM gathered_opinion WHERE gathered_id = $1";
constexpr std::string_view delete_claims = "DELETE FROM gathered_claim WHERE gathered_id = $1";
constexpr std::string_view delete_gathered_sql = "DELETE FROM gathered_problem WHERE id = $1";
constexpr std::string_view insert_claim_sql = R"sql(
INSERT INTO gathered_claim (gathered_id, participant_id, given_at, claimed_at)
VALUES ($1, $2, $3, $4))sql";
constexpr std::string_view delete_claim_sql = R"sql(
DELETE FROM gathered_claim
WHERE gathered_id = $1 AND participant_id = $2 AND claimed_at IS NULL)sql";
constexpr std::string_view update_claimed = R"sql(
UPDATE gathered_claim SET claimed_at = $3
WHERE gathered_id = $1 AND participant_id = $2 AND claimed_at IS NULL)sql";
constexpr std::string_view select_meeting_of =
    "SELECT life_meeting_id FROM gathered_problem WHERE id = $1";
constexpr std::string_view select_gathered = R"sql(
SELECT id, life_meeting_id, number, source, participant_id, problem_id, text, at, by_name
FROM gathered_problem WHERE life_meeting_id = $1 ORDER BY number)sql";
constexpr std::string_view select_opinions_of = R"sql(
SELECT x.gathered_id, x.opinion_id
FROM gathered_opinion x JOIN gathered_problem g ON g.id = x.gathered_id
                        JOIN opinion o ON o.id = x.opinion_id
WHERE g.life_meeting_id = $1 ORDER BY o.number)sql";
constexpr std::string_view select_claims = R"sql(
SELECT c.gathered_id, c.participant_id, c.given_at, c.claimed_at
FROM gathered_claim c JOIN gathered_problem g ON g.id = c.gathered_id
WHERE g.life_meeting_id = $1 ORDER BY c.given_at, c.participant_id)sql";

Gathered gathered_in(const db::Row& row) {
    Gathered one;
    one.id = row.id<GatheredId>(0);
    one.meeting = row.id<LifeMeetingId>(1);
    one.number = row.integer(2);
    one.source = source_of(row.text(3)).value_or(Source::other_supervision);
    one.about = row.optional_id<ParticipantId>(4);
    one.problem = row.optional_id<ledger::ProblemId>(5);
    one.text = row.opened(6, "gathered_problem.text", one.id);
    one.at = row.instant(7);
    one.by = row.string(8);
    return one;
}

}  // namespace

std::int64_t load_last_gathered_number(db::Transaction& transaction, LifeMeetingId id) {
    return transaction.first(last_number, {id}, [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

void insert_gathered(db::Transaction& transaction, const Gathered& one) {
    const auto text = transaction.sealed(one.text, "gathered_problem.text", one.id);
    transaction.execute(insert_gathered_sql, {one.id, one.meeting, one.number, name_of(one.source),
                                              one.about, one.problem, text, one.at, one.by});
    for (const auto opinion : one.opinions)
        transaction.execute(insert_opinion_of, {one.id, opinion});
}

void delete_gathered(db::Transaction& transaction, GatheredId id) {
    transaction.execute(delete_opinions_of, {id});
    transaction.execute(delete_claims, {id});
    transaction.execute(delete_gathered_sql, {id});
}

void insert_claim(db::Transaction& transaction, GatheredId id, const Claim& claim) {
    transaction.execute(insert_claim_sql,
                        {id, claim.participant, claim.given_at, claim.claimed_at});
}
void delete_claim(db::Transaction& transaction, GatheredId id, ParticipantId participant) {
    transaction.execute(delete_claim_sql, {id, participant});
}
void save_claimed(db::Transaction& transaction, GatheredId id, ParticipantId participant,
                  base::Instant now) {
    transaction.execute(update_claimed, {id, participant, now});
}

std::vector<Gathered> list_gathered(db::Transaction& transaction, LifeMeetingId id) {
    auto all = transaction.all(select_gathered, {id}, gathered_in);
    std::map<GatheredId, Gathered*> by_id;
    for (auto& one : all) by_id[one.id] = &one;
    transaction.each(select_opinions_of, {id}, [&](const db::Row& row) {
        by_id.at(row.id<GatheredId>(0))->opinions.push_back(row.id<OpinionId>(1));
    });
    transaction.each(select_claims, {id}, [&](const db::Row& row) {
        by_id.at(row.id<GatheredId>(0))
            ->claims.push_back({row.id<ParticipantId>(1), row.instant(2), row.optional_instant(3)});
    });
    return all;
}

std::optional<Gathered> find_gathered(db::Transaction& transaction, GatheredId id) {
    const auto meeting = transaction.first(
        select_meeting_of, {id}, [](const db::Row& row) { return row.id<LifeMeetingId>(0); });
    if (!meeting) return std::nullopt;
    for (auto& one : list_gathered(transaction, *meeting))
        if (one.id == id) return std::move(one);
    return std::nullopt;
}

}  // namespace opinions
