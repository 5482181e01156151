#include "plan/read_meeting.hpp"

#include <algorithm>
#include <span>

#include "base/utf8.hpp"
#include "plan/read_meeting_deadline.hpp"
#include "plan/read_meeting_report.hpp"
#include "text/items.hpp"
#include "text/numeral.hpp"
#include "text/punctuation.hpp"
#include "text/word_set.hpp"

namespace plan {
namespace {

using text::MarkStyle;
using Lines = std::span<const Line>;

bool is_plan_title(const Line& line) {
    const auto text = text::trim_stops(line.whole);
    if (line.row != nullptr || line.mark || base::chars_in(text) > 45 ||
        !text::contains(text, "民主生活会"))
        return false;
    return (text.ends_with("方案") || text.ends_with("计划")) && !text::contains(text, "[") &&
           !text::contains(text, "《") && !text::contains(text, "。");
}

/// The value behind the first colon, where what stands before it is short; else nothing.
constexpr std::size_t label_bytes_max = 42;

std::string_view value_of(std::string_view text) {
    const auto colon = text::find_colon(text, label_bytes_max + 1);
    if (colon == std::string_view::npos) return {};
    return text::trim(text.substr(colon + text::bytes_of(text[colon])));
}
std::string_view label_in(std::string_view text) {
    const auto colon = text::find_colon(text, label_bytes_max + 1);
    return colon == std::string_view::npos ? std::string_view{} : text::trim(text.substr(0, colon));
}

/// The days a sentence gives: xx月xx日前, (xx月xx日前), 完成时间：xx月初.
std::string due_in(std::string_view text) {
    for (const auto& bracket : text::outer_brackets(text)) {
        auto inside = text.substr(bracket.inner, bracket.close - bracket.inner);
        if (!text::has_any<"日 月">(inside) || base::chars_in(inside) > 30 ||
            text::contains(inside, "《"))
            continue;
        if (const auto value = value_of(inside); !value.empty()) inside = value;
        if (text::contains(inside, "月")) return std::string(text::trim_stops(inside));
    }
    const auto at = text::find(text, "月xx日前");
    auto end = at == std::string_view::npos ? text::find(text, "日前") : at;
    if (end == std::string_view::npos) return {};
    end = text::find(text, "日前", end) + std::string_view("日前").size();
    auto start = end;
    while (start > 0) {
        const auto previous = text::before(text, start);
        const auto c = text::char_at(text, previous);
        const bool day = text::is_digit(c) || text::is_numeral(c) ||
                         std::u32string_view(U"xX*×年月日前").find(c) != std::u32string_view::npos;
        if (!day) break;
        start = previous;
    }
    return std::string(text.substr(start, end - start));
}

/// A section 一、 with the lines below it.
struct Section {
    std::string_view heading, printed;
    Lines lines;
};

std::vector<Section> sections_in(Lines lines) {
    std::vector<Section> found;
    std::size_t start = 0;
    for (std::size_t i = 0; i <= lines.size(); ++i) {
        const bool head = i < lines.size() && lines[i].mark.style == MarkStyle::han;
        if (i < lines.size() && !head) continue;
        if (!found.empty()) found.back().lines = lines.subspan(start, i - start);
        if (!head) break;
        found.push_back({text::trim_stops(lines[i].text), lines[i].whole, {}});
        start = i + 1;
    }
    return found;
}

class MeetingReader {
  public:
    explicit MeetingReader(std::string_view title) { plan_.title = title; }

    ReadMeetingPlan read(Lines lines) {
        const auto parts = sections_in(lines);
        plan_.deadlines = meeting_deadlines_of(lines);
        for (const auto& part : parts) plan_.sections.emplace_back(text::trim_stops(part.printed));
        for (const auto& part : parts) read_section(part);
        for (const auto& line : lines) {
            read_labels(line);
            if (!tells_report(line.whole) && !tells_time(line.whole)) continue;
            for (const auto sentence : text::sentences(line.whole)) {
                if (auto report = report_in(sentence)) plan_.reports.push_back(*std::move(report));
                if (plan_.time.empty() && tells_time(sentence)) plan_.time = text::trim(sentence);
            }
        }
        return std::move(plan_);
    }

  private:
    static bool tells_time(std::string_view text) {
        return text::has_any<"拟定于 定于 计划于">(text) && text::contains(text, "召开");
    }

