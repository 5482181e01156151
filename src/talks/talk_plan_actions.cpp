#include "talks/talk_plan_actions.hpp"

#include <algorithm>
#include <map>

#include "accounts/person_store.hpp"

namespace talks {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr int usual_days_before = 3;

TalkMatrix matrix_for(db::Transaction& transaction, const Talking& talking, base::Date today) {
    const auto talks = list_talks(transaction, talking.meeting.id);
    return matrix_of({talking.meeting, talking.plan, talks,
                      talking.sees_all() ? std::nullopt : std::optional(talking.own), today});
}

TalksView show(db::Transaction& transaction, const Talking& talking, base::Date today) {
    const auto& meeting = talking.meeting;
    TalksView view;
    view.meeting = meeting.id;
    view.plan = talking.plan;
    view.own = talking.own;
    view.matrix = matrix_for(transaction, talking, today);
    view.whole = talking.sees_all();
    if (!view.whole) view.plan.partners.clear();
    const bool over = meeting.state == life_meetings::LifeState::closed ||
                      meeting.state == life_meetings::LifeState::cancelled;
    view.may_plan = !why_not_plan(meeting, talking.standing);
    view.may_arrange = !over && (talking.standing.keeper || !talking.own.empty());
    const auto* step = life_meetings::find_step(meeting, life_meetings::StepKind::talks);
    view.proposed_due_on =
        step != nullptr ? step->due_on : base::add_days(meeting.terms.held_on, -usual_days_before);
    view.criticisms_each_min = meeting.demands.criticisms_each_min;
    return view;
}

/// Under the names under which people are registered.
base::Result<TalkPlan> sound(db::Transaction& transaction, TalkPlan plan) {
    for (auto& one : plan.partners) {
        if (!one.person) continue;
        auto name = accounts::find_person_name(transaction, *one.person);
        if (!name)
            return refuse(ErrorKind::invalid, "person_unknown", "partners", {{"value", one.name}});
        one.name = std::move(*name);
    }
    std::sort(plan.rules.begin(), plan.rules.end(),
              [](const TalkRule& a, const TalkRule& b) { return a.kind < b.kind; });
    return plan;
}

/// Whoever was talked with stays listed, as left perhaps; nobody is taken from another meeting.
base::Result<void> check_listed(db::Transaction& transaction, const TalkPlan& before,
                                LifeMeetingId meeting, const TalkPlan& wanted) {
    const auto met = list_partners_met(transaction, meeting);
    for (const auto& one : before.partners)
        if (met.contains(one.id) && find_partner(wanted, one.id) == nullptr)
            return refuse(ErrorKind::illegal_transition, "talk_partner_has_talks", "partners",
                          {{"name", one.name}});
    for (const auto& one : wanted.partners)
        if (find_partner(before, one.id) == nullptr &&
            is_listed_elsewhere(transaction, one.id, meeting))
            return refuse(ErrorKind::conflict, "talk_partner_is_of_another_meeting", "partners",
                          {{"name", one.name}});
    return {};
}

/// A pair as one of the two sees it.
class OwnPairs {
  public:
    OwnPairs(const Talking& talking, base::Date today) : talking_(talking), today_(today) {}

    void add(const MatrixSource& source, std::vector<OwnTalk>& all) {
        std::map<TalkId, const Talk*> talks;
        for (const auto& one : source.talks) talks[one.id] = &one;
        const auto matrix = matrix_of(source);
        for (const auto& cell : matrix.cells)
            all.push_back(own_of(matrix, cell, cell.talk ? talks.at(*cell.talk) : nullptr));
    }

  private:
    OwnTalk own_of(const TalkMatrix& matrix, const MatrixCell& cell, const Talk* talk) const {
        const auto& meeting = talking_.meeting;
        OwnTalk one;
        one.meeting = meeting.id;
        one.meeting_title = meeting.terms.title;
        one.meeting_on = meeting.terms.held_on;
        one.programme = meeting.programme;
        one.sees_meeting = talking_.standing.sees();
        one.member = talk != nullptr ? talk->member
                                     : std::get<ParticipantId>(matrix.people[cell.member].who);
        one.other = talk != nullptr ? talk->other : matrix.people[cell.other].who;
        one.own = talking_.is_own(one.member) ? Side::member : Side::other;
        const auto with =
            find_person(talking_, one.own == Side::member ? one.other : Other(one.member));
        one.with_name = with->name;
        one.with_title = with->title;
        one.kind = cell.kind;
        one.required = cell.required;
        one.state = cell.state;
        one.due_on = cell.due_on;
        if (talk != nullptr) {
            one.talk = *talk;
            one.wait = waits_for(*talk, one.own, today_);
        }
        return one;
    }

