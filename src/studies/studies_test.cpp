// Study on both engines: planned, held, done by oneself; hours of each; notes that nobody but their
// writer reads.
#include <gtest/gtest.h>

#include "life_meetings/test_life_meeting.hpp"
#include "studies/study_actions.hpp"

namespace studies {
namespace {

using ledger::testing::code_of;
using ledger::testing::day;

class Studies : public life_meetings::testing::OneLifeMeeting {
  protected:
    LifeMeetingId id() const { return one.meeting; }
    StudyView view(const base::Actor& who) { return *view_study(needs, who, id()); }
    Session session() {
        Session wanted;
        wanted.id = one.ledger.here.make_id<SessionId>();
        wanted.held_on = day("2024-06-28");
        wanted.minutes = 180;
        wanted.place = "三楼会议室";
        wanted.topic = "学习条例";
        wanted.items = {StudyItem::oath};
        wanted.attendance = {{one.part_of(one.han_zheng), true, ""},
                             {one.part_of(one.zhou_yuan), false, "外出培训"}};
        return wanted;
    }
    OwnStudy own(std::int64_t minutes) {
        return {one.ledger.here.make_id<OwnStudyId>(), {}, {}, day("2024-06-29"), minutes, "章程"};
    }
    StudyNote note_of(const std::string& text) {
        return {one.ledger.here.make_id<NoteId>(), {}, {}, "体会", text, {}};
    }
};
ZHENGGAI_ON_BOTH_ENGINES(Studies);

TEST_P(Studies, are_planned_from_titles_that_grow) {
    const auto usual = view(one.keeper).titles.size();
    EXPECT_TRUE(view(one.zhou_yuan).titles.empty());
    const std::vector<Reading> readings{{"《中国共产党章程》", "", day("2024-07-05")},
                                        {"本区整改工作会议讲话", "整改", day("2024-07-08")}};
    EXPECT_EQ(code_of(plan_readings(needs, one.zhou_yuan, id(), readings)),
              "only_the_keeper_plans_study");
    ASSERT_EQ(code_of(plan_readings(needs, one.keeper, id(), readings)), "accepted");
    const auto planned = plan_readings(needs, one.keeper, id(), readings);
    EXPECT_EQ(planned->readings, readings);
    EXPECT_EQ(planned->titles.size(), usual + 1);
    EXPECT_EQ(planned->titles.back(), "本区整改工作会议讲话");
    one.ledger.expect_sound_journal();
}

TEST_P(Studies, add_up_what_each_did_together_and_alone) {
    auto wanted = session();
    const auto held = hold_session(needs, one.keeper, id(), wanted);
    ASSERT_EQ(code_of(held), "accepted");
    EXPECT_EQ(code_of(hold_session(needs, one.keeper, id(), wanted)), "somebody_else_changed_it");
    wanted.version = 1;
    wanted.minutes = 200;
    ASSERT_EQ(code_of(hold_session(needs, one.keeper, id(), wanted)), "accepted");
    EXPECT_EQ(code_of(do_own_study(needs, one.keeper, id(), own(60))), "only_the_team_studies");
    const auto alone = own(60);
    ASSERT_EQ(code_of(do_own_study(needs, one.zhou_yuan, id(), alone)), "accepted");
    ASSERT_EQ(code_of(do_own_study(needs, one.zhou_yuan, id(), alone)), "accepted") << "said twice";
    EXPECT_EQ(code_of(do_own_study(needs, one.lin_xiao, id(), alone)), "same_id_other_content");
    const auto hours = view(one.han_zheng).hours;
    ASSERT_EQ(hours.size(), 7u);
    EXPECT_EQ(hours[0], (StudyHours{one.part_of(one.han_zheng), 200, 0, 0}));
    EXPECT_EQ(hours[1], (StudyHours{one.part_of(one.zhou_yuan), 0, 60, 0}));
    EXPECT_EQ(hours[2].missing(4), 240);
    EXPECT_EQ(view(one.zhou_yuan).own.size(), 1u);
    EXPECT_TRUE(view(one.lin_xiao).own.empty());
    EXPECT_EQ(code_of(drop_own_study(needs, one.lin_xiao, id(), alone.id)), "own_study_unknown");
    EXPECT_EQ(code_of(drop_own_study(needs, one.zhou_yuan, id(), alone.id)), "accepted");
    EXPECT_EQ(view(one.zhou_yuan).hours[1].alone, 0);
    one.ledger.expect_sound_journal();
}

TEST_P(Studies, show_notes_to_their_writer_only) {
    auto mine = note_of("认领三个问题。");
    EXPECT_EQ(code_of(take_note(needs, one.keeper, id(), mine)), "only_the_team_studies");
    ASSERT_EQ(code_of(take_note(needs, one.zhou_yuan, id(), mine)), "accepted");
    EXPECT_EQ(code_of(take_note(needs, one.lin_xiao, id(), mine)), "same_id_other_content");
    mine.text = "认领四个问题。";
    ASSERT_EQ(code_of(take_note(needs, one.zhou_yuan, id(), mine)), "accepted");
    for (const auto& [what, who] : one.everybody()) {
        const auto seen = view_study(needs, *who, id());
        if (!seen) {
            EXPECT_TRUE(what == "其他人" || what == "整改办其他人") << what;
            continue;
        }
        EXPECT_EQ(seen->notes.size(), what == "其他成员" ? 1u : 0u) << what;
        EXPECT_EQ(seen->hours[1].notes, 1) << what << " learns that there is one";
    }
    EXPECT_EQ(view(one.zhou_yuan).notes.at(0).text, "认领四个问题。");
    const auto told = one.ledger.here.database.read([&](db::Transaction& transaction) {
        return *transaction.first(
            "SELECT count(*) FROM journal_payload WHERE payload LIKE '%认领%'", {},
            [](const db::Row& row) { return row.integer(0); });
    });
    EXPECT_EQ(told, 0);
}

TEST_P(Studies, stand_in_papers_without_notes) {
    ASSERT_EQ(code_of(hold_session(needs, one.keeper, id(), session())), "accepted");
    ASSERT_EQ(code_of(take_note(needs, one.zhou_yuan, id(), note_of("认领三个问题。"))),
              "accepted");
    const auto make = study_papers(one.ledger.here.clock);
    const auto paper = [&](std::string_view which) {
        return needs.database.read(
            [&](db::Transaction& transaction) -> base::Result<documents::Document> {
                const auto opened = life_meetings::open_meeting(transaction, one.keeper, id());
                if (!opened) return opened.error();
                return make(transaction, *opened, which);
            });
    };
    EXPECT_EQ(paper("plan")->paper.name, "巡察整改专题民主生活会学习计划");
    std::string all;
    const auto record = paper("record");
    ASSERT_EQ(code_of(record), "accepted");
    for (const auto& part : record->paper.sections.front().parts)
        if (const auto* paragraph = std::get_if<office::Paragraph>(&part))
            for (const auto& run : paragraph->runs) all += run.text;
    EXPECT_NE(all.find("周远（外出培训）"), std::string::npos);
    EXPECT_EQ(all.find("认领"), std::string::npos);
    EXPECT_EQ(code_of(paper("else")), "document_kind_unknown");
}

}  // namespace
}  // namespace studies
