// What is hidden by form and by choice, how overlaps become one, and what the text says afterwards.
#include <gtest/gtest.h>

#include "disclosure/hiding.hpp"
#include "disclosure/patterns.hpp"

namespace disclosure {
namespace {

const Known nothing;

/// "规则:原文→替换", 、 between.
std::string passages_of(const std::string& text, const Hiding& hiding = {},
                        const Known& known = nothing) {
    std::string said;
    for (const auto& one : find_passages({text}, hiding, known)) {
        if (!said.empty()) said += " | ";
        said += std::string(name_of(one.rule)) + ":" + original_of({text}, one.place) + ">" +
                one.replacement;
    }
    return said;
}

/// With every proposal accepted.
std::string public_of(const std::string& text, const Hiding& hiding = {},
                      const Known& known = nothing) {
    auto passages = find_passages({text}, hiding, known);
    for (auto& one : passages) one.decision = Decision::replaced;
    const auto out = published({text}, passages);
    return out.empty() ? "" : out.front();
}

struct Case {
    const char* text;
    const char* found;
};
void expect_all(const std::vector<Case>& cases, const Hiding& hiding = {},
                const Known& known = nothing) {
    for (const auto& one : cases)
        EXPECT_EQ(passages_of(one.text, hiding, known), one.found) << one.text;
}

TEST(Numbers, of_persons_and_accounts_are_hidden_whole_and_never_in_part) {
    expect_all({
        {"身份证530102199001011234，", "id_number:530102199001011234>（证件号码略）"},
        {"身份证53010219900101123X", "id_number:53010219900101123X>（证件号码略）"},
        {"账号6222021234567890123。", "bank_account:6222021234567890123>（账号略）"},
        {"电话13812345678", "phone:13812345678>（电话略）"},
        {"电话0871-63123456转", "phone:0871-63123456>（电话略）"},
        {"邮箱zhang.min@yunling.gov.cn。", "email:zhang.min@yunling.gov.cn>（邮箱略）"},
        {"全角１３８１２３４５６７８", "phone:１３８１２３４５６７８>（电话略）"},
        {"2024年6月30日", ""},
        {"云财党〔2024〕12号", ""},
        {"共1381234567890123456789012345678人", ""},
        {"@", ""},
        {"x@y", ""},
    });
}

TEST(Amounts, are_rounded_or_removed_and_figures_stay_whole) {
    expect_all({
        {"收回12.56万元。", "amount:12.56万元>约13万元"},
        {"涉及1,234,567元", "amount:1,234,567元>约123万元"},
        {"补贴8600元", "amount:8600元>不足1万元"},
        {"资金80余万元", "amount:80余万元>约80万元"},
        {"投资3.45亿元", "amount:3.45亿元>约3.5亿元"},
        {"投资2亿元", "amount:2亿元>约2亿元"},
        {"9999.6万元", "amount:9999.6万元>约1亿元"},
        {"12.5万人", ""},
        {"共12个问题", ""},
    });
    Hiding removed;
    removed.amounts = AmountStyle::removed;
    EXPECT_EQ(passages_of("收回12.56万元", removed), "amount:12.56万元>若干万元");
    Hiding open;
    open.amounts = AmountStyle::as_it_is;
    EXPECT_EQ(passages_of("收回12.56万元", open), "");
    EXPECT_EQ(public_of("合计112.56万元，其中12.56万元"), "合计约113万元，其中约13万元");
}

TEST(Sentences, about_cases_go_whole) {
    EXPECT_EQ(passages_of("已建章立制。移交问题线索3件，已办结1件。加强管理。"),
              "case_matter:移交问题线索3件，已办结1件。>");
    EXPECT_EQ(public_of("已建章立制。对周伟立案审查。加强管理。"), "已建章立制。加强管理。");
    EXPECT_EQ(public_of("涉嫌违法的移送司法机关"), "");
}

TEST(Companies, are_hidden_by_name_only) {
    expect_all({
        {"与云岭建工有限公司签订合同", "company:云岭建工有限公司>某企业"},
        {"由云岭（集团）有限公司承建", "company:云岭（集团）有限公司>某企业"},
        {"国有公司管理不规范", ""},
        {"该公司", ""},
        {"公司", ""},
    });
    Hiding named;
    named.companies = false;
    EXPECT_EQ(passages_of("与云岭建工有限公司签订", named), "");
}

TEST(Units, below_the_level_are_not_named_unless_they_end_a_longer_name) {
    Known known;
    known.units = {"采购科", "办公室"};
    expect_all({{"由采购科牵头，办公室配合", "unit:采购科>有关单位 | unit:办公室>有关单位"},
                {"采购科、办公室", "unit:采购科>有关单位 | unit:办公室>有关单位"},
                {"领导小组办公室", ""},
                {"区政府采购科", ""}},
               {}, known);
}

TEST(Words, of_the_office_are_hidden_or_spared) {
    Hiding hiding;
    hiding.hidden_words = {"滨河路改造项目"};
    hiding.spared_words = {"8600元", "周伟"};
    EXPECT_EQ(passages_of("滨河路改造项目", hiding), "own_word:滨河路改造项目>（略）");
    EXPECT_EQ(passages_of("局长周伟补贴8600元", hiding), "");
    EXPECT_TRUE(check(hiding));
    hiding.spared_words = {"滨河路改造项目"};
    EXPECT_EQ(check(hiding).error().code, "hidden_word_is_spared");
}

TEST(Restricted, text_is_found_when_it_is_repeated) {
    Known known;
    known.restricted = {"反映李强在设备采购中收受供应商好处费的问题", "短"};
    const auto found =
        find_passages({"另查明，在设备采购中 收受供应商好处费，正在核实。"}, {}, known);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].rule, Rule::restricted);
    EXPECT_EQ(original_of({"另查明，在设备采购中 收受供应商好处费，正在核实。"}, found[0].place),
              "在设备采购中 收受供应商好处费");
    EXPECT_TRUE(find_passages({"设备采购不规范"}, {}, known).empty());
}

