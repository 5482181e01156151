#include "app/sample_bodies.hpp"

#include "bodies/body_actions.hpp"

namespace app {
namespace {

using bodies::BodyKind;
using bodies::BodyTerms;
using bodies::Member;
using bodies::MemberRole;

struct MemberLine {
    MemberRole role;
    std::string_view name, post, duties;
};

class BodyStory {
  public:
    BodyStory(const SampleNeeds& needs, const SamplePeople& people, ledger::ProgrammeId programme)
        : needs_(needs), people_(people), programme_(programme) {}

    base::Result<void> tell() {
        for (const auto& terms : {leading_group(), office(), supervision_team()}) {
            const auto id = make_id<bodies::BodyId>(needs_.plan.ledger);
            const auto added = bodies::add_body(needs_.plan.ledger, people_.actors.at("zhangjing"),
                                                {id, programme_, terms});
            if (!added) return added.error();
        }
        return {};
    }

  private:
    bodies::UnitRef unit(const std::string& name) const { return {people_.units.at(name), name}; }
    base::Date days_ago(int days) const {
        return base::add_days(needs_.accounts.clock.today(), -days);
    }
    static Member member(const MemberLine& line) {
        Member one;
        one.role = line.role;
        one.name = line.name;
        one.post = line.post;
        one.duties = line.duties;
        return one;
    }
    BodyTerms begun(BodyKind kind, const std::string& name) const {
        BodyTerms terms;
        terms.kind = kind;
        terms.name = name;
        terms.unit = unit("云岭区财政局");
        terms.formed_on = days_ago(60);
        return terms;
    }

    BodyTerms leading_group() const {
        auto terms = begun(BodyKind::leading_group, "财政局党组巡察整改工作领导小组");
        terms.duties =
            "统一领导局党组巡察整改工作，研究确定整改方案。\n协调解决整改中的重大问题，督促各责任科"
            "室落实。\n"
            "审定销号申请，评估整改成效。";
        terms.members = {
            member({MemberRole::head, "韩征", "党组书记、局长", "负总责，履行第一责任人职责。"}),
            member({MemberRole::deputy, "周启明", "党组副书记、副局长", "负责日常统筹。"}),
            member({MemberRole::member, "林晓", "党组成员、副局长", ""}),
            member({MemberRole::member, "郑建国", "党组成员、副局长", ""}),
            member({MemberRole::member, "何秀兰", "党组成员、纪检监察组组长", "负责监督检查。"}),
            member({MemberRole::sits_in, "钱岚", "区委组织部", "组织部门列席指导。"})};
        terms.members[2].portfolio = {unit("预算科"), unit("国库科")};
        terms.members[3].portfolio = {unit("资产科")};
        terms.members[3].until_on = days_ago(15);
        return terms;
    }

    BodyTerms office() const {
        auto terms = begun(BodyKind::office, "整改工作领导小组办公室");
        terms.unit = unit("办公室");
        terms.duties = "承担领导小组日常工作，联系巡察组和巡察办，汇总报送材料。";
        terms.members = {member({MemberRole::head, "周启明", "党组副书记、副局长", ""}),
                         member({MemberRole::member, "李强", "巡察整改联络员", "管理台账。"}),
                         member({MemberRole::recorder, "陈刚", "预算科科长", "会议记录。"})};
        Member support;
        support.role = MemberRole::support;
        support.unit = unit("机关党委");
        support.duties = "会务保障。";
        terms.members.push_back(support);
        return terms;
    }

    BodyTerms supervision_team() const {
        auto terms = begun(BodyKind::supervision_team, "整改督查组");
        terms.duties = "跟踪督查整改进度和完成情况，对落实不力的提出追责建议。";
        terms.members = {member({MemberRole::head, "何秀兰", "党组成员、纪检监察组组长", ""})};
        return terms;
    }

    const SampleNeeds& needs_;
    const SamplePeople& people_;
    ledger::ProgrammeId programme_;
};

}  // namespace

base::Result<void> set_up_sample_bodies(const SampleNeeds& needs, const SamplePeople& people,
                                        ledger::ProgrammeId programme) {
    return BodyStory(needs, people, programme).tell();
}

}  // namespace app
