// What a change in bulk makes of one row: each way of changing holders, what counts as a change,
// which rows are refused, and that what is kept reads back.
#include "ledger/bulk_change.hpp"

#include <gtest/gtest.h>

namespace ledger {
namespace {

const base::UnitId finance = *base::UnitId::parse("01900000-0000-7000-8000-0000000000c1");

Holder holder(HolderRole role, const std::string& name, std::optional<base::UnitId> unit = {}) {
    return {role, name, unit, std::nullopt};
}
Holder leader(const std::string& name) {
    return holder(HolderRole::lead_leader, name);
}
Holder unit(const std::string& name, std::optional<base::UnitId> id = {}) {
    return holder(HolderRole::responsible_unit, name, id);
}
Deadline by(std::string_view date) {
    return {DeadlineKind::date, std::string(date) + "前", base::parse_date(date)};
}
BulkChange holders(HolderWay way, Responsibility named, std::optional<Holder> instead_of = {}) {
    const auto role = named.empty() ? HolderRole::lead_leader : named.front().role;
    return {std::nullopt, {{role, way, std::move(named), std::move(instead_of)}}, std::nullopt};
}
std::string names(const Responsibility& all) {
    std::string text;
    for (const auto& one : all) text += (text.empty() ? "" : " ") + one.name;
    return text;
}

base::Actor office() {
    base::Actor actor;
    actor.acts = {base::Act::read_ledger, base::Act::edit_ledger};
    return actor;
}

const Responsibility three{leader("张敏"), unit("财政局", finance), leader("李强")};

TEST(BulkChange, of_holders_touches_one_role_and_keeps_its_place) {
    const struct {
        HolderChange change;
        const char* after;
    } cases[]{
        {{HolderRole::lead_leader, HolderWay::replace, {leader("王芳")}, {}}, "王芳 财政局"},
        {{HolderRole::lead_leader, HolderWay::replace, {}, {}}, "财政局"},
        {{HolderRole::lead_leader, HolderWay::add, {leader("王芳"), leader("张敏")}, {}},
         "张敏 李强 王芳 财政局"},
        {{HolderRole::lead_leader, HolderWay::remove, {leader("张敏")}, {}}, "李强 财政局"},
        {{HolderRole::lead_leader, HolderWay::swap, {leader("王芳")}, leader("李强")},
         "张敏 王芳 财政局"},
        {{HolderRole::handler, HolderWay::add, {holder(HolderRole::handler, "赵立")}, {}},
         "张敏 财政局 李强 赵立"},
    };
    for (const auto& one : cases) EXPECT_EQ(names(changed(three, one.change)), one.after);
}

TEST(BulkChange, that_says_what_is_there_leaves_the_row_as_it_is) {
    const HolderChange same[]{
        {HolderRole::lead_leader, HolderWay::replace, {leader("张敏"), leader("李强")}, {}},
        {HolderRole::lead_leader, HolderWay::add, {leader("李强")}, {}},
        {HolderRole::lead_leader, HolderWay::remove, {leader("王芳")}, {}},
        {HolderRole::lead_leader, HolderWay::swap, {leader("王芳")}, leader("赵立")},
        // A bare name is the unit of that name which the row has already.
        {HolderRole::responsible_unit, HolderWay::replace, {unit("财政局")}, {}},
    };
    for (const auto& one : same) EXPECT_EQ(changed(three, one), three) << name_of(one.way);
}

TEST(BulkChange, links_a_name_to_the_unit_it_stands_for) {
    const auto after =
        changed({unit("财政局")},
                {HolderRole::responsible_unit, HolderWay::replace, {unit("财政局", finance)}, {}});
    ASSERT_EQ(after.size(), 1u);
    EXPECT_EQ(after[0].unit, finance);
}

TEST(BulkChange, writes_down_what_a_measure_had_from_its_problem) {
    Measure measure;
    measure.text = "修订制度";
    const InForce problem{three, by("2024-06-30")};
    const auto after = change_in_bulk(measure, problem, holders(HolderWay::add, {leader("王芳")}),
                                      ProblemGate::open, office());
    ASSERT_TRUE(after);
    EXPECT_EQ(names(after->responsibility), "张敏 李强 王芳 财政局");
    EXPECT_TRUE(after->deadline.empty()) << "nobody asked for another deadline";
}

TEST(BulkChange, leaves_a_measure_that_has_the_wanted_deadline_from_its_problem) {
    Measure measure;
    measure.text = "修订制度";
    BulkChange change;
    change.deadline = by("2024-06-30");
    const auto same =
        change_in_bulk(measure, {three, by("2024-06-30")}, change, ProblemGate::open, office());
    ASSERT_TRUE(same);
    EXPECT_EQ(*same, measure);
    const auto other =
        change_in_bulk(measure, {three, by("2024-06-29")}, change, ProblemGate::open, office());
    ASSERT_TRUE(other);
    EXPECT_EQ(other->deadline, by("2024-06-30"));
}

TEST(BulkChange, is_refused_by_the_rules_of_a_single_edit_and_where_nobody_would_be_left) {
    Measure measure;
    measure.text = "修订制度";
    const InForce now{{leader("张敏")}, {}};
    const auto code = [&](ProblemGate gate, const base::Actor& actor) {
        const auto after =
            change_in_bulk(measure, now, holders(HolderWay::replace, {}), gate, actor);
        return after ? std::string("accepted") : after.error().code;
    };
    EXPECT_EQ(code(ProblemGate::closed, office()), "problem_is_closed_to_changes");
    EXPECT_EQ(code(ProblemGate::open, {}), "only_the_office_edits");
    EXPECT_EQ(code(ProblemGate::open, office()), "nobody_would_hold_it");
    measure.status = MeasureStatus::awaiting_review;
    EXPECT_EQ(code(ProblemGate::open, office()), "measure_is_awaiting_review");
    measure.status = MeasureStatus::done;
    EXPECT_EQ(code(ProblemGate::open, office()), "measure_is_done");
    Problem problem;
    problem.text = "采购管理不规范";
    problem.responsibility = now.responsibility;
    const auto left = change_in_bulk(problem, holders(HolderWay::replace, {}), office());
    ASSERT_FALSE(left);
    EXPECT_EQ(left.error().code, "nobody_would_hold_it");
}

TEST(BulkChange, must_ask_for_something_and_for_each_role_once) {
    const auto code = [](const BulkChange& change, View view = View::measures) {
        const auto no = why_not(change, view);
        return no ? no->code : std::string("accepted");
    };
    EXPECT_EQ(code({}), "nothing_is_asked_for");
    EXPECT_EQ(code(holders(HolderWay::replace, {})), "accepted");
    EXPECT_EQ(code(holders(HolderWay::add, {})), "holders_missing");
    EXPECT_EQ(code(holders(HolderWay::swap, {leader("王芳")})), "holders_missing");
    auto twice = holders(HolderWay::add, {leader("王芳")});
    twice.holders.push_back(twice.holders.front());
    EXPECT_EQ(code(twice), "role_stands_twice");
    BulkChange demands;
    demands.demands = ResultKinds{ResultKind::regulations};
    EXPECT_EQ(code(demands), "accepted");
    EXPECT_EQ(code(demands, View::problems), "only_measures_demand");
}

TEST(BulkChange, reads_back_as_it_was_kept) {
    auto change = holders(HolderWay::swap, {leader("王芳")}, leader("李强"));
    change.holders.push_back(
        {HolderRole::responsible_unit, HolderWay::replace, {unit("财政局", finance)}, {}});
    change.holders.push_back({HolderRole::handler, HolderWay::replace, {}, {}});
    change.deadline = by("2024-12-31");
    change.demands = ResultKinds{ResultKind::regulations, ResultKind::campaigns};
    EXPECT_EQ(bulk_change_in(decode(encode(fields_of(change)))), change);
    EXPECT_EQ(bulk_change_in({}), BulkChange{});
    EXPECT_EQ(names_asked(change), "deadline, lead_leaders, responsible_units, handlers, demands");
    for (const auto* field : {"deadline_text", "handlers", "demands"})
        EXPECT_TRUE(asks_for(change, field)) << field;
    EXPECT_FALSE(asks_for(change, "cooperating_units"));
}

TEST(BulkChange, is_taken_back_field_by_field) {
    Measure before;
    before.text = "修订制度";
    before.deadline = by("2024-06-30");
    before.demands = {ResultKind::campaigns};
    auto now = before;
    now.responsibility = three;
    now.deadline = by("2024-12-31");
    now.demands = {};
    const auto back = take_back(now, fields_kept_of(before), ProblemGate::open, office());
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, before);
    now.status = MeasureStatus::done;
    EXPECT_FALSE(take_back(now, fields_kept_of(before), ProblemGate::open, office()));
}

}  // namespace
}  // namespace ledger
