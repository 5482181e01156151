// Test support: a life meeting of the finance bureau of TestLedger, in 22 days, with seven in its
// team, somebody who sits in, a guide and two recorders, and everybody who has something to do with
// it or ought not to. Made for one test, used by one thread.
#pragma once

#include "accounts/account_store.hpp"
#include "accounts/person_store.hpp"
#include "ledger/test_ledger.hpp"
#include "life_meetings/planning_actions.hpp"

namespace life_meetings::testing {

using accounts::Role;
using ledger::testing::code_of;
using ledger::testing::day;
using ledger::testing::TestLedger;

struct TestLifeMeeting {
    explicit TestLifeMeeting(db::Database& database) : ledger(database) {}

    TestLedger ledger;
    const Needs& needs = ledger.needs;

    // Keepers are of the office and cleared; the third of the office is not.
    base::Actor keeper = cleared(ledger.zhang_min), second_keeper = cleared(ledger.wang_fang);
    base::Actor of_office = ledger.office("整改办刘洋");
    // The team, in the order of speaking.
    base::Actor han_zheng = of_bureau("韩征"), zhou_yuan = of_bureau("周远"),
                lin_xiao = of_bureau("林晓"), zhou_qiming = of_bureau("周启明"),
                he_xiulan = of_bureau("何秀兰"), zheng_jianguo = of_bureau("郑建国"),
                shen_mei = of_bureau("沈梅");
    base::Actor recorder = of_bureau("李强"), second_recorder = of_bureau("方晴");
    base::Actor sitting_in = of_bureau("陈刚"), guide = of_bureau("郑青");
    // 联系领导, with an account.
    base::Actor contact = of_bureau("梁志远");
    base::Actor inspection = superior("区委巡察办冯磊", Role::inspection_office),
                organisation = superior("区委组织部钱岚", Role::organisation_department),
                discipline = superior("区纪委监委郑清", Role::discipline_office);
    // Reads the ledger of the bureau, and has no part in the meeting.
    base::Actor outsider = of_bureau("吴小兵");

    LifeMeetingId meeting = begin();

    [[nodiscard]] static base::Actor cleared(base::Actor actor) {
        actor.scope.cleared = actor.scope.cleared | base::Guards{base::Guard::life_meeting};
        return actor;
    }
    base::Actor superior(const std::string& name, Role role) {
        return cleared(ledger.seated(ledger.office(name), role));
    }
    /// Somebody who is registered and has an account of the bureau.
    base::Actor of_bureau(const std::string& name) {
        auto actor = ledger.of_unit(name, ledger.finance);
        actor.person = ledger.here.make_id<base::PersonId>();
        const auto written = ledger.here.database.write([&](db::Transaction& transaction)
                                                            -> base::Result<void> {
            accounts::insert_person(transaction, {actor.person, name, ledger.finance, "", "", 1});
            return {};
        });
        EXPECT_TRUE(written);
        return actor;
    }

    /// With which somebody of the bureau hears of what concerns them.
    void give_account(const base::Actor& who) {
        const auto written =
            ledger.here.database.write([&](db::Transaction& transaction) -> base::Result<void> {
                accounts::Account account;
                account.id = who.id;
                account.name = who.id.text();
                account.person = who.person;
                accounts::insert_account(transaction, account);
                return {};
            });
        EXPECT_TRUE(written);
    }

    Participant taking_part(const base::Actor& who, Part part, const std::string& title) {
        Participant one;
        one.id = ledger.here.make_id<ParticipantId>();
        one.part = part;
        one.name = who.name;
        one.title = title;
        one.person = who.person;
        return one;
    }
    Plan plan() {
        Plan plan;
        auto& terms = plan.terms;
        terms.title = "巡察整改专题民主生活会";
        terms.theme = "对照巡察反馈意见，抓好整改落实";
        terms.basis = "区委巡察办〔2024〕3号通知";
        terms.focus = {"履行管党治党责任方面", "落实重大决策部署方面"};
        terms.held_on = day("2024-07-22");
        terms.begins_at = "09:00";
        terms.place = "局机关三楼会议室";
        terms.contact_leader = contact.name;
        terms.contact_person = contact.person;
        plan.participants = {taking_part(han_zheng, Part::principal, "党组书记、局长"),
                             taking_part(zhou_yuan, Part::member, "党组副书记"),
                             taking_part(lin_xiao, Part::member, "党组成员、副局长"),
                             taking_part(zhou_qiming, Part::member, "党组成员、副局长"),
                             taking_part(he_xiulan, Part::member, "党组成员、纪检组长"),
                             taking_part(zheng_jianguo, Part::member, "党组成员、总会计师"),
                             taking_part(shen_mei, Part::member, "党组成员"),
                             taking_part(sitting_in, Part::sits_in, "预算科科长"),
                             taking_part(guide, Part::guide, "区纪委监委室主任"),
                             taking_part(recorder, Part::recorder, "办公室"),
                             taking_part(second_recorder, Part::recorder, "人事科")};
        plan.duties = {{DutyKind::draft, "办公室"}, {DutyKind::record, "办公室、人事科"}};
        return plan;
    }
    LifeMeetingId begin() {
        const NewLifeMeeting wanted{ledger.here.make_id<LifeMeetingId>(), ledger.programme, plan()};
        EXPECT_EQ(code_of(begin_life_meeting(needs, keeper, wanted)), "accepted");
        return wanted.id;
    }
    [[nodiscard]] LifeMeetingView view(const base::Actor& who) const {
        return *view_life_meeting(needs, who, meeting);
    }
    /// As whom somebody takes part.
    [[nodiscard]] ParticipantId part_of(const base::Actor& who) const {
        return *view(who).standing.own;
    }
    [[nodiscard]] SeenMeeting seen() const { return {meeting, view(keeper).meeting.version}; }
    /// As the office would after approval and notice, without going through them.
    void put_in_state(LifeState state) {
        const auto written =
            ledger.here.database.write([&](db::Transaction& transaction) -> base::Result<void> {
                auto one = *find_life_meeting(transaction, meeting);
                one.state = state;
                ++one.version;
                return save_life_meeting(transaction, one);
            });
        EXPECT_TRUE(written);
    }
    /// Everybody, by what they are to the meeting, for tables of who sees what.
    [[nodiscard]] std::vector<std::pair<std::string, const base::Actor*>> everybody() const {
        return {{"主要负责人", &han_zheng}, {"其他成员", &zhou_yuan},  {"承办人", &keeper},
                {"记录人", &recorder},      {"列席", &sitting_in},     {"到会指导", &guide},
                {"联系领导", &contact},     {"上级机关", &inspection}, {"整改办其他人", &of_office},
                {"其他人", &outsider}};
    }
};

class OneLifeMeeting : public db::testing::OnBothEngines {
  protected:
    TestLifeMeeting one{database()};
    const Needs& needs = one.needs;
};

}  // namespace life_meetings::testing
