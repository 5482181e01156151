#include "campaigns/campaign.hpp"

#include <algorithm>
#include <array>

#include "base/names.hpp"
#include "base/text_length.hpp"

namespace campaigns {
namespace {

using base::ErrorKind;
using base::refuse;
using base::why_too_short;
using base::limits::reason_chars_min;

constexpr std::array<std::string_view, 3> state_names{"running", "concluded", "given_up"};
constexpr std::array<std::string_view, 5> act_names{"edit", "choose", "add_milestone", "conclude",
                                                    "give_up"};

Campaign over(const Campaign& before, CampaignState state, std::string_view summary,
              const base::Actor& actor, base::Instant now) {
    Campaign after = before;
    after.state = state;
    after.summary = summary;
    after.over_at = now;
    after.over_by = actor.name;
    ++after.version;
    return after;
}

void give_reasons(std::vector<GroupedMeasure>& measures, const Conclusion& conclusion,
                  std::vector<base::Error>& faults) {
    for (auto& measure : measures) {
        measure.reason.clear();
        if (measure.is_finished()) continue;
        for (const auto& said : conclusion.reasons)
            if (said.measure == measure.id) measure.reason = base::trim(said.reason);
        if (base::chars_in(measure.reason) >= reason_chars_min) continue;
        faults.push_back(refuse(ErrorKind::invalid, "unfinished_measure_needs_a_reason",
                                measure.id.text(),
                                {{"number", std::to_string(measure.number)},
                                 {"accepted", std::to_string(reason_chars_min)}}));
    }
}

}  // namespace

std::string_view name_of(CampaignState state) {
    return state_names[static_cast<std::size_t>(state)];
}
std::optional<CampaignState> campaign_state_of(std::string_view name) {
    return base::named<CampaignState>(state_names, name);
}
std::string_view name_of(CampaignAct act) {
    return act_names[static_cast<std::size_t>(act)];
}
std::optional<CampaignAct> campaign_act_of(std::string_view name) {
    return base::named<CampaignAct>(act_names, name);
}

std::optional<base::Error> why_not_open(const base::Actor& actor) {
    if (actor.may(base::Act::edit_ledger)) return std::nullopt;
    return refuse(ErrorKind::forbidden, "only_the_office_edits");
}

std::optional<base::Error> why_not(CampaignAct, const Campaign& campaign,
                                   const base::Actor& actor) {
    if (auto no = why_not_open(actor)) return no;
    switch (campaign.state) {
        case CampaignState::concluded:
            return refuse(ErrorKind::illegal_transition, "campaign_is_concluded");
        case CampaignState::given_up:
            return refuse(ErrorKind::illegal_transition, "campaign_is_given_up");
        case CampaignState::running: return std::nullopt;
    }
    return std::nullopt;
}

base::Result<void> check(const CampaignTerms& terms) {
    if (terms.ends_on >= terms.begins_on) return {};
    return refuse(
        ErrorKind::invalid, "campaign_ends_before_it_begins", "ends_on",
        {{"value", base::to_text(terms.ends_on)}, {"accepted", base::to_text(terms.begins_on)}});
}

base::Result<Campaign> edit(const Campaign& before, const CampaignTerms& terms,
                            const base::Actor& actor) {
    if (auto no = why_not(CampaignAct::edit, before, actor)) return *no;
    if (auto good = check(terms); !good) return good.error();
    Campaign after = before;
    after.terms = terms;
    if (after != before) ++after.version;
    return after;
}

base::Result<Campaign> conclude(const Campaign& before, std::vector<GroupedMeasure>& measures,
                                const Conclusion& conclusion, const base::Actor& actor,
                                base::Instant now) {
    if (auto no = why_not(CampaignAct::conclude, before, actor)) return *no;
    if (measures.empty()) return refuse(ErrorKind::illegal_transition, "campaign_has_no_measures");
    std::vector<base::Error> faults;
    if (auto fault =
            why_too_short(base::trim(conclusion.summary), "campaign_summary_too_short", "summary"))
        faults.push_back(std::move(*fault));
    give_reasons(measures, conclusion, faults);
    if (auto fault = base::together(std::move(faults))) return *fault;
    return over(before, CampaignState::concluded, conclusion.summary, actor, now);
}

base::Result<Campaign> give_up(const Campaign& before, std::string_view reason,
                               const base::Actor& actor, base::Instant now) {
    if (auto no = why_not(CampaignAct::give_up, before, actor)) return *no;
    if (auto no = why_too_short(base::trim(reason), "reason_too_short", "reason")) return *no;
    return over(before, CampaignState::given_up, reason, actor, now);
}

}  // namespace campaigns
