// Every message of the module against its golden file in contract/meetings, which the pages may
// test as well.
#include "base/test_contract.hpp"
#include "meetings/meeting_json.hpp"

namespace meetings {
namespace {

using base::testing::golden_id;

const base::testing::Contract contract{"meetings"};

base::Date day(std::string_view text) {
    return *base::parse_date(text);
}

TEST(MeetingMessages, are_read_as_the_contract_has_them) {
    const auto meeting = read_new_meeting(contract.golden("new_meeting"));
    ASSERT_TRUE(meeting);
    EXPECT_EQ(meeting->id, golden_id<MeetingId>("10"));
    EXPECT_EQ(meeting->series, golden_id<SeriesId>("11"));
    EXPECT_EQ(meeting->terms.kind, MeetingKind::joint);
    EXPECT_EQ(meeting->terms.held_on, day("2024-07-05"));
    ASSERT_EQ(meeting->terms.participants.size(), 2u);
    EXPECT_EQ(meeting->terms.participants[0].duty, Duty::host);
    EXPECT_EQ(meeting->terms.participants[1].unit, golden_id<base::UnitId>("22"));
    EXPECT_EQ(meeting->terms.participants[1].standing, Standing::sits_in);
    const auto agenda = read_agenda(contract.golden("agenda"));
    ASSERT_TRUE(agenda);
    EXPECT_EQ(agenda->version, 2);
    EXPECT_EQ(agenda->lines[0].subject, Subject::measure);
    EXPECT_EQ(agenda->lines[1].title, "传达会议精神");
    const auto minute = read_minute(contract.golden("minute"));
    ASSERT_TRUE(minute);
    EXPECT_EQ(minute->heard, "已有初稿");
    EXPECT_EQ(minute->decisions[0].due_on, day("2024-07-31"));
    EXPECT_FALSE(minute->decisions[0].person);
}

TEST(MeetingMessages, name_the_field_that_is_wrong) {
    const auto refused = read_new_meeting(R"({"id":"1","kind":"party","title":" "})");
    ASSERT_FALSE(refused);
    std::string fields = refused.error().field;
    for (const auto& other : refused.error().also) fields += " " + other.field;
    for (const auto* field : {"id", "kind", "title", "held_on", "begins_at", "minutes"})
        EXPECT_NE(fields.find(field), std::string::npos) << field;
}

TEST(MeetingMessages, are_written_as_the_contract_has_them) {
    const auto wanted = read_new_meeting(contract.golden("new_meeting"));
    const auto minute = read_minute(contract.golden("minute"));
    ASSERT_TRUE(wanted && minute);
    MeetingView view;
    auto& meeting = view.meeting;
    meeting.id = wanted->id;
    meeting.programme = golden_id<ProgrammeId>("01");
    meeting.programme_title = "财政局整改";
    meeting.series = wanted->series;
    meeting.terms = wanted->terms;
    meeting.state = MeetingState::running;
    meeting.sequence = 1;
    meeting.called_at = base::Instant{1'719'792'000'000};
    meeting.opened_at = base::Instant{1'720'162'800'000};
    meeting.version = 4;
    AgendaItem item;
    item.id = golden_id<AgendaItemId>("30");
    item.subject = Subject::measure;
    item.subject_id = golden_id<MeetingId>("40").text();
    item.reasons = {Reason::overdue, Reason::stalled};
    item.row = {12, "修订采购制度", day("2024-07-01"), "under_way", 40, "采购科"};
    item.heard = minute->heard;
    item.discussion = minute->discussion;
    item.decisions = minute->decisions;
    item.decisions[0].unit_name = "采购科";
    item.version = 2;
    view.items = {item};
    view.figures = {{"measures", 20}, {"overdue", 3}};
    view.remarks = {{base::Instant{1'720'227'600'000}, "李强", "应为五项。"}};
    view.next_on = day("2024-08-05");
    base::Actor office;
    office.acts = {base::Act::read_ledger, base::Act::edit_ledger, base::Act::read_names};
    contract.expect(to_json(view, {office, day("2024-07-08")}), "meeting");
}

}  // namespace
}  // namespace meetings
