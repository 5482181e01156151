// The review of an application for strike-off: what a chain may be, and how one problem goes
// through it, by the rules and by the actions with accounts that sign.
#include "ledger/review.hpp"

#include "accounts/account_actions.hpp"
#include "accounts/grant_actions.hpp"
#include "ledger/programme_actions.hpp"
#include "ledger/test_ledger.hpp"
#include "ledger/waiting_actions.hpp"

namespace ledger {
namespace {

using testing::code_of;
using testing::day;
using testing::TestLedger;

const base::Date today = day("2024-06-30");
const ReviewChain five_hands{
    {"责任领导审核", {Seat::responsible_leader}, Quorum::all},
    {"牵头领导审核", {Seat::lead_leader}, Quorum::all},
    {"整改办审核", {Seat::rectification_office}, Quorum::all},
    {"监督方会签",
     {Seat::discipline_office, Seat::organisation_department, Seat::inspection_office},
     Quorum::all}};

std::string faults_of(const ReviewChain& chain) {
    const auto checked = check(chain);
    if (checked) return "";
    auto text = checked.error().field + ":" + checked.error().code;
    for (const auto& other : checked.error().also) text += " " + other.field + ":" + other.code;
    return text;
}

base::Actor sitting(std::uint8_t number, Seat seat) {
    base::Actor actor;
    actor.id.uuid.bytes[15] = actor.person.uuid.bytes[15] = number;
    actor.name = "第" + std::to_string(number) + "人";
    actor.acts = {base::Act::read_ledger, base::Act::sign};
    actor.seat = seat;
    return actor;
}

/// "1open 2waiting …": the stages' states as they stand.
std::string text_of(const Review& review) {
    std::string text;
    for (const auto& signing : standing(review))
        text += (text.empty() ? "" : " ") + std::to_string(signing.stage + 1) +
                std::string(name_of(signing.state));
    return text;
}

TEST(ReviewChain, is_sound_by_default_and_after_being_stored) {
    EXPECT_EQ(faults_of(default_chain()), "");
    EXPECT_EQ(faults_of(five_hands), "");
    EXPECT_EQ(decode_chain(encode(five_hands)), five_hands);
    EXPECT_TRUE(decode_chain("").empty());
    EXPECT_TRUE(decode_chain("all\tnobody\t无人\nrubbish").empty());
    EXPECT_EQ(words_of({{"会签", {Seat::lead_leader, Seat::discipline_office}, Quorum::any}}),
              "会签（牵头领导或纪检监察机关）");
}

TEST(ReviewChain, says_all_that_is_wrong_with_it_and_where) {
    EXPECT_EQ(faults_of({}), "stages:chain_is_empty");
    EXPECT_EQ(faults_of({{"", {}, Quorum::all},
                         {"审核", {Seat::lead_leader}, Quorum::all},
                         {"审核", {Seat::lead_leader}, Quorum::all}}),
              "stages[0].name:stage_has_no_name stages[0].seats:stage_has_no_seat "
              "stages[2].name:stage_is_named_twice stages[2].seats:seat_stands_twice "
              "stages:chain_stays_in_the_unit");
    EXPECT_EQ(faults_of({{std::string(63, 'x'), {Seat::inspection_office}, Quorum::all}}),
              "stages[0].name:stage_name_is_too_long");
    EXPECT_EQ(
        faults_of(ReviewChain(9, {"同", {Seat::inspection_office}, Quorum::all})).substr(0, 24),
        "stages:chain_is_too_long");
}

TEST(Review, goes_from_stage_to_stage_and_signs_in_parallel_within_one) {
    auto review = start(five_hands, {});
    EXPECT_EQ(text_of(review), "1open 2waiting 3waiting 4waiting 4waiting 4waiting");
    const auto leader = sitting(1, Seat::responsible_leader), lead = sitting(2, Seat::lead_leader),
               office = sitting(3, Seat::rectification_office),
               discipline = sitting(4, Seat::discipline_office),
               organisation = sitting(5, Seat::organisation_department),
               inspection = sitting(6, Seat::inspection_office);
    EXPECT_EQ(why_not_sign(review, lead, today)->code, "review_is_elsewhere");
    EXPECT_EQ(why_not_sign(review, lead, today)->args[0].second, "责任领导审核");
    review = agreed(review, leader, "同意", {});
    EXPECT_EQ(why_not_sign(review, leader, today)->code, "one_person_signs_once");
    review = agreed(agreed(review, lead, "", {}), office, "", {});
    EXPECT_EQ(text_of(review), "1agreed 2agreed 3agreed 4open 4open 4open");
    review = agreed(agreed(review, inspection, "", {}), discipline, "", {});
    EXPECT_FALSE(is_complete(review));
    review = agreed(review, organisation, "", {});
    EXPECT_TRUE(is_complete(review));
}

TEST(Review, needs_one_yes_only_where_any_is_enough_but_everybody_who_was_asked_by_name) {
    const ReviewChain any{
        {"会签", {Seat::discipline_office, Seat::inspection_office}, Quorum::any}};
    const auto discipline = sitting(4, Seat::discipline_office),
               expert = sitting(9, Seat::lead_leader);
    EXPECT_EQ(text_of(agreed(start(any, {}), discipline, "", {})), "1agreed 1not_needed");
    const auto more = asked(start(any, {}), {expert.id, expert.name}, discipline);
    ASSERT_TRUE(more);
    EXPECT_TRUE(is_asked(*more, expert));
    EXPECT_EQ(asked(*more, {expert.id, expert.name}, discipline).error().code,
              "signer_is_asked_already");
    const auto first = agreed(*more, discipline, "", {});
    EXPECT_EQ(text_of(first), "1agreed 1open 1open");
    EXPECT_EQ(asked(first, {discipline.id, "某人"}, expert).error().code, "signer_has_signed");
    EXPECT_TRUE(is_complete(agreed(first, expert, "", {})));
}

TEST(Review, asks_the_leader_whom_the_problem_names) {
    const auto named = sitting(1, Seat::lead_leader), other = sitting(2, Seat::lead_leader);
    const auto review = start({{"牵头", {Seat::lead_leader}, Quorum::all}},
                              {{Seat::lead_leader, named.person, "第1人"}});
    EXPECT_EQ(why_not_sign(review, other, today)->code, "review_is_elsewhere");
    EXPECT_FALSE(why_not_sign(review, named, today));
    EXPECT_EQ(review[0].named, "第1人");
}

TEST(Review, goes_back_to_an_earlier_stage_and_keeps_what_was_said) {
    const auto leader = sitting(1, Seat::responsible_leader), lead = sitting(2, Seat::lead_leader),
               office = sitting(3, Seat::rectification_office);
    auto review = agreed(agreed(start(five_hands, {}), leader, "一", {}), lead, "二", {});
    review = returned(review, office, 0, "材料前后矛盾", {});
    EXPECT_EQ(text_of(review), "1open 2waiting 3waiting 4waiting 4waiting 4waiting");
    EXPECT_EQ(review[0].state, SigningState::superseded);
    EXPECT_EQ(review[0].opinion, "一");
    EXPECT_EQ(review[2].state, SigningState::returned);
    EXPECT_EQ(review[2].opinion, "材料前后矛盾");
    EXPECT_FALSE(why_not_sign(review, leader, today)) << "a yes that no longer counts";
    review = agreed(agreed(agreed(review, leader, "", {}), lead, "", {}), office, "", {});
    EXPECT_EQ(text_of(review), "1agreed 2agreed 3agreed 4open 4open 4open");
    EXPECT_EQ(standing(review)[0].round, 2);
    EXPECT_EQ(open_stage(returned(review, sitting(4, Seat::discipline_office), {}, "不实", {})),
              std::nullopt);
}

TEST(Review, lies_on_one_desk_until_it_is_released_or_left_lying) {
    const auto wang = sitting(1, Seat::rectification_office),
               zhang = sitting(2, Seat::rectification_office);
    auto keeper = sitting(3, Seat::rectification_office);
    keeper.acts = keeper.acts | base::Acts{base::Act::edit_ledger};
    const auto review = taken(start(default_chain(), {}), wang, today);
    EXPECT_EQ(why_not_sign(review, zhang, today)->code, "review_is_taken");
    EXPECT_EQ(why_not_sign(review, zhang, today)->args[1].second, "2024-07-02");
    EXPECT_EQ(why_not_take(review, wang, today)->code, "review_is_yours_already");
    EXPECT_FALSE(why_not_sign(review, wang, today));
    EXPECT_FALSE(why_not_sign(review, sitting(4, Seat::discipline_office), today))
        << "another seat";
    EXPECT_TRUE(why_not_sign(review, zhang, base::add_days(today, 2)));
    EXPECT_FALSE(why_not_sign(review, zhang, base::add_days(today, 3)));
    EXPECT_EQ(why_not_release(review, zhang)->code, "review_is_not_taken");
    EXPECT_FALSE(why_not_release(review, keeper));
    EXPECT_FALSE(why_not_sign(released(review, wang), zhang, today));
}

// ---- Through the actions, with accounts that sign

class Reviews : public testing::OneLedger {
  protected:
    base::Actor leader = account("linxiao", accounts::Role::responsible_leader),
                lead = account("zhouyuan", accounts::Role::lead_leader),
                other_lead = account("helan", accounts::Role::lead_leader),
                office = account("wanglei", accounts::Role::rectification_office),
                discipline = account("zhengqing", accounts::Role::discipline_office),
                organisation = account("qianlan", accounts::Role::organisation_department),
                inspection = account("fenglei", accounts::Role::inspection_office);

