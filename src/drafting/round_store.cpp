#include "drafting/round_store.hpp"

#include <algorithm>
#include <map>

#include "ledger/problem_store.hpp"
#include "ledger/sealed_rows_store.hpp"

namespace drafting {
namespace {

constexpr std::string_view insert_round_sql = R"sql(
INSERT INTO plan_round (version_id, round, variant, opened_at, opened_by, opened_by_name, due_on,
                        outcome, reason)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, ''))sql";
constexpr std::string_view insert_seat = R"sql(
INSERT INTO plan_seat (version_id, round, seat, unit_id, result, grade, reason, by_account, by_name)
VALUES ($1, $2, $3, $4, '', '', '', '', ''))sql";
constexpr std::string_view update_round = R"sql(
UPDATE plan_round SET ended_at = $3, outcome = $4, reason = $5
WHERE version_id = $1 AND round = $2)sql";
constexpr std::string_view update_seat = R"sql(
UPDATE plan_seat SET result = $4, grade = $5, reason = $6, by_account = $7, by_name = $8, at = $9
WHERE version_id = $1 AND round = $2 AND seat = $3)sql";
constexpr std::string_view insert_check = R"sql(
INSERT INTO plan_check (version_id, round, seat, item, met, remark)
VALUES ($1, $2, $3, $4, $5, $6))sql";
constexpr std::string_view select_rounds = R"sql(
SELECT round, variant, opened_at, opened_by, opened_by_name, due_on, ended_at, outcome, reason
FROM plan_round WHERE version_id = $1 ORDER BY round)sql";
constexpr std::string_view select_seats = R"sql(
SELECT s.round, s.seat, s.unit_id, n.name, s.result, s.grade, s.reason, s.by_account, s.by_name,
       s.at
FROM plan_seat s JOIN unit n ON n.id = s.unit_id WHERE s.version_id = $1)sql";
constexpr std::string_view select_checks = R"sql(
SELECT round, seat, item, met, remark FROM plan_check WHERE version_id = $1)sql";
constexpr std::string_view insert_block = R"sql(
INSERT INTO plan_block (version_id, round, position, part, kind, row_id, guards, text)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql";
constexpr std::string_view select_blocks = R"sql(
SELECT position, part, kind, row_id, guards, text FROM plan_block
WHERE version_id = $1 AND round = $2 ORDER BY position)sql";

// The first block of a section is its heading; no block of a document is of this kind.
constexpr std::string_view heading_kind = "heading";

std::string name_of_seat(PlanVersionId plan, std::int64_t round, ReviewSeat seat) {
    return ledger::name_of_keys(ledger::name_of_keys(plan.text(), std::to_string(round)),
                                name_of(seat));
}
std::string name_of_check(PlanVersionId plan, std::int64_t round, ReviewSeat seat, CheckItem item) {
    return ledger::name_of_keys(name_of_seat(plan, round, seat), name_of(item));
}
std::string name_of_block(const Edition& edition, std::int64_t position) {
    return ledger::name_of_keys(
        ledger::name_of_keys(edition.plan.text(), std::to_string(edition.round)), position);
}

Round round_in(const db::Row& row) {
    Round one;
    one.number = row.integer(0);
    one.variant = variant_of(row.text(1)).value_or(Variant::three);
    one.opened_at = row.instant(2);
    one.opened_by = row.id<base::AccountId>(3);
    one.opened_by_name = row.string(4);
    one.due_on = row.date(5);
    one.ended_at = row.optional_instant(6);
    one.outcome = round_outcome_of(row.text(7)).value_or(RoundOutcome::open);
    one.reason = row.string(8);
    return one;
}

Seated seat_in(const db::Row& row, PlanVersionId plan) {
    Seated one{review_seat_of(row.text(1)).value_or(ReviewSeat::discipline),
               row.id<base::UnitId>(2),
               row.string(3),
               {}};
    const auto verdict = verdict_of(row.text(4));
    if (!verdict) return one;
    Opinion said;
    said.verdict = *verdict;
    said.grade = grade_of(row.text(5)).value_or(Grade::fair);
    said.reason = row.opened(6, "plan_seat.reason",
                             [&] { return name_of_seat(plan, row.integer(0), one.seat); });
    said.by = row.id<base::AccountId>(7);
    said.by_name = row.string(8);
    said.at = row.instant(9);
    one.opinion = std::move(said);
    return one;
}

Check check_in(const db::Row& row, PlanVersionId plan) {
    const auto seat = review_seat_of(row.text(1)).value_or(ReviewSeat::discipline);
    const auto item = check_item_of(row.text(2)).value_or(CheckItem::every_problem);
    return {item, row.boolean(3), row.opened(4, "plan_check.remark", [&] {
                return name_of_check(plan, row.integer(0), seat, item);
            })};
}

