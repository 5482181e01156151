#include "campaigns/campaign_store.hpp"

#include <map>

#include "ledger/ledger_filter_store.hpp"
#include "ledger/scope_store.hpp"
#include "ledger/sealed_rows_store.hpp"

namespace campaigns {
namespace {

using db::Conditions;

constexpr std::string_view insert_sql = R"sql(
INSERT INTO campaign (id, programme_id, number, name, goal, unit_id, leader_id, leader, begins_on,
                      ends_on, state, summary, over_at, over_by, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15))sql";
constexpr std::string_view update_sql = R"sql(
UPDATE campaign SET name = $3, goal = $4, unit_id = $5, leader_id = $6, leader = $7,
                    begins_on = $8, ends_on = $9, state = $10, summary = $11, over_at = $12,
                    over_by = $13, version = $2
WHERE id = $1 AND version = $2 - 1)sql";
constexpr std::string_view last_number_sql =
    "SELECT COALESCE(max(number), 0) FROM campaign WHERE programme_id = $1";
constexpr std::string_view insert_grouped_sql =
    "INSERT INTO campaign_measure (campaign_id, measure_id, reason) VALUES ($1, $2, '')";
constexpr std::string_view delete_grouped_sql =
    "DELETE FROM campaign_measure WHERE campaign_id = $1 AND measure_id = $2";
constexpr std::string_view update_reason =
    "UPDATE campaign_measure SET reason = $3 WHERE campaign_id = $1 AND measure_id = $2";

constexpr std::string_view select_campaigns = R"sql(
SELECT r.id, r.programme_id, g.title, r.number, r.name, r.goal, r.unit_id, u.name, r.leader_id,
       r.leader, r.begins_on, r.ends_on, r.state, r.summary, r.over_at, r.over_by, r.version)sql";
constexpr std::string_view from_campaigns = R"sql(
FROM campaign r JOIN programme g ON g.id = r.programme_id JOIN unit u ON u.id = r.unit_id
                JOIN unit iu ON iu.id = g.inspected_unit_id)sql";
constexpr std::string_view groups_measure =
    "r.id IN (SELECT l.campaign_id FROM campaign_measure l WHERE l.measure_id = ";

constexpr std::string_view select_grouped = R"sql(
SELECT r.id, r.number, r.problem_number, r.text, r.status, r.percent, r.due_on, r.unit_label,
       r.last_entry, l.reason
FROM campaign_measure l JOIN measure r ON r.id = l.measure_id)sql";
constexpr std::string_view in_order = "\nORDER BY r.area_number, r.problem_number, r.number";
constexpr std::string_view select_results = R"sql(
SELECT x.kind, CAST(sum(x.quantity) AS BIGINT)
FROM campaign_measure l JOIN measure r ON r.id = l.measure_id
     JOIN progress_entry e ON e.measure_id = r.id JOIN result x ON x.entry_id = e.id)sql";
constexpr std::string_view from_tallied = R"sql(
FROM campaign_measure l JOIN measure r ON r.id = l.measure_id)sql";

Campaign campaign_in(const db::Row& row) {
    Campaign one;
    one.id = row.id<CampaignId>(0);
    one.programme = row.id<ProgrammeId>(1);
    one.programme_title = row.string(2);
    one.number = row.integer(3);
    one.terms.name = row.string(4);
    one.terms.goal = row.opened(5, "campaign.goal", one.id);
    one.terms.unit = row.id<base::UnitId>(6);
    one.unit_name = row.string(7);
    one.terms.leader = row.optional_id<base::PersonId>(8);
    one.terms.leader_name = row.string(9);
    one.terms.begins_on = row.date(10);
    one.terms.ends_on = row.date(11);
    one.state = campaign_state_of(row.text(12)).value_or(CampaignState::given_up);
    one.summary = row.opened(13, "campaign.summary", one.id);
    one.over_at = row.optional_instant(14);
    one.over_by = row.string(15);
    one.version = row.integer(16);
    return one;
}

