// Posts: who held what on a day, what may not stand beside what, and the copy in the person's row.
#include <gtest/gtest.h>

#include "accounts/post_actions.hpp"
#include "accounts/post_json.hpp"
#include "accounts/test_installation.hpp"
#include "db/test_database.hpp"
#include "journal/verify.hpp"

namespace accounts {
namespace {

base::Date day(std::string_view text) {
    return *base::parse_date(text);
}
template <class T>
std::string code_of(const base::Result<T>& result) {
    return result ? "accepted" : result.error().code;
}

class Posts : public db::testing::OnBothEngines {
  protected:
    NewPost wanted(const std::string& name, const std::string& title, bool head = false,
                   std::optional<base::Date> from = {}, std::optional<base::Date> until = {}) {
        return {here.make_id<PostId>(), std::nullopt, name, bureau, {title, head, from, until}};
    }
    base::Result<Post> appoint(const NewPost& post) {
        return appoint_to_post(here.needs, post, operator_actor());
    }
    std::string names_on(std::optional<base::Date> on) {
        std::string names;
        for (const auto& post : *list_unit_posts(here.needs, bureau, on, operator_actor()))
            names += (names.empty() ? "" : " ") + post.person_name;
        return names;
    }
    std::string post_shown(const std::string& name) {
        return search_persons(here.needs, name, operator_actor()).at(0).post;
    }

    testing::TestInstallation here{database()};  // On 30 June 2024.
    base::UnitId bureau = here.unit("财政局");
};
ZHENGGAI_ON_BOTH_ENGINES(Posts);

TEST_P(Posts, answer_who_held_them_on_any_day) {
    ASSERT_TRUE(appoint(wanted("周桂芳", "局长", true, day("2019-03-01"), day("2023-05-31"))));
    ASSERT_TRUE(appoint(wanted("何芳", "局长", true, day("2023-05-31"))));
    ASSERT_TRUE(appoint(wanted("李强", "副局长")));
    EXPECT_EQ(names_on(day("2019-02-28")), "李强");  // whose first day nobody knows
    EXPECT_EQ(names_on(day("2019-03-01")), "李强 周桂芳");
    EXPECT_EQ(names_on(day("2023-05-31")), "何芳 李强 周桂芳");  // one leaves, one comes
    EXPECT_EQ(names_on(day("2023-06-01")), "何芳 李强");
    EXPECT_EQ(names_on(std::nullopt), "何芳 李强 周桂芳");
    EXPECT_EQ(post_shown("何芳"), "局长");
    EXPECT_EQ(post_shown("周桂芳"), "");
    EXPECT_TRUE(journal::verify(database(), here.journal.key()).sound());
}

TEST_P(Posts, of_one_unit_have_one_head_and_nobody_twice) {
    const auto head = wanted("周桂芳", "局长", true, day("2020-01-01"));
    ASSERT_TRUE(appoint(head));
    const auto second = appoint(wanted("何芳", "党组书记", true, day("2024-01-01")));
    ASSERT_EQ(code_of(second), "unit_has_another_head");
    EXPECT_EQ(second.error().args[0].second, "周桂芳");
    EXPECT_EQ(second.error().args[1].second, "2020-01-01");
    EXPECT_EQ(code_of(appoint(wanted("周桂芳", "局 长", false, day("2022-01-01")))),
              "post_is_held_already");
    EXPECT_TRUE(appoint(wanted("周桂芳", "党组书记", false, day("2022-01-01"))));  // two posts
    EXPECT_EQ(post_shown("周桂芳"), "局长、党组书记");
    EXPECT_EQ(code_of(appoint(head)), "accepted");  // sent again
    auto other = head;
    other.terms.title = "主任";
    EXPECT_EQ(code_of(appoint(other)), "same_id_other_content");
}

TEST_P(Posts, that_cannot_be_are_refused_with_the_day_that_could) {
    EXPECT_EQ(code_of(appoint(wanted("周桂芳", " "))), "post_title_empty");
    EXPECT_EQ(code_of(appoint(wanted(" ", "局长"))), "person_name_empty");
    const auto future = appoint(wanted("周桂芳", "局长", true, day("2024-07-01")));
    ASSERT_EQ(code_of(future), "post_lies_in_the_future");
    EXPECT_EQ(future.error().args[1].second, "2024-06-30");
    EXPECT_EQ(
        code_of(appoint(wanted("周桂芳", "局长", true, day("2024-06-02"), day("2024-06-01")))),
        "post_ends_before_it_begins");
    auto nobody = wanted("", "局长");
    nobody.person = here.make_id<base::PersonId>();
    EXPECT_EQ(code_of(appoint(nobody)), "person_unknown");
    auto outside = operator_actor();
    outside.scope = {{{"/77/", {}}}, {}};
    EXPECT_EQ(code_of(appoint_to_post(here.needs, wanted("周桂芳", "局长"), outside)),
              "unit_unknown");
    EXPECT_EQ(names_on(std::nullopt), "");
}

TEST_P(Posts, are_set_right_but_not_ended_by_correction) {
    const auto post = *appoint(wanted("周桂芳", "局长", false, day("2020-01-01")));
    const auto correct = [&](const PostTerms& terms, std::int64_t version) {
        return correct_post(here.needs, {post.id, version}, terms, operator_actor());
    };
    EXPECT_EQ(code_of(correct({"局长", true, day("2020-01-01"), day("2024-01-01")}, 1)),
              "a_post_is_ended_by_handing_over");
    const auto right = correct({"党组书记、局长", true, day("2020-03-01"), {}}, 1);
    ASSERT_TRUE(right);
    EXPECT_EQ(right->version, 2);
    EXPECT_EQ(post_shown("周桂芳"), "党组书记、局长");
    EXPECT_EQ(code_of(correct({"局长", true, day("2020-03-01"), {}}, 1)),
              "somebody_else_changed_it");
    EXPECT_EQ(code_of(correct({"党组书记、局长", true, day("2020-03-01"), {}}, 1)), "accepted");
}

TEST_P(Posts, bring_somebody_without_an_account_along_and_leave_accounts_where_they_are) {
    const auto school = here.unit("第一中学");
    const auto teacher = here.account("liqiang", Role::handler, school);
    auto post = wanted("", "科长");
    post.person = teacher.account.person;
    ASSERT_TRUE(appoint(post));
    EXPECT_EQ(load_account_named(here.needs, "liqiang")->unit->id, school);
    auto first = wanted("何芳", "教员");
    first.unit = school;
    const auto person = appoint(first)->person;
    auto next = wanted("", "科员");
    next.person = person;
    ASSERT_TRUE(appoint(next));
    EXPECT_EQ(search_persons(here.needs, "何芳", operator_actor()).at(0).unit, bureau);
}

}  // namespace
}  // namespace accounts
