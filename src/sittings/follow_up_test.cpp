// What follows a sitting, on both engines: lists that go into the ledger, texts, packages, what is
// published, branches, the catalogue; and who learns what of it.
#include <gtest/gtest.h>

#include "sittings/sitting_paper_actions.hpp"
#include "sittings/test_sitting.hpp"

namespace sittings {
namespace {

using testing::code_of;
using testing::day;

class Afterwards : public testing::OneSitting {
  protected:
    Afterwards() {
        begin();
        EXPECT_TRUE(
            write(criticism(one.lin_xiao, one.zhou_yuan, "会签文件压了九天。"), one.recorder));
        EXPECT_EQ(close(), "accepted");
    }
    WantedItem item(std::optional<ParticipantId> owner, const std::string& problem) {
        WantedItem wanted{one.ledger.here.make_id<ListItemId>(), {}};
        wanted.terms.owner = owner;
        wanted.terms.source = ListSource::criticism;
        wanted.terms.problem = problem;
        wanted.terms.measure = "会签件当日办结，办公室每周通报。";
        wanted.terms.due_on = day("2024-10-31");
        return wanted;
    }
    std::string add(const WantedItem& wanted, const base::Actor& who) {
        return code_of(add_list_item(needs, who, id, wanted));
    }
    AfterView after(const base::Actor& who) { return *view_after(needs, who, id); }
    std::string enter(const base::Actor& who) { return code_of(enter_lists(needs, who, id)); }
    WrittenText text(LifeTextKind kind, std::int64_t version, const std::string& words) {
        return {kind, version, words, {}};
    }
    std::string put(const WrittenText& written, const base::Actor& who) {
        return code_of(put_text(needs, who, id, written));
    }
    void issue_report() {
        auto report = text(LifeTextKind::report, 0, "一、基本情况\n会议如期召开。");
        report.issued_on = day("2024-06-30");
        EXPECT_EQ(put(report, one.keeper), "accepted");
    }
    std::int64_t problems_of(const base::Actor& who) {
        return one.ledger.problems({one.ledger.programme}, who).total;
    }
    ParticipantId zhou = one.part_of(one.zhou_yuan), lin = one.part_of(one.lin_xiao);
};
ZHENGGAI_ON_BOTH_ENGINES(Afterwards);

TEST_P(Afterwards, lists_go_into_the_ledger_once_and_are_guarded_where_they_are_a_members) {
    const auto of_team = item({}, "班子抓整改有松劲情绪"), own = item(zhou, "会签文件压件");
    ASSERT_EQ(add(of_team, one.keeper), "accepted");
    ASSERT_EQ(add(of_team, one.keeper), "accepted") << "sent again";
    ASSERT_EQ(add(own, one.zhou_yuan), "accepted") << "a member writes the own list";
    EXPECT_EQ(add(item(lin, "别人的清单"), one.zhou_yuan), "only_the_own_list_is_written");
    auto open = item({}, "还没有措施的问题");
    open.terms.measure.clear();
    ASSERT_EQ(add(open, one.keeper), "accepted");
    EXPECT_EQ(enter(one.zhou_yuan), "only_the_office_enters_lists");
    const auto before = problems_of(one.keeper);
    ASSERT_EQ(enter(one.keeper), "accepted");
    EXPECT_EQ(problems_of(one.keeper), before + 2) << "the complete ones";
    EXPECT_EQ(problems_of(one.of_office), before + 1) << "not the member's: not cleared for it";
    EXPECT_EQ(enter(one.keeper), "nothing_to_enter");
    const auto view = after(one.keeper);
    ASSERT_EQ(view.items.size(), 3u);
    EXPECT_TRUE(view.items[0].problem && !view.items[1].problem && view.items[2].problem);
    EXPECT_EQ(view.items[0].status, "unclaimed") << "worked on there";
    const auto in_ledger = one.ledger.problem(*view.items[0].problem);
    EXPECT_EQ(in_ledger.text, "班子抓整改有松劲情绪");
    EXPECT_EQ(in_ledger.due_on, day("2024-10-31"));
    EXPECT_EQ(in_ledger.responsibility[0].name, "韩征");
    EXPECT_EQ(code_of(change_list_item(needs, one.keeper, id, {of_team.id, 2, std::nullopt})),
              "list_item_is_in_the_ledger");
    one.ledger.expect_sound_journal();
}

TEST_P(Afterwards, lists_are_changed_as_they_were_seen_and_only_by_those_who_see_them) {
    const auto own = item(zhou, "会签文件压件");
    ASSERT_EQ(add(own, one.zhou_yuan), "accepted");
    auto changed = own.terms;
    changed.goal = "件件当日办结";
    EXPECT_EQ(code_of(change_list_item(needs, one.lin_xiao, id, {own.id, 1, changed})),
              "list_item_unknown")
        << "does not learn that it is there";
    ASSERT_EQ(code_of(change_list_item(needs, one.zhou_yuan, id, {own.id, 1, changed})),
              "accepted");
    EXPECT_EQ(code_of(change_list_item(needs, one.zhou_yuan, id, {own.id, 1, changed})),
              "somebody_else_changed_it");
    auto away = changed;
    away.owner = lin;
    EXPECT_EQ(code_of(change_list_item(needs, one.zhou_yuan, id, {own.id, 2, away})),
              "only_the_own_list_is_written")
        << "nobody hands a problem to another";
    ASSERT_EQ(code_of(change_list_item(needs, one.han_zheng, id, {own.id, 2, std::nullopt})),
              "accepted");
    EXPECT_TRUE(after(one.keeper).items.empty());
}

TEST_P(Afterwards, everybody_sees_exactly_their_part) {
    ASSERT_EQ(add(item({}, "班子的问题"), one.keeper), "accepted");
    ASSERT_EQ(add(item(zhou, "周远的问题"), one.keeper), "accepted");
    ASSERT_EQ(add(item(lin, "林晓的问题"), one.keeper), "accepted");
    // Lists, texts, follow-up; nothing: not even that.
    const std::map<std::string, std::vector<int>> expected{
        {"主要负责人", {3, 3, 1}}, {"其他成员", {2, 2, 1}},
        {"承办人", {3, 3, 1}},     {"记录人", {1, 3, 1}},
        {"上级机关", {3, 2, 1}},   {"列席", {}},
        {"到会指导", {}},          {"联系领导", {}},
        {"整改办其他人", {}},      {"其他人", {}}};
    for (const auto& [what, who] : one.everybody()) {
        const auto shown = view_after(needs, *who, id);
        const auto& parts = expected.at(what);
        ASSERT_EQ(shown.has_value(), !parts.empty()) << what;
        if (parts.empty()) continue;
        EXPECT_EQ(static_cast<int>(shown->items.size()), parts[0]) << what;
        EXPECT_EQ(static_cast<int>(shown->texts.size()), parts[1]) << what;
        EXPECT_EQ(shown->sees_follow_up, parts[2] == 1) << what;
    }
    EXPECT_GE(noted("read_life_meeting"), 5);
}

TEST_P(Afterwards, documents_open_for_those_who_see_what_stands_in_them) {
    const auto shown = [&](const base::Actor& who, std::string_view which) {
        return code_of(life_meetings::read_meeting<documents::Document>(
            needs, who, id, [&](db::Transaction& transaction, const Opened& opened) {
                return make_paper(transaction, opened, which);
            }));
    };
    for (const auto paper : sitting_papers)
        EXPECT_EQ(shown(one.keeper, name_of(paper)), "accepted") << name_of(paper);
    EXPECT_EQ(shown(one.guide, "record"), "record_is_restricted");
    EXPECT_EQ(shown(one.guide, "agenda"), "accepted");
    EXPECT_EQ(shown(one.zhou_yuan, "criticisms"), "accepted");
    EXPECT_EQ(shown(one.zhou_yuan, "host_script"), "life_text_is_restricted");
    EXPECT_EQ(shown(one.recorder, "personal_lists"), "list_is_restricted");
    EXPECT_EQ(shown(one.sitting_in, "report"), "life_text_is_restricted");
    EXPECT_EQ(shown(one.outsider, "agenda"), "life_meeting_unknown");
    EXPECT_EQ(shown(one.keeper, "nothing"), "document_kind_unknown");
}

TEST_P(Afterwards, texts_begin_as_drafts_and_stay_as_they_were_issued) {
    const auto draft = draft_text(needs, one.keeper, id, LifeTextKind::report);
    ASSERT_EQ(code_of(draft), "accepted");
    EXPECT_NE(draft->text.find("应到7人，实到7人"), std::string::npos);
    EXPECT_NE(draft->text.find("其中对韩征同志0条"), std::string::npos);
    EXPECT_EQ(code_of(draft_text(needs, one.guide, id, LifeTextKind::report)),
              "life_text_is_restricted");
    ASSERT_EQ(put(text(LifeTextKind::report, 0, draft->text), one.keeper), "accepted");
    auto issued = text(LifeTextKind::report, 1, draft->text);
    issued.issued_on = day("2024-06-30");
    EXPECT_EQ(put(issued, one.keeper), "text_has_gaps");
    issued.text = "一、基本情况\n会议如期召开。";
    ASSERT_EQ(put(issued, one.keeper), "accepted");
    EXPECT_EQ(put(text(LifeTextKind::report, 2, "别的"), one.keeper), "life_text_is_issued");
    EXPECT_EQ(put(text(LifeTextKind::bulletin, 0, "通报"), one.zhou_yuan),
              "only_the_office_writes_texts");
}

TEST_P(Afterwards, packages_are_sent_in_time_with_a_receipt) {
    ASSERT_EQ(code_of(add_usual_packages(needs, one.keeper, id)), "accepted");
    const auto again = add_usual_packages(needs, one.keeper, id);
    ASSERT_EQ(again->packages.size(), 4u) << "each once";
    auto first = again->packages[0];
    EXPECT_EQ(first.terms.due_on, day("2024-08-06"));
    EXPECT_TRUE(list_packages_waiting(needs, one.keeper).rows.empty()) << "not yet";
    wait(40LL * 24 * 3'600'000);
    EXPECT_EQ(list_packages_waiting(needs, one.keeper).rows.size(), 4u);
    EXPECT_TRUE(list_packages_waiting(needs, one.zhou_yuan).rows.empty()) << "the office sends";
    PackageForm form{first.id, first.version, first.terms, Delivery{day("2024-08-05"), "王主任"}};
    EXPECT_EQ(code_of(put_package(needs, one.keeper, id, form)), "report_is_not_issued");
    issue_report();
    EXPECT_EQ(code_of(put_package(needs, one.han_zheng, id, form)), "only_the_office_follows_up");
    ASSERT_EQ(code_of(put_package(needs, one.keeper, id, form)), "accepted");
    EXPECT_EQ(list_packages_waiting(needs, one.keeper).rows.size(), 3u);
    form.version = 2;
    form.delivery.reset();
    EXPECT_EQ(code_of(put_package(needs, one.keeper, id, form)), "package_is_delivered");
    PackageForm own{one.ledger.here.make_id<PackageId>(), 0, first.terms, {}};
    own.terms.contents = {SittingPaper::record};
    ASSERT_EQ(code_of(put_package(needs, one.keeper, id, own)), "accepted");
    own.version = 1;
    own.terms.contents = {};
    EXPECT_EQ(code_of(put_package(needs, one.keeper, id, own)), "package_needs_contents");
}

TEST_P(Afterwards, publications_branches_and_the_file_are_kept_with_their_days) {
    Publication list;
    list.id = one.ledger.here.make_id<PublicationId>();
    list.subject = PublishedSubject::team_list;
    list.scope = "局机关全体党员干部";
    list.publisher = "机关党委";
    list.published_on = day("2024-07-30");
    EXPECT_EQ(code_of(publish(needs, one.keeper, id, list)), "published_in_the_future");
    list.published_on = day("2024-06-30");
    ASSERT_EQ(code_of(publish(needs, one.keeper, id, list)), "accepted");
    BranchMeeting branch;
    branch.id = one.ledger.here.make_id<BranchMeetingId>();
    branch.version = 0;
    branch.branch = "预算科党支部";
    branch.due_on = day("2024-07-31");
    ASSERT_EQ(code_of(put_branch_meeting(needs, one.keeper, id, branch)), "accepted");
    branch.version = 1;
    branch.held_on = day("2024-06-29");
    branch.leaders = "韩征";
    const auto held = put_branch_meeting(needs, one.keeper, id, branch);
    ASSERT_EQ(code_of(held), "accepted");
    EXPECT_EQ(held->branches[0].leaders, "韩征");
    EXPECT_EQ(code_of(put_branch_meeting(needs, one.keeper, id, branch)),
              "somebody_else_changed_it");
    ArchiveLine talks;
    talks.material = Material::talks;
    talks.state = FiledState::filed;
    talks.remark = "第3卷第12件";
    ASSERT_EQ(code_of(say_of_material(needs, one.keeper, id, talks)), "accepted");
    talks.material = Material::record;
    EXPECT_EQ(code_of(say_of_material(needs, one.keeper, id, talks)), "material_is_held");
    const auto state_of = [&](Material material) {
        return after(one.keeper).catalogue[static_cast<std::size_t>(material)].state;
    };
    EXPECT_EQ(state_of(Material::talks), FiledState::filed);
    EXPECT_EQ(state_of(Material::public_text), FiledState::held);
    EXPECT_EQ(state_of(Material::report), FiledState::missing);
    issue_report();
    EXPECT_EQ(state_of(Material::report), FiledState::held);
}

}  // namespace
}  // namespace sittings