    void read_section(const Section& part) {
        const auto head = part.heading;
        if (text::contains(head, "主题") && plan_.theme.empty()) read_theme(part);
        if (text::has_any<"时间">(head) && plan_.time.empty() && !part.lines.empty())
            first_value(part, plan_.time, "时间");
        if (text::has_any<"地点">(head) && plan_.place.empty() && !part.lines.empty())
            first_value(part, plan_.place, "地点");
        if (text::has_any<"参会人员 参加会议人员 参会范围 参加人员 出席 与会 开展范围">(head))
            read_people(part.lines);
        read_agenda(part);
        const bool after = text::has_any<"会后 抓好问题整改 整改和通报 总结">(head);
        const bool before =
            text::has_any<"会前 准备 步骤 工作安排 有关工作 打算 学习相关 检视问题 前期 程序">(
                head);
        if (after)
            read_steps(part, plan_.after, false);
        else if (before)
            read_steps(part, plan_.preparation, true);
    }

    void read_theme(const Section& part) {
        for (const auto& line : part.lines) {
            if (line.mark) break;
            constexpr std::string_view is = "主题是";
            const auto at = text::find(line.whole, is);
            plan_.theme = at == std::string_view::npos
                              ? line.whole
                              : text::trim_stops(line.whole.substr(at + is.size()));
            return;
        }
    }

    /// The line of the section that says it (（一）时间：…), else its first line.
    static void first_value(const Section& part, std::string& to, std::string_view word) {
        for (const auto& line : part.lines)
            if (text::contains(label_in(line.text), word)) {
                to = value_of(line.text);
                return;
            }
        if (!text::contains(part.heading, "和") && !text::contains(part.heading, "及") &&
            !part.lines.front().mark)
            to = text::trim(part.lines.front().whole);
    }

    void read_people(Lines lines) {
        for (const auto& line : lines) {
            const auto label = label_in(line.text);
            if (text::has_any<"时间 地点 主持 议程">(label)) continue;
            const auto text =
                label.empty() || !text::has_any<"人员 范围 指导 记录 出席 列席">(label)
                    ? line.text
                    : value_of(line.text);
            if (base::chars_in(text) > 400) continue;
            for (const auto sentence : text::sentences(text)) {
                const bool guest = text::has_any<"列席 邀请 到会指导 指派">(sentence) ||
                                   text::has_any<"列席 指导 记录">(label);
                (guest ? plan_.guests : plan_.participants).emplace_back(sentence);
            }
        }
    }

    // --- agenda

    static bool opens_agenda(const Line& line) {
        const auto head = line.mark ? text::first_sentence(line.text) : line.whole;
        if (base::chars_in(head) > 60) return false;
        const bool named = text::has_any<"会议议程 主要议程 议程如下 会议程序 具体安排">(head) ||
                           text::trim_stops(head) == "议程";
        return named &&
               (line.mark || text::last_char(line.whole) == U'：' ||
                text::last_char(line.whole) == U':' || text::trim_stops(head).ends_with("议程"));
    }

    void read_agenda(const Section& part) {
        // Also an agenda in parts: （一）理论学习 … （二）专题民主生活会 …
        if (text::contains(part.heading, "议程")) return add_steps(part.lines);
        for (std::size_t i = 0; i < part.lines.size(); ++i) {
            if (!opens_agenda(part.lines[i])) continue;
            const auto style = part.lines[i].mark.style;
            std::size_t end = i + 1;
            while (end < part.lines.size() &&
                   !(part.lines[end].mark && part.lines[end].mark.style == style &&
                     style != MarkStyle::none) &&
                   part.lines[end].mark.style != MarkStyle::han_bracket)
                ++end;
            return add_steps(part.lines.subspan(i + 1, end - i - 1));
        }
    }

    void add_steps(Lines lines) {
        bool inner = false;  // 1.2.3. below 专题学习：
        for (const auto& line : lines) {
            const auto text = line.whole;
            if (line.mark.style == MarkStyle::han_bracket) {
                inner = false;
                continue;
            }
            if (text::has_any<"时间 地点">(label_in(line.text)) ||
                text::has_any<"会议主持">(base::first_chars(text, 8)) ||
                text::last_char(text) == U'：') {
                inner = text::last_char(text) == U'：' && text::contains(text, "学习");
                if (inner) plan_.agenda.emplace_back(text);
                continue;
            }
            if (text::opens_bracket(text::char_at(text, 0)) && text::contains(text, "主持"))
                continue;
            if (text::has_any<"主持。">(text) && plan_.agenda.empty() && base::chars_in(text) <= 30)
                continue;
            if (inner && line.mark.style == MarkStyle::arabic) continue;
            inner = false;
            const auto own = line.mark ? line.text : text;
            if (base::chars_in(own) > 160 && !line.mark) continue;
            const bool goes_on = !plan_.agenda.empty() && !line.mark &&
                                 !text::ends_sentence(text::last_char(plan_.agenda.back())) &&
                                 base::chars_in(plan_.agenda.back()) > 20;
            if (goes_on)
                plan_.agenda.back() += own;
            else
                plan_.agenda.emplace_back(text::trim(own));
        }
    }

