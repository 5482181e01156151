#include "app/sample_kinds.hpp"

#include "accounts/account_actions.hpp"
#include "accounts/grant_actions.hpp"
#include "accounts/post_actions.hpp"
#include "documents/document_set_actions.hpp"
#include "inspections/clue_actions.hpp"
#include "ledger/extension_actions.hpp"
#include "ledger/handover_actions.hpp"
#include "supervision/accountability_actions.hpp"
#include "supervision/interview_actions.hpp"

namespace app {
namespace {

using documents::DocumentKind;

struct ClueLine {
    std::string_view mark, source, person, matter, receiver;
    int days;  // from today
    bool handled;
};
constexpr ClueLine clues[]{
    {"云巡线〔2026〕1号", "巡察反馈移交", "某某", "违规出租国有门面，租金低于评估价。",
     "区纪委监委", -60, true},
    {"云巡线〔2026〕2号", "群众来信举报", "某某", "专项资金拨付中优亲厚友。", "区纪委监委", -40,
     false},
};

class KindsStory {
  public:
    KindsStory(const SampleNeeds& needs, const SamplePeople& people, ledger::ProgrammeId programme)
        : all_(needs), needs_(needs.plan.ledger), people_(people), programme_(programme) {}

    base::Result<void> tell() {
        if (auto done = ask_for_a_later_day(); !done) return done;
        if (auto done = hold_interview(); !done) return done;
        if (auto done = leave_post(); !done) return done;
        const auto cleared = clear("zhengqing");
        if (!cleared) return cleared.error();
        if (auto done = call_to_account(*cleared); !done) return done;
        for (const auto& line : clues)
            if (auto done = hand_over(*cleared, line); !done) return done;
        return keep_set();
    }

  private:
    const base::Actor& who(const std::string& account) const { return people_.actors.at(account); }
    base::UnitId unit(const std::string& name) const { return people_.units.at(name); }
    base::Date in_days(int days) const { return base::add_days(needs_.clock.today(), days); }

    /// For the next measure that is due, which the unit cannot finish in time; the office agrees.
    base::Result<void> ask_for_a_later_day() {
        ledger::LedgerQuery query;
        query.filter.programme = programme_;
        query.filter.due_from = in_days(1);
        query.filter.statuses = {std::string(name_of(ledger::MeasureStatus::under_way))};
        query.filter.sort = ledger::SortKey::due_on;
        const auto page = ledger::list_measure_page(needs_, who("liqiang"), query);
        if (!page) return page.error();
        for (const auto& row : page->rows) {
            if (row.problem.status != ledger::ProblemStatus::under_way) continue;
            const auto asked =
                ledger::ask_for_extension(needs_, who("liqiang"), {false, row.measure.id.uuid},
                                          {make_id<ledger::ExtensionId>(needs_),
                                           base::add_days(*row.measure.due_on, 45),
                                           "两宗合同涉诉，法院尚未判决，须待判决生效后处理。",
                                           {"郑建国", in_days(-1)}});
            if (!asked) return asked.error();
            const auto decided =
                ledger::decide_extension(needs_, who("wanglei"), {asked->id, asked->version}, true,
                                         "情况属实，同意延期；延期内按月报送进展。");
            if (!decided) return decided.error();
            return {};
        }
        return {};
    }

    base::Result<void> hold_interview() {
        supervision::Interview one;
        one.id = make_id<supervision::InterviewId>(needs_);
        one.programme = programme_;
        one.held_on = in_days(-3);
        one.begins_at = "15:00";
        one.place = "区委巡察办会议室";
        one.unit = unit("资产科");
        one.person = "吴志远";
        one.post = "科长";
        one.interviewers = "张静、吴凯";
        one.recorder = "王磊";
        one.cause = "资产处置整改被退回后没有及时补充材料";
        one.problem = "追缴租金没有入账凭证，整改成效缺少数据支撑。";
        one.answer = "对整改标准把握不严，接受批评，立即补办缴款手续。";
        one.requirement = "补齐非税收入缴款书和租金追缴明细表";
        one.due_on = in_days(12);
        const auto recorded = supervision::record_interview(needs_, who("zhangjing"), one);
        if (!recorded) return recorded.error();
        return {};
    }

    /// The head of a section moves on, and hands over what is not finished.
    base::Result<void> leave_post() {
        const auto section = unit("资产科");
        const auto posts = accounts::list_unit_posts(all_.accounts, section, needs_.clock.today(),
                                                     accounts::operator_actor());
        if (!posts) return posts.error();
        ledger::LeavePost leaving;
        leaving.post = posts->front().id;
        leaving.version = posts->front().version;
        leaving.until_on = in_days(-1);
        leaving.handover = make_id<ledger::HandoverId>(needs_);
        leaving.follower = {std::nullopt, "罗敏", in_days(0)};
        leaving.texts = {
            "两宗门面承租人拒不腾退，须在判决生效前与法院保持衔接；租金追缴台账由原经办人"
            "保管，应当面点交。",
            "云岭区委巡察办"};
        const auto left = ledger::leave_post(needs_, accounts::operator_actor(), leaving);
        if (!left) return left.error();
        return sign(leaving.handover);
    }

