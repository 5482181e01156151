// A text on its way to the public: proposals, decisions, somebody else's approval, publication, and
// who sees what of it. Both engines.
#include <gtest/gtest.h>

#include "disclosure/beginning_actions.hpp"
#include "disclosure/publishing_actions.hpp"
#include "inspections/clue_actions.hpp"
#include "journal/journal_store.hpp"
#include "ledger/restricted_actions.hpp"
#include "ledger/test_ledger.hpp"
#include "narrative/writing_actions.hpp"
#include "office/archive.hpp"
#include "office/document.hpp"
#include "supervision/accountability_actions.hpp"

namespace disclosure {
namespace {

using ledger::testing::code_of;
using ledger::testing::day;
using ledger::testing::TestLedger;

TEST(Money, is_told_in_ten_thousands_without_noughts) {
    EXPECT_EQ(money_in_words(8'600), "8600元");
    EXPECT_EQ(money_in_words(120'000), "12万元");
    EXPECT_EQ(money_in_words(125'600), "12.56万元");
    EXPECT_EQ(money_in_words(1'000'500), "100.05万元");
}

class Releases : public ledger::testing::OneLedger {
  protected:
    NewRelease wanted(const std::string& text) {
        NewRelease one;
        one.id = ledger.here.make_id<ReleaseId>();
        one.programme = ledger.programme;
        one.source = Source::text;
        one.title = "整改情况通报";
        one.text = text;
        return one;
    }
    ReleaseView begin(const std::string& text) {
        auto begun = begin_release(needs_, ledger.zhang_min, wanted(text));
        EXPECT_TRUE(begun) << begun.error().code;
        return *begun;
    }
    static SeenRelease seen(const ReleaseView& view) {
        return {view.release.id, view.release.version};
    }
    ReleaseView view(ReleaseId id, const base::Actor& who) {
        return *view_release(needs_, who, id);
    }
    /// Every proposal accepted, by the office.
    ReleaseView accept_all(const ReleaseView& now) {
        std::vector<WantedDecision> all;
        for (const auto& one : now.passages)
            if (one.open())
                all.push_back({one.number, Decision::replaced, one.replacement, "", one.ground});
        auto after = decide_passages(needs_, ledger.zhang_min, seen(now), all);
        EXPECT_TRUE(after) << after.error().code;
        return *after;
    }
    ReleaseView approve_now(const ReleaseView& now) {
        const auto submitted = submit_release(needs_, ledger.zhang_min, seen(now));
        EXPECT_TRUE(submitted) << submitted.error().code;
        auto after = approve_release(needs_, ledger.wang_fang, seen(*submitted), {{}, "同意"});
        EXPECT_TRUE(after) << after.error().code;
        return *after;
    }
    ReleaseView publish_now(const ReleaseView& now) {
        auto after = publish_release(needs_, ledger.zhang_min, seen(now),
                                     {day("2024-06-30"), "门户网站", "", "", {}, ""});
        EXPECT_TRUE(after) << after.error().code;
        return *after;
    }

    /// One with a line under `guards` and an annex.
    narrative::EditionId issue_edition(base::Guards guards) {
        using narrative::LineKind;
        using narrative::Part;
        const auto begun = narrative::begin_narrative(
            needs, ledger.zhang_min,
            {ledger.here.make_id<narrative::NarrativeId>(), ledger.programme});
        EXPECT_TRUE(begun) << begun.error().code;
        narrative::EditionContent content;
        auto& edition = content.edition;
        edition.id = ledger.here.make_id<narrative::EditionId>();
        edition.narrative = begun->narrative.id;
        edition.programme = ledger.programme;
        edition.title = "集中整改进展情况报告";
        edition.issue = {"", day("2024-06-30"), "财政局党组", "巡察办", "周桂芳"};
        edition.guards = guards;
        edition.issued_by = "张敏";
        edition.issued_at = ledger.here.clock.now();
        content.document = {
            {Part::opening, "", {{LineKind::body, "现将情况报告如下。", "", "", {}}}},
            {Part::duties,
             "一、履行整改主体责任情况",
             {{LineKind::body, "局长周伟主持，联系电话13812345678。", "", "", guards}}},
            {Part::statistics, "整改情况统计表", {{LineKind::body, "无", "", "", {}}}}};
        edition.digest = narrative::digest_of(content);
        change(
            [&](db::Transaction& transaction) { narrative::insert_edition(transaction, content); });
        return edition.id;
    }

    template <class Do>
    void change(Do act) {
        const auto done = database().write([&](db::Transaction& transaction) -> base::Result<void> {
            act(transaction);
            return {};
        });
        EXPECT_TRUE(done);
    }

    Needs needs_{needs, std::filesystem::temp_directory_path()};
};
ZHENGGAI_ON_BOTH_ENGINES(Releases);

TEST_P(Releases, propose_what_is_not_to_go_out_and_count_every_decision) {
    auto now = begin("一、总体情况\n\n局长周伟主持，由采购科收回12.56万元。\n整改有序。");
    ASSERT_EQ(now.text.size(), 3u);
    ASSERT_EQ(now.passages.size(), 3u);
    EXPECT_EQ(now.passages[0].rule, Rule::person);
    EXPECT_EQ(now.passages[1].rule, Rule::unit);
    EXPECT_EQ(now.passages[2].rule, Rule::amount);
    EXPECT_EQ(now.out, now.text) << "a proposal changes nothing";
    EXPECT_EQ(code_of(submit_release(needs_, ledger.zhang_min, seen(now))),
              "passages_are_undecided");
    now = accept_all(now);
    EXPECT_EQ(now.out[1], "局长某某主持，由有关单位收回约13万元。");
    EXPECT_EQ(code_of(decide_passages(needs_, ledger.zhang_min, seen(now),
                                      {{9, Decision::replaced, "", "", Ground::wording}})),
              "passage_unknown");
    EXPECT_EQ(code_of(decide_passages(needs_, ledger.zhang_min, {now.release.id, 1}, {})),
              "somebody_else_changed_it");
}

TEST_P(Releases, begin_with_an_issued_edition_as_it_was_issued) {
    const auto edition = issue_edition({});
    auto from = wanted("");
    from.source = Source::edition;
    from.title.clear();
    EXPECT_EQ(code_of(begin_release(needs_, ledger.zhang_min, from)), "edition_unknown");
    from.edition = edition;
    const auto begun = begin_release(needs_, ledger.zhang_min, from);
    ASSERT_TRUE(begun) << begun.error().code;
    EXPECT_EQ(begun->release.title, "集中整改进展情况报告");
    EXPECT_EQ(begun->text, (Paragraphs{"现将情况报告如下。", "一、履行整改主体责任情况",
                                       "局长周伟主持，联系电话13812345678。"}))
        << "without its annexes";
    const auto stored = view(from.id, ledger.zhang_min).release;
    EXPECT_EQ(stored.source, Source::edition);
    EXPECT_EQ(stored.edition, edition);
    EXPECT_TRUE(begin_release(needs_, ledger.zhang_min, from)) << "sent again";
    from.edition = issue_edition({});
    EXPECT_EQ(code_of(begin_release(needs_, ledger.zhang_min, from)), "same_id_other_content");
    const auto offered = list_releases_of(needs_, ledger.zhang_min, ledger.programme)->editions;
    EXPECT_EQ(offered.size(), 2u);
}

TEST_P(Releases, never_begin_with_an_edition_that_holds_restricted_rows) {
    const auto restricted = issue_edition({base::Guard::clues});
    auto cleared = ledger.zhang_min;
    cleared.scope.cleared = base::every_guard;
    auto from = wanted("");
    from.source = Source::edition;
    from.edition = restricted;
    EXPECT_EQ(code_of(begin_release(needs_, cleared, from)), "edition_is_restricted");
    EXPECT_EQ(code_of(begin_release(needs_, ledger.zhang_min, from)), "edition_unknown");
    EXPECT_TRUE(list_releases_of(needs_, cleared, ledger.programme)->editions.empty());
}

TEST_P(Releases, are_proofread_as_they_would_go_out_with_persons_first) {
    auto now = begin("本区共有XX个问题。\n局长周伟主持，联系电话13812345678。");
    const auto kinds_in = [&](const ReleaseView& of) {
        const auto reading = proofread_release(needs_, ledger.zhang_min, of.release.id);
        EXPECT_TRUE(reading) << reading.error().code;
        std::vector<proofreading::Kind> found;
        for (const auto& one : reading->findings) found.push_back(one.kind);
        return found;
    };
    const auto before = kinds_in(now);
    ASSERT_GE(before.size(), 2u);
    EXPECT_EQ(before.front(), proofreading::Kind::personal);
    now = accept_all(now);
    const auto after = kinds_in(now);
    EXPECT_EQ(std::count(after.begin(), after.end(), proofreading::Kind::personal), 0)
        << "what is hidden is not found";
    EXPECT_EQ(std::count(after.begin(), after.end(), proofreading::Kind::placeholder), 1);
    EXPECT_EQ(code_of(proofread_release(needs_, ledger.li_qiang, now.release.id)),
              "release_unknown");
    publish_now(approve_now(accept_all(begin("整改有序。"))));
}

TEST_P(Releases, are_put_right_without_touching_what_is_hidden) {
    auto now = begin("局长周伟，大部份措施,所建台帐,帐目。\n余下部份,继续推进。");
    const auto keys_of = [&](std::string_view words) {
        proofreading::Chosen keys;
        const auto reading = *proofread_release(needs_, ledger.zhang_min, now.release.id);
        for (const auto& one : reading.findings)
            if (one.fix && (words.empty() || marked(reading.passages, one) == words))
                keys.insert(one.key);
        return keys;
    };
    const auto stale = seen(now);
    const auto early = keys_of("大部份");
    now = accept_all(now);
    EXPECT_EQ(code_of(correct_release(needs_, ledger.zhang_min, stale, early)),
              "somebody_else_changed_it");
    EXPECT_EQ(code_of(correct_release(needs_, ledger.zhang_min, seen(now), {"none"})),
              "nothing_to_put_right");
    EXPECT_EQ(code_of(correct_release(needs_, ledger.li_qiang, seen(now), early)),
              "release_unknown");
    const auto hidden = now.passages.size();
    const auto chosen = keys_of("");
    ASSERT_GE(chosen.size(), 5u);
    now = *correct_release(needs_, ledger.wang_fang, seen(now), chosen);
    EXPECT_EQ(now.passages.size(), hidden + chosen.size());
    ASSERT_EQ(now.out.size(), 2u);
    EXPECT_EQ(now.out[0].find("周伟"), std::string::npos);
    EXPECT_NE(now.out[0].find("大部分措施，"), std::string::npos) << now.out[0];
    EXPECT_NE(now.out[0].find("所建台账，"), std::string::npos) << now.out[0];
    EXPECT_EQ(now.out[1], "余下部分，继续推进。");
    EXPECT_EQ(now.text[1], "余下部份,继续推进。") << "the text inside stays what it was";
    EXPECT_TRUE(keys_of("").empty());
    // Whoever put it right had a hand in it.
    now = *submit_release(needs_, ledger.zhang_min, seen(now));
    EXPECT_EQ(code_of(approve_release(needs_, ledger.wang_fang, seen(now), {})),
              "nobody_reviews_their_own");
    ledger.expect_sound_journal();
}

TEST_P(Releases, are_approved_by_somebody_who_had_no_hand_in_them) {
    auto now = accept_all(begin("局长周伟主持。"));
    now = *submit_release(needs_, ledger.zhang_min, seen(now));
    EXPECT_EQ(code_of(approve_release(needs_, ledger.zhang_min, seen(now), {})),
              "nobody_reviews_their_own");
    EXPECT_EQ(code_of(approve_release(needs_, ledger.li_qiang, seen(now), {})), "release_unknown");
    now = *return_release(needs_, ledger.wang_fang, seen(now), "请补充整改措施");
    EXPECT_EQ(now.release.state, ReleaseState::draft);
    EXPECT_EQ(now.release.opinion, "请补充整改措施");
    // The second one of the office takes a hand in it, and cannot approve any more.
    const auto number = now.passages[0].number;
    now = *decide_passages(needs_, ledger.wang_fang, seen(now),
                           {{number, Decision::replaced, "负责人", "", Ground::wording}});
    now = *submit_release(needs_, ledger.zhang_min, seen(now));
    EXPECT_EQ(code_of(approve_release(needs_, ledger.wang_fang, seen(now), {})),
              "nobody_reviews_their_own");
    const auto principal = TestLedger::seated(ledger.zhou_guifang, accounts::Role::principal);
    now = *approve_release(needs_, principal, seen(now), {{}, "同意公开"});
    EXPECT_EQ(now.release.state, ReleaseState::approved);
    EXPECT_EQ(now.out[0], "局长负责人主持。");
    ledger.expect_sound_journal();
}

TEST_P(Releases, keep_what_must_be_hidden_only_by_consent) {
    auto now = begin("局长周伟主持。");
    now = *decide_passages(needs_, ledger.zhang_min, seen(now),
                           {{1, Decision::kept, "", "公开任职的领导干部", Ground::wording}});
    now = *submit_release(needs_, ledger.zhang_min, seen(now));
    EXPECT_EQ(code_of(approve_release(needs_, ledger.wang_fang, seen(now), {})),
              "kept_passages_need_consent");
    now = *approve_release(needs_, ledger.wang_fang, seen(now), {{1}, ""});
    EXPECT_TRUE(now.passages[0].consented);
    EXPECT_EQ(now.out[0], "局长周伟主持。");
}

TEST_P(Releases, go_out_only_as_they_were_approved) {
    auto now = approve_now(accept_all(begin("局长周伟主持。")));
    const auto digest = now.release.digest;
    EXPECT_EQ(digest, digest_of(now.release.algorithm, "整改情况通报", {"局长某某主持。"}));
    EXPECT_EQ(code_of(mark_passage(needs_, ledger.zhang_min, seen(now), {})),
              "release_is_approved");
    EXPECT_EQ(code_of(publish_release(needs_, ledger.zhang_min, seen(now),
                                      {day("2024-07-01"), "", "ftp://x", "", {}, ""})),
              "text_empty");
    now = publish_now(now);
    EXPECT_EQ(now.release.digest, digest);
    EXPECT_TRUE(now.intact);
    const auto file = take_out_release(needs_, ledger.zhang_min, now.release.id,
                                       ReleaseDocument::text, ReleaseForm::txt);
    ASSERT_TRUE(file);
    EXPECT_EQ(file->bytes, "整改情况通报\r\n\r\n局长某某主持。\r\n");
    EXPECT_EQ(file->name, "整改情况通报.txt");
    // Nothing writes over it; somebody who gets at the database is found out.
    change([&](db::Transaction& transaction) {
        save_public_text(transaction, now.release.id, {"另一段文字。"});
    });
    EXPECT_TRUE(view(now.release.id, ledger.zhang_min).intact);
    change([&](db::Transaction& transaction) {
        transaction.execute("UPDATE public_release SET public_text = '改过的文字。'", {});
    });
    EXPECT_FALSE(view(now.release.id, ledger.zhang_min).intact);
    EXPECT_EQ(code_of(take_out_release(needs_, ledger.zhang_min, now.release.id,
                                       ReleaseDocument::text, ReleaseForm::txt)),
              "released_text_is_altered");
}

TEST_P(Releases, show_others_what_was_published_and_nothing_else) {
    auto now = accept_all(begin("局长周伟主持。"));
    const auto id = now.release.id;
    EXPECT_EQ(code_of(view_release(needs_, ledger.li_qiang, id)), "release_unknown");
    EXPECT_TRUE(list_releases_of(needs_, ledger.zhou_guifang, ledger.programme)->rows.empty());
    now = publish_now(approve_now(now));
    const auto observer = TestLedger::seated(ledger.zhou_guifang, accounts::Role::observer);
    const auto shown = view(id, observer);
    EXPECT_FALSE(shown.inside);
    EXPECT_TRUE(shown.text.empty());
    EXPECT_TRUE(shown.passages.empty());
    EXPECT_EQ(shown.release.opinion, "");
    EXPECT_EQ(shown.out, (Paragraphs{"局长某某主持。"}));
    EXPECT_EQ(code_of(view_release_paper(needs_, observer, id, ReleaseDocument::withheld)),
              "release_inside_is_restricted");
    const auto listed = list_releases_of(needs_, observer, ledger.programme);
    ASSERT_EQ(listed->rows.size(), 1u);
    EXPECT_EQ(listed->rows[0].opinion, "");
    EXPECT_FALSE(listed->may_begin);
    EXPECT_TRUE(view(id, ledger.wang_fang).inside);
    now = *withdraw_release(needs_, ledger.zhang_min, seen(now), "文字有误，重新公开");
    EXPECT_EQ(code_of(view_release(needs_, observer, id)), "release_unknown");
}

TEST_P(Releases, never_say_what_stands_behind_a_guard) {
    auto office = ledger.zhang_min;
    office.scope.cleared = base::subject_guards;
    inspections::Clue clue;
    clue.id = ledger.here.make_id<inspections::ClueId>();
    clue.programme = ledger.programme;
    clue.handing.unit = ledger.finance;
    clue.handing.person = "钱多多";
    clue.handing.matter = "反映在设备采购中收受供应商好处费的问题";
    clue.handing.receiver_name = "区纪委监委";
    clue.handing.handed_on = day("2024-06-01");
    ASSERT_EQ(code_of(inspections::record_clue(needs, office, clue)), "accepted");
    auto now = begin("有关人员在设备采购中收受供应商好处费。\n此事与钱多多无关。");
    ASSERT_EQ(now.passages.size(), 2u);
    EXPECT_EQ(now.passages[0].rule, Rule::restricted);
    EXPECT_EQ(now.passages[1].rule, Rule::person);
    EXPECT_EQ(code_of(decide_passages(needs_, ledger.zhang_min, seen(now),
                                      {{1, Decision::kept, "", "已经公开过", Ground::wording}})),
              "restricted_text_is_never_published");
    // What is written instead is looked at as well.
    now = accept_all(now);
    now = *decide_passages(needs_, ledger.zhang_min, seen(now),
                           {{1, Decision::replaced, "钱多多有问题", "", Ground::wording}});
    EXPECT_EQ(code_of(submit_release(needs_, ledger.zhang_min, seen(now))),
              "personal_data_is_left");
}

TEST_P(Releases, bear_no_mark_of_secrecy) {
    EXPECT_EQ(code_of(begin_release(needs_, ledger.zhang_min, wanted("机密★5年\n通报"))),
              "text_bears_a_secret_mark");
    EXPECT_EQ(code_of(begin_release(needs_, ledger.zhang_min, wanted("　\n"))), "text_empty");
    auto unnamed = wanted("通报");
    unnamed.title = "";
    EXPECT_EQ(code_of(begin_release(needs_, ledger.zhang_min, unnamed)), "title_missing");
    EXPECT_EQ(code_of(begin_release(needs_, ledger.zhou_guifang, wanted("通报"))),
              "only_the_office_keeps_releases");
    const auto same = wanted("通报");
    EXPECT_EQ(code_of(begin_release(needs_, ledger.zhang_min, same)), "accepted");
    EXPECT_EQ(begin_release(needs_, ledger.zhang_min, same)->release.number, 1);
    auto other = same;
    other.title = "另一份";
    EXPECT_EQ(code_of(begin_release(needs_, ledger.zhang_min, other)), "same_id_other_content");
}

TEST_P(Releases, count_what_the_ledger_counts) {
    const auto first =
        ledger.add("采购管理不规范", TestLedger::held_by("采购科", ledger.procurement));
    const auto second = ledger.add("预算执行慢", TestLedger::held_by("预算科", ledger.budget));
    ledger.add(first, "修订采购制度");
    const auto finished = ledger.add(second, "按月通报执行进度");
    const auto hidden = ledger.add("反映个别干部的问题线索");
    auto cleared = ledger.zhang_min;
    cleared.scope.cleared = base::subject_guards;
    ASSERT_EQ(code_of(ledger::guard_problem(needs, cleared, ledger.seen(hidden.problem.id),
                                            {base::Guard::clues})),
              "accepted");
    ledger.claim(second.problem.id, ledger.zhao_li);
    ledger.finish(finished.measure.id, ledger.zhao_li);
    ledger.strike_off(second.problem.id, ledger.zhao_li);
    const auto source = database().read([&](db::Transaction& transaction) {
        const auto programme =
            ledger::load_programme(transaction, ledger.programme, base::unbounded());
        return load_outline_source(transaction, *programme, needs.clock.today());
    });
    const auto now = count(source);
    // The figures are those of the lists that everybody sees.
    ledger::LedgerFilter filter;
    filter.programme = ledger.programme;
    EXPECT_EQ(static_cast<std::int64_t>(now.ledger.problems),
              ledger.problems(filter, ledger.zhang_min).total);
    EXPECT_EQ(static_cast<std::int64_t>(now.ledger.measures),
              ledger.measures(filter, ledger.zhang_min).total);
    NewRelease outline = wanted("");
    outline.source = Source::outline;
    outline.title = "";
    outline.contacts = {"0871-63123456", "", ""};
    const auto view = *begin_release(needs_, ledger.zhang_min, outline);
    EXPECT_EQ(view.release.title, "财政局关于巡察整改情况的通报");
    const auto text = joined(view.text);
    EXPECT_NE(text.find("反馈的2个问题，已完成整改1个，正在推进1个，完成率50.0%"),
              std::string::npos)
        << text;
    EXPECT_NE(text.find("2024年5月13日，反馈了巡察意见"), std::string::npos);
    EXPECT_EQ(text.find("问题线索"), std::string::npos) << "what is guarded is not counted or told";
    EXPECT_NE(text.find("联系电话：0871-63123456"), std::string::npos);
    for (const auto& one : view.passages) EXPECT_NE(one.rule, Rule::phone) << "its own number";
    auto with = outline;
    with.id = ledger.here.make_id<ReleaseId>();
    with.with_accountability = true;
    EXPECT_EQ(code_of(begin_release(needs_, ledger.zhang_min, with)),
              "accountability_is_restricted");
}

TEST_P(Releases, are_followed_by_others_that_begin_where_they_ended) {
    auto now = publish_now(approve_now(accept_all(begin("局长周伟主持。"))));
    NewRelease next = wanted("");
    next.source = Source::release;
    next.previous = now.release.id;
    next.title = "";
    const auto again = *begin_release(needs_, ledger.zhang_min, next);
    EXPECT_EQ(again.release.number, 2);
    EXPECT_EQ(again.release.title, "整改情况通报");
    EXPECT_EQ(again.out, (Paragraphs{"局长某某主持。"}));
    EXPECT_EQ(again.release.digest, "");
    next.id = ledger.here.make_id<ReleaseId>();
    next.previous = ledger.here.make_id<ReleaseId>();
    EXPECT_EQ(code_of(begin_release(needs_, ledger.zhang_min, next)), "previous_release_unknown");
}

TEST_P(Releases, may_not_be_made_public_as_a_whole) {
    auto now = begin("局长周伟主持。");
    EXPECT_EQ(code_of(exempt_release(needs_, ledger.zhang_min, seen(now),
                                     {Ground::wording, "案件正在审查"})),
              "ground_missing");
    now = *exempt_release(needs_, ledger.zhang_min, seen(now),
                          {Ground::open_case, "案件正在审查，暂不公开"});
    now = *approve_release(needs_, ledger.wang_fang, seen(now), {{}, "同意"});
    EXPECT_EQ(now.release.state, ReleaseState::exempted);
    EXPECT_EQ(now.release.digest, "");
    EXPECT_EQ(code_of(publish_release(needs_, ledger.zhang_min, seen(now),
                                      {day("2024-06-30"), "网站", "", "", {}, ""})),
              "release_is_not_approved");
}

TEST_P(Releases, hear_objections_that_only_insiders_read) {
    auto now = publish_now(approve_now(accept_all(begin("局长周伟主持。"))));
    const Objection said{
        ledger.here.make_id<ObjectionId>(), day("2024-06-30"), "来电反映进度慢", "已解释", "", {}};
    EXPECT_EQ(code_of(note_objection(needs_, ledger.zhang_min, now.release.id, said)), "accepted");
    now = *note_objection(needs_, ledger.zhang_min, now.release.id, said);
    EXPECT_EQ(now.objections_count, 1) << "sent twice, there is one";
    EXPECT_EQ(now.objections.size(), 1u);
    const auto observer = TestLedger::seated(ledger.zhou_guifang, accounts::Role::observer);
    EXPECT_EQ(view(now.release.id, observer).objections_count, 1);
    EXPECT_TRUE(view(now.release.id, observer).objections.empty());
    auto early = said;
    early.id = ledger.here.make_id<ObjectionId>();
    early.received_on = day("2024-06-29");
    EXPECT_EQ(code_of(note_objection(needs_, ledger.zhang_min, now.release.id, early)),
              "received_before_the_publication");
}

TEST_P(Releases, are_searched_again_by_the_rules_as_they_are_now) {
    auto now = accept_all(begin("局长周伟到滨河路改造项目现场。"));
    ASSERT_EQ(now.passages.size(), 1u);
    Hiding hiding;
    hiding.hidden_words = {"滨河路改造项目"};
    const auto chosen = change_hiding(needs_, ledger.zhang_min, ledger.programme, hiding);
    ASSERT_TRUE(chosen);
    EXPECT_EQ(chosen->version, 1);
    EXPECT_EQ(code_of(change_hiding(needs_, ledger.zhang_min, ledger.programme, hiding)),
              "somebody_else_changed_it");
    EXPECT_EQ(code_of(submit_release(needs_, ledger.zhang_min, seen(now))), "personal_data_is_left")
        << "what the new rule finds does not slip out";
    now = *search_again(needs_, ledger.zhang_min, seen(now));
    ASSERT_EQ(now.passages.size(), 2u);
    EXPECT_EQ(now.passages[0].decision, Decision::replaced) << "what was decided stays";
    EXPECT_EQ(now.passages[1].rule, Rule::own_word);
    Passage mine;
    mine.place = {0, 0, 2};
    mine.replacement = "负责人";
    mine.reason = "职务可以推知";
    now = *mark_passage(needs_, ledger.zhang_min, seen(now), mine);
    ASSERT_EQ(now.passages.size(), 3u);
    const auto number = now.passages[0].number;
    EXPECT_EQ(now.passages[0].rule, Rule::manual);
    now = *decide_passages(needs_, ledger.zhang_min, seen(now),
                           {{number, Decision::dropped, "", "", Ground::wording}});
    EXPECT_EQ(now.passages.size(), 2u);
}

TEST_P(Releases, wait_for_those_who_may_approve_and_publish) {
    auto now = accept_all(begin("局长周伟主持。"));
    now = *submit_release(needs_, ledger.zhang_min, seen(now));
    EXPECT_TRUE(list_releases_waiting(needs_, ledger.zhang_min).to_approve.empty());
    EXPECT_EQ(list_releases_waiting(needs_, ledger.wang_fang).to_approve.size(), 1u);
    EXPECT_TRUE(list_releases_waiting(needs_, ledger.li_qiang).to_approve.empty());
    now = *approve_release(needs_, ledger.wang_fang, seen(now), {});
    EXPECT_EQ(list_releases_waiting(needs_, ledger.zhang_min).to_publish.size(), 1u);
}

TEST_P(Releases, are_papers_with_headings_and_a_list_of_what_is_left_out) {
    auto now = accept_all(begin("一、总体情况\n（一）党建\n局长周伟主持。"));
    EXPECT_EQ(code_of(take_out_release(needs_, ledger.zhang_min, now.release.id,
                                       ReleaseDocument::text, ReleaseForm::docx)),
              "release_is_not_approved");
    now = approve_now(now);
    const auto file = take_out_release(needs_, ledger.zhang_min, now.release.id,
                                       ReleaseDocument::text, ReleaseForm::docx);
    ASSERT_TRUE(file);
    EXPECT_EQ(file->bytes.substr(0, 2), "PK");
    const auto paper =
        view_release_paper(needs_, ledger.zhang_min, now.release.id, ReleaseDocument::text)->paper;
    const auto& parts = paper.sections[0].parts;
    EXPECT_EQ(std::get<office::Paragraph>(parts[1]).style, office::Style::level1);
    EXPECT_EQ(std::get<office::Paragraph>(parts[2]).style, office::Style::level2);
    const auto withheld =
        view_release_paper(needs_, ledger.wang_fang, now.release.id, ReleaseDocument::withheld)
            ->paper;
    const auto& table = std::get<office::PaperTable>(withheld.sections[0].parts[2]);
    ASSERT_EQ(table.rows.size(), 2u);
    EXPECT_EQ(table.rows[1].cells[2].text, "周伟");
    EXPECT_EQ(table.rows[1].cells[4].text, "个人隐私");
}

}  // namespace
}  // namespace disclosure
