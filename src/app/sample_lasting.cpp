#include "app/sample_lasting.hpp"

#include "campaigns/campaign_actions.hpp"
#include "ledger/ledger_actions.hpp"
#include "regulations/regulation_actions.hpp"

namespace app {
namespace {

using regulations::RegulationAct;
using regulations::RegulationChange;
using regulations::RegulationKind;

struct RegulationLine {
    RegulationChange change;
    RegulationKind kind;
    std::string_view title, replaces, unit, answers;  // words of the measures
    int due_in;                                       // days from today
    int steps;                                        // how many were taken
    std::string_view document;
};

// As far as the measures of the sample's plan ask for them.
constexpr RegulationLine lines[]{
    {RegulationChange::revised, RegulationKind::rules, "局党组议事规则", "局党组议事规则（2019年）",
     "办公室", "议事规则", -20, 3, "云财党发〔2026〕8号"},
    {RegulationChange::made, RegulationKind::system, "专项资金支出进度通报制度", "", "预算科",
     "支出进度通报", 6, 1, ""},
    {RegulationChange::revised, RegulationKind::measures, "云岭区行政事业单位国有资产出租管理办法",
     "国有资产出租管理办法（2017年）", "资产科", "出租管理办法", 45, 0, ""},
};

class LastingStory {
  public:
    LastingStory(const SampleNeeds& needs, const SamplePeople& people,
                 ledger::ProgrammeId programme)
        : needs_(needs.plan.ledger), people_(people), programme_(programme) {}

    base::Result<void> tell() {
        for (const auto& line : lines)
            if (auto done = register_one(line); !done) return done;
        return hold_campaign();
    }

  private:
    base::Date in_days(int days) const { return base::add_days(needs_.clock.today(), days); }
    const base::Actor& office() const { return people_.actors.at("zhangjing"); }
    base::UnitId unit(std::string_view name) const { return people_.units.at(std::string(name)); }

    base::Result<std::vector<ledger::MeasureRow>> measures_with(std::string_view words) {
        ledger::LedgerQuery query;
        query.filter.programme = programme_;
        query.filter.words = words;
        const auto page = ledger::list_measure_page(needs_, office(), query);
        if (!page) return page.error();
        return page->rows;
    }

    base::Result<void> register_one(const RegulationLine& line) {
        const auto answered = measures_with(line.answers);
        if (!answered) return answered.error();
        regulations::NewRegulation wanted{
            make_id<regulations::RegulationId>(needs_), programme_, {}};
        auto& terms = wanted.terms;
        terms.change = line.change;
        terms.kind = line.kind;
        terms.title = line.title;
        terms.replaces = line.replaces;
        terms.unit = unit(line.unit);
        terms.due_on = in_days(line.due_in);
        for (const auto& row : *answered)
            if (row.measure.text.find(line.answers) != std::string::npos)
                terms.measures.push_back({row.measure.id.text(), 0, {}});
        const auto added = regulations::add_regulation(needs_, office(), wanted);
        if (!added) return added.error();
        return take_steps(*added, line);
    }

    base::Result<void> take_steps(regulations::Regulation one, const RegulationLine& line) {
        constexpr RegulationAct steps[]{RegulationAct::submit, RegulationAct::issue,
                                        RegulationAct::take_effect};
        for (int i = 0; i < line.steps; ++i) {
            regulations::RegulationStep step;
            step.act = steps[i];
            step.on = in_days(3 * i - 12);
            if (step.act == RegulationAct::submit) step.document = "局党组会议纪要";
            if (step.act == RegulationAct::issue) step.document = line.document;
            const auto moved =
                regulations::move_regulation(needs_, office(), {one.id, one.version}, step);
            if (!moved) return moved.error();
            one = *moved;
        }
        return {};
    }

    base::Result<void> hold_campaign() {
        campaigns::NewCampaign wanted{make_id<campaigns::CampaignId>(needs_), programme_, {}};
        wanted.terms = {"国有资产出租专项治理",
                        "违规低价出租的资产全部收回或者重新定价，少收的租金全部追缴。",
                        unit("资产科"),
                        std::nullopt,
                        "郑建国",
                        in_days(-15),
                        in_days(75)};
        const auto opened = campaigns::open_campaign(needs_, office(), wanted);
        if (!opened) return opened.error();
        const auto rows = measures_with("资产");
        if (!rows) return rows.error();
        std::vector<ledger::MeasureId> measures;
        for (const auto& row : *rows) measures.push_back(row.measure.id);
        const auto chosen = campaigns::choose_measures(
            needs_, office(), {wanted.id, opened->brief.campaign.version}, measures);
        if (!chosen) return chosen.error();
        return {};
    }

    const ledger::Needs& needs_;
    const SamplePeople& people_;
    ledger::ProgrammeId programme_;
};

}  // namespace

base::Result<void> set_up_sample_lasting(const SampleNeeds& needs, const SamplePeople& people,
                                         ledger::ProgrammeId programme) {
    return LastingStory(needs, people, programme).tell();
}

}  // namespace app
