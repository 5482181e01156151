#include "drafting/document.hpp"

#include <algorithm>
#include <map>

#include "base/day_words.hpp"
#include "base/digest.hpp"
#include "base/names.hpp"
#include "base/utf8.hpp"
#include "office/number_format.hpp"
#include "plan/difference.hpp"

namespace drafting {
namespace {

constexpr std::array<std::string_view, 7> block_names{"paragraph", "area", "problem", "measure",
                                                      "phase",     "head", "row"};
constexpr std::array<std::string_view, 3> line_names{"kept", "added", "removed"};
constexpr std::array<std::string_view, 3> what_names{"added", "removed", "changed"};

// No text from outside holds a control character.
constexpr char between_cells = '\x1f';

void add_line(std::string& text, const std::string& line) {
    if (!line.empty()) text += "\n" + line;
}

std::string holders_and_day(const PlannedMeasure& measure) {
    auto line = plan::names_of(measure.responsibility);
    if (!measure.deadline.empty())
        line += (line.empty() ? "完成时限：" : "；完成时限：") + plan::words_of(measure.deadline);
    return line;
}

Block block_of(const PlannedProblem& problem) {
    Block block{BlockKind::problem, problem.label + problem.text, problem.id, problem.guards};
    for (const auto& one : problem.manifestations) add_line(block.text, one);
    if (!problem.goal.empty()) add_line(block.text, "整改目标：" + problem.goal);
    return block;
}

Block block_of(const PlannedMeasure& measure) {
    Block block{BlockKind::measure, measure.label + measure.text, measure.id, measure.guards};
    add_line(block.text, holders_and_day(measure));
    return block;
}

Block block_of(const ledger::Phase& phase) {
    auto text = phase.name;
    if (phase.begins_on && phase.ends_on)
        text +=
            "（" + base::in_words(*phase.begins_on) + "至" + base::in_words(*phase.ends_on) + "）";
    else if (phase.ends_on)
        text += "（" + base::in_words(*phase.ends_on) + "前）";
    else if (phase.begins_on)
        text += "（" + base::in_words(*phase.begins_on) + "起）";
    add_line(text, phase.description);
    return {BlockKind::phase, text, phase.id.text(), {}};
}

std::vector<Block> paragraphs_of(std::string_view text) {
    std::vector<Block> blocks;
    while (!text.empty()) {
        const auto line = base::cut(text, '\n');
        if (!base::trim(line).empty()) blocks.push_back({BlockKind::paragraph, std::string(line)});
    }
    return blocks;
}

std::vector<Block> tasks_of(const std::vector<PlannedArea>& areas) {
    std::vector<Block> blocks;
    for (const auto& area : areas) {
        if (!area.heading.empty()) blocks.push_back({BlockKind::area, area.heading});
        for (const auto& problem : area.problems) {
            blocks.push_back(block_of(problem));
            for (const auto& measure : problem.measures) blocks.push_back(block_of(measure));
        }
    }
    return blocks;
}

std::vector<Block> table_of(const std::vector<PlannedArea>& areas) {
    std::vector<Block> blocks;
    for (const auto& area : areas)
        for (const auto& problem : area.problems)
            for (const auto& measure : problem.measures) {
                const auto cells = text_of_cells(
                    {problem.label + problem.text, measure.label + measure.text,
                     plan::names_of(measure.responsibility), plan::words_of(measure.deadline)});
                blocks.push_back(
                    {BlockKind::row, cells, measure.id, problem.guards | measure.guards});
            }
    if (!blocks.empty())
        blocks.insert(
            blocks.begin(),
            {BlockKind::head, text_of_cells({"问题", "整改措施", "责任分工", "完成时限"})});
    return blocks;
}

std::vector<Block> live_blocks(Part part, const LiveParts& live) {
    std::vector<Block> blocks;
    if (part == Part::tasks) blocks = tasks_of(live.areas);
    if (part == Part::ledger) blocks = table_of(live.areas);
    if (part == Part::calendar)
        for (const auto& phase : live.phases) blocks.push_back(block_of(phase));
    if (!blocks.empty()) return blocks;
    return {{BlockKind::paragraph,
             part == Part::calendar ? "（尚未设置整改阶段）" : "（台账中尚无问题和措施）"}};
}

/// "周桂芳（党组书记、局长）"
std::string named(const bodies::Member& member) {
    auto place = member.post;
    if (member.unit && member.unit->name != member.name) place = member.unit->name + place;
    return place.empty() ? member.name : member.name + "（" + place + "）";
}

std::string seat_of(bodies::BodyKind kind) {
    switch (kind) {
        case bodies::BodyKind::office: return "设在：";
        case bodies::BodyKind::supervision_team: return "牵头单位：";
        default: return "所在单位：";
    }
}

/// One paragraph a line, each known by what it says of which body.
void add_body(const bodies::Body& body, std::size_t nth, std::vector<Block>& blocks) {
    const auto add = [&](std::string_view what, const std::string& text) {
        blocks.push_back({BlockKind::paragraph, text, body.id.text() + std::string(what), {}});
    };
    add("",
        office::printed_number(static_cast<int>(nth), "chineseCounting") + "、" + body.terms.name);
    if (body.terms.unit) add("/unit", seat_of(body.terms.kind) + body.terms.unit->name);
    for (const auto role :
         {bodies::MemberRole::head, bodies::MemberRole::deputy, bodies::MemberRole::member,
          bodies::MemberRole::recorder, bodies::MemberRole::support, bodies::MemberRole::sits_in}) {
        std::string names;
        for (const auto& member : body.terms.members)
            if (member.role == role) names += (names.empty() ? "" : "、") + named(member);
        if (!names.empty())
            add("/" + std::string(bodies::name_of(role)),
                std::string(words_of(body.terms.kind, role)) + "：" + names);
    }
    std::string_view duties = body.terms.duties;
    for (std::size_t line = 0; !duties.empty(); ++line)
        add("/duties" + std::to_string(line),
            (line == 0 ? "职责：" : "") + std::string(base::cut(duties, '\n')));
    std::size_t place = 0;
    for (const auto& member : body.terms.members)
        if (++place; !member.duties.empty())
            add("/division" + std::to_string(place), member.name + "：" + member.duties);
}

/// What is written, then the bodies.
std::vector<Block> group_of(std::string_view preface, const std::vector<bodies::Body>& bodies) {
    auto blocks = paragraphs_of(preface);
    std::size_t nth = 0;
    for (const auto& body : bodies) add_body(body, ++nth, blocks);
    if (blocks.empty()) blocks.push_back({BlockKind::paragraph, "（尚未设立组织机构）"});
    return blocks;
}

std::vector<Block> blocks_of(const Section& section, const LiveParts& live) {
    if (is_live(section.part)) return live_blocks(section.part, live);
    if (section.part == Part::group) return group_of(section.text, live.bodies);
    return paragraphs_of(section.text);
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) lines.push_back(base::cut(text, '\n'));
    return lines;
}

constexpr std::size_t pairs_max = 1'000'000;

std::vector<Line> all_new(const std::vector<std::string_view>& a,
                          const std::vector<std::string_view>& b) {
    std::vector<Line> lines;
    for (const auto line : a) lines.push_back({LineChange::removed, std::string(line)});
    for (const auto line : b) lines.push_back({LineChange::added, std::string(line)});
    return lines;
}

/// For every pair of places, how many lines the rests have in common.
std::vector<std::vector<std::size_t>> common_rests(const std::vector<std::string_view>& a,
                                                   const std::vector<std::string_view>& b) {
    std::vector<std::vector<std::size_t>> common(a.size() + 1,
                                                 std::vector<std::size_t>(b.size() + 1, 0));
    for (std::size_t i = a.size(); i-- > 0;)
        for (std::size_t j = b.size(); j-- > 0;)
            common[i][j] = a[i] == b[j] ? common[i + 1][j + 1] + 1
                                        : std::max(common[i + 1][j], common[i][j + 1]);
    return common;
}

std::string wording_of(const DocumentSection& section) {
    std::string text = section.heading;
    for (const auto& block : section.blocks)
        if (block.row.empty() && block.kind == BlockKind::paragraph) add_line(text, block.text);
    return text;
}

const DocumentSection* section_in(const Document& document, Part part) {
    const auto found = std::find_if(document.begin(), document.end(),
                                    [&](const auto& one) { return one.part == part; });
    return found == document.end() ? nullptr : &*found;
}

using Rows = std::map<std::string, const Block*>;
Rows rows_of(const DocumentSection& section) {
    Rows rows;
    for (const auto& block : section.blocks)
        if (!block.row.empty()) rows[block.row] = &block;
    return rows;
}

void compare(const DocumentSection& before, const DocumentSection& after,
             std::vector<Difference>& found) {
    const auto part = after.part;
    const auto old_text = wording_of(before), new_text = wording_of(after);
    if (!is_live(part) && old_text != new_text)
        found.push_back({part, BlockKind::paragraph, WhatChanged::changed, {}, old_text, new_text});
    const auto old_rows = rows_of(before), new_rows = rows_of(after);
    for (const auto& block : after.blocks) {
        if (block.row.empty()) continue;
        const auto old = old_rows.find(block.row);
        if (old == old_rows.end())
            found.push_back({part, block.kind, WhatChanged::added, block.row, {}, block.text});
        else if (old->second->text != block.text)
            found.push_back(
                {part, block.kind, WhatChanged::changed, block.row, old->second->text, block.text});
    }
    for (const auto& block : before.blocks)
        if (!block.row.empty() && !new_rows.contains(block.row))
            found.push_back({part, block.kind, WhatChanged::removed, block.row, block.text, {}});
}

}  // namespace

