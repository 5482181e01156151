#include "drafting/plan_store.hpp"

#include "base/names.hpp"
#include "db/conditions.hpp"
#include "ledger/scope_store.hpp"

namespace drafting {
namespace {

using base::Act;
using db::Conditions;

constexpr std::array<std::string_view, 5> waits_names{"review", "commit", "comment", "rewrite",
                                                      "late"};

constexpr std::string_view insert_sql = R"sql(
INSERT INTO plan_version (id, programme_id, number, outline, title, reason, state, held_by,
                          conclusion, signed_by, round, document_number, recipients, digest,
                          issued_by, changed_at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, '', '', '', 0, '', '', '', '', $8, $9))sql";
constexpr std::string_view update_sql = R"sql(
UPDATE plan_version SET state = $3, consult_until = $4, held_on = $5, held_by = $6, meeting_id = $7,
                        conclusion = $8, signed_by = $9, signed_on = $10, round = $11,
                        document_number = $12, number_key = $13, issued_on = $14, recipients = $15,
                        digest = $16, issued_by = $17, changed_at = $18, version = $2
WHERE id = $1 AND version = $2 - 1)sql";

// v, a version, of the programme g that inspects the unit u, with its last round, if there is one.
constexpr std::string_view select_plans = R"sql(
SELECT v.id, v.programme_id, g.title, v.number, v.outline, v.title, v.reason, v.state,
       v.consult_until, v.held_on, v.held_by, v.meeting_id, v.conclusion, v.signed_by, v.signed_on,
       v.round, v.document_number, v.issued_on, v.recipients, v.digest, v.issued_by, v.changed_at,
       v.version, d.due_on)sql";
constexpr std::string_view from_plans = R"sql(
FROM plan_version v JOIN programme g ON g.id = v.programme_id
     JOIN unit u ON u.id = g.inspected_unit_id
     LEFT JOIN plan_round d ON d.version_id = v.id AND d.round = v.round)sql";
constexpr std::string_view select_silent = R"sql(
SELECT n.name FROM plan_seat s JOIN unit n ON n.id = s.unit_id
WHERE s.version_id = $1 AND s.round = $2 AND s.result = '' ORDER BY n.number)sql";

std::optional<Deliberation> deliberation_in(const db::Row& row) {
    const auto held_on = row.optional_date(9);
    if (!held_on) return std::nullopt;
    return Deliberation{*held_on, row.string(10), row.optional_id<meetings::MeetingId>(11),
                        row.string(12)};
}

PlanVersion plan_in(const db::Row& row) {
    PlanVersion one;
    one.id = row.id<PlanVersionId>(0);
    one.programme = row.id<ProgrammeId>(1);
    one.programme_title = row.string(2);
    one.number = row.integer(3);
    one.outline = outline_kind_of(row.text(4)).value_or(OutlineKind::bureau);
    one.title = row.string(5);
    one.reason = row.string(6);
    one.state = plan_state_of(row.text(7)).value_or(PlanState::issued);
    one.consult_until = row.optional_date(8);
    one.deliberation = deliberation_in(row);
    if (const auto on = row.optional_date(14)) one.commitment = Commitment{row.string(13), *on};
    one.round = row.integer(15);
    if (const auto on = row.optional_date(17))
        one.issue = Issue{row.string(16), *on, row.string(18)};
    one.digest = row.string(19);
    one.issued_by = row.string(20);
    one.changed_at = row.instant(21);
    one.version = row.integer(22);
    return one;
}

void add_in_sight(Conditions& where, const base::Actor& actor) {
    ledger::add_programmes_in_scope(where, actor.scope);
    if (!actor.acts.has_any({Act::edit_ledger, Act::sign}))
        where.add_fixed("(v.state <> 'draft' OR v.consult_until IS NOT NULL)");
}

/// Whether this person is ever asked; the condition that `v` asks them now.
bool add_waiting(Conditions& where, PlanWaits waits, const base::Actor& actor, base::Date today) {
    switch (waits) {
        case PlanWaits::review:
            if (actor.unit.empty() || !actor.may(Act::read_names)) return false;
            where.add_fixed("v.state = 'joint_review'");
            where.add("d.opened_by <> ", actor.id);
            where.add(
                "EXISTS (SELECT 1 FROM plan_seat s WHERE s.version_id = v.id AND s.round = v.round "
                "AND s.result = '' AND s.unit_id = ",
                actor.unit, ")");
            where.add(
                "NOT EXISTS (SELECT 1 FROM plan_seat s WHERE s.version_id = v.id AND s.round = "
                "v.round AND s.by_account = ",
                actor.id, ")");
            return true;
        case PlanWaits::commit:
            where.add_fixed("v.state = 'deliberated' AND v.signed_by = ''");
            return actor.seat == base::Seat::principal;
        case PlanWaits::comment:
            where.add_fixed("v.state = 'consultation'");
            where.add("v.consult_until >= ", today);
            where.add(
                "NOT EXISTS (SELECT 1 FROM plan_comment c WHERE c.version_id = v.id AND "
                "c.by_account = ",
                actor.id, ")");
            return actor.may(Act::read_names) && !actor.may(Act::edit_ledger);
        case PlanWaits::rewrite:
            where.add_fixed("v.state = 'draft' AND d.outcome = 'returned'");
            return actor.may(Act::edit_ledger);
        case PlanWaits::late:
            where.add_fixed("v.state = 'joint_review'");
            where.add("d.due_on < ", today);
            return actor.may(Act::edit_ledger);
    }
    return false;
}

