// Feedback from its registering to its receipt, who sees it, and its text answered sentence by
// sentence: by problems, by reasons, with what nobody may learn of left out.
#include <gtest/gtest.h>

#include <map>

#include "base/test_contract.hpp"
#include "evidence/blob_folder.hpp"
#include "inspections/feedback_json.hpp"
#include "inspections/feedback_store.hpp"
#include "ledger/bin_actions.hpp"
#include "ledger/test_ledger.hpp"
#include "office/sample_files.hpp"

namespace inspections {
namespace {

using accounts::Role;
using ledger::testing::code_of;
using ledger::testing::day;
using ledger::testing::TestLedger;

constexpr std::string_view text =
    "关于巡察区财政局党组的反馈意见\n"
    "巡察共发现2个方面2个问题。总的看，局党组能够履行职责。\n"
    "一、党的建设方面\n"
    "1.采购管理不规范，少数项目没有招标。\n"
    "2.党组研究党建工作不经常。";

Paper plain(std::string_view words = text) {
    Paper paper;
    paper.document = "青巡〔2024〕6号";
    paper.document_on = day("2024-05-11");
    paper.text = words;
    return paper;
}

class Feedbacks : public ledger::testing::OneLedger {
  protected:
    Feedbacks() { principal.seat = base::Seat::principal; }

    NewFeedback wanted(const Paper& paper = plain()) {
        return {ledger.here.make_id<FeedbackId>(), ledger.programme, paper};
    }
    FeedbackView registered(const Paper& paper = plain()) {
        const auto made = register_feedback(needs, office, wanted(paper));
        EXPECT_EQ(code_of(made), "accepted");
        return *made;
    }
    static SeenFeedback seen(const FeedbackView& view) {
        return {view.feedback.id, view.feedback.version};
    }
    FeedbackView delivered(const FeedbackView& view) {
        const auto done = deliver_feedback(needs, office, seen(view), {day("2024-05-13"), {}, {}});
        EXPECT_EQ(code_of(done), "accepted");
        return *done;
    }
    /// Of the sentence that begins so.
    static WantedAnswer of(const FeedbackView& view, std::string_view begin) {
        for (const auto& one : view.sentences)
            if (one.piece.text.starts_with(begin)) return {one.id, one.version, {}, {}, ""};
        ADD_FAILURE() << begin;
        return {};
    }
    static const Sentence& sentence(const FeedbackView& view, std::string_view begin) {
        for (const auto& one : view.sentences)
            if (one.piece.text.starts_with(begin)) return one;
        throw std::runtime_error("no such sentence");
    }
    FeedbackView linked(const FeedbackView& view) {
        auto answer = of(view, "1.采购");
        answer.problems = {row.problem.id};
        const auto done = answer_sentences(needs, office, view.feedback.id, {answer});
        EXPECT_EQ(code_of(done), "accepted");
        return *done;
    }

    ledger::ProblemRow row =
        ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement));
    ledger::ProblemRow party = ledger.add("党组研究党建工作不经常");
    base::Actor office = ledger.zhang_min, principal = [&] {
        auto actor = ledger.zhou_guifang;
        actor.acts = accounts::acts_of(Role::principal);
        return actor;
    }();
};
ZHENGGAI_ON_BOTH_ENGINES(Feedbacks);

TEST_P(Feedbacks, are_registered_cut_into_sentences_and_counted) {
    const auto view = registered();
    EXPECT_EQ(view.sentences.size(), 6u);
    EXPECT_EQ(view.coverage, (Coverage{4, 0, 0, 4}));
    EXPECT_EQ(view.declared, (DeclaredTotals{2, 2}));
    EXPECT_EQ(view.unsourced.size(), 2u);
    const auto again =
        register_feedback(needs, office, {view.feedback.id, ledger.programme, plain()});
    EXPECT_EQ(code_of(again), "accepted") << "sent twice";
    const auto other =
        register_feedback(needs, office, {view.feedback.id, ledger.programme, plain("别的内容。")});
    EXPECT_EQ(code_of(other), "same_id_other_content");
    EXPECT_EQ(list_feedback_of(needs, office, ledger.programme)->rows.size(), 1u);
    EXPECT_EQ(code_of(register_feedback(needs, ledger.zhou_guifang, wanted())),
              "only_registrars_keep_feedback");
    ledger.expect_sound_journal();
}

