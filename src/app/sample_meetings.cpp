#include "app/sample_meetings.hpp"

#include "meetings/running_actions.hpp"

namespace app {
namespace {

using meetings::Duty;
using meetings::Participant;

constexpr std::size_t items_heard = 3;

class MeetingStory {
  public:
    MeetingStory(const SampleNeeds& needs, const SamplePeople& people,
                 ledger::ProgrammeId programme)
        : needs_(needs.plan.ledger), people_(people), programme_(programme) {}

    base::Result<void> tell() {
        meetings::Series series;
        series.id = make_id<meetings::SeriesId>(needs_);
        series.programme = programme_;
        series.terms.title = "财政局整改工作碰头会";
        const auto opened = meetings::open_series(needs_, office(), series);
        if (!opened) return opened.error();
        const auto called = call(series.id, first_terms());
        if (!called) return called.error();
        if (auto held = hold(*called); !held) return held;
        auto next = meetings::propose_next(needs_, office(), series.id);
        if (!next) return next.error();
        const auto planned = call(series.id, *next);
        if (!planned) return planned.error();
        return {};
    }

  private:
    const base::Actor& office() const { return people_.actors.at("zhangjing"); }
    Participant person(const std::string& account, Duty duty) const {
        Participant one;
        one.name = account;
        one.person = people_.actors.at(account).person;
        one.duty = duty;
        return one;
    }
    meetings::MeetingTerms first_terms() {
        meetings::MeetingTerms terms;
        terms.title = "财政局整改工作碰头会";
        terms.held_on = needs_.clock.today();
        terms.begins_at = "08:30";
        terms.place = "财政局三楼会议室";
        Participant section;
        section.name = "资产科";
        section.unit = people_.units.at("资产科");
        section.standing = meetings::Standing::sits_in;
        terms.participants = {person("zhouyuan", Duty::host), person("zhangjing", Duty::recorder),
                              person("liqiang", Duty::none), section};
        return terms;
    }
    base::Result<meetings::Meeting> call(meetings::SeriesId series,
                                         const meetings::MeetingTerms& terms) {
        const auto planned = meetings::plan_meeting(
            needs_, office(), {make_id<meetings::MeetingId>(needs_), programme_, series, terms});
        if (!planned) return planned.error();
        return meetings::call_meeting(needs_, office(), {planned->id, planned->version});
    }

    base::Result<void> hold(const meetings::Meeting& called) {
        const auto proposals = meetings::list_proposals(needs_, office(), called.id);
        if (!proposals) return proposals.error();
        std::vector<meetings::AgendaLine> lines;
        for (const auto& one : *proposals)
            if (lines.size() < items_heard)
                lines.push_back(
                    {make_id<meetings::AgendaItemId>(needs_), one.subject, one.subject_id, {}});
        lines.push_back({make_id<meetings::AgendaItemId>(needs_),
                         meetings::Subject::none,
                         {},
                         "传达区委巡察工作领导小组会议精神"});
        const auto set = meetings::set_agenda(needs_, office(), {called.id, called.version}, lines);
        if (!set) return set.error();
        const auto opened =
            meetings::open_meeting(needs_, office(), {called.id, set->meeting.version});
        if (!opened) return opened.error();
        for (std::size_t i = 0; i < opened->items.size(); ++i)
            if (auto written = write(*opened, i); !written) return written;
        const auto closed =
            meetings::close_meeting(needs_, office(), {called.id, opened->meeting.version});
        if (!closed) return closed.error();
        return {};
    }

    /// The first is decided on, the last is left for next time.
    base::Result<void> write(const meetings::MeetingView& view, std::size_t at) {
        const auto& item = view.items[at];
        meetings::Minute minute;
        minute.item = item.id;
        minute.version = item.version;
        minute.moved_on = at > 0 && at + 1 == view.items.size();
        if (!minute.moved_on) minute.heard = "承办科室汇报了进展和存在的困难。";
        if (at == 0) {
            meetings::Decision decision;
            decision.id = make_id<meetings::DecisionId>(needs_);
            decision.matter = "两周内补齐佐证材料，报整改办复核。";
            decision.unit = people_.units.at("云岭区财政局");
            decision.person = people_.actors.at("liqiang").person;
            decision.due_on = base::add_days(needs_.clock.today(), 14);
            minute.discussion = "会议认为，措施已有进展，但佐证材料不够扎实。";
            minute.decisions = {decision};
        }
        const auto written = meetings::write_minute(needs_, office(), view.meeting.id, minute);
        if (!written) return written.error();
        return {};
    }

    const ledger::Needs& needs_;
    const SamplePeople& people_;
    ledger::ProgrammeId programme_;
};

}  // namespace

base::Result<void> hold_sample_meetings(const SampleNeeds& needs, const SamplePeople& people,
                                        ledger::ProgrammeId programme) {
    return MeetingStory(needs, people, programme).tell();
}

}  // namespace app
