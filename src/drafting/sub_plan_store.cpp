#include "drafting/sub_plan_store.hpp"

namespace drafting {
namespace {

constexpr std::string_view insert_sql = R"sql(
INSERT INTO sub_plan (id, programme_id, unit_id, goals, text, state, submitted_by,
                      submitted_by_name, submitted_at, decided_by, reason, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, '', '', $10))sql";
constexpr std::string_view update_sql = R"sql(
UPDATE sub_plan SET goals = $3, text = $4, state = $5, submitted_by = $6, submitted_by_name = $7,
                    submitted_at = $8, decided_by = $9, decided_at = $10, reason = $11,
                    version = $2
WHERE id = $1 AND version = $2 - 1)sql";
constexpr std::string_view select_plans = R"sql(
SELECT s.id, s.programme_id, s.unit_id, n.name, s.goals, s.text, s.state, s.submitted_by,
       s.submitted_by_name, s.submitted_at, s.decided_by, s.decided_at, s.reason, s.version
FROM sub_plan s JOIN unit n ON n.id = s.unit_id
WHERE )sql";

SubPlan plan_in(const db::Row& row) {
    const auto id = row.id<SubPlanId>(0);
    return {id,
            row.id<base::ProgrammeId>(1),
            row.id<base::UnitId>(2),
            row.string(3),
            row.opened(4, "sub_plan.goals", id),
            row.opened(5, "sub_plan.text", id),
            sub_plan_state_of(row.text(6)).value_or(SubPlanState::submitted),
            row.id<base::AccountId>(7),
            row.string(8),
            row.instant(9),
            row.string(10),
            row.optional_instant(11),
            row.string(12),
            row.integer(13)};
}

}  // namespace

void insert_sub_plan(db::Transaction& transaction, const SubPlan& plan) {
    const auto goals = transaction.sealed(plan.goals, "sub_plan.goals", plan.id);
    const auto text = transaction.sealed(plan.text, "sub_plan.text", plan.id);
    transaction.execute(
        insert_sql, {plan.id, plan.programme, plan.unit, goals, text, name_of(plan.state),
                     plan.submitted_by, plan.submitted_by_name, plan.submitted_at, plan.version});
}

base::Result<void> save_sub_plan(db::Transaction& transaction, const SubPlan& plan) {
    const auto goals = transaction.sealed(plan.goals, "sub_plan.goals", plan.id);
    const auto text = transaction.sealed(plan.text, "sub_plan.text", plan.id);
    const auto changed = transaction.execute(
        update_sql,
        {plan.id, plan.version, goals, text, name_of(plan.state), plan.submitted_by,
         plan.submitted_by_name, plan.submitted_at, plan.decided_by, plan.decided_at, plan.reason});
    if (changed == 0)
        return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it", "version");
    return {};
}

std::optional<SubPlan> find_sub_plan(db::Transaction& transaction, base::ProgrammeId programme,
                                     base::UnitId unit) {
    return transaction.first(std::string(select_plans) + "s.programme_id = $1 AND s.unit_id = $2",
                             {programme, unit}, plan_in);
}

std::optional<SubPlan> find_sub_plan(db::Transaction& transaction, SubPlanId id) {
    return transaction.first(std::string(select_plans) + "s.id = $1", {id}, plan_in);
}

std::vector<SubPlan> list_sub_plans(db::Transaction& transaction, base::ProgrammeId programme) {
    return transaction.all(std::string(select_plans) + "s.programme_id = $1 ORDER BY n.number",
                           {programme}, plan_in);
}

std::vector<ledger::HeldTable> held_plans() {
    ledger::HeldTable plans{"sub_plan", "unit_id", "sub_plan", "id", "sub_plan", "1 = 1"};
    plans.beside = "programme_id";
    plans.doubled = ledger::HeldTable::Double::stays;
    ledger::HeldTable seats{"plan_seat",  "unit_id",      "plan_version",
                            "version_id", "plan_version", "o.state = 'joint_review'"};
    seats.rows =
        "x.result = '' AND x.round = (SELECT v.round FROM plan_version v WHERE v.id = "
        "x.version_id)";
    return {plans, seats};
}

}  // namespace drafting
