#include "campaigns/campaigns_routes.hpp"

#include "campaigns/campaign_json.hpp"
#include "ledger/ledger_routes.hpp"
#include "ledger/task_json.hpp"

namespace campaigns {
namespace {

using base::Act;
using http::Method;
using http::Request;
using http::Response;
using ledger::add_to_programme;
using ledger::answer;
using ledger::bound;
using ledger::id_in_path;
using ledger::list_of_programme;

// GET /api/v1/programmes/{id}/campaigns?measure=&page=&page_size=
Response get_campaigns(const Needs& needs, const Request& request) {
    return list_of_programme(needs, request, read_campaign_filter, list_campaign_page);
}

Response post_campaign(const Needs& needs, const Request& request) {
    return add_to_programme(needs, request, read_new_campaign, open_campaign);
}

Response get_campaign(const Needs& needs, const Request& request) {
    const auto id = id_in_path<CampaignId>(request, "campaign_unknown");
    if (!id) return http::error_response(id.error());
    return answer(needs, request, view_campaign(needs, request.who(), *id));
}

template <class Read, class Do>
Response act_on_campaign(const Needs& needs, const Request& request, Read read, Do act) {
    return ledger::act_on<CampaignId>(needs, request, "campaign_unknown", read,
                                      [&](CampaignId id, const auto& message) {
                                          return act(SeenCampaign{id, message.version}, message);
                                      });
}

using Seen = const SeenCampaign&;

Response patch_campaign(const Needs& needs, const Request& request) {
    return act_on_campaign(needs, request, read_campaign_form,
                           [&](Seen seen, const CampaignForm& form) {
                               return edit_campaign(needs, request.who(), seen, form.terms);
                           });
}

Response put_measures(const Needs& needs, const Request& request) {
    return act_on_campaign(needs, request, read_chosen,
                           [&](Seen seen, const ChosenMeasures& chosen) {
                               return choose_measures(needs, request.who(), seen, chosen.measures);
                           });
}

Response put_conclusion(const Needs& needs, const Request& request) {
    return act_on_campaign(
        needs, request, read_conclusion, [&](Seen seen, const ConclusionForm& form) {
            return conclude_campaign(needs, request.who(), seen, form.conclusion);
        });
}

Response put_giving_up(const Needs& needs, const Request& request) {
    return act_on_campaign(needs, request, read_giving_up, [&](Seen seen, const GivingUp& said) {
        return give_up_campaign(needs, request.who(), seen, said.reason);
    });
}

Response post_milestone(const Needs& needs, const Request& request) {
    return ledger::act_on<CampaignId>(needs, request, "campaign_unknown", ledger::read_new_task,
                                      [&](CampaignId id, const ledger::TaskDraft& draft) {
                                          return add_milestone(needs, request.who(), id, draft);
                                      });
}

}  // namespace

std::vector<http::Route> routes(Needs needs) {
    const auto reading = Act::read_ledger, keeping = Act::edit_ledger;
    const auto of_programme = "/api/v1/programmes/{id}/campaigns", one = "/api/v1/campaigns/{id}";
    return {
        {Method::get, of_programme, reading, bound(needs, get_campaigns)},
        {Method::post, of_programme, keeping, bound(needs, post_campaign)},
        {Method::get, one, reading, bound(needs, get_campaign)},
        {Method::patch, one, keeping, bound(needs, patch_campaign)},
        {Method::put, "/api/v1/campaigns/{id}/measures", keeping, bound(needs, put_measures)},
        {Method::put, "/api/v1/campaigns/{id}/conclusion", keeping, bound(needs, put_conclusion)},
        {Method::put, "/api/v1/campaigns/{id}/giving-up", keeping, bound(needs, put_giving_up)},
        {Method::post, "/api/v1/campaigns/{id}/milestones", keeping, bound(needs, post_milestone)},
    };
}

}  // namespace campaigns
