// Rounds, their teams and the units they inspect: registered many in one go, staged by their days,
// linked with the programmes, and seen by those who see the unit.
#include <gtest/gtest.h>

#include "base/test_contract.hpp"
#include "inspections/round_json.hpp"
#include "ledger/test_ledger.hpp"

namespace inspections {
namespace {

using accounts::Role;
using ledger::testing::code_of;
using ledger::testing::day;

TEST(Stages, follow_from_days_and_feedback) {
    InspectedUnit one;
    const auto stage = [&](std::string_view today) {
        return std::string(name_of(stage_of(one, day(today))));
    };
    EXPECT_EQ(stage("2024-06-30"), "planned") << "without days";
    one.days = {day("2024-03-04"), day("2024-04-30")};
    EXPECT_EQ(stage("2024-03-03"), "planned");
    EXPECT_EQ(stage("2024-03-04"), "under_way");
    EXPECT_EQ(stage("2024-04-30"), "under_way");
    EXPECT_EQ(stage("2024-05-01"), "awaiting_feedback");
    one.feedback_on = day("2024-05-13");
    EXPECT_EQ(stage("2024-06-30"), "fed_back");
}

class Rounds : public ledger::testing::OneLedger {
  protected:
    Round wanted(const std::string& name = "五届区委第四轮巡察") {
        return {ledger.here.make_id<RoundId>(),
                {name, "五届区委", "区委巡察办", day("2024-03-01"), day("2024-06-30")},
                1};
    }
    Round opened() {
        const auto round = wanted();
        EXPECT_EQ(code_of(open_round(needs, office, round)), "accepted");
        return round;
    }
    NewTeam team(const Round& round, std::vector<base::UnitId> units) {
        NewTeam one;
        one.team.id = ledger.here.make_id<InspectionId>();
        one.team.round = round.id;
        one.team.terms = {"常规巡察", ledger::InspectionKind::regular, "区委第一巡察组", "李组长",
                          "王一、赵二"};
        one.days = {day("2024-03-04"), day("2024-04-30")};
        one.units = std::move(units);
        return one;
    }
    RoundId round_of_programme() {
        for (const auto& brief : view_rounds(needs, office, {}).rows)
            if (brief.programmes > 0) return brief.round.id;
        return {};
    }
    base::Actor office = ledger.zhang_min;
};
ZHENGGAI_ON_BOTH_ENGINES(Rounds);

TEST_P(Rounds, are_registered_once_under_a_name_of_their_own) {
    const auto round = opened();
    EXPECT_EQ(code_of(open_round(needs, office, round)), "accepted") << "sent twice";
    EXPECT_EQ(code_of(open_round(needs, office, wanted())), "round_stands_already");
    auto changed = round;
    changed.terms.ends_on = day("2024-02-01");
    EXPECT_EQ(code_of(change_round(needs, office, changed)), "ends_before_it_begins");
    changed.terms.ends_on = day("2024-07-31");
    ASSERT_EQ(code_of(change_round(needs, office, changed)), "accepted");
    EXPECT_EQ(code_of(change_round(needs, office, changed)), "somebody_else_changed_it");
    EXPECT_EQ(code_of(open_round(needs, ledger.zhou_guifang, wanted("别的"))),
              "only_registrars_keep_inspections");
    ledger.expect_sound_journal();
}

TEST_P(Rounds, take_many_units_in_one_go_and_a_unit_once) {
    const auto round = opened();
    const auto made = register_team(needs, office, team(round, {ledger.finance, ledger.audit}));
    ASSERT_EQ(code_of(made), "accepted");
    ASSERT_EQ(made->teams.size(), 1u);
    EXPECT_EQ(made->units.size(), 2u);
    const auto more = register_team(needs, office, team(round, {ledger.audit, ledger.budget}));
    ASSERT_EQ(code_of(more), "accepted");
    EXPECT_EQ(more->teams.size(), 1u) << "the same team";
    EXPECT_EQ(more->units.size(), 3u);
    EXPECT_EQ(code_of(register_team(needs, office, team(round, {}))), "team_inspects_nobody");
    const auto unknown = ledger.here.make_id<base::UnitId>();
    EXPECT_EQ(code_of(register_team(needs, office, team(round, {unknown}))), "unit_unknown");
    ledger.expect_sound_journal();
}

TEST_P(Rounds, are_seen_by_those_who_see_a_unit_of_them) {
    const auto round = opened();
    ASSERT_TRUE(register_team(needs, office, team(round, {ledger.audit})));
    EXPECT_EQ(code_of(view_round(needs, ledger.zhou_guifang, round.id)), "round_unknown");
    const auto own = view_round(needs, ledger.sun_li, round.id);
    ASSERT_EQ(code_of(own), "accepted");
    EXPECT_EQ(own->units.size(), 1u);
    EXPECT_EQ(view_rounds(needs, ledger.sun_li, {}).total, 1);
    EXPECT_EQ(view_rounds(needs, ledger.zhou_guifang, {}).total, 1) << "that of the programme";
    EXPECT_EQ(view_rounds(needs, ledger.li_qiang, {}).total, 0)
        << "a section does not see the whole unit";
}

TEST_P(Rounds, know_the_programmes_of_their_units) {
    const auto id = round_of_programme();
    const auto view = view_round(needs, office, id);
    ASSERT_EQ(code_of(view), "accepted");
    ASSERT_EQ(view->units.size(), 1u);
    const auto& one = view->units[0];
    EXPECT_EQ(one.programme->id, ledger.programme);
    EXPECT_EQ(one.version, 0) << "known from its programme only";
    EXPECT_EQ(stage_of(one, day("2024-06-30")), Stage::fed_back);
    const UnitAddress address{one.inspection, one.unit};
    const Days days{day("2024-03-04"), day("2024-04-30")};
    const auto set = set_days(needs, office, address, 0, days);
    ASSERT_EQ(code_of(set), "accepted");
    EXPECT_EQ(set->units[0].days, days);
    EXPECT_EQ(set->units[0].version, 1);
    EXPECT_EQ(code_of(set_days(needs, office, address, 0, days)), "somebody_else_changed_it");
    EXPECT_EQ(code_of(remove_unit(needs, office, address)), "inspected_unit_has_programme");
}

TEST_P(Rounds, take_in_a_programme_that_was_opened_apart) {
    const auto round = opened();
    const auto made = register_team(needs, office, team(round, {ledger.finance, ledger.audit}));
    ASSERT_TRUE(made);
    const auto inspection = made->teams[0].id;
    EXPECT_EQ(code_of(link_programme(needs, office, {inspection, ledger.audit}, ledger.programme)),
              "programme_inspects_another_unit");
    const auto linked =
        link_programme(needs, office, {inspection, ledger.finance}, ledger.programme);
    ASSERT_EQ(code_of(linked), "accepted");
    const auto programme = ledger::view_programme(needs, office, ledger.programme)->programme;
    EXPECT_EQ(programme.inspection.round_name, round.terms.name);
    EXPECT_EQ(programme.inspection.inspecting_body, "区委第一巡察组");
    ledger.expect_sound_journal();
}

TEST_P(Rounds, let_go_of_a_unit_registered_by_mistake_and_of_a_team_without_units) {
    const auto round = opened();
    const auto made = register_team(needs, office, team(round, {ledger.audit}));
    ASSERT_TRUE(made);
    const UnitAddress address{made->teams[0].id, ledger.audit};
    const auto removed = remove_unit(needs, office, address);
    ASSERT_EQ(code_of(removed), "accepted");
    EXPECT_TRUE(removed->teams.empty());
    EXPECT_EQ(code_of(remove_unit(needs, office, address)), "inspected_unit_unknown");
}

TEST_P(Rounds, change_the_facts_of_a_team_with_the_version_that_was_seen) {
    const auto round = opened();
    const auto made = register_team(needs, office, team(round, {ledger.audit}));
    ASSERT_TRUE(made);
    auto changed = made->teams[0];
    changed.terms.head = "周组长";
    const auto done = change_team(needs, office, changed);
    ASSERT_EQ(code_of(done), "accepted");
    EXPECT_EQ(done->teams[0].terms.head, "周组长");
    EXPECT_EQ(code_of(change_team(needs, office, changed)), "somebody_else_changed_it");
    auto second = team(round, {ledger.finance});
    second.team.terms.inspecting_body = "区委第二巡察组";
    const auto both = register_team(needs, office, second);
    ASSERT_TRUE(both);
    auto same = both->teams[1];
    same.terms.inspecting_body = "区委第一巡察组";
    EXPECT_EQ(code_of(change_team(needs, office, same)), "team_stands_already");
}

const base::testing::Contract contract{"inspections"};

TEST(RoundMessages, are_those_of_the_contract) {
    using base::testing::golden_id;
    base::Actor office;
    office.acts = accounts::acts_of(Role::rectification_office);
    const ledger::Reader reader{office, day("2024-06-30")};
    const Round round{
        golden_id<RoundId>("a1"),
        {"五届区委第三轮巡察", "五届区委", "区委巡察办", day("2024-03-01"), day("2024-06-30")},
        2};
    const Team team{
        golden_id<InspectionId>("a2"),
        round.id,
        {"常规巡察", ledger::InspectionKind::regular, "区委第二巡察组", "李组长", "王一、赵二"},
        1};
    InspectedUnit one;
    one.inspection = team.id;
    one.unit = golden_id<base::UnitId>("c2");
    one.unit_name = "财政局";
    one.days = {day("2024-03-04"), day("2024-04-30")};
    one.programme = LinkedProgramme{golden_id<base::ProgrammeId>("b1"), "财政局巡察整改"};
    one.feedback_on = day("2024-05-13");
    one.feedback = 1;
    one.version = 1;
    contract.expect(to_json(RoundView{round, {team}, {one}}, reader), "round");
    contract.expect(to_json(RoundPage{{{round, 3, 2}}, 1}, {1, 50}, reader), "round_page");
    const auto read = read_new_team(contract.golden("new_team"));
    ASSERT_EQ(code_of(read), "accepted");
    EXPECT_EQ(read->team.terms, team.terms);
    EXPECT_EQ(read->units, std::vector{one.unit});
    EXPECT_EQ(read->days, one.days);
}

}  // namespace
}  // namespace inspections
