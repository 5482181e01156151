// What a calendar program reads, line by line.
#include "meetings/calendar_feed.hpp"

#include <gtest/gtest.h>

namespace meetings {
namespace {

Meeting sample() {
    Meeting one;
    one.id = *MeetingId::parse("01900000-0000-7000-8000-000000000001");
    one.programme_title = "财政局整改";
    one.terms.title = "第三次碰头会";
    one.terms.held_on = *base::parse_date("2024-07-05");
    one.terms.begins_at = "23:30";
    one.terms.minutes = 90;
    one.terms.place = "三楼会议室; 东侧, \\A\n请带笔";
    one.state = MeetingState::called;
    one.changed_at = {1'719'735'300'000};
    return one;
}

bool says(const std::string& calendar, const std::string& line) {
    return calendar.find("\r\n" + line + "\r\n") != std::string::npos;
}

TEST(CalendarFeed, says_when_where_and_what) {
    const auto calendar = calendar_of({event_of(sample())}, "整改会议");
    EXPECT_TRUE(calendar.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
    EXPECT_TRUE(calendar.ends_with("END:VCALENDAR\r\n"));
    EXPECT_TRUE(says(calendar, "UID:01900000-0000-7000-8000-000000000001@zhenggai"));
    EXPECT_TRUE(says(calendar, "DTSTAMP:20240630T081500Z"));
    EXPECT_TRUE(says(calendar, "DTSTART;TZID=Asia/Shanghai:20240705T233000"));
    EXPECT_TRUE(says(calendar, "DTEND;TZID=Asia/Shanghai:20240706T010000")) << "past midnight";
    EXPECT_TRUE(says(calendar, "SEQUENCE:0"));
    EXPECT_TRUE(says(calendar, "STATUS:CONFIRMED"));
    EXPECT_TRUE(says(calendar, "TZOFFSETTO:+0800"));
}

TEST(CalendarFeed, escapes_what_separates) {
    const auto calendar = calendar_of({event_of(sample())}, "整改会议");
    EXPECT_TRUE(says(calendar, "LOCATION:三楼会议室\\; 东侧\\, \\\\A\\n请带笔")) << calendar;
}

TEST(CalendarFeed, folds_at_75_octets_and_never_within_a_character) {
    auto meeting = sample();
    meeting.terms.title = "x";
    for (int i = 0; i < 60; ++i) meeting.terms.title += "整";
    const auto calendar = calendar_of({event_of(meeting)}, "整改会议");
    std::string unfolded;
    for (std::size_t at = 0; at < calendar.size();) {
        const auto end = calendar.find("\r\n", at);
        ASSERT_NE(end, std::string::npos);
        const auto line = calendar.substr(at, end - at);
        EXPECT_LE(line.size(), 75u);
        EXPECT_EQ(line.find('\n'), std::string::npos);
        if (line.starts_with(' ')) {
            EXPECT_NE(static_cast<unsigned char>(line[1]) & 0xC0u, 0x80u) << "cut a character";
            unfolded += line.substr(1);
        } else {
            unfolded += "\n" + line;
        }
        at = end + 2;
    }
    EXPECT_NE(unfolded.find("\nSUMMARY:" + meeting.terms.title + "\n"), std::string::npos);
}

TEST(CalendarFeed, says_that_a_meeting_moved_or_was_cancelled) {
    auto meeting = sample();
    meeting.state = MeetingState::cancelled;
    meeting.sequence = 2;
    const auto calendar = calendar_of({event_of(meeting)}, "整改会议");
    EXPECT_TRUE(says(calendar, "STATUS:CANCELLED"));
    EXPECT_TRUE(says(calendar, "SEQUENCE:2"));
}

}  // namespace
}  // namespace meetings