    /// The two of the section on paper, the supervising side in person.
    base::Result<void> sign(ledger::HandoverId id) {
        using ledger::HandoverPart;
        const std::string kept = "原件存财政局办公室";
        const std::pair<std::string, ledger::HandoverSigning> signatures[]{
            {"zhangjing", {HandoverPart::giver, true, in_days(0), kept}},
            {"zhangjing", {HandoverPart::taker, true, in_days(0), kept}},
            {"fenglei", {HandoverPart::witness, false, std::nullopt, ""}}};
        auto now = ledger::view_handover(needs_, who("zhangjing"), id);
        for (const auto& [account, signing] : signatures) {
            if (!now) return now.error();
            now = ledger::sign_handover(needs_, who(account), {id, now->handover.version}, signing);
        }
        if (!now) return now.error();
        return {};
    }

    /// Asks to let an account see clues and accountability; a second administrator has yet to
    /// agree. What the sample records is recorded as by somebody who may.
    base::Result<base::Actor> clear(const std::string& name) {
        const auto& needs = all_.accounts;
        const auto account = accounts::load_account_named(needs, name);
        if (!account) return account.error();
        const accounts::WantedChange wanted{
            accounts::PermissionChangeId::make(needs.clock.now(), needs.random),
            account->id,
            account->version,
            {account->role,
             {accounts::GrantedPart{}},
             {base::Guard::clues, base::Guard::accountability}},
            "样例数据：办理移交线索，登记追责问责"};
        const auto changed = accounts::ask_for_change(needs, wanted, accounts::operator_actor());
        if (!changed) return changed.error();
        auto actor = who(name);
        actor.scope.cleared = {base::Guard::clues, base::Guard::accountability};
        return actor;
    }

    base::Result<void> call_to_account(const base::Actor& cleared) {
        supervision::Accountability one;
        one.id = make_id<supervision::AccountabilityId>(needs_);
        one.programme = programme_;
        one.unit = unit("资产科");
        one.person = "吴志远";
        one.post = "科长";
        one.triggers = {supervision::Trigger::sent_back, supervision::Trigger::not_earnest};
        one.form = supervision::Form::reminding_talk;
        one.stage = 1;
        one.facts = "资产处置整改两次提交的材料缺少入账凭证，被退回后没有及时补正。";
        one.decided_by = "云岭区财政局党组";
        one.decided_on = in_days(-2);
        const auto recorded = supervision::record_accountability(needs_, cleared, one);
        if (!recorded) return recorded.error();
        return {};
    }

    base::Result<void> hand_over(const base::Actor& cleared, const ClueLine& line) {
        inspections::Clue clue;
        clue.id = make_id<inspections::ClueId>(needs_);
        clue.programme = programme_;
        clue.handing.unit = unit("云岭区财政局");
        clue.handing.mark = line.mark;
        clue.handing.source = line.source;
        clue.handing.person = line.person;
        clue.handing.matter = line.matter;
        clue.handing.receiver_name = line.receiver;
        clue.handing.handed_on = in_days(line.days);
        const auto recorded = inspections::record_clue(needs_, cleared, clue);
        if (!recorded) return recorded.error();
        if (!line.handled) return {};
        const inspections::Handling handling{"第二监督检查室",
                                             inspections::Way::preliminary,
                                             inspections::ClueResult::reminded,
                                             "对责任人提醒谈话，少收租金已追缴。",
                                             in_days(-12),
                                             in_days(-10)};
        const auto handled =
            inspections::handle_clue(needs_, cleared, {recorded->id, recorded->version}, handling);
        if (!handled) return handled.error();
        return {};
    }

    base::Result<void> keep_set() {
        documents::DocumentSet set;
        set.name = "月末一套";
        set.shared = true;
        set.choice.kinds = {DocumentKind::month_report,
                            DocumentKind::ledger_table,
                            DocumentKind::problem_list,
                            DocumentKind::task_list,
                            DocumentKind::responsibility_list,
                            DocumentKind::notice,
                            DocumentKind::minutes};
        const auto kept =
            documents::keep_document_set({{needs_, {}}}, who("zhangjing"), programme_, set);
        if (!kept) return kept.error();
        return {};
    }

    const SampleNeeds& all_;
    const ledger::Needs& needs_;
    const SamplePeople& people_;
    ledger::ProgrammeId programme_;
};

}  // namespace

base::Result<void> tell_sample_kinds(const SampleNeeds& needs, const SamplePeople& people,
                                     ledger::ProgrammeId programme) {
    return KindsStory(needs, people, programme).tell();
}

}  // namespace app
