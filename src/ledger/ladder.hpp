// The ladder of a programme (domain 2.2 T11, 2.5): what is done as a measure's day comes near and
// passes, when it is sent back again and when it stands still: who hears of it, and which notice is
// proposed. Data that the office changes; a change holds from the day it was made. Pure.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/working_day.hpp"
#include "ledger/programme.hpp"

namespace ledger {

/// What a rung counts, in the order of a ladder.
enum class Cause {
    before_due,  // days to the due day
    overdue,     // days since
    sent_back,   // how often the measure was sent back
    stalled,     // days without a report
    in_review,   // days that a review lies: of a measure, or of an application at its stage
};
enum class DayCount { calendar, working };
/// Who gets a message. The first two work in a unit that holds the row, the last two are of
/// reviews: who is asked for it now, and who answers for the whole.
enum class Recipient {
    reporters,    // who may report: handlers, liaisons
    unit_head,    // who leads the unit: its head by post, and who may claim but not report
    row_leaders,  // persons named in the row as lead or responsible leader
    office,       // who keeps the ledger of the inspected unit
    supervision,  // who reviews there and does not keep it
    signers,      // of in_review only: whose signature or review is asked for
    principal,    // who answers for the programme first: the seat of the principal
};
inline constexpr std::array<Recipient, 7> recipients{
    Recipient::reporters,   Recipient::unit_head, Recipient::row_leaders, Recipient::office,
    Recipient::supervision, Recipient::signers,   Recipient::principal};
/// Three colours of slips: far, near or slow, late.
enum class Colour { blue, yellow, red };

[[nodiscard]] std::string_view name_of(Cause cause);
[[nodiscard]] std::optional<Cause> cause_of(std::string_view name);
[[nodiscard]] std::string_view name_of(DayCount count);
[[nodiscard]] std::optional<DayCount> day_count_of(std::string_view name);
[[nodiscard]] std::string_view name_of(Recipient recipient);
[[nodiscard]] std::optional<Recipient> recipient_of(std::string_view name);
[[nodiscard]] std::string_view name_of(Colour colour);
[[nodiscard]] std::optional<Colour> colour_of_name(std::string_view name);

struct Rung {
    Cause cause = Cause::before_due;
    int amount = 1;
    DayCount days = DayCount::calendar;  // of sent_back: calendar
    std::vector<Recipient> recipients;   // each once, in the order of the enum
    std::string notice;                  // the kind that is proposed; "" : none
    std::optional<base::Date> since;     // what stood on it before is left alone
    bool operator==(const Rung&) const = default;
};
/// What tells rungs apart, whatever they do: "before_due 20 calendar".
[[nodiscard]] std::string key_of(const Rung& rung);
/// 到期前 20 天, 超期 10 个工作日, 第 2 次退回, 连续 30 天没有新进展
[[nodiscard]] std::string words_of(const Rung& rung);
/// The same from a key; "" for none.
[[nodiscard]] std::string words_of_key(std::string_view key);
/// Blue before a row counts as near (due_soon_days in due.hpp), red once it is late, else yellow.
[[nodiscard]] Colour colour_of(const Rung& rung);

/// A kind of notice, with what a new one of it says.
struct NoticeKind {
    std::string name;         // 督办通知单
    std::string short_name;   // 督
    std::string requirement;  // what it asks for
    int reply_days = 5;       // working days to answer
    bool operator==(const NoticeKind&) const = default;
};

struct Ladder {
    std::vector<NoticeKind> kinds;
    std::vector<Rung> rungs;
    std::string mark_pattern;  // 巡整{类}〔{年}〕{号}号
    std::int64_t version = 0;  // 0: the one the program brings
    bool operator==(const Ladder&) const = default;

    /// at_once_kind() is found whether the ladder has one of its own or not.
    [[nodiscard]] const NoticeKind* kind(std::string_view name) const;
};
inline constexpr std::size_t rungs_max = 20, notice_kinds_max = 12, kind_name_chars_max = 20,
                             short_name_chars_max = 4, mark_pattern_chars_max = 60;
inline constexpr int rung_amount_max = 365, reply_days_max = 60, reminder_hour = 8;

/// Of what is put right at once, while the inspection goes on (立行立改通知书): about a matter, not
/// about measures. There is always such a kind; a ladder may have its own of this name.
[[nodiscard]] const NoticeKind& at_once_kind();
/// What a programme has that changed nothing.
[[nodiscard]] Ladder default_ladder();
/// The ladder `wanted` from `today` on: a rung that was there before keeps the day since which it
/// holds, a new one holds from today. Refuses: only_the_office_sets_the_ladder, then all together
/// as form errors, each naming its rung or kind: notice_kind_stands_twice, mark_pattern_incomplete,
/// rung_stands_twice, rung_out_of_order, rung_does_nothing, rung_has_no_signers,
/// review_rung_has_no_notice, rung_kind_unknown (args accepted).
[[nodiscard]] base::Result<Ladder> change(const Ladder& before, const Ladder& wanted,
                                          base::Date today, const base::Actor& actor);

/// A row stands on this rung on `today` when its day is not after this one: the due day, the day of
/// the last report (stalled) or since when the review lies (in_review). Not for sent_back.
[[nodiscard]] base::Date latest_day_on(const Rung& rung, base::Date today,
                                       const calendar::Calendar& calendar);
/// The number of a notice as documents print it.
[[nodiscard]] std::string mark_of(const Ladder& ladder, const NoticeKind& kind, int year,
                                  std::int64_t number);
/// People are told from eight in the morning on.
[[nodiscard]] bool is_time_to_remind(base::Instant now);

}  // namespace ledger
