// The day that counts for each kind of deadline, and how near it is.
#include "ledger/due.hpp"

#include <gtest/gtest.h>

#include "ledger/deadline_words.hpp"

namespace ledger {
namespace {

using calendar::DayKind;

base::Date day(std::string_view text) {
    return *base::parse_date(text);
}

std::optional<base::Date> maybe(std::string_view text) {
    return text.empty() ? std::nullopt : std::optional(day(text));
}

std::string text_of(std::optional<base::Date> date) {
    return date ? base::to_text(*date) : "";
}

/// 2024 with the National Day holiday, Sunday 29 September and Saturday 12 October worked.
calendar::Calendar calendar_of_2024() {
    calendar::CalendarYear year{2024, true, {}};
    for (const auto* off : {"2024-10-01", "2024-10-02", "2024-10-03", "2024-10-04", "2024-10-07"})
        year.days.push_back({day(off), DayKind::off, "国庆节"});
    for (const auto* on : {"2024-09-29", "2024-10-12"})
        year.days.push_back({day(on), DayKind::working, "国庆节调休上班"});
    calendar::Calendar calendar;
    calendar.add(year);
    return calendar;
}

const Events events{day("2024-08-31"), day("2024-11-30"), 60};

std::string due(DeadlineKind kind, std::string text, std::string_view date = {},
                std::string_view last_proof = {}) {
    return text_of(due_on({kind, std::move(text), maybe(date)}, events, calendar_of_2024(),
                          maybe(last_proof)));
}

TEST(Due, is_the_day_given_where_one_is) {
    EXPECT_EQ(due(DeadlineKind::date, "9月底前", "2024-09-30"), "2024-09-30");
    EXPECT_EQ(due(DeadlineKind::staged, "分阶段", "2024-12-31"), "2024-12-31");
    EXPECT_EQ(due(DeadlineKind::long_term, "长期坚持", "2025-03-31"), "2025-03-31");
    EXPECT_EQ(due(DeadlineKind::immediate, "立行立改", "2024-09-10"), "2024-09-10");
    EXPECT_EQ(due(DeadlineKind::relative, "反馈后三个月内", "2024-12-10"), "2024-12-10");
}

TEST(Due, is_not_invented_where_none_can_be_known) {
    EXPECT_EQ(due(DeadlineKind::date, "X月底前"), "");
    EXPECT_EQ(due(DeadlineKind::staged, "分阶段推进"), "");
    EXPECT_EQ(due(DeadlineKind::long_term, "长期坚持"), "");
    EXPECT_EQ(due(DeadlineKind::unspecified, ""), "");
    EXPECT_EQ(due(DeadlineKind::unspecified, "待定", "2024-09-30"), "");
    EXPECT_EQ(due(DeadlineKind::recurring, "定期开展"), "");
    EXPECT_EQ(due(DeadlineKind::relative, "反馈后尽快完成"), "");
    EXPECT_EQ(due(DeadlineKind::relative, "方案印发后一个月内"), "");
    EXPECT_EQ(due(DeadlineKind::relative, "会后10日内"), "");
}

TEST(Due, of_what_is_done_at_once_counts_from_the_feedback) {
    EXPECT_EQ(due(DeadlineKind::immediate, "立行立改"), "2024-10-30");
    const Deadline at_once{DeadlineKind::immediate, "立行立改", std::nullopt};
    EXPECT_EQ(due_on(at_once, {}, {}, std::nullopt), std::nullopt);
    EXPECT_EQ(text_of(due_on(at_once, {day("2024-08-31"), {}, 15}, {}, std::nullopt)),
              "2024-09-15");
}

TEST(Due, of_relative_words_counts_from_the_event_they_name) {
    const struct {
        std::string text, expected;
    } cases[]{
        {"反馈后三个月内", "2024-11-30"},
        {"自反馈之日起6个月内", "2025-02-28"},
        {"反馈意见后 3 个月内", "2024-11-30"},
        {"反馈后半年内", "2025-02-28"},
        {"反馈后一年半内", "2026-02-28"},
        {"反馈后半个月内", "2024-09-15"},
        {"反馈后一个半月内", "2024-10-15"},
        {"反馈后两周内", "2024-09-14"},
        {"反馈后10天内", "2024-09-10"},
        {"反馈后二十日内", "2024-09-20"},
        {"三个月内完成", "2024-11-30"},
        {"一个月内（自反馈之日起）", "2024-09-30"},
        {"集中整改期结束前", "2024-11-30"},
        {"整改期内完成", "2024-11-30"},
        {"集中整改期结束后1个月内", "2024-12-30"},
        {"集中整改结束前10日", "2024-11-20"},
        {"集中整改期结束前两个月", "2024-09-30"},
        {"反馈后三个月内（集中整改期内）", "2024-11-30"},
        {"反馈后一个月内形成方案，集中整改期内完成", "2024-09-30"},
        {"对120个村逐一排查，反馈后2个月内完成", "2024-10-31"},
    };
    for (const auto& row : cases)
        EXPECT_EQ(due(DeadlineKind::relative, row.text), row.expected) << row.text;
}

TEST(Due, of_relative_words_waits_for_the_event) {
    const Events none;
    for (const auto* text : {"反馈后三个月内", "集中整改期结束前", "20个工作日内"})
        EXPECT_EQ(due_on({DeadlineKind::relative, text, {}}, none, {}, {}), std::nullopt) << text;
}

TEST(Due, counts_working_days_over_moved_holidays) {
    const auto from = [](std::string_view feedback, std::string text) {
        return text_of(due_on({DeadlineKind::relative, std::move(text), {}},
                              {day(feedback), day("2024-10-08"), 60}, calendar_of_2024(), {}));
    };
    EXPECT_EQ(from("2024-09-27", "反馈后1个工作日内"), "2024-09-29");  // A Sunday that is worked.
    EXPECT_EQ(from("2024-09-27", "反馈后3个工作日内"), "2024-10-08");
    EXPECT_EQ(from("2024-09-30", "5个工作日内"), "2024-10-12");
    EXPECT_EQ(from("2024-09-30", "集中整改结束前2个工作日"), "2024-09-29");
    EXPECT_EQ(text_of(due_on({DeadlineKind::relative, "反馈后3个工作日内", {}},
                             {day("2024-09-27"), {}, 60}, {}, {})),
              "2024-10-02");  // Without a calendar: Monday to Friday.
}

TEST(Due, a_month_later_is_never_in_the_month_after_that) {
    const auto from = [](std::string_view feedback, std::string text) {
        return text_of(
            due_on({DeadlineKind::relative, std::move(text), {}}, {day(feedback), {}, 60}, {}, {}));
    };
    EXPECT_EQ(from("2024-01-31", "反馈后一个月内"), "2024-02-29");
    EXPECT_EQ(from("2023-01-31", "反馈后一个月内"), "2023-02-28");
    EXPECT_EQ(from("2024-02-29", "反馈后一年内"), "2025-02-28");
    EXPECT_EQ(from("2024-11-30", "反馈后三个月内"), "2025-02-28");
    EXPECT_EQ(from("2024-12-31", "反馈后12个月内"), "2025-12-31");
}

TEST(Due, of_a_span_beyond_reason_is_still_a_day) {
    EXPECT_EQ(due(DeadlineKind::relative, "反馈后5000年内"), "3024-08-31");
    EXPECT_EQ(due(DeadlineKind::relative, "集中整改结束前5000年"), "1024-11-30");
    EXPECT_NE(due(DeadlineKind::relative, "反馈后5000个工作日内"), "");
}

TEST(Due, comes_back_with_each_period) {
    const struct {
        std::string text, proof, expected;
    } cases[]{
        {"每月", "", "2024-09-30"},  // After the feedback of August.
        {"每月开展一次", "2024-12-15", "2025-01-31"},
        {"每月25日前报送", "2024-01-31", "2024-02-29"},
        {"每季度", "2024-09-01", "2024-12-31"},
        {"每季度末月", "2024-12-31", "2025-03-31"},
        {"一季度一次", "2024-05-01", "2024-09-30"},
        {"每半年", "2024-03-01", "2024-12-31"},
        {"半年一次", "2024-07-01", "2025-06-30"},
        {"每学期", "2024-03-01", "2024-12-31"},
        {"每年", "2024-03-01", "2025-12-31"},
        {"每年3月", "2024-03-01", "2025-12-31"},
        {"每两个月", "2024-01-10", "2024-04-30"},
        {"每半月", "2024-09-01", "2024-09-16"},
        {"每周一次", "2024-09-01", "2024-09-08"},
        {"每2周", "2024-09-01", "2024-09-15"},
        {"每旬", "2024-09-01", "2024-09-11"},
        {"每日", "2024-09-01", "2024-09-02"},
        {"按月调度", "2024-09-01", "2024-10-31"},
        {"周调度", "2024-09-01", "2024-09-08"},
        {"每次会议后", "2024-09-01", ""},
    };
    for (const auto& row : cases)
        EXPECT_EQ(due(DeadlineKind::recurring, row.text, "", row.proof), row.expected) << row.text;
    EXPECT_EQ(due_on({DeadlineKind::recurring, "每月", {}}, {}, {}, {}), std::nullopt);
}

TEST(Events, are_those_of_the_programme) {
    Programme programme;
    programme.feedback_on = day("2024-05-13");
    programme.concentrated_end_on = day("2024-07-31");
    programme.immediate_days = 30;
    const auto found = events_of(programme);
    EXPECT_EQ(found.feedback_on, programme.feedback_on);
    EXPECT_EQ(found.concentrated_end_on, programme.concentrated_end_on);
    EXPECT_EQ(found.immediate_days, 30);
}

TEST(Tier, changes_on_the_day) {
    const auto today = day("2024-06-30");
    const auto tier = [&](std::string_view due_day) {
        return tier_of(MeasureStatus::under_way, maybe(due_day), today);
    };
    EXPECT_EQ(tier(""), Tier::none);
    EXPECT_EQ(tier("2024-06-29"), Tier::overdue);
    EXPECT_EQ(tier("2024-06-30"), Tier::due_soon);
    EXPECT_EQ(tier("2024-07-10"), Tier::due_soon);
    EXPECT_EQ(tier("2024-07-11"), Tier::on_time);
}

TEST(Tier, is_green_for_good_when_all_is_done) {
    const auto today = day("2024-06-30");
    const auto past = maybe("2024-01-01");
    EXPECT_EQ(tier_of(MeasureStatus::done, past, today), Tier::done);
    EXPECT_EQ(tier_of(MeasureStatus::long_term, std::nullopt, today), Tier::long_term);
    EXPECT_EQ(tier_of(MeasureStatus::long_term, past, today), Tier::overdue);
    EXPECT_EQ(tier_of(ProblemStatus::struck_off, past, today), Tier::done);
    EXPECT_EQ(tier_of(ProblemStatus::awaiting_review, past, today), Tier::overdue);
    EXPECT_EQ(tier_of(ProblemStatus::unclaimed, std::nullopt, today), Tier::none);
}

TEST(Tier, is_known_by_its_name) {
    for (const auto tier :
         {Tier::none, Tier::on_time, Tier::due_soon, Tier::overdue, Tier::long_term, Tier::done})
        EXPECT_EQ(tier_of_name(name_of(tier)), tier);
    EXPECT_EQ(tier_of_name("green"), std::nullopt);
}

TEST(DeadlineKind, is_known_by_its_name_and_its_words) {
    for (const auto kind : {DeadlineKind::date, DeadlineKind::relative, DeadlineKind::recurring,
                            DeadlineKind::immediate, DeadlineKind::staged, DeadlineKind::long_term,
                            DeadlineKind::unspecified}) {
        EXPECT_EQ(deadline_kind_of(name_of(kind)), kind);
        EXPECT_FALSE(words_of(kind).empty());
    }
    EXPECT_EQ(deadline_kind_of("someday"), std::nullopt);
    EXPECT_EQ(words_of(DeadlineKind::immediate), "立行立改");
}

}  // namespace
}  // namespace ledger
