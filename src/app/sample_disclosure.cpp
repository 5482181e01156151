#include "app/sample_disclosure.hpp"

#include "disclosure/beginning_actions.hpp"
#include "disclosure/publishing_actions.hpp"

namespace app {
namespace {

using disclosure::Decision;
using disclosure::ReleaseView;
using disclosure::Rule;
using Shown = base::Result<ReleaseView>;

class Notice {
  public:
    Notice(const SampleNeeds& needs, const SamplePeople& people, ledger::ProgrammeId programme)
        : needs_{needs.plan.ledger, needs.dossier.temporary},
          people_(people),
          programme_(programme) {}

    Shown begin() {
        disclosure::NewRelease wanted;
        wanted.id = make_id<disclosure::ReleaseId>(needs_.ledger);
        wanted.programme = programme_;
        wanted.contacts = {"0871-63120000", "云岭区人民路1号财政局整改办", ""};
        return disclosure::begin_release(needs_, office(), wanted);
    }

    /// Amounts stay as they are, the rest goes as proposed.
    Shown decide(const ReleaseView& view) {
        std::vector<disclosure::WantedDecision> all;
        for (const auto& one : view.passages) {
            if (one.rule == Rule::amount)
                all.push_back(
                    {one.number, Decision::kept, "", "反馈意见公开时已写明的金额", one.ground});
            else
                all.push_back({one.number, Decision::replaced, one.replacement, "", one.ground});
        }
        return disclosure::decide_passages(needs_, office(), seen(view), all);
    }
    Shown submit(const ReleaseView& view) {
        return disclosure::submit_release(needs_, office(), seen(view));
    }
    Shown approve(const ReleaseView& view) {
        return disclosure::approve_release(needs_, people_.actors.at("hanzheng"), seen(view),
                                           {{}, "同意公开。"});
    }
    Shown publish(const ReleaseView& view) {
        disclosure::Publication publication;
        publication.on = today();
        publication.channel = "云岭区人民政府门户网站";
        publication.link = "https://www.yunling.example/zwgk/xczg/1.html";
        publication.objections_until = base::add_days(today(), 15);
        return disclosure::publish_release(needs_, office(), seen(view), publication);
    }

  private:
    const base::Actor& office() const { return people_.actors.at("zhangjing"); }
    base::Date today() const { return needs_.ledger.clock.today(); }
    static disclosure::SeenRelease seen(const ReleaseView& view) {
        return {view.release.id, view.release.version};
    }

    disclosure::Needs needs_;
    const SamplePeople& people_;
    ledger::ProgrammeId programme_;
};

}  // namespace

base::Result<void> publish_sample_notice(const SampleNeeds& needs, const SamplePeople& people,
                                         ledger::ProgrammeId programme) {
    Notice notice(needs, people, programme);
    auto view = notice.begin();
    if (view) view = notice.decide(*view);
    if (view) view = notice.submit(*view);
    if (view) view = notice.approve(*view);
    if (view) view = notice.publish(*view);
    if (!view) return view.error();
    return {};
}

}  // namespace app
