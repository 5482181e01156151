// Communication with the inspection office: what is asked and who answers, in the program or from
// paper; who is told and who sees it; on both engines.
#include "life_meetings/consultation.hpp"

#include <gtest/gtest.h>

#include "base/test_contract.hpp"
#include "ledger/test_inbox.hpp"
#include "life_meetings/consultation_actions.hpp"
#include "life_meetings/consultation_json.hpp"
#include "life_meetings/test_visibility.hpp"

namespace life_meetings {
namespace {

using testing::code_of;
using testing::day;

TEST(ConsultationMessages, keep_to_the_contract) {
    ConsultationView view;
    view.standing.keeper = true;
    Consultation asked;
    asked.id = base::testing::golden_id<ConsultationId>("21");
    asked.number = 1;
    asked.held_on = day("2024-07-01");
    asked.words = "会议日期是否合适，请指示。";
    asked.person = "韩征";
    asked.entered_by = "张敏";
    auto told = asked;
    told.id = base::testing::golden_id<ConsultationId>("22");
    told.number = 2;
    told.kind = ConsultationKind::report;
    told.held_on = day("2024-07-02");
    told.words = "报告筹备情况。";
    told.answer = {"已阅，抓紧准备。", day("2024-07-03"), "冯磊", "张敏", {}};
    view.rows = {asked, told};
    base::Actor actor;
    actor.acts = {base::Act::read_names};
    const base::testing::Contract contract{"life_meetings"};
    contract.expect(to_json(view, ledger::Reader{actor, day("2024-07-05")}), "consultations");
}

class Consultations : public testing::OneLifeMeeting {
  protected:
    Consultation asked(ConsultationKind kind = ConsultationKind::ask) {
        Consultation one_of;
        one_of.id = one.ledger.here.make_id<ConsultationId>();
        one_of.kind = kind;
        one_of.held_on = needs.clock.today();
        one_of.words = "会议能否提前到七月上旬召开";
        one_of.person = "张敏";
        return one_of;
    }
    std::string enter(const Consultation& wanted) {
        return code_of(consult(needs, one.keeper, one.meeting, wanted));
    }
    std::vector<Consultation> rows() {
        return view_consultations(needs, one.keeper, one.meeting)->rows;
    }
    WantedAnswer said(const std::string& by = "") {
        return {"同意提前，按规定备案", needs.clock.today(), by};
    }
};
ZHENGGAI_ON_BOTH_ENGINES(Consultations);

TEST_P(Consultations, are_entered_by_the_keeper_and_answered_by_the_office_itself) {
    const auto one_of = asked();
    EXPECT_EQ(code_of(consult(needs, one.han_zheng, one.meeting, one_of)),
              "only_the_keeper_runs_life_meetings");
    ASSERT_EQ(enter(one_of), "accepted");
    ASSERT_EQ(enter(one_of), "accepted") << "sent again";
    auto other = one_of;
    other.words = "换了一件事来请示";
    EXPECT_EQ(enter(other), "same_id_other_content");
    ASSERT_EQ(rows().size(), 1u);
    EXPECT_TRUE(rows()[0].waits());
    EXPECT_EQ(rows()[0].number, 1);
    EXPECT_EQ(code_of(answer_consultation(needs, one.discipline, one_of.id, said())),
              "only_the_inspection_office_answers");
    ASSERT_EQ(code_of(answer_consultation(needs, one.inspection, one_of.id, said("别人"))),
              "accepted");
    const auto answer = *rows()[0].answer;
    EXPECT_EQ(answer.answered_by, one.inspection.name) << "by its own account, in its own name";
    EXPECT_EQ(answer.entered_by, "");
    EXPECT_FALSE(rows()[0].waits());
    EXPECT_EQ(code_of(answer_consultation(needs, one.keeper, one_of.id, said("冯磊"))),
              "consultation_is_answered");
    EXPECT_EQ(code_of(drop_consultation(needs, one.keeper, one_of.id)), "consultation_is_answered");
    one.ledger.expect_sound_journal();
}

TEST_P(Consultations, are_recorded_from_paper_with_the_name_of_whoever_answered) {
    const auto one_of = asked();
    ASSERT_EQ(enter(one_of), "accepted");
    EXPECT_EQ(code_of(answer_consultation(needs, one.keeper, one_of.id, said())),
              "said_by_missing");
    auto early = said("冯磊");
    early.answered_on = base::add_days(one_of.held_on, -1);
    EXPECT_EQ(code_of(answer_consultation(needs, one.keeper, one_of.id, early)),
              "answered_before_asked");
    auto late = said("冯磊");
    late.answered_on = base::add_days(one_of.held_on, 1);
    EXPECT_EQ(code_of(answer_consultation(needs, one.keeper, one_of.id, late)),
              "day_is_in_the_future");
    ASSERT_EQ(code_of(answer_consultation(needs, one.keeper, one_of.id, said("冯磊"))), "accepted");
    EXPECT_EQ(rows()[0].answer->answered_by, "冯磊");
    EXPECT_EQ(rows()[0].answer->entered_by, one.keeper.name);
}

TEST_P(Consultations, wait_only_where_something_was_asked) {
    for (const auto kind : consultation_kinds) ASSERT_EQ(enter(asked(kind)), "accepted");
    EXPECT_EQ(tally_of(rows()), (ConsultationTally{1, 1, 1, 1, 1}));
    ASSERT_EQ(code_of(drop_consultation(needs, one.keeper, rows()[0].id)), "accepted");
    EXPECT_EQ(tally_of(rows()).waiting, 0);
    EXPECT_EQ(
        code_of(drop_consultation(needs, one.keeper, one.ledger.here.make_id<ConsultationId>())),
        "consultation_unknown");
}

TEST_P(Consultations, ask_for_words_a_person_and_a_day_that_has_come) {
    auto one_of = asked();
    one_of.words = "短";
    one_of.person.clear();
    one_of.held_on = base::add_days(one_of.held_on, 1);
    const auto refused = consult(needs, one.keeper, one.meeting, one_of);
    ASSERT_EQ(code_of(refused), "reason_too_short");
    EXPECT_EQ(refused.error().also.size(), 2u);
    one.put_in_state(LifeState::cancelled);
    EXPECT_EQ(enter(asked()), "life_meeting_is_cancelled");
}

TEST_P(Consultations, tell_the_office_and_then_the_keeper_and_the_principal) {
    using accounts::Role;
    ledger::testing::TestInbox inbox{one.ledger};
    const base::Guards cleared{base::Guard::life_meeting};
    const auto office = inbox.granted("郑岩", Role::inspection_office, one.ledger.finance, cleared),
               keeper =
                   inbox.granted("孙洁", Role::rectification_office, one.ledger.finance, cleared),
               organisation = inbox.granted("钱岚", Role::organisation_department,
                                            one.ledger.finance, cleared);
    const auto one_of = asked();
    ASSERT_EQ(enter(one_of), "accepted");
    EXPECT_EQ(inbox.heard(office), "life_consulted 请示");
    ASSERT_EQ(code_of(answer_consultation(needs, office, one_of.id, said())), "accepted");
    EXPECT_EQ(inbox.heard(keeper), "life_answered 请示");
    EXPECT_EQ(inbox.heard(organisation), "") << "was not asked";
    EXPECT_EQ(
        one.ledger.number_in("SELECT count(*) FROM journal_payload WHERE payload LIKE '%提前%'"), 0)
        << "no word of it in the journal";
}

TEST_P(Consultations, are_seen_by_those_whom_the_manual_names) {
    const auto seen = testing::seen_by("向巡视巡察办的请示、报告和答复");
    for (const auto& [column, who] : testing::columns_of(one))
        EXPECT_EQ(code_of(view_consultations(needs, *who, one.meeting)) == "accepted",
                  seen.at(column))
            << column;
    EXPECT_EQ(code_of(view_consultations(needs, one.contact, one.meeting)), "accepted");
}

}  // namespace
}  // namespace life_meetings