TEST_P(Feedbacks, are_seen_by_those_who_see_the_whole_unit) {
    const auto view = registered();
    EXPECT_EQ(code_of(view_feedback(needs, ledger.zhou_guifang, view.feedback.id)), "accepted");
    EXPECT_EQ(code_of(view_feedback(needs, ledger.li_qiang, view.feedback.id)), "feedback_unknown")
        << "one section sees its own rows, not the findings about all";
    const auto listed = list_feedback_of(needs, ledger.li_qiang, ledger.programme);
    ASSERT_TRUE(listed);
    EXPECT_TRUE(listed->rows.empty());
    EXPECT_FALSE(listed->whole);
    EXPECT_EQ(code_of(list_feedback_of(needs, ledger.sun_li, ledger.programme)),
              "programme_not_found");
}

TEST_P(Feedbacks, are_delivered_and_signed_for_by_the_principal) {
    const auto view = registered();
    EXPECT_EQ(code_of(sign_for_feedback(needs, principal, seen(view))),
              "feedback_is_not_delivered");
    EXPECT_TRUE(list_feedback_to_sign(needs, principal).empty());
    const auto done = delivered(view);
    ASSERT_EQ(list_feedback_to_sign(needs, principal).size(), 1u);
    EXPECT_TRUE(list_feedback_to_sign(needs, office).empty());
    EXPECT_EQ(code_of(sign_for_feedback(needs, principal, seen(view))), "somebody_else_changed_it");
    const auto signed_for = sign_for_feedback(needs, principal, seen(done));
    ASSERT_EQ(code_of(signed_for), "accepted");
    EXPECT_EQ(signed_for->feedback.receipt, (Receipt{"财政局周桂芳", day("2024-06-30"), false}));
    EXPECT_TRUE(list_feedback_to_sign(needs, principal).empty());
    ledger.expect_sound_journal();
}

TEST_P(Feedbacks, give_the_programme_its_feedback_day_where_it_has_none) {
    auto programme = ledger.wanted_programme("新的整改");
    programme.feedback_on.reset();
    programme.concentrated_end_on.reset();
    ASSERT_EQ(code_of(ledger::open_programme(needs, office, programme)), "accepted");
    auto one = wanted();
    one.programme = programme.id;
    const auto view = register_feedback(needs, office, one);
    ASSERT_EQ(code_of(view), "accepted");
    delivered(*view);
    EXPECT_EQ(ledger::view_programme(needs, office, programme.id)->programme.feedback_on,
              day("2024-05-13"));
}

TEST_P(Feedbacks, are_refused_days_that_cannot_be) {
    const auto view = registered();
    const auto deliver = [&](Delivery delivery) {
        return code_of(deliver_feedback(needs, office, seen(view), delivery));
    };
    EXPECT_EQ(deliver({day("2024-07-01"), {}, {}}), "feedback_day_in_the_future");
    EXPECT_EQ(deliver({day("2024-05-10"), {}, {}}), "delivered_too_early");
    EXPECT_EQ(deliver({day("2024-05-13"), day("2024-05-14"), day("2024-05-13")}),
              "team_told_before_principal");
    const auto done = delivered(view);
    const auto early =
        note_feedback_receipt(needs, office, seen(done), {"周桂芳", day("2024-05-12"), false});
    EXPECT_EQ(code_of(early), "received_before_delivery");
    const auto paper =
        note_feedback_receipt(needs, office, seen(done), {"周桂芳", day("2024-05-14"), false});
    ASSERT_EQ(code_of(paper), "accepted");
    EXPECT_TRUE(paper->feedback.receipt->on_paper);
    auto late = plain();
    late.document_on = day("2024-08-01");
    EXPECT_EQ(code_of(register_feedback(needs, office, wanted(late))),
              "feedback_day_in_the_future");
}

