// A post is left: what is handed over, who signs it in which order, and whom the rows name
// afterwards.
#include <gtest/gtest.h>

#include "accounts/post_actions.hpp"
#include "ledger/handover_actions.hpp"
#include "ledger/handover_json.hpp"
#include "ledger/task_actions.hpp"
#include "ledger/test_ledger.hpp"
#include "notify/message_actions.hpp"

namespace ledger {
namespace {

using accounts::Role;
using testing::code_of;
using testing::day;

class Handovers : public testing::OneLedger {
  protected:
    /// Somebody with an account of this role in the unit, and the actor it makes.
    base::Actor person(const std::string& name, Role role, base::UnitId unit) {
        const auto opened = ledger.here.account(name, role, unit);
        auto account = opened.account;
        account.must_change_password = false;
        return accounts::actor_of(account);
    }
    accounts::Post appoint(const base::Actor& who, base::UnitId unit, const std::string& title,
                           bool head = false) {
        const accounts::NewPost wanted{ledger.here.make_id<accounts::PostId>(),
                                       who.person,
                                       "",
                                       unit,
                                       {title, head, day("2020-01-01"), {}}};
        return *accounts::appoint_to_post(ledger.here.needs, wanted, ledger.zhang_min);
    }
    static Responsibility named(const base::Actor& who, HolderRole role, base::UnitId unit) {
        return {{role, who.name, {}, who.person},
                {HolderRole::responsible_unit, "采购科", unit, {}}};
    }
    LeavePost leaving(const accounts::Post& post, std::optional<Follower> follower = {}) {
        return {post.id,
                post.version,
                day("2024-06-30"),
                ledger.here.make_id<HandoverId>(),
                std::move(follower),
                {"有一项措施涉诉", "区纪委监委、区委组织部"}};
    }
    /// The rows of the list as "P1 M2", for whoever asks.
    std::string list(HandoverId id, const base::Actor& who) {
        std::string rows;
        const auto page = list_handover_items(needs, who, id, {1, 100});
        for (const auto& item : page->rows)
            rows += (rows.empty() ? "" : " ") +
                    std::string(1, static_cast<char>(name_of(item.kind)[0] - 32)) +
                    std::to_string(item.row_number);
        return rows;
    }
    SeenHandover seen(HandoverId id) {
        return {id, view_handover(needs, ledger.zhang_min, id)->handover.version};
    }
    base::Result<HandoverView> sign(HandoverId id, HandoverPart part, const base::Actor& who) {
        return sign_handover(needs, who, seen(id), {part, false, {}, ""});
    }
    std::int64_t messages_of(const base::Actor& who) {
        return ledger.number_in(
            "SELECT count(*) FROM message m JOIN event e ON e.id = m.event_id"
            " WHERE e.subject_kind = 'handover' AND m.account_id = '" +
            who.id.text() + "'");
    }

    /// Somebody of the supervising side who was given the whole tree to see.
    base::Actor supervisor(const std::string& name) {
        auto who = person(name, Role::discipline_office, ledger.district);
        who.scope = base::Scope::everything();
        EXPECT_TRUE(needs.database.write([&](db::Transaction& transaction) -> base::Result<void> {
            transaction.execute("INSERT INTO account_scope VALUES ($1, 1, NULL, NULL)", {who.id});
            return {};
        }));
        return who;
    }

