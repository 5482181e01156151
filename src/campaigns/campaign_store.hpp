// Campaigns in the database, and how their measures stand. One function a statement; decides
// nothing.
#pragma once

#include <set>

#include "campaigns/campaign.hpp"
#include "db/database.hpp"
#include "ledger/held_table.hpp"
#include "ledger/programme_store.hpp"

namespace campaigns {

void insert_campaign(db::Transaction& transaction, const Campaign& one);
/// Everything but its measures, over the version before. Refuses: somebody_else_changed_it.
[[nodiscard]] base::Result<void> save_campaign(db::Transaction& transaction, const Campaign& one);
[[nodiscard]] std::int64_t load_last_number(db::Transaction& transaction, ProgrammeId programme);
/// How many of these the programme has within the scope.
[[nodiscard]] std::size_t count_measures(db::Transaction& transaction, ProgrammeId programme,
                                         const std::set<MeasureId>& measures,
                                         const base::Scope& scope);
void insert_grouped(db::Transaction& transaction, CampaignId id, MeasureId measure);
void delete_grouped(db::Transaction& transaction, CampaignId id, MeasureId measure);
void save_reason(db::Transaction& transaction, CampaignId id, const GroupedMeasure& measure);

/// When its unit, the inspected one or a measure that it groups lies within the scope.
[[nodiscard]] std::optional<Campaign> find_campaign(db::Transaction& transaction, CampaignId id,
                                                    const base::Scope& scope);
/// Those within the scope, in the order of the ledger.
[[nodiscard]] std::vector<GroupedMeasure> list_grouped(db::Transaction& transaction, CampaignId id,
                                                       const base::Scope& scope);
/// What was reported on those measures, of each kind the sum.
[[nodiscard]] std::vector<ledger::CountedResult> count_results(db::Transaction& transaction,
                                                               CampaignId id,
                                                               const base::Scope& scope);

struct CampaignFilter {
    ProgrammeId programme;
    std::string measure;  // that it groups; "" : whichever
    ledger::Page page;
};
struct CampaignBrief {
    Campaign campaign;
    CampaignTally tally;  // of the measures within the scope
    bool operator==(const CampaignBrief&) const = default;
};
struct CampaignPage {
    std::vector<CampaignBrief> rows;  // running ones first, then by number, the latest first
    std::int64_t total = 0;
};
[[nodiscard]] CampaignPage list_campaigns(db::Transaction& transaction,
                                          const CampaignFilter& filter,
                                          const ledger::Viewpoint& viewpoint);

/// What follows a unit that is merged.
[[nodiscard]] ledger::HeldTable held_campaigns();

}  // namespace campaigns