TEST_P(Feedbacks, are_taken_back_before_anybody_signs) {
    const auto done = delivered(registered());
    EXPECT_EQ(code_of(take_back_feedback(needs, office, seen(done), "误")), "reason_too_short");
    const auto back = take_back_feedback(needs, office, seen(done), "送达日期登记有误");
    ASSERT_EQ(code_of(back), "accepted");
    EXPECT_EQ(back->feedback.state, FeedbackState::registered);
    EXPECT_FALSE(back->feedback.delivery);
}

TEST_P(Feedbacks, keep_what_the_principal_declared_and_who_was_told) {
    const auto done = delivered(registered());
    const Declaration declaration{
        "周桂芳", day("2024-05-13"), "照单全收。", {"一个月报方案", "带头整改"}};
    const auto declared = note_feedback_declaration(needs, office, seen(done), declaration);
    ASSERT_EQ(code_of(declared), "accepted");
    EXPECT_EQ(view_feedback(needs, office, done.feedback.id)->feedback.declaration, declaration);
    EXPECT_EQ(
        code_of(note_feedback_declaration(needs, office, seen(*declared), {"周桂芳", {}, "", {}})),
        "declaration_says_nothing");
    const std::vector<Copy> copies{
        {CopyRole::discipline, "区纪委", day("2024-05-13"), "郑青", day("2024-05-14")},
        {CopyRole::organisation, "区委组织部", day("2024-05-13"), "", {}}};
    const auto told = set_feedback_copies(needs, office, seen(*declared), copies);
    ASSERT_EQ(code_of(told), "accepted");
    EXPECT_EQ(view_feedback(needs, office, done.feedback.id)->feedback.copies, copies);
    EXPECT_EQ(code_of(set_feedback_copies(needs, office, seen(*told),
                                          {{CopyRole::other, "某办", {}, "李四", {}}})),
              "copy_received_by_nobody");
}

TEST_P(Feedbacks, propose_problems_and_are_answered_by_them) {
    const auto view = registered();
    for (std::size_t i = 0; i < view.sentences.size(); ++i) {
        if (!view.sentences[i].piece.text.starts_with("1.采购")) continue;
        ASSERT_EQ(view.proposals[i].size(), 1u);
        EXPECT_EQ(view.proposals[i][0].problem, row.problem.id);
    }
    const auto after = linked(view);
    EXPECT_EQ(after.coverage, (Coverage{4, 1, 0, 3}));
    EXPECT_EQ(after.linked_problems, 1);
    ASSERT_EQ(after.unsourced.size(), 1u);
    EXPECT_EQ(after.unsourced[0].id, party.problem.id);
    auto praise = of(after, "总的看");
    praise.answer = Answer::praise;
    praise.reason = "肯定成绩，不涉及问题。";
    const auto praised = answer_sentences(needs, office, view.feedback.id, {praise});
    ASSERT_EQ(code_of(praised), "accepted");
    EXPECT_EQ(praised->coverage, (Coverage{4, 1, 1, 2}));
    EXPECT_EQ(code_of(answer_sentences(needs, office, view.feedback.id, {praise})),
              "somebody_else_changed_it");
    const auto sources = list_sources_of(needs, ledger.li_qiang, row.problem.id);
    ASSERT_TRUE(sources) << "whoever sees the problem sees where it comes from";
    ASSERT_EQ(sources->size(), 1u);
    EXPECT_EQ(sources->at(0).text, "1.采购管理不规范，少数项目没有招标。");
    const auto documents = database().read([&](db::Transaction& transaction) {
        return list_source_documents(transaction, ledger.programme);
    });
    EXPECT_EQ(documents, (std::map<ProblemId, std::string>{{row.problem.id, "青巡〔2024〕6号"}}));
    const auto brief = list_feedback_of(needs, office, ledger.programme)->rows.at(0);
    EXPECT_EQ(brief.coverage, praised->coverage);
    ledger.expect_sound_journal();
}

TEST_P(Feedbacks, are_answered_all_or_not_at_all_and_within_their_programme) {
    const auto view = registered();
    auto good = of(view, "1.采购"), bad = of(view, "2.党组");
    good.problems = {row.problem.id};
    const auto other = ledger.add("别处的问题", {}, {}, ledger.open("另一整改"));
    bad.problems = {other.problem.id};
    EXPECT_EQ(code_of(answer_sentences(needs, office, view.feedback.id, {good, bad})),
              "problem_not_found");
    EXPECT_EQ(view_feedback(needs, office, view.feedback.id)->coverage.linked, 0);
    EXPECT_EQ(code_of(answer_sentences(needs, principal, view.feedback.id, {good})),
              "only_the_office_answers_sentences");
}