    base::Actor zhou = person("zhou", Role::principal, ledger.finance),
                he = person("he", Role::principal, ledger.finance), wang = supervisor("wang");
};
ZHENGGAI_ON_BOTH_ENGINES(Handovers);

TEST_P(Handovers, list_what_the_head_of_a_unit_leaves_and_nothing_that_is_done) {
    const auto open = ledger.add("采购管理不规范", ledger.held_by("采购科", ledger.procurement));
    ledger.add(open, "修订采购制度");
    const auto lasting = ledger.add(open, "长期抓好采购监督");
    const auto done = ledger.add("已经解决的问题", ledger.held_by("采购科", ledger.procurement));
    const auto measure = ledger.add(done, "已经落实的措施");
    ledger.claim(open.problem.id, ledger.li_qiang);
    ledger.finish(lasting.measure.id, ledger.li_qiang, MeasureStatus::long_term);
    ledger.claim(done.problem.id, ledger.li_qiang);
    ledger.finish(measure.measure.id, ledger.li_qiang);
    ledger.strike_off(done.problem.id, ledger.li_qiang);

    const auto left =
        leave_post(needs, ledger.zhang_min, leaving(appoint(zhou, ledger.finance, "局长", true)));
    ASSERT_TRUE(left) << left.error().code;
    EXPECT_EQ(left->items, 3);
    const auto id = *left->handover;
    EXPECT_EQ(list(id, ledger.zhang_min), "P1 M1 M2");
    EXPECT_EQ(list(id, zhou), "P1 M1 M2");
    const auto view = *view_handover(needs, ledger.zhang_min, id);
    EXPECT_EQ(view.handover.giver.name, "干部zhou");
    EXPECT_EQ(base::to_text(view.handover.due_on), "2024-07-26");  // 20 working days
    EXPECT_EQ(messages_of(zhou), 1);
    EXPECT_EQ(code_of(view_handover(needs, ledger.sun_li, id)), "handover_unknown");
    ledger.expect_sound_journal();
}

TEST_P(Handovers, are_signed_by_both_and_witnessed_before_the_rows_name_the_next) {
    const auto row =
        ledger.add("采购管理不规范", named(zhou, HolderRole::lead_leader, ledger.procurement));
    const auto measure =
        ledger.add(row, "修订采购制度", named(zhou, HolderRole::handler, ledger.procurement));
    const auto post = appoint(zhou, ledger.finance, "局长");
    const auto left = leave_post(needs, ledger.zhang_min,
                                 leaving(post, Follower{he.person, "", day("2024-06-30")}));
    ASSERT_TRUE(left) << left.error().code;
    const auto id = *left->handover;
    EXPECT_EQ(messages_of(he), 1);
    EXPECT_EQ(code_of(sign(id, HandoverPart::giver, he)), "only_who_leaves_signs_as_giver");
    EXPECT_EQ(code_of(sign(id, HandoverPart::witness, wang)), "both_sign_before_the_witness");
    ASSERT_TRUE(sign(id, HandoverPart::giver, zhou));
    ASSERT_TRUE(sign(id, HandoverPart::taker, he));
    EXPECT_EQ(messages_of(wang), 1);
    EXPECT_EQ(code_of(sign(id, HandoverPart::witness, ledger.zhang_min)),
              "nobody_witnesses_what_is_theirs");
    EXPECT_EQ(code_of(sign(id, HandoverPart::witness, zhou)), "only_reviewers_witness");
    EXPECT_EQ(ledger.problem(row.problem.id).responsibility[0].person, zhou.person);
    const auto done = sign(id, HandoverPart::witness, wang);
    ASSERT_TRUE(done) << done.error().code;
    EXPECT_EQ(done->handover.state, HandoverState::completed);
    EXPECT_EQ(done->handover.list_digest.size(), 64u);

    const auto after = ledger.problem(row.problem.id);
    EXPECT_EQ(after.responsibility[0].person, he.person);
    EXPECT_EQ(after.responsibility[0].name, "干部he");
    EXPECT_EQ(after.version, 2);
    EXPECT_EQ(ledger.measure(measure.measure.id).responsibility[0].person, he.person);
    const auto history = *history_of_problem(needs, ledger.zhang_min, row.problem.id);
    EXPECT_EQ(history.front().act, "hand_over");
    EXPECT_EQ(code_of(sign(id, HandoverPart::witness, wang)), "accepted");  // said twice
    ledger.expect_sound_journal();
}

TEST_P(Handovers, name_who_follows_in_tasks_that_are_not_over) {
    const auto task = [&](const char* text, std::optional<base::PersonId> whose) {
        const TaskDraft wanted{ledger.here.make_id<TaskId>(),
                               text,
                               ledger.finance,
                               whose,
                               whose ? zhou.name : std::string(),
                               {DeadlineKind::date, "2024年8月1日前", day("2024-08-01")}};
        return add_task(needs, ledger.zhang_min, ledger.programme, wanted)->id;
    };
    const auto own = task("起草方案", zhou.person), units = task("召开动员会", std::nullopt),
               dropped = task("不办了", zhou.person);
    ASSERT_TRUE(drop_task(needs, ledger.zhang_min, {dropped, 1}, "会议已经取消，不再办理"));
    auto wanted = leaving(appoint(zhou, ledger.finance, "局长", true),
                          Follower{he.person, "", day("2024-06-30")});
    wanted.until_on = day("2024-06-29");
    const auto left = leave_post(needs, ledger.zhang_min, wanted);
    ASSERT_TRUE(left) << left.error().code;
    const auto id = *left->handover;
    EXPECT_EQ(list(id, ledger.zhang_min), "T1 T2");
    EXPECT_EQ(list(id, zhou), "T1 T2");
    ASSERT_TRUE(sign(id, HandoverPart::giver, zhou));
    ASSERT_TRUE(sign(id, HandoverPart::taker, he));
    ASSERT_TRUE(sign(id, HandoverPart::witness, wang));
    const auto now = [&](TaskId one) { return view_task(needs, ledger.zhang_min, one)->person; };
    EXPECT_EQ(now(own), he.person);
    EXPECT_EQ(now(units), std::nullopt);
    EXPECT_EQ(now(dropped), zhou.person);
    ledger.expect_sound_journal();
}

TEST_P(Handovers, keep_with_the_giver_what_belongs_to_another_post) {
    const auto first = ledger.add("问题一", named(zhou, HolderRole::lead_leader, ledger.finance));
    const auto second = ledger.add("问题二", named(zhou, HolderRole::lead_leader, ledger.finance));
    const auto left = leave_post(
        needs, ledger.zhang_min,
        leaving(appoint(zhou, ledger.finance, "局长"), Follower{he.person, "", std::nullopt}));
    const auto id = *left->handover;
    ASSERT_TRUE(keep_item(needs, ledger.zhang_min, seen(id), 2, true));
    EXPECT_EQ(code_of(keep_item(needs, ledger.zhang_min, seen(id), 9, true)),
              "handover_item_unknown");
    ASSERT_TRUE(renew_list(needs, ledger.zhang_min, seen(id)));  // keeps what was kept
    ASSERT_TRUE(sign(id, HandoverPart::giver, zhou));
    EXPECT_EQ(code_of(keep_item(needs, ledger.zhang_min, seen(id), 1, true)), "handover_is_signed");
    EXPECT_EQ(code_of(renew_list(needs, ledger.zhang_min, seen(id))), "handover_is_signed");
    ASSERT_TRUE(sign(id, HandoverPart::taker, he));
    const HandoverSigning paper{HandoverPart::witness, true, day("2024-06-30"), "监交笔录第3号"};
    ASSERT_TRUE(sign_handover(needs, ledger.zhang_min, seen(id), paper));
    EXPECT_EQ(ledger.problem(first.problem.id).responsibility[0].person, he.person);
    EXPECT_EQ(ledger.problem(second.problem.id).responsibility[0].person, zhou.person);
}

TEST_P(Handovers, on_paper_are_registered_only_for_those_who_cannot_sign_here) {
    ledger.add("问题一", named(zhou, HolderRole::lead_leader, ledger.finance));
    const auto left =
        leave_post(needs, ledger.zhang_min, leaving(appoint(zhou, ledger.finance, "局长")));
    const auto id = *left->handover;
    const auto paper = [&](HandoverPart part, std::optional<base::Date> on, const char* note,
                           const base::Actor& who) {
        return code_of(sign_handover(needs, who, seen(id), {part, true, on, note}));
    };
    EXPECT_EQ(paper(HandoverPart::giver, day("2024-06-30"), "交接书原件", ledger.zhang_min),
              "who_has_an_account_signs_in_person");
    const Follower next{{}, "新来的", day("2024-06-30")};
    EXPECT_TRUE(view_handover(needs, ledger.zhang_min, id)->on_paper.empty());
    EXPECT_EQ(paper(HandoverPart::taker, day("2024-06-30"), "原件", ledger.zhang_min),
              "taker_is_not_named");
    ASSERT_TRUE(name_follower(needs, ledger.zhang_min, seen(id), next));
    EXPECT_EQ(view_handover(needs, ledger.zhang_min, id)->on_paper,
              std::vector{HandoverPart::taker});
    EXPECT_EQ(paper(HandoverPart::taker, day("2024-06-30"), "原件", zhou),
              "only_the_office_registers_paper");
    EXPECT_EQ(paper(HandoverPart::taker, day("2024-06-30"), "", ledger.zhang_min),
              "paper_needs_a_note");
    EXPECT_EQ(paper(HandoverPart::taker, day("2024-07-01"), "原件", ledger.zhang_min),
              "paper_needs_a_day");
    EXPECT_EQ(paper(HandoverPart::taker, day("2024-06-29"), "原件", ledger.zhang_min), "accepted");
    EXPECT_EQ(code_of(name_follower(needs, ledger.zhang_min, seen(id), next)), "taker_has_signed");
}

TEST_P(Handovers, of_a_post_left_by_mistake_are_taken_back_and_the_post_is_held_again) {
    ledger.add("问题一", named(zhou, HolderRole::lead_leader, ledger.finance));
    const auto post = appoint(zhou, ledger.finance, "局长", true);
    const auto id = *leave_post(needs, ledger.zhang_min, leaving(post))->handover;
    EXPECT_EQ(code_of(take_back_handover(needs, zhou, seen(id))),
              "only_the_office_keeps_handovers");
    ASSERT_TRUE(take_back_handover(needs, ledger.zhang_min, seen(id)));
    const auto posts =
        *accounts::list_unit_posts(ledger.here.needs, ledger.finance, {}, ledger.zhang_min);
    ASSERT_EQ(posts.size(), 1u);
    EXPECT_TRUE(posts[0].is_held());
    EXPECT_EQ(code_of(sign(id, HandoverPart::giver, zhou)), "handover_is_over");
    auto again = leaving(posts[0]);
    EXPECT_TRUE(leave_post(needs, ledger.zhang_min, again));
}

TEST_P(Handovers, are_not_opened_where_nothing_is_left_undone) {
    const auto post = appoint(zhou, ledger.finance, "调研员");
    const auto left = leave_post(needs, ledger.zhang_min,
                                 leaving(post, Follower{he.person, "", day("2024-06-30")}));
    ASSERT_TRUE(left);
    EXPECT_FALSE(left->handover);
    const auto posts = *accounts::list_unit_posts(ledger.here.needs, ledger.finance,
                                                  day("2024-06-30"), ledger.zhang_min);
    EXPECT_EQ(posts.size(), 2u);
    EXPECT_EQ(code_of(leave_post(needs, ledger.zhang_min, leaving(left->post))), "accepted");
    auto other_day = leaving(left->post);
    other_day.until_on = day("2024-06-01");
    EXPECT_EQ(code_of(leave_post(needs, ledger.zhang_min, other_day)), "post_has_ended");
}

TEST_P(Handovers, show_nobody_a_row_they_may_not_see) {
    const auto row = ledger.add("线索问题", ledger.held_by("采购科", ledger.procurement));
    ledger.add("普通问题", ledger.held_by("采购科", ledger.procurement));
    const auto id =
        *leave_post(needs, ledger.zhang_min, leaving(appoint(zhou, ledger.finance, "局长", true)))
             ->handover;
    auto cleared = ledger.zhang_min;
    cleared.scope.cleared = {base::Guard::clues};
    ASSERT_TRUE(guard_problem(needs, cleared, ledger.seen(row.problem.id), {base::Guard::clues}));
    EXPECT_EQ(list(id, wang), "P2");
    EXPECT_EQ(list(id, zhou), "P2");
    EXPECT_EQ(list(id, cleared), "P1 P2");
    EXPECT_EQ(list_handover_items(needs, wang, id, {1, 100})->total, 1);
    EXPECT_EQ(code_of(list_handover_items(needs, ledger.sun_li, id, {1, 100})), "handover_unknown");
}

TEST_P(Handovers, wait_for_exactly_those_whose_turn_it_is) {
    ledger.add("问题一", named(zhou, HolderRole::lead_leader, ledger.finance));
    const auto id = *leave_post(needs, ledger.zhang_min,
                                leaving(appoint(zhou, ledger.finance, "局长"),
                                        Follower{he.person, "", std::nullopt}))
                         ->handover;
    const std::vector<base::Actor> all{zhou, he, wang, ledger.zhang_min, ledger.sun_li};
    const auto waiting_for = [&] {
        std::string names;
        for (const auto& who : all) {
            const auto page = list_handover_page(needs, who, {{}, true, {1, 50}});
            const auto view = view_handover(needs, who, id);
            // The database and the rule say the same.
            EXPECT_EQ(page.total == 1, view && view->to_sign.has_value()) << who.name;
            if (page.total == 1) names += who.name + " ";
        }
        return names;
    };
    EXPECT_EQ(waiting_for(), "干部zhou 干部he ");
    ASSERT_TRUE(sign(id, HandoverPart::taker, he));
    EXPECT_EQ(waiting_for(), "干部zhou ");
    ASSERT_TRUE(sign(id, HandoverPart::giver, zhou));
    EXPECT_EQ(waiting_for(), "干部wang ");
    ASSERT_TRUE(sign(id, HandoverPart::witness, wang));
    EXPECT_EQ(waiting_for(), "");
    EXPECT_EQ(list_handover_page(needs, zhou, {HandoverState::completed, false, {1, 50}}).total, 1);
}

TEST_P(Handovers, with_a_list_that_was_changed_behind_the_program_are_not_signed) {
    ledger.add("问题一", named(zhou, HolderRole::lead_leader, ledger.finance));
    const auto id = *leave_post(needs, ledger.zhang_min,
                                leaving(appoint(zhou, ledger.finance, "局长"),
                                        Follower{he.person, "", std::nullopt}))
                         ->handover;
    ASSERT_TRUE(sign(id, HandoverPart::giver, zhou));
    ASSERT_TRUE(needs.database.write([](db::Transaction& transaction) -> base::Result<void> {
        transaction.execute("UPDATE handover_item SET text = '别的事'");
        return {};
    }));
    EXPECT_EQ(code_of(sign(id, HandoverPart::taker, he)), "handover_list_was_changed");
    EXPECT_EQ(code_of(sign_handover(needs, he, {id, 1}, {HandoverPart::taker, false, {}, ""})),
              "somebody_else_changed_it");
}

}  // namespace
}  // namespace ledger
