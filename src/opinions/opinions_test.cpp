// Opinions on both engines: entered as they were said, given to those they are about and to nobody
// else, signed for, put right; problems gathered from them and taken on.
#include <gtest/gtest.h>

#include <map>

#include "opinions/gathered_actions.hpp"
#include "opinions/paper_actions.hpp"
#include "opinions/test_collection.hpp"

namespace opinions {
namespace {

constexpr std::string_view all_entries = "SELECT count(*) FROM journal_entry";

using testing::code_of;
using testing::usual_terms;
using Words = std::vector<std::string>;

class Opinions : public testing::OneCollection {
  protected:
    void enter_usual() {
        chosen();
        entered({{{}, "开会多，落实少。"},
                 {part_of(one.zhou_yuan), "周远同志下基层少。"},
                 {part_of(one.han_zheng), "批评人讲面子。"}});
    }
    void deliver() { EXPECT_EQ(code_of(deliver_opinions(needs, one.keeper, id())), "accepted"); }
    OpinionId opinion_id(std::size_t at) { return texts(one.keeper)->page.rows[at].opinion.id; }
    /// The text of a paper as somebody is shown it; the code when they are not.
    std::string paper(const base::Actor& who, std::string_view which) {
        const auto make = opinion_papers(one.ledger.here.clock);
        const auto made = needs.database.read(
            [&](db::Transaction& transaction) -> base::Result<documents::Document> {
                const auto opened = life_meetings::open_meeting(transaction, who, id());
                if (!opened) return opened.error();
                return make(transaction, *opened, which);
            });
        if (!made) return made.error().code;
        std::string all;
        for (const auto& section : made->paper.sections)
            for (const auto& part : section.parts) {
                if (const auto* paragraph = std::get_if<office::Paragraph>(&part))
                    for (const auto& run : paragraph->runs) all += run.text + "\n";
                if (const auto* table = std::get_if<office::PaperTable>(&part))
                    for (const auto& row : table->rows)
                        for (const auto& cell : row.cells) all += cell.text + "|";
            }
        return all;
    }
};
ZHENGGAI_ON_BOTH_ENGINES(Opinions);

TEST_P(Opinions, are_collected_by_the_channels_that_were_chosen) {
    EXPECT_EQ(code_of(enter_sheets(needs, one.keeper, id(), {sheet({})})),
              "opinions_are_not_collected_yet");
    EXPECT_EQ(code_of(choose_collection(needs, one.han_zheng, id(), {0, usual_terms()})),
              "only_the_keeper_collects_opinions");
    EXPECT_EQ(code_of(choose_collection(needs, one.outsider, id(), {0, usual_terms()})),
              "life_meeting_unknown");
    const auto first = chosen();
    ASSERT_TRUE(first.collection);
    EXPECT_EQ(first.collection->terms, usual_terms());
    EXPECT_EQ(first.collection->version, 1);
    EXPECT_EQ(code_of(choose_collection(needs, one.keeper, id(), {0, usual_terms("2024-07-12")})),
              "somebody_else_changed_it");
    EXPECT_EQ(chosen(usual_terms("2024-07-12")).collection->terms.finish_on,
              testing::day("2024-07-12"));
    one.ledger.expect_sound_journal();
}

TEST_P(Opinions, are_entered_word_for_word_and_once) {
    chosen();
    const auto sent = sheet({{{}, "  开会多；“落实”少……"}, {part_of(one.lin_xiao), "急。"}});
    for (int times = 0; times < 2; ++times) {
        const auto made = enter_sheets(needs, one.keeper, id(), {sent});
        ASSERT_EQ(code_of(made), "accepted");
        ASSERT_EQ(made->sheets.size(), 1u);
        EXPECT_EQ(made->sheets[0], (ChannelCount{Channel::form, Voice::masses, 1, 2}));
    }
    auto other = sent;
    other.lines[0].text = "开会多。";
    EXPECT_EQ(code_of(enter_sheets(needs, one.keeper, id(), {other})), "same_id_other_content");
    EXPECT_EQ(words(one.keeper), (Words{"  开会多；“落实”少……", "急。"}));
    EXPECT_EQ(entered({}).blank_sheets, 1) << "somebody had nothing to say";
    test_database().run_raw("UPDATE opinion SET text = '开会少。' WHERE number = 1;");
    const auto found = texts(one.keeper);
    EXPECT_FALSE(is_intact(found->page.rows[0].opinion)) << "words that were written over show";
    EXPECT_TRUE(is_intact(found->page.rows[1].opinion));
    one.ledger.expect_sound_journal();
}

TEST_P(Opinions, are_given_to_those_they_are_about_and_to_nobody_else) {
    enter_usual();
    EXPECT_EQ(words(one.zhou_yuan), Words{}) << "nothing before it is given";
    deliver();
    EXPECT_EQ(code_of(deliver_opinions(needs, one.keeper, id())), "no_opinions_to_deliver");
    const Words all{"开会多，落实少。", "周远同志下基层少。", "批评人讲面子。"};
    const std::string concerned = "opinions_are_for_those_concerned",
                      unknown = "life_meeting_unknown";
    const std::map<std::string, Words> shown{{"主要负责人", {all[0], all[2]}},
                                             {"其他成员", {all[0], all[1]}},
                                             {"承办人", all},
                                             {"记录人", {concerned}},
                                             {"列席", {concerned}},
                                             {"到会指导", {concerned}},
                                             {"联系领导", {concerned}},
                                             {"上级机关", {concerned}},
                                             {"整改办其他人", {unknown}},
                                             {"其他人", {unknown}}};
    for (const auto& [what, who] : one.everybody()) EXPECT_EQ(words(*who), shown.at(what)) << what;
    EXPECT_EQ(words(one.shen_mei), Words{all[0]}) << "another member reads of the team only";
    one.ledger.expect_sound_journal();
}

TEST_P(Opinions, are_counted_by_person_for_those_who_answer_for_all_of_them) {
    enter_usual();
    deliver();
    for (const auto& [what, who] : one.everybody()) {
        const auto seen = view_collection(needs, *who, id());
        if (!seen) continue;
        const bool all = what == "主要负责人" || what == "承办人" || what == "上级机关";
        const std::size_t own = what == "其他成员" ? 2 : 1;
        EXPECT_EQ(seen->about.size(), all ? 3u : own) << what;
        EXPECT_EQ(seen->deliveries.size(), all ? 7u : own - 1) << what;
        EXPECT_EQ(seen->of_persons, 2) << what;
        EXPECT_EQ(seen->box.has_value(), what == "承办人") << what;
    }
}

TEST_P(Opinions, are_signed_for_by_whoever_got_them) {
    enter_usual();
    EXPECT_EQ(code_of(receive_opinions(needs, one.zhou_yuan, id())), "no_opinions_to_receive");
    deliver();
    EXPECT_EQ(code_of(receive_opinions(needs, one.sitting_in, id())),
              "only_the_team_receives_opinions");
    const auto received = receive_opinions(needs, one.zhou_yuan, id());
    ASSERT_EQ(code_of(received), "accepted");
    ASSERT_EQ(received->deliveries.size(), 1u);
    EXPECT_EQ(received->deliveries[0].delivered, 2);
    EXPECT_EQ(received->deliveries[0].received, 2);
    EXPECT_EQ(received->deliveries[0].last_received_at, one.ledger.here.clock.now());
    EXPECT_EQ(code_of(receive_opinions(needs, one.zhou_yuan, id())), "no_opinions_to_receive");
    EXPECT_EQ(code_of(note_receipt(needs, one.zhou_yuan, id(), part_of(one.shen_mei))),
              "only_the_keeper_collects_opinions");
    const auto on_paper = note_receipt(needs, one.keeper, id(), part_of(one.shen_mei));
    ASSERT_EQ(code_of(on_paper), "accepted");
    for (const auto& each : on_paper->deliveries) {
        EXPECT_EQ(each.on_paper, each.participant == part_of(one.shen_mei));
        const bool is_signed =
            each.participant == part_of(one.zhou_yuan) || each.participant == part_of(one.shen_mei);
        EXPECT_EQ(each.received > 0, is_signed);
    }
    one.ledger.expect_sound_journal();
}

TEST_P(Opinions, are_struck_with_a_reason_and_stay_readable_to_the_keeper) {
    enter_usual();
    deliver();
    const auto wrong = opinion_id(1);
    const Correction correction{"录错了人，原件上写的是林晓",
                                Line{part_of(one.lin_xiao), "林晓同志下基层少。"}};
    EXPECT_EQ(code_of(strike_opinion(needs, one.zhou_yuan, wrong, correction)),
              "only_the_keeper_collects_opinions");
    EXPECT_EQ(code_of(strike_opinion(needs, one.outsider, wrong, correction)), "opinion_unknown");
    ASSERT_EQ(code_of(strike_opinion(needs, one.keeper, wrong, correction)), "accepted");
    EXPECT_EQ(code_of(strike_opinion(needs, one.keeper, wrong, correction)), "opinion_is_struck");
    const auto rows = texts(one.keeper)->page.rows;
    ASSERT_EQ(rows.size(), 4u);
    EXPECT_EQ(rows[1].opinion.line.text, "周远同志下基层少。");
    EXPECT_EQ(rows[1].opinion.strike->reason, correction.reason);
    EXPECT_EQ(rows[1].opinion.strike->replaced_by, 4);
    EXPECT_EQ(words(one.zhou_yuan), Words{"开会多，落实少。"});
    EXPECT_EQ(words(one.lin_xiao), Words{"开会多，落实少。"}) << "what is new is not given yet";
    deliver();
    EXPECT_EQ(words(one.lin_xiao), (Words{"开会多，落实少。", "林晓同志下基层少。"}));
    EXPECT_EQ(view(one.keeper).of_persons, 2) << "what is struck does not count";
    one.ledger.expect_sound_journal();
}

TEST_P(Opinions, leave_an_entry_when_the_keeper_reads_them_and_none_of_their_words_in_it) {
    enter_usual();
    const auto before = count(all_entries);
    EXPECT_EQ(words(one.keeper).size(), 3u);
    EXPECT_EQ(count(all_entries), before + 1);
    EXPECT_EQ(words(one.keeper).size(), 3u);
    EXPECT_EQ(count(all_entries), before + 1) << "once an hour";
    deliver();
    const auto given = count(all_entries);
    EXPECT_EQ(words(one.zhou_yuan).size(), 2u);
    EXPECT_EQ(count(all_entries), given) << "what is for oneself";
    EXPECT_EQ(count("SELECT count(*) FROM journal_payload WHERE payload LIKE '%下基层少%'"), 0);
}

TEST_P(Opinions, say_in_papers_what_their_reader_may_know) {
    EXPECT_EQ(paper(one.keeper, "report"), "opinions_are_not_collected_yet");
    chosen();
    EXPECT_NE(paper(one.keeper, "report").find("没有人交回意见"), std::string::npos)
        << "nobody answered";
    entered({{{}, "开会多，落实少。"}, {part_of(one.zhou_yuan), "周远同志下基层少。"}});
    deliver();
    const auto has = [&](const base::Actor& who, std::string_view which, std::string_view what) {
        return paper(who, which).find(what) != std::string::npos;
    };
    EXPECT_TRUE(has(one.keeper, "report", "收集到意见建议2条，其中对领导班子1条"));
    EXPECT_TRUE(has(one.keeper, "report", "开会多"));
    EXPECT_FALSE(has(one.keeper, "report", "下基层少")) << "of persons counts only";
    EXPECT_TRUE(has(one.zhou_yuan, "report", "下基层少")) << "of oneself";
    EXPECT_FALSE(has(one.han_zheng, "report", "下基层少"));
    EXPECT_FALSE(has(one.inspection, "report", "开会多")) << "superiors are told counts";
    EXPECT_TRUE(has(one.keeper, "summary", "下基层少"));
    EXPECT_FALSE(has(one.han_zheng, "summary", "下基层少"));
    EXPECT_EQ(paper(one.inspection, "summary"), "opinions_are_for_those_concerned");
    const auto of_zhou = part_of(one.zhou_yuan).text();
    EXPECT_TRUE(has(one.keeper, of_zhou, "下基层少"));
    EXPECT_TRUE(has(one.zhou_yuan, of_zhou, "下基层少"));
    EXPECT_EQ(paper(one.han_zheng, of_zhou), "opinions_are_for_those_concerned");
    EXPECT_FALSE(has(one.keeper, part_of(one.lin_xiao).text(), "下基层少"));
    EXPECT_TRUE(has(one.keeper, "form", "□职工代表") || has(one.keeper, "form", "□干部群众"));
    EXPECT_EQ(paper(one.keeper, "else"), "document_kind_unknown");
}

TEST_P(Opinions, lead_to_problems_that_leaders_take_on) {
    enter_usual();
    NewGathered wanted;
    wanted.id = one.ledger.here.make_id<GatheredId>();
    wanted.text = "会议多、督促落实少。";
    wanted.opinions = {opinion_id(0)};
    wanted.given_to = {part_of(one.han_zheng), part_of(one.lin_xiao)};
    EXPECT_EQ(code_of(gather_problem(needs, one.han_zheng, id(), wanted)),
              "only_the_keeper_collects_opinions");
    ASSERT_EQ(code_of(gather_problem(needs, one.keeper, id(), wanted)), "accepted");
    EXPECT_EQ(gather_problem(needs, one.keeper, id(), wanted)->rows.size(), 1u) << "said twice";
    NewGathered of_one;
    of_one.id = one.ledger.here.make_id<GatheredId>();
    of_one.source = Source::cadre_assessment;
    of_one.about = part_of(one.zhou_yuan);
    of_one.text = "年度考核指出，调查研究不够。";
    of_one.given_to = {part_of(one.zhou_yuan)};
    ASSERT_EQ(code_of(gather_problem(needs, one.keeper, id(), of_one)), "accepted");
    const std::map<std::string, std::size_t> seen{
        {"主要负责人", 1}, {"其他成员", 1}, {"承办人", 2},   {"记录人", 0},
        {"列席", 0},       {"到会指导", 0}, {"联系领导", 0}, {"上级机关", 0}};
    for (const auto& [what, who] : one.everybody())
        if (const auto list = view_gathered(needs, *who, id())) {
            EXPECT_EQ(list->rows.size(), seen.at(what)) << what;
            EXPECT_EQ(list->total, 2) << what;
        }
    EXPECT_EQ(view_gathered(needs, one.lin_xiao, id())->rows.at(0).opinion_numbers,
              std::vector<std::int64_t>{1});
    EXPECT_EQ(code_of(claim_gathered(needs, one.shen_mei, wanted.id)), "gathered_unknown");
    ASSERT_EQ(code_of(claim_gathered(needs, one.lin_xiao, wanted.id)), "accepted");
    EXPECT_EQ(code_of(drop_gathered(needs, one.keeper, wanted.id)), "gathered_is_claimed");
    ASSERT_EQ(code_of(give_gathered(needs, one.keeper, wanted.id, {part_of(one.shen_mei)})),
              "accepted");
    const auto claims = view_gathered(needs, one.keeper, id())->rows[0].gathered.claims;
    ASSERT_EQ(claims.size(), 2u) << "who took it on stays";
    EXPECT_EQ(code_of(drop_gathered(needs, one.keeper, of_one.id)), "accepted");
    EXPECT_EQ(view_gathered(needs, one.keeper, id())->claimed, 1);
    one.ledger.expect_sound_journal();
}

TEST_P(Opinions, wait_for_those_who_have_not_signed_or_taken_on) {
    enter_usual();
    EXPECT_TRUE(list_waiting_opinions(needs, one.zhou_yuan).empty());
    deliver();
    NewGathered wanted;
    wanted.id = one.ledger.here.make_id<GatheredId>();
    wanted.source = Source::audit;
    wanted.text = "专项资金拨付慢。";
    wanted.given_to = {part_of(one.zhou_yuan)};
    ASSERT_EQ(code_of(gather_problem(needs, one.keeper, id(), wanted)), "accepted");
    const auto waiting = list_waiting_opinions(needs, one.zhou_yuan);
    ASSERT_EQ(waiting.size(), 1u);
    EXPECT_EQ(waiting[0].meeting, id());
    EXPECT_EQ(waiting[0].to_receive, 2);
    EXPECT_EQ(waiting[0].to_claim, 1);
    EXPECT_EQ(list_waiting_opinions(needs, one.lin_xiao).at(0).to_claim, 0);
    EXPECT_TRUE(list_waiting_opinions(needs, one.keeper).empty());
    ASSERT_EQ(code_of(receive_opinions(needs, one.zhou_yuan, id())), "accepted");
    ASSERT_EQ(code_of(claim_gathered(needs, one.zhou_yuan, wanted.id)), "accepted");
    EXPECT_TRUE(list_waiting_opinions(needs, one.zhou_yuan).empty());
    one.put_in_state(life_meetings::LifeState::closed);
    EXPECT_TRUE(list_waiting_opinions(needs, one.lin_xiao).empty()) << "the meeting is over";
}

TEST_P(Opinions, gather_problems_of_the_ledger_that_the_keeper_sees) {
    const auto problem = one.ledger.add("专项资金拨付慢").problem;
    NewGathered wanted;
    wanted.id = one.ledger.here.make_id<GatheredId>();
    wanted.source = Source::feedback;
    wanted.text = problem.text;
    wanted.problem = one.ledger.here.make_id<ledger::ProblemId>();
    EXPECT_EQ(code_of(gather_problem(needs, one.keeper, id(), wanted)), "problem_not_found");
    wanted.problem = problem.id;
    const auto list = gather_problem(needs, one.keeper, id(), wanted);
    ASSERT_EQ(code_of(list), "accepted");
    EXPECT_EQ(list->rows[0].problem_number, problem.number);
}

}  // namespace
}  // namespace opinions
