#include "plan/read_background.hpp"

#include <optional>

#include "base/utf8.hpp"
#include "plan/read_holders.hpp"
#include "text/day_words.hpp"
#include "text/items.hpp"
#include "text/punctuation.hpp"
#include "text/word_set.hpp"

namespace plan {
namespace {

constexpr std::size_t name_chars_max = 24;

bool in_ledger(const Outline& outline, const Sections& sections, std::size_t line) {
    const auto owner = outline.owner[line];
    return owner >= 0 && sections.roles[static_cast<std::size_t>(owner)] != NodeRole::background;
}

// --- phases

/// The two ends of 5月9日—5月12日; the end alone of X月底前.
void read_span(std::string_view inside, ReadPhase& phase) {
    for (const std::string_view joint : {"——", "—", "---", "--", "至", "～", "~", "－", "–", "-"}) {
        const auto at = inside.find(joint);
        if (at == std::string_view::npos || at == 0) continue;
        phase.start_text = text::trim_stops(inside.substr(0, at));
        phase.end_text = text::trim_stops(inside.substr(at + joint.size()));
        return;
    }
    phase.end_text = text::trim_stops(inside);
}

bool tells_days(std::string_view inside) {
    return inside.size() < 150 && !text::day_words_in(inside).empty();
}

void add_tasks(std::string_view text, ReadPhase& phase) {
    for (const auto sentence : text::sentences(text))
        phase.tasks.push_back({"", std::string(sentence)});
}

std::optional<ReadPhase> phase_of(const Outline& outline, const Node& node) {
    const auto& line = outline.lines[node.line];
    const auto end = text::find(line.text, "阶段");
    if (end == std::string_view::npos || end > 3 * name_chars_max) return std::nullopt;
    ReadPhase phase;
    phase.name = text::trim(line.text.substr(0, end + std::string_view("阶段").size()));
    if (text::contains(phase.name, "，") || text::contains(phase.name, "。")) return std::nullopt;
    auto rest = line.text.substr(end + std::string_view("阶段").size());
    const auto brackets = text::outer_brackets(rest);
    if (!brackets.empty() && brackets[0].open == 0 &&
        tells_days(rest.substr(brackets[0].inner, brackets[0].close - brackets[0].inner))) {
        read_span(rest.substr(brackets[0].inner, brackets[0].close - brackets[0].inner), phase);
        rest = rest.substr(brackets[0].end);
    }
    add_tasks(text::trim_stops(rest).empty() ? std::string_view{} : rest, phase);
    for (std::size_t i = node.line + 1; i < node.end; ++i) {
        const auto& below = outline.lines[i];
        if (below.row != nullptr) continue;
        if (phase.start_text.empty() && phase.end_text.empty() && i == node.line + 1 &&
            below.whole.size() < 90 && tells_days(below.whole) &&
            text::contains(below.whole, "时间"))
            read_span(text::trim_stops(
                          below.whole.substr(std::min(below.whole.find("："), below.whole.size()))),
                      phase);
        else if (below.mark)
            phase.tasks.push_back({std::string(below.mark.text), std::string(below.text)});
        else
            add_tasks(below.whole, phase);
    }
    if (phase.start_text.empty() && phase.end_text.empty() && phase.tasks.empty())
        return std::nullopt;
    return phase;
}

// --- mechanisms

std::string period_in(std::string_view text) {
    for (const std::string_view word : {"每半月", "每两周", "半月一次", "每半个月"})
        if (text::contains(text, word)) return "half_monthly";
    for (const std::string_view word : {"每周", "每星期", "周调度", "一周一"})
        if (text::contains(text, word)) return "weekly";
    for (const std::string_view word : {"每月", "按月", "月调度", "一月一"})
        if (text::contains(text, word)) return "monthly";
    for (const std::string_view word : {"每季度", "每季", "按季"})
        if (text::contains(text, word)) return "quarterly";
    return "";
}

std::optional<ReadMechanism> mechanism_of(std::string_view item) {
    auto name = text::trim_stops(text::first_sentence(item));
    if (base::chars_in(name) > 15) return std::nullopt;
    const auto whole = name.size();
    for (const std::string_view lead : {"建立", "实行", "健全", "落实", "完善", "严格"})
        if (name.starts_with(lead)) name.remove_prefix(lead.size());
    if (name.ends_with("制度"))
        name.remove_suffix(6);
    else if (!name.ends_with("机制") || whole > 30)
        return std::nullopt;
    if (name.ends_with("机制")) name.remove_suffix(6);
    if (name.size() < 6) return std::nullopt;
    const auto text =
        text::trim(item.substr(std::min(item.size(), text::first_sentence(item).size() + 3)));
    if (text.empty()) return std::nullopt;
    return ReadMechanism{std::string(name), period_in(text), std::string(text)};
}

// --- bodies

bool is_role(std::string_view text) {
    return text::words<
               "组长 副组长 常务副组长 第一组长 成员 主任 副主任 办公室主任 办公室副主任 联络员 "
               "成员单位 组员 总指挥 副总指挥 顾问 常务副主任 职责 主要职责 工作职责">()
        .holds(text);
}

bool ends_as_body(std::string_view text) {
    return text::words<
               "领导小组 工作组 办公室 专班 督查组 督导组 督办组 协调组 指导组 工作专组 综合组 "
               "检查组">()
        .ends(text);
}

/// 组  长：张青禾 — the role without its spaces and the value.
std::optional<std::pair<std::string, std::string_view>> role_line(std::string_view line) {
    const auto colon = text::find_colon(line, 46);
    if (colon == std::string_view::npos) return std::nullopt;
    auto role = text::without_spaces(line.substr(0, colon));
    if (!is_role(role)) return std::nullopt;
    return std::pair{std::move(role), text::trim(line.substr(colon + text::bytes_of(line[colon])))};
}

/// 领导小组下设办公室，…: 办公室. 巡察整改工作领导小组: itself.
std::string body_name(const Line& line) {
    if (line.row != nullptr) return {};
    auto text = line.mark ? line.text : line.whole;
    if (const auto below = text::find(text, "下设"); below != std::string_view::npos) {
        auto name = text.substr(below + 6);
        std::size_t end = 0;
        while (end < name.size() && !text::is_boundary(text::char_at(name, end)))
            end += text::bytes_of(name[end]);
        name = name.substr(0, end);
        return base::chars_in(name) <= name_chars_max ? std::string(name) : std::string{};
    }
    text = text::trim_stops(text);
    for (const std::string_view tail :
         {"成员名单", "组成人员", "名单", "人员名单", "组成人员名单", "及职责"})
        if (text.ends_with(tail))
            text = text::trim_stops(text.substr(0, text.size() - tail.size()));
    return ends_as_body(text) && base::chars_in(text) <= 40 ? std::string(text) : std::string{};
}

/// 成立由县委书记X任组长，…任副组长，…为成员的县委巡察整改工作领导小组
std::optional<ReadBody> body_in(std::string_view text) {
    const auto by = text::find(text, "成立由");
    if (by == std::string_view::npos) return std::nullopt;
    auto rest = text.substr(by + std::string_view("成立由").size());
    const auto sentence = text::first_sentence(rest);
    ReadBody body;
    std::size_t start = 0;
    struct Tail {
        std::string_view words, role;
    };
    for (const auto& tail :
         {Tail{"任组长", "组长"}, Tail{"为组长", "组长"}, Tail{"担任组长", "组长"},
          Tail{"任副组长", "副组长"}, Tail{"为副组长", "副组长"}, Tail{"为成员", "成员"},
          Tail{"任成员", "成员"}}) {
        const auto at = text::find(sentence, tail.words, start);
        if (at == std::string_view::npos) continue;
        auto who = text::trim_stops(sentence.substr(start, at - start));
        if (who.ends_with("担")) who.remove_suffix(3);
        body.members.push_back({std::string(tail.role), {std::string(who)}});
        start = at + tail.words.size();
    }
    if (body.members.empty()) return std::nullopt;
    auto name = text::trim_stops(sentence.substr(start));
    if (name.starts_with("的")) name.remove_prefix(3);
    std::size_t end = 0;
    while (end < name.size() && !text::is_boundary(text::char_at(name, end)))
        end += text::bytes_of(name[end]);
    body.name = name.substr(0, end);
    return body.name.empty() ? std::nullopt : std::optional(body);
}

}  // namespace

std::vector<ReadPhase> phases_of(const Outline& outline, const Sections& sections) {
    std::vector<ReadPhase> phases;
    std::size_t behind = 0;  // a phase's own tasks are no phases
    for (std::size_t n = 0; n < outline.nodes.size(); ++n) {
        const auto& node = outline.nodes[n];
        if (sections.roles[n] != NodeRole::background || node.depth == 0 || node.line < behind)
            continue;
        if (auto phase = phase_of(outline, node)) {
            phases.push_back(std::move(*phase));
            behind = node.end;
        }
    }
    return phases;
}

std::vector<ReadMechanism> mechanisms_of(const Outline& outline, const Sections& sections) {
    std::vector<ReadMechanism> found;
    const auto add = [&](std::string_view item) {
        if (auto mechanism = mechanism_of(item)) found.push_back(std::move(*mechanism));
    };
    for (std::size_t i = 0; i < outline.lines.size(); ++i) {
        const auto& line = outline.lines[i];
        if (line.row != nullptr || line.whole.size() > 12'000 || in_ledger(outline, sections, i))
            continue;
        if (!text::has_any<"制度 机制">(line.whole)) continue;
        const auto run = text::items_in(line.text);
        for (const auto& item : run.items) add(item.text);
        if (run.items.empty() && line.mark) add(line.text);
    }
    return found;
}

std::vector<ReadBody> bodies_of(const Outline& outline, const Sections& sections) {
    std::vector<ReadBody> bodies;
    std::string name;
    bool open = false;
    for (std::size_t i = 0; i < outline.lines.size(); ++i) {
        const auto& line = outline.lines[i];
        if (line.row != nullptr || in_ledger(outline, sections, i)) {
            open = false;
            continue;
        }
        if (auto body = body_in(line.whole.substr(0, 3000))) bodies.push_back(std::move(*body));
        if (const auto role = role_line(line.whole)) {
            if (!open && name.empty()) continue;
            if (!open) bodies.push_back({name, {}, ""});
            open = true;
            if (role->first.ends_with("职责"))
                bodies.back().duties = role->second;
            else
                bodies.back().members.push_back(
                    {role->first, names_in(role->second, NamesOf::persons)});
        } else if (auto next = body_name(line); !next.empty()) {
            name = std::move(next);
            open = false;
        } else if (!open) {
            name.clear();
        }
    }
    return bodies;
}

}  // namespace plan