std::string_view name_of(BlockKind kind) {
    return block_names[static_cast<std::size_t>(kind)];
}
std::optional<BlockKind> block_kind_of(std::string_view name) {
    return base::named<BlockKind>(block_names, name);
}
std::string_view name_of(LineChange change) {
    return line_names[static_cast<std::size_t>(change)];
}
std::string_view name_of(WhatChanged what) {
    return what_names[static_cast<std::size_t>(what)];
}

std::string text_of_cells(const std::vector<std::string>& cells) {
    std::string text;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) text += between_cells;
        text += cells[i];
    }
    return text;
}

std::vector<std::string> cells_of(const Block& block) {
    std::vector<std::string> cells(1);
    for (const char c : block.text) {
        if (c == between_cells)
            cells.emplace_back();
        else
            cells.back() += c;
    }
    return cells;
}

std::vector<Placeholder> placeholders_in(const std::vector<Section>& sections) {
    std::vector<Placeholder> left;
    for (const auto& section : sections)
        for (auto& one : placeholders_in(section.part, section.text))
            left.push_back(std::move(one));
    return left;
}

Document compose(const std::vector<Section>& sections, const LiveParts& live) {
    Document document;
    for (const auto& section : sections)
        document.push_back({section.part, section.heading, blocks_of(section, live)});
    return document;
}

