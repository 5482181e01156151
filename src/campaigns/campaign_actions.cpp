#include "campaigns/campaign_actions.hpp"

#include <set>

#include "accounts/person_store.hpp"
#include "accounts/unit_store.hpp"
#include "ledger/news_actions.hpp"
#include "ledger/task_store.hpp"

namespace campaigns {
namespace {

using base::ErrorKind;
using base::refuse;
using ledger::Recorder;

ledger::TaskOrigin origin_of(CampaignId id) {
    return {ledger::OriginKind::campaign, id.text()};
}

/// With the name under which its leader is registered, and of a unit that is open.
base::Result<CampaignTerms> sound(db::Transaction& transaction, CampaignTerms terms) {
    const auto unit = accounts::find_unit(transaction, terms.unit);
    if (!unit) return refuse(ErrorKind::invalid, "unit_unknown", "unit_id");
    if (auto open = accounts::check_open(*unit, "unit_id"); !open) return open.error();
    if (!terms.leader) return terms;
    auto name = accounts::find_person_name(transaction, *terms.leader);
    if (!name)
        return refuse(ErrorKind::invalid, "person_unknown", "leader",
                      {{"value", terms.leader_name}});
    terms.leader_name = std::move(*name);
    return terms;
}

CampaignTally tally_of(const std::vector<GroupedMeasure>& measures, base::Date today) {
    using ledger::MeasureStatus;
    CampaignTally tally;
    for (const auto& one : measures) {
        ++tally.all;
        if (one.status == MeasureStatus::done) ++tally.done;
        if (one.status == MeasureStatus::long_term) ++tally.long_term;
        if (one.status == MeasureStatus::awaiting_review) ++tally.awaiting_review;
        if (one.status != MeasureStatus::done && one.due_on && *one.due_on < today) ++tally.overdue;
    }
    return tally;
}

base::Result<CampaignView> load_view(db::Transaction& transaction, CampaignId id,
                                     const ledger::Viewpoint& viewpoint) {
    auto found = find_campaign(transaction, id, viewpoint.scope);
    if (!found) return refuse(ErrorKind::not_found, "campaign_unknown");
    CampaignView view;
    view.brief.campaign = std::move(*found);
    view.measures = list_grouped(transaction, id, viewpoint.scope);
    view.brief.tally = tally_of(view.measures, viewpoint.today);
    view.results = count_results(transaction, id, viewpoint.scope);
    view.milestones = ledger::list_tasks_of(transaction, origin_of(id), viewpoint.scope);
    return view;
}

void note(Recorder& recorder, std::string_view act, const Campaign& one,
          std::vector<std::pair<std::string, std::string>> more = {}) {
    more.insert(more.begin(), {{"name", one.terms.name}, {"number", std::to_string(one.number)}});
    recorder.note(act, "campaign", one.id.text(), more);
}

/// The campaign in its programme's turn, for whoever sees it, whatever else they see.
template <class Act>
base::Result<CampaignView> with_campaign(const Needs& needs, const base::Actor& actor,
                                         CampaignId id, Act act) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<CampaignView> {
        const auto unknown = refuse(ErrorKind::not_found, "campaign_unknown");
        const auto found = find_campaign(transaction, id, actor.scope);
        if (!found) return unknown;
        auto whole = actor;
        whole.scope = base::unbounded();
        auto recorder = Recorder::open(transaction, needs, whole, found->programme);
        if (!recorder) return recorder.error();
        const auto before = find_campaign(transaction, id, actor.scope);
        if (!before) return unknown;
        if (const base::Result<void> done = act(*recorder, *before); !done) return done.error();
        recorder->finish();
        return load_view(transaction, id, {recorder->today(), actor.scope});
    });
}

/// The same of one that stands as the actor saw it; what `act` makes of it is saved.
template <class Act>
base::Result<CampaignView> changed(const Needs& needs, const base::Actor& actor,
                                   const SeenCampaign& seen, Act act) {
    return with_campaign(needs, actor, seen.id,
                         [&](Recorder& recorder, const Campaign& before) -> base::Result<void> {
                             auto fresh = ledger::check_version(before.version, seen.version);
                             if (!fresh) return fresh;
                             const base::Result<Campaign> after = act(recorder, before);
                             if (!after) return after.error();
                             if (*after == before) return {};
                             return save_campaign(recorder.transaction(), *after);
                         });
}

/// How many came and how many went.
std::pair<std::size_t, std::size_t> regroup(db::Transaction& transaction, CampaignId id,
                                            const std::vector<GroupedMeasure>& before,
                                            const std::set<MeasureId>& wanted) {
    std::set<MeasureId> there;
    std::size_t came = 0, went = 0;
    for (const auto& one : before) {
        there.insert(one.id);
        if (wanted.contains(one.id)) continue;
        delete_grouped(transaction, id, one.id);
        ++went;
    }
    for (const auto one : wanted) {
        if (there.contains(one)) continue;
        insert_grouped(transaction, id, one);
        ++came;
    }
    return {came, went};
}

}  // namespace

