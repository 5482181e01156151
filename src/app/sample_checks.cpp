#include "app/sample_checks.hpp"

#include "supervision/finding_actions.hpp"
#include "supervision/sample_actions.hpp"

namespace app {
namespace {

using supervision::CheckKind;

class CheckStory {
  public:
    CheckStory(const SampleNeeds& needs, const SamplePeople& people, ledger::ProgrammeId programme)
        : needs_(needs.plan.ledger), people_(people), programme_(programme) {}

    base::Result<void> tell() {
        const auto look_back = plan("财政局巡察整改“回头看”", CheckKind::look_back, {-6, -4}, true);
        if (!look_back) return look_back.error();
        if (auto held = hold(*look_back); !held) return held;
        const auto next = plan("重点问题整改成效现场督查", CheckKind::site_check, {9, 10}, false);
        if (!next) return next.error();
        return {};
    }

  private:
    struct Days {
        int from, to;  // from today
    };
    const base::Actor& leader() const { return people_.actors.at("wukai"); }
    base::Date in_days(int days) const { return base::add_days(needs_.clock.today(), days); }

    base::Result<supervision::Check> plan(const std::string& subject, CheckKind kind, Days days,
                                          bool announced) {
        supervision::NewCheck wanted;
        wanted.id = make_id<supervision::CheckId>(needs_);
        wanted.programme = programme_;
        wanted.announced = announced;
        wanted.terms.kind = kind;
        wanted.terms.subject = subject;
        wanted.terms.begins_on = in_days(days.from);
        wanted.terms.ends_on = in_days(days.to);
        wanted.terms.team = {{"", leader().person, true},
                             {"", people_.actors.at("zhengqing").person, false}};
        wanted.terms.units = {{people_.units.at("云岭区财政局"), ""}};
        return supervision::plan_check(needs_, leader(), wanted);
    }

    /// Everything that was struck off is looked at; the first proves to be so on paper only.
    base::Result<void> hold(const supervision::Check& planned) {
        const auto begun =
            supervision::begin_check(needs_, leader(), {planned.id, planned.version});
        if (!begun) return begun.error();
        const supervision::PoolFilter struck_off{supervision::Pool::struck_off, {}, {}};
        const auto pool = supervision::view_pool(needs_, leader(), planned.id, struck_off);
        if (!pool) return pool.error();
        const auto drawn =
            supervision::draw_sample(needs_, leader(), {planned.id, begun->version},
                                     {make_id<supervision::DrawId>(needs_), struck_off,
                                      supervision::DrawMethod::weighted, pool->size});
        if (!drawn) return drawn.error();
        for (const auto& row : drawn->rows)
            if (auto filled = fill_in(drawn->check, row); !filled) return filled;
        const auto concluded = supervision::conclude_check(
            needs_, leader(), {planned.id, drawn->check.version},
            "已销号的问题大部分整改到位，但有的停留在纸面，已另立后续问题，责令重新整改。");
        if (!concluded) return concluded.error();
        return {};
    }

    base::Result<void> fill_in(const supervision::Check& check,
                               const supervision::CheckedRow& row) {
        supervision::RowForm form;
        form.answers.resize(check.terms.items.size());
        form.asked = "询问经办人和两名当事人，当事人表示不知道已经整改。";
        form.looked_at = "查阅制度文件、会议纪要和财务凭证。";
        if (row.position == 1) {
            form.answers[1] = {supervision::Answer::no, "会议纪要为补写，落款时间与签到表不符"};
            form.answers[3] = {supervision::Answer::no, "当事人不知情"};
            form.result = supervision::CheckResult::paper;
            form.finding = "会议纪要系补写，制度没有印发执行，当事人不知情，属于纸面整改。";
        }
        const auto filled = supervision::fill_in_row(needs_, leader(), {row.id, row.version}, form);
        if (!filled) return filled.error();
        if (row.position != 1) return {};
        supervision::Decision decision;
        decision.id = make_id<supervision::ConsequenceId>(needs_);
        decision.kind = supervision::ConsequenceKind::successor;
        decision.reason = form.finding;
        const auto decided = supervision::decide_on_finding(needs_, people_.actors.at("zhangjing"),
                                                            {row.id, row.version + 1}, decision);
        if (!decided) return decided.error();
        return {};
    }

    const ledger::Needs& needs_;
    const SamplePeople& people_;
    ledger::ProgrammeId programme_;
};

}  // namespace

base::Result<void> make_sample_checks(const SampleNeeds& needs, const SamplePeople& people,
                                      ledger::ProgrammeId programme) {
    return CheckStory(needs, people, programme).tell();
}

}  // namespace app