    // --- steps before and after

    void read_steps(const Section& part, std::vector<ReadStep>& to, bool before) {
        const auto first = std::find_if(part.lines.begin(), part.lines.end(), [](const Line& line) {
            return static_cast<bool>(line.mark);
        });
        if (first == part.lines.end()) {
            std::string all;
            for (const auto& line : part.lines)
                all += std::string(all.empty() ? "" : "\n") + std::string(line.whole);
            if (!all.empty()) to.push_back({std::string(part.heading), all, due_in(all)});
            return;
        }
        const auto style = first->mark.style;
        for (const auto& line : part.lines) {
            if (line.mark.style == style) {
                open_step(line, to, before);
            } else if (target_ != nullptr && !target_->empty()) {
                auto& step = target_->back();
                if (!step.text.empty()) step.text += '\n';
                step.text += line.whole;
                if (step.due_text.empty())
                    step.due_text = text::has_any<"完成时间 完成时限">(label_in(line.whole))
                                        ? std::string(text::trim_stops(value_of(line.whole)))
                                        : due_in(line.whole);
            }
        }
        target_ = nullptr;
    }

    void open_step(const Line& line, std::vector<ReadStep>& to, bool before) {
        const auto head = text::first_sentence(line.text);
        const bool after =
            before && text::has_any<"会后 问题整改 整改落实 通报 上报 扎实抓好">(head);
        const bool meeting =
            text::has_any<"会议时间 会议地点 参会人员 会议议程 出席领导 会议安排 召开会议">(head);
        target_ = meeting ? nullptr : after ? &plan_.after : &to;
        if (target_ == nullptr) return;
        ReadStep step;
        auto name = head;
        if (const auto brackets = text::outer_brackets(head);
            !brackets.empty() && brackets.back().end == head.size())
            name = head.substr(0, brackets.back().open);
        step.name = text::trim_stops(name);
        const auto rest = line.text.substr(std::min(line.text.size(), head.size()));
        step.text = text::trim_stops(rest);
        step.due_text = due_in(line.text);
        target_->push_back(std::move(step));
    }

    // --- labels and sentences anywhere

    void read_labels(const Line& line) {
        const auto text = line.mark ? line.text : line.whole;
        const auto label = label_in(text);
        if (!label.empty() && base::chars_in(label) <= 10) {
            if (plan_.time.empty() && text::has_any<"会议时间 召开时间">(label))
                plan_.time = value_of(text);
            if (plan_.place.empty() && text::has_any<"会议地点 召开地点">(label))
                plan_.place = value_of(text);
            if (plan_.participants.empty() && text::has_any<"参会人员 参加人员">(label))
                plan_.participants.emplace_back(value_of(text));
        }
        const auto head = text::trim_stops(text::first_sentence(text));
        if (line.mark.style == MarkStyle::han_bracket || line.mark.style == MarkStyle::arabic)
            pending_ = head;
        else if (!pending_.empty()) {
            if (pending_ == "会议时间" && plan_.time.empty()) plan_.time = text::trim(text);
            if (pending_ == "会议地点" && plan_.place.empty()) plan_.place = text::trim(text);
            if (text::has_any<"参会人员">(pending_) && pending_.size() < 20 &&
                plan_.participants.empty())
                plan_.participants.emplace_back(text::trim(text));
            if (pending_ == "出席领导" && plan_.guests.empty())
                plan_.guests.emplace_back(text::trim(text));
            pending_ = {};
        }
        const bool focus =
            (line.mark.style == MarkStyle::circled || line.mark.style == MarkStyle::first_is) &&
            text.starts_with("聚焦") && text::contains(text, "问题");
        if (focus) plan_.focus.emplace_back(text::trim(text));
    }

    ReadMeetingPlan plan_;
    std::vector<ReadStep>* target_ = nullptr;
    std::string_view pending_;
};

}  // namespace

std::vector<ReadMeetingPlan> meeting_plans_of(const std::vector<Line>& lines,
                                              const std::string& title) {
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (is_plan_title(lines[i])) starts.push_back(i);
    const Lines all(lines);
    if (starts.empty()) return {MeetingReader(title).read(all)};
    std::vector<ReadMeetingPlan> plans;
    for (std::size_t n = 0; n < starts.size(); ++n) {
        const auto end = n + 1 < starts.size() ? starts[n + 1] : lines.size();
        const auto part = all.subspan(starts[n] + 1, end - starts[n] - 1);
        auto plan = MeetingReader(text::trim_stops(lines[starts[n]].whole)).read(part);
        if (!plan.sections.empty()) plans.push_back(std::move(plan));
    }
    return plans;
}

}  // namespace plan