TEST(Names, say_the_post_alone_where_that_was_chosen) {
    Hiding post;
    post.names = NameStyle::post;
    EXPECT_EQ(public_of("局长周伟主持，由杨桂兰同志负责。", post), "局长主持，由某某同志负责。");
    EXPECT_EQ(public_of("局长周伟主持。"), "局长某某主持。");
}

TEST(Contacts, of_the_text_itself_are_open) {
    Known known;
    known.open_words = {"0871-63123456", "xf@yunling.gov.cn"};
    EXPECT_EQ(passages_of("联系电话：0871-63123456，xf@yunling.gov.cn", {}, known), "");
    EXPECT_EQ(passages_of("联系电话：0871-63123457", {}, known), "phone:0871-63123457>（电话略）");
}

TEST(Overlaps, become_one_under_the_gravest_rule) {
    EXPECT_EQ(passages_of("对周伟立案审查，电话13812345678。"),
              "case_matter:对周伟立案审查，电话13812345678。>");
    const Passage name{1, {0, 2, 3}, Rule::person, Ground::personal_privacy, true, "某某"};
    const Passage word{2, {0, 4, 5}, Rule::own_word, Ground::other_sensitive, false, "（略）"};
    const auto one = merged({word, name});
    ASSERT_EQ(one.size(), 1u);
    EXPECT_EQ(one[0].place, (Place{0, 2, 7}));
    EXPECT_EQ(one[0].rule, Rule::own_word);
    EXPECT_TRUE(one[0].must);
}

TEST(SecretMarks, are_seen_at_the_head_and_not_in_sentences) {
    EXPECT_EQ(secret_mark_in({"机密★10年"}), "机密★10年");
    EXPECT_EQ(secret_mark_in({"通报", "密级：秘 密"}), "秘密");
    EXPECT_EQ(secret_mark_in({"本件为绝密级文件，不得外传，请各单位妥善保管。"}), "绝密");
    EXPECT_FALSE(secret_mark_in({"加强保守国家秘密教育。", "秘密工作不规范的问题"}));
}

TEST(Passages, leave_places_of_the_text_that_goes_out_findable_inside) {
    // Rare characters take four bytes and are one character.
    const Paragraphs text{"周伟", "𠮷甲周伟乙丙李强丁", "戊"};
    const auto replaced = [](Place place, std::string with) {
        Passage one{1, place, Rule::person, Ground::personal_privacy, true, std::move(with)};
        one.decision = Decision::replaced;
        return one;
    };
    std::vector<Passage> passages{replaced({0, 0, 2}, ""), replaced({1, 6, 2}, "有关同志"),
                                  replaced({1, 2, 2}, "")};
    ASSERT_EQ(published(text, passages), (Paragraphs{"𠮷甲乙丙有关同志丁", "戊"}));
    const auto inside = [&](const Place& out) { return inside_of(text, passages, out); };
    EXPECT_EQ(inside({0, 0, 2}), (Place{1, 0, 2}));
    EXPECT_EQ(inside({0, 2, 2}), (Place{1, 4, 2})) << "behind words that were removed";
    EXPECT_EQ(inside({0, 8, 1}), (Place{1, 8, 1})) << "behind words that were replaced";
    EXPECT_EQ(inside({1, 0, 1}), (Place{2, 0, 1})) << "a paragraph that is gone does not count";
    EXPECT_FALSE(inside({0, 1, 2})) << "across words that were removed";
    EXPECT_FALSE(inside({0, 3, 2})) << "into a replacement";
    EXPECT_FALSE(inside({0, 5, 1})) << "within a replacement";
    EXPECT_FALSE(inside({2, 0, 1}));
    passages.push_back({4, {2, 0, 1}, Rule::person});
    EXPECT_FALSE(inside({1, 0, 1})) << "nobody decided of it yet";
}

