// Interviews on both engines: what a record must say, who may see it, that what is asked becomes a
// task, and that one is revoked and never changed; and its messages and endpoints.
#include <gtest/gtest.h>

#include "base/test_contract.hpp"
#include "ledger/task_store.hpp"
#include "ledger/test_ledger.hpp"
#include "supervision/interview_json.hpp"
#include "supervision/supervision_routes.hpp"

namespace supervision {
namespace {

using ledger::testing::code_of;
using ledger::testing::day;
using ledger::testing::TestLedger;

Interview plain() {
    Interview one;
    one.held_on = day("2024-06-28");
    one.begins_at = "09:30";
    one.place = "区纪委谈话室";
    one.person = "钱立";
    one.post = "科长";
    one.interviewers = "张敏、王芳";
    one.recorder = "赵平";
    one.cause = "采购制度逾期两个月没有修订";
    one.problem = "整改推进不力，两次被退回";
    one.answer = "对制度修订抓得不紧，接受批评";
    one.requirement = "七月底前完成修订并印发";
    one.due_on = day("2024-07-31");
    return one;
}

TEST(InterviewRules, say_what_a_record_must_hold) {
    const auto today = day("2024-06-30");
    const auto refused = [&](auto change) {
        auto one = plain();
        change(one);
        return code_of(check(one, today));
    };
    EXPECT_EQ(refused([](auto&) {}), "accepted");
    EXPECT_EQ(refused([](auto& one) { one.held_on = day("2024-07-01"); }), "held_in_the_future");
    for (const auto* wrong : {"", "9:30", "24:00", "09:60", "09-30"})
        EXPECT_EQ(refused([&](auto& one) { one.begins_at = wrong; }), "begins_at_is_no_time")
            << wrong;
    EXPECT_EQ(refused([](auto& one) { one.person.clear(); }), "interviewee_missing");
    EXPECT_EQ(refused([](auto& one) { one.interviewers.clear(); }), "interviewers_missing");
    EXPECT_EQ(refused([](auto& one) { one.recorder.clear(); }), "interview_recorder_missing");
    EXPECT_EQ(refused([](auto& one) { one.cause = "逾期"; }), "interview_says_nothing");
    EXPECT_EQ(refused([](auto& one) { one.problem = "慢"; }), "interview_says_nothing");
    EXPECT_EQ(refused([](auto& one) { one.answer = "是"; }), "interview_says_nothing");
    EXPECT_EQ(refused([](auto& one) { one.due_on.reset(); }), "requirement_needs_a_day");
    EXPECT_EQ(refused([](auto& one) { one.due_on = day("2024-06-27"); }),
              "requirement_day_is_over");
    EXPECT_EQ(refused([](auto& one) { one.is_signed = false; }), "unsigned_needs_a_reason");
    EXPECT_EQ(refused([](auto& one) {
                  one.requirement.clear();
                  one.due_on.reset();
                  one.is_signed = false;
                  one.unsigned_reason = "本人拒签";
              }),
              "accepted");
}

class Interviewing : public ledger::testing::OneLedger {
  protected:
    Interview wanted() {
        auto one = plain();
        one.id = ledger.here.make_id<InterviewId>();
        one.programme = ledger.programme;
        one.unit = ledger.procurement;
        return one;
    }
    InterviewPage list(const base::Actor& who) {
        return *list_interview_page(needs, who, ledger.programme, {});
    }
    base::Actor checker = [this] {
        auto actor = ledger.of_unit("督查组吴青", ledger.audit);
        return TestLedger::seated(actor, accounts::Role::supervision_team);
    }();
};
ZHENGGAI_ON_BOTH_ENGINES(Interviewing);

TEST_P(Interviewing, is_numbered_and_gives_the_unit_a_task_of_what_is_asked) {
    const auto one = wanted();
    const auto made = record_interview(needs, ledger.zhang_min, one);
    ASSERT_EQ(code_of(made), "accepted");
    EXPECT_EQ(made->number, 1);
    EXPECT_EQ(made->unit_name, "采购科");
    ASSERT_TRUE(made->task);
    const auto task = database().read([&](db::Transaction& transaction) {
        return ledger::find_task(transaction, *made->task, ledger.zhang_min.scope);
    });
    ASSERT_TRUE(task);
    EXPECT_EQ(task->text, one.requirement);
    EXPECT_EQ(task->due_on, day("2024-07-31"));
    EXPECT_EQ(task->unit_name, "采购科");
    EXPECT_EQ(record_interview(needs, ledger.zhang_min, one)->number, 1) << "sent twice";
    auto other = one;
    other.person = "赵平";
    EXPECT_EQ(code_of(record_interview(needs, ledger.zhang_min, other)), "same_id_other_content");
    EXPECT_EQ(ledger.number_in("SELECT count(*) FROM task"), 1);
    const auto second = record_interview(needs, checker, wanted());
    ASSERT_EQ(code_of(second), "accepted");
    EXPECT_EQ(second->number, 2);
    EXPECT_FALSE(second->task) << "only the office gives tasks";
    EXPECT_EQ(list(checker).rows.at(0), *second);
    ledger.expect_sound_journal();
}

TEST_P(Interviewing, is_seen_by_those_who_review) {
    ASSERT_EQ(code_of(record_interview(needs, checker, wanted())), "accepted");
    EXPECT_EQ(code_of(list_interview_page(needs, ledger.li_qiang, ledger.programme, {})),
              "only_reviewers_hold_interviews");
    EXPECT_EQ(code_of(record_interview(needs, ledger.li_qiang, wanted())),
              "only_reviewers_hold_interviews");
    auto elsewhere = checker;
    elsewhere.scope = ledger.sun_li.scope;
    EXPECT_NE(code_of(record_interview(needs, elsewhere, wanted())), "accepted");
    auto unknown = wanted();
    unknown.unit = ledger.here.make_id<base::UnitId>();
    EXPECT_EQ(code_of(record_interview(needs, checker, unknown)), "unit_unknown");
}

TEST_P(Interviewing, is_revoked_with_a_reason_and_stays_on_record) {
    const auto one = *record_interview(needs, checker, wanted());
    const auto revoke_it = [&](std::int64_t version, std::string_view reason) {
        return code_of(revoke_interview(needs, checker, one.id, version, reason));
    };
    EXPECT_EQ(revoke_it(1, "误"), "reason_too_short");
    EXPECT_EQ(revoke_it(7, "登记成了另一人"), "somebody_else_changed_it");
    EXPECT_EQ(revoke_it(1, "登记成了另一人"), "accepted");
    EXPECT_EQ(revoke_it(2, "登记成了另一人"), "accepted") << "said twice";
    EXPECT_EQ(revoke_it(2, "还有别的理由要补充"), "interview_is_revoked");
    EXPECT_EQ(list(checker).rows.at(0).revoked->reason, "登记成了另一人");
    EXPECT_EQ(record_interview(needs, checker, wanted())->number, 2);
}

TEST_P(Interviewing, has_endpoints_for_those_who_review) {
    const base::Actor* asking = &checker;
    http::Router router{routes(needs),
                        [&](const http::Request&) -> base::Result<std::optional<base::Actor>> {
                            return std::optional(*asking);
                        }};
    const auto send = [&](http::Method method, const std::string& path, const std::string& body) {
        http::Request request;
        request.method = method;
        request.path = path;
        request.body = body;
        return router.dispatch(request).status;
    };
    const auto path = "/api/v1/programmes/" + ledger.programme.text() + "/interviews";
    const base::testing::Contract contract{"supervision"};
    auto body = contract.golden("new_interview");
    const std::string golden_unit = "01900000-0000-7000-8000-0000000000c2";
    body.replace(body.find(golden_unit), golden_unit.size(), ledger.procurement.text());
    EXPECT_EQ(send(http::Method::post, path, body), 201);
    EXPECT_EQ(send(http::Method::get, path, ""), 200);
    EXPECT_EQ(send(http::Method::put,
                   "/api/v1/interviews/01900000-0000-7000-8000-0000000000a7/revocation",
                   R"({"version":1,"reason":"登记成了另一人"})"),
              200);
    asking = &ledger.li_qiang;
    EXPECT_EQ(send(http::Method::get, path, ""), 403);
    EXPECT_EQ(send(http::Method::post, path, body), 403);
}

TEST(InterviewMessages, are_those_of_the_contract) {
    const base::testing::Contract contract{"supervision"};
    const auto read = read_new_interview(contract.golden("new_interview"));
    ASSERT_EQ(code_of(read), "accepted");
    auto one = plain();
    one.id = base::testing::golden_id<InterviewId>("a7");
    one.unit = base::testing::golden_id<base::UnitId>("c2");
    EXPECT_EQ(*read, one);
    one.number = 3;
    one.unit_name = "采购科";
    one.recorded_by = "张敏";
    one.recorded_at = base::Instant{1'719'735'300'000};
    base::Actor office;
    office.acts = accounts::acts_of(accounts::Role::rectification_office);
    contract.expect(to_json(InterviewPage{{one}, 1}, {1, 50}, {office, day("2024-06-30")}),
                    "interview_page");
}

}  // namespace
}  // namespace supervision