    const Talking& talking_;
    base::Date today_;
};

/// What waits first, of it what somebody else waits for; then by day.
auto order_of(const OwnTalk& one) {
    constexpr std::array<int, 5> weights{4, 3, 0, 2, 1};  // by TalkWait
    const auto day = one.due_on.value_or(one.meeting_on);
    return std::tuple(weights[static_cast<std::size_t>(one.wait)], day, one.with_name);
}

}  // namespace

base::Result<TalksView> view_talks(const Needs& needs, const base::Actor& actor, LifeMeetingId id) {
    return needs.database.read([&](db::Transaction& transaction) -> base::Result<TalksView> {
        const auto talking = open_talking(transaction, actor, id);
        if (!talking) return talking.error();
        return show(transaction, *talking, needs.clock.today());
    });
}

base::Result<TalksView> plan_talks(const Needs& needs, const base::Actor& actor, LifeMeetingId id,
                                   const TalkPlan& wanted) {
    return life_meetings::with_meeting<TalksView>(
        needs, actor, id,
        [&](Recorder& recorder, const life_meetings::Opened& opened) -> base::Result<TalksView> {
            auto& transaction = recorder.transaction();
            const auto& meeting = opened.meeting;
            if (auto no = why_not_plan(meeting, opened.standing)) return *no;
            const auto before = load_plan(transaction, id);
            if (auto fresh = ledger::check_version(before.version, wanted.version); !fresh)
                return fresh.error();
            if (auto good = check(wanted, meeting); !good) return good.error();
            auto plan = sound(transaction, wanted);
            if (!plan) return plan.error();
            if (auto good = check_listed(transaction, before, id, *plan); !good)
                return good.error();
            if (*plan != before) {
                ++plan->version;
                if (auto saved = save_plan(transaction, id, *plan); !saved) return saved.error();
                life_meetings::note(recorder, "plan_talks", meeting,
                                    {{"kinds", std::to_string(plan->rules.size())},
                                     {"partners", std::to_string(plan->partners.size())}});
            }
            const auto talking = open_talking(transaction, actor, id);
            if (!talking) return talking.error();
            return show(transaction, *talking, recorder.today());
        });
}

base::Result<std::vector<HeadOfUnit>> propose_partners(const Needs& needs, const base::Actor& actor,
                                                       LifeMeetingId id) {
    using Heads = base::Result<std::vector<HeadOfUnit>>;
    return needs.database.read([&](db::Transaction& transaction) -> Heads {
        const auto talking = open_talking(transaction, actor, id);
        if (!talking) return talking.error();
        if (auto no = why_not_plan(talking->meeting, talking->standing)) return *no;
        auto heads = list_heads_below(transaction, talking->meeting.unit_path);
        const auto listed = [&](const HeadOfUnit& head) {
            const auto same = [&](const auto& one) { return one.person == head.person; };
            const auto& team = talking->meeting.participants;
            const auto& partners = talking->plan.partners;
            return std::any_of(team.begin(), team.end(),
                               [&](const auto& one) { return one.is_of_team() && same(one); }) ||
                   std::any_of(partners.begin(), partners.end(), same);
        };
        heads.erase(std::remove_if(heads.begin(), heads.end(), listed), heads.end());
        return heads;
    });
}

std::vector<OwnTalk> list_own_talks(const Needs& needs, const base::Actor& actor) {
    const auto today = needs.clock.today();
    std::vector<OwnTalk> all;
    if (actor.person.empty()) return all;
    needs.database.read([&](db::Transaction& transaction) {
        for (const auto id : list_meetings_of(transaction, actor.person)) {
            const auto talking = open_talking(transaction, actor, id);
            if (!talking || talking->own.empty()) continue;
            const auto talks = list_talks(transaction, id);
            OwnPairs(*talking, today)
                .add({talking->meeting, talking->plan, talks, talking->own, today}, all);
        }
    });
    std::stable_sort(all.begin(), all.end(),
                     [](const OwnTalk& a, const OwnTalk& b) { return order_of(a) < order_of(b); });
    return all;
}

}  // namespace talks
