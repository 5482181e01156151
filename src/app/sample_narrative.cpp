#include "app/sample_narrative.hpp"

#include "chronology/chronicle_actions.hpp"
#include "chronology/work_plan_actions.hpp"
#include "ledger/ledger_actions.hpp"
#include "narrative/edition_actions.hpp"
#include "narrative/writing_actions.hpp"
#include "regulations/study_actions.hpp"

namespace app {
namespace {

using narrative::NarrativeKind;
using narrative::NarrativeView;

/// What the principal did outside the system, and for which part of the report it counts.
struct DoneLine {
    int days;  // from today
    std::int64_t part;
    std::string_view person, text, evidence;
};
constexpr DoneLine done[]{
    {-66, 1, "韩征", "在局党组理论学习中心组学习会上领学巡察工作条例，谈学习体会",
     "中心组学习记录第4期"},
    {-58, 3, "韩征", "主持召开全局整改动员会，逐条通报反馈意见，部署认领整改任务", "会议记录"},
    {-34, 4, "韩征", "主持召开局党组巡察整改专题民主生活会，带头作对照检查，认领个人整改措施3条",
     "专题民主生活会情况报告"},
    {-12, 6, "韩征", "到预算科现场调度，把支出进度整改与预算执行分析一并安排", "工作日志"},
};

/// What the office fills in where the program could not tell.
struct Filling {
    std::string_view mark, words;
};
constexpr Filling fillings[]{
    {"选人用人", "本轮巡察没有就选人用人提出专项反馈意见，有关问题并入逐项整改一并落实。"},
    {"意识形态", "本轮巡察没有就意识形态工作提出专项反馈意见，已列入局党组年度工作要点。"},
    {"原因", "涉及多个单位衔接，核实工作量大"},
    {"不足", "个别问题的长效机制还需要在实践中检验。"},
};

std::string filled(std::string text) {
    for (const auto& mark : narrative::placeholders_of(text)) {
        std::string_view words = "按整改方案推进。";
        for (const auto& one : fillings)
            if (mark.find(one.mark) != std::string::npos) words = one.words;
        text.replace(text.find(mark), mark.size(), words);
    }
    return text;
}

class Writing {
  public:
    Writing(const SampleNeeds& needs, const SamplePeople& people, ledger::ProgrammeId programme)
        : needs_(needs),
          ledger_(needs.plan.ledger),
          people_(people),
          office_(people.actors.at("zhangjing")),
          programme_(programme) {}

    base::Result<void> write() {
        for (const auto& line : done)
            if (auto noted = note(line); !noted) return noted;
        if (auto studied = study(); !studied) return studied;
        if (auto linked = link_work(); !linked) return linked;
        if (auto begun = begin(NarrativeKind::principal_report); !begun) return begun.error();
        auto progress = begin(NarrativeKind::progress_report);
        if (progress) progress = fill(*progress);
        if (!progress) return progress.error();
        return issue(*progress);
    }

  private:
    base::Date day(int days) const { return base::add_days(ledger_.clock.today(), days); }

    base::Result<void> note(const DoneLine& line) {
        chronology::Entry entry;
        entry.id = make_id<chronology::EntryId>(ledger_);
        entry.programme = programme_;
        entry.note = {day(line.days), std::string(line.person), std::string(line.text),
                      std::string(line.evidence), line.part};
        const auto written =
            chronology::write_entry({ledger_, needs_.dossier.temporary}, office_, entry);
        if (!written) return written.error();
        return {};
    }

    base::Result<void> study() {
        regulations::Study study;
        study.id = make_id<regulations::StudyId>(ledger_);
        study.programme = programme_;
        study.title = "中国共产党巡视工作条例";
        study.studied_on = day(-64);
        study.occasion = "局党组理论学习中心组学习会";
        study.unit = people_.units.at("云岭区财政局");
        study.persons = 26;
        const auto added = regulations::add_study(ledger_, office_, study);
        if (!added) return added.error();
        return {};
    }

    /// One measure serves an item of the bureau's ordinary plan.
    base::Result<void> link_work() {
        ledger::LedgerQuery query;
        query.filter.programme = programme_;
        query.filter.page.page_size = 1;
        const auto page = ledger::list_measure_page(ledger_, office_, query);
        if (!page) return page.error();
        if (page->rows.empty()) return {};
        const chronology::PlannedId row = page->rows.front().measure.id;
        const auto view = chronology::view_link(ledger_, office_, row);
        if (!view) return view.error();
        const auto linked = chronology::set_link(
            ledger_, office_, row, view->link.version,
            {std::to_string(ledger_.clock.today().year()) + "年财政工作要点", "加快支出进度"});
        if (!linked) return linked.error();
        return {};
    }

    base::Result<NarrativeView> begin(NarrativeKind kind) {
        return narrative::begin_narrative(
            ledger_, office_,
            {make_id<narrative::NarrativeId>(ledger_), programme_, kind, "", "韩征"});
    }

    base::Result<NarrativeView> fill(const NarrativeView& begun) {
        base::Result<NarrativeView> view = begun;
        for (const auto& section : begun.sections) {
            const auto text = filled(section.text);
            if (text == section.text) continue;
            const narrative::SectionPlace place{begun.narrative.id, section.part};
            const auto held =
                narrative::hold_section(ledger_, office_, place, narrative::TakeOver::no);
            if (!held) return held.error();
            view = narrative::write_section(ledger_, office_, place,
                                            {section.revision, section.heading, text});
            if (!view) return view;
            const auto let_go = narrative::let_section_go(ledger_, office_, place);
            if (!let_go) return let_go.error();
        }
        return view;
    }

    base::Result<void> issue(const NarrativeView& view) {
        narrative::WantedEdition wanted;
        wanted.id = make_id<narrative::EditionId>(ledger_);
        wanted.version = view.narrative.version;
        wanted.issue = {"云财党〔" + std::to_string(ledger_.clock.today().year()) + "〕18号",
                        ledger_.clock.today(), "中共云岭区财政局党组", "区委巡察办", "韩征"};
        const auto issued = narrative::issue_narrative(ledger_, office_, view.narrative.id, wanted);
        if (!issued) return issued.error();
        return {};
    }

    const SampleNeeds& needs_;
    const ledger::Needs& ledger_;
    const SamplePeople& people_;
    const base::Actor& office_;
    ledger::ProgrammeId programme_;
};

}  // namespace

base::Result<void> write_sample_narratives(const SampleNeeds& needs, const SamplePeople& people,
                                           ledger::ProgrammeId programme) {
    return Writing(needs, people, programme).write();
}

}  // namespace app
