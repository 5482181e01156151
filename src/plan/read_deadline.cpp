#include "plan/read_deadline.hpp"

#include "text/day_words.hpp"
#include "text/numeral.hpp"
#include "text/punctuation.hpp"
#include "text/word_set.hpp"

namespace plan {
namespace {

using ledger::DeadlineKind;

constexpr std::string_view day_given = "定于", day_reckoned = "推算";

const text::WordSet& long_term_words() {
    static const text::WordSet set(
        "长期坚持 长期整改 长期落实 长期推进 长期执行 长期 持续坚持 持续推进 持续整改 持续落实 "
        "持续开展 持续 "
        "常态化 常抓不懈 永久 日常坚持 一直坚持 始终坚持 不断坚持");
    return set;
}
const text::WordSet& immediate_words() {
    static const text::WordSet set(
        "立行立改 即知即改 立整立改 立即整改 立即 即时整改 即行即改 马上整改 立改 边巡边改 "
        "边查边改 当即");
    return set;
}
const text::WordSet& recurring_words() {
    static const text::WordSet set(
        "每月 每季 每年 每半年 每半月 每周 每学期 每学年 每日 每天 每旬 每两月 每两周 每两个月 "
        "每三个月 按月 按季 按年 按学期 按周 逐月 逐季 "
        "定期 一季度一次 一月一次 半年一次 一年一次 年度内每 每次");
    return set;
}
const text::WordSet& staged_words() {
    static const text::WordSet set("分阶段 分步 分期 阶段性 第一阶段 分批 逐步");
    return set;
}
const text::WordSet& relative_words() {
    static const text::WordSet set(
        "个月内 月内 日内 天内 周内 工作日内 个月之内 个工作日 整改期内 整改期间 整改期 反馈后 "
        "反馈之日起 印发后 之日起 个月以内 个星期内 个月 会后 会前 "
        "天以内 日以内 年内完成 后1 后2 后3 后一 后两 后三 半年内 一年内 两年内 三年内 巡察期间 "
        "巡视期间 年之内");
    return set;
}

/// Words that may stand around a day without changing it.
const text::WordSet& around_words() {
    static const text::WordSet set(
        "前 以前 之前 底前 完成 全部 整改 到位 任务 整改完成 完成整改 内 于 在 并 且 ， 、 。 ； "
        "长期坚持 持续 坚持 已 起 至 — - ~ － – ～ 到 "
        "立行立改 即知即改 立即 每月 每季度 每季 每年 每半年 每学期 定期 开展 一次 长期 常态化 "
        "推进 落实 分阶段 底 反馈 反馈后 收到 意见 之日 后 集中 期 期内 期间 结束 巡察 巡视 "
        "个月 个 月 日 天 周 工作日 年 内 方案 印发 之日起 时 的 基本 取得 阶段性 成效 进展 成果 "
        "办结 销号 巩固 深化 逐步 时限 按 要求 ： : 自 并长期坚持 常抓不懈 以内 之内 度 完毕 次 "
        "召开 "
        "整治 持之以恒 根据 进度 计划 上报 须 需 应 达到 效果 解决 改 同时 适时 动态 日常 实时 "
        "随时 年度 , ; / （ ） ( ) 第 阶段 季度 和 及 最迟 不晚于 力争 争取 确保 限 务必 左右 首 "
        "末 初 中旬 上旬 下旬 ");
    return set;
}

bool only_words_around(std::string_view text) {
    while (!text.empty()) {
        if (const auto bytes = around_words().longest_prefix(text); bytes > 0) {
            text.remove_prefix(bytes);
        } else if (const auto number = text::leading_number(text)) {
            text.remove_prefix(number->bytes);
        } else if (const auto open = text::placeholder_bytes(text); open > 0) {
            text.remove_prefix(open);
        } else if (text::is_space(text::char_at(text, 0))) {
            text.remove_prefix(text::bytes_of(text[0]));
        } else {
            return false;
        }
    }
    return true;
}

bool is_range_joint(std::string_view between) {
    const auto joint = text::trim(between);
    for (const std::string_view word :
         {"—", "-", "——", "--", "---", "至", "到", "~", "－", "–", "～", "起至", "日至", "一"})
        if (joint == word) return true;
    return false;
}

/// Day words that stand for deadlines of their own: of a range only its end.
std::vector<text::DayWords> ends_in(std::string_view text) {
    const auto found = text::day_words_in(text);
    std::vector<text::DayWords> ends;
    for (const auto& words : found) {
        const bool follows = !ends.empty() && is_range_joint(text.substr(
                                                  ends.back().end, words.first - ends.back().end));
        if (!follows) {
            ends.push_back(words);
            continue;
        }
        auto end = words;
        if (!end.says_year && ends.back().year) {
            end.year = ends.back().year;
            end.says_year = true;
        }
        ends.back() = end;
    }
    return ends;
}

std::optional<base::Date> last_day(const std::vector<text::DayWords>& ends,
                                   std::optional<int> year) {
    std::optional<base::Date> last;
    for (const auto& words : ends) {
        if (words.year) year = words.year;  // 2024年6月底完成制度, 9月底…
        last = text::last_day_of(words, words.open ? std::nullopt : year);
    }
    return last;
}

std::optional<base::Date> day_behind(std::string_view label, std::string_view line) {
    if (!line.starts_with(label)) return std::nullopt;
    return base::parse_date(line.substr(label.size()));
}

/// The wording without the lines that `in_lines` writes below it, and the day given there.
struct Lines {
    std::string_view wording;
    std::optional<base::Date> day;
};
Lines lines_in(std::string_view given) {
    Lines lines{text::trim_stops(given), {}};
    while (true) {
        const auto end = lines.wording.rfind('\n');
        if (end == std::string_view::npos) return lines;
        const auto line = text::trim(lines.wording.substr(end + 1));
        const auto day = day_behind(day_given, line);
        if (!day && !day_behind(day_reckoned, line)) return lines;
        if (day) lines.day = day;
        lines.wording = text::trim_stops(lines.wording.substr(0, end));
    }
}

DeadlineKind kind_without_day(std::string_view text) {
    const bool lasting = long_term_words().any_in(text);
    if (immediate_words().any_in(text)) return DeadlineKind::immediate;
    if (staged_words().any_in(text)) return DeadlineKind::staged;
    if (recurring_words().any_in(text)) return DeadlineKind::recurring;
    if (lasting) return DeadlineKind::long_term;
    if (relative_words().any_in(text)) return DeadlineKind::relative;
    return DeadlineKind::unspecified;
}

}  // namespace

std::optional<int> year_named_in(std::string_view text) {
    std::optional<int> year;
    for (const auto& words : text::day_words_in(text)) {
        if (!words.year) continue;
        if (year && *year != *words.year) return std::nullopt;
        year = words.year;
    }
    return year;
}

ledger::Deadline deadline_of(std::string_view given, std::optional<int> year) {
    ledger::Deadline deadline;
    const auto [text, day] = lines_in(given);
    deadline.text = text;
    if (text.empty()) return deadline;
    const auto ends = ends_in(text);
    if (ends.empty()) {
        deadline.kind = kind_without_day(text);
        deadline.date = day;
        if (day && deadline.kind == DeadlineKind::unspecified) deadline.kind = DeadlineKind::date;
        return deadline;
    }
    const bool staged = ends.size() > 1 || staged_words().any_in(text);
    deadline.kind = staged ? DeadlineKind::staged : DeadlineKind::date;
    deadline.date = day ? day : last_day(ends, year);
    return deadline;
}

std::string in_lines(const ledger::Deadline& deadline, std::optional<base::Date> due) {
    auto lines = deadline.text;
    if (lines.empty() && !deadline.empty() && deadline.kind != DeadlineKind::date)
        lines = ledger::words_of(deadline.kind);
    const auto named = deadline_of(lines).date;
    const auto add = [&](std::string_view label, const std::optional<base::Date>& day) {
        if (!day || day == named) return;
        if (!lines.empty()) lines.append("\n").append(label);
        lines += base::to_text(*day);
    };
    add(day_given, deadline.date);
    if (due != deadline.date) add(day_reckoned, due);
    return lines;
}

bool is_deadline_phrase(std::string_view given) {
    const auto words = lines_in(given).wording;
    if (words.empty() || words.size() > 150) return false;
    std::string rest(words);
    auto days = text::day_words_in(words);
    for (auto day = days.rbegin(); day != days.rend(); ++day)
        rest.erase(day->first, day->end - day->first);
    return only_words_around(rest) &&
           (!days.empty() || kind_without_day(words) != DeadlineKind::unspecified);
}

}  // namespace plan
