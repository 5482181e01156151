// What people do with campaigns. Each change is one transaction with its entry in the programme's
// chain.
#pragma once

#include "campaigns/campaign_store.hpp"
#include "ledger/recorder_actions.hpp"

namespace campaigns {

using ledger::Needs;

/// A campaign with all that a report on it tells, as far as the actor sees its measures.
struct CampaignView {
    CampaignBrief brief;
    std::vector<GroupedMeasure> measures;
    std::vector<ledger::CountedResult> results;
    std::vector<ledger::Task> milestones;
};

struct NewCampaign {
    CampaignId id;
    ProgrammeId programme;
    CampaignTerms terms;
};
/// Sent again with the same content: as it is. Refuses: programme_not_found, as why_not_open(), as
/// check(), unit_unknown, unit_is_closed, person_unknown, same_id_other_content.
[[nodiscard]] base::Result<CampaignView> open_campaign(const Needs& needs, const base::Actor& actor,
                                                       const NewCampaign& wanted);

/// A campaign as somebody saw it before acting on it. All below refuse: campaign_unknown (also
/// outside the scope), somebody_else_changed_it, then as the rule of their name.
struct SeenCampaign {
    CampaignId id;
    std::int64_t version = 0;
};
/// Refuses besides: unit_unknown, unit_is_closed, person_unknown.
[[nodiscard]] base::Result<CampaignView> edit_campaign(const Needs& needs, const base::Actor& actor,
                                                       const SeenCampaign& seen,
                                                       const CampaignTerms& terms);
/// Exactly these, beside those that the actor does not see. Refuses besides: measure_not_found
/// (also of another programme).
[[nodiscard]] base::Result<CampaignView> choose_measures(const Needs& needs,
                                                         const base::Actor& actor,
                                                         const SeenCampaign& seen,
                                                         const std::vector<MeasureId>& measures);
/// Judged by the measures that the actor sees.
[[nodiscard]] base::Result<CampaignView> conclude_campaign(const Needs& needs,
                                                           const base::Actor& actor,
                                                           const SeenCampaign& seen,
                                                           const Conclusion& conclusion);
[[nodiscard]] base::Result<CampaignView> give_up_campaign(const Needs& needs,
                                                          const base::Actor& actor,
                                                          const SeenCampaign& seen,
                                                          std::string_view reason);
/// A task that the office asks for, which comes from the campaign; the version does not matter.
/// Refuses besides: as ledger::new_task(), unit_unknown, unit_is_closed, same_id_other_content.
[[nodiscard]] base::Result<CampaignView> add_milestone(const Needs& needs, const base::Actor& actor,
                                                       CampaignId id,
                                                       const ledger::TaskDraft& draft);

/// Refuses: campaign_unknown.
[[nodiscard]] base::Result<CampaignView> view_campaign(const Needs& needs, const base::Actor& actor,
                                                       CampaignId id);
/// Refuses: programme_not_found.
[[nodiscard]] base::Result<CampaignPage> list_campaign_page(const Needs& needs,
                                                            const base::Actor& actor,
                                                            const CampaignFilter& filter);

}  // namespace campaigns
