// Every message of the module against its golden file in contract/talks.
#include "talks/talk_json.hpp"
#include "talks/test_talks.hpp"

namespace talks {
namespace {

using namespace testing;

const base::testing::Contract contract{"talks"};
const base::Date today = day("2024-06-30");
const base::Instant now{1'719'735'300'000};  // that day

base::Actor member() {
    base::Actor actor;
    actor.name = "韩征";
    actor.acts = {base::Act::read_ledger, base::Act::read_names};
    return actor;
}
const base::Actor reading = member();
const Reader reader{reading, today};

TEST(TalkMessages, are_read_as_the_contract_has_them) {
    const auto plan = read_talk_plan(contract.golden("talk_plan"));
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->version, 1);
    ASSERT_EQ(plan->rules.size(), 2u);
    EXPECT_EQ(plan->rules[1], (TalkRule{TalkKind::section_head, day("2024-07-19")}));
    ASSERT_EQ(plan->partners.size(), 1u);
    EXPECT_EQ(plan->partners[0].members, std::vector<ParticipantId>{zhou});

    const auto wanted = read_new_talk(contract.golden("new_talk"));
    ASSERT_TRUE(wanted);
    EXPECT_EQ(wanted->member, principal);
    EXPECT_EQ(wanted->other, zhou.uuid);
    EXPECT_EQ(wanted->appointment, some_talk(TalkState::proposed).appointment);
    EXPECT_FALSE(wanted->held);

    const auto record = read_talk_record(contract.golden("record"));
    ASSERT_TRUE(record);
    EXPECT_EQ(record->version, 3);
    EXPECT_EQ(record->held.record, some_record());
    EXPECT_EQ(record->held.held.held_on, day("2024-06-29"));

    const auto signature = read_paper_signature(contract.golden("paper_signature"));
    ASSERT_TRUE(signature);
    EXPECT_EQ(signature->signature.side, Side::other);
    EXPECT_EQ(signature->signature.note, "扫描件存办公室");
}

TEST(TalkMessages, say_which_field_cannot_be_read) {
    const auto field_of = [](const auto& read) { return read ? "" : read.error().field; };
    EXPECT_EQ(field_of(read_talk_plan(
                  R"({"version":0,"rules":[{"kind":"x","due_on":"2024-07-01"}],"partners":[]})")),
              "rules[0].kind");
    EXPECT_EQ(field_of(read_appointment(
                  R"({"version":1,"held_on":"2024-07-01","begins_at":"09:00","minutes":5,
                      "place":"x","form":"face_to_face"})")),
              "minutes");
    EXPECT_EQ(field_of(read_talk_record(
                  R"({"version":1,"held_on":"2024-07-01","place":"x","form":"face_to_face",
                      "theme":""})")),
              "theme");
}

TEST(TalkMessages, keep_a_criticism_to_its_line) {
    const auto read = read_talk_record(
        R"({"version":1,"held_on":"2024-06-29","place":"x","form":"face_to_face","theme":"x",
            "others":["不够\n主动","  ",""]})");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->held.record.others, std::vector<std::string>{"不够 主动"});
}

TEST(TalkMessages, show_talks_of_a_meeting) {
    const auto meeting = some_meeting();
    TalksView view;
    view.meeting = meeting.id;
    view.plan = some_plan();
    view.own = {principal};
    auto talk = some_talk(TalkState::done);
    const std::vector<Talk> talks{talk};
    view.matrix = matrix_of({meeting, view.plan, talks, {}, today});
    view.whole = true;
    view.may_plan = view.may_arrange = true;
    view.proposed_due_on = day("2024-07-17");
    view.criticisms_each_min = 2;
    contract.expect(to_json(view, reader), "talks");
}

TalkView some_view() {
    TalkView view;
    view.talk = some_talk(TalkState::recorded);
    view.talk.proposed_by = "韩征";
    view.talk.version = 3;
    view.talk.side(Side::member).signature = TalkSignature{false, "韩征", today, "", "", now};
    view.meeting = view.talk.meeting;
    view.meeting_title = "专题民主生活会";
    view.programme_title = "财政局整改";
    view.place = some_place();
    view.standing.own = Side::member;
    view.due_on = day("2024-07-19");
    view.sees_meeting = true;
    auto record = some_record();
    record.by_name = "韩征";
    record.at = now;
    view.records[0] = record;
    view.hints = {TalkHint::nothing_of_feedback};
    return view;
}

TEST(TalkMessages, show_a_talk_to_one_of_the_two) {
    contract.expect(to_json(some_view(), reader), "talk");
}

TEST(TalkMessages, tell_those_who_only_oversee_neither_when_nor_where) {
    auto view = some_view();
    view.standing = {.own = std::nullopt, .keeper = false, .overview = true};
    view.records = {};
    view.talk.reason = "局长临时外出";
    const auto shown = boost::json::parse(to_json(view, reader)).as_object();
    EXPECT_TRUE(shown.at("appointment").is_null());
    EXPECT_TRUE(shown.at("wait").is_null());
    EXPECT_EQ(shown.at("reason").as_string(), "");
    EXPECT_TRUE(shown.at("may").as_array().empty());
    EXPECT_TRUE(shown.at("sides").as_array()[0].at("record").is_null());
    EXPECT_EQ(shown.at("sides").as_array()[0].at("criticisms").as_int64(), 2);
}

TEST(TalkMessages, show_ones_own_list) {
    OwnTalk one;
    one.meeting = golden_id<LifeMeetingId>("10");
    one.meeting_title = "专题民主生活会";
    one.meeting_on = day("2024-07-22");
    one.programme = golden_id<ProgrammeId>("01");
    one.sees_meeting = true;
    one.member = principal;
    one.other = zhou;
    one.own = Side::other;
    one.with_name = "韩征";
    one.with_title = "党组书记、局长";
    one.kind = TalkKind::principal_member;
    one.state = PairState::appointed;
    one.wait = TalkWait::confirm;
    one.due_on = day("2024-07-19");
    one.talk = some_talk(TalkState::proposed);
    auto missing = one;
    missing.talk.reset();
    missing.state = PairState::due;
    missing.wait = TalkWait::appoint;
    contract.expect(to_json(std::vector<OwnTalk>{one, missing}, reader), "own_talks");
}

TEST(TalkMessages, propose_heads_of_units) {
    const std::vector<HeadOfUnit> heads{
        {golden_id<base::PersonId>("51"), "陈刚", "科长", "预算科"}};
    contract.expect(to_json(heads, reader), "proposed_partners");
}

}  // namespace
}  // namespace talks