Document seen_within(Document document, const base::Scope& scope) {
    for (auto& section : document)
        std::erase_if(section.blocks,
                      [&](const Block& block) { return !scope.clears(block.guards); });
    return document;
}

std::string digest_of(const Document& document) {
    const auto algorithm = base::preferred_algorithm();
    base::Digester digester(algorithm);
    for (const auto& section : document) {
        digester.add(std::string(name_of(section.part)) + "\n" + section.heading + "\n");
        for (const auto& block : section.blocks)
            digester.add(std::string(name_of(block.kind)) + between_cells + block.row +
                         between_cells + block.text + "\n");
    }
    return std::string(base::name_of(algorithm)) + ":" + digester.finish();
}

std::vector<Line> line_difference(std::string_view before, std::string_view after) {
    const auto a = lines_of(before), b = lines_of(after);
    if (a.size() * b.size() > pairs_max) return all_new(a, b);
    const auto common = common_rests(a, b);
    std::vector<Line> lines;
    std::size_t i = 0, j = 0;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && a[i] == b[j]) {
            lines.push_back({LineChange::kept, std::string(a[i])});
            ++i, ++j;
        } else if (j == b.size() || (i < a.size() && common[i + 1][j] >= common[i][j + 1])) {
            lines.push_back({LineChange::removed, std::string(a[i++])});
        } else {
            lines.push_back({LineChange::added, std::string(b[j++])});
        }
    }
    return lines;
}

std::vector<Difference> differences(const Document& before, const Document& after) {
    std::vector<Difference> found;
    for (const auto& section : after) {
        if (section.part == Part::ledger) continue;
        const DocumentSection none{section.part, {}, {}};
        const auto* old = section_in(before, section.part);
        compare(old ? *old : none, section, found);
    }
    return found;
}

}  // namespace drafting
