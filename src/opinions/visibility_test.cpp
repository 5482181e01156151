// What docs/manual/life_meeting_visibility.md says of opinions, cell by cell and person by person.
#include "life_meetings/test_visibility.hpp"
#include "opinions/box_actions.hpp"
#include "opinions/box_store.hpp"
#include "opinions/gathered_actions.hpp"
#include "opinions/test_collection.hpp"

namespace opinions {
namespace {

using life_meetings::testing::columns_of;
using life_meetings::testing::said_of;
using life_meetings::testing::seen_by;
using testing::code_of;

class OpinionsVisible : public testing::OneCollection {
  protected:
    const std::string of_team = "班子学习走过场", of_lin = "林晓同志下基层少";

    /// Neither is about any of the columns.
    void enter_usual() {
        chosen();
        entered({{std::nullopt, of_team}, {part_of(one.lin_xiao), of_lin}});
    }
    bool reads(const base::Actor& who, const std::string& text) {
        const auto all = words(who);
        return std::find(all.begin(), all.end(), text) != all.end();
    }
    /// "看（反馈后）" holds once it was given.
    void expect_words(const std::string& material, const std::string& text, bool given) {
        const auto said = said_of(material);
        const auto expected = [&](const std::string& cell) {
            return cell == "看" || (given && cell == "看（反馈后）");
        };
        for (const auto& [column, who] : columns_of(one))
            EXPECT_EQ(reads(*who, text), expected(said.at(column))) << material << ": " << column;
        EXPECT_EQ(reads(one.lin_xiao, text), expected(said.at("本人、涉及的人"))) << material;
        for (const auto* who : {&one.contact, &one.guide, &one.sitting_in})
            EXPECT_FALSE(reads(*who, text)) << who->name;
    }
    void gather(std::optional<ParticipantId> about, const std::string& text) {
        NewGathered wanted;
        wanted.id = one.ledger.here.make_id<GatheredId>();
        wanted.source = Source::audit;
        wanted.about = about;
        wanted.text = text;
        wanted.given_to = {part_of(one.lin_xiao)};
        EXPECT_EQ(code_of(gather_problem(needs, one.keeper, id(), wanted)), "accepted");
    }
};
ZHENGGAI_ON_BOTH_ENGINES(OpinionsVisible);

TEST_P(OpinionsVisible, word_for_word_as_the_table_says) {
    enter_usual();
    expect_words("对领导班子的意见原话", of_team, false);
    expect_words("对个人的意见原话", of_lin, false);
    EXPECT_EQ(code_of(deliver_opinions(needs, one.keeper, id())), "accepted");
    expect_words("对领导班子的意见原话", of_team, true);
    expect_words("对个人的意见原话", of_lin, true);
}

TEST_P(OpinionsVisible, in_numbers_as_the_table_says) {
    enter_usual();
    EXPECT_EQ(code_of(deliver_opinions(needs, one.keeper, id())), "accepted");
    const auto totals = seen_by("征求意见的方式、收回份数、意见总条数"),
               by_person = seen_by("对个人的意见条数、签收情况");
    const auto about_lin = [&](const CollectionView& view) {
        return std::any_of(view.about.begin(), view.about.end(), [&](const AboutCount& count) {
            return count.about == part_of(one.lin_xiao);
        });
    };
    for (const auto& [column, who] : columns_of(one)) {
        const auto view = view_collection(needs, *who, id());
        EXPECT_EQ(view.has_value(), totals.at(column)) << column;
        EXPECT_EQ(view && about_lin(*view), by_person.at(column)) << column;
        EXPECT_EQ(view && view->deliveries.size() == 7, by_person.at(column)) << column;
        if (!view) continue;
        EXPECT_EQ(view->of_persons, 1) << column;
    }
    EXPECT_TRUE(by_person.at("本人、涉及的人") && about_lin(view(one.lin_xiao)));
}

TEST_P(OpinionsVisible, in_the_box_as_the_table_says) {
    chosen();
    const std::string text = "开会多，落实少。";
    std::string code;
    const auto written =
        needs.database.write([&](db::Transaction& transaction) -> base::Result<void> {
            code = new_code(needs.random);
            insert_code(transaction, id(), digest_of_code(code));
            return {};
        });
    EXPECT_TRUE(written);
    CodeTries tries;
    EXPECT_EQ(code_of(hand_in_ballot(needs, tries, {"10.0.0.7", code},
                                     {{}, Voice::masses, {{{}, text}}})),
              "accepted");
    const auto seen = seen_by("匿名意见箱里的意见（打开以前）");
    for (const auto& [column, who] : columns_of(one))
        EXPECT_EQ(reads(*who, text), seen.at(column)) << column;
}

TEST_P(OpinionsVisible, gathered_into_problems_as_the_table_says) {
    gather(std::nullopt, "三公经费超预算");
    gather(part_of(one.lin_xiao), "联系点一年去过两次");
    const auto shows = [&](const base::Actor& who, bool team) {
        const auto list = view_gathered(needs, who, id());
        return list && std::any_of(list->rows.begin(), list->rows.end(), [&](const auto& row) {
                   return row.gathered.about.has_value() != team;
               });
    };
    const auto of_the_team = seen_by("问题清单：涉及领导班子的"),
               of_a_person = seen_by("问题清单：涉及个人的");
    for (const auto& [column, who] : columns_of(one)) {
        EXPECT_EQ(shows(*who, true), of_the_team.at(column)) << column;
        EXPECT_EQ(shows(*who, false), of_a_person.at(column)) << column;
    }
    EXPECT_TRUE(of_the_team.at("本人、涉及的人") && shows(one.lin_xiao, true));
    EXPECT_TRUE(of_a_person.at("本人、涉及的人") && shows(one.lin_xiao, false));
}

}  // namespace
}  // namespace opinions
