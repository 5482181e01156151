// Messages about campaigns: names of fields and their sizes.
#pragma once

#include <string>
#include <string_view>

#include "campaigns/campaign_actions.hpp"
#include "http/http.hpp"
#include "ledger/row_json.hpp"

namespace campaigns {

using ledger::Reader;

/// {"id","name","goal","unit_id","leader":{"name","id"}|null,"begins_on","ends_on"}. The programme
/// is the caller's.
[[nodiscard]] base::Result<NewCampaign> read_new_campaign(std::string_view body);
struct CampaignForm {
    std::int64_t version = 0;
    CampaignTerms terms;
};
/// The same with "version" in the place of "id".
[[nodiscard]] base::Result<CampaignForm> read_campaign_form(std::string_view body);
struct ChosenMeasures {
    std::int64_t version = 0;
    std::vector<MeasureId> measures;
};
/// {"version","measure_ids":[]}
[[nodiscard]] base::Result<ChosenMeasures> read_chosen(std::string_view body);
struct ConclusionForm {
    std::int64_t version = 0;
    Conclusion conclusion;
};
/// {"version","summary","reasons":[{"measure_id","reason"}]}
[[nodiscard]] base::Result<ConclusionForm> read_conclusion(std::string_view body);
struct GivingUp {
    std::int64_t version = 0;
    std::string reason;
};
/// {"version","reason"}
[[nodiscard]] base::Result<GivingUp> read_giving_up(std::string_view body);
/// measure, page, page_size. Refuses: number_out_of_range, expected_id (measure).
[[nodiscard]] base::Result<CampaignFilter> read_campaign_filter(const http::Request& request,
                                                                ProgrammeId programme);

/// The members of a campaign with "tally", "measures", "results" and "milestones".
[[nodiscard]] std::string to_json(const CampaignView& view, const Reader& reader);
/// {"rows","total","page","page_size","may":["open"]}; rows with "tally".
[[nodiscard]] std::string to_json(const CampaignPage& page, const ledger::Page& asked,
                                  const Reader& reader);

}  // namespace campaigns