GroupedMeasure grouped_in(const db::Row& row, CampaignId campaign) {
    GroupedMeasure one;
    one.id = row.id<MeasureId>(0);
    one.number = row.integer(1);
    one.problem_number = row.integer(2);
    one.text = row.opened(3, "measure.text", one.id);
    one.status =
        ledger::measure_status_of(row.text(4)).value_or(ledger::MeasureStatus::not_started);
    one.percent = static_cast<int>(row.integer(5));
    one.due_on = row.optional_date(6);
    one.unit_label = row.string(7);
    one.last_entry = row.opened(8, "measure.last_entry", one.id);
    one.reason = row.opened(9, "campaign_measure.reason",
                            [&] { return ledger::name_of_keys(campaign.text(), one.id.text()); });
    return one;
}

void add_in_scope(Conditions& where, const base::Scope& scope) {
    ledger::add_about_rows_in_scope(where, scope, {{"measure", "campaign_measure", "campaign_id"}});
}

/// How the measures of these stand, in one statement.
void load_tallies(db::Transaction& transaction, std::vector<CampaignBrief>& rows,
                  const ledger::Viewpoint& viewpoint) {
    if (rows.empty()) return;
    std::map<CampaignId, CampaignTally*> by_id;
    std::vector<CampaignId> ids;
    for (auto& one : rows) {
        ids.push_back(one.campaign.id);
        by_id[one.campaign.id] = &one.tally;
    }
    Conditions where;
    const auto overdue =
        ledger::overdue_before(ledger::View::measures) + where.place_for(viewpoint.today);
    where.add_one_of("l.campaign_id", ids);
    ledger::add_rows_in_scope(where, viewpoint.scope);
    const auto sql =
        "SELECT l.campaign_id, count(*), count(*) FILTER (WHERE r.status = 'done'), "
        "count(*) FILTER (WHERE r.status = 'long_term'), "
        "count(*) FILTER (WHERE r.status = 'awaiting_review'), count(*) FILTER (WHERE " +
        overdue + ")" + std::string(from_tallied) + where.text() + "\nGROUP BY l.campaign_id";
    transaction.run(sql, std::span(where.values()), [&](const db::Row& row) {
        *by_id.at(row.id<CampaignId>(0)) = {row.integer(1), row.integer(2), row.integer(3),
                                            row.integer(4), row.integer(5)};
    });
}

}  // namespace

void insert_campaign(db::Transaction& transaction, const Campaign& one) {
    const auto& terms = one.terms;
    const auto goal = transaction.sealed(terms.goal, "campaign.goal", one.id);
    const auto summary = transaction.sealed(one.summary, "campaign.summary", one.id);
    transaction.execute(
        insert_sql, {one.id, one.programme, one.number, terms.name, goal, terms.unit, terms.leader,
                     terms.leader_name, terms.begins_on, terms.ends_on, name_of(one.state), summary,
                     one.over_at, one.over_by, one.version});
}

base::Result<void> save_campaign(db::Transaction& transaction, const Campaign& one) {
    const auto& terms = one.terms;
    const auto goal = transaction.sealed(terms.goal, "campaign.goal", one.id);
    const auto summary = transaction.sealed(one.summary, "campaign.summary", one.id);
    const auto changed = transaction.execute(
        update_sql,
        {one.id, one.version, terms.name, goal, terms.unit, terms.leader, terms.leader_name,
         terms.begins_on, terms.ends_on, name_of(one.state), summary, one.over_at, one.over_by});
    if (changed == 0)
        return base::refuse(base::ErrorKind::conflict, "somebody_else_changed_it", "version");
    return {};
}

