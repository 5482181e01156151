// What docs/manual/life_meeting_visibility.md says of statements and criticisms, cell by cell and
// person by person.
#include "life_meetings/test_visibility.hpp"
#include "statements/printing_actions.hpp"
#include "statements/test_statements.hpp"

namespace statements {
namespace {

using life_meetings::testing::columns_of;
using life_meetings::testing::said_of;
using life_meetings::testing::seen_by;
using testing::code_of;
using testing::LifeState;

class StatementsVisible : public testing::Statements {
  protected:
    enum class Now { before, sent_up, running };

    static std::string_view sight_in(std::string_view words) {
        if (words == "看") return "all";
        if (words == "看提交的一稿") return "handed_in";
        if (words == "看审定的一稿") return "approved";
        if (words == "只看进度") return "state";
        EXPECT_EQ(words, "否");
        return "nothing";
    }
    /// "否，会议开始以后看审定的一稿": the last part that holds now.
    static std::string_view expected(std::string_view cell, Now now) {
        std::string_view sight;
        while (!cell.empty()) {
            const auto comma = cell.find("，");
            auto part = cell.substr(0, comma);
            cell = comma == std::string_view::npos ? "" : cell.substr(comma + 3);
            bool holds = true;
            for (const auto& [condition, when] :
                 {std::pair(std::string_view("会议开始以后"), Now::running),
                  std::pair(std::string_view("上报以后"), Now::sent_up)})
                if (part.starts_with(condition)) {
                    part.remove_prefix(condition.size());
                    holds = now >= when;
                }
            if (holds) sight = sight_in(part);
        }
        return sight;
    }
    std::string sight(const base::Actor& who, StatementId id) {
        const auto seen = view_statement(needs, who, id);
        return seen ? std::string(name_of(seen->sight)) : "nothing";
    }
    void expect(const std::string& material, StatementId id, Now now) {
        const auto said = said_of(material);
        for (const auto& [column, who] : columns_of(one))
            EXPECT_EQ(sight(*who, id), expected(said.at(column), now))
                << material << ": " << column;
        // The contact leader stands to what was sent up as the superior does.
        EXPECT_EQ(sight(one.contact, id), expected(said.at("督导的上级机关"), now)) << material;
        for (const auto* who : {&one.sitting_in, &one.guide})
            EXPECT_EQ(sight(*who, id), "nothing") << material << ": " << who->name;
    }
    void send_up(StatementId id) {
        EXPECT_EQ(step(id, one.han_zheng, StatementAct::settle), "accepted");
        EXPECT_EQ(step(id, one.keeper, StatementAct::send_up), "accepted");
    }
};
ZHENGGAI_ON_BOTH_ENGINES(StatementsVisible);

TEST_P(StatementsVisible, of_a_member_as_the_table_says) {
    const auto id = begin(one.lin_xiao);
    fill(id, one.lin_xiao);
    expect("个人发言提纲，提交以前", id, Now::before);
    EXPECT_EQ(step(id, one.lin_xiao, StatementAct::hand_in), "accepted");
    expect("个人发言提纲，提交以后", id, Now::before);
    send_up(id);
    expect("个人发言提纲，提交以后", id, Now::sent_up);
    EXPECT_EQ(step(id, one.discipline, StatementAct::approve), "accepted");
    EXPECT_EQ(step(id, one.contact, StatementAct::approve), "accepted");
    expect("个人发言提纲，审定以后", id, Now::sent_up);
    EXPECT_EQ(sight(one.lin_xiao, id), "all");
    one.put_in_state(LifeState::running);
    expect("个人发言提纲，审定以后", id, Now::running);
}

TEST_P(StatementsVisible, of_the_team_as_the_table_says) {
    const auto id = begin(one.keeper, StatementKind::team);
    fill(id, one.keeper);
    expect("班子对照检查材料，提交以前", id, Now::before);
    EXPECT_EQ(step(id, one.keeper, StatementAct::hand_in), "accepted");
    expect("班子对照检查材料，提交以后", id, Now::before);
    send_up(id);
    expect("班子对照检查材料，提交以后", id, Now::sent_up);
    EXPECT_EQ(step(id, one.discipline, StatementAct::approve), "accepted");
    EXPECT_EQ(step(id, one.contact, StatementAct::approve), "accepted");
    one.put_in_state(LifeState::running);
    expect("班子对照检查材料，提交以后", id, Now::running);
}

TEST_P(StatementsVisible, with_remarks_as_the_table_says) {
    const auto id = handed_in(one.lin_xiao);
    const auto remark = [&](const base::Actor& who) {
        const auto made =
            add_remark(needs, who, id, {one.ledger.here.make_id<RemarkId>(), 2, "", "请写具体"});
        EXPECT_EQ(code_of(made), "accepted");
        return made->remarks.back().id;
    };
    const auto first = remark(one.han_zheng);
    EXPECT_EQ(code_of(answer_remark(needs, one.lin_xiao, id, {first, true, "已改"})), "accepted");
    send_up(id);
    remark(one.discipline);
    remark(one.contact);
    const auto said = said_of("对材料的审阅意见");
    const auto count = [&](const base::Actor& who) -> std::size_t {
        const auto seen = view_statement(needs, who, id);
        return seen ? seen->remarks.size() : 0;
    };
    for (const auto& [column, who] : columns_of(one)) {
        const auto& cell = said.at(column);
        const std::size_t expected = cell == "看" ? 3 : cell == "只看上级提的" ? 2 : 0;
        EXPECT_EQ(count(*who), expected) << column;
    }
    EXPECT_EQ(said.at("本人、涉及的人"), "看");
    EXPECT_EQ(count(one.lin_xiao), 3u);
    EXPECT_EQ(count(one.contact), 2u);
}

TEST_P(StatementsVisible, with_copies_as_the_table_says) {
    const auto id = handed_in(one.lin_xiao);
    send_up(id);
    const auto seen = seen_by("查重结果");
    const auto checks = [&](const base::Actor& who) {
        return code_of(check_copies({needs, {}}, who, id)) == "accepted";
    };
    for (const auto& [column, who] : columns_of(one))
        EXPECT_EQ(checks(*who), seen.at(column)) << column;
    EXPECT_TRUE(checks(one.lin_xiao));
    EXPECT_TRUE(checks(one.contact));
}

TEST_P(StatementsVisible, and_criticisms_as_the_table_says) {
    EXPECT_EQ(code_of(write_criticism(needs, one.he_xiulan, criticism(one.lin_xiao))), "accepted");
    const auto list = [&](const base::Actor& who) {
        return list_criticisms_of(needs, who, one.meeting);
    };
    const auto expect_all = [&](const std::string& material) {
        const auto said = said_of(material);
        for (const auto& [column, who] : columns_of(one)) {
            const auto found = list(*who);
            const auto& cell = said.at(column);
            EXPECT_EQ(found && !found->heard.empty(), cell == "看") << material << ": " << column;
            const bool counts =
                found &&
                std::any_of(found->tallies.begin(), found->tallies.end(), [&](const Tally& each) {
                    return each.author == one.part_of(one.he_xiulan);
                });
            EXPECT_EQ(counts, cell == "只看条数" || (cell == "看" && column == "主要负责人"))
                << material << ": " << column;
        }
    };
    expect_all("批评意见，会议开始以前");
    EXPECT_TRUE(list(one.lin_xiao)->heard.empty());
    EXPECT_EQ(list(one.he_xiulan)->own.size(), 1u);
    one.put_in_state(LifeState::running);
    expect_all("批评意见，会议开始以后");
    EXPECT_EQ(list(one.lin_xiao)->heard.size(), 1u);
    EXPECT_EQ(list(one.he_xiulan)->own.size(), 1u);
}

}  // namespace
}  // namespace statements
