#include "ledger/ladder.hpp"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "base/names.hpp"
#include "ledger/due.hpp"
#include "ledger/waiting.hpp"

namespace ledger {
namespace {

using base::ErrorKind;
using base::refuse;

constexpr std::array<std::string_view, 5> cause_names{"before_due", "overdue", "sent_back",
                                                      "stalled", "in_review"};
constexpr std::array<std::string_view, 2> day_count_names{"calendar", "working"};
constexpr std::array<std::string_view, 7> recipient_names{
    "reporters", "unit_head", "row_leaders", "office", "supervision", "signers", "principal"};
constexpr std::array<std::string_view, 3> colour_names{"blue", "yellow", "red"};

/// Where a rung stands in its ladder: by cause, then as time passes. A working day is reckoned as
/// 7/5 of a day, so that both kinds can be compared.
std::tuple<int, int> place_of(const Rung& rung) {
    const int days = rung.days == DayCount::working ? rung.amount * 7 : rung.amount * 5;
    return {static_cast<int>(rung.cause), rung.cause == Cause::before_due ? -days : days};
}

bool tells(const Rung& rung, Recipient recipient) {
    return std::find(rung.recipients.begin(), rung.recipients.end(), recipient) !=
           rung.recipients.end();
}

using Args = std::vector<std::pair<std::string, std::string>>;

std::optional<base::Error> fault_of(const Ladder& ladder, std::size_t index) {
    const auto& rung = ladder.rungs[index];
    const auto field = "rungs[" + std::to_string(index) + "]";
    const Args named{{"value", words_of(rung)}, {"position", std::to_string(index + 1)}};
    const auto begin = ladder.rungs.begin();
    const bool twice =
        std::any_of(begin, begin + static_cast<std::ptrdiff_t>(index),
                    [&](const Rung& other) { return key_of(other) == key_of(rung); });
    if (twice) return refuse(ErrorKind::invalid, "rung_stands_twice", field, named);
    if (index > 0 && place_of(rung) < place_of(ladder.rungs[index - 1])) {
        auto args = named;
        args.emplace_back("before", words_of(ladder.rungs[index - 1]));
        return refuse(ErrorKind::invalid, "rung_out_of_order", field, args);
    }
    if (rung.recipients.empty() && rung.notice.empty())
        return refuse(ErrorKind::invalid, "rung_does_nothing", field, named);
    const bool in_review = rung.cause == Cause::in_review;
    if (!in_review && tells(rung, Recipient::signers))
        return refuse(ErrorKind::invalid, "rung_has_no_signers", field, named);
    if (in_review && !rung.notice.empty())
        return refuse(ErrorKind::invalid, "review_rung_has_no_notice", field, named);
    if (rung.notice.empty() || ladder.kind(rung.notice)) return std::nullopt;
    std::string accepted;
    for (const auto& kind : ladder.kinds) accepted += (accepted.empty() ? "" : "、") + kind.name;
    auto args = named;
    args.emplace_back("notice", rung.notice);
    args.emplace_back("accepted", accepted.empty() ? "先增加文书种类" : accepted);
    return refuse(ErrorKind::invalid, "rung_kind_unknown", field, args);
}

std::vector<base::Error> faults_of(const Ladder& ladder) {
    std::vector<base::Error> faults;
    for (std::size_t i = 0; i < ladder.kinds.size(); ++i)
        for (std::size_t before = 0; before < i; ++before)
            if (ladder.kinds[i].name == ladder.kinds[before].name ||
                ladder.kinds[i].short_name == ladder.kinds[before].short_name)
                faults.push_back(refuse(
                    ErrorKind::invalid, "notice_kind_stands_twice",
                    "kinds[" + std::to_string(i) + "]",
                    {{"value", ladder.kinds[i].name}, {"before", ladder.kinds[before].name}}));
    const auto has = [&](std::string_view part) {
        return ladder.mark_pattern.find(part) != std::string::npos;
    };
    if (!has("{类}") || !has("{号}"))
        faults.push_back(refuse(ErrorKind::invalid, "mark_pattern_incomplete", "mark_pattern",
                                {{"value", ladder.mark_pattern}}));
    for (std::size_t i = 0; i < ladder.rungs.size(); ++i)
        if (auto fault = fault_of(ladder, i)) faults.push_back(std::move(*fault));
    return faults;
}

/// The day before the `count`-th last working day up to and including `today`.
base::Date before_working_days(base::Date today, int count, const calendar::Calendar& calendar) {
    auto day = base::add_days(today, 1);
    while (count > 0) {
        day = base::add_days(day, -1);
        if (calendar.is_working_day(day)) --count;
    }
    return base::add_days(day, -1);
}

void put(std::string& text, std::string_view place, const std::string& value) {
    if (const auto at = text.find(place); at != std::string::npos)
        text.replace(at, place.size(), value);
}

}  // namespace

std::string_view name_of(Cause cause) {
    return cause_names[static_cast<std::size_t>(cause)];
}
std::optional<Cause> cause_of(std::string_view name) {
    return base::named<Cause>(cause_names, name);
}
std::string_view name_of(DayCount count) {
    return day_count_names[static_cast<std::size_t>(count)];
}
std::optional<DayCount> day_count_of(std::string_view name) {
    return base::named<DayCount>(day_count_names, name);
}
std::string_view name_of(Recipient recipient) {
    return recipient_names[static_cast<std::size_t>(recipient)];
}
std::optional<Recipient> recipient_of(std::string_view name) {
    return base::named<Recipient>(recipient_names, name);
}
std::string_view name_of(Colour colour) {
    return colour_names[static_cast<std::size_t>(colour)];
}
std::optional<Colour> colour_of_name(std::string_view name) {
    return base::named<Colour>(colour_names, name);
}

std::string key_of(const Rung& rung) {
    return std::string(name_of(rung.cause)) + " " + std::to_string(rung.amount) + " " +
           std::string(name_of(rung.days));
}

std::string words_of(const Rung& rung) {
    const auto amount = std::to_string(rung.amount);
    const auto days = amount + (rung.days == DayCount::working ? " 个工作日" : " 天");
    switch (rung.cause) {
        case Cause::before_due: return "到期前 " + days;
        case Cause::overdue: return "超期 " + days;
        case Cause::sent_back: return "第 " + amount + " 次退回";
        case Cause::stalled: return "连续 " + days + "没有新进展";
        case Cause::in_review: return "审核超过 " + days;
    }
    return {};
}

std::string words_of_key(std::string_view key) {
    const auto first = key.find(' '), last = key.rfind(' ');
    if (first == std::string_view::npos || first == last) return {};
    const auto cause = cause_of(key.substr(0, first));
    const auto days = day_count_of(key.substr(last + 1));
    Rung rung;
    std::from_chars(key.data() + first + 1, key.data() + last, rung.amount);
    if (!cause || !days) return {};
    rung.cause = *cause;
    rung.days = *days;
    return words_of(rung);
}

Colour colour_of(const Rung& rung) {
    if (rung.cause == Cause::overdue) return Colour::red;
    const bool far = rung.cause == Cause::before_due && rung.amount > due_soon_days;
    return far ? Colour::blue : Colour::yellow;
}

const NoticeKind* Ladder::kind(std::string_view name) const {
    const auto found = std::find_if(kinds.begin(), kinds.end(),
                                    [&](const NoticeKind& one) { return one.name == name; });
    if (found != kinds.end()) return &*found;
    return name == at_once_kind().name ? &at_once_kind() : nullptr;
}

const NoticeKind& at_once_kind() {
    static const NoticeKind kind{"立行立改通知书", "改",
                                 "请立即整改，能够马上改的马上改，并在回复时限前书面报告整改情况。",
                                 10};
    return kind;
}

Ladder default_ladder() {
    using enum Recipient;
    using enum Cause;
    Ladder ladder;
    ladder.mark_pattern = "巡整{类}〔{年}〕{号}号";
    ladder.kinds = {
        {"提醒函", "提", "请对照完成时限抓紧办理，并书面回复办理情况和预计完成时间。", 5},
        {"督办通知单", "督", "请立即研究整改，明确专人负责，限期办结并书面回复办理结果。", 5},
        {"督查指导书", "导", "请主要负责人组织分析退回原因，按要求补充整改，并书面回复。", 7},
        {"告诫书", "诫", "请主要负责人说明逾期原因，重新明确完成日期，限期办结并书面回复。", 3},
        {"问责建议书", "责", "请说明逾期未改的原因和责任，提请领导小组研究问责。", 3},
    };
    const auto calendar = DayCount::calendar;
    ladder.rungs = {
        {before_due, 20, calendar, {reporters}, "", {}},
        {before_due, 10, calendar, {reporters, unit_head}, "", {}},
        {before_due, 3, calendar, {reporters, unit_head, row_leaders}, "", {}},
        {overdue, 1, calendar, {reporters, unit_head, office}, "提醒函", {}},
        {overdue, 10, calendar, {unit_head, row_leaders, office}, "督办通知单", {}},
        {overdue, 20, calendar, {unit_head, row_leaders, office, supervision}, "告诫书", {}},
        {sent_back, 2, calendar, {unit_head, office}, "督查指导书", {}},
        {stalled, stalled_days, calendar, {reporters, office}, "", {}},
        {in_review, 3, DayCount::working, {signers}, "", {}},
        {in_review, 5, DayCount::working, {office, signers}, "", {}},
        {in_review, 10, DayCount::working, {office, supervision, principal}, "", {}},
    };
    return ladder;
}

base::Result<Ladder> change(const Ladder& before, const Ladder& wanted, base::Date today,
                            const base::Actor& actor) {
    if (!actor.may(base::Act::edit_ledger))
        return refuse(ErrorKind::forbidden, "only_the_office_sets_the_ladder");
    if (auto fault = base::together(faults_of(wanted))) return *fault;
    Ladder after = wanted;
    after.version = before.version;
    for (auto& rung : after.rungs) {
        const auto same =
            std::find_if(before.rungs.begin(), before.rungs.end(),
                         [&](const Rung& old) { return key_of(old) == key_of(rung); });
        const bool proposes_anew =
            same != before.rungs.end() && same->notice.empty() && !rung.notice.empty();
        if (same != before.rungs.end() && !proposes_anew)
            rung.since = same->since;
        else
            rung.since = today;
    }
    return after;
}

base::Date latest_day_on(const Rung& rung, base::Date today, const calendar::Calendar& calendar) {
    const bool before = rung.cause == Cause::before_due;
    // A day without a report, or without a decision, is over before it counts.
    if (rung.cause == Cause::stalled || rung.cause == Cause::in_review)
        today = base::add_days(today, -1);
    if (rung.days == DayCount::calendar)
        return base::add_days(today, before ? rung.amount : -rung.amount);
    if (before) return base::add_days(calendar.add_working_days(today, rung.amount + 1).date, -1);
    return before_working_days(today, rung.amount, calendar);
}

std::string mark_of(const Ladder& ladder, const NoticeKind& kind, int year, std::int64_t number) {
    auto mark = ladder.mark_pattern;
    put(mark, "{类}", kind.short_name);
    put(mark, "{年}", std::to_string(year));
    put(mark, "{号}", std::to_string(number));
    return mark;
}

bool is_time_to_remind(base::Instant now) {
    constexpr std::int64_t hour_ms = 3'600'000;
    return now.milliseconds >=
           base::start_of(base::date_of(now)).milliseconds + reminder_hour * hour_ms;
}

}  // namespace ledger