TEST(Passages, are_decided_by_rules) {
    base::Actor office;
    office.name = "张敏";
    Passage name{1, {0, 0, 2}, Rule::person, Ground::personal_privacy, true, "某某"};
    const auto code = [&](const Passage& one, const WantedDecision& wanted) {
        const auto after = decide(one, wanted, "周伟", office);
        return after ? std::string("accepted") : after.error().code;
    };
    EXPECT_EQ(code(name, {1, Decision::replaced, "某某", "", Ground::personal_privacy}),
              "accepted");
    EXPECT_EQ(code(name, {1, Decision::replaced, "周伟同志", "", Ground::wording}),
              "replacement_shows_the_original");
    EXPECT_EQ(code(name, {1, Decision::kept, "", "本", Ground::wording}), "reason_too_short");
    EXPECT_EQ(code(name, {1, Decision::kept, "", "已征得本人同意", Ground::wording}), "accepted");
    EXPECT_EQ(code(name, {1, Decision::dropped, "", "", Ground::wording}),
              "only_marked_passages_are_dropped");
    auto restricted = name;
    restricted.rule = Rule::restricted;
    EXPECT_EQ(code(restricted, {1, Decision::kept, "", "已征得本人同意", Ground::wording}),
              "restricted_text_is_never_published");
    const auto kept =
        *decide(name, {1, Decision::kept, "", "已征得本人同意", Ground::wording}, "周伟", office);
    EXPECT_TRUE(kept.needs_consent());
    EXPECT_EQ(kept.ground, Ground::personal_privacy) << "why it was found stays";
    EXPECT_FALSE(
        decide(kept, {1, Decision::proposed, "", "", Ground::wording}, "周伟", office)->decided_by);
}

TEST(Marks, lie_within_the_text_and_beside_others) {
    base::Actor office;
    const Paragraphs text{"局长周伟主持会议。", "𠀀字"};
    const std::vector<Passage> others{
        {1, {0, 2, 2}, Rule::person, Ground::personal_privacy, true, "某某"}};
    const auto marked = [&](Place place, const std::string& reason = "涉及个人情况") {
        Passage wanted;
        wanted.place = place;
        wanted.reason = reason;
        wanted.ground = Ground::personal_privacy;
        return mark(text, others, wanted, office);
    };
    EXPECT_EQ(marked({0, 5, 9}).error().code, "passage_lies_outside");
    EXPECT_EQ(marked({2, 0, 1}).error().code, "passage_lies_outside");
    EXPECT_EQ(marked({0, 3, 3}).error().code, "passages_overlap");
    EXPECT_EQ(marked({0, 4, 2}, "短").error().code, "reason_too_short");
    const auto over = marked({0, 0, 6});
    ASSERT_TRUE(over);
    EXPECT_EQ(over->swallowed, (std::vector<std::int64_t>{1}));
    EXPECT_TRUE(over->passage.must) << "what must be hidden stays so";
    ASSERT_TRUE(marked({1, 0, 2})) << "a rare character is one";
}

TEST(Renewal, keeps_what_was_decided) {
    Passage decided{3,    {0, 0, 2}, Rule::person,      Ground::personal_privacy,
                    true, "某某",    Decision::replaced};
    Passage open{4, {0, 5, 2}, Rule::person, Ground::personal_privacy, true, "某某"};
    Passage over{1, {0, 1, 3}, Rule::own_word, Ground::other_sensitive, true, "（略）"};
    Passage fresh{2, {0, 7, 1}, Rule::own_word, Ground::other_sensitive, true, "（略）"};
    const auto now = renew({decided, open}, {over, fresh}, 4);
    ASSERT_EQ(now.size(), 2u);
    EXPECT_EQ(now[0].number, 3);
    EXPECT_EQ(now[1].number, 5);
    EXPECT_EQ(now[1].place, fresh.place);
}

TEST(Leftovers, are_what_replacements_bring_in) {
    const Known known{{"周伟"}, {}, {}, {}};
    EXPECT_EQ(left_in({"局长周伟主持。"}, {}, known, {}), (std::vector<std::string>{"周伟"}));
    EXPECT_TRUE(left_in({"局长周伟主持。"}, {}, known, {"周伟"}).empty()) << "kept on purpose";
    EXPECT_TRUE(left_in({"收回12万元。"}, {}, known, {}).empty()) << "nobody must hide an amount";
}

TEST(Published, text_leaves_out_what_nothing_is_left_of) {
    const Paragraphs text{"第一段。", "电话13812345678", "第三段。"};
    auto passages = find_passages(text, {}, nothing);
    ASSERT_EQ(passages.size(), 1u);
    EXPECT_EQ(published(text, passages), text) << "proposals change nothing";
    passages[0].place = {1, 0, 13};
    passages[0].replacement = "";
    passages[0].decision = Decision::replaced;
    EXPECT_EQ(published(text, passages), (Paragraphs{"第一段。", "第三段。"}));
}

TEST(LongParagraphs, are_searched_in_one_pass) {
    const std::string one = "由采购科收回12.5万元，电话13812345678。";
    std::string text;
    for (int i = 0; i < 700; ++i) text += one;
    const Known known{{}, {"采购科"}, {one + one}, {}};
    EXPECT_GE(find_passages({text}, {}, known).size(), 1u);
    EXPECT_EQ(find_passages({text}, {}, {{}, {"采购科"}, {}, {}}).size(), 2'100u);
}

}  // namespace
}  // namespace disclosure