std::int64_t load_last_number(db::Transaction& transaction, ProgrammeId programme) {
    return transaction
        .first(last_number_sql, {programme}, [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

std::size_t count_measures(db::Transaction& transaction, ProgrammeId programme,
                           const std::set<MeasureId>& measures, const base::Scope& scope) {
    if (measures.empty()) return 0;
    const std::vector<MeasureId> ids(measures.begin(), measures.end());
    Conditions where;
    where.add("r.programme_id = ", programme);
    where.add_one_of("r.id", ids);
    ledger::add_rows_in_scope(where, scope);
    const auto sql = "SELECT count(*)\nFROM measure r" + where.text();
    return static_cast<std::size_t>(db::first(transaction, sql, where, [](const db::Row& row) {
                                        return row.integer(0);
                                    }).value_or(0));
}

void insert_grouped(db::Transaction& transaction, CampaignId id, MeasureId measure) {
    transaction.execute(insert_grouped_sql, {id, measure});
}
void delete_grouped(db::Transaction& transaction, CampaignId id, MeasureId measure) {
    transaction.execute(delete_grouped_sql, {id, measure});
}
void save_reason(db::Transaction& transaction, CampaignId id, const GroupedMeasure& measure) {
    const auto keys = ledger::name_of_keys(id.text(), measure.id.text());
    const auto reason = transaction.sealed(measure.reason, "campaign_measure.reason", keys);
    transaction.execute(update_reason, {id, measure.id, reason});
}

std::optional<Campaign> find_campaign(db::Transaction& transaction, CampaignId id,
                                      const base::Scope& scope) {
    Conditions where;
    where.add("r.id = ", id);
    add_in_scope(where, scope);
    const auto sql = std::string(select_campaigns) + std::string(from_campaigns) + where.text();
    return db::first(transaction, sql, where, campaign_in);
}

std::vector<GroupedMeasure> list_grouped(db::Transaction& transaction, CampaignId id,
                                         const base::Scope& scope) {
    Conditions where;
    where.add("l.campaign_id = ", id);
    ledger::add_rows_in_scope(where, scope);
    const auto sql = std::string(select_grouped) + where.text() + std::string(in_order);
    return db::all(transaction, sql, where,
                   [&](const db::Row& row) { return grouped_in(row, id); });
}

std::vector<ledger::CountedResult> count_results(db::Transaction& transaction, CampaignId id,
                                                 const base::Scope& scope) {
    Conditions where;
    where.add("l.campaign_id = ", id);
    ledger::add_rows_in_scope(where, scope);
    const auto sql =
        std::string(select_results) + where.text() + "\nGROUP BY x.kind ORDER BY x.kind";
    return db::all(transaction, sql, where, [](const db::Row& row) {
        return ledger::CountedResult{
            ledger::result_kind_of(row.text(0)).value_or(ledger::ResultKind::other),
            row.integer(1)};
    });
}

CampaignPage list_campaigns(db::Transaction& transaction, const CampaignFilter& filter,
                            const ledger::Viewpoint& viewpoint) {
    Conditions where;
    where.add("r.programme_id = ", filter.programme);
    if (!filter.measure.empty()) where.add(groups_measure, filter.measure, ")");
    add_in_scope(where, viewpoint.scope);
    const auto from = std::string(from_campaigns) + where.text();
    CampaignPage page;
    page.total = db::first(transaction, "SELECT count(*)" + from, where, [](const db::Row& row) {
                     return row.integer(0);
                 }).value_or(0);
    const auto limit = where.place_for(filter.page.page_size);
    const auto offset = where.place_for((filter.page.page - 1) * filter.page.page_size);
    const auto sql = std::string(select_campaigns) + from +
                     "\nORDER BY CASE WHEN r.state = 'running' THEN 0 ELSE 1 END, r.number DESC "
                     "LIMIT " +
                     limit + " OFFSET " + offset;
    page.rows = db::all(transaction, sql, where, [](const db::Row& row) {
        return CampaignBrief{campaign_in(row), {}};
    });
    load_tallies(transaction, page.rows, viewpoint);
    return page;
}

ledger::HeldTable held_campaigns() {
    ledger::HeldTable held{"campaign", "unit_id",  "campaign",
                           "id",       "campaign", "o.state = 'running'"};
    held.keeps_open = held.follows;
    held.label = "'专项治理' || CAST(o.number AS TEXT)";
    return held;
}

}  // namespace campaigns
