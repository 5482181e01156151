// A campaign (专项治理): measures of several problems and units under one goal that can be checked,
// one lead and one period (R61–R63). How far it is follows from its measures and is never stored;
// it is concluded with a summary, and no measure is left unfinished without a reason. The table of
// states stands in docs/states.md and is tested row by row. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/measure.hpp"

namespace campaigns {

using CampaignId = base::Id<struct CampaignTag>;
using base::ProgrammeId;
using ledger::MeasureId;
inline constexpr std::size_t campaign_name_chars_max = 100, goal_chars_max = 1'000,
                             summary_chars_max = 4'000, campaign_measures_max = 500;

enum class CampaignState { running, concluded, given_up };
inline constexpr CampaignState campaign_states[]{CampaignState::running, CampaignState::concluded,
                                                 CampaignState::given_up};
[[nodiscard]] std::string_view name_of(CampaignState state);
[[nodiscard]] std::optional<CampaignState> campaign_state_of(std::string_view name);

enum class CampaignAct { edit, choose, add_milestone, conclude, give_up };
inline constexpr CampaignAct campaign_acts[]{CampaignAct::edit, CampaignAct::choose,
                                             CampaignAct::add_milestone, CampaignAct::conclude,
                                             CampaignAct::give_up};
[[nodiscard]] std::string_view name_of(CampaignAct act);
[[nodiscard]] std::optional<CampaignAct> campaign_act_of(std::string_view name);

/// What the office writes.
struct CampaignTerms {
    std::string name, goal;
    base::UnitId unit;  // leads it
    std::optional<base::PersonId> leader;
    std::string leader_name;  // "" : nobody in particular
    base::Date begins_on, ends_on;
    bool operator==(const CampaignTerms&) const = default;
};

struct Campaign {
    CampaignId id;
    ProgrammeId programme;
    std::int64_t number = 0;                 // running within the programme, never given again
    std::string programme_title, unit_name;  // read with the row
    CampaignTerms terms;
    CampaignState state = CampaignState::running;
    std::string summary;  // of what it came to, or why it was given up
    std::optional<base::Instant> over_at;
    std::string over_by;
    std::int64_t version = 1;
    bool operator==(const Campaign&) const = default;
};

/// A measure that a campaign groups, as it stands.
struct GroupedMeasure {
    MeasureId id;
    std::int64_t number = 0, problem_number = 0;
    std::string text;
    ledger::MeasureStatus status = ledger::MeasureStatus::not_started;
    int percent = 0;
    std::optional<base::Date> due_on;
    std::string unit_label, last_entry;
    std::string reason;  // why it was not finished when the campaign was concluded
    bool operator==(const GroupedMeasure&) const = default;

    [[nodiscard]] bool is_finished() const {
        return status == ledger::MeasureStatus::done || status == ledger::MeasureStatus::long_term;
    }
};

/// Refuses only_the_office_edits.
[[nodiscard]] std::optional<base::Error> why_not_open(const base::Actor& actor);
/// Refuses, in this order: only_the_office_edits, campaign_is_concluded, campaign_is_given_up.
[[nodiscard]] std::optional<base::Error> why_not(CampaignAct act, const Campaign& campaign,
                                                 const base::Actor& actor);
/// Refuses campaign_ends_before_it_begins (ends_on; args value, accepted).
[[nodiscard]] base::Result<void> check(const CampaignTerms& terms);
/// Refuses: as why_not(edit), as check().
[[nodiscard]] base::Result<Campaign> edit(const Campaign& before, const CampaignTerms& terms,
                                          const base::Actor& actor);

/// Why one measure is not finished.
struct UnfinishedReason {
    MeasureId measure;
    std::string reason;
};
struct Conclusion {
    std::string summary;
    std::vector<UnfinishedReason> reasons;
};
/// `measures` are all that it groups; those that are not finished are given their reasons. Refuses:
/// as why_not(conclude), campaign_has_no_measures, then together: campaign_summary_too_short
/// (summary; args accepted) and, for each measure that is not finished,
/// unfinished_measure_needs_a_reason (the id of the measure; args number, accepted).
[[nodiscard]] base::Result<Campaign> conclude(const Campaign& before,
                                              std::vector<GroupedMeasure>& measures,
                                              const Conclusion& conclusion,
                                              const base::Actor& actor, base::Instant now);
/// Refuses: as why_not(give_up), reason_too_short (reason; args accepted).
[[nodiscard]] base::Result<Campaign> give_up(const Campaign& before, std::string_view reason,
                                             const base::Actor& actor, base::Instant now);

/// How the measures of a campaign stand.
struct CampaignTally {
    std::int64_t all = 0, done = 0, long_term = 0, awaiting_review = 0, overdue = 0;
    bool operator==(const CampaignTally&) const = default;
};

}  // namespace campaigns