TEST_P(Feedbacks, keep_answers_of_sentences_that_read_the_same_in_a_later_text) {
    const auto view = linked(registered());
    const auto later = plain(
        "总的看，局党组履行职责较好。\n一、党的建设方面\n2.党组研究党建工作不经常。\n"
        "1.采购管理不规范，少数项目没有招标。");
    const auto edited = edit_feedback(needs, office, seen(view), later, "");
    ASSERT_EQ(code_of(edited), "accepted");
    EXPECT_EQ(sentence(*edited, "1.采购").problems, std::vector{row.problem.id});
    EXPECT_EQ(sentence(*edited, "1.采购").id, sentence(view, "1.采购").id);
    EXPECT_EQ(edited->coverage, (Coverage{3, 1, 0, 2}));
    const auto done = delivered(*edited);
    EXPECT_EQ(code_of(edit_feedback(needs, office, seen(done), plain(), "")), "reason_too_short")
        << "what was delivered is changed with a reason only";
    EXPECT_EQ(code_of(edit_feedback(needs, office, seen(done), plain(), "更正印发稿中的错字")),
              "accepted");
}

TEST_P(Feedbacks, say_nothing_of_problems_behind_a_guard) {
    const auto view = linked(registered());
    auto chief = office;
    chief.scope.cleared = base::every_guard;
    ASSERT_EQ(code_of(ledger::guard_problem(needs, chief, ledger.seen(row.problem.id),
                                            {base::Guard::clues})),
              "accepted");
    const auto seen_now = view_feedback(needs, office, view.feedback.id);
    EXPECT_EQ(seen_now->coverage, (Coverage{4, 0, 0, 4})) << "as if nothing stood for it";
    EXPECT_EQ(list_feedback_of(needs, office, ledger.programme)->rows.at(0).coverage,
              seen_now->coverage);
    EXPECT_EQ(view_feedback(needs, chief, view.feedback.id)->coverage.linked, 1);
    auto answer = of(*seen_now, "1.采购");
    answer.problems = {party.problem.id};
    ASSERT_EQ(code_of(answer_sentences(needs, office, view.feedback.id, {answer})), "accepted");
    EXPECT_EQ(sentence(*view_feedback(needs, chief, view.feedback.id), "1.采购").problems.size(),
              2u)
        << "what cannot be seen is not thrown away";
}

TEST_P(Feedbacks, wait_for_an_answer_again_when_the_problem_is_taken_away) {
    const auto view = linked(registered());
    ASSERT_EQ(code_of(ledger::remove_problem(needs, office, ledger.seen(row.problem.id),
                                             "重复录入的问题")),
              "accepted");
    EXPECT_EQ(view_feedback(needs, office, view.feedback.id)->coverage.open, 4);
}

TEST_P(Feedbacks, are_refused_when_they_bear_a_mark_that_may_not_be_here) {
    const auto marked = plain("绝密★30年\n关于巡察的反馈意见\n采购管理不规范。");
    EXPECT_EQ(code_of(register_feedback(needs, office, wanted(marked))),
              "top_secret_documents_are_refused");
    EXPECT_TRUE(list_feedback_of(needs, office, ledger.programme)->rows.empty());
}

