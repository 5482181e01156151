// Test support: statements of a life meeting, and what people do with them as one call each. What a
// call expects to succeed is a test failure when it is refused.
#pragma once

#include "life_meetings/test_life_meeting.hpp"
#include "statements/copy_actions.hpp"
#include "statements/criticism_actions.hpp"

namespace statements::testing {

using ledger::testing::code_of;
using life_meetings::LifeState;
using life_meetings::testing::OneLifeMeeting;
using life_meetings::testing::TestLifeMeeting;

inline const std::string problem_text =
    "我政治学习抓得不紧，去年中心组学习请假4次，履行一岗双责不到位，思想上把学习当成软任务，工作上"
    "以会议落实"
    "会议，分管的采购工作有3个项目没有招标就签了合同。";

class Statements : public OneLifeMeeting {
  protected:
    NewStatement wanted(StatementKind kind = StatementKind::individual) {
        return {one.ledger.here.make_id<StatementId>(), one.meeting, kind};
    }
    StatementId begin(const base::Actor& who, StatementKind kind = StatementKind::individual) {
        const auto begun = begin_statement(needs, who, wanted(kind));
        EXPECT_EQ(code_of(begun), "accepted");
        return begun->statement.id;
    }
    StatementView view(StatementId id, const base::Actor& who) {
        auto seen = view_statement(needs, who, id);
        EXPECT_EQ(code_of(seen), "accepted");
        return *seen;
    }
    std::string write(StatementId id, const base::Actor& who, std::int64_t position,
                      const std::string& text) {
        const auto before = view(id, who).sections.at(static_cast<std::size_t>(position - 1));
        return code_of(write_section(needs, who, {id, position}, {before.revision, text}));
    }
    /// Every section says something.
    void fill(StatementId id, const base::Actor& who, const std::string& text = problem_text) {
        for (const auto& section : view(id, who).sections)
            EXPECT_EQ(write(id, who, section.position, text), "accepted");
    }
    std::string step(StatementId id, const base::Actor& who, StatementAct act,
                     const std::string& words = "请补充具体事例") {
        const auto seen = view_statement(needs, who, id);
        if (!seen) return code_of(seen);
        return code_of(take_step(needs, who, id, {seen->statement.version, act, words}));
    }
    StatementId handed_in(const base::Actor& who, const std::string& text = problem_text) {
        const auto id = begin(who);
        fill(id, who, text);
        EXPECT_EQ(step(id, who, StatementAct::hand_in), "accepted");
        return id;
    }
    StatementId approved(const base::Actor& who, const std::string& text = problem_text) {
        const auto id = handed_in(who, text);
        EXPECT_EQ(step(id, one.han_zheng, StatementAct::settle), "accepted");
        EXPECT_EQ(step(id, one.keeper, StatementAct::send_up), "accepted");
        EXPECT_EQ(step(id, one.discipline, StatementAct::approve), "accepted");
        EXPECT_EQ(step(id, one.contact, StatementAct::approve), "accepted");
        return id;
    }
    NewCriticism criticism(const base::Actor& about,
                           const CriticismText& text = {"去年8月防汛会上当众训斥乡镇同志。",
                                                        "脾气急躁，民主作风不够。", ""}) {
        return {one.ledger.here.make_id<CriticismId>(), one.meeting, one.part_of(about), text};
    }
};

}  // namespace statements::testing