    /// An account at work; who sees nothing by the role is given everything to see.
    base::Actor account(const std::string& name, accounts::Role role) {
        auto& here = ledger.here;
        const auto opened = here.account(name, role, ledger.finance);
        here.working_session(opened);
        if (accounts::sight_of(role) == accounts::Sight::nothing) {
            const auto before = accounts::load_account_named(here.needs, name);
            const accounts::WantedChange wanted{here.make_id<accounts::PermissionChangeId>(),
                                                before->id,
                                                before->version,
                                                {role, {accounts::GrantedPart{}}, {}, {}},
                                                "查看全部"};
            EXPECT_TRUE(ask_for_change(here.needs, wanted, accounts::operator_actor()));
        }
        return accounts::actor_of(*accounts::load_account_named(here.needs, name));
    }
    void set_chain(const ReviewChain& chain) {
        const auto version =
            view_programme(needs, ledger.zhang_min, ledger.programme)->programme.version;
        ASSERT_TRUE(change_programme(needs, ledger.zhang_min, ledger.programme, version,
                                     {.review_chain = chain}));
    }
    /// A problem whose one measure is done, held also by a lead leader.
    ProblemId finished(const Responsibility& held) {
        const auto row = ledger.add("采购管理不规范", held);
        const auto measure = ledger.add(row, "修订采购制度");
        ledger.claim(row.problem.id, ledger.zhou_guifang);
        ledger.finish(measure.measure.id, ledger.zhou_guifang);
        return row.problem.id;
    }
    Responsibility held_with_leader() const {
        auto held = TestLedger::held_by("采购科", ledger.procurement);
        held.push_back({HolderRole::lead_leader, "周远", std::nullopt, lead.person});
        return held;
    }
    std::string sign(ProblemId id, const base::Actor& who) {
        return code_of(strike_off_problem(needs, who, ledger.seen(id), "同意销号"));
    }
    std::string stage(ProblemId id) {
        const auto view = view_problem(needs, ledger.zhang_min, id);
        for (const auto& signing : view->review.review)
            if (signing.state == SigningState::open) return signing.stage_name;
        return "";
    }
    std::int64_t asked_at_home(const base::Actor& who) {
        for (const auto& section : view_waiting(needs, who, Reach::all))
            if (section.section.view == View::problems &&
                section.section.waiting == Waiting::review)
                return section.total;
        return -1;
    }
};
ZHENGGAI_ON_BOTH_ENGINES(Reviews);

TEST_P(Reviews, pass_one_problem_through_all_hands_to_its_slip) {
    set_chain(five_hands);
    const auto id = finished(held_with_leader());
    auto stated = TestLedger::complete();
    stated.lead_leader = {};  // Signs in the chain, not on paper.
    ASSERT_TRUE(apply_for_strike_off(needs, ledger.li_qiang, ledger.seen(id), stated));
    EXPECT_EQ(asked_at_home(leader), 1);
    EXPECT_EQ(asked_at_home(lead), 0);
    EXPECT_EQ(sign(id, office), "review_is_elsewhere");
    EXPECT_EQ(sign(id, leader), "accepted");
    EXPECT_EQ(asked_at_home(leader), 0);
    EXPECT_EQ(asked_at_home(lead), 1);
    EXPECT_EQ(asked_at_home(other_lead), 0) << "the problem names another lead leader";
    EXPECT_EQ(sign(id, other_lead), "review_is_elsewhere");
    EXPECT_EQ(sign(id, lead), "accepted");

    const auto back =
        send_back_problem(needs, office, ledger.seen(id), {"时间前后矛盾", "", std::int64_t{1}});
    ASSERT_TRUE(back);
    EXPECT_EQ(back->problem.status, ProblemStatus::awaiting_review);
    EXPECT_EQ(stage(id), "牵头领导审核");
    EXPECT_EQ(sign(id, lead), "accepted");
    EXPECT_EQ(sign(id, office), "accepted");
    EXPECT_EQ(sign(id, discipline), "accepted");
    EXPECT_EQ(sign(id, inspection), "accepted");
    EXPECT_EQ(ledger.problem(id).status, ProblemStatus::awaiting_review);
    EXPECT_EQ(sign(id, organisation), "accepted");

    const auto view = view_problem(needs, ledger.zhang_min, id);
    EXPECT_EQ(view->row.problem.status, ProblemStatus::struck_off);
    EXPECT_EQ(view->strike_off->slip_number, 1);
    EXPECT_EQ(view->strike_off->by, "干部qianlan");
    ASSERT_EQ(view->refusals.size(), 1u);
    EXPECT_EQ(view->refusals[0].reason, "时间前后矛盾");
    EXPECT_EQ(text_of(view->review.review), "1agreed 2agreed 3agreed 4agreed 4agreed 4agreed");
    EXPECT_FALSE(view->review.nobody);
    ledger.expect_sound_journal();
}

TEST_P(Reviews, ask_on_paper_for_the_leaders_who_sign_in_no_stage) {
    const auto id = finished({});
    auto stated = TestLedger::complete();
    stated.lead_leader = {};
    EXPECT_EQ(code_of(apply_for_strike_off(needs, ledger.zhou_guifang, ledger.seen(id), stated)),
              "lead_leader_has_not_signed");
    set_chain(five_hands);
    EXPECT_EQ(code_of(apply_for_strike_off(needs, ledger.zhou_guifang, ledger.seen(id), stated)),
              "accepted");
}

TEST_P(Reviews, leave_what_is_under_way_as_it_began_when_the_chain_changes) {
    const auto id = finished({});
    ASSERT_TRUE(
        apply_for_strike_off(needs, ledger.zhou_guifang, ledger.seen(id), TestLedger::complete()));
    set_chain(five_hands);
    EXPECT_EQ(sign(id, office), "accepted");
    EXPECT_EQ(ledger.problem(id).status, ProblemStatus::struck_off);
    const auto refused =
        change_programme(needs, ledger.zhang_min, ledger.programme, 2,
                         {.review_chain = ReviewChain{{"审核", {Seat::principal}, Quorum::all}}});
    EXPECT_EQ(code_of(refused), "chain_stays_in_the_unit");
}

TEST_P(Reviews, are_taken_by_one_of_a_pool_and_released) {
    const auto id = finished({});
    ASSERT_TRUE(
        apply_for_strike_off(needs, ledger.zhou_guifang, ledger.seen(id), TestLedger::complete()));
    ASSERT_TRUE(take_review(needs, office, ledger.seen(id)));
    EXPECT_EQ(sign(id, ledger.wang_fang), "review_is_taken");
    EXPECT_EQ(asked_at_home(ledger.wang_fang), 0);
    EXPECT_EQ(asked_at_home(office), 1);
    ledger.here.pass(std::int64_t{3} * 24 * 60 * 60 * 1'000);
    EXPECT_EQ(asked_at_home(ledger.wang_fang), 1) << "left lying for three days";
    ASSERT_TRUE(take_review(needs, ledger.wang_fang, ledger.seen(id)));
    EXPECT_EQ(code_of(release_review(needs, discipline, ledger.seen(id))), "review_is_not_taken");
    ASSERT_TRUE(release_review(needs, office, ledger.seen(id))) << "the office releases for others";
    EXPECT_EQ(sign(id, office), "accepted");
}

TEST_P(Reviews, ask_one_more_to_sign) {
    set_chain({{"整改办审核", {Seat::rectification_office}, Quorum::all}});
    const auto id = finished({});
    ASSERT_TRUE(
        apply_for_strike_off(needs, ledger.zhou_guifang, ledger.seen(id), TestLedger::complete()));
    const auto offered = list_signers(needs, office, id);
    ASSERT_TRUE(offered);
    EXPECT_EQ(offered->size(), 6u) << "all who sign and see it, but for the one who asks";
    EXPECT_EQ(code_of(list_signers(needs, discipline, id)), "review_is_elsewhere");
    EXPECT_EQ(code_of(ask_to_sign(needs, office, ledger.seen(id), ledger.sun_li.id)),
              "signer_is_not_able");
    ASSERT_TRUE(ask_to_sign(needs, office, ledger.seen(id), discipline.id));
    EXPECT_EQ(asked_at_home(discipline), 1);
    EXPECT_EQ(sign(id, office), "accepted");
    EXPECT_EQ(ledger.problem(id).status, ProblemStatus::awaiting_review);
    EXPECT_EQ(sign(id, discipline), "accepted");
    EXPECT_EQ(ledger.problem(id).status, ProblemStatus::struck_off);
}

TEST_P(Reviews, say_when_nobody_sits_where_the_problem_waits) {
    set_chain({{"督查组审核", {Seat::supervision_team}, Quorum::all}});
    const auto id = finished({});
    ASSERT_TRUE(
        apply_for_strike_off(needs, ledger.zhou_guifang, ledger.seen(id), TestLedger::complete()));
    EXPECT_TRUE(view_problem(needs, ledger.zhang_min, id)->review.nobody);
}

TEST_P(Reviews, keep_a_register_that_counts_what_is_struck_off) {
    for (int i = 0; i < 3; ++i) ledger.strike_off(finished({}), ledger.zhou_guifang);
    const auto slips = view_slips(needs, ledger.zhang_min, ledger.programme, {1, 2});
    ASSERT_TRUE(slips);
    EXPECT_EQ(slips->page.total, 3);
    ASSERT_EQ(slips->page.rows.size(), 2u);
    EXPECT_EQ(slips->page.rows[1].slip.slip_number, 2);
    EXPECT_EQ(slips->struck_off, 3);
    EXPECT_EQ(slips->slips, 3);
    EXPECT_TRUE(check_slips(needs).empty());
    EXPECT_EQ(view_slips(needs, ledger.sun_li, ledger.programme, {}).error().code,
              "programme_not_found");
    const auto lost = ledger.here.database.write([](db::Transaction& transaction) {
        transaction.execute("DELETE FROM strike_off WHERE slip_number = 2", {});
        return base::Result<void>();
    });
    ASSERT_TRUE(lost);
    const auto faults = check_slips(needs);
    ASSERT_EQ(faults.size(), 1u);
    EXPECT_EQ(faults[0].struck_off, 3);
    EXPECT_EQ(faults[0].slips, 2);
}

}  // namespace
}  // namespace ledger
