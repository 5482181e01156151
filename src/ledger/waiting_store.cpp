#include "ledger/waiting_store.hpp"

#include <array>

#include "ledger/review.hpp"

namespace ledger {
namespace {

using db::Conditions;

// By Waiting; # is the account that asks.
using ByWaiting = std::array<std::string_view, 8>;
constexpr ByWaiting of_measures{
    "",
    "r.status IN ('not_started', 'under_way') AND r.problem_open = 1",
    "r.status = 'sent_back'",
    "r.status = 'awaiting_review' AND (r.submitted_by <> # OR r.submitted_by IS NULL)",
    "r.status IN ('not_started', 'under_way', 'sent_back')",
    "r.status IN ('not_started', 'under_way', 'sent_back')",
    "r.status IN ('under_way', 'sent_back')",
    "r.status = 'long_term'"};
constexpr ByWaiting of_problems{
    "r.status = 'unclaimed'",
    "",
    "r.status = 'sent_back'",
    "r.status = 'awaiting_review' AND (r.applied_by <> # OR r.applied_by IS NULL)",
    "r.status IN ('unclaimed', 'under_way', 'sent_back')",
    "r.status IN ('unclaimed', 'under_way', 'sent_back')",
    "",
    ""};

/// That the review asks this person for a signature which is on nobody else's desk; the same as
/// why_not_sign() in review.hpp.
void add_signing(Conditions& where, const Asker& asker, base::Date today) {
    const auto account = where.place_for(asker.account);
    const auto held_since = where.place_for(base::add_days(today, -taken_days));
    std::string asked = "s.account_id = " + account;
    if (asker.seat)
        asked += " OR (s.seat = " + where.place_for(name_of(*asker.seat)) +
                 " AND (s.person_id IS NULL OR s.person_id = " + where.place_for(asker.person) +
                 "))";
    where.add_fixed(
        "EXISTS (SELECT 1 FROM signing s WHERE s.problem_id = r.id AND s.state = 'open' AND (" +
        asked + ") AND (s.taken_by IS NULL OR s.taken_by = " + account + " OR s.taken_on < " +
        held_since + "))");
    where.add_fixed(
        "NOT EXISTS (SELECT 1 FROM signing s WHERE s.problem_id = r.id AND s.state = 'agreed' "
        "AND s.decided_by = " +
        account + ")");
}

/// No engine looks for a status in an index where it is asked for in this way.
std::string without_index(std::string condition) {
    constexpr std::string_view column = "r.status", hidden = "coalesce(r.status, '')";
    for (auto at = condition.find(column); at != condition.npos;
         at = condition.find(column, at + hidden.size()))
        condition.replace(at, column.size(), hidden);
    return condition;
}

}  // namespace

void add_waiting(Conditions& where, View view, const WaitingQuestion& question) {
    const auto& [waiting, asker, today, few_held] = question;
    const bool problems = view == View::problems;
    std::string condition(
        (problems ? of_problems : of_measures)[static_cast<std::size_t>(waiting)]);
    if (condition.empty()) return where.add_fixed("1 = 0");
    if (few_held) condition = without_index(std::move(condition));
    if (waiting == Waiting::review)
        where.add_repeated(condition, "#", asker.account);
    else
        where.add_fixed(condition);
    if (waiting == Waiting::review && problems) add_signing(where, asker, today);
    if (waiting == Waiting::overdue) where.add("r.due_on < ", today);
    if (waiting == Waiting::stalled)
        where.add("r.last_entry_at < ", base::start_of(base::add_days(today, -stalled_days)));
    if (waiting == Waiting::due_soon) where.add("r.due_on >= ", today);
    if (waiting == Waiting::due_soon || waiting == Waiting::proof)
        where.add("r.due_on <= ", base::add_days(today, waiting_days));
}

bool hold_few(db::Transaction& transaction, const std::vector<base::UnitId>& units) {
    constexpr std::int64_t few_max = 20'000;
    Conditions where;
    where.add_one_of("unit_id", units);
    const auto sql = "SELECT count(*) FROM (SELECT 1 AS held FROM measure_unit" + where.text() +
                     " LIMIT " + std::to_string(few_max + 1) + ") AS counted";
    const auto held =
        db::first(transaction, sql, where, [](const db::Row& row) { return row.integer(0); });
    return held.value_or(0) <= few_max;
}

}  // namespace ledger