WaitingPlan waiting_in(const db::Row& row) {
    WaitingPlan one{plan_in(row), row.optional_date(23), {}};
    if (one.plan.state == PlanState::consultation) one.due_on = one.plan.consult_until;
    if (one.plan.state == PlanState::draft) one.due_on.reset();  // that of the round is past
    return one;
}

std::string units_silent(db::Transaction& transaction, const PlanVersion& plan) {
    std::string units;
    transaction.each(select_silent, {plan.id, plan.round}, [&](const db::Row& row) {
        units += (units.empty() ? "" : "、") + row.string(0);
    });
    return units;
}

}  // namespace

std::string_view name_of(PlanWaits waits) {
    return waits_names[static_cast<std::size_t>(waits)];
}

void insert_plan(db::Transaction& transaction, const PlanVersion& plan) {
    transaction.execute(insert_sql,
                        {plan.id, plan.programme, plan.number, name_of(plan.outline), plan.title,
                         plan.reason, name_of(plan.state), plan.changed_at, plan.version});
}

base::Result<void> save_plan(db::Transaction& transaction, const PlanVersion& plan) {
    const auto held = plan.deliberation.value_or(Deliberation{});
    const auto held_on = plan.deliberation ? std::optional(held.held_on) : std::nullopt;
    const auto signature = plan.commitment.value_or(Commitment{});
    const auto signed_on = plan.commitment ? std::optional(signature.on) : std::nullopt;
    const auto issue = plan.issue.value_or(Issue{});
    const auto issued_on = plan.issue ? std::optional(issue.on) : std::nullopt;
    const auto key = number_key(issue.number);
    const auto changed = transaction.execute(
        update_sql,
        {plan.id, plan.version, name_of(plan.state), plan.consult_until, held_on, held.held_by,
         held.meeting, held.conclusion, signature.name, signed_on, plan.round, issue.number,
         plan.issue ? std::optional<std::string_view>(key) : std::nullopt, issued_on,
         issue.recipients, plan.digest, plan.issued_by, plan.changed_at});
    if (changed == 0)
        return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it", "version");
    return {};
}

std::optional<PlanVersion> find_plan(db::Transaction& transaction, PlanVersionId id,
                                     const base::Actor& actor) {
    Conditions where;
    where.add("v.id = ", id);
    add_in_sight(where, actor);
    return db::first(transaction,
                     std::string(select_plans) + std::string(from_plans) + where.text(), where,
                     plan_in);
}

std::vector<PlanVersion> list_plans(db::Transaction& transaction, ProgrammeId programme,
                                    const base::Actor& actor) {
    Conditions where;
    where.add("v.programme_id = ", programme);
    add_in_sight(where, actor);
    return db::all(transaction,
                   std::string(select_plans) + std::string(from_plans) + where.text() +
                       "\nORDER BY v.number DESC",
                   where, plan_in);
}

std::optional<PlanVersion> find_plan_numbered(db::Transaction& transaction, std::string_view key) {
    Conditions where;
    where.add("v.number_key = ", key);
    return db::first(transaction,
                     std::string(select_plans) + std::string(from_plans) + where.text(), where,
                     plan_in);
}

std::optional<WaitingPlans> list_waiting_plans(db::Transaction& transaction, PlanWaits waits,
                                               const base::Actor& actor, base::Date today) {
    Conditions where;
    if (!actor.may(Act::read_ledger) || !add_waiting(where, waits, actor, today))
        return std::nullopt;
    add_in_sight(where, actor);
    const auto from = std::string(from_plans) + where.text();
    WaitingPlans found;
    found.waits = waits;
    found.total = db::first(transaction, "SELECT count(*)" + from, where, [](const db::Row& row) {
                      return row.integer(0);
                  }).value_or(0);
    const auto sql = std::string(select_plans) + from +
                     "\nORDER BY coalesce(d.due_on, v.consult_until, ''), v.id LIMIT " +
                     where.place_for(waiting_plans_shown);
    found.rows = db::all(transaction, sql, where, waiting_in);
    for (auto& one : found.rows) one.units = units_silent(transaction, one.plan);
    return found;
}

}  // namespace drafting