using Checks = std::map<std::pair<std::int64_t, std::string>, std::vector<Check>>;
Checks checks_of(db::Transaction& transaction, PlanVersionId plan) {
    Checks checks;
    transaction.each(select_checks, {plan}, [&](const db::Row& row) {
        checks[{row.integer(0), row.string(1)}].push_back(check_in(row, plan));
    });
    for (auto& [seat, all] : checks)
        std::sort(all.begin(), all.end(),
                  [](const Check& a, const Check& b) { return a.item < b.item; });
    return checks;
}

}  // namespace

void insert_round(db::Transaction& transaction, PlanVersionId plan, const Round& round) {
    transaction.execute(insert_round_sql, {plan, round.number, name_of(round.variant),
                                           round.opened_at, round.opened_by, round.opened_by_name,
                                           round.due_on, name_of(round.outcome)});
    for (const auto& one : round.seats)
        transaction.execute(insert_seat, {plan, round.number, name_of(one.seat), one.unit});
}

void save_round(db::Transaction& transaction, PlanVersionId plan, const Round& round) {
    transaction.execute(update_round,
                        {plan, round.number, round.ended_at, name_of(round.outcome), round.reason});
}

void save_opinion(db::Transaction& transaction, PlanVersionId plan, std::int64_t round,
                  const Seated& seated) {
    const auto& said = *seated.opinion;
    const auto reason =
        transaction.sealed(said.reason, "plan_seat.reason", name_of_seat(plan, round, seated.seat));
    transaction.execute(update_seat, {plan, round, name_of(seated.seat), name_of(said.verdict),
                                      name_of(said.grade), reason, said.by, said.by_name, said.at});
    for (const auto& one : said.checks) {
        const auto remark = transaction.sealed(one.remark, "plan_check.remark",
                                               name_of_check(plan, round, seated.seat, one.item));
        transaction.execute(
            insert_check, {plan, round, name_of(seated.seat), name_of(one.item), one.met, remark});
    }
}

std::vector<Round> list_rounds(db::Transaction& transaction, PlanVersionId plan) {
    auto rounds = transaction.all(select_rounds, {plan}, round_in);
    auto checks = checks_of(transaction, plan);
    transaction.each(select_seats, {plan}, [&](const db::Row& row) {
        const auto number = row.integer(0);
        auto seat = seat_in(row, plan);
        if (seat.opinion) seat.opinion->checks = checks[{number, std::string(name_of(seat.seat))}];
        for (auto& round : rounds)
            if (round.number == number) round.seats.push_back(std::move(seat));
    });
    for (auto& round : rounds)
        std::sort(round.seats.begin(), round.seats.end(),
                  [](const Seated& a, const Seated& b) { return a.seat < b.seat; });
    return rounds;
}

Round last_round_of(db::Transaction& transaction, const PlanVersion& plan) {
    if (plan.round == 0) return {};
    auto rounds = list_rounds(transaction, plan.id);
    return rounds.empty() ? Round{} : std::move(rounds.back());
}

void insert_edition(db::Transaction& transaction, const Edition& edition,
                    const Document& document) {
    std::int64_t position = 0;
    const auto insert = [&](Part part, std::string_view kind, const Block& block) {
        ++position;
        const auto text =
            transaction.sealed(block.text, "plan_block.text", name_of_block(edition, position));
        transaction.execute(insert_block, {edition.plan, edition.round, position, name_of(part),
                                           kind, block.row, block.guards.bits(), text});
    };
    for (const auto& section : document) {
        insert(section.part, heading_kind, {BlockKind::paragraph, section.heading, {}, {}});
        for (const auto& block : section.blocks) insert(section.part, name_of(block.kind), block);
    }
}

Document load_edition(db::Transaction& transaction, const Edition& edition) {
    Document document;
    transaction.each(select_blocks, {edition.plan, edition.round}, [&](const db::Row& row) {
        const auto position = row.integer(0);
        auto text =
            row.opened(5, "plan_block.text", [&] { return name_of_block(edition, position); });
        if (row.text(2) == heading_kind) {
            document.push_back(
                {part_of(row.text(1)).value_or(Part::requirements), std::move(text), {}});
            return;
        }
        if (!document.empty())
            document.back().blocks.push_back(
                {block_kind_of(row.text(2)).value_or(BlockKind::paragraph), std::move(text),
                 row.string(3), ledger::guards_in(row, 4)});
    });
    return document;
}

}  // namespace drafting