TEST_P(Feedbacks, keep_the_document_itself_as_it_came) {
    const office::sample::Folder folder;
    const evidence::BlobFolder files{folder / "evidence", base::Algorithm::sha256};
    const ledger::EvidenceNeeds kept{needs, files, 1u << 20};
    const auto bring = [&](const FeedbackView& view, const std::string& bytes,
                           const std::string& reason, const base::Actor& who) {
        return file_feedback(kept, who, seen(view),
                             {"../反馈意见.txt", reason, folder.write("upload", bytes)});
    };
    const auto view = registered();
    const auto id = view.feedback.id;
    EXPECT_EQ(code_of(fetch_feedback_file(kept, office, id)), "feedback_has_no_file");
    EXPECT_EQ(code_of(bring(view, "反馈原文", "", principal)), "only_registrars_keep_feedback");
    EXPECT_EQ(code_of(file_feedback(kept, office, seen(view), {"", "", folder / "none"})),
              "file_missing");
    const auto filed = bring(view, "反馈原文", "", office);
    ASSERT_EQ(code_of(filed), "accepted");
    const auto fetched = fetch_feedback_file(kept, ledger.zhou_guifang, id);
    ASSERT_EQ(code_of(fetched), "accepted");
    EXPECT_EQ(fetched->item.evidence.name, "反馈意见.txt");
    EXPECT_EQ(fetched->blob->read(0, 100), "反馈原文");
    EXPECT_EQ(filed->feedback.filed->file.digest, fetched->item.file.digest);
    EXPECT_EQ(code_of(fetch_feedback_file(kept, ledger.li_qiang, id)), "feedback_unknown");
    EXPECT_EQ(bring(*filed, "反馈原文", "", office)->feedback.version, filed->feedback.version)
        << "the same again is no change";
    const auto done = delivered(*filed);
    EXPECT_EQ(code_of(bring(done, "更正后的原文", "", office)), "reason_too_short");
    const auto anew = bring(done, "更正后的原文", "更正印发稿中的错字", office);
    ASSERT_EQ(code_of(anew), "accepted");
    EXPECT_NE(anew->feedback.filed->file.digest, filed->feedback.filed->file.digest);
    ledger.expect_sound_journal();
}

const base::testing::Contract contract{"inspections"};

Feedback golden() {
    using base::testing::golden_id;
    Feedback one;
    one.id = golden_id<FeedbackId>("f1");
    one.programme = golden_id<ProgrammeId>("b1");
    one.programme_title = "财政局巡察整改";
    one.unit = golden_id<base::UnitId>("c2");
    one.paper = plain("1.采购管理不规范。");
    one.state = FeedbackState::signed_for;
    one.delivery = Delivery{day("2024-05-13"), day("2024-05-13"), day("2024-05-13")};
    one.receipt = Receipt{"周桂芳", day("2024-05-13"), true};
    one.declaration = {"周桂芳", day("2024-05-13"), "照单全收。", {"一个月报方案"}};
    one.copies = {{CopyRole::discipline, "区纪委", day("2024-05-13"), "郑青", day("2024-05-14")}};
    one.filed = FiledPaper{"反馈意见.docx",
                           {"5d41", base::Algorithm::sha256, 20480, evidence::FileType::docx}};
    one.registered_by = "张敏";
    one.registered_at = base::Instant{1'719'735'300'000};
    one.version = 5;
    return one;
}

TEST(FeedbackMessages, are_those_of_the_contract) {
    using base::testing::golden_id;
    base::Actor office;
    office.acts = accounts::acts_of(Role::rectification_office);
    const Reader reader{office, day("2024-06-30")};
    FeedbackView view{golden(), {}};
    Sentence one;
    one.id = golden_id<SentenceId>("a1");
    one.piece = {"1.采购管理不规范。", false};
    view.sentences = {one};
    view.proposals = {{{golden_id<ProblemId>("e1"), 0.75}}};
    view.coverage = {1, 0, 0, 1};
    view.declared = {2, 2};
    view.problems = {{golden_id<ProblemId>("e1"), 7, "采购管理不规范"}};
    view.unsourced = view.problems;
    contract.expect(to_json(view, reader), "feedback");
    contract.expect(to_json(FeedbackList{{{golden(), view.coverage}}, true}, reader),
                    "feedback_list");
    const auto read = read_new_feedback(contract.golden("new_feedback"));
    ASSERT_EQ(code_of(read), "accepted");
    EXPECT_EQ(read->paper, golden().paper);
    const auto answers = read_answers(contract.golden("answers"));
    ASSERT_EQ(code_of(answers), "accepted");
    ASSERT_EQ(answers->size(), 2u);
    EXPECT_EQ(answers->at(0).problems, std::vector{golden_id<ProblemId>("e1")});
    EXPECT_EQ(answers->at(1).answer, Answer::praise);
}

}  // namespace
}  // namespace inspections
