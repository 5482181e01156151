// Every endpoint in process, through the router, as each kind of person; the messages against their
// contract.
#include <gtest/gtest.h>

#include "base/test_contract.hpp"
#include "ledger/test_routes.hpp"
#include "sittings/earlier_json.hpp"
#include "sittings/follow_up_json.hpp"
#include "sittings/leading_json.hpp"
#include "sittings/sitting_json.hpp"
#include "sittings/sittings_routes.hpp"
#include "sittings/test_meeting.hpp"

namespace sittings {
namespace {

using base::testing::Contract;
using base::testing::golden_id;
using sittings::testing::code_of;
using sittings::testing::day;
using sittings::testing::TestMeeting;

struct SittingMessages : ::testing::Test, TestMeeting {
    Contract contract{"sittings"};
    Reader reader{actor, day("2024-08-01")};
    SittingMessages() { actor.acts = {base::Act::read_names}; }
};

TEST_F(SittingMessages, of_a_sitting_keep_to_the_contract) {
    meeting.state = testing::LifeState::running;
    sitting.turns.resize(2);
    sitting.turn = sitting.turns[0].id;
    sitting.turn_since = now;
    sitting.opened_at = now;
    sitting.opened_by = "李强";
    sitting.version = 3;
    sitting.presences = {present(han)};
    const SittingView view{meeting, records, sitting, quorum_of(meeting, sitting), now, 5};
    contract.expect(to_json(view, reader), "sitting");
    contract.expect(to_json(SittingState{meeting.state, 3, 5, sitting.turn, now, now}, reader),
                    "state");
}

TEST_F(SittingMessages, of_the_record_keep_to_the_contract) {
    meeting.state = testing::LifeState::closed;
    Spoken said{golden_id<EntryId>("21"),
                EntryKind::criticism,
                sitting.turns[0].id,
                zhou,
                han,
                "三次调度会",
                "一次没有到现场。",
                "每月到现场一次",
                "接受",
                false,
                now};
    const RecordEntry entry{said, 0, actor.id, "李强", now, 1};
    RecordView view{meeting,
                    records,
                    {entry},
                    {{golden_id<RemarkId>("22"), "补记一条", now, "李强"}},
                    figures_of({entry}, meeting),
                    "sm3:ab",
                    true};
    contract.expect(to_json(view, reader), "record");
    const auto read = read_spoken(contract.golden("spoken"));
    ASSERT_EQ(code_of(read), "accepted");
    EXPECT_EQ(*read, said);
    EXPECT_EQ(code_of(read_spoken(R"({"id":"7","kind":"song","said_at_ms":1})")), "expected_id");
    EXPECT_EQ(read_turns(contract.golden("turns"))->turns.size(), 2u);
    EXPECT_EQ(read_presence(contract.golden("presence"))->state, PresenceState::leave_asked);
}

TEST_F(SittingMessages, of_what_follows_keep_to_the_contract) {
    meeting.state = testing::LifeState::closed;
    AfterView view{meeting, keeper, day("2024-08-01"), {}, {}, {}, {}, {}, {}, {}, true};
    ListItem item;
    item.id = golden_id<ListItemId>("51");
    item.number = 1;
    item.terms = read_new_item(contract.golden("item"))->terms;
    view.items = {item};
    LifeText text;
    text.text = "一、基本情况";
    text.version = 1;
    text.by = "张静";
    text.at = now;
    view.texts = {text};
    const auto package = *read_package(contract.golden("package"));
    view.packages = {{package.id, package.terms, {}, "", "", 1}};
    auto published = *read_publication(contract.golden("publication"));
    published.by = "张静";
    published.at = now;
    view.publications = {published};
    view.branches = {*read_branch_meeting(contract.golden("branch"))};
    view.catalogue = {*read_archive_line(contract.golden("archive"))};
    view.papers = {SittingPaper::agenda};
    contract.expect(to_json(view, reader), "afterwards");
    EXPECT_EQ(read_written_text(contract.golden("text"))->issued_on, day("2024-07-30"));
    EXPECT_EQ(code_of(read_package(R"({"id":")" + golden_id<PackageId>("52").text() +
                                   R"(","version":0,"recipient":"superior","name":"区委",
                                      "contents":["song"],"due_on":"2024-08-06"})")),
              "unknown_name");
}

TEST_F(SittingMessages, of_what_is_derived_keep_to_the_contract) {
    const auto member = golden_id<ParticipantId>("12");
    const LeadingView leading{meeting,
                              {{LeadKind::study, 2, 2, 240, day("2024-07-01")},
                               {LeadKind::measures, 0, 0, 0, std::nullopt}},
                              {{member, 1, 2, 2, 1, 2, 60}}};
    contract.expect(to_json(leading, reader), "leading");
    auto before = meeting;
    before.terms.title = "巡察整改专题民主生活会";
    before.terms.held_on = day("2023-07-22");
    const EarlierView earlier{before,
                              {{std::nullopt, "会议多", "合并会议", "struck_off"},
                               {member, "调研少", "每月下乡一次", ""}}};
    contract.expect(to_json(earlier, reader), "earlier");
}

class SittingsRoutes : public ledger::testing::RoutesOfLedger {
  protected:
    SittingsRoutes()
        : RoutesOfLedger([](const ledger::testing::TestLedger& one) {
              return routes(documents::Needs{{one.needs, ""}});
          }) {}
};
ZHENGGAI_ON_BOTH_ENGINES(SittingsRoutes);

TEST_P(SittingsRoutes, open_to_those_who_may_and_to_nobody_else) {
    using http::Method;
    const auto one = api + "/life-meetings/" + new_id(), sitting = one + "/sitting",
               record = one + "/record", item = one + "/list-items/" + new_id(),
               paper = one + "/sitting-papers/agenda", package = one + "/packages/" + new_id();
    const std::string stale = R"({"version":9})";
    expect_answers({
        {{Method::get, sitting, ""}, 404, 404},
        {{Method::get, sitting + "/state", ""}, 404, 404},
        {{Method::put, sitting + "/turns", stale}, 404, 404},
        {{Method::put, sitting + "/presence", "{}"}, 422, 422},
        {{Method::put, sitting + "/opening", stale}, 404, 404},
        {{Method::put, sitting + "/turn", "{}"}, 422, 422},
        {{Method::put, sitting + "/closing", stale}, 404, 404},
        {{Method::get, record, ""}, 404, 404},
        {{Method::post, record + "/entries", "{}"}, 422, 422},
        {{Method::put, record + "/entries", "{}"}, 422, 422},
        {{Method::post, record + "/remarks", "{}"}, 422, 422},
        {{Method::get, one + "/afterwards", ""}, 404, 404},
        {{Method::get, one + "/leading", ""}, 404, 404},
        {{Method::get, one + "/earlier-measures", ""}, 404, 404},
        {{Method::post, one + "/list-items", "{}"}, 422, 422},
        {{Method::put, item, "{}"}, 422, 422},
        {{Method::del, item + "?version=1", ""}, 404, 404},
        {{Method::put, one + "/list-items-in-ledger", ""}, 403, 404},
        {{Method::get, one + "/texts/report/draft", ""}, 404, 404},
        {{Method::put, one + "/texts/report", "{}"}, 422, 422},
        {{Method::put, one + "/packages", "{}"}, 403, 422},
        {{Method::post, one + "/usual-packages", ""}, 403, 404},
        {{Method::get, package + "/file", ""}, 404, 404},
        {{Method::post, one + "/publications", "{}"}, 403, 422},
        {{Method::put, one + "/branch-meetings", "{}"}, 403, 422},
        {{Method::put, one + "/archive", "{}"}, 403, 422},
        {{Method::get, api + "/life-packages", ""}, 200, 200},
        {{Method::get, paper, ""}, 404, 404},
        {{Method::get, paper + "/file?form=docx", ""}, 404, 404},
    });
}

}  // namespace
}  // namespace sittings
