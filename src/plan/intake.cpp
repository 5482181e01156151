#include "plan/intake.hpp"

#include "plan/grammar_outline.hpp"
#include "plan/grammar_sections.hpp"
#include "plan/grammar_unwrap.hpp"
#include "plan/read_background.hpp"
#include "plan/read_ledger.hpp"
#include "plan/read_meeting.hpp"
#include "plan/read_merge.hpp"
#include "plan/read_settle.hpp"
#include "plan/read_table.hpp"
#include "plan/read_title.hpp"
#include "plan/read_warnings.hpp"
#include "plan/styled_ledger.hpp"

namespace plan {
namespace {

Trust trust_of(std::string_view kind) {
    if (kind == "life_meeting_plan") return Trust::none;
    if (kind == "principal_report" || kind == "other") return Trust::proof;
    return kind == "feedback" ? Trust::problems : Trust::headings;
}

bool has_measures(const std::vector<ReadArea>& areas) {
    for (const auto& area : areas) {
        if (!area.measures.empty()) return true;
        for (const auto& problem : area.problems) {
            if (!problem.measures.empty()) return true;
            for (const auto& manifestation : problem.manifestations)
                if (!manifestation.measures.empty()) return true;
        }
    }
    return false;
}

std::vector<ReadArea> read_areas(const Outline& outline, const Sections& sections,
                                 std::string_view kind) {
    auto areas = ledger_of(outline, sections);
    join_sections(areas);
    share_blocks(areas);
    if (trust_of(kind) == Trust::none) return areas;
    auto tables = tables_of(outline);
    if (!tables.empty() && !has_measures(areas)) areas.clear();  // headings above the tables
    for (auto& table : tables) join_ledgers(areas, std::move(table));
    return areas;
}

PlanDocument read_whole(const office::Document& document) {
    PlanDocument out;
    auto lines = lines_of(document);
    const auto title = title_of(lines, document.title_property);
    out.title = title.text;
    out.kind = kind_of(title, lines, document.format);
    read_declared(lines, out);
    if (out.kind == "life_meeting_plan") out.meeting_plans = meeting_plans_of(lines, out.title);
    const auto year = year_of(lines, title);
    const auto outline = outline_of(std::move(lines), title.found ? title.last + 1 : 0);
    auto sections = sections_of(outline, trust_of(out.kind));
    sections.tells_what_was_done = out.kind == "progress_report" || out.kind == "principal_report";
    out.areas = styled_ledger(document);
    if (out.areas.empty()) out.areas = read_areas(outline, sections, out.kind);
    settle_sources(out.areas);
    settle_states(out.areas);
    settle_days(out, year);
    if (out.kind != "life_meeting_plan") out.phases = phases_of(outline, sections);
    out.mechanisms = mechanisms_of(outline, sections);
    out.bodies = bodies_of(outline, sections);
    warn(outline, out);
    return out;
}

}  // namespace

PlanDocument read_plan(const office::Document& document) {
    const auto whole = unwrapped(document);
    return read_whole(whole ? *whole : document);
}

}  // namespace plan
