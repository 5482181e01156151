// The table of docs/manual/life_meeting_visibility.md, row by row, as far as it is about the
// sitting and what follows it; each row asked of everybody it names, on both engines.
#include <gtest/gtest.h>

#include "life_meetings/test_visibility.hpp"
#include "sittings/follow_up_actions.hpp"
#include "sittings/follow_up_json.hpp"
#include "sittings/leading_actions.hpp"
#include "sittings/sitting_json.hpp"
#include "sittings/test_sitting.hpp"

namespace sittings {
namespace {

using testing::code_of;
using testing::LifeState;

class SittingsSeen : public testing::OneSitting {
  protected:
    /// What sees(who) says of each column is what the manual says of it.
    template <class Sees>
    void expect_row(const std::string& material, Sees sees) {
        const auto seen = life_meetings::testing::seen_by(material);
        for (const auto& [column, who] : life_meetings::testing::columns_of(one))
            EXPECT_EQ(sees(*who), seen.at(column)) << material << ": " << column << who->name;
        for (const auto* who : {&one.sitting_in, &one.guide, &one.contact})
            nobody_else_[material] = nobody_else_[material] || sees(*who);
    }
    bool seen_beside(const std::string& material) { return nobody_else_[material]; }
    [[nodiscard]] ledger::Reader reader(const base::Actor& who) const {
        return {who, needs.clock.today()};
    }
    void add_item(std::optional<ParticipantId> owner) {
        WantedItem wanted;
        wanted.id = one.ledger.here.make_id<ListItemId>();
        wanted.terms.owner = owner;
        wanted.terms.problem = "督办不到现场";
        EXPECT_EQ(code_of(add_list_item(needs, one.keeper, id, wanted)), "accepted");
    }
    std::vector<ListItem> items(const base::Actor& who) {
        auto after = view_after(needs, who, id);
        return after ? after->items : std::vector<ListItem>{};
    }
    bool sees_text(const base::Actor& who, LifeTextKind kind) {
        const auto drafted = draft_text(needs, who, id, kind);
        return code_of(drafted) != "life_text_is_restricted" &&
               code_of(drafted) != "life_meeting_unknown";
    }

  private:
    std::map<std::string, bool> nobody_else_;
};
ZHENGGAI_ON_BOTH_ENGINES(SittingsSeen);

TEST_P(SittingsSeen, as_the_manual_says_of_the_sitting) {
    const PresenceChange wish{one.part_of(one.shen_mei), PresenceState::leave_asked,
                              "住院手术，医嘱不能参会", false};
    ASSERT_EQ(code_of(say_presence(needs, one.shen_mei, id, wish)), "accepted");
    expect_row("会议议程、进程、签到",
               [&](const base::Actor& who) { return view_sitting(needs, who, id).has_value(); });
    EXPECT_TRUE(seen_beside("会议议程、进程、签到"));
    const auto reason = [&](const base::Actor& who) {
        const auto view = view_sitting(needs, who, id);
        return view && to_json(*view, reader(who)).find("住院手术") != std::string::npos;
    };
    expect_row("请假原因", reason);
    EXPECT_TRUE(reason(one.shen_mei)) << "the own one";
    begin(6);
    ASSERT_TRUE(write(criticism(one.zhou_yuan, one.han_zheng, "督办不到现场。"), one.recorder));
    const auto reads = [&](const base::Actor& who) { return may_read(who) == "accepted"; };
    expect_row("会议记录、批评意见（开会时）", reads);
    ASSERT_EQ(close(), "accepted");
    expect_row("会议记录、批评意见（散会后）", reads);
    EXPECT_FALSE(seen_beside("会议记录、批评意见（散会后）"));
}

TEST_P(SittingsSeen, as_the_manual_says_of_what_follows) {
    begin();
    ASSERT_EQ(close(), "accepted");
    add_item(std::nullopt);
    add_item(one.part_of(one.lin_xiao));
    const auto has = [&](const base::Actor& who, bool personal) {
        for (const auto& item : items(who))
            if (item.terms.owner.has_value() == personal) return true;
        return false;
    };
    expect_row("班子整改清单", [&](const base::Actor& who) { return has(who, false); });
    expect_row("个人整改清单", [&](const base::Actor& who) { return has(who, true); });
    EXPECT_TRUE(has(one.lin_xiao, true)) << "the own one";
    expect_row("主持词",
               [&](const base::Actor& who) { return sees_text(who, LifeTextKind::host_script); });
    expect_row("情况报告、通报稿", [&](const base::Actor& who) {
        return sees_text(who, LifeTextKind::report) && sees_text(who, LifeTextKind::bulletin);
    });
    expect_row("报送、公布、专题组织生活会、归档目录", [&](const base::Actor& who) {
        const auto after = view_after(needs, who, id);
        return after && after->sees_follow_up;
    });
    for (const std::string material : {"班子整改清单", "个人整改清单", "主持词"})
        EXPECT_FALSE(seen_beside(material)) << material;
}

TEST_P(SittingsSeen, as_the_manual_says_of_leading_and_arriving) {
    const auto acts = [&](const base::Actor& who) {
        const auto view = view_leading(needs, who, id);
        return view && !view->acts.empty();
    };
    expect_row("主要负责人带头情况", acts);
    const auto of_lin_xiao = [&](const base::Actor& who) {
        const auto view = view_leading(needs, who, id);
        if (!view) return false;
        for (const auto& one_of : view->arrivals)
            if (one_of.participant == one.part_of(one.lin_xiao)) return true;
        return false;
    };
    expect_row("每名成员三到位情况", of_lin_xiao);
    EXPECT_TRUE(of_lin_xiao(one.lin_xiao)) << "the own one";
    EXPECT_FALSE(seen_beside("每名成员三到位情况"));
    const auto kinds = [&](const base::Actor& who) {
        return view_leading(needs, who, id)->acts.size();
    };
    EXPECT_EQ(kinds(one.keeper), 5u);
    EXPECT_EQ(kinds(one.inspection), 4u) << "nothing of criticisms before the meeting is over";
    one.put_in_state(LifeState::closed);
    EXPECT_EQ(kinds(one.inspection), 5u);
}

}  // namespace
}  // namespace sittings