base::Result<CampaignView> open_campaign(const Needs& needs, const base::Actor& actor,
                                         const NewCampaign& wanted) {
    return needs.database.write([&](db::Transaction& transaction) -> base::Result<CampaignView> {
        auto recorder = Recorder::open(transaction, needs, actor, wanted.programme);
        if (!recorder) return recorder.error();
        if (auto no = why_not_open(actor)) return *no;
        if (auto good = check(wanted.terms); !good) return good.error();
        auto terms = sound(transaction, wanted.terms);
        if (!terms) return terms.error();
        const ledger::Viewpoint viewpoint{recorder->today(), actor.scope};
        if (const auto stored = find_campaign(transaction, wanted.id, actor.scope)) {
            if (stored->programme == wanted.programme && stored->terms == *terms)
                return load_view(transaction, wanted.id, viewpoint);
            return refuse(ErrorKind::conflict, "same_id_other_content", "id");
        }
        Campaign one;
        one.id = wanted.id;
        one.programme = wanted.programme;
        one.number = load_last_number(transaction, wanted.programme) + 1;
        one.terms = std::move(*terms);
        insert_campaign(transaction, one);
        note(*recorder, "open_campaign", one);
        recorder->finish();
        return load_view(transaction, one.id, viewpoint);
    });
}

base::Result<CampaignView> edit_campaign(const Needs& needs, const base::Actor& actor,
                                         const SeenCampaign& seen, const CampaignTerms& wanted) {
    return changed(needs, actor, seen,
                   [&](Recorder& recorder, const Campaign& before) -> base::Result<Campaign> {
                       if (auto no = why_not(CampaignAct::edit, before, actor)) return *no;
                       const auto terms = sound(recorder.transaction(), wanted);
                       if (!terms) return terms.error();
                       const auto after = edit(before, *terms, actor);
                       if (after && *after != before) note(recorder, "edit_campaign", *after);
                       return after;
                   });
}

base::Result<CampaignView> choose_measures(const Needs& needs, const base::Actor& actor,
                                           const SeenCampaign& seen,
                                           const std::vector<MeasureId>& measures) {
    return changed(
        needs, actor, seen,
        [&](Recorder& recorder, const Campaign& before) -> base::Result<Campaign> {
            if (auto no = why_not(CampaignAct::choose, before, actor)) return *no;
            auto& transaction = recorder.transaction();
            const std::set<MeasureId> wanted(measures.begin(), measures.end());
            if (count_measures(transaction, before.programme, wanted, actor.scope) != wanted.size())
                return refuse(ErrorKind::invalid, "measure_not_found", "measure_ids");
            const auto [came, went] = regroup(
                transaction, before.id, list_grouped(transaction, before.id, actor.scope), wanted);
            if (came + went == 0) return before;
            Campaign after = before;
            ++after.version;
            note(recorder, "choose_campaign_measures", after,
                 {{"added", std::to_string(came)}, {"taken_out", std::to_string(went)}});
            return after;
        });
}

base::Result<CampaignView> conclude_campaign(const Needs& needs, const base::Actor& actor,
                                             const SeenCampaign& seen,
                                             const Conclusion& conclusion) {
    return changed(needs, actor, seen,
                   [&](Recorder& recorder, const Campaign& before) -> base::Result<Campaign> {
                       auto& transaction = recorder.transaction();
                       auto measures = list_grouped(transaction, before.id, actor.scope);
                       const auto after =
                           conclude(before, measures, conclusion, actor, recorder.now());
                       if (!after) return after;
                       for (const auto& one : measures) save_reason(transaction, before.id, one);
                       note(recorder, "conclude_campaign", *after);
                       return after;
                   });
}

base::Result<CampaignView> give_up_campaign(const Needs& needs, const base::Actor& actor,
                                            const SeenCampaign& seen, std::string_view reason) {
    return changed(
        needs, actor, seen,
        [&](Recorder& recorder, const Campaign& before) -> base::Result<Campaign> {
            const auto after = give_up(before, reason, actor, recorder.now());
            if (after)
                note(recorder, "give_up_campaign", *after, {{"reason", std::string(reason)}});
            return after;
        });
}

base::Result<CampaignView> add_milestone(const Needs& needs, const base::Actor& actor,
                                         CampaignId id, const ledger::TaskDraft& draft) {
    return with_campaign(
        needs, actor, id, [&](Recorder& recorder, const Campaign& one) -> base::Result<void> {
            if (auto no = why_not(CampaignAct::add_milestone, one, actor)) return *no;
            auto& transaction = recorder.transaction();
            auto task = ledger::new_task(draft, origin_of(id), actor);
            if (!task) return task.error();
            if (const auto stored = ledger::find_task(transaction, draft.id, base::unbounded())) {
                if (stored->origin == task->origin &&
                    ledger::draft_of(*stored) == ledger::draft_of(*task))
                    return {};
                return refuse(ErrorKind::conflict, "same_id_other_content", "id");
            }
            auto held = ledger::check_holders(transaction, ledger::holders_of(*task));
            if (!held) return held;
            recorder.insert(*task, "add_task");
            ledger::tell_of_new(recorder, {*task});
            return {};
        });
}

base::Result<CampaignView> view_campaign(const Needs& needs, const base::Actor& actor,
                                         CampaignId id) {
    return needs.database.read([&](db::Transaction& transaction) {
        return load_view(transaction, id, {needs.clock.today(), actor.scope});
    });
}

base::Result<CampaignPage> list_campaign_page(const Needs& needs, const base::Actor& actor,
                                              const CampaignFilter& filter) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<CampaignPage> {
        const auto found = ledger::load_programme(transaction, filter.programme, actor.scope);
        if (!found) return found.error();
        return list_campaigns(transaction, filter, {needs.clock.today(), actor.scope});
    });
}

}  // namespace campaigns
